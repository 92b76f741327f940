"""Flats that are written at the house number: "47/3", "18 (2/1)", "7/214-216", "18 Flat 2/1"."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.vocabulary.streets import DIRECTIONS
from auditor.confidential.address.vocabulary.words import UNITS
from auditor.confidential.address.window import Window

_IN_BRACKETS = 4
"""Words and figures of a flat in brackets, at most."""


def before_brackets(window: Window, index: int) -> int:
    """The token before brackets with a flat that end with the token `index`, or -1: "18 (2/1) Fenwick St"."""
    tokens = window.tokens
    if not tokens.gap(index).startswith(")"):
        return -1
    for first in range(index, max(-1, index - _IN_BRACKETS), -1):
        word = tokens.word(first)
        if word not in UNITS and len(word) > (3 if tokens.is_digits(first) else 1):
            return -1
        gap = tokens.gap(first - 1)
        if gap.rstrip("#") in ("(", " ("):
            return first - 1
        if gap not in ("/", " ", ". ", " #", "#", "-", ""):
            return -1
    return -1


def is_flat_before(window: Window, first: int, length: int) -> bool:
    """True when a flat and a stroke stand before the token `first`: "7/214-216", no part of a date."""
    tokens = window.tokens
    flat = tokens.gap(first - 1) == "/" and len(tokens.word(first - 1)) <= 3
    return flat and length >= 2 and tokens.gap(first - 2) not in ("/", "-", ".", ":")


def flat_begins(window: Window, index: int) -> int:
    """Where a flat begins whose last figures are the token `index`: "G02/214", "Suite 1.02/214"."""
    tokens = window.tokens
    if tokens.gap(index - 1) == "" and tokens.word(index - 1).isalpha() and len(tokens.word(index - 1)) <= 2:
        return index - 1
    storeyed = tokens.gap(index - 1) == "." and tokens.is_digits(index - 1)
    return index - 1 if storeyed and tokens.word(index - 2) in UNITS else index


def has_flat_behind(target: Target, number: str, flat: str) -> bool:
    """True for a house number of Scotland with its flat behind a stroke: "47/3".

    In Australia, New Zealand and Canada the flat stands first; the address's own may stand on either side.
    """
    parts = target.parts
    if is_own_flat(target, flat):
        return target.is_number(number)
    british = parts.country == "gb" or not (parts.country or parts.state or parts.postcode)
    return british and not parts.number_last and target.is_number(number) and len(flat) <= 2


def is_own_flat(target: Target, flat: str) -> bool:
    """True for the address's own flat where it may stand behind the house's number: "1190-306 Dunmore St"."""
    parts = target.parts
    american = parts.country in ("ca", "us") or (bool(parts.unit_type) and len(parts.postcode) != _SHORT_CODE)
    return flat == parts.unit and american and not parts.number_last


_SHORT_CODE = 4
"""Figures of a postcode in Australia and New Zealand, where the flat stands first."""


def before_flat(window: Window, index: int) -> int:
    """The token before a flat such as "Flat 2/1" that ends at `index` and has the number before it, or -1."""
    tokens = window.tokens
    double = tokens.is_digits(index) and tokens.is_digits(index - 1) and tokens.gap(index - 1) in ("/", "-")
    flat = double and tokens.word(index - 2) in UNITS and tokens.is_digits(index - 3)
    # "2 units: 86-24 Tamsin Street"
    flat = flat and tokens.gap(index - 2).strip(" .#") == ""
    if flat:
        return index - 3 if window.near(index - 3) else -1
    # "18 PF2", "18/PF1"
    letters = tokens.word(index - 1)
    coded = (
        tokens.is_digits(index) and tokens.gap(index - 1) == "" and letters.isalpha() and len(letters) == 2
    )
    house = coded and tokens.is_digits(index - 2) and tokens.gap(index - 2) in (" ", "/", ", ")
    return index - 2 if house and letters not in DIRECTIONS and len(tokens.word(index)) <= 2 else -1
