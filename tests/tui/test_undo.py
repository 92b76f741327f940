"""Taking casework back in the terminal: what the screen says, what is on disk, what the ledger keeps."""

import json
from datetime import timedelta
from typing import Any

import pytest

from auditor.core.actions import NewAction
from auditor.core.errors import ConfigurationError
from auditor.core.record import ActionStatus, AuditRecord
from auditor.core.undoing import take_back
from auditor.core.waivers import NewWaiver
from auditor.tui.app import AuditorApp
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework
from tests.tui.helpers import app_on, press, seen, settle

SIZE = (100, 30)


async def fill(app: AuditorApp, pilot: Any, **values: str) -> None:
    for name, text in values.items():
        app.screen.query_one(f"#field-{name}").value = text  # type: ignore[attr-defined]
    await press(app, pilot, "ctrl+s")


def events(workspace: Workspace) -> list[str]:
    lines = (workspace.root / "audits/ledger.jsonl").read_text().splitlines()
    return [json.loads(line)["event"] for line in lines]


async def test_a_closed_action_is_opened_again(begun: Workspace) -> None:
    app = app_on(begun, "actions")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        before = begun.record()
        chosen = app.screen.chosen
        await press(app, pilot, "x")
        await fill(app, pilot, by="Kim Doe", evidence="seen on site")
        closed = next(a for a in begun.record().action if a.id == chosen.id)
        assert closed.status is ActionStatus.CLOSED
        assert "z takes it back." in seen(app)
        await press(app, pilot, "z")
        assert begun.record().action == before.action
        assert "the change of the plan" in seen(app)
    assert not Casework(begun).verify()


async def test_a_withdrawn_waiver_is_in_force_again_by_a_click_on_the_toast(begun: Workspace) -> None:
    last = begun.today + timedelta(days=9)
    Casework(begun).grant_waiver(NewWaiver("ZPL-02", "listed", "covered", "Ben Ode", "Kim Doe", last))
    app = app_on(begun, "waivers")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        await press(app, pilot, "w")
        await fill(app, pilot, by="Kim Doe", reason="no longer needed")
        assert begun.record().waiver[0].withdrawn is not None
        lines = seen(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "z takes it back" in line)
        await pilot.click(offset=(lines[row].index("z takes") + 3, row))
        await settle(app, pilot)
        assert begun.record().waiver[0].withdrawn is None


async def test_a_signature_is_taken_back_until_another_signs(begun: Workspace) -> None:
    app = app_on(begun, "signoff")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        await press(app, pilot, "s")
        assert "the ledger keeps both" in " ".join(seen(app).replace("│", " ").split())
        await press(app, pilot, "ctrl+s", "z")
        assert begun.record().signature == ()
        assert events(begun)[-2:] == ["signed", "signature taken back"]
        await press(app, pilot, "s", "ctrl+s")
        Casework(begun).sign("safety lead", "Sam Poe")
        await press(app, pilot, "z")
        assert "Not saved: Sam Poe has signed since" in " ".join(seen(app).replace("▌", " ").split())
        assert [s.name for s in begun.record().signature] == ["Ana Diaz", "Sam Poe"]
    assert not Casework(begun).verify()


def test_what_somebody_changed_since_stays(begun: Workspace) -> None:
    casework, before = Casework(begun), begun.record()
    action = casework.start_action(NewAction(subject="ZPL-01", owner="Ben Ode"))
    after = begun.record()
    assert take_back(after, before, after) == before
    casework.change_action(action.id, owner="Rosa Lund")
    with pytest.raises(ConfigurationError, match="was changed since"):
        take_back(begun.record(), before, after)


def test_what_others_did_meanwhile_is_kept(begun: Workspace) -> None:
    casework, before = Casework(begun), begun.record()
    mine = casework.start_action(NewAction(subject="ZPL-01", owner="Ben Ode"))
    after = begun.record()
    other = casework.start_action(NewAction(subject="ZPH-01", owner="Rosa Lund"))
    left: AuditRecord = take_back(begun.record(), before, after)
    ids = {a.id for a in left.action}
    assert other.id in ids
    assert mine.id not in ids
