"""A record is written list by list; the whole file reads back as the record, whatever was kept from before."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.core.kept import Kept
from auditor.core.record import AuditRecord, CheckRun, Coverage, Missed, Signature
from auditor.core.seal import parts_of
from auditor.store.record_file import LISTS, write_record
from auditor.store.toml_files import build_model, parse_table
from tests.core.builders import answer, finding, moment, record, waiver
from tests.core.test_history import action

DAY = moment(date(2026, 11, 2))
CHOICES = {
    "answer": [
        answer("GOV-01"),
        answer("GOV-02", note="a, “b” = [c]\n[[answer]]"),
        answer("TEL-02", "unmet"),
    ],
    "run": [
        CheckRun(started=DAY, finished=DAY, targets=("https://a.example",), results=(), coverage=Coverage())
    ],
    "finding": [finding("f1"), finding("f2", excerpt="x" * 200), finding("f3", "file-address")],
    "waiver": [waiver("GOV-01"), waiver("TEL-02")],
    "action": [action(1), action(2, "closed")],
    "signature": [Signature(role="auditor", name="J", at=DAY, digest="ab")],
    "missed": [
        Missed(period="2026-Q1", reason="ill", by="J"),
        Missed(period="2026-Q2", reason="ill", by="J"),
    ],
}


@st.composite
def changes(draw: st.DrawFn) -> list[dict[str, tuple[object, ...]]]:
    one = st.sampled_from(sorted(CHOICES)).flatmap(
        lambda name: st.tuples(st.just(name), st.lists(st.sampled_from(CHOICES[name]), unique_by=id))
    )
    return [{name: tuple(items)} for name, items in draw(st.lists(one, min_size=1, max_size=6))]


def read(data: bytes) -> AuditRecord:
    return build_model(AuditRecord, parse_table(data.decode(), "x.toml"), "x.toml")


@settings(max_examples=80, deadline=None)
@given(changes())
def test_after_any_change_the_file_is_the_record_and_as_if_written_at_once(
    steps: list[dict[str, tuple[object, ...]]],
) -> None:
    kept, now = Kept(), record()
    for step in steps:
        now = now.model_copy(update=step)
        data = write_record(now, "x.toml", kept)
        assert read(data) == now
        assert data == write_record(now, "x.toml", Kept())
        assert parts_of(now, kept) == parts_of(now)


def test_a_list_that_nobody_touched_is_not_written_again() -> None:
    asked: list[str] = []

    class Watched(Kept):
        def get(self, name, items, make):  # type: ignore[no-untyped-def] # as its parent
            return super().get(name, items, lambda: (asked.append(name), make())[1])

    kept = Watched()
    before = record(answer("GOV-01"), finding=(finding("f1"),))
    write_record(before, "x.toml", kept)
    asked.clear()
    write_record(before.with_answer(answer("GOV-02")), "x.toml", kept)
    assert asked == ["text of answer"]


def test_every_list_of_a_record_is_known() -> None:
    assert set(LISTS) == {*CHOICES, "ruling"}
