"""Numbers whose last figures are written behind a word for the extension, as in Germany and Austria.

"030 23125-0, Durchwahl 729" and "030 23125 DW 729" are 030 23125729.
"""

import re
from collections.abc import Iterable, Iterator

from auditor.confidential.glance import Glance
from auditor.confidential.phone.fact import Phone
from auditor.confidential.phone.siblings import Sibling
from auditor.core.status import Grade

_COUNTRIES = ("49", "43")
_ENDINGS = (2, 3, 4)
_WORDS = ("durchwahl", "dw", "apparat", "app.", "nebenstelle")
_APART = r"[\s.\-/()]{0,3}"
_BETWEEN = (
    r"(?:\s?[-/]?\s?0)?[\s,;:(\-/]{1,4}(?:durchwahl|dw|apparat|app\.|nebenstelle)(?![a-z])[\s.:\-]{0,4}"
)


class DirectDials:
    """Looks for numbers that are written as a main number and an extension."""

    __slots__ = ("_numbers",)

    def __init__(self, facts: Iterable[Phone]) -> None:
        self._numbers: list[tuple[bytes, re.Pattern[str], Phone]] = []
        for fact in facts:
            for national in {line.national for line in fact.lines if line.country in _COUNTRIES}:
                for width in _ENDINGS:
                    stem, ending = national[:-width], national[-width:]
                    main = rf"(?<!\d)(?:(?:\+|00)?{_APART}(?:49|43){_APART})?0?{_APART}{_APART.join(stem)}"
                    pattern = re.compile(rf"{main}{_BETWEEN}{ending}(?!\d)")
                    self._numbers.append((stem.encode(), pattern, fact))

    def may_match(self, seen: Glance) -> bool:
        """False only when `find` would find nothing."""
        named = bool(self._numbers) and any(word in seen.text for word in _WORDS)
        return named and any(stem in seen.digits for stem, _, _ in self._numbers)

    def find(self, seen: Glance) -> Iterator[Sibling]:
        """Every number so written."""
        if not self.may_match(seen):
            return
        for stem, pattern, fact in self._numbers:
            for found in pattern.finditer(seen.text) if stem in seen.digits else ():
                reason = "main number and the extension that completes it"
                yield Sibling(found.start(), found.end(), fact, Grade.PROBABLE, reason)
