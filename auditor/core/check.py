"""The shape of an automated check: metadata declared on the class, one method that looks at a document."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from auditor.core.document import Document, Fragment
from auditor.core.finding import Finding, Fingerprinter
from auditor.core.match import Match, TextSearcher
from auditor.core.status import Kind, Severity

# Encoded text that an excerpt's edge may cut, so that what it holds can no longer be read and masked.
_FIGURES = re.compile(r"\d+")
_BLOB = re.compile(r"[A-Za-z0-9+_=]{32,}")


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in one fragment of a document."""

    fragment: Fragment
    match: Match


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and every match in it. Each text is searched once, for all checks together."""

    document: Document
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a check may know: how to search, mask and name findings. Never the facts themselves."""

    searcher: TextSearcher
    fingerprints: Fingerprinter


class Check(ABC):
    """One automated check.

    A subclass declares `id` (stable, lower case with hyphens), `title`, `looks_for` (one sentence for
    the user), `sends` (what leaves the machine, to whom), `remedy`, and `kinds` (the sorts of fact it
    is about). A class that leaves one out is refused when it is defined.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    looks_for: ClassVar[str]
    sends: ClassVar[str]
    remedy: ClassVar[str]
    kinds: ClassVar[frozenset[Kind]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        missing = [
            n for n in ("id", "title", "looks_for", "sends", "remedy", "kinds") if not getattr(cls, n, None)
        ]
        if missing:
            raise TypeError(f"check {cls.__name__} does not declare {', '.join(missing)}")

    @abstractmethod
    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """The findings of this check in one document."""


def make_finding(
    check: Check, reading: Reading, hits: Sequence[Hit], severity: Severity, brief: Brief
) -> Finding:
    """A masked finding for `hits`, which share label, kind and carrier; the first one is shown.

    The excerpt is cut from the text after masking, so that no cut can lay a fact bare.
    """
    first = hits[0]
    match, fragment = first.match, first.fragment
    url = brief.searcher.mask(reading.document.url)
    return Finding(
        id=brief.fingerprints.of(check.id, match.label, match.kind, url, fragment.carrier),
        check=check.id,
        rule=match.rule,
        label=match.label,
        kind=match.kind,
        grade=match.grade,
        severity=severity,
        confidence=match.confidence,
        url=url,
        carrier=fragment.carrier,
        where=brief.searcher.mask(fragment.place(match.start)),
        excerpt=excerpt(fragment.text, match, brief.searcher),
        reason=match.reason,
        remedy=check.remedy,
        seen=len(hits),
    )


def excerpt(text: str, match: Match, searcher: TextSearcher, margin: int = 60) -> str:
    """The masked surroundings of a match on one line, about `margin` characters to each side.

    Figures there are hidden: they may be the unit or postcode of a masked street, or the rest of a number.
    """
    reach, edge = 8 * margin, 4 * margin
    before = searcher.mask(text[max(0, match.start - reach) : match.start])
    after = searcher.mask(text[match.end : match.end + reach])
    # What the window cut in two is not recognised, so nothing from near a cut is shown.
    if match.start > reach:
        before = before[edge:]
    if len(text) > match.end + reach:
        after = after[:-edge]
    mark = f"[{match.label}]"
    line = f"{_shown(before)[-margin:]} {mark} {_shown(after)[:margin]}".strip()
    return searcher.mask(line) if searcher.find_in(line) else line


def _shown(text: str) -> str:
    return _FIGURES.sub("#", _one_line(text))


def _one_line(text: str) -> str:
    """White space folded, control characters and encoded runs dropped: fetched text is hostile."""
    printable = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return _BLOB.sub("…", printable)
