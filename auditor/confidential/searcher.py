"""Looks for many facts at once, and hides them."""

from collections.abc import Iterable, Sequence

from auditor.confidential.address.unknown import LABEL as UNKNOWN
from auditor.confidential.address.unknown import unknown_in
from auditor.confidential.fact import Fact, by_type
from auditor.confidential.finder import Finder
from auditor.confidential.fold import fold
from auditor.confidential.spans import Spans
from auditor.core.match import Match

_ROUNDS = 6
"""How often masking looks again. Two rounds are usual; more are needed only when text closes up."""


class Searcher:
    """Compiled from facts; implements `auditor.core.match.TextSearcher`.

    `public` are facts that are published on purpose: a place that matches one of them as well as it
    matches a confidential fact, or better, is not reported. With `unknown_addresses`, postal
    addresses that are neither confidential nor public are found too, as `Kind.OTHER_ADDRESS`.
    """

    __slots__ = ("_finders", "_marks", "_public", "_unknown")

    def __init__(
        self, facts: Iterable[Fact] = (), public: Iterable[Fact] = (), *, unknown_addresses: bool = False
    ) -> None:
        secret = list(facts)
        self._finders: list[Finder] = [type(group[0]).compile(group) for group in by_type(secret)]
        self._public: list[Finder] = [type(group[0]).compile(group) for group in by_type(public)]
        self._unknown = unknown_addresses
        self._marks: dict[str, str] = {}
        for label in {UNKNOWN, *(fact.label for fact in secret)}:
            # A label may itself give a fact away ("Maple House"); then it must not be shown either.
            marks = (f"[{label}]", "[confidential]", "[hidden]", "[*]")
            self._marks[label] = next((mark for mark in marks if not self._search(mark, [])), "")

    def __repr__(self) -> str:
        return "<Searcher>"

    def find_in(self, text: str) -> list[Match]:
        """All matches in `text`, by position. Time is linear in the length of `text`."""
        others = list(unknown_in(text)) if self._unknown else []
        return self._search(text, others)

    def _search(self, text: str, others: list[Match]) -> list[Match]:
        """The confidential facts in `text`, and those of `others` that are neither such nor public."""
        finders = [finder for finder in self._finders if finder.may_match(text)]
        if not finders and not others:
            return []
        folded = fold(text)
        matches = [match for finder in finders for match in finder.find(folded, text)]
        if self._public and (matches or others):
            asked = [finder for finder in self._public if finder.may_match(text)]
            known = Spans(match for finder in asked for match in finder.find(folded, text))
            matches = [match for match in matches if not _is_public(match, known)]
            others = [match for match in others if not any(known.over(match))]
        secret = Spans(matches)
        return resolve([*matches, *(match for match in others if not any(secret.over(match)))])

    def mask(self, text: str) -> str:
        """`text` with every confidential fact replaced by its label in brackets; none is found in the result.

        Addresses that nobody has sorted yet are no secrets, and stay.
        """
        for _ in range(_ROUNDS):
            matches = self._search(text, [])
            if not matches:
                return text
            text = self._hide(text, matches)
        return text if not self._search(text, []) else ""

    def _hide(self, text: str, matches: Sequence[Match]) -> str:
        parts: list[str] = []
        done = 0
        for match in matches:
            if match.end <= done:
                continue
            if match.start >= done:
                parts += (text[done : match.start], self._marks.get(match.label, ""))
            done = match.end
        parts.append(text[done:])
        return "".join(parts)


def resolve(matches: Iterable[Match]) -> list[Match]:
    """Matches by position, without those that overlap a better match of the same kind."""
    kept: list[Match] = []
    by_place = sorted(set(matches), key=lambda m: (m.start, m.end))
    cluster: list[Match] = []
    reach = -1
    for match in by_place:
        if match.start >= reach:
            kept += _best(cluster)
            cluster = []
        cluster.append(match)
        reach = max(reach, match.end)
    kept += _best(cluster)
    return sorted(kept, key=lambda m: (m.start, m.end, m.label))


def _best(cluster: list[Match]) -> list[Match]:
    """Of matches in one neighbourhood, those that no better one of the same kind overlaps."""
    if len(cluster) <= 1:
        return cluster
    kept: list[Match] = []
    spans = Spans()
    for match in sorted(cluster, key=lambda m: (_rank(m), m.start - m.end)):
        rivals = (k for k in spans.over(match) if k.kind is match.kind)
        if not any(k.label == match.label or _rank(k) < _rank(match) for k in rivals):
            kept.append(match)
            spans.add(match)
    return kept


def _rank(match: Match) -> tuple[int, int]:
    return match.grade.rank, match.confidence.rank


def _is_public(match: Match, known: Spans) -> bool:
    """True when a public fact accounts for the place at least as well."""
    return any(k.kind is match.kind and k.grade.rank <= match.grade.rank for k in known.over(match))
