"""The base of the facts a searcher looks for."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Self

from auditor.confidential.finder import Finder
from auditor.confidential.secret import Secret
from auditor.core.match import Match

if TYPE_CHECKING:
    from auditor.confidential.searcher import Searcher


class Fact(Secret):
    """A confidential fact that can be asked where a text gives it away.

    A subclass says how all facts of its type are compiled into one finder. Many facts are searched
    for together by a `Searcher`; `find_in` and `mask` here serve a single one.
    """

    __slots__ = ("_searcher",)

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._searcher: Searcher | None = None

    @classmethod
    @abstractmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""

    def find_in(self, text: str) -> list[Match]:
        """Every place where `text` gives this fact away, by position."""
        return self._alone().find_in(text)

    def mask(self, text: str) -> str:
        """`text` with every match hidden behind the label."""
        return self._alone().mask(text)

    def weaknesses(self) -> list[str]:
        """Why this fact can be searched for only in part, in plain words; empty when it is complete."""
        return []

    def unsearched(self) -> str:
        """Why this fact is not really searched for, in plain words; empty when it is."""
        return ""

    def forms(self) -> int:
        """In how many spellings this fact is looked for; separators and typing errors are not counted."""
        return 1

    def _alone(self) -> "Searcher":
        if self._searcher is None:
            from auditor.confidential.searcher import Searcher

            self._searcher = Searcher([self])
        return self._searcher


def by_type(facts: Iterable[Fact]) -> list[Sequence[Fact]]:
    """The facts in groups of one type each, in order of first appearance."""
    groups: dict[type[Fact], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(type(fact), []).append(fact)
    return list(groups.values())
