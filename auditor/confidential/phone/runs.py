"""Runs of digit groups that are a number, and whether they end where the number ends."""

import re
from dataclasses import dataclass

from auditor.confidential.phone.context import extension_after, glued_word
from auditor.confidential.phone.fact import Phone
from auditor.confidential.phone.groups import Group, joins
from auditor.confidential.phone.line import Line

_TIGHT = "-."
_CLAIMED = re.compile(
    r"(?<![a-z])(?:(?:isbn|issn|sku|upc|ean|imei|asin|serial|doi)[^\w.;]{0,3}(?:(?:no|number|nr)\W{0,3})?|v)$"
)
"""What makes the number behind it something else than a telephone's."""
_CURRENCIES = ("$", "£", "¥")
_LABEL_BEHIND = re.compile(r"(?:tel|fax|phone|mobile|mob|cell|email|mail|e|f|t|m)[:.]")
"""What begins the next field where fields are run together: "2175550148F:2175550149"."""
_ACCESS = ("00", "011")
_THOUSAND = 3
_MANY = 5
"""A number written in more groups than this is spaced out digit by digit, or nearly so."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a run of digits means: a whole number or the local part of one, of a fact or of a public line."""

    line: Line
    fact: Phone | None = None
    local: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run of groups (or of groups and letters) whose digits are a key.

    `first` and `last` count groups, `parts` are their lengths.
    """

    start: int
    end: int
    keys: tuple[Key, ...]
    first: int
    last: int
    parts: tuple[int, ...]
    lettered: bool = False


def free_before(text: str, found: list[Group], run: Run, *, bare: bool) -> bool:
    """True when the number does not go on to the left. `bare`: it is one group of figures."""
    start = run.start
    if text[start - 1 : start].isalpha():
        return not bare or glued_word(text, start) or found[run.first].word
    if run.first == 0:
        return True
    previous = found[run.first - 1]
    between = text[previous.end : start]
    if len(between) == 1 and between in _TIGHT:
        return False
    if not joins(text, previous.end, start):
        return True
    if _dialled_abroad(text, found, run.first - 1):
        return False
    return not _same_rhythm(text, found, run, -1)


def free_after(text: str, found: list[Group], run: Run, *, bare: bool) -> bool:
    """True when the number does not go on to the right."""
    end = run.end
    if extension_after(text, end) is not None:
        return True
    if text[end : end + 1].isalpha():
        return not bare or glued_word(text, run.start) or _LABEL_BEHIND.match(text, end) is not None
    if run.last + 1 >= len(found):
        return True
    following = found[run.last + 1]
    between = text[end : following.start]
    if len(between) == 1 and between in _TIGHT:
        return False
    if not joins(text, end, following.start):
        return True
    return not _same_rhythm(text, found, run, 1)


def is_claimed(text: str, start: int, end: int) -> bool:
    """True when what stands around `start` to `end` makes the number something else than a telephone's."""
    before, behind = text[max(0, start - 2) : start].rstrip(" "), text[end : end + 2].lstrip(" ")
    # Folding makes one sign of the euro's and of many others.
    if before.endswith(_CURRENCIES) or ("," in text[start:end] and behind.startswith((*_CURRENCIES, "¤"))):
        return True
    return _CLAIMED.search(text, max(0, start - 16), start) is not None


def _dialled_abroad(text: str, found: list[Group], index: int) -> bool:
    """True when the group at `index`, or one joined before it, begins an international number."""
    for step in range(3):
        at = index - step
        if at < 0:
            return False
        group = found[at]
        access = group.digits.startswith(_ACCESS) and len(group.digits) <= 7
        if text[group.start - 1 : group.start] == "+" or (access and not _is_rest(text, group)):
            return "\n" not in text[group.end : found[index + 1].start]
        if at and not joins(text, found[at - 1].end, group.start):
            return False
    return False


def _is_rest(text: str, group: Group) -> bool:
    """True for the second half of a time ("17:00 217-555-0148") and the thousands of a sum ("$12,000")."""
    signs = ":.," if len(group.digits) == _THOUSAND else ":"
    return bool(re.match(rf"\d[{signs}]", text[max(0, group.start - 2) : group.start]))


def _same_rhythm(text: str, found: list[Group], run: Run, step: int) -> bool:
    """True when the groups beyond the run are cut and joined like its own, of which it is then a piece.

    The groups of a time or a date ("17:00", "2024-05-01") are joined by other signs.
    """
    size = len(found[run.first if step < 0 else run.last].digits)
    if run.lettered or size > 2 or len(run.parts) <= _MANY - (size == 2):
        return False
    needed = 1 if size == 1 else 2
    first, stop = (run.first - needed, run.first) if step < 0 else (run.last + 1, run.last + 1 + needed)
    if first < 0 or stop > len(found) or any(len(group.digits) != size for group in found[first:stop]):
        return False
    inside = {_joint(text, found, at) for at in range(run.first, run.last)}
    return all(_joint(text, found, at) in inside for at in range(first, stop - 1))


def _joint(text: str, found: list[Group], index: int) -> str:
    """What stands between the group at `index` and the next, spaces aside."""
    return text[found[index].end : found[index + 1].start].strip()
