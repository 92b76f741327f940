"""A first glance at a text: the same characters in a few shorter forms, each worked out at most once.

Looking into these for a few short strings tells, at a small part of the cost of a reading, that most
texts hold none of the facts. The forms are made from folded text, so nothing is lost that is written in
another alphabet, escaped or hidden; a character that even folding leaves outside ASCII becomes "?".
"""

import string
from functools import cached_property

from auditor.confidential.fold import Folded

_LETTERS = string.ascii_lowercase.encode()
_DIGITS = string.digits.encode()
_ALL = bytes(range(256))


def _except(kept: bytes) -> bytes:
    return bytes(set(_ALL) - set(kept))


_NOT_DIGITS = _except(_DIGITS)
_NOT_DECIMAL = _except(_DIGITS + b".,")
_NOT_ALNUM = _except(_LETTERS + _DIGITS)
_POINTS = bytes.maketrans(b",", b".")
_PLATE = bytes.maketrans(b"oilsbzg", b"0115826")
_ALIKE = bytes.maketrans(_LETTERS, bytes({111: 48, 105: 49, 108: 49}.get(c, 120) for c in _LETTERS))
_KEYPAD = bytes.maketrans(_LETTERS, b"22233344455566677778889999")
_NOUGHTS = bytes.maketrans(_DIGITS, b"0" * 10)
_OUTLINE = bytes.maketrans(_LETTERS + _DIGITS, b"x" * 26 + b"0" * 10)
_SPACED = bytes(c if c in _LETTERS + _DIGITS else 32 for c in _ALL)


class Glance:
    """The shorter forms of one folded text."""

    def __init__(self, folded: Folded) -> None:
        self.text = folded.text

    @cached_property
    def raw(self) -> bytes:
        """The text in ASCII, one byte a character."""
        return self.text.encode("ascii", "replace")

    @cached_property
    def digits(self) -> bytes:
        """The digits, run together."""
        return self.raw.translate(None, _NOT_DIGITS)

    @cached_property
    def decimals(self) -> bytes:
        """The digits with the points and commas among them, commas as points."""
        return self.raw.translate(_POINTS, _NOT_DECIMAL)

    @cached_property
    def alnum(self) -> bytes:
        """Letters and digits, run together."""
        return self.raw.translate(None, _NOT_ALNUM)

    @cached_property
    def plate(self) -> bytes:
        """Letters and digits, run together; o is 0 there, i and l are 1, z 2, s 5, g 6 and b 8."""
        return self.alnum.translate(_PLATE)

    @cached_property
    def alike(self) -> bytes:
        """Digits and letters that look like digits, run together; any other letter is an x."""
        return self.alnum.translate(_ALIKE)

    @cached_property
    def keypad(self) -> bytes:
        """Digits, and letters as the digits of a keypad (ITU-T E.161), run together."""
        return self.alnum.translate(_KEYPAD)

    @cached_property
    def spaced(self) -> bytes:
        """Letters, digits, and a space for anything else, before and behind as well."""
        return b" " + self.raw.translate(_SPACED) + b" "

    @cached_property
    def ruled(self) -> bytes:
        """As `spaced`, with a nought for every digit."""
        return self.spaced.translate(_NOUGHTS)

    @cached_property
    def outline(self) -> bytes:
        """As `spaced`, with an x for every letter and a nought for every digit."""
        return self.spaced.translate(_OUTLINE)

    def has_digits(self, count: int) -> bool:
        """Whether `count` digits stand in a row."""
        return b"0" * count in self.ruled

    @cached_property
    def words(self) -> list[bytes]:
        """The runs of letters and figures, in order."""
        return self.spaced.split()


class _Last:
    """The text looked at last."""

    pair: tuple[Folded, Glance] | None = None


def glance(folded: Folded) -> Glance:
    """The shorter forms of `folded`; every finder asks for those of the same text."""
    last = _Last.pair
    if last is None or last[0] is not folded:
        last = _Last.pair = (folded, Glance(folded))
    return last[1]
