"""What of a typed address is looked for as it is written, where its street and number were not told."""

import re

from auditor.confidential.fold import fold

_SEGMENT = re.compile(r"\s*[,;\n|\u060c\u3001\uff0c\u061b]\s*")
_POSTAL = re.compile(r"[\W_]*\d{4,7}(?:[\s-]\d{2,4})?[\W_]*")
"""Figures alone that are a postcode."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SYLLABLES = "\u1100"
"""From here on a character is a syllable or more."""
_PLAIN_WORD = re.compile(r"[a-z]{3}")


def street_as_typed(text: str) -> str:
    """The lines of `text` with its first figures and the name of a street; all of it where that is unsure."""
    segments = [segment for segment in _SEGMENT.split(text.strip()) if segment]
    at = next((i for i, line in enumerate(segments) if _has_figure(line) and not _POSTAL.fullmatch(line)), -1)
    if at < 0:
        return text
    begin, stop = at, at + 1
    if not _is_named(segments[at]):
        # "Lindenallee, 12" and "12, Lindenallee": the name stands on a line of its own.
        begin, stop = (at - 1, stop) if at else (at, at + 2)
    street = text[text.find(segments[begin]) :]
    last = segments[stop - 1] if stop <= len(segments) else segments[-1]
    return street[: street.find(last) + len(last)]


def tells_a_door(text: str, postcode: str) -> bool:
    """True when the first line of `text` has a word and, its postcode aside, a figure."""
    first = _SEGMENT.split(fold(text).text.strip())[0]
    run = re.sub(r"[^a-z\d]", "", first)
    rest = run.replace(postcode, "") if postcode else run
    return _PLAIN_WORD.search(first) is not None and _has_figure(rest)


def _is_named(line: str) -> bool:
    """True for a line with the name of a street, not with a word such as "house" alone."""
    found = _WORD.findall(line)
    letters = sum(map(len, found))
    return len(found) >= 2 or letters >= (4 if max(line) >= _SYLLABLES else 6)


def _has_figure(text: str) -> bool:
    return any(c.isdecimal() for c in text)
