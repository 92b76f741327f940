"""The score computed again from the files alone, by docs/scoring.md. It shares nothing with the program."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from tests.workspace.conftest import CONTROLS


def shares(root: Path, period: str, day: date) -> dict[str, float | None]:
    """For each control its value on a day: None undecided, absent when not applicable."""
    record = tomllib.loads((root / f"audits/{period}.toml").read_text())
    answers = {a["control"]: a for a in record.get("answer", [])}
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    found: dict[str, float | None] = {}
    for name, _, critical, review, _ in CONTROLS:
        answer = answers.get(name)
        if answer is None or answer["status"] == "unanswered":
            found[name] = None
            continue
        if answer["status"] == "not_applicable":
            continue
        value = {"met": 1.0, "partial": 0.5, "unmet": 0.0}[answer["status"]]
        if "sample" in answer and answer["status"] != "unmet":
            value = answer["sample"]["good"] / answer["sample"]["size"]
        since = first if critical or review == "quarterly" else date(day.year - 1, day.month, day.day)
        days = [e["effective"] for e in answer.get("evidence", []) if e["effective"] <= day]
        days += [answer["at"].date()] if answer.get("by") else []
        fresh = any(d >= since for d in days)
        found[name] = value if fresh or value <= 0.5 else 0.5
    return found


def expected(root: Path, period: str, day: date) -> dict[str, Any]:
    values = shares(root, period, day)
    weights = {name: weight for name, weight, *_ in CONTROLS if name in values}
    total = sum(weights.values())
    known = sum(weights[n] * v for n, v in values.items() if v is not None)
    unknown = sum(weights[n] for n, v in values.items() if v is None)
    record = tomllib.loads((root / f"audits/{period}.toml").read_text())
    waived = {w["subject"] for w in record.get("waiver", []) if w["created"] <= day <= w["expires"]}
    gate = [
        n for n, _, critical, *_ in CONTROLS if critical and n in values and not values[n] and n not in waived
    ]
    floor = 100 * known / total
    rating = next((r for bound, r in ((90, 1), (75, 2), (50, 3)) if floor >= bound), 4)
    rating = max(rating, 1 if not gate else 3 if len(gate) == 1 else 4)
    return {
        "floor": round(floor, 3),
        "ceiling": round(100 * (known + unknown) / total, 3),
        "coverage": round(100 * (total - unknown) / total, 3),
        "not_applicable": round(100 * (20 - total) / 20, 3),
        "rating": rating,
        "verdict": "met" if not gate and rating <= 2 else "not_met",
        "gate": gate,
    }


def contributions(root: Path, period: str, day: date) -> dict[str, float]:
    """The points of 100 that each control brings."""
    values = shares(root, period, day)
    weights = {name: weight for name, weight, *_ in CONTROLS if name in values}
    total = sum(weights.values())
    return {name: 100 * weights[name] * (value or 0) / total for name, value in values.items()}


def numbers(table: Any, path: str = "") -> dict[str, float]:
    """Every number in a report, by its path: `sections.0.controls.2.lost`."""
    if isinstance(table, dict):
        rows: list[tuple[Any, Any]] = list(table.items())
    elif isinstance(table, list):
        rows = list(enumerate(table))
    else:
        counts = isinstance(table, int | float) and not isinstance(table, bool)
        return {path: table} if counts else {}
    found: dict[str, float] = {}
    for name, value in rows:
        found |= numbers(value, f"{path}.{name}" if path else str(name))
    return found


def report_numbers(report: dict[str, Any], root: Path, ends: dict[str, date]) -> dict[str, float]:
    """What every number of a JSON report should be. `ends` has the day on which each quarter is judged.

    Of the report itself only names are used: which control, which quarter, which waiver stands in a row.
    """
    period = report["period"]
    day = ends[period]
    told, values = expected(root, period, day), shares(root, period, day)
    record = tomllib.loads((root / f"audits/{period}.toml").read_text())
    answers = {a["control"]: a for a in record.get("answer", [])}
    weights = {name: weight for name, weight, *_ in CONTROLS}
    total = sum(weights[name] for name in values)
    floor_ceiling = {"floor": told["floor"], "ceiling": told["ceiling"]}
    found: dict[str, float] = {"sites.0.total": 1}
    for name in ("floor", "ceiling", "coverage", "not_applicable", "rating"):
        found[f"score.{name}"] = told[name]
    section = {
        **floor_ceiling,
        "total": len(values),
        "decided": sum(v is not None for v in values.values()),
        "critical_failures": len(told["gate"]),
    }
    found |= {f"sections.0.{name}": value for name, value in section.items()}
    for row, control in enumerate(report["sections"][0]["controls"]):
        name, place = control["id"], f"sections.0.controls.{row}"
        found[f"{place}.weight"] = weights[name]
        found[f"{place}.found"] = 0
        found[f"{place}.lost"] = 100 * weights[name] * (1 - (values.get(name, 1) or 0)) / total
        days = [e["effective"] for e in answers.get(name, {}).get("evidence", [])]
        if days:
            found[f"{place}.evidence_days"] = (day - max(days)).days
    for row, waiver in enumerate(report["waivers"]):
        held = next(w for w in record["waiver"] if w["id"] == waiver["id"])
        found[f"waivers.{row}.renewals"] = held.get("renewals", 0)
    for row, point in enumerate(report["trend"]):
        if point["floor"] is not None:
            quarter = expected(root, point["period"], ends[point["period"]])
            found |= {f"trend.{row}.{name}": quarter[name] for name in ("floor", "ceiling")}
    if report["previous"]:
        before = contributions(root, report["previous"], ends[report["previous"]])
        after = contributions(root, period, day)
        moved = {n: after.get(n, 0) - before.get(n, 0) for n in weights}
        for row, change in enumerate(report["changes"]):
            rest = sum(moved.values()) - sum(
                moved[c["control"]] for c in report["changes"] if c["control"] in moved
            )
            found[f"changes.{row}.points"] = moved.get(change["control"], rest)
    return found


def check_report(report: dict[str, Any], root: Path, ends: dict[str, date]) -> None:
    """Every number of a report is the one computed here, and there is none that is not computed here."""
    right, told = report_numbers(report, root, ends), numbers(report)
    assert told.keys() == right.keys()
    wrong = {name: (told[name], right[name]) for name in told if abs(told[name] - right[name]) > 0.006}
    assert wrong == {}
