"""Readings of the same letters: which of them names the town.

A text that its format tears ("1247 North Maple Street, Shelby<b>ville</b>") is read more than once: with
the pieces joined, and with a space for each tear. Where one reading names another town and the other, whose
town is in pieces, none at all, the one that names it decides.
"""

from collections.abc import Iterator, Sequence

from auditor.core.check import Hit
from auditor.core.status import Kind

_ELSEWHERE = ("other-place", "unknown-address")
"""The rules by which a street is read as one in another town."""
_CONTEXT = 8
"""Characters behind the street, white space not counted, that must agree: enough to begin with the town."""
_REACH = 40


def settled(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """`hits` without the streets that another reading of the same letters places in another town."""
    if not any(_is_elsewhere(hit) for hit in hits):
        return tuple(hits)
    placed = {text for hit in hits if _is_elsewhere(hit) for text in _beginnings(hit)}
    return tuple(hit for hit in hits if not (_is_bare(hit) and _with_context(hit) in placed))


def _is_elsewhere(hit: Hit) -> bool:
    return hit.match.rule in _ELSEWHERE


def _is_bare(hit: Hit) -> bool:
    return hit.match.kind is Kind.ADDRESS and not _is_elsewhere(hit)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _with_context(hit: Hit) -> str:
    """The match and what follows it; "" when too little follows to tell the readings apart."""
    match, text = hit.match, hit.fragment.text
    own = _squeezed(text[match.start : match.end])
    whole = _squeezed(text[match.start : match.end + _REACH])
    return whole[: len(own) + _CONTEXT] if len(whole) >= len(own) + _CONTEXT else ""


def _beginnings(hit: Hit) -> Iterator[str]:
    """All beginnings of the address that was read as another town's, as far as its context goes."""
    match, text = hit.match, hit.fragment.text
    whole = _squeezed(text[match.start : match.end + _REACH])
    return (whole[:length] for length in range(_CONTEXT * 2, len(whole) + 1))
