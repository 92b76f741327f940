"""Recognises a house by its name where it has no number: "Villa Rosa, Via Dante, Firenze"."""

from auditor.confidential.address.reading import Reading
from auditor.confidential.address.window import Window

_REACH = 6
"""Words between the house's name and its street, at most."""


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
