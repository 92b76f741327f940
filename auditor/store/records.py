"""The quarters' records in `audits/`, one TOML file each, saved whole after every change."""

from collections.abc import Callable
from pathlib import Path

from auditor.core.errors import ConfigurationError
from auditor.core.period import Period
from auditor.core.record import AuditRecord
from auditor.store.files import locked, write_atomic
from auditor.store.toml_files import read_model, write_model


class RecordStore:
    """The records of one workspace."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / "audits"

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
        """The record of `period`, or None. Raises ConfigurationError when the file cannot be used."""
        path = self.path(period)
        return read_model(AuditRecord, path) if path.exists() else None

    def change(
        self, period: Period, start: Callable[[], AuditRecord], change: Callable[[AuditRecord], AuditRecord]
    ) -> AuditRecord:
        """Apply `change` to the record on disk and save it, holding the workspace meanwhile.

        The record is read again under the lock, so that two programs on one workspace lose nothing.
        `start` makes the record when there is none.
        """
        with locked(self._root):
            record = change(self.read(period) or start())
            write_atomic(self.path(period), write_model(record))
        return record
