"""Runs checks over documents: each text searched once, each check guarded, nothing dropped silently."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from auditor.core.alternate import settled
from auditor.core.check import Brief, Check, Hit, Reading
from auditor.core.document import GONE, THIRD_PARTY, Document, Resource, Unchecked, has_content
from auditor.core.events import Cancel, Listener, Notice, Progress
from auditor.core.finding import Finding, Fingerprinter
from auditor.core.match import Match, TextSearcher
from auditor.core.record import CheckResult, Coverage, UncheckedEntry
from auditor.core.status import Outcome

_OF_THE_ANSWER = ("http-header", "url")
"""Carriers that belong to one answer: another with the same body has addresses and headers of its own."""
_WORTH_REMEMBERING = 100
"""Characters from which a text is dearer to search than to recognise."""
ADDRESS_CARRIER = "url"
"""The carrier of a document's own address."""
_MOST_REMEMBERED = 50_000
"""Some 5 MB of digests."""
Reader = Callable[[Resource], Document]
Doubts = Callable[[Document, TextSearcher], Iterable[Unchecked]]
"""What a document holds that was read and yet cannot be judged."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one resource. It holds no text of the document, and nothing confidential.

    `status` is that of the answer. Of an answer without content no page is counted.
    """

    url: str
    same_as: str = ""
    read: bool = True
    status: int = 200
    is_page: bool = False
    media_type: str = ""
    size: int = 0
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


@dataclass
class RunResult:
    """What a run saw and found. `failed` maps a check's id to why it could not finish."""

    findings: list[Finding] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    documents: int = 0
    pages: int = 0
    absent: int = 0
    bytes_read: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    media_types: Counter[str] = field(default_factory=Counter)

    def add(self, item: Examined) -> None:
        """Count one outcome in."""
        counts = item.read and has_content(item.status)
        self.documents += counts
        self.pages += counts and item.is_page
        self.absent += item.status in GONE
        self.bytes_read += item.size
        self.media_types[item.media_type] += counts
        self.unchecked.extend(item.unchecked)
        self.findings.extend(item.findings)
        self.failed.update(item.failed)

    def coverage(self, mask: Callable[[str], str]) -> Coverage:
        """The counts, and what was not examined, masked."""
        entries = tuple(
            UncheckedEntry(url=mask(u.url), reason=mask(u.reason), place=mask(u.place), mend=u.mend)
            for u in self.unchecked
        )
        return Coverage(
            documents=self.documents,
            pages=self.pages,
            absent=self.absent,
            bytes=self.bytes_read,
            unchecked=entries,
        )

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


class Examiner:
    """Reads one resource, searches each of its texts once, and lets every check look at the hits."""

    def __init__(
        self, checks: Sequence[Check], brief: Brief, read: Reader, doubts: Doubts | None = None
    ) -> None:
        self._checks = checks
        self._brief = brief
        self._read = read
        self._doubts = doubts
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
            url=self._masked(resource.url, reading),
            same_as=self._brief.searcher.mask(resource.same_as) if resource.same_as else "",
            status=resource.status,
            is_page=document.is_page,
            media_type=document.media_type,
            size=document.size,
            findings=tuple(findings),
            unchecked=(*document.unchecked, *self._doubtful(document)),
            failed=tuple(failed),
        )

    def _masked(self, url: str, reading: Reading) -> str:
        """`url` safe to show. The address is one of the texts searched, decoded in every way: nothing was
        found there is enough.
        """
        clean = all(hit.fragment.carrier != ADDRESS_CARRIER for hit in reading.hits)
        return url if clean else self._brief.searcher.mask(url)

    def _doubtful(self, document: Document) -> Iterable[Unchecked]:
        return self._doubts(document, self._brief.searcher) if self._doubts else ()

    def _search(self, document: Document) -> tuple[Hit, ...]:
        return settled(
            [Hit(fragment, match) for fragment in document.fragments for match in self._find(fragment.text)]
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


def too_late(resource: Resource) -> Examined:
    """The outcome for a resource that was not examined, or not to its end, when the time was over."""
    reason = "time limit: it was not examined, or not to its end, when the time was over"
    return Examined(
        resource.url, read=False, unchecked=(Unchecked(resource.url, reason, mend="--max-seconds"),)
    )


Item = Resource | Unchecked | Examined
"""What a stream holds; an `Examined` is an outcome that is known already, and passes as it is."""
ExamineAll = Callable[[Iterable[Item], Cancel], Iterator[Examined | Unchecked]]
"""Examines a stream, in this process or in others, in whatever order the outcomes come."""


class Runner:
    """Feeds a stream of resources through an examiner and adds up what comes of it."""

    def __init__(self, examine_all: ExamineAll, fingerprints: Fingerprinter) -> None:
        self._examine_all = examine_all
        self._fingerprints = fingerprints
        self._at: dict[str, tuple[Finding, ...]] = {}
        self._listed: set[str] = set()

    def run(
        self,
        stream: Iterable[Item],
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
                moved(f, copy.url, self._fingerprints)
                for f in self._at.get(copy.same_as, ())
                if f.carrier not in _OF_THE_ANSWER
            )
        return result

    def _add(self, item: Examined, result: RunResult, listener: Listener) -> None:
        result.add(replace(item, unchecked=tuple(entry for entry in item.unchecked if self._is_new(entry))))
        if item.findings:
            self._at[item.url] = item.findings
        for check, reason in item.failed:
            listener(Notice(check, reason))

    def _is_new(self, entry: Unchecked) -> bool:
        """False for a link that was listed: a menu brings it to every page."""
        if entry.cause != THIRD_PARTY:
            return True
        before = len(self._listed)
        self._listed.add(entry.reason)
        return len(self._listed) > before


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
    return replace(event, source=mask(event.source), text=mask(event.text))
