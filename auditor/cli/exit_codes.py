"""The exit codes, decided here and nowhere else. README and docs/ci.md show the same table."""

from enum import IntEnum

from auditor.core.errors import (
    AuditorError,
    DisclosureError,
    InconclusiveError,
    IntegrityError,
)


class ExitCode(IntEnum):
    """What a script learns from how the program ended."""

    MET = 0
    """Protocol met, or nothing found and everything examined."""
    NOT_MET = 1
    """Not compliant, below --min-score, or a finding at or over --fail-on."""
    USAGE = 2
    """Wrong use or configuration."""
    INCONCLUSIVE = 3
    """Unreachable, nothing examined, or something that could not be examined."""
    GATE = 4
    """A critical control failed (score, report, audit)."""
    INTEGRITY = 5
    """A record is not what the ledger says, or writing would have given a secret away."""
    INTERRUPTED = 130
    """Ended by Ctrl-C."""


def code_of(error: AuditorError) -> ExitCode:
    """The exit code that an error ends with."""
    if isinstance(error, (IntegrityError, DisclosureError)):
        return ExitCode.INTEGRITY
    if isinstance(error, InconclusiveError):
        return ExitCode.INCONCLUSIVE
    return ExitCode.USAGE
