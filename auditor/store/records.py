"""The quarters' records in `audits/`, one TOML file each, saved whole after every change."""

import contextlib
import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from auditor.core.errors import ConfigurationError, IntegrityError, WorkspaceError
from auditor.core.period import Period
from auditor.core.record import AuditRecord
from auditor.core.seal import differences, parts_of
from auditor.store.files import leftovers, locked, write_atomic
from auditor.store.ledger import Ledger
from auditor.store.toml_files import SCHEMA, build_model, parse_table, read_text, write_model

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _add_schema_number(table: dict[str, Any]) -> dict[str, Any]:
    """From schema 0, the form without a number: the keys are those of schema 1."""
    return {"schema": 1, **table}


# For each older schema, how to reach the next one.
MIGRATIONS: Mapping[int, Step] = {0: _add_schema_number}


def _utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


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

        Raises ConfigurationError when the file cannot be used, IntegrityError when it is not what this
        program last wrote. One of an older schema is brought up to date in memory; `change` saves it.
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
            raise IntegrityError(problems[0], "look into it, then see `auditor verify --help`")
        return record

    def read_unverified(self, period: Period) -> AuditRecord | None:
        """The record as it stands on disk, whatever the ledger says of it."""
        path = self.path(period)
        if not path.exists():
            return None
        text = read_text(path)
        record = build_model(AuditRecord, self._current(parse_table(text, path.name)), path.name, text)
        if record.period != str(period):
            raise ConfigurationError(f"{path.name} holds the record of {record.period}", "rename the file")
        return record

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
    ) -> AuditRecord:
        """Apply `change` to the record on disk and save it, holding the workspace meanwhile.

        The record is read again under the lock, so that two programs on one workspace lose nothing.
        `start` makes the record when there is none. What cannot be read back is not saved.
        """
        with locked(self._root):
            self._recover(period)
            before = self._verified(period)
            record = change(before or start())
            if record == before and not self._outdated(period):
                return record
            self._keep_old_schema(period)
            self._save(period, record, event if before else "started", by)
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
        """Every problem of the ledger and the records; empty when all are as this program wrote them."""
        try:
            recorded = self._recorded()
        except IntegrityError as error:
            return (str(error),)
        problems: list[str] = []
        for period in recorded:
            try:
                problems.extend(self.problems(period, self.read_unverified(period)))
            except ConfigurationError as error:
                problems.append(f"the record of {period} cannot be read: {error}")
        return tuple(problems)

    def _save(self, period: Period, record: AuditRecord, event: str, by: str) -> None:
        path, data = self.path(period), write_model(record)
        name = path.name
        if build_model(AuditRecord, parse_table(data.decode(), name), name) != record:
            raise WorkspaceError(f"{name} would not read back as it was; nothing was saved")
        write_atomic(
            path,
            data,
            before_replace=lambda: self.ledger.append(
                at=self._clock(),
                period=str(period),
                event=event,
                digest=_digest(data),
                parts=parts_of(record),
                by=by,
            ),
        )

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
        path = self.path(period)
        return path.exists() and parse_table(read_text(path), path.name).get("schema", 0) != SCHEMA

    def _keep_old_schema(self, period: Period) -> None:
        """Before a record of an older schema is written anew, keep a copy of it beside."""
        path = self.path(period)
        if self._outdated(period):
            found = parse_table(read_text(path), path.name).get("schema", 0)
            write_atomic(path.with_suffix(f".schema-{found}.bak"), path.read_bytes())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
