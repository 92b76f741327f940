"""Geometry of the charts that the HTML report draws as inline SVG. Numbers only; words stay in the view."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.report.followup_rows import Trend

WIDTH, HEIGHT = 640.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 20.0, 14.0, 34.0


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One quarter's place in the chart. `low` and `high` are None for a quarter nobody audited."""

    period: str
    words: str
    x: float
    low: float | None
    high: float | None
    label: str
    label_y: float


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Points, the lines between neighbours that were both audited, and the bands of their intervals."""

    points: tuple[TrendPoint, ...]
    lines: tuple[str, ...]
    bands: tuple[str, ...]
    gaps: tuple[tuple[float, float], ...]
    levels: tuple[tuple[int, float], ...]


def trend_chart(trend: Sequence[Trend]) -> TrendChart | None:
    """The chart of at least two quarters; None for fewer. A line never crosses a gap."""
    if len(trend) < 2:
        return None
    step = (WIDTH - LEFT - RIGHT) / len(trend)
    points = tuple(_point(row, LEFT + step * (index + 0.5)) for index, row in enumerate(trend))
    runs = _runs(points)
    return TrendChart(
        points=points,
        lines=tuple(_path((p.x, p.low) for p in run) for run in runs if len(run) > 1),
        bands=tuple(
            _path([*((p.x, p.high) for p in run), *((p.x, p.low) for p in reversed(run))]) + "Z"
            for run in runs
            if len(run) > 1
        ),
        gaps=tuple((round(p.x - step / 2, 1), round(step, 1)) for p in points if p.low is None),
        levels=tuple((level, _y(level)) for level in (0, 50, 75, 100)),
    )


def _point(row: Trend, x: float) -> TrendPoint:
    low = _y(row.floor) if row.floor is not None else None
    high = _y(row.ceiling) if row.ceiling is not None else None
    label = f"{int(row.floor + 1e-6)}%" if row.floor is not None else ""
    # Below the point, but above it where the label would run into the names of the quarters.
    label_y = 0.0 if low is None else low + 19 if low < HEIGHT - BOTTOM - 16 else low - 10
    return TrendPoint(row.period, row.words, round(x, 1), low, high, label, round(label_y, 1))


def _y(share: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / 100), 1)


def _runs(points: Sequence[TrendPoint]) -> list[list[TrendPoint]]:
    """Neighbouring quarters that were all audited."""
    runs: list[list[TrendPoint]] = [[]]
    for point in points:
        if point.low is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _path(places: Iterable[tuple[float, float | None]]) -> str:
    return "M" + " L".join(f"{x:g},{y:g}" for x, y in places if y is not None)
