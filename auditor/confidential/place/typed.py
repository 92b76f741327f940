"""Reads a position as a person types it, or says in one line why it is none."""

from collections.abc import Iterable

from auditor.confidential.fold import fold
from auditor.confidential.place.angles import Angle, Axis, angles, lettered
from auditor.confidential.place.codes import code_readings
from auditor.confidential.place.grids import grid_readings
from auditor.confidential.place.links import unresolvable_links
from auditor.confidential.place.pairs import marked_positions, positions
from auditor.confidential.place.reading import Order, Reading

FINE = 0.0004
"""Largest last written place, in degrees, that still names a building (about 40 m)."""
ROUGH = 0.1 / 60 + 1e-9
"""Largest last written place that a fact may have: a tenth of a minute, or three decimals (about 185 m)."""
_EVERYWHERE = frozenset(range(181))
"""All whole degrees."""
_PIN = "!3d"
"""Where a Google link has the place itself; what stands behind "@" is the middle of the view."""
_POLAR = 80.0
"""Degrees beyond which nobody lives: such a latitude is a longitude that was typed first."""
_LIKE_ONE = "a number such as 40.1234, or degrees in quotes such as “40°7'24.2\" N”"
_EITHER_SIDE = "“O” is east in German and west in Spanish, French and Italian; write E or W"
_LIKE = "a position reads like “40.1234, -88.5678”, with four decimals or seconds"


def position_of(text: str) -> tuple[float, float, bool]:
    """Latitude and longitude that `text` names in any notation, and whether it is only roughly written.

    Raises ValueError, without quoting it, unless it names just one.
    """
    folded = fold(text).text
    found = [*positions(folded, _EVERYWHERE), *marked_positions(folded)]
    found += [*code_readings(folded, ()), *grid_readings(folded)]
    stated = [reading for reading in found if reading.order is not Order.SWAPPED]
    valid = [reading for reading in stated if reading.valid]
    for limit in (FINE, ROUGH):
        near_enough = [reading for reading in valid if reading.unit <= limit]
        pins = [reading for reading in near_enough if _is_pin(folded, reading)]
        points = {(reading.latitude, reading.longitude) for reading in pins or near_enough}
        if len(points) == 1 and not all(map(_is_turned, near_enough)):
            return *points.pop(), limit > FINE
        if len(points) == 1:
            raise ValueError(f"{_LIKE}; the latitude comes first")
        if points:
            raise ValueError(_several(points))
    raise ValueError(_refusal(text, found, valid))


def degrees_of(text: str, axis: Axis) -> tuple[float, bool]:
    """The latitude or longitude that `text` names, and whether it is only roughly written.

    Raises ValueError, without quoting it, unless it is one angle, or a position that has the angle.
    """
    folded = fold(text).text
    found = sorted({*angles(folded, _EVERYWHERE), *lettered(folded, _EVERYWHERE)}, key=_first_and_longest)
    if not any(character.isdigit() for character in folded) or folded.isdigit():
        raise ValueError(_LIKE_ONE)
    if not found or any(angle.start >= found[0].end for angle in found):
        latitude, longitude, rough = position_of(text)
        return (latitude if axis == "latitude" else longitude), rough
    angle = found[0]
    if angle.unit > ROUGH:
        raise ValueError(f"{_LIKE_ONE}; this one is coarser")
    sides = {side for side in (angle.before, angle.after) if side}
    if any(side[0] != axis for side in sides) or len(sides) > 1:
        raise ValueError("a latitude is north or south (N, S), a longitude east or west (E, W)")
    if not sides:
        return angle.value, angle.unit > FINE
    sign = sides.pop()[1]
    if not sign:
        raise ValueError(_EITHER_SIDE)
    return abs(angle.value) * sign, angle.unit > FINE


def _first_and_longest(angle: Angle) -> tuple[int, int]:
    return angle.start, -angle.end


def _is_pin(text: str, reading: Reading) -> bool:
    return text.endswith(_PIN, 0, reading.start)


def _is_turned(reading: Reading) -> bool:
    return reading.order is Order.ASSUMED and abs(reading.latitude) > _POLAR


def _several(points: Iterable[tuple[float, float]]) -> str:
    """Why one position is not told from several."""
    if len({(latitude, abs(longitude)) for latitude, longitude in points}) == 1:
        return _EITHER_SIDE
    return f"{_LIKE}; here are several: give each an entry of its own"


def _refusal(text: str, found: list[Reading], valid: list[Reading]) -> str:
    if found and not valid:
        return "a latitude is between -90 and 90, a longitude between -180 and 180"
    if not found and unresolvable_links(text):
        return f"{_LIKE}; this link does not hold its position: open it and copy the numbers"
    return f"{_LIKE}; this one is coarser" if valid else _LIKE
