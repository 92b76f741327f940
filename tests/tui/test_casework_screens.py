"""Waivers and sign-off: what a person does there, what is on disk afterwards, and how it looks."""

from typing import Any

import pytest
import textual

from auditor.core.waivers import NewWaiver
from auditor.tui.theme import THEMES
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework
from tests.tui.helpers import app_on, press, seen, settle, still, type_text

DRAWN_WITH = "8.2"
SMALL, LARGE = (80, 24), (120, 40)
drawn = pytest.mark.skipif(
    not textual.__version__.startswith(DRAWN_WITH), reason=f"the pictures were drawn by Textual {DRAWN_WITH}"
)


async def fill(app: Any, pilot: Any, **values: str) -> None:
    """Put text into the lines of the form in front, then save."""
    for name, text in values.items():
        app.screen.query_one(f"#field-{name}").value = text
    await press(app, pilot, "ctrl+s")


# --- waivers ------------------------------------------------------------------------------------


async def test_a_waiver_is_granted_renewed_and_withdrawn_by_keyboard_alone(begun: Workspace) -> None:
    app = app_on(begun)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await press(app, pilot, "5", "v", "a")
        await type_text(pilot, "ZPL-02")
        await press(app, pilot, "enter")
        await type_text(pilot, "listed front")
        await press(app, pilot, "enter")
        await type_text(pilot, "it is covered")
        await press(app, pilot, "enter", "enter")
        await type_text(pilot, "Kim Doe")
        await press(app, pilot, "enter", "enter")
        (granted,) = begun.record().waiver
        assert (granted.subject, granted.reason, granted.compensating) == (
            "ZPL-02",
            "listed front",
            "it is covered",
        )
        assert (granted.owner, granted.approver, str(granted.expires)) == (
            "Ana Diaz",
            "Kim Doe",
            "2026-12-31",
        )
        assert "to the end of 31 Dec 2026, local time, UTC" in seen(app)
        await press(app, pilot, "r")
        await fill(app, pilot, expires="2027-02-01", approver="Sam Poe")
        assert "renewed 1 time" in seen(app)
        await press(app, pilot, "w")
        await fill(app, pilot, reason="the sign is down")
        (ended,) = begun.record().waiver
        assert (ended.withdrawn_by, ended.withdrawn_reason) == ("Ana Diaz", "the sign is down")
        assert "– withdrawn" in seen(app)
        await press(app, pilot, "escape")
        assert "Corrective actions" in seen(app)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"subject": "ZPL-01"}, "ZPL-01 cannot be waived"),
        ({"approver": "ana diaz"}, "owner and approver must be two people"),
        ({"expires": "soon"}, "Write the date like 2026-12-31."),
        ({"expires": "2026-11-01"}, "before it begins"),
        ({"expires": "2028-01-01"}, "more than a year"),
        ({"subject": "ZZZ-99"}, "neither a control"),
        ({"compensating": ""}, "needs compensating"),
    ],
)
async def test_what_may_not_be_waived_is_refused_in_the_form(
    begun: Workspace, values: dict[str, str], words: str
) -> None:
    app = app_on(begun, "waivers")
    right = {"subject": "ZPL-02", "reason": "x", "compensating": "y", "approver": "Kim Doe"}
    async with app.run_test(size=SMALL) as pilot:
        await press(app, pilot, "a")
        await fill(app, pilot, **right | values)
        assert words in " ".join(seen(app).replace("│", " ").split())
        assert begun.record().waiver == ()
        await fill(app, pilot, **right | {"owner": "Ben Ode", "expires": "2026-12-01"})
        assert [w.subject for w in begun.record().waiver] == ["ZPL-02"]


async def test_expired_ones_come_first_and_many_ending_at_once_are_warned_of(waived: Workspace) -> None:
    last = waived.record().waiver[0].expires
    for subject in ("ZCA-01", waived.record().finding[2].id):
        new = NewWaiver(subject, "x", "y", "Ben Ode", "Kim Doe", last)
        Casework(waived).grant_waiver(new)
    app = app_on(waived, "waivers")
    async with app.run_test(size=SMALL) as pilot:
        await settle(app, pilot)
        lines = [line.strip("│ ") for line in seen(app).splitlines()]
        states = [line.split("  ")[0] for line in lines[3:8]]
        assert states == ["▲ expired", "~ in force", "~ in force", "~ in force", "– withdrawn"]
        assert "3 waivers end in the week of 2026-11-30" in seen(app)
        assert "Waivers, 1 expired" in seen(app)


# --- sign-off -----------------------------------------------------------------------------------


async def test_three_people_sign_and_a_later_answer_shows(begun: Workspace) -> None:
    app = app_on(begun, "report")
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await press(app, pilot, "s", "s", "ctrl+s")
        for name in ("Sam Poe", "Kim Doe"):
            await press(app, pilot, "down", "enter")
            await fill(app, pilot, name=name)
        signed = begun.record().signature
        assert [(s.role, s.name) for s in signed] == [
            ("auditor", "Ana Diaz"),
            ("safety lead", "Sam Poe"),
            ("executive director", "Kim Doe"),
        ]
        assert signed[0].digest in seen(app)
        assert seen(app).count("✓ signed") == 3
        await press(app, pilot, "2", "m", "9")
        assert seen(app).count("▲ changed") == 3
        assert "was changed after Ana Diaz signed it" in seen(app)


async def test_one_person_signs_in_one_role_alone(waived: Workspace) -> None:
    app = app_on(waived, "signoff")
    async with app.run_test(size=SMALL) as pilot:
        await settle(app, pilot)
        await press(app, pilot, "down", "down", "s")
        await fill(app, pilot, name="sam poe")
        assert "has signed in another role" in seen(app)
        assert len(waived.record().signature) == 2


async def test_a_record_changed_by_other_hands_is_named(waived: Workspace) -> None:
    before = waived.records.path(waived.period.previous)
    app = app_on(waived, "signoff")
    async with app.run_test(size=SMALL) as pilot:
        await settle(app, pilot)
        before.write_text(before.read_text().replace('"partial"', '"met"'))
        await press(app, pilot, "v")
        assert "✗ not as it was left" in seen(app)
        assert "answer ZPH-02 was changed" in " ".join(seen(app).replace("│", " ").split())


# --- pictures -----------------------------------------------------------------------------------


@drawn
@pytest.mark.parametrize("look", [t.name for t in THEMES])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("screen", ["waivers", "signoff"])
async def test_screen(waived: Workspace, picture: Any, screen: str, size: tuple[int, int], look: str) -> None:
    app = app_on(waived, screen)
    async with app.run_test(size=size) as pilot:
        app.theme = look
        await settle(app, pilot)
        still(app)
        await pilot.pause(0.1)
        picture(app)


@drawn
@pytest.mark.parametrize("screen", ["waivers", "signoff"])
async def test_narrow(waived: Workspace, picture: Any, screen: str) -> None:
    app = app_on(waived, screen)
    async with app.run_test(size=(56, 30)) as pilot:
        await settle(app, pilot)
        await pilot.pause(0.1)
        picture(app)


@drawn
@pytest.mark.parametrize(
    ("screen", "keys"), [("waivers", ("a",)), ("waivers", ("down", "r")), ("signoff", ("s",))]
)
async def test_form(waived: Workspace, picture: Any, screen: str, keys: tuple[str, ...]) -> None:
    app = app_on(waived, screen)
    async with app.run_test(size=SMALL) as pilot:
        await settle(app, pilot)
        await press(app, pilot, *keys)
        still(app)
        await pilot.pause(0.1)
        picture(app)
