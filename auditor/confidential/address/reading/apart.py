"""Finds the house number apart from its street, as in "Take Maple Street. We are at 1247"."""

from auditor.confidential.address.reading.claims import is_claimed
from auditor.confidential.address.reading.reading import Reading
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.words import NUMBER_SIGNS, UNITS
from auditor.confidential.address.window import Window

_REACH = 12
"""How many tokens from the street its number may be named."""
_LEAST = 3
"""A number of fewer figures is said of too many things."""
_ANNOUNCING = NUMBER_SIGNS | {"at"}
_NO_HOUSE = words("hours hour hrs hr am pm uhr people years days feet miles dollars percent units families")
"""What a number before it counts or times."""


def number_apart(window: Window, reading: Reading) -> bool:
    """True when a word such as "at" or "number" announces the wanted number around the street."""
    tokens, number = window.tokens, reading.target.parts.number
    if len(number) < _LEAST:
        return False
    around = (
        *range(max(1, reading.first - _REACH), reading.first),
        *range(reading.stop, min(len(tokens), reading.stop + _REACH)),
    )
    return any(_is_named(window, reading, at) for at in around)


def _is_named(window: Window, reading: Reading, at: int) -> bool:
    tokens = window.tokens
    if not tokens.is_digits(at) or not reading.target.is_number(tokens.word(at)):
        return False
    if tokens.word(at - 1) not in _ANNOUNCING or tokens.gap(at - 1) not in (" ", ". ", "."):
        return False
    behind = tokens.word(at + 1)
    part = tokens.is_digits(at + 1) and len(tokens.gap(at)) == 1 and not tokens.gap(at).isspace()
    counted = behind in _NO_HOUSE or behind in UNITS
    return not part and not (counted and tokens.gap(at) == " ") and not is_claimed(window, at)
