"""Runs checks over documents: each text searched once, each check guarded, nothing dropped silently."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from auditor.core.check import Brief, Check, Hit, Reading
from auditor.core.document import Document, Resource, Unchecked
from auditor.core.events import Cancel, Listener, Notice, Progress
from auditor.core.finding import Finding, Fingerprinter
from auditor.core.match import Match
from auditor.core.record import CheckResult, Coverage, UncheckedEntry
from auditor.core.status import Outcome

_WORTH_REMEMBERING = 100
"""Characters from which a text is dearer to search than to recognise."""
_MOST_REMEMBERED = 50_000
"""Some 5 MB of digests."""
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


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one resource. It holds no text of the document, and nothing confidential."""

    url: str
    same_as: str = ""
    read: bool = True
    is_page: bool = False
    size: int = 0
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


class Examiner:
    """Reads one resource, searches each of its texts once, and lets every check look at the hits."""

    def __init__(self, checks: Sequence[Check], brief: Brief, read: Reader) -> None:
        self._checks = checks
        self._brief = brief
        self._read = read
        self._silent: set[bytes] = set()

    def examine(self, resource: Resource) -> Examined:
        """Never raises: what cannot be read is unchecked, a check that breaks is named in `failed`."""
        try:
            document = self._read(resource)
        except Exception as error:  # noqa: BLE001 - hostile input must not end the audit; it is listed instead
            return unreadable(resource, f"could not be read ({type(error).__name__})")
        reading = Reading(document, self._search(document))
        findings: list[Finding] = []
        failed: list[tuple[str, str]] = []
        for check in self._checks if reading.hits else ():
            try:
                findings += check.examine(reading, self._brief)
            except Exception as error:  # noqa: BLE001 - one broken check must not hide what the others find
                failed.append((check.id, f"the check failed ({type(error).__name__})"))
        return Examined(
            url=self._brief.searcher.mask(resource.url),
            same_as=self._brief.searcher.mask(resource.same_as),
            is_page=document.is_page,
            size=document.size,
            findings=tuple(findings),
            unchecked=document.unchecked,
            failed=tuple(failed),
        )

    def _search(self, document: Document) -> tuple[Hit, ...]:
        return tuple(
            Hit(fragment, match) for fragment in document.fragments for match in self._find(fragment.text)
        )

    def _find(self, text: str) -> Sequence[Match]:
        """The matches in `text`. Styles and scripts that come again with every page are searched once.

        Only texts in which nothing was found are remembered, and of those nothing but a digest.
        """
        if len(text) < _WORTH_REMEMBERING:
            return self._brief.searcher.find_in(text)
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if digest in self._silent:
            return ()
        found = self._brief.searcher.find_in(text)
        if not found:
            if len(self._silent) >= _MOST_REMEMBERED:
                self._silent.clear()
            self._silent.add(digest)
        return found


def unreadable(resource: Resource, reason: str) -> Examined:
    """The outcome for a resource of which nothing could be read."""
    return Examined(resource.url, read=False, unchecked=(Unchecked(resource.url, reason),))


ExamineAll = Callable[[Iterable[Resource | Unchecked], Cancel], Iterator[Examined | Unchecked]]
"""Examines a stream, in this process or in others, in whatever order the outcomes come."""


class Runner:
    """Feeds a stream of resources through an examiner and adds up what comes of it."""

    def __init__(self, examine_all: ExamineAll, fingerprints: Fingerprinter) -> None:
        self._examine_all = examine_all
        self._fingerprints = fingerprints
        self._at: dict[str, tuple[Finding, ...]] = {}

    def run(
        self,
        stream: Iterable[Resource | Unchecked],
        listener: Listener,
        cancel: Cancel,
        result: RunResult | None = None,
    ) -> RunResult:
        """Examine everything in `stream`. Ends early when `cancel` is set; the collector says so."""
        result = result or RunResult()
        copies: list[Examined] = []
        for item in self._examine_all(stream, cancel):
            if isinstance(item, Unchecked):
                result.unchecked.append(item)
                continue
            self._add(item, result, listener)
            if item.same_as:
                copies.append(item)
        for copy in copies:
            result.findings.extend(
                moved(f, copy.url, self._fingerprints) for f in self._at.get(copy.same_as, ())
            )
        return result

    def _add(self, item: Examined, result: RunResult, listener: Listener) -> None:
        result.documents += item.read
        result.pages += item.is_page
        result.bytes_read += item.size
        result.unchecked.extend(item.unchecked)
        result.findings.extend(item.findings)
        if item.findings:
            self._at[item.url] = item.findings
        for check, reason in item.failed:
            result.failed[check] = reason
            listener(Notice(check, reason))


def moved(finding: Finding, url: str, fingerprints: Fingerprinter) -> Finding:
    """The same finding at another URL that serves the same bytes."""
    mark = fingerprints.of(finding.check, finding.label, finding.kind, url, finding.carrier)
    return finding.model_copy(update={"id": mark, "url": url})


def with_found(event: Progress | Notice, result: RunResult, mask: Callable[[str], str]) -> Progress | Notice:
    """`event` with the counts of `result` filled in and its texts masked."""
    if isinstance(event, Progress):
        return replace(
            event, found=len(result.findings), unchecked=len(result.unchecked), current=mask(event.current)
        )
    return replace(event, text=mask(event.text))
