"""Tells an initial that begins a name from the second one of somebody else: "Maria T. Okafor"."""

import re

from auditor.confidential.common_words import word_set
from auditor.confidential.fold import Folded, as_written
from auditor.confidential.person.nicknames import is_given_name

_WORD_BEFORE = re.compile(r"(?<![a-z])([a-z]{2,15})\s{1,2}$")
_NAME_BEFORE = re.compile(r"(?<![a-z'])(?:[a-z]\.\s?|([a-z][a-z']{1,14}) {1,2})$")
_ROLE = re.compile(r"[a-z]{6,}[eo]r|[a-z]{3,}(?:ator|itor|ector|ager|ist|yer|chair|head)")
_LEADING = word_set(
    """
    mr mrs ms miss mx dr prof rev sr sra srta herr frau mme mlle sister brother officer detective judge nurse
    coach aunt uncle professor doctor reverend pastor father mister sergeant captain lieutenant deputy agent
    attorney counsel counselor counsellor advocate caseworker worker staff lead chair head chief president
    secretary treasurer founder owner author editor partner member volunteer intern assistant associate clerk
    teacher principal trainer trustee host contact contacts ask call phone fax email mail text see meet visit
    write thank thanks dear hello hi attn attention by from with for to and or the our via per through under
    until about since at on in of is was signed written photo photos image picture credit courtesy interview
    speaker presenter supervised prepared approved reviewed reported edited posted published filed name names
    when where while after before then also today tonight tomorrow monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december
    team office room tel cc re von bei mit und par pour avec et con para por y
    """
)
"""Words before a whole name that may have a capital: roles, greetings, the first word of a sentence."""


def is_second_initial(text: str, start: int) -> bool:
    """True when a known given name stands right before `start`: the initial is somebody else's second one."""
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return before is not None and is_given_name(before[1])


def follows_a_name(folded: Folded, original: str, start: int) -> bool:
    """True when an initial, or a capitalised word that may well be a name, stands right before `start`."""
    before = _NAME_BEFORE.search(folded.text, max(0, start - 20), start)
    if before is None:
        return False
    word = before[1]
    if word is None:
        return has_capital(folded, original, before.start(), before.start() + 1)
    if word in _LEADING or _ROLE.fullmatch(word):
        return False
    return has_capital(folded, original, before.start(1), before.end(1))


def has_capital(folded: Folded, original: str, start: int, end: int) -> bool:
    """True when what stands there has an upper-case letter as published, or letters without case."""
    first, last = folded.span(start, end)
    shown = as_written(original[first:last])
    return shown != shown.lower() or shown == shown.upper()
