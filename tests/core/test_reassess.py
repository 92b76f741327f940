"""Judging step by step gives what judging at once gives, and does no more than it must."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.core.assessment import assess
from auditor.core.reassess import Assessor
from auditor.core.record import AuditRecord, Ruling
from auditor.core.status import FindingStatus
from tests.core.builders import TODAY, agency, answer, control, finding, moment, profile, record, waiver

CONTROLS = [
    control(f"C-{n}", critical=n % 2 == 0, waivable=n != 3, checks=("site-address",) if n < 4 else ())
    for n in range(6)
]
PROFILE = profile(*CONTROLS)
AGENCY = agency("hidden")
numbers = st.integers(0, 5)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), numbers, st.sampled_from(["met", "partial", "unmet"])),
        st.tuples(st.just("forget"), numbers),
        st.tuples(st.just("find"), numbers, st.sampled_from(["critical", "medium", "low"])),
        st.tuples(st.just("rule"), numbers, st.sampled_from(list(FindingStatus))),
        st.tuples(st.just("waive"), st.sampled_from(["C-0", "C-3", "f1", "f2"])),
        st.tuples(st.just("nothing")),
        st.tuples(st.just("later"), st.integers(1, 60)),
    ),
    max_size=12,
)


def _after(rec: AuditRecord, step: tuple[object, ...]) -> AuditRecord:
    sort, *values = step
    if sort == "answer":
        return rec.with_answer(answer(f"C-{values[0]}", str(values[1])))
    if sort == "forget":
        return rec.without_answer(f"C-{values[0]}")
    if sort == "find":
        new = finding(f"f{values[0]}", severity=str(values[1]))
        return rec.model_copy(update={"finding": (*(f for f in rec.finding if f.id != new.id), new)})
    if sort == "rule":
        status = FindingStatus(values[1])
        ruling = Ruling(finding=f"f{values[0]}", status=status, reason="x", by="y", at=moment())
        return rec.with_ruling(ruling)
    if sort == "waive":
        return rec.model_copy(update={"waiver": (*rec.waiver, waiver(str(values[0])))})
    return rec.model_copy()


@settings(max_examples=150, deadline=None)
@given(steps)
def test_step_by_step_is_as_good_as_at_once(todo: list[tuple[object, ...]]) -> None:
    rec, day, assessor = record(), TODAY, Assessor(PROFILE, AGENCY)
    for step in todo:
        if step[0] == "later":
            day += timedelta(days=int(str(step[1])))
        rec = _after(rec, step)
        assert assessor.assess(rec, day) == assess(PROFILE, AGENCY, rec, day)


def test_another_quarter_is_judged_anew() -> None:
    assessor = Assessor(PROFILE, AGENCY)
    assessor.assess(record(answer("C-1")), TODAY)
    past = record(answer("C-1"), period="2026-Q3")
    assert assessor.assess(past, TODAY) == assess(PROFILE, AGENCY, past, TODAY)


def test_what_did_not_change_keeps_its_result() -> None:
    assessor = Assessor(PROFILE, AGENCY)
    rec = record(answer("C-1"), answer("C-2"), finding=(finding(),))
    before = assessor.assess(rec, TODAY)
    assert assessor.assess(rec.model_copy(), TODAY) is before
    after = assessor.assess(rec.with_answer(answer("C-2", "unmet")), TODAY)
    changed = [r.control.id for r, old in zip(after.results, before.results, strict=True) if r is not old]
    assert changed == ["C-2"]
