"""How long an answer takes to be on disk, as a ratio to the same answer in a record without findings."""

import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from auditor.core.period import Period
from auditor.core.record import AuditRecord
from auditor.store.records import RecordStore
from tests.core.builders import TODAY, answer, finding, record

FINDINGS = (0, 500, 5000)
ROUNDS = 15


def seconds(findings: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        store = RecordStore(Path(folder), lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
        period = Period.of(TODAY)
        many = tuple(
            finding(f"f{n}", excerpt="Bring your gifts to [shelter] before Friday") for n in range(findings)
        )
        store.change(period, lambda: record(finding=many), lambda r: r.with_answer(answer("GOV-01")))
        begin = time.perf_counter()
        for number in range(ROUNDS):
            store.change(period, record, lambda r, n=number: changed(r, n))
        return (time.perf_counter() - begin) / ROUNDS


def changed(rec: AuditRecord, number: int) -> AuditRecord:
    return rec.with_answer(answer("GOV-01", note=f"look {number}"))


def main() -> None:
    seconds(0)
    base = seconds(0)
    print("One answer saved, findings in the record, milliseconds, ratio to none")
    for findings in FINDINGS:
        took = seconds(findings)
        print(f"{findings:>6}  {1000 * took:7.1f} ms  {took / base:5.1f}")


if __name__ == "__main__":
    main()
