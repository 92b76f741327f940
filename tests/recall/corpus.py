"""What a recall corpus is made of: texts, and what a searcher has to say about each."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from auditor.core.match import Match, TextSearcher
from auditor.core.status import Grade


class Wanted(StrEnum):
    """What the searcher must report for a text."""

    FOUND = "found"  # exact or probable
    HINT = "hint"  # any grade
    SILENT = "silent"  # neither exact nor probable
    NOTHING = "nothing"  # no match at all


@dataclass(frozen=True)
class Case:
    """A text of one form, the searcher it is for, and what is wanted. `form` names the rule it is made by."""

    form: str
    searcher: TextSearcher
    text: str
    wanted: Wanted = Wanted.FOUND

    @property
    def planted(self) -> bool:
        """True when the text gives the fact away."""
        return self.wanted in (Wanted.FOUND, Wanted.HINT)

    def right(self) -> bool:
        """True when the searcher reports what is wanted."""
        return holds(self.wanted, self.searcher.find_in(self.text))


def holds(wanted: Wanted, matches: Iterable[Match]) -> bool:
    """True when `matches` are what is wanted."""
    grades = {match.grade for match in matches}
    strong = bool(grades & {Grade.EXACT, Grade.PROBABLE})
    return {
        Wanted.FOUND: strong,
        Wanted.HINT: bool(grades),
        Wanted.SILENT: not strong,
        Wanted.NOTHING: not grades,
    }[wanted]
