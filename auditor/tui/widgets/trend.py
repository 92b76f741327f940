"""The quarters as a small column chart. A quarter without an audit is a gap, not a zero."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from auditor.core.outlook import TrendPoint
from auditor.core.score import Verdict
from auditor.tui import words

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_COLUMN = 7
"""Cells for one quarter."""


def chart(points: Sequence[TrendPoint], width: int, height: int) -> Content:
    """The latest quarters that fit into `width` cells: figures above, columns, quarters below.

    Solid is what is sure (the floor), shaded what was still unknown (up to the ceiling). A tick or a
    cross beside the quarter says whether the protocol was met; “none” and dots mark a quarter without audit.
    """
    shown = points[-max(1, width // _COLUMN) :]
    if not shown:
        return Content.styled("The first quarter: the trend begins here.", "$muted")
    rows = max(1, height - 2)
    lines = [Content.assemble(*(_figure(point) for point in shown))]
    lines += [Content.assemble(*(_cell(point, row, rows) for point in shown)) for row in range(rows, 0, -1)]
    lines.append(Content.assemble(*(_name(point) for point in shown)))
    return Content("\n").join(lines)


def _figure(point: TrendPoint) -> tuple[str, str]:
    text = words.percent(point.score.floor) if point.score else "none"
    return text.center(_COLUMN), "bold" if point.score else "$muted"


def _cell(point: TrendPoint, row: int, rows: int) -> Content:
    """One row of one column; rows count from 1 at the bottom."""
    if point.score is None:
        return Content.styled(("·····" if row == 1 else "").center(_COLUMN), "$muted")
    sure = _fill(point.score.floor, row, rows)
    unknown = point.score.ceiling * rows / 100 > row - 0.5
    if sure == " " and unknown:
        return Content.styled(("▒" * 5).center(_COLUMN), "$accent 60%")
    return Content.styled((sure * 5).center(_COLUMN), "$success" if _met(point) else "$warning")


def _fill(share: float, row: int, rows: int) -> str:
    eighths = round(share * rows * 8 / 100) - 8 * (row - 1)
    return _EIGHTHS[max(0, min(8, eighths))]


def _name(point: TrendPoint) -> tuple[str, str]:
    name = f"{point.period.year % 100:02}-Q{point.period.quarter}"
    if point.score is None:
        return name.center(_COLUMN), "$muted"
    return (f"{name}{'✓' if _met(point) else '✗'}").center(_COLUMN), ""


def _met(point: TrendPoint) -> bool:
    return point.score is not None and point.score.verdict is Verdict.MET


class TrendChart(Widget):
    """The chart, as large as there is room."""

    points: reactive[tuple[TrendPoint, ...]] = reactive(())

    def render(self) -> Content:
        """The latest quarters."""
        return chart(self.points, max(_COLUMN, self.content_size.width), max(3, self.content_size.height))
