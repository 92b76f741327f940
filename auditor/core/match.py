"""A match: where a text gives a confidential fact away, and how surely. It holds no secret itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from auditor.core.status import Confidence, Grade, Kind


@dataclass(frozen=True, slots=True)
class Match:
    """One place in a text that matches a fact.

    `start` and `end` count characters of the searched text. `label` is the fact's label, the only
    thing ever shown of it. `reason` says in plain words why this is a match ("number and street",
    "street and ZIP, no number"); it never quotes the text or the fact. `rule` is the stable id of the
    rule in docs/matching.md that fired.
    """

    start: int
    end: int
    label: str
    kind: Kind
    grade: Grade
    confidence: Confidence
    rule: str
    reason: str


class TextSearcher(Protocol):
    """Finds and hides confidential facts in text. `auditor.confidential.Searcher` is the implementation."""

    def find_in(self, text: str) -> list[Match]:
        """All matches in `text`, by position."""
        ...

    def mask(self, text: str) -> str:
        """`text` with every match hidden behind its label."""
        ...


def strongest(matches: Iterable[Match]) -> Match | None:
    """The match of the highest grade, then confidence, then first position; None when there is none."""
    return min(matches, key=lambda m: (m.grade.rank, m.confidence.rank, m.start), default=None)
