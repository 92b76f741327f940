"""Names of places with the kind of place first: "The House at Driftwood" for Driftwood House."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from auditor.confidential.fold import Folded
from auditor.confidential.name_words import BETWEEN, KINDS, SHORT, is_upper, spelled
from auditor.core.status import Grade

_LINKS = ("at", "of")
_ARTICLES = ("", "the")
_NEXT = re.compile(r" [a-z]")
_WORD = re.compile(r"[a-z0-9']+")


class TurnedNames:
    """Looks for names, each given as its folded words, whose last word is a kind of place."""

    __slots__ = ("_names", "_runs")

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        turning = [(at, words) for at, words in enumerate(names) if len(words) > 1 and words[-1] in KINDS]
        self._names = [(at, _expression(words)) for at, words in turning]
        self._runs = {run.encode() for _, words in turning for run in _runs(words)}

    def may_match(self, alnum: bytes) -> bool:
        """False only when none stands in `alnum`, the letters and figures of a text."""
        return any(run in alnum for run in self._runs)

    def find(self, folded: Folded, original: str) -> Iterator[tuple[int, int, int, Grade]]:
        """Which name stands where, all its words with their capitals: likely with "at", perhaps with "of".

        "House of Ruth" and "Ruth House" may well be two houses.
        """
        for index, expression in self._names:
            for found in expression.finditer(folded.text):
                capitals = (found.start(part) for part in ("kind", "head"))
                inner = (found.start("head") + word.start() for word in _WORD.finditer(found["head"]))
                if all(is_upper(folded, original, at) for at in (*capitals, *inner)):
                    following = _NEXT.match(folded.text, found.end())
                    longer = following is not None and is_upper(folded, original, following.end() - 1)
                    grade = Grade.PROBABLE if found["link"] == "at" and not longer else Grade.PARTIAL
                    yield index, found.start(), found.end(), grade


def _expression(words: Sequence[str]) -> re.Pattern[str]:
    head = BETWEEN.join(map(spelled, words[:-1]))
    return re.compile(
        rf"(?<![a-z0-9])(?P<kind>{re.escape(words[-1])})\s{{1,3}}(?P<link>{'|'.join(_LINKS)})\s{{1,3}}(?:the\s{{1,3}})?"
        rf"(?P<head>{head})(?![a-z0-9])"
    )


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Letters and figures, run together, one of which every such name begins with."""
    for link, article, first in product(_LINKS, _ARTICLES, (words[0], *SHORT.get(words[0], ()))):
        yield "".join(c for c in f"{words[-1]}{link}{article}{first}" if c.isascii() and c.isalnum())
