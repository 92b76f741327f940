"""What the overview tells: trend with gaps, what is late, what went stale, how long the quarter lasts."""

from auditor.core.outlook import TrendPoint
from auditor.core.period import Period
from auditor.tui import agenda, words
from auditor.tui.filters import filters
from auditor.tui.screens.report import _HEADLESS
from auditor.tui.widgets.trend import chart
from auditor.workspace import Workspace
from tests.tui.helpers import app_on, press, seen, settle


async def test_the_trend_shows_a_missed_quarter_as_a_gap(gallery: Workspace) -> None:
    app = app_on(gallery)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        text = seen(app)
    figures = next(line for line in text.splitlines() if "53.9 %" in line)
    names = next(line for line in text.splitlines() if "25-Q4" in line)
    assert figures.index("none") in range(names.index("26-Q2") - 2, names.index("26-Q2") + 3)
    assert names.split()[1:6] == ["25-Q4✗", "26-Q1✗", "26-Q2", "26-Q3✓", "26-Q4✗"]


def test_columns_grow_with_the_score(gallery: Workspace) -> None:
    low, high = gallery.score(Period(2025, 4)), gallery.score(Period(2026, 3))
    drawn = chart(
        [TrendPoint(Period(2025, 4), low), TrendPoint(Period(2026, 3), high)], 20, 12
    ).plain.splitlines()
    heights = [sum(line[column] != " " for line in drawn[1:-1]) for column in (3, 10)]
    assert heights[0] < heights[1]
    assert abs(heights[1] - high.floor / 10) <= 1


def test_no_share_is_shown_higher_than_it_is() -> None:
    assert [words.percent(share) for share in (99.96, 74.99, 34.55, 87.0, 0.0)] == [
        "99.9 %",
        "74.9 %",
        "34.5 %",
        "87 %",
        "0 %",
    ]
    assert words.interval(34.55, 68.96) == "34.5–68.9 %"
    assert words.interval(74.94, 74.99) == "74.9 %"


def test_a_change_too_small_to_show_has_no_sign() -> None:
    assert [words.change(points) for points in (-0.02, 0.0, 1.26, -60.1)] == [
        "no change",
        "no change",
        "+1.3 points",
        "-60.1 points",
    ]


def test_only_the_latest_quarters_fit_into_few_cells(gallery: Workspace) -> None:
    points = [
        TrendPoint(Period(2025, 4), gallery.score(Period(2025, 4))),
        TrendPoint(Period(2026, 1), None, "ill"),
    ]
    assert "26-Q1" in chart(points, 9, 5).plain
    assert "25-Q4" not in chart(points, 9, 5).plain
    assert "trend begins here" in chart([], 9, 5).plain


async def test_what_is_late_comes_before_what_went_stale_and_opens(gallery: Workspace) -> None:
    app = app_on(gallery)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        assert "1 overdue" in seen(app)
        panel = app.screen.query_one("#attention")
        panel.focus()
        panel.highlighted = 1
        chosen = panel.highlighted_option.id
        await press(app, pilot, "enter")
        assert app.current_mode == "checklist"
        assert chosen == f"control:{app.screen.chosen}"
        await press(app, pilot, "1")
        app.screen.query_one("#attention").highlighted = 0
        await press(app, pilot, "enter")
        assert app.current_mode == "actions"


def test_stale_is_what_was_settled_last_quarter_and_is_not_now(gallery: Workspace) -> None:
    assessment, previous = gallery.assessment(), gallery.previous_record()
    stale = {r.control.id for r in agenda.went_stale(assessment, previous)}
    assert "VEH-02" in stale
    assert "LOC-01" not in stale
    result = assessment.result("VEH-02")
    wanted = filters("", gallery.record(), previous)["stale"]
    assert {r.control.id for r in assessment.results if wanted(r)} == stale
    assert agenda.why_stale(result, previous) == "met in 2026-Q3, not looked at since"


async def test_a_section_is_failed_only_when_a_critical_question_of_it_was_answered_so(
    gallery: Workspace,
) -> None:
    app = app_on(gallery)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        text = seen(app)
    assert "✗ Confidential location" in text
    assert "○ Meeting places" in text


def test_the_preview_shows_no_empty_head_of_a_table() -> None:
    headless = "|  |  |\n| --- | --- |\n| Score | 34.6% |\n| Rating | 4 |\n"
    assert _HEADLESS.sub(r"\2\1", headless) == "| Score | 34.6% |\n| --- | --- |\n| Rating | 4 |\n"
    named = "| Id | What |\n| --- | --- |\n| A | b |\n"
    assert _HEADLESS.sub(r"\2\1", named) == named
