"""A fact that is not really searched for makes no check clear."""

from datetime import UTC, datetime
from pathlib import Path

from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.events import Cancel, ignore
from auditor.scan.crew import Wanted
from auditor.scan.run import ScanOutcome, scan_targets


def scanned(tmp_path: Path, address: str) -> ScanOutcome:
    (tmp_path / "index.html").write_text("<p>Welcome</p>")
    facts = Facts.from_table({"address": [{"label": "shelter", "text": address}]})
    clock = lambda: datetime(2026, 1, 2, tzinfo=UTC)  # noqa: E731
    return scan_targets(
        [str(tmp_path)], Wanted(facts, Public()), listener=ignore, cancel=Cancel(), clock=clock
    )


def test_an_address_taken_apart_wrongly_is_unchecked(tmp_path: Path) -> None:
    outcome = scanned(tmp_path, "Eberswalder Straße 100 104")
    [entry] = outcome.run.coverage.unchecked
    assert (entry.url, entry.place) == ("confidential.toml", "shelter")
    assert "taken apart wrongly" in entry.reason
    assert "Eberswalder" not in entry.reason
    assert not outcome.conclusive()


def test_an_address_in_order_is_not(tmp_path: Path) -> None:
    assert scanned(tmp_path, "1247 North Maple Street, Springfield, IL 62704").conclusive()
