"""A quick look at a text: can it hold one of the numbers at all?"""

import re
import string
from collections.abc import Iterable

from auditor.confidential.phone.words import has_spelled_run

_FEW = 64
"""Up to so many runs of digits a plain search for each is cheaper than taking the text apart."""


class _Only(dict[int, str | None]):
    """A translation table that drops every character it does not name."""

    def __missing__(self, code: int) -> None:
        return None


_FIGURES = _Only({ord(digit): digit for digit in string.digits})
_ALIKE = _Only(
    {ord(letter): "x" for letter in string.ascii_letters}
    | {ord(digit): digit for digit in string.digits}
    | dict.fromkeys(map(ord, "oO"), "0")
    | dict.fromkeys(map(ord, "iIlL"), "1")
)


class Gate:
    """Dismisses texts that cannot hold any of the numbers. Sound for folded text and for plain ASCII."""

    __slots__ = ("_letters", "_runs")

    def __init__(self, runs: Iterable[str]) -> None:
        """`runs` are the numbers to look for, in their shortest forms."""
        wanted = {run for run in runs if run}
        self._runs = sorted(wanted) if len(wanted) <= _FEW else []
        heads = "|".join(sorted({run[:3] for run in wanted}))
        self._letters = re.compile(
            rf"(?:{heads})(?:[\s.\-/()]{{0,32}}\d){{0,14}}[\s.\-/()]{{0,4}}\d*[a-zA-Z]"
        )

    def open(self, text: str) -> bool:
        """False only when `text` holds none of the numbers, be it in figures, words or letters."""
        if not self._runs:
            return True
        if self._within(text.translate(_FIGURES)) or self._within(text.translate(_ALIKE)):
            return True
        return self._letters.search(text) is not None or has_spelled_run(text.lower())

    def _within(self, digits: str) -> bool:
        return any(run in digits for run in self._runs)
