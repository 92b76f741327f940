"""A confidential position, and the finder for many of them."""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, floor, radians
from typing import Self

from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.fold import Folded, fold
from auditor.confidential.glance import glance
from auditor.confidential.place.binary import binary_readings, may_be_binary
from auditor.confidential.place.codes import code_readings, may_hold_code, osm_readings
from auditor.confidential.place.gate import Around, Gate
from auditor.confidential.place.grids import grid_readings
from auditor.confidential.place.national import national_readings
from auditor.confidential.place.pairs import marked_positions, may_be_marked, positions
from auditor.confidential.place.reading import Order, Reading, distance_m
from auditor.confidential.place.spoken import may_be_spoken, spoken_positions
from auditor.confidential.place.tiles import may_hold_tile, tile_readings
from auditor.confidential.place.typed import FINE, ROUGH, position_of
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

DEFAULT_RADIUS_M = 250.0
_CELL = 0.05
"""Side of a cell of the lookup grid, in degrees: wider than any usual radius and any coarse position."""
_SAME = 1e-7
"""Degrees between two writings of one number (a centimetre)."""
_COARSE = 0.018
"""Largest last written place that is worth a person's look (two decimals, or whole minutes)."""


class Place(Fact):
    """A position that must not get out, and how near a published position may not come.

    Latitude and longitude are WGS 84 degrees, the radius metres (default 250).
    """

    __slots__ = ("_latitude", "_longitude", "_radius_m", "_rough")

    def __init__(
        self,
        latitude: float,
        longitude: float,
        radius_m: float = DEFAULT_RADIUS_M,
        label: str = "place",
        *,
        rough: bool = False,
    ) -> None:
        super().__init__(label)
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            raise ValueError("a latitude is between -90 and 90, a longitude between -180 and 180")
        if not 0 < radius_m <= 5000:
            raise ValueError("a radius is over 0 and at most 5000 metres")
        self._latitude, self._longitude, self._radius_m = float(latitude), float(longitude), float(radius_m)
        self._rough = rough

    @classmethod
    def parse(cls, position: str, label: str = "place", radius_m: float = DEFAULT_RADIUS_M) -> Self:
        """The place that `position` names, in any notation that is recognised in documents.

        Raises ValueError, without quoting it, unless it names just one, to a tenth of a minute or finer.
        """
        latitude, longitude, rough = position_of(position)
        return cls(latitude, longitude, radius_m, label, rough=rough)

    def weaknesses(self) -> list[str]:
        """A rough position may be so far from the place that a fine one near it is passed over."""
        if not self._rough:
            return []
        return ["written to 100 or 200 metres only; write four decimals or seconds"]

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        return PlaceFinder(facts)

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude, for the finder."""
        return self._latitude, self._longitude

    @property
    def radius_m(self) -> float:
        """Metres around the point that give it away."""
        return self._radius_m


class PlaceFinder:
    """Finds published positions that are near any of many points."""

    __slots__ = ("_gate", "_grid", "_points", "_whole")

    def __init__(self, facts: Iterable[Place]) -> None:
        self._grid: dict[tuple[int, int], list[Place]] = {}
        whole: set[int] = set()
        around: list[Around] = []
        self._points: list[tuple[float, float]] = []
        for fact in facts:
            latitude, longitude = fact.point
            self._points.append(fact.point)
            reach = 2 * fact.radius_m / 111_000 + _COARSE
            wide = min(reach / max(cos(radians(latitude)), 0.01), 1.0)
            # Cells are looked up whole: where the meridians meet, one may reach beyond.
            around.append(Around(latitude, longitude, reach, wide + _CELL if wide >= 1 else wide))
            whole.update(floor(abs(latitude + d)) for d in (-reach, 0, reach))
            whole.update(floor(abs(longitude + d)) for d in (-wide, 0, wide))
            for row in range(floor((latitude - reach) / _CELL), floor((latitude + reach) / _CELL) + 1):
                for column in range(floor((longitude - wide) / _CELL), floor((longitude + wide) / _CELL) + 1):
                    self._grid.setdefault((row, column), []).append(fact)
        self._gate = Gate(around)
        self._whole = frozenset(whole)

    def may_match(self, text: str) -> bool:
        """False when `text` holds no first figures of a near position, no code and no grid."""
        folded = fold(text)
        seen = glance(folded)
        return (
            self._gate.degrees(seen)
            or self._gate.grids(seen)
            or self._gate.national(seen)
            or may_be_marked(seen)
            or may_hold_tile(seen)
            or may_be_binary(folded.text)
            or may_be_spoken(seen)
            or may_hold_code(seen, text)
        )

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """Every position in the text that is near one of the points."""
        for reading in self._readings(folded):
            yield from self._matches(reading, folded.span(reading.start, reading.end))
        for reading in osm_readings(original):
            yield from self._matches(reading, (reading.start, reading.end))

    def _readings(self, folded: Folded) -> Iterator[Reading]:
        """Every position in the folded text that may be near one of the points."""
        text, seen = folded.text, glance(folded)
        if self._gate.degrees(seen):
            yield from positions(text, self._whole)
        yield from spoken_positions(seen, self._whole)
        yield from marked_positions(text)
        yield from tile_readings(text)
        yield from binary_readings(text)
        yield from code_readings(text, self._points)
        if self._gate.grids(seen):
            yield from grid_readings(text)
        if self._gate.national(seen):
            yield from national_readings(text)

    def _matches(self, reading: Reading, span: tuple[int, int]) -> Iterator[Match]:
        """What `reading`, which stands at `span` of the original text, gives away."""
        for fact in self._near(reading):
            verdict = judge(reading, fact)
            if verdict is not None:
                grade, confidence, reason = verdict
                told = f"{reason} ({reading.form})"
                yield Match(*span, fact.label, Kind.COORDINATES, grade, confidence, "place-position", told)

    def _near(self, reading: Reading) -> Iterator[Place]:
        signs = ((1, 1), (-1, 1), (1, -1), (-1, -1)) if reading.unsigned else ((1, 1),)
        seen: set[int] = set()
        for up, over in signs:
            cell = (floor(reading.latitude * up / _CELL), floor(reading.longitude * over / _CELL))
            for fact in self._grid.get(cell, ()):
                if id(fact) not in seen:
                    seen.add(id(fact))
                    yield fact


def judge(reading: Reading, fact: Place) -> tuple[Grade, Confidence, str] | None:
    """How `reading` gives `fact` away; None when it does not.

    Within the radius a position with four decimals or better is exact. A coarser one is partial when
    it lies within the radius or the true point lies in its rounding cell. Up to twice the radius is
    partial as well: map links point at the middle of a view or at the next corner. Where a fact ends in
    noughts, programs write it with fewer decimals: three that are the very number are no coarser.
    """
    if not reading.valid or reading.unit > _COARSE:
        return None
    latitude, longitude = fact.point
    at = (reading.latitude, reading.longitude)
    dropped = reading.unsigned and (at[0] * latitude < 0 or at[1] * longitude < 0)
    if dropped:
        at = (abs(at[0]) * (1 if latitude >= 0 else -1), abs(at[1]) * (1 if longitude >= 0 else -1))
    apart = distance_m(*at, latitude, longitude)
    within = apart <= fact.radius_m
    same = abs(at[0] - latitude) < _SAME and abs(at[1] - longitude) < _SAME
    if same and not dropped and FINE < reading.unit <= ROUGH and reading.order is not Order.SWAPPED:
        return Grade.PROBABLE, Confidence.MEDIUM, "the position itself, without last noughts"
    if reading.unit > FINE:
        near = within or (
            _rounds_to(latitude, at[0], reading.unit) and _rounds_to(longitude, at[1], reading.unit)
        )
        return (Grade.PARTIAL, Confidence.MEDIUM, "coarse position around the place") if near else None
    if within:
        return _within(reading, dropped=dropped)
    if not dropped and apart <= 2 * fact.radius_m and reading.order is not Order.SWAPPED:
        return Grade.PARTIAL, Confidence.LOW, "position just outside the radius"
    return None


def _within(reading: Reading, *, dropped: bool) -> tuple[Grade, Confidence, str]:
    if dropped:
        return Grade.PARTIAL, Confidence.MEDIUM, "position without its minus sign"
    if reading.order is Order.SWAPPED:
        return Grade.PROBABLE, Confidence.MEDIUM, "position in the radius"
    return Grade.EXACT, Confidence.HIGH, "position in the radius"


def _rounds_to(true: float, written: float, unit: float) -> bool:
    """True when `written` is `true` rounded, or cut off, to multiples of `unit`."""
    rounded = abs(true - written) <= unit / 2 + 1e-9
    cut = abs(true) - abs(written)
    return rounded or (-1e-9 <= cut < unit and true * written >= 0)
