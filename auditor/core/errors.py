"""The errors a user can meet. Each is one line: what is wrong, where, and how to mend it.

The exit code of an error is decided by the command line alone; see `auditor.cli.exit_codes`.
"""


class AuditorError(Exception):
    """Root of every error that is shown to the user as one line.

    `tip` says how to mend it. Neither the message nor the tip may hold a confidential fact.
    """

    def __init__(self, message: str, tip: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.tip = tip

    def __str__(self) -> str:
        return f"{self.message} ({self.tip})" if self.tip else self.message


class ConfigurationError(AuditorError):
    """A file, option or value the user gave cannot be used."""


class ProfileError(ConfigurationError):
    """A checklist that reads well and still makes no sense.

    `profile` is the id of the checklist whose file is at fault, `location` the keys and indexes that lead
    to the place in it, for whoever knows the file's lines.
    """

    def __init__(self, message: str, tip: str = "", *, profile: str, location: tuple[str | int, ...]) -> None:
        super().__init__(message, tip)
        self.profile = profile
        self.location = location


class WorkspaceError(AuditorError):
    """The workspace folder cannot be read, written or locked."""


class IntegrityError(AuditorError):
    """A record is not what the ledger says it was."""


class BrokenRecordError(IntegrityError, ConfigurationError):
    """A record's file that cannot be used, and is not the one that this program left."""


class DisclosureError(AuditorError):
    """Something about to be written would give a confidential fact away; it was not written."""


class InconclusiveError(AuditorError):
    """Nothing could be examined, so nothing can be concluded."""
