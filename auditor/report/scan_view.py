"""The website check as every format shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from auditor.core.check import Check
from auditor.core.finding import Finding
from auditor.core.record import CheckRun, UncheckedEntry
from auditor.core.status import FindingStatus, Kind, Severity
from auditor.report import words
from auditor.report.baseline import NO_MARKS, Fit, Marks
from auditor.report.clean import Mask, seal
from auditor.report.common import (
    CheckRow,
    FindingGroup,
    FindingRow,
    UncheckedGroup,
    by_id,
    check_row,
    finding_order,
    finding_row,
    group_findings,
    group_unchecked,
    severities,
)
from auditor.report.words import Tone

_RENEW = "read the findings anew, and write those you accept with `auditor scan … -f json:FILE --exit-zero`"
_STALE = {
    Fit.SAME: "found no more, to be taken out of the baseline",
    Fit.OTHER_FACTS: "found no more, and the confidential facts have changed since the baseline was written: "
    + _RENEW,
    Fit.OTHER_KEY: "unknown here, because the baseline was written with another fingerprint key, or without "
    "a lasting one: give the same key here, or " + _RENEW,
}
"""What is said of accepted findings that were not found again."""


@dataclass(frozen=True, slots=True)
class ScanView:
    """A finished website check. With `places_shown` False it says how much was found, never where."""

    version: str
    targets: tuple[str, ...]
    started: datetime
    finished: datetime
    documents: int
    pages: int
    absent: int
    bytes: int
    unchecked: tuple[UncheckedEntry, ...]
    unchecked_groups: tuple[UncheckedGroup, ...]
    checks: tuple[CheckRow, ...]
    findings: tuple[FindingRow, ...]
    groups: tuple[FindingGroup, ...]
    exit_code: int
    fail_on: Severity
    places_shown: bool
    stale_baseline: tuple[str, ...] = ()
    baseline_fit: Fit = Fit.SAME
    marks: Marks = NO_MARKS
    files: tuple[tuple[str, str], ...] = ()

    def file_of(self, url: str) -> str:
        """The path, from where the check was started, of the file that has the address `url`; "" for none."""
        return dict(self.files).get(url, "")

    @property
    def open(self) -> tuple[FindingRow, ...]:
        """Findings that nobody has accepted or settled."""
        return tuple(f for f in self.findings if f.status is FindingStatus.OPEN)

    @property
    def failing(self) -> tuple[FindingRow, ...]:
        """Open findings at or over the severity that fails the check."""
        return tuple(f for f in self.open if f.severity.at_least(self.fail_on))

    @property
    def tone(self) -> Tone:
        """How the check ended, for colour."""
        if self.failing:
            return Tone.BAD
        return Tone.GOOD if self.documents and not self.unchecked else Tone.WARN

    @property
    def glyph(self) -> str:
        """How the check ended, as a sign."""
        return {Tone.BAD: "✗", Tone.GOOD: "✓"}.get(self.tone, "?")

    @property
    def verdict(self) -> str:
        """How the check ended, in a word or two."""
        leaks = any(f.kind is not Kind.TLS for f in self.failing)
        found = "LEAK FOUND" if leaks else "NOT SECURE"
        return {Tone.BAD: found, Tone.GOOD: "CLEAR"}.get(self.tone, "INCONCLUSIVE")

    @property
    def summary(self) -> str:
        """The verdict in one sentence."""
        where = words.listing(words.shortened(self.targets, 3)) or "nothing"
        if self.failing:
            return f"{words.count(len(self.open), 'finding')} on {where}: {severities(self.open)}"
        if not self.documents:
            return f"nothing could be read of {where}, so nothing can be concluded"
        slight = f"; {severities(self.open)} below {self.fail_on.value} to look at" if self.open else ""
        if self.unchecked:
            return (
                f"nothing found in what could be read of {where}, "
                f"but {words.count(len(self.unchecked), 'item')} could not be examined{slight}"
            )
        return f"nothing confidential found on {where}{slight}"

    @property
    def coverage(self) -> str:
        """What was read, in one line."""
        seconds = max(0.0, (self.finished - self.started).total_seconds())
        tried = words.count(self.absent, "more address", "more addresses")
        absent = f" {tried} that were tried do not exist." if self.absent else ""
        return (
            f"Read {words.count(self.documents, 'document')}, {self.pages} of them pages "
            f"({words.size(self.bytes)}), in {seconds:.0f} s.{absent}"
        )

    @property
    def withheld(self) -> str:
        """Says that places are left out, and how to have them; empty when they are shown."""
        if self.places_shown or not self.findings:
            return ""
        return (
            "Where each one stands is left out, because others may read this. "
            "Run the check on your own machine to see it, or pass --show-places."
        )

    @property
    def baseline_note(self) -> str:
        """Accepted findings and entries that fit nothing any more, in one line; empty when there are none."""
        known = sum(f.status is FindingStatus.BASELINED for f in self.findings)
        parts = []
        if known:
            parts.append(f"{words.count(known, 'finding')} already known from the baseline")
        if self.stale_baseline:
            stale = words.count(len(self.stale_baseline), "baseline entry", "baseline entries")
            parts.append(f"{stale} {_STALE[self.baseline_fit]} ({', '.join(self.stale_baseline)})")
        return words.sentence("; ".join(parts))

    @property
    def last_line(self) -> str:
        """Counts and exit code, for the end of the output."""
        found = words.count(len(self.open), "open finding")
        missed = words.count(len(self.unchecked), "item")
        return f"{words.sentence(found)}, {missed} not examined. Exit code {self.exit_code}."


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """What the caller decided about a website check, and the view only tells.

    `show_places` is decided by `auditor.report.places`; `stale_baseline` are accepted findings that
    were not found again, `baseline_fit` says whether they could be; `marks` are of this check.
    `files` are pairs of a finding's address and the path of the file that has it.
    """

    exit_code: int
    version: str
    fail_on: Severity = Severity.MEDIUM
    show_places: bool = True
    stale_baseline: tuple[str, ...] = ()
    baseline_fit: Fit = Fit.SAME
    marks: Marks = NO_MARKS
    files: tuple[tuple[str, str], ...] = ()


def scan_view(
    run: CheckRun,
    findings: Sequence[Finding],
    facts: ScanFacts,
    *,
    mask: Mask,
    checks: Iterable[Check | type[Check]] = (),
) -> ScanView:
    """The view of one website check, every text in it masked once more. `checks` gives titles."""
    known = by_id(checks)
    show_places = facts.show_places
    rows = sorted((finding_row(f, known) for f in findings), key=finding_order)
    if not show_places:
        rows = [
            replace(row, url="", carrier="", where="", excerpt="", reason="", ruling_note="") for row in rows
        ]
    view = ScanView(
        version=facts.version,
        targets=run.targets if show_places else tuple(dict.fromkeys(map(_target_only, run.targets))),
        started=run.started,
        finished=run.finished,
        documents=run.coverage.documents,
        pages=run.coverage.pages,
        absent=run.coverage.absent,
        bytes=run.coverage.bytes,
        unchecked=run.coverage.unchecked,
        unchecked_groups=group_unchecked(run.coverage.unchecked),
        checks=tuple(check_row(r, known) for r in run.results),
        findings=tuple(rows),
        groups=group_findings(rows),
        exit_code=facts.exit_code,
        fail_on=facts.fail_on,
        places_shown=show_places,
        stale_baseline=facts.stale_baseline,
        baseline_fit=facts.baseline_fit,
        marks=facts.marks,
        files=facts.files if show_places else (),
    )
    return seal(view, mask)


def _target_only(target: str) -> str:
    """The host of a URL: the rest of it may be the very page. Of what is on disk, that it is there."""
    parts = urlsplit(target)
    return f"{parts.scheme}://{parts.hostname}" if parts.hostname else "local files"
