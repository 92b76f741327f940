"""Streets and the town that stands in another field of the same record.

A street in a field of its own ("1247 North Maple Street"), or in two, is read as the whole address unless
its town follows at once. Where a reader has put the fields of a record together, the street is followed by
the rest of its own address in the running text as well: in every format, and for the right town as for
another.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.collect.extract.lines import LazyAnchors
from auditor.collect.extract.part import MOST_RECORDS, Basket
from auditor.core.document import Fragment

_CELL = re.compile(r"(?:[^\n\t,:=]|,(?! )|:(?! ))+")
_WORD = re.compile(r"[^\s,]+")
_QUOTES = " \"'"
_REACH = 300
"""Characters behind a street in which the other fields of its record are looked for."""
_NUMBER_REACH = 40
"""Characters before a street in which the number that a record keeps apart from it is looked for."""
_FEW = 20
_MOST_PLACES = 16
"""Different addresses that begin with one cell; what begins more is no street."""


Rest = tuple[str, tuple[str, ...], str]
"""What follows the street in the address of a record, its words, and a number kept apart from the street."""
Records = dict[str, dict[str, list[Rest]]]
"""By the first cell of the street, and by the street, the rests of the addresses it occurs in."""


def follow(basket: Basket) -> None:
    """Let the streets of the records in `basket` be followed by their towns, in all its fragments."""
    records: Records = {}
    if len(basket.records) >= MOST_RECORDS:
        return  # records were left out, and a street may take its town from its own record alone
    for record in basket.records:
        rest = record[len(record.street) :]
        for street, number in ((record.street, ""), (record.name, record.number)):
            if street and (cells := _CELL.findall(street)):
                same = records.setdefault(cells[0].strip(), {}).setdefault(street, [])
                same.append((rest, _names(rest), number))
    for streets in records.values():
        if sum(map(len, streets.values())) > _MOST_PLACES:
            streets.clear()  # a part of them could lend a street the town of another record
    if records:
        basket.fragments[:] = [_followed(fragment, records) for fragment in basket.fragments]


def _names(rest: str) -> tuple[str, ...]:
    """The words of `rest` by which it is known again: those without figures, which often stand elsewhere."""
    words = tuple(_WORD.findall(rest))
    return tuple(word for word in words if not any(map(str.isdigit, word))) or words


def _followed(fragment: Fragment, records: Records) -> Fragment:
    text = fragment.text
    added: list[tuple[int, str]] = []
    free = 0  # where the fields begin that no street before has taken as its own
    for cell in _CELL.finditer(text):
        key = _key(cell[0], records)
        if key and (place := _place_beside(text, cell, records[key], free, records)):
            end, rest, free = place
            if rest:
                added.append((end, rest))
    if not added:
        return fragment
    pieces: list[str] = []
    done = 0
    for at, rest in added:
        pieces += (text[done:at], rest)
        done = at
    anchors = fragment.anchors
    return replace(
        fragment, text="".join((*pieces, text[done:])), anchors=LazyAnchors(lambda: _moved(anchors, added))
    )


def _key(cell: str, records: Records) -> str:
    """The first cell of a street of a record that `cell` is, or begins with where there are few."""
    words = cell.strip(_QUOTES)
    if words in records or len(records) > _FEW:
        return words if records.get(words) else ""
    return next((key for key, streets in records.items() if streets and words.startswith(key)), "")


def _place_beside(
    text: str, cell: re.Match[str], streets: dict[str, list[Rest]], free: int, records: Records
) -> tuple[int, str, int] | None:
    """Where the street of `cell` ends, the rest of the address of its record, and where its fields end.

    The rest is "" when it follows already. Fields before the street count from `free` on, and only where
    those behind it name no town.
    """
    start = cell.start() + len(cell[0]) - len(cell[0].lstrip(_QUOTES))
    behind: list[tuple[int, int, str]] = []
    before: list[tuple[int, int, str]] = []
    for street, rests in streets.items():
        end = start + len(street)
        if not text.startswith(street, start) or text[end : end + 1].isalnum():
            continue
        ahead = _own_fields(text, end, records)
        back = text[max(free, start - _REACH) : start]
        for rest, words, number in rests:
            if number and number not in text[max(0, start - _NUMBER_REACH) : end + _NUMBER_REACH]:
                continue
            if ahead.startswith(rest):
                return end, "", end + len(rest)
            # Elsewhere the street may stand alone: it is this record's only where all fields are at hand.
            if all(word in ahead for word in words):
                behind.append((max(map(ahead.find, words)), end, rest))
            elif all(word in back or word in ahead for word in words):
                before.append((-max(map(back.rfind, words)), end, rest))
    if behind:
        distance, end, rest = min(behind)
        return end, rest, end + distance + 1
    if before:
        _, end, rest = min(before)
        return end, rest, end
    return None


def _own_fields(text: str, start: int, records: Records) -> str:
    """The text from `start` on, as far as the street of the next record."""
    stop = min(start + _REACH, len(text))
    for cell in _CELL.finditer(text, start, stop):
        if cell[0].strip(_QUOTES) in records:
            return text[start : cell.start()]
    return text[start:stop]


def _moved(anchors: Sequence[tuple[int, str]], added: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The anchors of a text into which something was put."""
    moved, shift, next_one = [], 0, 0
    for at, place in anchors:
        while next_one < len(added) and added[next_one][0] <= at:
            shift += len(added[next_one][1])
            next_one += 1
        moved.append((at + shift, place))
    return moved
