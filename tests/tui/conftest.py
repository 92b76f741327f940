"""A small workspace with a clock that stands still, and pictures of the screens."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from auditor.core.actions import NewAction
from auditor.core.record import Answer, Waiver
from auditor.core.status import Status
from auditor.core.waivers import NewWaiver
from auditor.tui.app import AuditorApp
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework
from tests.tui.gallery import make_gallery
from tests.tui.helpers import FINDINGS, NOW, check_run, make_workspace


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the developer's own terminal asks for must not reach a picture."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "AUDITOR_HOME", "AUDITOR_CONFIDENTIAL"):
        monkeypatch.delenv(name, raising=False)
    for name in list(os.environ):
        if name.startswith("TEXTUAL"):
            monkeypatch.delenv(name)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Nothing answered yet."""
    return make_workspace(tmp_path / "ws")


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """Some questions answered this quarter and last, the checks have run."""

    def answer(control: str, status: Status, **more: Any) -> Answer:
        return Answer(**{"control": control, "status": status, "by": "Ana Diaz", "at": NOW} | more)

    old = datetime(2026, 8, 3, 9, tzinfo=UTC)
    before = workspace.period.previous
    for control, status in (("ZPL-01", Status.MET), ("ZPH-02", Status.PARTIAL)):
        said = answer(control, status, at=old, by="Ben Ode", note="Two lines are new.")
        workspace.change(lambda record, said=said: record.with_answer(said), before)
    workspace.change(lambda record: record.with_run(check_run(), FINDINGS))
    for said in (
        answer("ZPL-01", Status.MET),
        answer("ZPL-02", Status.MET, note="Looked at door, bell and letter box."),
        answer("ZPH-01", Status.NOT_APPLICABLE, note="No direct numbers are given out."),
    ):
        workspace.change(lambda record, said=said: record.with_answer(said))
    casework = Casework(workspace)
    late = casework.start_action(NewAction(subject="ZPL-01", owner="Ben Ode"))
    casework.change_action(late.id, due=date(2026, 11, 20))
    casework.start_action(
        NewAction(subject="ZPH-01", owner="Ana Diaz", interim="Calls go to the switchboard.")
    )
    (workspace.root / ".auditor-state.toml").write_text('name = "Ana Diaz"\n')
    return workspace


@pytest.fixture
def gallery(tmp_path: Path) -> Workspace:
    """A year of quarters, a half-answered one at work, findings and actions."""
    return make_gallery(tmp_path / "gallery")


@pytest.fixture
def waived(begun: Workspace) -> Workspace:
    """`begun` with waivers in each state, and two signatures, one of them of an older state."""
    casework = Casework(begun)

    def grant(subject: str, days: int, reason: str, instead: str) -> Waiver:
        last = begun.today + timedelta(days=days)
        return casework.grant_waiver(NewWaiver(subject, reason, instead, "Ben Ode", "Kim Doe", last))

    grant("ZPL-02", 9, "The sign is part of a listed front.", "It is covered, and no car parks there.")
    ended = grant("ZPH-02", 30, "The provider changes in spring.", "Staff dial the prefix.")
    casework.withdraw_waiver(ended.id, "Kim Doe", "the new provider hides every number")
    past = grant("ZPH-01", 0, "The directory is printed once a year.", "Calls go to the switchboard.")
    before = {"created": begun.today - timedelta(days=60), "expires": begun.today - timedelta(days=3)}
    begun.change(
        lambda r: r.model_copy(
            update={"waiver": tuple(w.model_copy(update=before) if w.id == past.id else w for w in r.waiver)}
        )
    )
    casework.sign("auditor", "Ana Diaz")
    casework.renew_waiver("W-2026Q4-1", begun.today + timedelta(days=10), "Sam Poe")
    casework.sign("safety lead", "Sam Poe")
    return begun


class SvgExtension(SingleFileSnapshotExtension):
    """One SVG file for each picture."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def picture(snapshot: Any) -> Any:
    """Compares a picture of the screen with the one kept."""
    kept = snapshot.use_extension(SvgExtension)

    def compare(app: AuditorApp) -> None:
        assert app.export_screenshot(title="auditor") == kept

    return compare


@pytest.fixture(autouse=True)
def _steady_cursors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor would be in a picture or not, as the clock has it."""
    from textual.widgets import Input, TextArea

    for widget in (Input, TextArea):
        monkeypatch.setattr(vars(widget)["cursor_blink"], "_default", False)
