"""Takes words apart that were run together: "northmaplestreet", "maplestspringfield"."""

from auditor.confidential.address.vocabulary.numbers import NUMBER_WORDS
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, LINKS, STREET_TYPES
from auditor.confidential.address.vocabulary.words import COUNTRIES, STATES, UNITS

_LEFT = frozenset(DIRECTIONS) | NUMBER_WORDS | LINKS | {w for w in STREET_TYPES if len(w) >= 3} | {"saint"}
_RIGHT = frozenset(STREET_TYPES) | {w for w in (*DIRECTIONS, *UNITS) if len(w) >= 3}
_LETTERS = ("ne", "nw", "se", "sw", "n", "s", "e", "w")
_REGIONS = frozenset(STATES) | frozenset(COUNTRIES)


class Splitter:
    """Knows the words that may stand around a street's name, towns of the searched addresses among them."""

    __slots__ = ("_everything", "_right")

    def __init__(self, towns: frozenset[str]) -> None:
        self._right = _RIGHT | towns
        self._everything = self._right | _REGIONS

    def left(self, text: str) -> list[str] | None:
        """`text` as words that may stand before a street's name, or None."""
        return _split(text, _LEFT)

    def right(self, text: str) -> list[str] | None:
        """`text` as words that may stand behind a street's name; others only behind a type in full."""
        for known in (self._right, self._everything):
            whole = _split(text, known)
            if whole is not None and (not whole or whole[0] in self._right):
                return whole
        for letters in _LETTERS:
            if text.endswith(letters) and text.removesuffix(letters) in STREET_TYPES:
                return [text.removesuffix(letters), letters]
        for length in range(min(len(text), 12), 3, -1):
            if text[:length] in STREET_TYPES:
                rest = text[length:]
                return [text[:length], *(_split(rest, self._everything) or [rest])]
        return None


def _split(text: str, known: frozenset[str]) -> list[str] | None:
    """`text` as the fewest words of `known`, or None. Time grows with the length of `text` alone."""
    best: list[list[str] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - 22), end):
            head, shorter = best[start], best[end]
            piece = text[start:end]
            unit_id = end - start == 1 and head is not None and head[-1:] != [] and head[-1] in UNITS
            if (
                head is not None
                and (piece in known or unit_id)
                and (shorter is None or len(head) + 1 < len(shorter))
            ):
                best[end] = [*head, piece]
    return best[-1]
