"""Recognises a house by its name where it has no number: "Villa Rosa, Via Dante, Firenze"."""

from auditor.confidential.address.reading.reading import Reading
from auditor.confidential.address.window import Window

_REACH = 6
"""Words between the house's name and its street, at most."""
_PLACING = frozenset(["in", "on", "at"])


def is_led_by_house(window: Window, reading: Reading) -> bool:
    """True where the name of a house without a number stands before its street: "Rose Cottage, Mill Lane"."""
    tokens, parts = window.tokens, reading.target.parts
    name = parts.building[parts.building[:1] == ("the",) :]
    # "The Old Rectory in Mill Lane"
    stop = reading.first - (tokens.word(reading.first - 1) in _PLACING)
    first = stop - len(name)
    if parts.number or not name or first < 0:
        return False
    said = tuple(tokens.word(at) for at in range(first, stop))
    return said == name and all(window.near(at) for at in range(first, reading.first))


def names_house(window: Window, reading: Reading) -> bool:
    """True when an address without a number names its house, and the text does so beside the street."""
    tokens, target = window.tokens, reading.target
    name = target.parts.building
    if target.parts.number or not target.building:
        return False
    before = range(max(0, reading.first - _REACH - len(name)), reading.first - len(name) + 1)
    behind = range(reading.stop, min(len(tokens) - len(name) + 1, reading.stop + _REACH))
    return any(
        all(tokens.word(at + offset) == word for offset, word in enumerate(name)) and window.capital(at)
        for at in (*before, *behind)
    )
