"""Numbers of which only the end is written, because the number before them has the same beginning.

"217-555-0141/0142", "(217) 555-0141, -0142 and -0143", "217-555-0140 through 0149".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.confidential.address.trie import any_of
from auditor.confidential.glance import Glance
from auditor.confidential.phone.fact import Phone
from auditor.core.status import Grade

_ENDING = 4
"""So many figures at the end of a number may differ from the one before it."""
_SHORTEST = 8
"""National numbers of fewer figures share no beginning that tells them from others."""
_FEW = 64
_APART = r"[\s.\-/()]{0,3}"
_LIST = r"[/,&+;|]|\b(?:and|or|und|oder|et|ou|y|en|of)\b"
_RANGE = r"[-~]|\b(?:to|through|thru|till?|until|bis|a|au|al|ate|tot)\b"
_NEXT = re.compile(
    rf"\s{{0,2}}(?:(?P<list>(?:{_LIST})(?:\s?\b(?:and|or|und|oder|et|ou)\b)?)|(?P<range>{_RANGE}))"
    r"\s{0,2}(?P<short>[-.~]{0,3}\s?)(?P<end>\d{1,4})(?![-.]?\d|[a-z])"
)
_MOST = 12
_WIDEST_RANGE = 100


@dataclass(frozen=True, slots=True)
class Sibling:
    """A number given away from `start` to `end`, by its ending or by a range that holds it."""

    start: int
    end: int
    fact: Phone = field(repr=False)
    grade: Grade
    reason: str


class Siblings:
    """Looks for numbers named by their ending alone."""

    __slots__ = ("_any", "_by_stem")

    def __init__(self, facts: Iterable[Phone]) -> None:
        self._by_stem: dict[str, list[tuple[Phone, str]]] = {}
        for fact in facts:
            for national in {line.national for line in fact.lines}:
                if len(national) >= _SHORTEST:
                    self._by_stem.setdefault(national[:-_ENDING], []).append((fact, national[-_ENDING:]))
        many = len(self._by_stem) > _FEW
        self._any = re.compile(any_of(self._by_stem).pattern.encode()) if many else None

    def may_match(self, seen: Glance) -> bool:
        """False only when `find` would find nothing."""
        return any(True for _ in self._stems(seen)) and _NEXT.search(seen.text) is not None

    def find(self, seen: Glance) -> Iterator[Sibling]:
        """Every number whose beginning is that of the number before it."""
        for stem in sorted(set(self._stems(seen))):
            facts = self._by_stem[stem]
            for head in _numbers_with(stem).finditer(seen.text):
                yield from _after(seen.text, head, facts)

    def _stems(self, seen: Glance) -> Iterator[str]:
        if self._any is None:
            yield from (stem for stem in self._by_stem if stem.encode() in seen.digits)
            return
        # Stems of one length may overlap in the run of all digits: each is looked for by itself then.
        if self._any.search(seen.digits):
            yield from (stem for stem in self._by_stem if stem.encode() in seen.digits)


def _numbers_with(stem: str) -> re.Pattern[str]:
    """An expression for the numbers that begin like `stem` and have any ending."""
    return re.compile(
        rf"(?<!\d){_APART.join(stem)}(?P<last>(?:{_APART}\d){{{_ENDING}}})(?!\d)"
        rf"|(?<=\d){_APART.join(stem)}(?P<glued>\d{{{_ENDING}}})(?!\d)"
    )


def _after(text: str, head: re.Match[str], facts: list[tuple[Phone, str]]) -> Iterator[Sibling]:
    """The numbers listed behind `head` by their endings."""
    last = re.sub(r"\D", "", head["last"] or head["glued"])
    at = head.end()
    for _ in range(_MOST):
        found = _NEXT.match(text, at)
        if found is None:
            return
        ending, at = found["end"], found.end()
        if not _may_end(found):
            return
        full = last[: _ENDING - len(ending)] + ending
        for fact, wanted in facts:
            if full == wanted:
                reason = "the ending of a number that begins like the one before it"
                yield Sibling(found.start("end"), at, fact, Grade.PROBABLE, reason)
            elif found["range"] and last < wanted < full and int(full) - int(last) <= _WIDEST_RANGE:
                grade = Grade.PARTIAL if found["range"] in "-~" else Grade.PROBABLE
                yield Sibling(head.start(), at, fact, grade, "a range of numbers that holds it")
        last = full


def _may_end(found: re.Match[str]) -> bool:
    """False for a number that stands by itself: "217-555-0141, 24 hours", "217-555-0141 / 2 rooms"."""
    ending, stroke = found["end"], found["list"] == "/"
    if len(ending) == 1:
        return stroke and found[0] == f"/{ending}"
    return len(ending) > 2 or stroke or bool(found["range"] or found["short"].strip())
