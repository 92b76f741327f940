"""The ledger: one line for every change of a record, each holding the hash of the line before.

It proves that the records are what the program last wrote, and names what was changed by other hands.
It cannot prove that nobody rewrote the whole chain; for that the head is shown in reports and signatures.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from auditor.core.errors import IntegrityError, WorkspaceError
from auditor.store.files import PRIVATE, unwritable

FILE = "audits/ledger.jsonl"
START = "0" * 64


class Entry(BaseModel):
    """One change. `digest` is the SHA-256 of the record's file afterwards.

    `parts` maps what changed ("answer LOC-01") to a short hash of it, empty when it was removed.
    `prev` is the SHA-256 of the line before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    seq: int
    at: datetime
    period: str
    event: str
    digest: str
    parts: dict[str, str] = {}
    by: str = ""
    note: str = ""
    prev: str


class Ledger:
    """The chain of one workspace. Append only under the workspace's lock."""

    def __init__(self, root: Path) -> None:
        self.path = root / FILE
        self._read = b""
        self._entries: list[Entry] = []

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, oldest first. Raises IntegrityError naming the first line that breaks the chain.

        A last line without its end is one that was being written when the program was killed; its change
        never took place, and it is passed over. Lines read before are compared and not parsed again.
        """
        data = self._data()
        if not data.startswith(self._read):
            self._read, self._entries = b"", []
        previous = _last_hash(self._read)
        entries = list(self._entries)
        for line in data[len(self._read) :].splitlines():
            number = len(entries) + 1
            try:
                entry = Entry.model_validate_json(line)
            except ValidationError:
                raise self._broken(number, "cannot be read") from None
            if entry.prev != previous or entry.seq != number:
                raise self._broken(number, "does not follow from the line before")
            entries.append(entry)
            previous = hashlib.sha256(line).hexdigest()
        self._read, self._entries = data, entries
        return tuple(entries)

    def restart_if_broken(self, at: datetime) -> tuple[str, ...]:
        """Keep a broken ledger under another name, so that a new one begins; says what was wrong with it."""
        try:
            self.entries()
        except IntegrityError as error:
            self.path.replace(self.path.with_name(f"ledger-broken-{at:%Y%m%d%H%M%S}.jsonl"))
            return (error.message,)
        return ()

    def head(self) -> str:
        """The hash of the last line, which stands for the whole chain; 64 zeros when it is empty."""
        return _last_hash(self._data())

    def state(self, period: str) -> tuple[str, dict[str, str]] | None:
        """Digest and parts that the record of `period` should have; None when it is not in the chain."""
        mine = [entry for entry in self.entries() if entry.period == period]
        if not mine:
            return None
        parts: dict[str, str] = {}
        for entry in mine:
            parts.update(entry.parts)
        return mine[-1].digest, {name: value for name, value in parts.items() if value}

    def append(
        self,
        *,
        at: datetime,
        period: str,
        event: str,
        digest: str,
        parts: Mapping[str, str],
        by: str = "",
        note: str = "",
    ) -> None:
        """Add a change, with what differs from the parts known so far. Raises WorkspaceError."""
        entries = self.entries()
        known = self.state(period)
        before = known[1] if known else {}
        changed = {name: value for name, value in parts.items() if before.get(name) != value}
        removed = {name: "" for name in before if name not in parts}
        entry = Entry(
            seq=len(entries) + 1,
            at=at,
            period=period,
            event=event,
            digest=digest,
            parts=changed | removed,
            by=by,
            note=note,
            prev=self.head(),
        )
        self._write(json.dumps(entry.model_dump(mode="json"), ensure_ascii=True, sort_keys=True).encode())

    def _data(self) -> bytes:
        """The whole lines."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise WorkspaceError(f"cannot read {self.path.name}: {error.strerror}") from None
        return data[: data.rfind(b"\n") + 1]

    def _write(self, line: bytes) -> None:
        """Put the line after the last whole one, in one write, on disk before returning."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, PRIVATE)
            try:
                whole = os.pread(handle, os.fstat(handle).st_size, 0).rfind(b"\n") + 1
                os.ftruncate(handle, whole)
                os.pwrite(handle, line + b"\n", whole)
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise unwritable(self.path, error) from None

    def _broken(self, number: int, how: str) -> IntegrityError:
        return IntegrityError(
            f"the ledger was changed: line {number} of {self.path.name} {how}",
            "restore audits/ from a backup, or start a new ledger with `auditor verify --accept`",
        )


def _last_hash(lines: bytes) -> str:
    """The SHA-256 of the last of whole lines; zeros when there are none."""
    last = lines[:-1].rsplit(b"\n", 1)[-1]
    return hashlib.sha256(last).hexdigest() if last else START
