"""What finds one kind of fact in a text: compiled once from all facts of the kind."""

from collections.abc import Iterable
from typing import Protocol

from auditor.confidential.fold import Folded
from auditor.core.match import Match


class Finder(Protocol):
    """Finds every fact it was compiled from in one pass, at a cost nearly independent of their number."""

    def may_match(self, text: str) -> bool:
        """False only when `find` would find nothing in `text` (as published, not folded). Cheap and sound."""
        ...

    def find(self, folded: Folded, original: str) -> Iterable[Match]:
        """The matches in `original`, whose folding is `folded`. Spans count characters of `original`."""
        ...
