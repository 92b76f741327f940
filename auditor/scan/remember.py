"""What is known of a site from earlier runs is not read again: which memory serves a run, and how it is used.

A memory is only used while it was made with the same facts, checks, program and readers; else all of the site
is read again. See `auditor.store.site_memory` for what is on disk.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib import metadata, util
from pathlib import Path

import auditor
from auditor.confidential.fingerprints import KEY as FINGERPRINT_KEY
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel
from auditor.core.memory import Remembered
from auditor.core.status import Kind
from auditor.runner import ExamineAll, Examined, Item, moved
from auditor.scan.crew import Wanted
from auditor.store.site_memory import SiteMemory, part_of, read_journal

_READERS = ("selectolax", "pypdfium2", "pillow", "phonenumbers", "olefile", "zxing-cpp")
_EXTRAS = ("rapidocr", "onnxruntime", "pillow_heif", "playwright")
_PACKAGES = ("auditor", "checks")
_DATE = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")


@dataclass(frozen=True, slots=True)
class Memories:
    """Where memories are kept (one file a site), and whether they count.

    `full` reads everything again and remembers it anew; `resume` goes on where an interrupted run ended.
    """

    folder: Path
    full: bool = False
    resume: bool = False


@dataclass(frozen=True, slots=True)
class Interrupted:
    """What a run that was interrupted left: when it began, what it had read and found."""

    started: datetime
    documents: int
    findings: int


class KeyMaker:
    """Makes the key of a memory from its salt and all that its worth depends on. Shows nothing."""

    __slots__ = ("_made", "_secret")

    def __init__(self, wanted: Wanted, check_ids: Sequence[str]) -> None:
        facts = wanted.facts.reveal_for_saving()
        if not wanted.facts.has_own_key:
            facts.pop(FINGERPRINT_KEY, None)  # drawn for this run: the next one has another
        parts = [facts, wanted.public.model_dump(mode="json"), sorted(check_ids)]
        self._secret = json.dumps([*parts, program_mark()], sort_keys=True, default=str).encode()
        self._made: dict[bytes, bytes] = {}

    def __repr__(self) -> str:
        return "<KeyMaker>"

    def __call__(self, salt: bytes) -> bytes:
        """32 bytes. Slow on purpose: who holds a memory must not try addresses on it by the million."""
        if salt not in self._made:
            self._made[salt] = hashlib.scrypt(
                self._secret, salt=salt, n=2**14, r=8, p=1, maxmem=2**26, dklen=32
            )
        return self._made[salt]


@cache
def program_mark() -> str:
    """Changes whenever another program, or another reader of files, could come to another result."""
    mark = hashlib.blake2b(auditor.__version__.encode(), digest_size=16)
    for package in _PACKAGES:
        found = util.find_spec(package)
        root = Path(found.origin).parent if found and found.origin else Path()
        for path in sorted(root.rglob("*.py")) if root != Path() else ():
            if not {"tui", "report", "demo", "cli"}.intersection(path.relative_to(root).parts):
                mark.update(path.read_bytes())
    for reader in _READERS:
        try:
            mark.update(f"{reader} {metadata.version(reader)}".encode())
        except metadata.PackageNotFoundError:
            mark.update(reader.encode())
    mark.update(repr([bool(util.find_spec(extra)) for extra in _EXTRAS]).encode())
    return mark.hexdigest()


def memory_file(folder: Path, target: str) -> Path:
    """Where the memory of a target is. The name tells nothing of it."""
    return folder / f"{hashlib.sha256(target.encode()).hexdigest()[:20]}.site"


def memory_for(
    target: str, wanted: Wanted, check_ids: Sequence[str], memories: Memories, now: datetime
) -> SiteMemory | None:
    """The opened memory of a target; None while another run is at it.

    Raises WorkspaceError when the folder cannot be written.
    """
    from auditor.collect.extract.encoded import url_words

    def is_safe(url: str) -> bool:
        words = url_words(url)
        found = wanted.searcher.find_in(f"{url}\n{words}\n" + words.replace("/", "\n"))
        return all(match.kind is Kind.OTHER_ADDRESS for match in found)

    path = memory_file(memories.folder, target)
    memory = SiteMemory(path, KeyMaker(wanted, check_ids), is_safe, now)
    return memory if memory.begin(full=memories.full, resume=memories.resume) else None


def interrupted(
    targets: Sequence[str], wanted: Wanted, check_ids: Sequence[str], folder: Path
) -> Interrupted | None:
    """What an interrupted run over `targets` left that can be continued; None when there is nothing."""
    paths = [part_of(memory_file(folder, target)) for target in targets]
    if not any(path.exists() for path in paths):
        return None
    key = KeyMaker(wanted, check_ids)
    left = [past for path in paths if (past := read_journal(path, key)) and past.outcomes]
    if not left:
        return None
    documents = sum(len(past.outcomes) for past in left)
    return Interrupted(min(past.started for past in left), documents, sum(past.found for past in left))


class Remembering:
    """Examines what is new or has changed, and gives the outcome that is remembered for the rest."""

    def __init__(self, examine_all: ExamineAll, memory: SiteMemory, wanted: Wanted) -> None:
        self._examine_all = examine_all
        self._memory = memory
        self._mask = wanted.searcher.mask
        self._fingerprints = wanted.fingerprints
        self._read: dict[str, tuple[str, Resource]] = {}
        self._again: dict[str, Remembered] = {}
        self._headers: set[tuple[str, str]] = set()
        self.spared = 0

    def examine_all(self, stream: Iterable[Item], cancel: Cancel) -> Iterator[Examined | Unchecked]:
        """See `ExamineAll`."""
        for item in self._examine_all(self._sifted(stream), cancel):
            yield self._noted(item) if isinstance(item, Examined) else item

    def _sifted(self, stream: Iterable[Item]) -> Iterator[Item]:
        for item in stream:
            yield self._sift(item) if isinstance(item, Resource) else item

    def _sift(self, item: Resource) -> Item:
        past = self._memory.recall(item.url)
        if item.unchanged and past is not None:
            return self._as_before(item, past)
        if item.same_as or item.cut or not item.body:
            return item
        digest = self._memory.digest(item)
        if past is not None and past.digest == digest:
            validators = _validators(item)
            return self._as_before(item, replace(past, etag=validators[0], modified=validators[1]))
        self._read[item.url] = (digest, replace(item, body=b""))
        return item

    def _as_before(self, item: Resource, past: Remembered) -> Item:
        """The earlier outcome; headers that were not seen in this run are examined once more."""
        self.spared += 1
        headers = tuple(
            (name, value) for name, value in item.headers
            if value not in (past.etag, past.modified) and (name, value) not in self._headers
            and not _is_date(value)
        )  # fmt: skip
        self._headers.update(headers)
        self._again[item.url] = past
        if headers:
            return replace(item, body=b"", headers=headers, same_as="")
        return Examined(item.url)

    def _noted(self, outcome: Examined) -> Examined:
        past = self._again.pop(outcome.url, None)
        if past is not None:
            marked = tuple(moved(f, f.url, self._fingerprints) for f in past.findings)
            past = replace(past, findings=marked)
            outcome = _joined(past, outcome)
            self._memory.keep(outcome.url, past)
            return outcome
        digest, resource = self._read.pop(outcome.url, ("", None))
        if resource is not None and outcome.read and not outcome.failed:
            etag, modified = _validators(resource)
            self._memory.keep(outcome.url, self._remembered(outcome, digest, etag, modified))
        return outcome

    def _remembered(self, outcome: Examined, digest: str, etag: str, modified: str) -> Remembered:
        unchecked = tuple(
            Unchecked(self._mask(u.url), self._mask(u.reason), self._mask(u.place), u.mend, u.cause)
            for u in outcome.unchecked
        )
        kind = outcome.media_type
        return Remembered(
            digest,
            etag,
            modified,
            outcome.is_page,
            kind,
            outcome.size,
            outcome.findings,
            unchecked,
            outcome.status,
        )


def _joined(past: Remembered, outcome: Examined) -> Examined:
    """The earlier outcome with what new headers brought."""
    known = {finding.id for finding in past.findings}
    return Examined(
        outcome.url,
        status=past.status,
        is_page=past.is_page,
        media_type=past.media_type,
        size=past.size,
        findings=(*past.findings, *(f for f in outcome.findings if f.id not in known)),
        unchecked=past.unchecked,
        failed=outcome.failed,
    )


def _validators(resource: Resource) -> tuple[str, str]:
    """The ETag, and the Last-Modified date where it is one; of whole, successful answers alone."""
    if resource.status != 200:
        return "", ""
    found = {name.lower(): value.strip() for name, value in resource.headers}
    modified = found.get("last-modified", "")
    return found.get("etag", "")[:200], modified if _is_date(modified) else ""


def _is_date(value: str) -> bool:
    """True for a date as HTTP writes it (RFC 9110 section 5.6.7), which can hold nothing else."""
    return bool(_DATE.fullmatch(value))
