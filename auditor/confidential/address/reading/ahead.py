"""Another town in front of a street: "Genova, via Garibaldi 31", "14467 Potsdam, Lindenstr. 18"."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.elsewhere import is_abroad, is_led_by_dash
from auditor.confidential.address.vocabulary.big_towns import BIG_TOWNS
from auditor.confidential.address.window import Window

_MOST_WORDS = 4
"""Words of a town's name, at most."""


def big_town_at(window: Window, index: int, target: Target) -> int:
    """How many tokens from `index` on are the name of a larger town that is not the address's own, or 0."""
    tokens, name = window.tokens, ""
    for count in range(1, _MOST_WORDS):
        at = index + count - 1
        if at >= len(tokens) or (count > 1 and tokens.gap(at - 1) not in (" ", "-")):
            break
        name += tokens.word(at)
        if name in BIG_TOWNS and name not in target.towns and window.capital(index):
            return count
    return 0


def other_town_ahead(window: Window, first: int, target: Target) -> bool:
    """True where another town is named right before the street that begins at token `first`."""
    tokens, parts = window.tokens, target.parts
    if first < 1 or not is_abroad(target) or not (parts.towns or parts.postcode):
        return False
    if tokens.gap(first - 1).strip() not in (",", ":") and not is_led_by_dash(window, first):
        return False
    for index in range(first - 1, max(-1, first - 1 - _MOST_WORDS), -1):
        count = big_town_at(window, index, target)
        if count and index + count == first:
            return True
        if index < first - 1 and tokens.gap(index) not in (" ", "-"):
            return False
        coded = tokens.is_digits(index) and len(tokens.word(index)) in (4, 5) and index < first - 1
        if coded:
            named = all(window.capital(at) for at in range(index + 1, first))
            return (
                named
                and len(parts.postcode) == len(tokens.word(index))
                and tokens.word(index) != parts.postcode
            )
    return False
