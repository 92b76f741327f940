"""Runs of digit groups that are a number, and whether they end where the number ends."""

import re
from dataclasses import dataclass

from auditor.confidential.phone.context import glued_word
from auditor.confidential.phone.fact import Phone
from auditor.confidential.phone.groups import Group, joins
from auditor.confidential.phone.line import Line

_TIGHT = "-."
_CLAIMED = re.compile(
    r"(?<![a-z])(?:(?:isbn|issn|sku|upc|ean|imei|asin|serial|doi)[^\w.;]{0,3}(?:(?:no|number|nr)\W{0,3})?|v)$"
)
"""What makes the number behind it something else than a telephone's."""
_CURRENCIES = ("$", "£", "¥")
_UNITS = ("$", "£", "¥", "¤", "%", "#", "°")
_TIGHT_ANYWHERE = ("-", ".", ":", "/", ",", "½")
_LABEL_BEHIND = re.compile(r"(?:tel|fax|phone|mobile|mob|cell|email|mail|e|f|t|m)[:.]")
"""What begins the next field where fields are run together: "2175550148F:2175550149"."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
"""Letters of scripts in which a number follows a word without a space, as in Chinese and Thai."""
_ACCESS = re.compile(r"(00|011)(?:[1-9]\d{0,4})?")
"""What is dialled before a country code, perhaps with the code; no country's begins with a nought."""
_SUM_OR_HOUR = re.compile(r"\d[:.,h]$|#$")
_STATE = re.compile(r"(?<![a-z])[a-z]{2}[\s,]{1,2}$")
_ZIP = 5
_MINUTES = re.compile(r"[:h]\d\d(?!\d)")
_LONGEST_NUMBER = 15
"""The most figures of a number with its country code (ITU-T E.164)."""
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
    if _goes_on(text[start - 1 : start]):
        return not bare or glued_word(text, start) or found[run.first].word
    if run.first == 0:
        return True
    previous = found[run.first - 1]
    between = text[previous.end : start]
    if len(between) == 1 and between in _TIGHT:
        return False
    if not joins(text, previous.end, start):
        return True
    if _dialled_abroad(text, found, run):
        return False
    return not _same_rhythm(text, found, run, -1)


def free_after(text: str, found: list[Group], run: Run, *, bare: bool) -> bool:
    """True when the number, which has no extension, does not go on to the right."""
    end = run.end
    if _goes_on(text[end : end + 1]):
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


def _goes_on(sign: str) -> bool:
    """True for a letter of a script that puts spaces between words."""
    return sign.isalpha() and _UNSPACED.match(sign) is None


def is_claimed(text: str, start: int, end: int) -> bool:
    """True when what stands around `start` to `end` makes the number something else than a telephone's."""
    before, behind = text[max(0, start - 2) : start].rstrip(" "), text[end : end + 2].lstrip(" ")
    # Folding makes one sign of the euro's and of many others.
    if before.endswith(_CURRENCIES) or ("," in text[start:end] and behind.startswith((*_CURRENCIES, "¤"))):
        return True
    return _CLAIMED.search(text, max(0, start - 16), start) is not None


def _dialled_abroad(text: str, found: list[Group], run: Run) -> bool:
    """True when a group before the run, joined to it, begins an international number that holds the run."""
    figures = sum(len(group.digits) for group in found[run.first : run.last + 1])
    if run.lettered:
        figures = sum(sign.isalnum() for sign in text[run.start : run.end])
    for at in range(run.first - 1, max(-1, run.first - 4), -1):
        group = found[at]
        figures += len(group.digits)
        access = None if _is_part(text, group) else _ACCESS.fullmatch(group.digits)
        if access or text[group.start - 1 : group.start] == "+":
            longest = _LONGEST_NUMBER + (len(access[1]) if access else 0)
            ends = "\n|;:" if access else "\n"
            return figures <= longest and not any(sign in text[group.end : run.start] for sign in ends)
        if at and not joins(text, found[at - 1].end, group.start):
            return False
    return False


def _is_part(text: str, group: Group) -> bool:
    """True for half of a time, the end of a sum, a count, a ZIP: "00:00", "$25.00", "#001", "PR 00901"."""
    before = text[max(0, group.start - 4) : group.start]
    state = len(group.digits) == _ZIP and _STATE.search(before)
    return bool(state or _SUM_OR_HOUR.search(before) or _MINUTES.match(text, group.end))


def _same_rhythm(text: str, found: list[Group], run: Run, step: int) -> bool:
    """True when the groups beyond the run are cut and joined like its own, of which it is then a piece.

    The groups of a time or a date ("17:00", "2024-05-01") are joined by other signs, and so is the number
    in the next line. As many groups again as the run has are a number of their own.
    """
    size = len(found[run.first if step < 0 else run.last].digits)
    if run.lettered or size > 2 or len(run.parts) <= _MANY - (size == 2):
        return False
    inside = {_joint(text, found, at) for at in range(run.first, run.last)}
    beyond, at = 0, run.first if step < 0 else run.last
    word = found[at].word
    while 0 <= at + step < len(found):
        following = found[at + step]
        if len(following.digits) != size or following.word != word:
            break
        if _joint(text, found, min(at, at + step)) not in inside or _is_half(text, following, inside, step):
            break
        beyond, at = beyond + 1, at + step
    return beyond >= (1 if size == 1 else 2) and beyond % len(run.parts) > 0


def _is_half(text: str, group: Group, inside: set[str], step: int) -> bool:
    """True for figures that belong to what stands beyond them: "9-5", "3.5", "17:00", "$5", "5th"."""
    beyond = (
        text[group.end : group.end + 2] if step > 0 else text[max(0, group.start - 2) : group.start][::-1]
    )
    if beyond[:1].isalpha() or beyond[:1] in _UNITS:
        return bool(beyond)
    return beyond[:1] not in inside and beyond[:1] in _TIGHT_ANYWHERE and beyond[1:].isdigit()


def _joint(text: str, found: list[Group], index: int) -> str:
    """What stands between the group at `index` and the next."""
    return text[found[index].end : found[index + 1].start]
