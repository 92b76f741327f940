"""The setup from an empty folder to a workspace, and what of the secrets can be seen meanwhile."""

import stat
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, RadioButton

from auditor.core.errors import ConfigurationError
from auditor.store.profiles import shipped_ids
from auditor.tui.app import AuditorApp
from auditor.tui.recommend import QUESTIONS, recommend
from auditor.tui.setup_draft import Reach, SecretDraft, split, trouble, website
from auditor.workspace import Workspace
from tests.tui.helpers import ADDRESS, PHONE, seen, settle, type_text


async def fill(app: AuditorApp, pilot: Any, field: str, text: str) -> None:
    app.screen.query_one(field).focus()
    await type_text(pilot, text)


async def to_the_secrets(app: AuditorApp, pilot: Any) -> None:
    await pilot.pause()
    await fill(app, pilot, "#agency-name", "Maple County")
    await fill(app, pilot, "#agency-websites", "www.example.org https://blog.example.org")
    for _ in range(3):
        await pilot.press("ctrl+n")
        await pilot.pause()


async def test_from_an_empty_folder_with_the_keyboard(tmp_path: Path) -> None:
    root = tmp_path / "new"
    app = AuditorApp(None, root)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_secrets(app, pilot)
        assert "step 4 of 6" in seen(app)
        await fill(app, pilot, "#secret-text", ADDRESS)
        await pilot.press("enter")
        await pilot.pause()
        assert "shelter is taken. I can search for this in" in seen(app)
        assert "✓ shelter (address)" in seen(app)
        for _ in range(3):
            await pilot.press("ctrl+n")
            await pilot.pause()
        await settle(app, pilot)
        assert "Shall the website be checked now?" in seen(app)
        assert "https://www.example.org https://blog.example.org" in " ".join(seen(app).split())
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.current_mode == "checks"
    workspace = Workspace(root)
    assert workspace.agency.name == "Maple County"
    assert workspace.agency.websites == ("https://www.example.org", "https://blog.example.org")
    assert workspace.mask(f"It is at {ADDRESS}.") == "It is at [shelter]."
    assert stat.S_IMODE((root / "confidential.toml").stat().st_mode) == 0o600


async def test_a_secret_is_on_no_picture_while_it_is_typed(tmp_path: Path) -> None:
    app = AuditorApp(None, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_secrets(app, pilot)
        await fill(app, pilot, "#secret-text", ADDRESS)
        await fill(app, pilot, "#secret-extra", "Maple House")
        for text in (seen(app), app.export_screenshot(), repr(app.screen.query_one("#secret-text", Input))):
            assert "Maple Street" not in text
            assert "Maple House" not in text


async def test_an_address_without_a_number_is_taken_with_a_warning(tmp_path: Path) -> None:
    app = AuditorApp(None, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_secrets(app, pilot)
        await fill(app, pilot, "#secret-text", "North Maple Street, Springfield")
        await pilot.press("enter")
        await pilot.pause()
        assert "! shelter is taken. I can search for this in" in seen(app)
        assert "no house number" in " ".join(seen(app).split())
        assert "North Maple" not in seen(app)


def test_of_several_weaknesses_only_what_is_lacking_is_said() -> None:
    one = Reach(105, ("no house number: only the street together with its town can be found",))
    two = Reach(3, (*one.weaknesses, "no town or postcode: the same street in another town looks the same"))
    assert one.sentence().endswith(
        "Weak: no house number: only the street together with its town can be found."
    )
    assert two.sentence().endswith("Weak: no house number, no town or postcode.")


@pytest.mark.parametrize(
    ("kind", "text"), [("address", "!!"), ("phone", "12345"), ("person", "Grace"), ("plate", "-")]
)
def test_what_cannot_be_searched_for_is_said_without_the_name_of_a_file(kind: str, text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        SecretDraft().add(kind, "this", lambda: text, lambda: "")
    assert "confidential.toml" in str(caught.value)
    assert "confidential.toml" not in trouble(caught.value)
    assert not trouble(caught.value).startswith("“")


async def test_a_letter_does_not_leave_the_setup_and_each_key_is_shown_once(tmp_path: Path) -> None:
    app = AuditorApp(None, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_secrets(app, pilot)
        await fill(app, pilot, "#secret-text", ADDRESS)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "step 5 of 6" in seen(app)
        footer = seen(app).splitlines()[-1]
        assert footer.count("Help") == 1
        assert "F1 Help" in footer
        await pilot.press("q")
        await pilot.pause()
        assert app.is_running
        assert "step 5 of 6" in seen(app)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "What this is about" in seen(app)


@pytest.mark.parametrize("page", [0, 3])
async def test_what_is_missing_is_said(tmp_path: Path, page: int) -> None:
    app = AuditorApp(None, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        if page:
            await to_the_secrets(app, pilot)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "✗" in seen(app)
        assert f"step {page + 1} of 6" in seen(app)


def test_a_draft_shows_and_stores_no_secret() -> None:
    import pickle

    draft = SecretDraft()
    draft.add("phone", "line", lambda: PHONE, lambda: "12")
    assert "0148" not in repr(draft)
    with pytest.raises(TypeError):
        pickle.dumps(draft)
    assert b"0148" in draft.toml()


def test_an_address_takes_a_position_and_names() -> None:
    draft = SecretDraft()
    draft.add("address", "shelter", lambda: ADDRESS, lambda: "39.7817, -89.6501; Maple House")
    written = draft.toml().decode()
    assert "latitude = 39.7817" in written
    assert "longitude = -89.6501" in written
    assert '"Maple House"' in written


@pytest.mark.parametrize(
    "position",
    [
        "39.7817, -89.6501",
        "39.7817 N, 89.6501 W",
        "https://www.google.com/maps/place/X/@39.7817,-89.6501,17z",
        "39.7817, -89.6501, Old Mill",
        "Old Mill, 39.7817 -89.6501",
    ],
)
def test_a_position_may_be_typed_or_pasted_in_any_notation(position: str) -> None:
    draft = SecretDraft()
    draft.add("address", "shelter", lambda: ADDRESS, lambda: f"{position}; Maple House")
    written = draft.toml().decode()
    assert "latitude = 39.7817" in written
    assert "longitude = -89.6501" in written
    assert '"Maple House"' in written
    assert ("Old Mill" in written) is ("Old Mill" in position)
    assert "google" not in written


def test_websites_as_people_type_them() -> None:
    assert [website(part) for part in split("a.org, https://b.org;c.org\nd.org")] == [
        "https://a.org",
        "https://b.org",
        "https://c.org",
        "https://d.org",
    ]


async def test_how_far_a_fact_can_be_searched_for_is_said_as_it_is_typed(tmp_path: Path) -> None:
    app = AuditorApp(None, tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        await to_the_secrets(app, pilot)
        await fill(app, pilot, "#secret-text", "1247 North Maple Street")
        await pilot.pause(0.6)
        before = seen(app)
        assert "no town or postcode" in " ".join(before.split())
        await fill(app, pilot, "#secret-text", ", Springfield, IL 62704")
        await pilot.pause(0.6)
        assert "✓ I can search for this in" in seen(app)
        assert "Maple" not in seen(app)


@pytest.mark.parametrize(
    ("kind", "secret"),
    [("address", ADDRESS), ("phone", PHONE), ("person", "Alexander Example"), ("plate", "AB 12045")],
)
def test_every_kind_of_fact_is_measured(kind: str, secret: str) -> None:
    reach = SecretDraft.measure(kind, lambda: secret, lambda: "")
    assert reach.forms > 1
    assert secret not in reach.sentence()
    assert f"{reach.forms:,} spellings" in reach.sentence()


async def test_masked_fields_give_nothing_to_the_clipboard(tmp_path: Path) -> None:
    app = AuditorApp(None, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_secrets(app, pilot)
        await fill(app, pilot, "#secret-text", ADDRESS)
        field = app.screen.query_one("#secret-text", Input)
        field.select_all()
        field.action_copy()
        field.action_cut()
        assert app.clipboard == ""
        assert field.value == ""


async def test_three_answers_suggest_a_checklist(tmp_path: Path) -> None:
    app = AuditorApp(None, tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await to_the_secrets(app, pilot)
        await fill(app, pilot, "#secret-text", ADDRESS)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Suggested: House for trafficked youth" in seen(app)
        app.screen.query_one("#ask-place").query(RadioButton)[1].value = True
        await pilot.pause()
        assert "Suggested: Centre that is open on purpose" in seen(app)
        await pilot.pause(0.3)
        assert app.screen._draft.profile == "public-centre"
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Checklist     Centre that is open on purpose" in seen(app)
        assert "public-centre" not in seen(app)


def test_every_answer_leads_to_a_checklist_that_comes_with_the_program() -> None:
    answers = [[name for name, _ in question.answers] for question in QUESTIONS]
    advised = {recommend(*chosen).profile for chosen in product(*answers)}
    assert advised <= set(shipped_ids())
    assert len(advised) >= 6
