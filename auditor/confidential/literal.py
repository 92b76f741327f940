"""A fact looked for as it is written, where the rules of its kind do not know its script or its signs."""

import re
from collections.abc import Iterator, Sequence
from typing import Self

from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.fold import Folded, fold
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

_WORD = re.compile(r"[^\W_]+")
_GAP = r"[\W_]{0,8}"


class Literal(Fact):
    """The words of a fact of `kind`, in their order, whatever signs and blanks stand between them.

    Raises ValueError for a text without letters and figures.
    """

    __slots__ = ("_kind", "_words")

    def __init__(self, text: str, kind: Kind, label: str) -> None:
        super().__init__(label)
        self._kind = kind
        self._words = tuple(_WORD.findall(fold(text).text))
        if not self._words:
            raise ValueError("there is neither a letter nor a figure in it")

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        return LiteralFinder(facts)

    def weaknesses(self) -> list[str]:
        """Other spellings are not known."""
        return ["in a script or with signs that have no rules of their own: found only as it is written"]

    @property
    def kind(self) -> Kind:
        """What kind of fact this is."""
        return self._kind

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words, for the finder."""
        return self._words


class LiteralFinder:
    """Looks for the first word of each fact, and reads on from there."""

    __slots__ = ("_expressions",)

    def __init__(self, facts: Sequence[Literal]) -> None:
        self._expressions = [(fact.words[0], _expression(fact.words), fact) for fact in facts]

    def may_match(self, text: str) -> bool:
        """False only when no fact's first word is in `text`."""
        folded = fold(text).text
        return any(word in folded for word, _, _ in self._expressions)

    def find(self, folded: Folded, original: str) -> Iterator[Match]:
        """The matches in `original`."""
        del original
        for word, expression, fact in self._expressions:
            for found in expression.finditer(folded.text) if word in folded.text else ():
                yield Match(
                    *folded.span(*found.span()), fact.label, fact.kind, Grade.EXACT, Confidence.HIGH,
                    "as-written", "as it is written",
                )  # fmt: skip


def _expression(words: Sequence[str]) -> re.Pattern[str]:
    """The words in a row. A script that sets no blanks between words gives no boundary to look for."""
    first, last = words[0][0], words[-1][-1]
    before = r"(?<![^\W_])" if _has_boundaries(first) else ""
    after = r"(?![^\W_])" if _has_boundaries(last) else ""
    return re.compile(before + _GAP.join(map(re.escape, words)) + after)


def _has_boundaries(character: str) -> bool:
    """False for the scripts of East and South-East Asia that are written without blanks."""
    return not (
        "\u0e00" <= character <= "\u0eff" or "\u1000" <= character <= "\u109f" or character >= "\u1780"
    )
