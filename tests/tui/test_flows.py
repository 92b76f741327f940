"""What a person does with the keyboard and the mouse, and what is on disk afterwards."""

from pathlib import Path

import pytest
from textual.widgets import Input

from auditor.core.events import Cancel, Progress
from auditor.core.status import FindingStatus, Severity, Status
from auditor.scan.remember import Interrupted
from auditor.tui.screens.cover import CoverScreen
from auditor.tui.state import UiState
from auditor.tui.widgets.run_panel import Pace, RunPanel, progress_line
from auditor.workspace import Workspace
from tests.tui.helpers import FINDINGS, NOW, PHONE, app_on, check_run, finding, press, seen, settle, type_text

SIZE = (80, 24)


async def test_first_answer_asks_for_a_name_then_is_saved(workspace: Workspace) -> None:
    app = app_on(workspace, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m")
        assert "Who is answering?" in seen(app)
        await type_text(pilot, "Ana Diaz")
        await press(app, pilot, "enter")
        answer = workspace.record().answer_to("ZPL-01")
        assert answer is not None
        assert (answer.status, answer.by) == (Status.MET, "Ana Diaz")
        assert "✓ 1 saved" in seen(app)


@pytest.mark.parametrize(("key", "status"), [("m", Status.MET), ("p", Status.PARTIAL), ("u", Status.UNMET)])
async def test_one_key_one_answer(begun: Workspace, key: str, status: Status) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, key)
        answer = begun.record().answer_to("ZPH-02")
        assert answer is not None
        assert answer.status is status


async def test_answers_pressed_in_a_row_reach_the_controls_they_were_meant_for(workspace: Workspace) -> None:
    (workspace.root / ".auditor-state.toml").write_text('name = "Ana"\n')
    app = app_on(workspace, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("m", "space", "p", "space", "u", "space", "m", "space", "m")
        await settle(app, pilot)
        said = {a.control: a.status.value for a in workspace.record().answer}
    assert said == {"ZPL-01": "met", "ZPL-02": "partial", "ZPH-01": "unmet", "ZPH-02": "met", "ZCA-01": "met"}


async def test_not_applicable_needs_a_reason(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "n", "enter")
        assert "Please write something" in seen(app)
        await press(app, pilot, "escape")
        assert begun.record().answer_to("ZPH-02") is None
        await press(app, pilot, "n")
        await type_text(pilot, "no phones")
        await press(app, pilot, "enter")
        answer = begun.record().answer_to("ZPH-02")
        assert answer is not None
        assert (answer.status, answer.note) == (Status.NOT_APPLICABLE, "no phones")


async def test_a_note_left_unsaved_comes_back(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m", "o")
        await type_text(pilot, "called")
        await press(app, pilot, "escape", "o")
        await type_text(pilot, " all")
        await press(app, pilot, "ctrl+s")
        answer = begun.record().answer_to("ZPH-02")
        assert answer is not None
        assert (answer.status, answer.note) == (Status.MET, "called all")


async def test_evidence_and_sample(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "s")
        await type_text(pilot, "13 of 12")
        await press(app, pilot, "enter")
        assert "Write two numbers" in seen(app)
        await press(app, pilot, *["backspace"] * 8)
        await type_text(pilot, "9 of 12")
        await press(app, pilot, "enter", "e")
        await type_text(pilot, "binder 4")
        app.screen.query_one("#field-day", Input).value = "2026-11-24"
        await press(app, pilot, "ctrl+s")
        assert "That day is yet to come" in seen(app)
        app.screen.query_one("#field-day", Input).value = "2026-11-20"
        await press(app, pilot, "ctrl+s")
        answer = begun.record().answer_to("ZPH-02")
        assert answer is not None
        assert answer.status is Status.PARTIAL
        assert str(answer.sample) == "9 of 12"
        assert [(e.reference, str(e.effective)) for e in answer.evidence] == [("binder 4", "2026-11-20")]


async def test_the_footer_offers_a_count_where_the_question_asks_for_a_sample(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=(80, 24)) as pilot:
        for control in begun.profile.controls:
            app.screen.choose(control.id)
            await settle(app, pilot)
            footer = seen(app).splitlines()[-1]
            assert ("s Sample" in footer) == bool(control.sample), control.id
            assert "? Help" in footer
            await press(app, pilot, "s")
            assert "sample" in seen(app)
            await press(app, pilot, "escape")


async def test_undo_takes_back_answer_after_answer(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m", "u", "z")
        answer = begun.record().answer_to("ZPH-02")
        assert answer is not None
        assert answer.status is Status.MET
        await press(app, pilot, "z")
        assert begun.record().answer_to("ZPH-02") is None
        await press(app, pilot, "z")
        assert "Nothing to undo" in seen(app)


async def test_filter_and_search(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "f")
        assert "▸open 2" in seen(app)
        assert "ZPL-01" not in seen(app)
        await press(app, pilot, *"fffff")
        assert "▸all 5" in seen(app)
        await press(app, pilot, "escape", "slash")
        await type_text(pilot, "names the agency")
        await press(app, pilot, "enter")
        assert "all 1" in seen(app)
        assert "ZPL-02" in seen(app)
        assert "ZPL-01" not in seen(app)


async def test_mine_is_what_i_answered_or_see_to(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.click("#chip-mine")
        await settle(app, pilot)
        shown = [o.id for o in app.screen.query_one("#controls").options if o.id]
    assert shown == ["ZPL-01", "ZPL-02", "ZPH-01"]


async def test_skipping_leaves_a_question_open(workspace: Workspace) -> None:
    app = app_on(workspace, "checklist")
    async with app.run_test(size=SIZE) as pilot:
        await press(app, pilot, "right", "right", "left")
        assert app.screen.chosen == "ZPL-02"
        assert not workspace.record().answer


async def test_the_last_answer_and_its_age_and_what_the_check_saw(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(app, pilot)
        text = seen(app)
        assert "partial  by Ben Ode, 3 Aug 2026, 112 days ago" in text
        await press(app, pilot, "up", "up", "up")
        assert "▲ critical https://www.example.org/news/1.html line 11" in seen(app)


async def test_a_toast_says_how_to_take_an_answer_back(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m")
        assert "ZPH-02: ✓ met.  z takes it back." in seen(app)


async def test_mouse_answers_and_moves(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        await pilot.click("#controls", offset=(4, 2))
        await pilot.click("#answer-unmet")
        await settle(app, pilot)
        answer = begun.record().answer_to("ZPL-02")
        assert answer is not None
        assert answer.status is Status.UNMET
        await pilot.click("Tab:first-child")
        await settle(app, pilot)
        assert app.current_mode == "overview"


async def test_continue_opens_the_question_where_one_left(begun: Workspace) -> None:
    app = app_on(begun)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        assert "Continue with ZPH-02" in seen(app)
        assert "38 days to the end of 2026-Q4" in seen(app)
        await press(app, pilot, "enter")
        assert app.current_mode == "checklist"
        assert "Do outgoing calls hide the number?" in seen(app)


async def test_a_run_shows_what_it_found_and_what_it_could_not_read(workspace: Workspace) -> None:
    app = app_on(workspace, "checks")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "r")
        text = seen(app)
        assert "34 pages" in text
        assert "1 place could not be checked" in text
        assert "the file is encrypted" in text
        assert len(workspace.record().finding) == 4


async def test_a_run_can_be_cancelled_and_typing_goes_on_meanwhile(workspace: Workspace) -> None:
    import time

    seen_cancel = []

    def hold(cancel: object) -> None:
        while not cancel:
            time.sleep(0.01)
        seen_cancel.append(True)

    workspace.hold = hold  # type: ignore[attr-defined]
    app = app_on(workspace, "checks")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("r")
        await pilot.pause(0.2)
        assert "1 page" in seen(app)
        assert "robots.txt" in seen(app)
        await pilot.press("2")
        await pilot.pause()
        assert app.current_mode == "checklist"
        await pilot.press("3")
        await pilot.pause()
        await press(app, pilot, "c")
        assert seen_cancel == [True]
        assert "Last run" in seen(app)


async def test_an_interrupted_run_is_offered_and_gone_on_with(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "interrupted_run", lambda: Interrupted(NOW, 120, 3))
    app = app_on(workspace, "checks")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert "was interrupted after 120 files. Press g to go on with it." in " ".join(seen(app).split())
        monkeypatch.setattr(workspace, "interrupted_run", lambda: None)
        await press(app, pilot, "g")
        assert workspace.resumed  # type: ignore[attr-defined]
        assert "interrupted" not in seen(app)
        await press(app, pilot, "r")
        assert not workspace.resumed  # type: ignore[attr-defined]


def test_rate_and_time_left_come_from_the_last_seconds() -> None:
    pace = Pace()
    for second in range(31):
        read = second * 2 if second <= 20 else 40 + (second - 20) * 10
        pace.take(Progress("site", read, read, read * 1000, 100, 0, 0), float(second))
    assert pace.documents_a_second() == pytest.approx(10)
    assert pace.seconds_left() == pytest.approx(10)
    assert "10.0 files/s, 10.0 kB/s · about 10 s left" in progress_line(pace)


async def test_every_source_has_its_own_line_and_what_is_sent_is_listed(workspace: Workspace) -> None:
    app = app_on(workspace, "checks")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert "→ https://www.example.org: requests for its public pages" in seen(app)
        app.screen._cancel = Cancel()
        panel = app.screen.query_one(RunPanel)
        panel.begin()
        panel.take(Progress("one.example.org", 12, 9, 340_000, 28, 2, 1, "https://one.example.org/news/"))
        panel.take(Progress("two.example.org", 5, 5, 40_000, 0, 0, 0, "https://two.example.org/"))
        await pilot.pause()
        text = seen(app)
        assert "one.example.org  ▲ 2 found so far · ? 1 could not be read" in text
        assert "two.example.org  nothing found so far" in text
        assert "9 pages · 12 files · 340.0 kB · 28 waiting" in text


async def test_a_run_that_is_over_tells_what_was_read_from_what_was_only_tried(workspace: Workspace) -> None:
    app = app_on(workspace, "checks")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        run = check_run()
        coverage = run.coverage.model_copy(update={"documents": 3, "pages": 2, "absent": 17})
        app.screen.query_one(RunPanel).end(run.model_copy(update={"coverage": coverage}))
        await pilot.pause()
        text = " ".join(seen(app).split())
        assert "read 2 pages, 3 files, 1.2 MB; 17 tried addresses do not exist" in text


async def test_rule_on_a_finding(begun: Workspace) -> None:
    app = app_on(begun, "findings")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "a")
        await type_text(pilot, "an old map")
        await press(app, pilot, "enter")
        settled = [f for f in begun.record().ruled_findings() if f.status is FindingStatus.FALSE_POSITIVE]
        assert [f.ruling_note for f in settled] == ["an old map"]
        assert "false alarm" in seen(app)
        assert len(FINDINGS) == 4


async def test_nothing_can_be_read_behind_the_cover(begun: Workspace) -> None:
    app = app_on(begun, "findings")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        app.notify("shelter")
        await press(app, pilot, "f9")
        text = seen(app)
        assert "Maple" not in text
        assert "shelter" not in text
        assert text.split() == ["Press", "Enter", "to", "continue"]
        await press(app, pilot, "2", "x")
        assert isinstance(app.screen, CoverScreen)
        await press(app, pilot, "enter")
        assert "Maple" in seen(app)


async def test_the_cover_hides_a_dialog_and_gives_it_back(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "o")
        await type_text(pilot, "half")
        await press(app, pilot, "ctrl+l")
        assert "half" not in seen(app)
        await press(app, pilot, "enter")
        assert "half" in seen(app)


async def test_help_lists_the_keys_of_the_screen(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=(100, 50)) as pilot:
        await press(app, pilot, "question_mark")
        text = seen(app)
        assert "Answer: met" in text
        assert "Take back the latest answer" in text
        await press(app, pilot, "escape")
        assert "Answer: met" not in seen(app)


async def test_a_folder_that_cannot_be_written_is_told_and_the_answer_is_not_shown_as_saved(
    begun: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from auditor.core.errors import WorkspaceError

    def refuse(*_: object) -> None:
        raise WorkspaceError("cannot write 2026-Q4.toml: no space left", "make room")

    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        monkeypatch.setattr(begun, "restore_answer", refuse)
        await press(app, pilot, "m")
        assert "Not saved" in seen(app)
        assert app.session.record.answer_to("ZPH-02") is None


async def test_the_palette_offers_no_picture_of_the_screen(begun: Workspace) -> None:
    app = app_on(begun)
    async with app.run_test(size=SIZE, notifications=True):
        titles = [command.title for command in app.get_system_commands(app.screen)]
    assert not any("creenshot" in title for title in titles)
    assert "Go to Report" in titles


async def test_the_look_is_kept(begun: Workspace) -> None:
    app = app_on(begun)
    async with app.run_test(size=SIZE, notifications=True):
        app.action_use_theme("auditor-light")
    assert app_on(begun).theme == "auditor-light"


def test_a_broken_state_file_costs_nothing(begun: Workspace) -> None:
    Path(begun.root / ".auditor-state.toml").write_text("name = [3\n")
    assert UiState.load(begun.root) == UiState()


async def test_an_action_is_started_begun_and_closed_by_someone_else(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "t")
        await type_text(pilot, "Ana Diaz")
        await press(app, pilot, "enter", "5")
        assert len(begun.record().action) == 3
        await press(app, pilot, "b", "x")
        await type_text(pilot, "ben ode")
        await press(app, pilot, "enter")
        await type_text(pilot, "page is clean")
        await press(app, pilot, "enter")
        assert "closed by someone other than its owner" in seen(app)
        await press(app, pilot, "shift+tab", *["backspace"] * 7)
        await type_text(pilot, "Ana Diaz")
        await press(app, pilot, "enter", "enter")
        closed = [a for a in begun.record().action if a.closed]
        assert [(a.owner, a.verified_by, a.evidence) for a in closed] == [
            ("Ben Ode", "Ana Diaz", "page is clean")
        ]


async def test_an_action_is_added_and_edited_on_its_own_screen(begun: Workspace) -> None:
    app = app_on(begun, "actions")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "a")
        await type_text(pilot, "zzz")
        await press(app, pilot, "ctrl+s")
        assert "neither a control" in seen(app)
        for name, text in {"subject": "ZPH-02", "owner": "Kim Doe", "due": "soon"}.items():
            app.screen.query_one(f"#field-{name}", Input).value = text
        await press(app, pilot, "ctrl+s")
        assert "Write the date like" in seen(app)
        app.screen.query_one("#field-due", Input).value = ""
        await press(app, pilot, "ctrl+s")
        begun_action = begun.record().action[-1]
        assert (begun_action.control, begun_action.owner, str(begun_action.due)) == (
            "ZPH-02",
            "Kim Doe",
            "2026-12-23",
        )
        await press(app, pilot, "end", "e")
        app.screen.query_one("#field-root_cause", Input).value = f"nobody knew of {PHONE}"
        app.screen.query_one("#field-due", Input).value = "2026-12-01"
        await press(app, pilot, "ctrl+s")
        changed = next(a for a in begun.record().action if a.root_cause)
        assert (changed.root_cause, str(changed.due)) == ("nobody knew of [case manager line]", "2026-12-01")


async def test_a_due_date_is_checked_before_it_is_saved(begun: Workspace) -> None:
    app = app_on(begun, "actions")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "d", *["backspace"] * 10)
        await type_text(pilot, "soon")
        await press(app, pilot, "enter")
        assert "Write the date like" in seen(app)
        await press(app, pilot, *["backspace"] * 4)
        await type_text(pilot, "2026-12-05")
        await press(app, pilot, "enter")
        assert "5 Dec 2026" in seen(app)
        assert str(begun.record().action[0].due) == "2026-12-05"


async def test_compare_shows_what_moved_the_score(begun: Workspace) -> None:
    app = app_on(begun, "compare")
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(app, pilot)
        text = seen(app)
        assert "2026-Q3" in text
        assert "Got worse" in text
        assert "partial → open" in text


async def test_a_file_becomes_evidence(begun: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("line 1 hidden, line 2 hidden")
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m", "e")
        app.screen.query_one("#field-what", Input).value = str(file)
        await press(app, pilot, "ctrl+s")
        answer = begun.record().answer_to("ZPH-02")
        assert answer is not None
        assert [e.title for e in answer.evidence] == ["lines.txt"]
        assert "Evidence: lines.txt" in seen(app)


@pytest.mark.parametrize(
    "words", ["we looked at the register with two colleagues " * 8, "~nobody-of-that-name"]
)
async def test_words_that_cannot_be_a_path_become_evidence(begun: Workspace, words: str) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m", "e")
        app.screen.query_one("#field-what", Input).value = words
        await press(app, pilot, "ctrl+s")
        answer = begun.record().answer_to("ZPH-02")
        assert answer is not None
        assert [e.reference for e in answer.evidence] == [words.strip()]


async def test_a_file_that_is_not_there_is_no_evidence(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m", "e")
        app.screen.query_one("#field-what", Input).value = "gone.pdf"
        await press(app, pilot, "ctrl+s")
        assert "There is no such file" in seen(app)


async def test_words_that_look_like_data_of_the_people_served_are_warned_of(begun: Workspace) -> None:
    app = app_on(begun, "checklist")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(app, pilot, "m", "e")
        app.screen.query_one("#field-what", Input).value = "seen with client no. 48213"
        await press(app, pilot, "ctrl+s")
        assert any("case or client numbers" in n.message for n in app._notifications)


async def test_an_idle_screen_hides_itself(begun: Workspace) -> None:
    app = app_on(begun)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        app._hide_when_idle()
        assert not isinstance(app.screen, CoverScreen)
        app._active -= 60 * begun_minutes(app) + 1
        app._hide_when_idle()
        await pilot.pause()
        assert isinstance(app.screen, CoverScreen)


def begun_minutes(app: object) -> int:
    return app.session.state.idle_minutes  # type: ignore[attr-defined]


async def test_a_crash_prints_neither_locals_nor_the_text_of_the_error(
    begun: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    app = app_on(begun)

    def fail() -> None:
        secret = "1247 North Maple Street"
        raise ValueError(secret)

    with pytest.raises(ValueError, match="Maple"):  # noqa: PT012 - the fault comes while the program runs
        async with app.run_test(size=SIZE) as pilot:
            app.call_later(fail)
            await pilot.pause(0.2)
    out = capsys.readouterr()
    assert "ValueError" in out.err
    assert "1247" not in out.err + out.out


async def test_thousands_of_findings_are_all_there(workspace: Workspace) -> None:
    many = tuple(finding(n, severity=Severity.LOW) for n in range(10, 5010))
    workspace.change(lambda record: record.with_run(check_run(), (*many, *FINDINGS)))
    app = app_on(workspace, "findings")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert "5,004 of 5,004" in seen(app)
        assert "▲ critical" in seen(app)
        await press(app, pilot, "end")
        assert "/news/999.html" in seen(app)
        await press(app, pilot, "home", "slash")
        await type_text(pilot, "4711.html")
        await settle(app, pilot)
        assert "1 of 5,004" in seen(app)
        assert "/news/4711.html" in seen(app)
        await press(app, pilot, "escape")
        assert "5,004 of 5,004" in seen(app)
