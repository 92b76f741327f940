"""The words that names of places are made of, and how each is written."""

import re

from auditor.confidential.address.vocabulary.words import BUILDINGS
from auditor.confidential.fold import Folded, as_written

LEAST_MISTYPED = 5
"""Letters of a word that is recognised with a typing error."""
KINDS = BUILDINGS | {"refuge", "shelter", "haven", "sanctuary", "retreat", "home", "homes", "houses"}
"""What kind of place the last word of a name says it is."""
SHORT = {
    "saint": ("st",), "st": ("saint",), "mount": ("mt",), "mt": ("mount",), "fort": ("ft",),
    "center": ("centre", "ctr"), "centre": ("center", "ctr"), "and": ("n",), "street": ("st",),
    "house": ("hse",), "apartments": ("apts",), "building": ("bldg",), "residence": ("res",),
    "number": ("no",), "harbor": ("harbour", "hbr"), "harbour": ("harbor", "hbr"), "gray": ("grey",),
    "grey": ("gray",), "theater": ("theatre",), "theatre": ("theater",), "court": ("ct",), "tower": ("twr",),
    "terrace": ("ter",), "heights": ("hts",), "gardens": ("gdns",), "cottage": ("cott",), "lodge": ("ldg",),
}  # fmt: skip
"""Words of names and how they are shortened."""
_ABBREVIATIONS = frozenset(way for ways in SHORT.values() for way in ways if len(way) <= 4)
BETWEEN = r"(?:[\s_'&+/\\-]{0,3}|\.(?!\s))"


def spelled(word: str) -> str:
    """A word of a name, with apostrophes anywhere, or shortened with or without a full stop."""
    whole = "'?".join(map(re.escape, word))
    if len(word) >= LEAST_MISTYPED:
        # "St. Brendan's House" for Saint Brendan House
        whole += "(?:'s)?"
    if word in _ABBREVIATIONS:
        whole += r"\.?"
    short = (rf"{re.escape(way)}\.?" for way in SHORT.get(word, ()))
    return f"(?:{'|'.join((whole, *short))})"


def is_upper(folded: Folded, original: str, position: int) -> bool:
    """True when the character at `position` is no lower-case letter as published."""
    start, end = folded.span(position, position + 1)
    return not as_written(original[start:end])[:1].islower()
