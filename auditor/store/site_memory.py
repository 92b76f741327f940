"""The memory of one site on disk: a journal that grows while a run goes on, and survives its end.

Lines are JSON, each behind a digest that is chained to the line before and keyed by the confidential facts,
so that nobody who does not know them can forge or shorten the middle of a memory. A torn last line, as a
killed program leaves it, is dropped. The journal of a run that goes on is named `.part`.
"""

import contextlib
import fcntl
import hashlib
import hmac
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from auditor.core.document import Resource, Unchecked
from auditor.core.finding import Finding
from auditor.core.memory import Place, Remembered
from auditor.store.files import PRIVATE, unwritable

SCHEMA = "site-memory-2"
MAC = 16
"""Hex digits of the digest before each line."""
Key = Callable[[bytes], bytes]
"""Makes the key of a memory from its salt."""


@dataclass(slots=True)
class Past:
    """What one journal holds; `hidden`: an address was not written down, as it holds a fact."""

    started: datetime
    salt: bytes
    key: bytes = field(repr=False)
    chain: bytes = b""
    places: dict[str, Place] = field(default_factory=dict)
    outcomes: dict[str, Remembered] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    hidden: bool = False
    length: int = 0

    @property
    def found(self) -> int:
        """The number of findings."""
        return sum(len(outcome.findings) for outcome in self.outcomes.values())


class SiteMemory:
    """The memory of one site for one run; see `auditor.core.memory.Memory`.

    `is_safe` tells whether an address may be written down: one that holds a confidential fact may not.
    """

    def __init__(self, path: Path, key: Key, is_safe: Callable[[str], bool], now: datetime) -> None:
        self._path = path
        self._part = part_of(path)
        self._make_key = key
        self._is_safe = is_safe
        self._now = now
        self._lock = threading.Lock()
        self._waiting: list[Place] = []
        self._written: dict[str, bool] = {}
        self._before: Past | None = None
        self._done: frozenset[str] = frozenset()
        self._kept: set[str] = set()
        self._run: Past
        self._file: IO[bytes]

    def begin(self, *, full: bool = False, resume: bool = False) -> bool:
        """Open the journal. False when another program is at it: then this run goes without.

        `full` forgets what was known; `resume` takes what an interrupted run has read as done. Raises
        WorkspaceError when the folder cannot be written.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(self._part, os.O_RDWR | os.O_CREAT, PRIVATE)
        except OSError as error:
            raise unwritable(self._part, error) from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return False
        self._file = os.fdopen(handle, "r+b", buffering=0)
        finished = None if full else read_journal(self._path, self._make_key)
        broken = None if full else read_journal(self._part, self._make_key)
        self._before = _merged(finished, broken)
        if resume and broken is not None:
            self._continue(broken)
        else:
            self._start_anew()
        return True

    def _continue(self, broken: Past) -> None:
        self._run = broken
        self._file.truncate(broken.length)
        self._file.seek(broken.length)
        self._written = {url: place.guessed for url, place in broken.places.items()}
        self._done = frozenset() if broken.hidden else frozenset(broken.outcomes)
        self._kept = set(broken.outcomes)

    def _start_anew(self) -> None:
        salt = self._before.salt if self._before else os.urandom(16)
        key = self._before.key if self._before else self._make_key(salt)
        self._run = Past(self._now, salt, key)
        self._file.truncate(0)
        self._file.seek(0)
        head = {"schema": SCHEMA, "salt": salt.hex(), "started": self._now.isoformat()}
        self._write(head)

    # --- asked by a collector ----------------------------------------------------------------------

    @property
    def started(self) -> datetime:
        """When the run began, the interrupted one if that is continued."""
        return self._run.started

    def places(self) -> Iterable[Place]:
        """Every address met before."""
        return tuple(self._before.places.values()) if self._before else ()

    def earlier(self, url: str) -> Remembered | None:
        """What may be asked about. Where an address could not be written down, every page must be read
        again: it alone may lead there.
        """
        return None if self._before is None or self._before.hidden else self._before.outcomes.get(url)

    def is_done(self, url: str) -> bool:
        """True for what the interrupted run has read."""
        return url in self._done

    def met(self, place: Place) -> None:
        """Note an address; it is written before anything else is."""
        with self._lock:
            self._waiting.append(place)

    def left_out(self, counts: Mapping[str, int]) -> None:
        """Note what was left out so far."""
        fresh = {name: count for name, count in counts.items() if count > self._run.counts.get(name, 0)}
        if fresh:
            self._run.counts.update(fresh)
            self._write(["c", fresh])

    def left_out_before(self) -> Mapping[str, int]:
        """What was left out in the earlier runs."""
        return dict(self._before.counts) if self._before else {}

    # --- asked by whoever examines -----------------------------------------------------------------

    def digest(self, resource: Resource) -> str:
        """What tells whether the resource is as it was: its body, type, character set and status."""
        how = f"{resource.media_type}\x1f{resource.charset}\x1f{resource.status}\x1f".encode()
        return hashlib.blake2b(how + resource.body, key=self._run.key[:32], digest_size=16).hexdigest()

    def recall(self, url: str) -> Remembered | None:
        """What came of reading `url`, whether it is the same now or not."""
        return self._before.outcomes.get(url) if self._before else None

    def keep(self, url: str, outcome: Remembered) -> None:
        """Note what came of `url`, unless its address may not be written down."""
        self._write_places()
        safe = url in self._written or self._is_safe(url)
        if url not in self._kept and safe and (not outcome.etag or self._is_safe(outcome.etag)):
            self._keep(url, outcome)

    def _keep(self, url: str, outcome: Remembered) -> None:
        self._kept.add(url)
        row = [
            "d", url, outcome.digest, outcome.etag, outcome.modified, outcome.is_page, outcome.media_type,
            outcome.size,
            [f.model_dump(mode="json", exclude_defaults=True) for f in outcome.findings],
            [[u.url, u.reason, u.place, u.mend, u.cause] for u in outcome.unchecked], outcome.status,
        ]  # fmt: skip
        self._write(row)

    def finish(self) -> None:
        """The run went through: its journal is the memory now, with what it did not get to."""
        self._write_places()
        before = self._before.outcomes if self._before and self._before.salt == self._run.salt else {}
        for url, outcome in before.items():
            if url in self._written and url not in self._kept:
                self._keep(url, outcome)
        with contextlib.suppress(OSError):
            os.fsync(self._file.fileno())
            self._part.replace(self._path)
        self.close()

    def close(self) -> None:
        """End without having finished; what was noted stays for a run that continues this one."""
        with contextlib.suppress(OSError):
            self._file.close()

    # --- the journal -------------------------------------------------------------------------------

    def _write_places(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for place in waiting:
            if self._written.get(place.url) is place.guessed:
                continue
            if place.url in self._written or self._is_safe(place.url):
                self._written[place.url] = place.guessed
                self._write(["p", place.url, place.depth, place.guessed])
            elif not self._run.hidden:
                self._run.hidden = True
                self._write(["h"])

    def _write(self, row: object) -> None:
        """Append a line; a full disk costs the memory, never the run."""
        text = json.dumps(row, ensure_ascii=True, separators=(",", ":")).encode()
        mac = _mac(self._run.key, self._run.chain, text)
        self._run.chain = mac
        with contextlib.suppress(OSError, ValueError):
            self._file.write(mac + b" " + text + b"\n")


def part_of(path: Path) -> Path:
    """The journal of a run that goes on; it takes the place of `path` at the end."""
    return path.with_name(path.name + ".part")


def read_journal(path: Path, key: Key) -> Past | None:
    """What the journal at `path` holds; None without one that was made with the same facts and program."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    lines = _lines(data)
    mac, text = next(lines, (b"", b""))
    try:
        head = json.loads(text)
        if head["schema"] != SCHEMA:
            return None
        salt = bytes.fromhex(head["salt"])
        past = Past(datetime.fromisoformat(head["started"]), salt, key(salt))
    except (ValueError, KeyError, TypeError):
        return None
    if not _accept(past, mac, text):
        return None
    for mac, text in lines:
        if not _accept(past, mac, text):
            break
    return past


def _lines(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    for line in data.split(b"\n")[:-1]:
        yield line[:MAC], line[MAC + 1 :]


def _accept(past: Past, mac: bytes, text: bytes) -> bool:
    """Take a line in; False for one that was not written by a run with the same key, in this order."""
    if not hmac.compare_digest(mac, _mac(past.key, past.chain, text)):
        return False
    try:
        _take(past, json.loads(text))
    except (ValueError, KeyError, TypeError, ValidationError):
        return False
    past.chain = mac
    past.length += MAC + len(text) + 2
    return True


def _take(past: Past, row: Any) -> None:
    match row:
        case ["p", url, depth, guessed]:
            past.places[url] = Place(url, depth, guessed)
        case ["c", counts]:
            past.counts.update(counts)
        case ["h"]:
            past.hidden = True
        case ["d", url, digest, etag, modified, is_page, kind, size, findings, unchecked, status]:
            found = tuple(Finding.model_validate(f) for f in findings)
            missed = tuple(Unchecked(*entry) for entry in unchecked)
            past.outcomes[url] = Remembered(
                digest, etag, modified, is_page, kind, size, found, missed, status
            )


def _mac(key: bytes, chain: bytes, text: bytes) -> bytes:
    return hashlib.blake2b(chain + text, key=key[:32], digest_size=MAC // 2).hexdigest().encode()


def _merged(finished: Past | None, broken: Past | None) -> Past | None:
    """Both memories as one, the later winning; digests of another key cannot be compared."""
    if finished is None or broken is None or finished.salt != broken.salt:
        return broken or finished
    return Past(
        finished.started, finished.salt, finished.key,
        places={**finished.places, **broken.places},
        outcomes={**finished.outcomes, **broken.outcomes},
        counts={**finished.counts, **broken.counts},
        hidden=finished.hidden or broken.hidden,
    )  # fmt: skip
