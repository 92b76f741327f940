"""Safe where others may look: what is hidden when, and what the program leaves behind."""

from pathlib import Path
from typing import Any

import pytest
from textual.filter import Monochrome

from auditor.tui.app import AuditorApp
from auditor.tui.screens import facts
from auditor.tui.screens.cover import CoverScreen
from auditor.tui.state import UiState
from auditor.workspace import Workspace
from tests.tui.helpers import ADDRESS, app_on, press, seen, settle, type_text

SIZE = (100, 30)


async def hold(pilot: Any, key: str, times: int) -> None:
    """What a terminal sends while a key is held."""
    for _ in range(times):
        await pilot.press(key)
        await pilot.pause(0.03)


async def test_a_fact_is_shown_while_a_key_is_held_and_hidden_after(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "HOLD", 0.3)
    app = app_on(workspace)
    async with app.run_test(size=SIZE) as pilot:
        app.action_facts()
        await settle(app, pilot)
        assert "Maple Street" not in seen(app)
        assert "spellings" in seen(app)
        await hold(pilot, "v", 12)
        assert ADDRESS in seen(app)
        await pilot.pause(0.6)
        assert "Maple Street" not in seen(app)
        await hold(pilot, "v", 2)
        assert ADDRESS in seen(app)
        await pilot.press("f9")
        await pilot.pause()
        assert "Maple Street" not in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Maple Street" not in seen(app)
        await hold(pilot, "v", 2)
        await pilot.press("down")
        await pilot.pause()
        assert "Maple Street" not in seen(app)


async def test_no_fact_is_shown_in_a_browser(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AuditorApp, "is_web", property(lambda self: True))
    app = app_on(workspace)
    async with app.run_test(size=SIZE) as pilot:
        app.action_facts()
        await settle(app, pilot)
        await hold(pilot, "v", 3)
        assert "In a browser no fact is shown" in seen(app)
        assert "Maple Street" not in seen(app)


async def test_no_picture_of_the_screen_is_taken(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_on(workspace)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        before = set(tmp_path.rglob("*.svg"))
        await app.run_action("screenshot")
        app.save_screenshot("picture.svg")
        assert app.deliver_screenshot("picture.svg") is None
        await settle(app, pilot)
        assert "Pictures of the screen are switched off" in " ".join(seen(app).split())
    assert set(tmp_path.rglob("*.svg")) == before


async def test_after_how_long_it_hides_can_be_set_and_is_kept(begun: Workspace) -> None:
    app = app_on(begun)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        app.action_idle()
        await pilot.pause()
        await press(app, pilot, "backspace", "backspace")
        await type_text(pilot, "3")
        await press(app, pilot, "enter")
        assert UiState.load(begun.root).idle_minutes == 3
        app._active -= 3 * 60 + 1
        app._hide_when_idle()
        await pilot.pause()
        assert isinstance(app.screen, CoverScreen)


async def test_nothing_but_enter_and_a_click_on_the_words_uncovers(begun: Workspace) -> None:
    app = app_on(begun, "findings")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await press(app, pilot, "f9")
        for key in (*"123456789zvq", "ctrl+p", "question_mark", "tab", "space", "escape", "f1"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, CoverScreen), key
            assert seen(app).strip() == "Press Enter to continue", key
        await pilot.click(offset=(50, 10))
        await pilot.pause()
        assert isinstance(app.screen, CoverScreen)
        await pilot.click("#cover")
        await pilot.pause()
        assert not isinstance(app.screen, CoverScreen)


async def test_a_fact_is_shown_while_the_mouse_button_is_held(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=SIZE) as pilot:
        app.action_facts()
        await settle(app, pilot)
        await pilot.mouse_down("#revealed")
        await pilot.pause()
        assert ADDRESS in seen(app)
        await pilot.mouse_up("#facts")
        await pilot.pause()
        assert "Maple Street" not in seen(app)
        await pilot.mouse_down("#revealed")
        await pilot.press("f9")
        await pilot.pause()
        assert "Maple Street" not in seen(app)
        await pilot.mouse_up()
        await press(app, pilot, "enter")
        assert "Maple Street" not in seen(app)


async def test_zero_minutes_never_hide(begun: Workspace) -> None:
    UiState.load(begun.root).keep(begun.root, idle_minutes=0)
    app = app_on(begun)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        app._active -= 100_000
        app._hide_when_idle()
        await pilot.pause()
        assert not isinstance(app.screen, CoverScreen)


async def test_animations_can_be_switched_off_and_stay_off(begun: Workspace) -> None:
    app = AuditorApp(begun, begun.root)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert app.animation_level != "none"
        app.action_still()
        assert app.animation_level == "none"
    again = AuditorApp(begun, begun.root)
    assert again.animation_level == "none"


async def test_without_colour_every_status_is_still_a_sign_and_a_word(
    gallery: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_on(gallery, "checklist")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert app.no_color
        assert any(isinstance(shown_through, Monochrome) for shown_through in app.get_line_filters())
        text = seen(app)
    assert "✓ met" in text
    assert "✗ unmet" in text
    assert "○ open" in text
