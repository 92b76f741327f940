"""A quick look at a text: which notations of a position near one of the points can it hold at all?"""

from collections.abc import Iterable
from math import floor

from auditor.confidential.place.grids import WEB_WORDS

_BANDS = "ccdefghjklmnpqrstuvwxx"
_MARGIN = 0.2
"""Degrees by which a point may be off and still be read in its own zone or band."""
_BRITAIN = (49.5, 61.5, -9.0, 2.5)


class Gate:
    """Tells which recognisers are worth running. Each answer is False only when they would find nothing."""

    __slots__ = ("_british", "_latitudes", "_longitudes", "_zones")

    def __init__(
        self, points: Iterable[tuple[float, float]], latitudes: Iterable[int], longitudes: Iterable[int]
    ) -> None:
        """`latitudes` and `longitudes` are the whole degrees, without sign, that a near position may have."""
        self._latitudes = [str(degrees) for degrees in set(latitudes)]
        self._longitudes = [str(degrees) for degrees in set(longitudes)]
        south, north, west, east = _BRITAIN
        self._british = False
        zones: set[str] = set()
        for latitude, longitude in points:
            self._british |= south <= latitude <= north and west <= longitude <= east
            for zone in {floor((longitude + d + 180) / 6) % 60 + 1 for d in (-_MARGIN, 0, _MARGIN)}:
                bands = {
                    _BANDS[min(max(floor((latitude + d + 80) / 8), -1), 20) + 1]
                    for d in (-3 * _MARGIN, 3 * _MARGIN)
                }
                zones |= {f"{zone}{space}{band}" for band in bands | {"n", "s"} for space in ("", " ")}
        self._zones = sorted(zones)

    def degrees(self, text: str) -> bool:
        """Whether `text` holds the whole degrees of a latitude and of a longitude."""
        if "." in text and "0" in (*self._latitudes, *self._longitudes):
            return True
        return any(d in text for d in self._latitudes) and any(d in text for d in self._longitudes)

    def grids(self, text: str) -> bool:
        """Whether `text` names a zone, or may be about another grid."""
        return self._british or any(sign in text for sign in (*WEB_WORDS, *self._zones))
