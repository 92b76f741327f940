"""What a text says about a position, before it is compared with any fact."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

_EARTH_M = 6_371_008.8
"""Mean radius of the Earth in metres (IUGG)."""


class Order(StrEnum):
    """Whether the text says which number is the latitude."""

    STATED = "stated"
    ASSUMED = "assumed"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Reading:
    """A position found in a text: WGS 84 degrees, between `start` and `end` of the searched text.

    `unit` is the size of the last written place in degrees (0.0001 for four decimals). `unsigned`
    tells that neither number had a sign or hemisphere, so that a minus may have been dropped.
    `form` names the notation for the reason shown to the user.
    """

    start: int
    end: int
    latitude: float
    longitude: float
    unit: float
    form: str
    order: Order = Order.STATED
    unsigned: bool = False

    @property
    def valid(self) -> bool:
        """True for a position on Earth."""
        return abs(self.latitude) <= 90 and abs(self.longitude) <= 180


def distance_m(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance in metres between two positions in degrees (haversine formula)."""
    rise = radians(other_latitude - latitude) / 2
    turn = radians(other_longitude - longitude) / 2
    half = sin(rise) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(turn) ** 2
    return 2 * _EARTH_M * asin(min(1.0, sqrt(half)))
