"""Every screen as it looks, in two sizes and three looks. The pictures are kept beside this file."""

from typing import Any

import pytest
import textual
from textual.widgets import Button

from auditor.core.events import Cancel, Progress
from auditor.tui.app import AuditorApp
from auditor.tui.theme import THEMES
from auditor.tui.widgets.run_panel import RunPanel
from auditor.workspace import Workspace
from tests.tui.helpers import app_on, press, settle, still, type_text

DRAWN_WITH = "8.2"
SMALL, LARGE = (80, 24), (120, 40)
SCREENS = ("overview", "checklist", "checks", "findings", "actions", "compare", "report")

pytestmark = pytest.mark.skipif(
    not textual.__version__.startswith(DRAWN_WITH), reason=f"the pictures were drawn by Textual {DRAWN_WITH}"
)


async def draw(app: AuditorApp, pilot: Any, picture: Any) -> None:
    await settle(app, pilot)
    still(app)
    await pilot.pause(0.1)
    picture(app)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen(gallery: Workspace, picture: Any, screen: str, size: tuple[int, int]) -> None:
    app = app_on(gallery, screen)
    async with app.run_test(size=size) as pilot:
        await draw(app, pilot, picture)


@pytest.mark.parametrize("look", [t.name for t in THEMES[1:]])
@pytest.mark.parametrize("screen", SCREENS)
async def test_screen_in_other_looks(gallery: Workspace, picture: Any, screen: str, look: str) -> None:
    app = app_on(gallery, screen)
    async with app.run_test(size=SMALL) as pilot:
        app.theme = look
        await draw(app, pilot, picture)


@pytest.mark.parametrize("screen", ["overview", "checklist", "findings"])
async def test_narrow_split(gallery: Workspace, picture: Any, screen: str) -> None:
    app = app_on(gallery, screen)
    async with app.run_test(size=(56, 30)) as pilot:
        await draw(app, pilot, picture)


async def test_empty_workspace(workspace: Workspace, picture: Any) -> None:
    app = app_on(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await draw(app, pilot, picture)


async def test_running(workspace: Workspace, picture: Any) -> None:
    app = app_on(workspace, "checks")
    async with app.run_test(size=SMALL) as pilot:
        await settle(app, pilot)
        app.screen._cancel = Cancel()
        app.screen._show_running()
        panel = app.screen.query_one(RunPanel)
        panel.begin()
        panel.take(Progress("www.example.org", 12, 9, 340_000, 28, 2, 1, "https://www.example.org/news/"))
        await draw(app, pilot, picture)


@pytest.mark.parametrize(
    ("name", "screen", "keys"),
    [
        ("note", "checklist", ("o",)),
        ("reason", "checklist", ("n",)),
        ("evidence", "checklist", ("e",)),
        ("filter", "checklist", ("f",)),
        ("help", "checklist", ("question_mark",)),
        ("cover", "findings", ("f9",)),
        ("ruling", "findings", ("a",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_in_front(
    gallery: Workspace, picture: Any, name: str, screen: str, keys: tuple[str, ...]
) -> None:
    app = app_on(gallery, screen)
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, *keys)
        await draw(app, pilot, picture)


@pytest.mark.parametrize("page", range(6))
async def test_setup(tmp_path: Any, picture: Any, page: int) -> None:
    app = AuditorApp(None, tmp_path)
    app.animation_level = "none"
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        if page:
            await type_text(pilot, "Maple County Youth Services")
        for number in range(page):
            if number == 3:
                app.screen.query_one("#secret-text").focus()
                await type_text(pilot, "1247 North Maple Street, Springfield, IL 62704")
                app.screen.query_one("#secret-add", Button).press()
                await pilot.pause()
            await pilot.press("ctrl+n")
            await pilot.pause()
        await draw(app, pilot, picture)
