"""The score: an interval, a gate, and a reason for every lost point. See docs/scoring.md for the laws."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import floor, fsum

from auditor.core.assessment import Assessment, ControlResult

# Accreditation scale of COA / Social Current: 1 full practice, 2 sound with minor gaps,
# 3 significant improvement needed, 4 minimal or none.
_BANDS = ((90.0, 1), (75.0, 2), (50.0, 3))


class Verdict(StrEnum):
    """Whether the protocol is met."""

    MET = "met"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Loss:
    """Points of 100 that one control costs, and why. `certain` is False while the control is undecided."""

    control: str
    points: float
    reason: str
    certain: bool


@dataclass(frozen=True, slots=True)
class SectionScore:
    """The interval of one section. All shares are percentages."""

    id: str
    title: str
    floor: float
    ceiling: float
    coverage: float
    total: int
    decided: int
    critical_failures: int


@dataclass(frozen=True, slots=True)
class Score:
    """The score of an assessment. Percentages run from 0 to 100.

    `floor` takes every unknown as failed and is the headline; `ceiling` takes every unknown as met;
    `coverage` is the weight decided; `not_applicable` the weight left out as not applicable.
    """

    floor: float
    ceiling: float
    coverage: float
    not_applicable: float
    rating: int
    verdict: Verdict
    gate: tuple[ControlResult, ...]
    losses: tuple[Loss, ...]
    sections: tuple[SectionScore, ...]


def claimed(share: float) -> float:
    """A share of 100 rounded down to a tenth, as it is shown: nobody is told more than there is."""
    return floor(share * 10 + 1e-6) / 10


def score(assessment: Assessment) -> Score:
    """Score `assessment` by the formulas of docs/scoring.md. An empty set of controls never passes."""
    results = assessment.results
    floor, ceiling, coverage = _interval(results)
    gate = tuple(r for r in results if r.fails_gate)
    rating = _rating(floor, len(gate))
    met = not gate and rating <= 2
    return Score(
        floor=floor,
        ceiling=ceiling,
        coverage=coverage,
        not_applicable=_share_left_out(results),
        rating=rating,
        verdict=Verdict.MET if met else Verdict.NOT_MET,
        gate=gate,
        losses=_losses(results),
        sections=tuple(_section(assessment, s.id, s.title) for s in assessment.profile.sections),
    )


def _interval(results: Iterable[ControlResult]) -> tuple[float, float, float]:
    counted = [r for r in results if r.applicable]
    total = sum(r.control.weight for r in counted)
    if not total:
        return 0.0, 0.0, 0.0
    known = fsum(r.control.weight * r.value for r in counted if r.value is not None)
    unknown = sum(r.control.weight for r in counted if r.value is None)
    return (
        100.0 * known / total,
        100.0 * (known + unknown) / total,
        100.0 * (total - unknown) / total,
    )


def _share_left_out(results: Iterable[ControlResult]) -> float:
    every = list(results)
    total = sum(r.control.weight for r in every)
    left_out = sum(r.control.weight for r in every if not r.applicable)
    return 100.0 * left_out / total if total else 0.0


def _rating(floor: float, failures: int) -> int:
    # Rounded, so that a sum of shares that stands at a bound in exact figures is not kept under it.
    rating = next((rating for bound, rating in _BANDS if round(floor, 9) >= bound), 4)
    worst = 1 if failures == 0 else 3 if failures == 1 else 4
    return max(rating, worst)


def _losses(results: Iterable[ControlResult]) -> tuple[Loss, ...]:
    counted = [r for r in results if r.applicable]
    total = sum(r.control.weight for r in counted)
    lost = [
        Loss(
            r.control.id,
            100.0 * r.control.weight * (1 - (r.value or 0.0)) / total,
            r.reason,
            r.value is not None,
        )
        for r in counted
        if r.value is None or r.value < 1
    ]
    return tuple(sorted(lost, key=lambda loss: -loss.points))


def _section(assessment: Assessment, section_id: str, title: str) -> SectionScore:
    results = assessment.of_section(section_id)
    counted = [r for r in results if r.applicable]
    floor, ceiling, coverage = _interval(results)
    return SectionScore(
        id=section_id,
        title=title,
        floor=floor,
        ceiling=ceiling,
        coverage=coverage,
        total=len(counted),
        decided=sum(r.value is not None for r in counted),
        critical_failures=sum(r.fails_gate for r in results),
    )
