"""Groups of digits in a text, and what may stand between the groups of one number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.confidential.glance import Glance
from auditor.confidential.phone.words import digits_of, has_glued_word, spells, worded_groups

_FIGURES = re.compile(r"\d+")
_ALIKE_NEAR = re.compile(r"\d[oil](?![a-z])|(?<![a-z])[oil]{1,3}\d")
_ALIKE = re.compile(r"(?<![a-z\d])(?=[oil]{0,3}\d)[\doil]+(?![a-z\d])|\d+")
_AS_DIGIT = str.maketrans("oil", "011")
_BETWEEN = re.compile(
    r"""(?:[\s.\-/()\[\]{}·•ー_~*|:'"+<>=,;\\]{0,10}"""
    r"""|[\s.\-/()\[\]{}<>*_]{0,4}(?:dot|dash|hyphen|minus|space|period|point|slash|punkt|punto|strich|bindestrich|tiret|guion)"""
    r"""[\s.\-/()\[\]{}<>*_]{0,4}"""
    r"""|[^a-z0-9]{1,6}[a-z_-]{0,12}(?:area|prefix|exchange|line|number|suffix|subscriber|code)[a-z_-]{0,8}[^a-z0-9]{1,6})"""
)
_LONGEST = 32
_LONGEST_TAGS = 160
_TAGS = re.compile(r"</?[a-z][^<>]{0,80}>")
_WORDY_JOINT = re.compile(
    r"\d[^a-z0-9]{0,10}[a-z_-]{0,12}"
    r"(?:dot|dash|hyphen|minus|space|period|point|slash|punkt|punto|strich|bindestrich|tiret|guion"
    r"|area|prefix|exchange|line|number|suffix|subscriber|code)[a-z_-]{0,8}[^a-z0-9]{0,10}\d"
)


@dataclass(frozen=True, slots=True)
class Group:
    """A run of digits, or a number word, and the digits it stands for.

    `alike` tells that letters which look like digits stand among them.
    """

    start: int
    end: int
    digits: str
    word: bool = False
    alike: bool = False


def groups(seen: Glance) -> Iterator[Group]:
    """The groups of digits in a text; number words count where several stand together, or with figures."""
    text = seen.text
    if spells(seen) or has_glued_word(seen.ruled):
        for found in worded_groups(seen):
            item = found[0]
            yield Group(found.start(), found.end(), digits_of(item), not item[0].isdigit())
        return
    if has_alike(text):
        for found in _ALIKE.finditer(text):
            item = found[0]
            yield Group(found.start(), found.end(), item.translate(_AS_DIGIT), alike=not item.isdigit())
        return
    for found in _FIGURES.finditer(text):
        yield Group(found.start(), found.end(), found[0])


def has_alike(text: str) -> bool:
    """True when letters that look like digits stand beside digits somewhere in folded `text`."""
    return _ALIKE_NEAR.search(text) is not None


def has_wordy_joint(text: str) -> bool:
    """False only when no two groups of digits in folded `text` are joined by a word."""
    return _WORDY_JOINT.search(text) is not None


def joins(text: str, start: int, end: int) -> bool:
    """True when what stands between `start` and `end` may stand inside a number."""
    if "<" in text[start:end] and end - start <= _LONGEST_TAGS:
        gap = _TAGS.sub("", text[start:end])
        return len(gap) <= _LONGEST and _BETWEEN.fullmatch(gap) is not None
    return end - start <= _LONGEST and _BETWEEN.fullmatch(text, start, end) is not None
