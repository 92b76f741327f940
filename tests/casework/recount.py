"""The score computed again from the files alone, by docs/scoring.md. It shares nothing with the program."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from tests.casework.conftest import CONTROLS


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
