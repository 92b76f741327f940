"""Runs checks over documents: each text searched once, each check guarded, nothing dropped silently."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from auditor.core.check import Brief, Check, Hit, Reading
from auditor.core.document import Document, Resource, Unchecked
from auditor.core.events import Cancel, Listener, Notice, Progress
from auditor.core.finding import Finding, fingerprint
from auditor.core.record import CheckResult, Coverage, UncheckedEntry
from auditor.core.status import Outcome

Reader = Callable[[Resource], Document]


@dataclass
class RunResult:
    """What a run saw and found. `failed` maps a check's id to why it could not finish."""

    findings: list[Finding] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    documents: int = 0
    pages: int = 0
    bytes_read: int = 0
    failed: dict[str, str] = field(default_factory=dict)

    def coverage(self, mask: Callable[[str], str]) -> Coverage:
        """The counts, and what was not examined, masked."""
        entries = tuple(
            UncheckedEntry(url=mask(u.url), reason=mask(u.reason), place=mask(u.place), mend=u.mend)
            for u in self.unchecked
        )
        return Coverage(documents=self.documents, pages=self.pages, bytes=self.bytes_read, unchecked=entries)

    def outcomes(self, checks: Iterable[Check]) -> tuple[CheckResult, ...]:
        """The outcome of each check: found outranks unchecked, and unchecked outranks clear."""
        return tuple(self._outcome(check) for check in checks)

    def _outcome(self, check: Check) -> CheckResult:
        count = sum(f.check == check.id for f in self.findings)
        if count:
            reason = "1 place" if count == 1 else f"{count} places"
            return CheckResult(check=check.id, outcome=Outcome.FOUND, reason=reason)
        if check.id in self.failed:
            return CheckResult(check=check.id, outcome=Outcome.UNCHECKED, reason=self.failed[check.id])
        if not self.documents:
            return CheckResult(check=check.id, outcome=Outcome.UNCHECKED, reason="nothing could be read")
        if self.unchecked:
            reason = f"{len(self.unchecked)} not examined"
            return CheckResult(check=check.id, outcome=Outcome.UNCHECKED, reason=reason)
        return CheckResult(check=check.id, outcome=Outcome.CLEAR, reason=f"{self.documents} documents")


class Runner:
    """Feeds a stream of resources through extraction, search and checks."""

    def __init__(self, checks: Sequence[Check], brief: Brief, read: Reader) -> None:
        self._checks = checks
        self._brief = brief
        self._read = read
        self._at: dict[str, tuple[Finding, ...]] = {}

    def run(
        self,
        stream: Iterable[Resource | Unchecked],
        listener: Listener,
        cancel: Cancel,
        result: RunResult | None = None,
    ) -> RunResult:
        """Examine everything in `stream`.

        Once `cancel` is set, nothing more is read, but the stream is followed to its end: that is where
        it says that it was cancelled, without which what was seen so far would look like everything.
        """
        result = result or RunResult()
        for item in stream:
            if isinstance(item, Unchecked):
                result.unchecked.append(item)
            elif not cancel:
                self._take(item, result, listener)
        return result

    def _take(self, resource: Resource, result: RunResult, listener: Listener) -> None:
        document = self._guarded_read(resource, result)
        if document is None:
            return
        before = len(result.findings)
        if resource.same_as:
            url = self._brief.searcher.mask(resource.url)
            result.findings.extend(moved(f, url) for f in self._at.get(resource.same_as, ()))
        result.documents += 1
        result.pages += document.is_page
        result.bytes_read += document.size
        result.unchecked.extend(document.unchecked)
        reading = Reading(document, self._search(document))
        for check in self._checks:
            self._examine(check, reading, result, listener)
        if found := tuple(result.findings[before:]):
            self._at[resource.url] = found

    def _guarded_read(self, resource: Resource, result: RunResult) -> Document | None:
        try:
            return self._read(resource)
        except Exception as error:  # noqa: BLE001 - hostile input must not end the audit; it is listed instead
            reason = f"could not be read ({type(error).__name__})"
            result.unchecked.append(Unchecked(resource.url, reason))
            return None

    def _search(self, document: Document) -> tuple[Hit, ...]:
        find = self._brief.searcher.find_in
        return tuple(Hit(fragment, match) for fragment in document.fragments for match in find(fragment.text))

    def _examine(self, check: Check, reading: Reading, result: RunResult, listener: Listener) -> None:
        if not reading.hits:
            return
        try:
            findings = list(check.examine(reading, self._brief))
        except Exception as error:  # noqa: BLE001 - one broken check must not hide what the others find
            result.failed[check.id] = f"the check failed ({type(error).__name__})"
            listener(Notice(check.id, result.failed[check.id]))
            return
        result.findings.extend(findings)


def moved(finding: Finding, url: str) -> Finding:
    """The same finding at another URL that serves the same bytes."""
    mark = fingerprint(finding.check, finding.label, finding.kind, url, finding.carrier)
    return finding.model_copy(update={"id": mark, "url": url})


def with_found(event: Progress | Notice, result: RunResult, mask: Callable[[str], str]) -> Progress | Notice:
    """`event` with the counts of `result` filled in and its texts masked."""
    if isinstance(event, Progress):
        return replace(
            event, found=len(result.findings), unchecked=len(result.unchecked), current=mask(event.current)
        )
    return replace(event, text=mask(event.text))
