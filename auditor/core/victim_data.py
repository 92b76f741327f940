"""Warns when evidence seems to hold data of the people served. The audit must hold none.

Auditors of funded programmes may not be shown identifying client data; counts are enough. The patterns
look for what case files have and checklists have not. They are hints, worded as such.
"""

import re
from collections import Counter
from collections.abc import Iterable

_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})"
_NUMBER = r"(?<![\d.-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?![\d-])"
_BIRTH = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\b|date of birth|birth\s?date|born(?: on)?)\W{{0,12}}{_DATE}", re.IGNORECASE
)
_NAME_WITH_DATE = re.compile(rf"\b[A-Z][a-z]{{2,}},? [A-Z][a-z]{{2,}}\b[^\n]{{0,20}}?\b{_DATE}")
_CASE = re.compile(
    r"\b(?:case|client|file|docket|participant|resident)\s?(?:no\.?|number|id|nr\.?|#)\W{0,3}[A-Z]{0,4}-?\d[\d-]{2,}",
    re.IGNORECASE,
)
_BARE_CASE = re.compile(r"\b(?:case|client|docket)\s+(?!(?:19|20)\d\d\b)\d{4,}\b", re.IGNORECASE)
_NAME_WITH_PHONE = re.compile(rf"\b[A-Z][a-z]{{2,}},? [A-Z][a-z]{{2,}}\b[^\n\d]{{0,20}}?{_NUMBER}")
_SOCIAL = re.compile(r"\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b")
_PHONE = re.compile(_NUMBER)
_AGE = re.compile(r"\b(?:aged?\s(?:\d|1\d)|(?:\d|1\d)[\s-]?(?:y/?o|years?[\s-]old))\b", re.IGNORECASE)

_SIGNS: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("dates of birth", _BIRTH, 1),
    ("names beside dates", _NAME_WITH_DATE, 2),
    ("case or client numbers", _CASE, 1),
    ("case or client numbers", _BARE_CASE, 1),
    ("names beside phone numbers", _NAME_WITH_PHONE, 1),
    ("social security numbers", _SOCIAL, 1),
    ("phone numbers", _PHONE, 2),
    ("ages of minors", _AGE, 2),
)
"""What is looked for, and how often it must occur before it is worth a warning."""


def suspicions(texts: Iterable[str]) -> tuple[str, ...]:
    """What in `texts` looks like data of the people served: "dates of birth (3)". Never the data itself."""
    counts: Counter[str] = Counter()
    least = {name: enough for name, _, enough in _SIGNS}
    for text in texts:
        for name, pattern, _ in _SIGNS:
            counts[name] += sum(1 for _ in pattern.finditer(text))
    return tuple(f"{name} ({counts[name]})" for name, enough in least.items() if counts[name] >= enough)


def warning(texts: Iterable[str]) -> tuple[str, ...]:
    """One line for the user when evidence seems to hold such data; none when it does not."""
    signs = suspicions(texts)
    if not signs:
        return ()
    advice = "An audit holds none: keep a count, or a copy with it blacked out"
    return (f"this looks like data of the people you serve: {', '.join(signs)}. {advice}",)
