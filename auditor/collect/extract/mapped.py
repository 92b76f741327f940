"""Positions that a script hands to a map: in names, in metres of the map, in an encoded line.

Only constants are followed, as everywhere in scripts. A pair of names counts when both were given a number
that may be degrees; where the order cannot be told from the numbers, both orders are given.
"""

import re
from collections.abc import Iterable, Iterator

from auditor.collect.extract import named
from auditor.collect.extract.data import decoded_line

_GIVEN = re.compile(r"(?<![\w$])([A-Za-z_$][\w$]*)[\"']?\s*[:=]\s*[\"']?([-+]?\d{1,3}\.\d{3,17})(?![\w.])")
_NAME = r"(?:[\w$]+\.)*([A-Za-z_$][\w$]*)"
_PAIR = re.compile(rf"[(\[:=]\s*{_NAME}\s*,\s*(?:[\w$\"']+\s*:\s*)?{_NAME}\s*[)\]}},]")
_METRES = re.compile(r"\[\s*(-?\d{5,8}(?:\.\d+)?)\s*,\s*(-?\d{5,8}(?:\.\d+)?)\s*\]")
_MOST = 500


def positions(source: str) -> Iterator[str]:
    """The positions in `source` that do not stand in it as degrees side by side."""
    given = dict(_GIVEN.findall(source)) if "." in source else {}
    if len(given) > 1:
        for count, (first, second) in enumerate(_PAIR.findall(source)):
            if count >= _MOST:
                break
            if first != second and first in given and second in given:
                yield named.position(given[first], given[second])
                yield named.position(given[second], given[first])
    for count, (x, y) in enumerate(_METRES.findall(source)):
        if count >= _MOST:
            break
        yield named.metres(x, y)


def lines(source: str, constants: Iterable[str]) -> Iterator[str]:
    """The positions of encoded lines among `constants`, where `source` says that it decodes some."""
    if "decodePath" in source or "olyline" in source:
        yield from filter(None, map(decoded_line, constants))
