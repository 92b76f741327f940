"""Takes out of a typed address what is no part of it: brackets around it, and where on its street it is."""

import re

from auditor.confidential.address.numbers import ordinal_value
from auditor.confidential.address.street_line import WORD
from auditor.confidential.address.streets import STREET_TYPES

_AROUND = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|<([^<>]*)>|[\"'“”‘’]+(.*?)[\"'“”‘’]*)\s*", re.DOTALL)
_BETWEEN = re.compile(r"\s\(?(?:between|betw|btwn?|bet)\b\.?\s[^,;\n|]*?\s(?:and|&)\s[^,;\n|)]*\)?")
""" "2450 Broadway between 90th and 91st Sts.": the streets beside it are not the street it is in."""
_AT = re.compile(
    r"(?P<line>(?:^|[,;\n|])\s*\d+\S*\s[^,;\n|]*?[a-z.])\s(?:at|@|near|off)\s(?P<other>[^,;\n|]+)"
)
_GRID = re.compile(r"\b(\d+)\s?([nsew])\.?\s+(\d+)\s?([nsew])\b\.?(?=\s*(?:[,;\n|]|#|$))")
_GRID_UNIT = re.compile(r"(\b\d+ [nsew] \d+ [nsew])\s*#\s*(?=\w)")


def tidied(plain: str) -> str:
    """Folded `plain` without quotes or brackets around it, and without the streets beside the house.

    Directions and numbers of a grid stand apart: "48S 400E" is "48 s 400 e".
    """
    around = _AROUND.fullmatch(plain)
    text = plain if around is None else next(inside for inside in around.groups() if inside is not None)
    text = _AT.sub(_without_other, _BETWEEN.sub("", text))
    return _GRID_UNIT.sub(r"\1, # ", _GRID.sub(r"\1 \2 \3 \4", text))


def _without_other(found: re.Match[str]) -> str:
    """The line without the street that it is at, where what follows is a street and the line has one."""
    words = WORD.findall(found["other"])
    is_street = any(w in STREET_TYPES for w in words[1:]) or any(ordinal_value(w) is not None for w in words)
    return found["line"] if is_street else found[0]
