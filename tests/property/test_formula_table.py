"""The table in docs/scoring.md: our score beside four well-known formulas, on the same answers.

The formulas are written down here from the descriptions of XCCDF 1.2 (default model), OpenSSF Scorecard,
Lynis and CSET. They differ in what they leave out of the denominator; that is what the table shows.
"""

from collections.abc import Callable
from math import floor
from pathlib import Path

import pytest

from auditor.core.assessment import assess
from auditor.core.score import Verdict, score
from tests.core.builders import TODAY, agency, answer, control, profile, record

DOC = Path(__file__).parents[2] / "docs" / "scoring.md"
BEGIN, END = "<!-- table: formulas -->\n", "<!-- end of table -->"

WEIGHTS = (5, 5, 4, 4, 3, 3, 3, 2, 2, 1)
HONEST = ["met", "met", "met", "met", "met", "met", "partial", "partial", "unmet", "unmet"]
CASES: dict[str, list[str]] = {
    "Six met, two partly, two unmet": HONEST,
    "… the unmet ones left unanswered": [a.replace("unmet", "unanswered") for a in HONEST],
    "… the unmet ones called not applicable": [a.replace("unmet", "not_applicable") for a in HONEST],
    "One easy control met, nine unanswered": ["unanswered"] * 9 + ["met"],
    "Nothing answered": ["unanswered"] * 10,
    "Everything called not applicable": ["not_applicable"] * 10,
    "All met but a critical one": ["unmet", *["met"] * 9],
    "All met, nobody stands for it": ["unsupported"] * 10,
}
VALUE = {"met": 1.0, "unsupported": 1.0, "partial": 0.5, "unmet": 0.0}
DROPPED = ("unanswered", "not_applicable")


def xccdf_default(answers: list[str]) -> float:
    """Weighted mean of 100 and 0; not checked and not applicable rules are dropped; all dropped: 0."""
    kept = [(w, a) for w, a in zip(WEIGHTS, answers, strict=True) if a not in DROPPED]
    passed = sum(w for w, a in kept if VALUE[a] == 1)
    return 100 * passed / sum(w for w, _ in kept) if kept else 0


def scorecard(answers: list[str]) -> float:
    """Weighted mean of 0 to 10 by risk; inconclusive checks are dropped; nothing left: -1."""
    risk = {5: 10, 4: 7.5, 3: 5, 2: 2.5, 1: 2.5}
    kept = [(risk[w], a) for w, a in zip(WEIGHTS, answers, strict=True) if a not in DROPPED]
    return sum(k * 10 * VALUE[a] for k, a in kept) / sum(k for k, _ in kept) if kept else -1


def lynis(answers: list[str]) -> float:
    """Points of the tests that ran, of their highest number; no points become one of a hundred."""
    kept = [(w, a) for w, a in zip(WEIGHTS, answers, strict=True) if a not in DROPPED]
    points = sum(w * VALUE[a] for w, a in kept)
    return floor(100 * points / sum(w for w, _ in kept)) if points else 1


def cset(answers: list[str]) -> float:
    """Share of yes among what is not called not applicable, without weights."""
    kept = [a for a in answers if a != "not_applicable"]
    return 100 * round(sum(VALUE.get(a, 0) == 1 for a in kept) / len(kept), 5) if kept else 0


FORMULAS: tuple[tuple[str, Callable[[list[str]], float], str], ...] = (
    ("XCCDF", xccdf_default, "{:.0f}"),
    ("Scorecard", scorecard, "{:.1f} of 10"),
    ("Lynis", lynis, "{:.0f}"),
    ("CSET", cset, "{:.0f}"),
)


def ours(answers: list[str]):
    controls = [control(f"C-{n}", weight=w, critical=n == 0) for n, w in enumerate(WEIGHTS)]
    given = [
        answer(
            f"C-{n}",
            "met" if a == "unsupported" else a,
            note="none",
            by="" if a == "unsupported" else "Jane Roe",
        )
        for n, a in enumerate(answers)
        if a != "unanswered"
    ]
    return score(assess(profile(*controls), agency("hidden"), record(*given), TODAY))


def table() -> str:
    names = [name for name, _, _ in FORMULAS]
    lines = ["| Answers | " + " | ".join(names) + " | auditor |", "|---|" + "---|" * (len(names) + 1)]
    for title, answers in CASES.items():
        cells = [form.format(formula(answers)) for _, formula, form in FORMULAS]
        result = ours(answers)
        verdict = "met" if result.verdict is Verdict.MET else "**not met**"
        left_out = f", {result.not_applicable:.0f} % n/a" if result.not_applicable else ""
        cells.append(f"{result.floor:.0f} to {result.ceiling:.0f}, {verdict}{left_out}")
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def test_the_table_in_the_documentation_is_what_the_formulas_give() -> None:
    text = DOC.read_text(encoding="utf-8")
    shown = text[text.index(BEGIN) + len(BEGIN) : text.index(END)].strip() + "\n"
    assert shown == table(), f"write this table into docs/scoring.md:\n{table()}"


def test_where_the_others_rise_ours_does_not() -> None:
    """Silence raises three of the four; calling things not applicable raises all four, ours only in sight."""
    honest, silent, excused = list(CASES.values())[:3]
    assert xccdf_default(silent) > xccdf_default(honest)
    assert scorecard(silent) > scorecard(honest)
    assert lynis(silent) > lynis(honest)
    assert ours(silent).floor == pytest.approx(ours(honest).floor)
    for formula in (xccdf_default, scorecard, lynis, cset):
        assert formula(excused) > formula(honest)
    assert ours(excused).not_applicable > 0 == ours(honest).not_applicable
    assert ours(CASES["All met but a critical one"]).verdict is Verdict.NOT_MET
    assert ours(CASES["All met, nobody stands for it"]).verdict is Verdict.NOT_MET


def test_the_worked_examples_of_the_documentation() -> None:
    """The figures of the examples in docs/scoring.md, computed."""
    text = DOC.read_text(encoding="utf-8")
    four = [
        control("LOC-01", weight=5, critical=True),
        control("TEL-02", weight=3),
        control("VEH-01", weight=4),
    ]
    four.append(control("MED-04", weight=3, review="yearly"))
    from auditor.core.record import Sample

    given = [answer("LOC-01"), answer("TEL-02", "partial"), answer("VEH-01", sample=Sample(good=9, size=12))]
    first = score(assess(profile(*four), agency("hidden"), record(*given), TODAY))
    assert f"{first.floor:.1f} %" in text
    assert f"{first.ceiling:.1f} %" in text
    assert f"{first.coverage:.0f} %" in text
    for loss in first.losses:
        assert f"{loss.points:.1f} | {loss.reason}" in text
