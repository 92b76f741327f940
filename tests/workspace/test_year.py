"""A year of four quarters on the command line, every number computed again from the files alone.

The second computation, in `recount.py`, shares nothing with the program.
"""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.workspace.conftest import Calendar, Ended
from tests.workspace.recount import check_report, expected, shares

Run = Callable[..., Ended]


def check(cli: Run, root: Path, period: str, day: date) -> Ended:
    """The score as the program gives it is the one computed here."""
    ended = cli("score", "--period", period, "-f", "json")
    told = ended.table
    told["gate"] = [g["control"] for g in told["gate"]]
    assert {k: told[k] for k in expected(root, period, day)} == expected(root, period, day)
    assert told["as_of"] == day.isoformat()
    assert sum(loss["points"] for loss in told["losses"]) == pytest.approx(100 - told["floor"], abs=1e-2)
    return ended


def answer(cli: Run, control: str, status: str, *more: str) -> None:
    assert cli("answer", control, status, "--by", "Jane Roe", *more).code == 0


def test_a_year(cli: Run, root: Path, calendar: Calendar) -> None:
    # Winter: a critical control is unmet, so it is waived until May, with an action.
    answer(cli, "A-1", "met")
    answer(cli, "A-2", "unmet")
    answer(cli, "A-3", "partial", "--sample", "9/12")
    answer(cli, "A-4", "met")
    assert cli("evidence", "add", "A-5", "--note", "seen", "--effective", "2025-06-20").code == 0
    assert cli("answer", "A-5", "met").code == 0
    assert check(cli, root, "2026-Q1", calendar.day).code == 4
    granted = cli(
        *("waiver", "add", "A-2", "--reason", "rebuilding", "--compensating", "a guard"),
        *("--owner", "Jane Roe", "--approver", "Sam Poe", "--expires", "2026-05-15"),
    )
    assert "W-2026Q1-1" in granted.out
    begun = cli("action", "add", "A-2", "--owner", "Jane Roe", "--interim", "a guard at night")
    assert "A-2026Q1-1" in begun.out
    assert "due 2026-02-17" in begun.out
    assert check(cli, root, "2026-Q1", calendar.day).code == 1
    answer(cli, "A-6", "partial")
    assert expected(root, "2026-Q1", calendar.day)["floor"] == round(100 * (5 + 0 + 3 + 3 + 2 + 0.5) / 20, 3)
    for role, name in (("auditor", "Jane Roe"), ("safety lead", "Sam Poe"), ("executive", "Kim Doe")):
        assert cli("sign", "--role", role, "--name", name).code == 0
    check(cli, root, "2026-Q1", calendar.day)

    # Spring: what may be carried is; the action is late until a colleague closes it.
    calendar.day = date(2026, 4, 20)
    assert cli("action", "list").code == 1
    assert "OVERDUE" in cli("action", "list").out
    answer(cli, "A-1", "met")
    held = tomllib.loads((root / "audits/2026-Q2.toml").read_text())
    carried = {a["control"]: a.get("carried_from") for a in held["answer"]}
    assert carried == {"A-4": "2026-Q1", "A-5": "2026-Q1", "A-1": None}
    assert cli("action", "close", "A-2026Q1-1", "--by", "jane roe", "--evidence", "done").code == 2
    assert cli("action", "close", "A-2026Q1-1", "--by", "Sam Poe", "--evidence", "new lock seen").code == 0
    assert cli("action", "list").code == 0
    answer(cli, "A-2", "unmet")
    answer(cli, "A-3", "met", "--sample", "12/12")
    answer(cli, "A-6", "met")
    assert check(cli, root, "2026-Q2", calendar.day).code == 0  # exactly 75 %, the gate held open
    ahead = cli("score", "--as-of", "2026-07-01", "-f", "json").table["forecast"]
    assert [turn["day"] for turn in ahead] == ["2026-05-16", "2026-06-21", "2026-07-01"]
    assert [turn["gate"] for turn in ahead] == [["A-2"], ["A-2"], ["A-2"]]
    for turn in ahead:
        assert round(turn["floor"], 3) == expected(root, "2026-Q2", date.fromisoformat(turn["day"]))["floor"]
    calendar.day = date(2026, 5, 15)
    assert check(cli, root, "2026-Q2", calendar.day).code == 0  # exactly 75 %, the gate held open
    calendar.day = date(2026, 5, 16)
    assert check(cli, root, "2026-Q2", calendar.day).code == 4
    assert "expired on 2026-05-15" in cli("waiver", "list").err
    calendar.day = date(2026, 6, 30)
    assert shares(root, "2026-Q2", calendar.day)["A-5"] == 0.5
    check(cli, root, "2026-Q2", calendar.day)

    # Summer: nobody. Autumn: the gap gets its reason.
    calendar.day = date(2026, 11, 10)
    answer(cli, "A-1", "met")
    answer(cli, "A-2", "met", "--evidence", "new lock, seen on the round")
    answer(cli, "A-3", "unmet")
    assert shares(root, "2026-Q4", calendar.day)["A-5"] is None  # its evidence was too old to be carried
    answer(cli, "A-5", "partial")
    answer(cli, "A-6", "na", "--note", "no such thing here")
    assert cli("trend", "--missed", "2026-Q3", "--reason", "the auditor was ill", "--by", "Kim Doe").code == 0
    assert cli("trend", "--missed", "2026-Q2", "--reason", "x", "--by", "Kim Doe").code == 2
    check(cli, root, "2026-Q4", calendar.day)
    quarters = cli("trend", "-f", "json").table["quarters"]
    assert [q["period"] for q in quarters] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    ends = {"2026-Q1": date(2026, 3, 31), "2026-Q2": date(2026, 6, 30), "2026-Q4": calendar.day}
    for quarter in quarters:
        if quarter["period"] == "2026-Q3":
            assert (quarter["floor"], quarter["reason"]) == (None, "the auditor was ill")
        else:
            day = ends[quarter["period"]]
            assert round(quarter["floor"], 3) == expected(root, quarter["period"], day)["floor"]

    compared = cli("diff", "2026-Q2", "2026-Q4", "-f", "json")
    assert compared.code == 1
    told = compared.table
    assert [m["control"] for m in told["regressed"]] == ["A-3"]
    assert [m["control"] for m in told["fixed"]] == ["A-2"]
    assert [m["control"] for m in told["newly_not_applicable"]] == ["A-6"]
    floors = [expected(root, p, ends[p])["floor"] for p in ("2026-Q2", "2026-Q4")]
    assert told["change"] == pytest.approx(floors[1] - floors[0], abs=1e-2)
    assert sum(m["points"] for m in told["moves"]) == pytest.approx(told["change"], abs=1e-9)
    assert cli("diff", "2026-Q3", "2026-Q4").code == 2

    # Other hands: named, refused, and accepted only by name.
    assert cli("verify").code == 0
    winter = root / "audits/2026-Q1.toml"
    untouched = winter.read_text()
    winter.write_text(untouched.replace('status = "unmet"', 'status = "met"'))
    tampered = cli("verify")
    assert tampered.code == 5
    assert "2026-Q1 was changed by other hands: answer A-2 was changed" in tampered.out
    assert cli("score", "--period", "2026-Q1").code == 5
    assert cli("diff", "2026-Q1", "2026-Q4").code == 5
    winter.write_text(untouched)
    assert cli("verify").code == 0

    # An older form: read, and written anew with the old one kept beside it.
    autumn = root / "audits/2026-Q4.toml"
    autumn.write_text(autumn.read_text().replace("schema = 1\n", "", 1))
    assert cli("verify").code == 5
    assert cli("verify", "--accept", "--by", "Kim Doe", "--reason", "from the old program").code == 0
    old = autumn.read_bytes()
    answer(cli, "A-3", "partial", "--sample", "10/12")
    assert (root / "audits/2026-Q4.schema-0.bak").read_bytes() == old
    assert cli("verify").code == 0

    # The report at the end of the year.
    final = expected(root, "2026-Q4", calendar.day)
    assert final["floor"] == round(100 * (5 + 5 + 4 * 10 / 12 + 3 + 1) / 19, 3)
    report = json.loads(cli("report", "-f", "json").out)
    check_report(report, root, ends | {"2026-Q4": calendar.day})
    told = report["score"]
    assert (told["verdict"], told["gate"]) == (final["verdict"], final["gate"])
    assert report["previous"] == "2026-Q2"

    # The coalition gets the file and learns the figures, nothing else.
    exported = root / "reports/2026-Q4.json"
    exported.parent.mkdir(exist_ok=True)
    exported.write_text(json.dumps(report))
    (row,) = cli("rollup", exported, "-f", "json").table["agencies"]
    assert (row["agency"], row["floor"], row["critical"]) == (report["agency"], told["floor"], final["gate"])
