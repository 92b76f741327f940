"""A quick look at a text: can it hold one of the numbers at all?"""

import re
from collections.abc import Iterable, Iterator

from auditor.confidential.address.trie import any_of
from auditor.confidential.glance import Glance
from auditor.confidential.phone.groups import has_alike, has_wordy_joint
from auditor.confidential.phone.words import has_glued_word, spells

_FEW = 64
"""Up to so many runs of digits a plain search for each is cheaper than one expression for all."""


class Gate:
    """Dismisses texts that cannot hold any of the numbers."""

    __slots__ = ("_any", "_heads", "_letters", "_runs")

    def __init__(self, runs: Iterable[str]) -> None:
        """`runs` are the numbers to look for, in their shortest forms."""
        wanted = {run for run in runs if run}
        self._runs = sorted(run.encode() for run in wanted)
        self._any = re.compile(any_of(wanted).pattern.encode()) if len(wanted) > _FEW else None
        self._heads = sorted({run[:3] for run in wanted})
        heads = "|".join(self._heads)
        self._letters = re.compile(
            rf"(?:{heads})(?:[\s.\-/()]{{0,32}}\d){{0,14}}[\s.\-/()]{{0,4}}\d{{0,15}}[a-z]"
        )

    def open(self, seen: Glance) -> bool:
        """False only when the text holds none of the numbers, be it in figures, words or letters."""
        if not self._runs or self._within(seen.digits) or self._within(seen.alike):
            return True
        return self._lettered(seen) or has_glued_word(seen.ruled) or spells(seen)

    def _within(self, form: bytes) -> bool:
        if self._any is not None:
            return self._any.search(form) is not None
        return any(run in form for run in self._runs)

    def _lettered(self, seen: Glance) -> bool:
        """Whether the text may end one of the numbers in letters.

        Then it reads as one run on the keypad, unless words or letters for digits stand among its groups.
        """
        if not any(self._letters.match(seen.text, at) for at in self._starts(seen)):
            return False
        return self._within(seen.keypad) or has_wordy_joint(seen.text) or has_alike(seen.text)

    def _starts(self, seen: Glance) -> Iterator[int]:
        """Where the first digits of one of the numbers stand."""
        for head in self._heads:
            at = seen.raw.find(head.encode())
            while at >= 0:
                yield at
                at = seen.raw.find(head.encode(), at + 1)
