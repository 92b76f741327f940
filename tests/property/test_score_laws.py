"""The laws of the score: each holds for any checklist and any answers."""

import math
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.core.assessment import assess
from auditor.core.profile import Control
from auditor.core.record import Answer, AuditRecord, Sample
from auditor.core.score import Score, Verdict, score
from tests.core.builders import TODAY, agency, answer, control, finding, profile, record, waiver

LADDER = ("unanswered", "unmet", "partial", "met")
OLD = date(2026, 9, 1)

statuses = st.sampled_from([*LADDER, "not_applicable"])
samples = st.none() | st.integers(1, 20).flatmap(
    lambda n: st.builds(Sample, good=st.integers(0, n), size=st.just(n))
)
severities = st.sampled_from(["critical", "high", "medium", "low", "info"])


@st.composite
def audits(draw: st.DrawFn, least: int = 0) -> tuple[list[Control], AuditRecord]:
    """Any checklist with any record: answers fresh and old, samples, findings, waivers."""
    controls, answers, findings, waivers = [], [], [], []
    for number in range(draw(st.integers(least, 8))):
        name = f"C-{number}"
        controls.append(
            control(
                name,
                weight=draw(st.integers(1, 5)),
                critical=draw(st.booleans()),
                waivable=draw(st.booleans()),
                review=draw(st.sampled_from(["quarterly", "yearly"])),
                checks=(f"check-{number}",),
            )
        )
        status = draw(statuses)
        if status != "unanswered":
            answers.append(made(name, status, draw(st.sampled_from([TODAY, OLD])), draw(samples)))
        if draw(st.booleans()):
            findings.append(finding(f"f{number}", f"check-{number}", draw(severities)))
        if draw(st.booleans()):
            waivers.append(waiver(name))
    return controls, record(*answers, finding=findings, waiver=waivers)


def made(name: str, status: str, day: date = TODAY, sample: Sample | None = None, **values: Any) -> Answer:
    return answer(name, status, day, note="none here", sample=sample, **values)


def scored(controls: list[Control], rec: AuditRecord) -> Score:
    return score(assess(profile(*controls), agency("hidden"), rec, TODAY))


@settings(max_examples=100, deadline=None)
@given(audits())
def test_bounded_and_ordered(audit: tuple[list[Control], AuditRecord]) -> None:
    result = scored(*audit)
    assert 0 <= result.floor <= result.ceiling <= 100
    assert 0 <= result.coverage <= 100
    assert 0 <= result.not_applicable <= 100
    assert 1 <= result.rating <= 4
    assert math.isclose(
        result.ceiling - result.floor,
        100 - result.coverage if result.coverage else result.ceiling,
        abs_tol=1e-9,
    )


@settings(max_examples=100, deadline=None)
@given(audits(least=1), st.data())
def test_improving_an_answer_never_lowers_the_floor(
    audit: tuple[list[Control], AuditRecord], data: st.DataObject
) -> None:
    controls, rec = audit
    name = data.draw(st.sampled_from(controls)).id
    before = rec.answer_to(name)
    step = LADDER.index(before.status.value) if before and before.status.value in LADDER else 0
    if before and before.status.value == "not_applicable":
        return
    better = data.draw(st.integers(step, 3))
    if better == 0:
        return
    sample = before.sample if before else None
    day = before.at.date() if before else OLD
    improved = rec.with_answer(made(name, LADDER[better], day, sample))
    assert scored(controls, improved).floor >= scored(controls, rec).floor - 1e-9
    refreshed = rec.with_answer(made(name, LADDER[better], TODAY, sample))
    assert scored(controls, refreshed).floor >= scored(controls, improved).floor - 1e-9


@settings(max_examples=100, deadline=None)
@given(audits(least=1), st.integers(1, 19), st.integers(0, 18), st.sampled_from([TODAY, OLD]))
def test_a_better_sample_never_lowers_the_floor(
    audit: tuple[list[Control], AuditRecord], size: int, good: int, day: date
) -> None:
    controls, rec = audit
    good = min(good, size - 1)
    name = controls[0].id
    worse = rec.with_answer(made(name, "met", day, Sample(good=good, size=size)))
    better = rec.with_answer(made(name, "met", day, Sample(good=good + 1, size=size)))
    assert scored(controls, better).floor >= scored(controls, worse).floor


@settings(max_examples=60, deadline=None)
@given(audits(), st.sampled_from([2, 3, 7]))
def test_scaling_all_weights_changes_nothing(audit: tuple[list[Control], AuditRecord], factor: int) -> None:
    controls, rec = audit
    # Weights of a profile end at 5, so the scaled ones are put in place behind the model's back.
    scaled = [c.model_copy(update={"weight": c.weight * factor}) for c in controls]
    one, other = scored(controls, rec), score(assess(unchecked_profile(scaled), agency("hidden"), rec, TODAY))
    for name in ("floor", "ceiling", "coverage", "not_applicable"):
        assert math.isclose(getattr(one, name), getattr(other, name), abs_tol=1e-9)
    assert (one.rating, one.verdict) == (other.rating, other.verdict)


def unchecked_profile(controls: list[Control]) -> Any:
    base = profile(control())
    section = base.sections[0].model_copy(update={"control": tuple(controls)})
    return base.model_copy(update={"sections": (section,)})


@settings(max_examples=100, deadline=None)
@given(audits())
def test_every_lost_point_has_one_control_and_a_reason(audit: tuple[list[Control], AuditRecord]) -> None:
    result = scored(*audit)
    names = [loss.control for loss in result.losses]
    assert len(names) == len(set(names))
    assert all(loss.reason and loss.points > 0 for loss in result.losses)
    if any(r.applicable for r in assess(profile(*audit[0]), agency("hidden"), audit[1], TODAY).results):
        assert math.isclose(sum(loss.points for loss in result.losses), 100 - result.floor, abs_tol=1e-9)


@settings(max_examples=60, deadline=None)
@given(audits())
def test_the_gate_holds_at_any_percentage(audit: tuple[list[Control], AuditRecord]) -> None:
    result = scored(*audit)
    if result.gate:
        assert result.verdict is Verdict.NOT_MET
        assert result.rating >= (3 if len(result.gate) == 1 else 4)
    else:
        assert (result.verdict is Verdict.MET) == (round(result.floor, 9) >= 75)


@settings(max_examples=60, deadline=None)
@given(audits())
def test_a_waiver_never_changes_a_point(audit: tuple[list[Control], AuditRecord]) -> None:
    controls, rec = audit
    without = scored(controls, rec.model_copy(update={"waiver": ()}))
    result = scored(controls, rec)
    assert (result.floor, result.ceiling, result.losses) == (without.floor, without.ceiling, without.losses)
    assert len(result.gate) <= len(without.gate)


def test_an_empty_checklist_never_passes() -> None:
    for controls in ([], [control()]):
        rec = record(made("LOC-01", "not_applicable")) if controls else record()
        result = scored(controls, rec)
        assert (result.verdict, result.floor, result.rating) == (Verdict.NOT_MET, 0.0, 4)


@settings(max_examples=60, deadline=None)
@given(audits())
def test_where_nothing_applies_nothing_passes(audit: tuple[list[Control], AuditRecord]) -> None:
    controls, _ = audit
    rec = record(*(made(c.id, "not_applicable") for c in controls))
    result = scored(controls, rec)
    assert (result.verdict, result.floor, result.ceiling, result.rating) == (Verdict.NOT_MET, 0.0, 0.0, 4)
    assert result.not_applicable == (100 if controls else 0)


@settings(max_examples=100, deadline=None)
@given(audits(least=1), st.data())
def test_taking_an_answer_back_never_raises_the_floor(
    audit: tuple[list[Control], AuditRecord], data: st.DataObject
) -> None:
    controls, rec = audit
    name = data.draw(st.sampled_from(controls)).id
    before = rec.answer_to(name)
    if before is None:
        return
    silent = scored(controls, rec.without_answer(name))
    assert silent.floor <= scored(controls, rec).floor + 1e-9
    assert silent.coverage <= scored(controls, rec).coverage + 1e-9


def test_silence_never_helps() -> None:
    """Left unanswered, a control costs as much as unmet."""
    controls = [control("C-0"), control("C-1")]
    silent = record(made("C-0", "met"))
    honest = silent.with_answer(made("C-1", "unmet"))
    assert scored(controls, silent).floor == scored(controls, honest).floor == 50


def test_the_bounds_of_the_rating_belong_to_the_better_side() -> None:
    controls = [control("C-0")]
    for good, size, rating in (
        (9, 10, 1),
        (899, 1000, 2),
        (3, 4, 2),
        (749, 1000, 3),
        (1, 2, 3),
        (499, 1000, 4),
    ):
        assert (
            scored(controls, record(made("C-0", "met", sample=Sample(good=good, size=size)))).rating == rating
        )
