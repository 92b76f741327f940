"""Positions in the records of navigation devices: flight logs (IGC), sentences of receivers (NMEA 0183)."""

import re
from collections.abc import Iterator

from auditor.collect.extract import named

# Time, latitude and longitude in degrees and thousandths of minutes (FAI technical specification, A4.1).
_FIX = re.compile(r"^B\d{6}(\d{2})(\d{5})([NS])(\d{3})(\d{5})([EW])", re.MULTILINE)
_FLIGHT = "HFDTE"
# A sentence that tells a position: RMC, GGA, GLL, GNS, with degrees and minutes before the decimal point.
_SENTENCE = re.compile(
    r"[$!][A-Z]{2}(?:RMC|GGA|GLL|GNS|WPL),[^\n]*?(\d{2})(\d{2}\.\d+),([NS]),(\d{3})(\d{2}\.\d+),([EW])"
)
_MOST = 20_000


def positions(text: str) -> Iterator[str]:
    """The positions that `text` records, each once."""
    seen: set[str] = set()
    for found in _fixes(text):
        if found and found not in seen:
            seen.add(found)
            yield found
            if len(seen) >= _MOST:
                return


def _fixes(text: str) -> Iterator[str]:
    if "\nB" in text and _FLIGHT in text[:4096]:
        for degrees, minutes, north, meridian, part, east in _FIX.findall(text):
            yield _position(degrees, int(minutes) / 1000, north, meridian, int(part) / 1000, east)
    if "RMC," in text or "GGA," in text or "GLL," in text or "GNS," in text or "WPL," in text:
        for degrees, minutes, north, meridian, part, east in _SENTENCE.findall(text):
            yield _position(degrees, float(minutes), north, meridian, float(part), east)


def _position(degrees: str, minutes: float, north: str, meridian: str, part: float, east: str) -> str:
    latitude, longitude = int(degrees) + minutes / 60, int(meridian) + part / 60
    return named.position(
        f"{'-' if north == 'S' else ''}{latitude:.5f}", f"{'-' if east == 'W' else ''}{longitude:.5f}"
    )
