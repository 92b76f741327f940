"""Compares a house number seen in a text with the wanted one."""

from dataclasses import dataclass

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.flats import is_own_flat

SAME, NEAR, SIBLING, RANGE, BLOCK, SPOKEN, LOOKALIKE, NEIGHBOUR, LABELLED, OTHER = (
    "same", "near", "sibling", "range", "block", "spoken", "lookalike", "neighbour", "labelled", "other",
)  # fmt: skip
"""How a number compares. near: letter or fraction on one side only; sibling: another letter.
neighbour: the number of a house that the wanted one is described by. labelled: the wanted number behind
a word such as "page", which may number something else."""


@dataclass(slots=True, repr=False)
class Seen:
    """A number seen in a text: how it compares, and the tokens it takes."""

    state: str
    first: int
    stop: int


_UNIT_FIRST = ("ca", "au", "nz")
"""Countries in which "205-4388" is the flat 205 of the house 4388."""


def compare(target: Target, number: str, letter: str, fraction: str) -> str:
    """How a plain number compares with the target's."""
    parts = target.parts
    if not target.is_number(number):
        inside = target.is_range and number.isdecimal() and int(parts.number) < int(number) < int(parts.high)
        return RANGE if inside else OTHER
    if letter[:1] != parts.letter[:1]:
        # "12 B" and "12 bis" are the same house.
        return SIBLING if letter and parts.letter else NEAR
    return SAME if fraction == parts.fraction else NEAR


def compare_hyphened(target: Target, low: str, high: str) -> str:
    """How "low-high" compares: one hyphened number, a range, or a number with its flat."""
    if target.is_number(low + high) and (target.is_hyphened or min(len(low), len(high)) >= 2):
        # "12-47" for 1247, but not "7-11" for 711.
        return SAME
    number = target.parts.number
    if low == number and target.parts.number_last and high == target.parts.unit:
        # "2450 - 801", house and flat
        return SAME
    full = low[: len(low) - len(high)] + high if len(high) < len(low) else high
    if target.is_range:
        return SAME if low == number and target.parts.high in (high, full) else OTHER
    if low == number and is_own_flat(target, high):
        # "1190-306" for the flat 306 of the house 1190
        return SAME
    if (high.lstrip("0") or high) == number and (
        low == target.parts.unit or target.parts.country in _UNIT_FIRST
    ):
        return SAME
    if not number.isdecimal() or target.parts.high:
        return OTHER
    if 0 < int(full) - int(low) <= 100:
        if number in (low, full) and len(low) == len(full):
            return SAME
        if len(low) != len(full):
            # "9-17" may be the flat 9 of 17 as well.
            return NEAR if full == number else NEAR if low == number and len(high) <= 2 else OTHER
        return RANGE if int(low) < int(number) < int(full) else OTHER
    return NEAR if low == number and len(high) <= 2 else OTHER
