"""A year of four audited quarters in the terminal, every number computed again from the files alone.

One visit after another, as an agency would: each opens the program anew on its day, does everything by
keyboard, and leaves. The second computation is that of the year on the command line.
"""

import json
import tomllib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from math import floor
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, OptionList

from auditor.core.errors import IntegrityError
from auditor.tui.app import AuditorApp
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework
from tests.tui.helpers import press, seen, settle
from tests.workspace.conftest import LEAKS, Calendar, make_folder
from tests.workspace.recount import check_report, expected, shares


class Visit:
    """The program open on one day."""

    def __init__(self, app: AuditorApp, pilot: Any) -> None:
        self.app, self.pilot = app, pilot

    async def keys(self, *keys: str) -> None:
        await press(self.app, self.pilot, *keys)
        assert not any(leak in seen(self.app) for leak in LEAKS)

    async def form(self, **lines: str) -> None:
        for name, text in lines.items():
            self.app.screen.query_one(f"#field-{name}", Input).value = text
        await self.keys("ctrl+s")

    async def question(self, control: str, *keys: str) -> None:
        """Search for a question and press keys on it."""
        await self.keys("2", "slash")
        self.app.screen.query_one("#search", Input).value = control
        await self.keys("enter")
        if keys:
            await self.keys(*keys)

    async def typed(self, text: str) -> None:
        self.app.screen.query_one("#line", Input).value = text
        await self.keys("enter")

    async def choose(self, which: str, option: str) -> None:
        target = self.app.screen.query_one(which, OptionList)
        target.focus()
        target.highlighted = target.get_option_index(option)
        await settle(self.app, self.pilot)

    @property
    def text(self) -> str:
        return " ".join(seen(self.app).replace("│", " ").split())

    async def overview(self) -> str:
        await self.keys("1")
        return self.text


Open = Callable[[date], AbstractAsyncContextManager[Visit]]


@pytest.fixture
def year(tmp_path: Path) -> tuple[Path, Calendar]:
    return make_folder(tmp_path / "workspace"), Calendar()


@pytest.fixture
def opened(year: tuple[Path, Calendar]) -> Open:
    root, calendar = year

    @asynccontextmanager
    async def open_on(day: date) -> AsyncIterator[Visit]:
        calendar.day = day
        app = AuditorApp(Workspace(root, calendar), root)
        app.animation_level = "none"
        async with app.run_test(size=(100, 40), notifications=True) as pilot:
            await settle(app, pilot)
            yield Visit(app, pilot)

    return open_on


def told(right: dict[str, Any]) -> str:
    """The score as the overview writes it."""
    low, high = (f"{floor(right[end] * 10 + 1e-6) / 10:g}" for end in ("floor", "ceiling"))
    return f"{low} %" if low == high else f"{low}–{high} %"


async def test_a_year_of_four_quarters(year: tuple[Path, Calendar], opened: Open) -> None:
    root, calendar = year

    def right(period: str) -> dict[str, Any]:
        return expected(root, period, calendar.day)

    # Winter of the first year: a critical question fails, is waived and gets an action.
    async with opened(date(2025, 12, 2)) as visit:
        await visit.question("A-1", "m")
        await visit.typed("Jane Roe")
        await visit.question("A-2", "u")
        await visit.question("A-3", "s")
        await visit.typed("9 of 12")
        await visit.question("A-4", "m")
        await visit.question("A-5", "m", "e")
        await visit.form(what="binder 4", day="2025-11-30")
        assert told(right("2025-Q4")) in await visit.overview()
        assert right("2025-Q4")["gate"] == ["A-2"]
        await visit.keys("8", "a")
        await visit.form(
            subject="A-2",
            reason="rebuilding",
            compensating="a guard",
            approver="Jane Roe",
            expires="2026-02-20",
        )
        assert "owner and approver must be two people" in visit.text
        await visit.form(approver="Sam Poe")
        await visit.keys("5", "a")
        await visit.form(subject="A-2", owner="Jane Roe", interim="a guard at night")
        await visit.keys("a")
        await visit.form(subject="A-3", owner="Sam Poe", root_cause="no list of vehicles")
        assert "9 Dec 2025" in visit.text  # critical: seven days
        assert "1 Jan 2026" in visit.text  # weight 4: thirty days
        await visit.question("A-6", "p")
        assert right("2025-Q4")["gate"] == []
        assert right("2025-Q4")["floor"] == round(100 * (5 + 0 + 3 + 3 + 2 + 0.5) / 20, 3)
        assert told(right("2025-Q4")) in await visit.overview()
        await visit.keys("9", "s", "ctrl+s")
        for name in ("Sam Poe", "Kim Doe"):
            await visit.keys("down", "s")
            await visit.form(name=name)
        assert visit.text.count("✓ signed") == 3
        assert "✓ unchanged 1 record" in visit.text
    assert len(tomllib.loads((root / "audits/2025-Q4.toml").read_text())["signature"]) == 3

    # Spring: what may be carried is; both actions are late, one is closed by a colleague.
    async with opened(date(2026, 2, 10)) as visit:
        await visit.keys("5")
        assert visit.text.count("▲ overdue") >= 2
        await visit.choose("#actions", "A-2025Q4-1")
        await visit.keys("x")
        await visit.form(by="jane roe", evidence="new lock")
        assert "closed by someone other than its owner" in visit.text
        await visit.form(by="Sam Poe")
        await visit.choose("#actions", "A-2025Q4-2")
        await visit.keys("e")
        await visit.form(due="2026-03-01", interim="each vehicle is looked at before a trip")
        await visit.question("A-1", "m")
        await visit.question("A-2", "u")
        await visit.question("A-3", "s")
        await visit.typed("10 of 12")
        await visit.question("A-6", "m")
        await visit.keys("8", "r")
        await visit.form(expires="2026-03-31", approver="Kim Doe")
        assert "renewed 1 time" in visit.text
        record = tomllib.loads((root / "audits/2026-Q1.toml").read_text())
        carried = {a["control"] for a in record["answer"] if a.get("carried_from")}
        assert carried == {"A-4", "A-5"}
        assert [a["status"] for a in record["action"]] == ["closed", "open"]
        assert told(right("2026-Q1")) in await visit.overview()
        assert right("2026-Q1")["gate"] == []

    # Summer of the second year: a quarter was missed, and the waiver ran out in it.
    async with opened(date(2026, 8, 5)) as visit:
        await visit.keys("6", "m")
        await visit.form(reason="the auditor was ill", by="Kim Doe")
        assert "2026-Q2 ▲ no audit the auditor was ill" in visit.text
        await visit.keys("8")
        assert "Waivers, 1 expired" in visit.text
        await visit.question("A-1", "m")
        await visit.question("A-2", "u")
        assert right("2026-Q3")["gate"] == ["A-2"]
        assert "NOT MET" in await visit.overview()
        await visit.question("A-2", "m")
        await visit.question("A-3", "u")
        assert told(right("2026-Q3")) in await visit.overview()

    # Autumn: begun early, looked at again in December; by then one support is a year old.
    async with opened(date(2026, 10, 5)) as visit:
        await visit.question("A-1", "m")
        assert shares(root, "2026-Q4", calendar.day)["A-5"] == 1
    async with opened(date(2026, 12, 10)) as visit:
        assert shares(root, "2026-Q4", calendar.day)["A-5"] == 0.5
        await visit.question("A-2", "m")
        await visit.question("A-6", "n")
        await visit.typed("no such thing here")
        assert told(right("2026-Q4")) in await visit.overview()
        await visit.keys("6")
        assert "Got worse" in visit.text
        assert "Newly not applicable" in visit.text

    # Other hands: named on the screen, and the quarter cannot be used until it is as it was.
    before = root / "audits/2026-Q1.toml"
    untouched = before.read_text()
    before.write_text(untouched.replace('status = "unmet"', 'status = "met"'))
    async with opened(date(2026, 12, 11)) as visit:
        await visit.keys("9")
        assert "the record of 2026-Q1 was changed by other hands: answer A-2 was changed" in visit.text
        await visit.keys("6")
        assert "was changed by other hands" in visit.text
        before.write_text(untouched)
        await visit.keys("9", "v")
        assert "✓ unchanged 4 records" in visit.text

    # An older form of the record is read, and written anew with the old one kept beside it.
    current = root / "audits/2026-Q4.toml"
    current.write_text(current.read_text().replace("schema = 1\n", "", 1))
    with pytest.raises(IntegrityError):
        Workspace(root, calendar).record()
    Casework(Workspace(root, calendar)).accept("Kim Doe", "from the old program")
    old = current.read_bytes()
    async with opened(date(2026, 12, 14)) as visit:
        await visit.question("A-3", "s")
        await visit.typed("11 of 12")
        assert (root / "audits/2026-Q4.schema-0.bak").read_bytes() == old
        await visit.keys("9")
        assert "✓ unchanged" in visit.text

        # The report at the end of the year, written on its screen.
        await visit.keys("7")
        await visit.choose("#formats", "json")
        await visit.keys("x")
    report = json.loads((root / "reports/2026-Q4-internal.json").read_text())
    ends = {p: date.fromisoformat(d) for p, d in (("2025-Q4", "2025-12-31"), ("2026-Q1", "2026-03-31"))}
    ends |= {"2026-Q3": date(2026, 9, 30), "2026-Q4": calendar.day}
    check_report(report, root, ends)
    final = right("2026-Q4")
    assert final["floor"] == round(100 * (5 + 5 + 4 * 11 / 12 + 1.5 + 1) / 19, 3)
    assert (report["score"]["verdict"], report["score"]["gate"]) == (final["verdict"], final["gate"])
    gap = next(point for point in report["trend"] if point["period"] == "2026-Q2")
    assert (gap["floor"], gap["reason"]) == (None, "the auditor was ill")
    assert report["previous"] == "2026-Q3"
