"""Records on disk: nothing saved is lost, nothing changed by other hands is accepted in silence."""

import hashlib
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from auditor.core.errors import ConfigurationError, IntegrityError
from auditor.core.period import Period
from auditor.core.record import AuditRecord
from auditor.core.seal import digest
from auditor.store.records import RecordStore
from tests.core.builders import TODAY, answer, moment, record

Q4 = Period(2026, 4)
ROOT = Path(__file__).parents[2]


def store(root: Path, **values: object) -> RecordStore:
    return RecordStore(root, clock=lambda: moment(), **values)


def put(root: Path, *names: str) -> AuditRecord:
    saved = record()
    for name in names:
        saved = store(root).change(Q4, record, lambda r, n=name: r.with_answer(answer(n)))
    return saved


def test_what_was_saved_is_read_back(tmp_path: Path) -> None:
    saved = put(tmp_path, "A-1", "A-2")
    assert store(tmp_path).read(Q4) == saved
    assert store(tmp_path).periods() == (Q4,)
    assert store(tmp_path).read(Q4.next) is None
    assert store(tmp_path).verify() == ()


def test_each_change_is_one_line_that_names_what_changed(tmp_path: Path) -> None:
    put(tmp_path, "A-1", "A-2")
    entries = store(tmp_path).ledger.entries()
    assert [(e.seq, e.event) for e in entries] == [(1, "started"), (2, "saved")]
    assert set(entries[1].parts) == {"answer A-2"}


def test_a_change_that_changes_nothing_leaves_no_trace(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    store(tmp_path).change(Q4, record, lambda r: r)
    assert len(store(tmp_path).ledger.entries()) == 1


def test_two_programs_on_one_workspace_lose_nothing(tmp_path: Path) -> None:
    program = """
        import sys
        from pathlib import Path
        from auditor.core.period import Period
        from auditor.store.records import RecordStore
        from tests.core.builders import answer, record
        for number in range(12):
            name = f"{sys.argv[2]}-{number}"
            RecordStore(Path(sys.argv[1])).change(Period(2026, 4), record, lambda r: r.with_answer(answer(name)))
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)]
    both = [subprocess.Popen([*command, name], cwd=ROOT) for name in ("A", "B")]
    assert [p.wait(60) for p in both] == [0, 0]
    saved = store(tmp_path).read(Q4)
    assert saved is not None
    assert {a.control for a in saved.answer} == {f"{name}-{n}" for name in "AB" for n in range(12)}
    assert store(tmp_path).verify() == ()


KILLED = """
    import os, signal
    from pathlib import Path
    from auditor.core.period import Period
    from auditor.store import files, ledger
    from auditor.store.records import RecordStore
    from tests.core.builders import answer, record

    def die(*_, **__):
        os.kill(os.getpid(), signal.SIGKILL)

    {where} = die
    RecordStore(Path({root!r})).change(Period(2026, 4), record, lambda r: r.with_answer(answer("A-2")))
"""


@pytest.mark.parametrize(
    ("where", "kept"),
    [("ledger.Ledger._write", {"A-1"}), ("files.Path.replace", {"A-1", "A-2"})],
    ids=["before the ledger", "between ledger and record"],
)
def test_killed_at_any_moment_the_record_is_whole_and_true(
    tmp_path: Path, where: str, kept: set[str]
) -> None:
    put(tmp_path, "A-1")
    program = textwrap.dedent(KILLED).format(where=where, root=str(tmp_path))
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == -9
    saved = store(tmp_path).read(Q4)
    assert saved is not None
    assert {a.control for a in saved.answer} == kept
    put(tmp_path, "A-3")
    assert store(tmp_path).verify() == ()
    assert sorted(p.name for p in (tmp_path / "audits").iterdir()) == ["2026-Q4.toml", "ledger.jsonl"]


def test_a_ledger_line_cut_off_by_a_crash_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    with (tmp_path / "audits/ledger.jsonl").open("ab") as file:
        file.write(b'{"seq": 2, "at": "20')
    assert store(tmp_path).verify() == ()
    put(tmp_path, "A-2")
    assert [e.seq for e in store(tmp_path).ledger.entries()] == [1, 2]


# --- other hands --------------------------------------------------------------------------------


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text()
    path.write_text(change(before))
    assert path.read_text() != before


def test_an_answer_changed_by_hand_is_named_and_nothing_goes_on(tmp_path: Path) -> None:
    put(tmp_path, "A-1", "A-2")
    path = tmp_path / "audits/2026-Q4.toml"
    edit(path, lambda t: t.replace('"A-2", status = "met"', '"A-2", status = "partial"'))
    with pytest.raises(IntegrityError, match="changed by other hands: answer A-2 was changed"):
        store(tmp_path).read(Q4)
    with pytest.raises(IntegrityError):
        put(tmp_path, "A-3")
    assert store(tmp_path).verify() == (
        "the record of 2026-Q4 was changed by other hands: answer A-2 was changed",
    )


def test_a_removed_record_is_missed(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    (tmp_path / "audits/2026-Q4.toml").unlink()
    with pytest.raises(IntegrityError, match="gone from the disk"):
        store(tmp_path).read(Q4)


def test_an_older_copy_put_back_is_noticed(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    path = tmp_path / "audits/2026-Q4.toml"
    old = path.read_bytes()
    put(tmp_path, "A-2")
    path.write_bytes(old)
    with pytest.raises(IntegrityError, match="answer A-2 was removed"):
        store(tmp_path).read(Q4)


def test_a_record_from_nowhere_is_not_accepted(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    (tmp_path / "audits/ledger.jsonl").unlink()
    with pytest.raises(IntegrityError, match="not in the ledger"):
        store(tmp_path).read(Q4)


def test_a_layout_changed_alone_is_named_as_that(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    edit(tmp_path / "audits/2026-Q4.toml", lambda t: t + "# a remark\n")
    assert "its layout" in store(tmp_path).verify()[0]


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_changed_line_of_the_ledger_breaks_the_chain_there(tmp_path: Path, line: int) -> None:
    put(tmp_path, "A-1", "A-2", "A-3")
    path = tmp_path / "audits/ledger.jsonl"
    lines = path.read_text().splitlines()
    entry = json.loads(lines[line])
    entry["by"] = "someone else"
    lines[line] = json.dumps(entry, sort_keys=True)
    path.write_text("\n".join(lines) + "\n")
    if line < 2:
        assert f"line {line + 2} of ledger.jsonl does not follow" in store(tmp_path).verify()[0]
    else:
        # The last line has no successor yet: its change shows against a head noted elsewhere.
        assert store(tmp_path).verify() == ()
        assert store(tmp_path).ledger.head() != ""


def test_a_ledger_line_left_out_breaks_the_chain(tmp_path: Path) -> None:
    put(tmp_path, "A-1", "A-2", "A-3")
    edit(tmp_path / "audits/ledger.jsonl", lambda t: "".join(t.splitlines(keepends=True)[::2]))
    assert "does not follow" in store(tmp_path).verify()[0]


def test_a_change_is_accepted_by_name_with_a_reason_and_never_forgotten(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    edit(tmp_path / "audits/2026-Q4.toml", lambda t: t.replace('"met"', '"partial"'))
    with pytest.raises(ConfigurationError, match="needs a name and a reason"):
        store(tmp_path).accept("", "typing slip")
    assert store(tmp_path).accept("Jane Roe", "typing slip") != ()
    assert store(tmp_path).verify() == ()
    last = store(tmp_path).ledger.entries()[-1]
    assert (last.event, last.by) == ("accepted", "Jane Roe")
    assert "typing slip" in last.note
    assert "answer A-1 was changed" in last.note
    assert store(tmp_path).accept("Jane Roe", "again") == ()


def test_accepting_a_broken_ledger_keeps_it_and_begins_a_new_one(tmp_path: Path) -> None:
    put(tmp_path, "A-1", "A-2")
    edit(tmp_path / "audits/ledger.jsonl", lambda t: t.replace('"seq": 1', '"seq": 9'))
    accepted = store(tmp_path).accept("Jane Roe", "disk failure")
    assert "line 1" in accepted[0]
    assert store(tmp_path).verify() == ()
    assert len(list((tmp_path / "audits").glob("ledger-broken-*.jsonl"))) == 1


def test_accepting_a_removed_record_lets_the_quarter_begin_anew(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    (tmp_path / "audits/2026-Q4.toml").unlink()
    assert store(tmp_path).accept("Jane Roe", "wrong agency") != ()
    put(tmp_path, "A-2")
    assert store(tmp_path).verify() == ()


# --- versions -----------------------------------------------------------------------------------


def test_a_record_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    edit(tmp_path / "audits/2026-Q4.toml", lambda t: t.replace("schema = 1", "schema = 2"))
    with pytest.raises(ConfigurationError, match="newer version of auditor"):
        store(tmp_path).read(Q4)
    assert "cannot be read" in store(tmp_path).verify()[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("control = ", "controll = "),
        ("schema = 1", "schema = ["),
        ("2026-Q4", "2026-Q3"),
        ('"met"', '"mett"'),
    ],
)
def test_one_that_cannot_be_used_is_a_change_by_other_hands(tmp_path: Path, old: str, new: str) -> None:
    put(tmp_path, "A-1")
    edit(tmp_path / "audits/2026-Q4.toml", lambda t: t.replace(old, new, 1))
    for look in (store(tmp_path).read, store(tmp_path).read_unverified):
        with pytest.raises(IntegrityError, match=r"2026-Q4\.toml"):
            look(Q4)
    with pytest.raises(IntegrityError):
        put(tmp_path, "A-2")
    assert "the record of 2026-Q4 cannot be read: 2026-Q4.toml" in store(tmp_path).verify()[0]


def test_what_a_newer_program_left_is_no_change_by_other_hands(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    path, ledger = tmp_path / "audits/2026-Q4.toml", store(tmp_path).ledger
    edit(path, lambda t: t.replace("schema = 1", "schema = 2"))
    known = hashlib.sha256(path.read_bytes()).hexdigest()
    ledger.append(at=moment(), period="2026-Q4", event="saved", digest=known, parts={})
    for look in (lambda s: s.read(Q4), RecordStore.verify):
        with pytest.raises(ConfigurationError, match="newer version of auditor") as caught:
            look(store(tmp_path))
        assert not isinstance(caught.value, IntegrityError)


def test_an_older_record_is_brought_up_to_date_with_a_copy_kept(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    path = tmp_path / "audits/2026-Q4.toml"
    edit(path, lambda t: t.replace("schema = 1\n", ""))
    old = path.read_bytes()
    store(tmp_path).accept("Jane Roe", "from the old program")
    assert path.read_bytes() == old
    put(tmp_path, "A-2")
    assert path.read_text().startswith("schema = 1")
    assert (tmp_path / "audits/2026-Q4.schema-0.bak").read_bytes() == old
    saved = store(tmp_path).read(Q4)
    assert saved is not None
    assert {a.control for a in saved.answer} == {"A-1", "A-2"}


def test_a_record_in_the_wrong_place_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "A-1")
    (tmp_path / "audits/2026-Q4.toml").rename(tmp_path / "audits/2026-Q3.toml")
    with pytest.raises(ConfigurationError, match="holds the record of 2026-Q4"):
        store(tmp_path).read(Q4.previous)


# --- the seal -----------------------------------------------------------------------------------


def test_what_is_signed_is_everything_but_the_signatures() -> None:
    before = record(answer())
    signature = {"role": "auditor", "name": "Jane Roe", "at": moment(), "digest": digest(before)}
    signed = AuditRecord.model_validate({**before.model_dump(by_alias=True), "signature": [signature]})
    assert digest(signed) == digest(before)
    changed = signed.with_answer(answer(note="another word"))
    assert digest(changed) != digest(before)
    later = signed.with_answer(answer(day=TODAY - timedelta(days=1)))
    assert digest(later) != digest(before)
