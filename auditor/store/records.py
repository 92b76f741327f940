"""The quarters' records in `audits/`, one TOML file each, saved whole after every change."""

import contextlib
import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from auditor.core.errors import BrokenRecordError, ConfigurationError, IntegrityError, WorkspaceError
from auditor.core.kept import Kept
from auditor.core.period import Period
from auditor.core.record import AuditRecord
from auditor.core.seal import differences, parts_of
from auditor.store.files import leftovers, locked, write_atomic
from auditor.store.ledger import Ledger
from auditor.store.record_file import write_record
from auditor.store.toml_files import SCHEMA, as_text, build_model, parse_table, read_bytes

Step = Callable[[dict[str, Any]], dict[str, Any]]


_LOOK = "look into it, then see `auditor verify --help`"


def _add_schema_number(table: dict[str, Any]) -> dict[str, Any]:
    """From schema 0, the form without a number: the keys are those of schema 1."""
    return {"schema": 1, **table}


# For each older schema, how to reach the next one.
MIGRATIONS: Mapping[int, Step] = {0: _add_schema_number}


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


class _Held(NamedTuple):
    """A record as it was last read or written: the hash of its bytes, the schema they had, the record."""

    digest: str
    schema: int
    record: AuditRecord


class RecordStore:
    """The records of one workspace, each change of them written into the ledger."""

    def __init__(
        self,
        root: Path,
        clock: Callable[[], datetime] = _utc_now,
        migrations: Mapping[int, Step] = MIGRATIONS,
    ) -> None:
        self._root = root
        self._folder = root / "audits"
        self._clock = clock
        self._migrations = migrations
        self.ledger = Ledger(root)
        self._kept = Kept()
        self._held: dict[Period, _Held] = {}

    def periods(self) -> tuple[Period, ...]:
        """The quarters that have a record, oldest first."""
        if not self._folder.is_dir():
            return ()
        found = []
        for path in self._folder.glob("*.toml"):
            try:
                found.append(Period.parse(path.stem))
            except ConfigurationError:
                continue
        return tuple(sorted(found))

    def path(self, period: Period) -> Path:
        """Where the record of `period` is kept."""
        return self._folder / f"{period}.toml"

    def read(self, period: Period) -> AuditRecord | None:
        """The record of `period`, or None.

        Raises IntegrityError when the file is not what this program last wrote, whether it can be used or
        not; ConfigurationError when it is, and a newer program wrote it. One of an older schema is brought
        up to date in memory; `change` saves it.
        """
        record = self.read_unverified(period)
        if self.problems(period, record):
            # Another program may be between ledger and record, or was killed there.
            with contextlib.suppress(WorkspaceError), locked(self._root):
                self._recover(period)
        return self._verified(period)

    def _verified(self, period: Period) -> AuditRecord | None:
        record = self.read_unverified(period)
        if problems := self.problems(period, record):
            raise IntegrityError(problems[0], _LOOK)
        return record

    def read_unverified(self, period: Period) -> AuditRecord | None:
        """The record as it stands on disk, whatever the ledger says of it."""
        held = self._look(period)
        return held.record if held else None

    def _look(self, period: Period) -> "_Held | None":
        """What is on disk. A file with the same bytes as last time is not parsed again."""
        path = self.path(period)
        if not path.exists():
            return None
        data = read_bytes(path)
        digest, held = _digest(data), self._held.get(period)
        if held is None or held.digest != digest:
            held = self._parsed(period, data)
            self._held[period] = held
        return held

    def _parsed(self, period: Period, data: bytes) -> _Held:
        """The record that a file holds. Raises as `read` does."""
        path, known = self.path(period), self.ledger.state(str(period))
        try:
            text = as_text(data, path)
            table = parse_table(text, path.name)
            record = build_model(AuditRecord, self._current(table), path.name, text)
        except ConfigurationError as error:
            if known is not None and known[0] == _digest(data):
                raise
            raise BrokenRecordError(error.message, error.tip or _LOOK) from None
        if record.period != str(period):
            raise BrokenRecordError(f"{path.name} holds the record of {record.period}", "rename the file")
        return _Held(_digest(data), table.get("schema", 0), record)

    def problems(self, period: Period, record: AuditRecord | None) -> tuple[str, ...]:
        """Why the record on disk is not what the ledger says; empty when it is."""
        known = self.ledger.state(str(period))
        path = self.path(period)
        if record is None:
            gone = known is not None and known[0] != ""
            return (f"the record of {period} is in the ledger but gone from the disk",) if gone else ()
        if known is None:
            return (f"the record of {period} is not in the ledger",)
        if _digest(path.read_bytes()) == known[0]:
            return ()
        changed = differences(known[1], parts_of(record)) or ("its layout, in no answer or finding",)
        return (f"the record of {period} was changed by other hands: {', '.join(changed)}",)

    def change(
        self,
        period: Period,
        start: Callable[[], AuditRecord],
        change: Callable[[AuditRecord], AuditRecord],
        *,
        event: str = "saved",
        by: str = "",
        note: str = "",
    ) -> AuditRecord:
        """Apply `change` to the record on disk and save it, holding the workspace meanwhile.

        The record is read again under the lock, so that two programs on one workspace lose nothing.
        `start` makes the record when there is none. What cannot be read back is not saved. `event`, `by`
        and `note` say in the ledger what was done, by whom and why.
        """
        with locked(self._root):
            self._recover(period)
            before = self._verified(period)
            record = change(before or start())
            if record == before and not self._outdated(period):
                return record
            self._keep_old_schema(period)
            self._save(period, record, event if before else "started", by, note)
        return record

    def accept(self, by: str, note: str) -> tuple[str, ...]:
        """Take the records as they stand on disk into the ledger, naming who accepts them and why.

        A broken ledger is kept under another name and a new one begun. Gives the problems that were
        accepted. Raises ConfigurationError without a name and a reason.
        """
        if not by.strip() or not note.strip():
            raise ConfigurationError("accepting changed records needs a name and a reason")
        with locked(self._root):
            accepted = list(self.ledger.restart_if_broken(self._clock()))
            for period in self._recorded():
                self._recover(period)
                problems = self.problems(period, self.read_unverified(period))
                if problems:
                    self._accept(period, by, f"{note} ({'; '.join([*accepted, *problems])})")
                    accepted.extend(problems)
        return tuple(accepted)

    def _accept(self, period: Period, by: str, note: str) -> None:
        record = self.read_unverified(period)
        self.ledger.append(
            at=self._clock(),
            period=str(period),
            event="accepted" if record else "removed",
            digest=_digest(self.path(period).read_bytes()) if record else "",
            parts=parts_of(record) if record else {},
            by=by,
            note=note,
        )

    def _recorded(self) -> list[Period]:
        """Every quarter that is on disk or in the ledger, oldest first."""
        in_ledger = {Period.parse(e.period) for e in self.ledger.entries()}
        return sorted(in_ledger | set(self.periods()))

    def verify(self) -> tuple[str, ...]:
        """Every problem of the ledger and the records; empty when all are as this program wrote them.

        Raises ConfigurationError when nothing was changed, and a record is a newer program's.
        """
        try:
            recorded = self._recorded()
        except IntegrityError as error:
            return (str(error),)
        problems: list[str] = []
        newer: ConfigurationError | None = None
        for period in recorded:
            try:
                problems.extend(self.problems(period, self.read_unverified(period)))
            except BrokenRecordError as error:
                problems.append(f"the record of {period} cannot be read: {error}")
            except ConfigurationError as error:
                newer = error
        if newer is not None and not problems:
            raise newer
        return tuple(problems)

    def _save(self, period: Period, record: AuditRecord, event: str, by: str, note: str) -> None:
        path = self.path(period)
        data = write_record(record, path.name, self._kept)
        write_atomic(
            path,
            data,
            before_replace=lambda: self.ledger.append(
                at=self._clock(),
                period=str(period),
                event=event,
                digest=_digest(data),
                parts=parts_of(record, self._kept),
                by=by,
                note=note,
            ),
        )
        self._held[period] = _Held(_digest(data), SCHEMA, record)

    def _recover(self, period: Period) -> None:
        """Finish a save that was cut off between ledger and record, and clear what killed ones left."""
        path = self.path(period)
        known = self.ledger.state(str(period))
        for left in leftovers(path):
            on_disk = path.exists() and known is not None and _digest(path.read_bytes()) == known[0]
            if known is not None and not on_disk and _digest(left.read_bytes()) == known[0]:
                left.replace(path)
            else:
                left.unlink(missing_ok=True)

    def _current(self, table: dict[str, Any]) -> dict[str, Any]:
        while (found := table.get("schema", 0)) in self._migrations and found != SCHEMA:
            table = self._migrations[found](table)
        return table

    def _outdated(self, period: Period) -> bool:
        held = self._look(period)
        return held is not None and held.schema != SCHEMA

    def _keep_old_schema(self, period: Period) -> None:
        """Before a record of an older schema is written anew, keep a copy of it beside."""
        path, held = self.path(period), self._look(period)
        if held is not None and held.schema != SCHEMA:
            write_atomic(path.with_suffix(f".schema-{held.schema}.bak"), path.read_bytes())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
