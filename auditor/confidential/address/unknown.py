"""Recognises that a text holds a postal address, whosever it is, for a person to sort."""

import re
from collections.abc import Iterator

from auditor.confidential.address.lists import words
from auditor.confidential.address.streets import STREET_TYPES
from auditor.confidential.address.words import STATES
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

LABEL = "unlisted address"
"""Shown for an address that is neither confidential nor public on the user's lists."""

_PLAIN_TYPES = words(
    """
    street st avenue ave av road rd boulevard blvd lane ln drive dr court ct place pl terrace ter
    circle cir parkway pkwy highway hwy square sq close crescent cres broadway trail trl pike mews
    """
)
"""Types that make an address without a town behind it; the others are everyday words as well."""

_CODES = "|".join(sorted(s.upper() for s in STATES if len(s) == 2))
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{0,24}\.?"
# Every repetition is bounded and follows a figure or a fixed word, so that time is linear in the text.
_NUMBERED = re.compile(
    r"(?<![\w$€£.,/-])\d{1,6}(?:-\d{1,4})?[A-Za-z]?(?:\s1/2)?,?[ \t\n]{1,3}"
    rf"((?:(?:{_NAME}|\d{{1,3}}(?:st|nd|rd|th)\b)[ \t]{{1,3}}){{1,5}}{_NAME})"
)
_BOX = re.compile(r"\b(?i:p\.?\s?o\.?\s?box|post office box|postfach)\s{0,2}#?\d{1,7}\b")
_JOINED = re.compile(
    r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}?(?:\s[A-ZÀ-ÖØ-Þ][a-zß-ÿ'’-]{0,24}){0,2}?"
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|straat|laan|gracht|plein)\s\d{1,4}\s?[a-z]?\b"
)
_JOINED_HINT = re.compile(r"(?:tra(?:ß|ss)e|tr\.|weg|latz|asse|llee|traat|laan|racht|lein)\s\d")
_ROMANCE = re.compile(
    r"\b(?:\d{1,4}(?:\s(?:bis|ter))?,?\s(?i:rue|avenue|boulevard|place|chemin|impasse|quai)"
    rf"\s(?:(?:de|du|des|la|le|les|d'|l')\s?){{0,2}}{_NAME}"
    r"|(?i:calle|avenida|paseo|plaza|via|viale|piazza|corso|rua|travessa|c/)"
    rf"\s(?:(?:de|del|di|da|do|dos|la|el|los|las)\s){{0,2}}{_NAME}(?:\s{_NAME}){{0,2}}"
    r",?\s(?:n\.?º?\s?)?\d{1,4}\b)"
)
_TAIL = re.compile(
    r"(?:[\s,]{1,4}(?i:north|south|east|west|[ns][ew]|[nsew])\b\.?)?"
    r"(?:[\s,-]{1,4}(?:(?i:suite|ste|apt|unit|floor|fl|room|rm)\b\.?|#)\s?#?[\w-]{1,6}"
    r"|[\s,-]{1,4}\w{2,8}\s(?i:floor)\b)?"
    r"(?:[\s,]{1,4}\d{4,5}(?=\s[A-Z]))?"
    r"(?:[\s,]{1,4}[A-ZÀ-ÖØ-Þ][\w.'’-]{1,20}(?:\s[A-ZÀ-ÖØ-Þ][\w.'’-]{1,20}){0,3}?)?"
    rf"(?:[\s,]{{1,4}}(?:{_CODES})\b\.?)?(?:[\s,]{{1,4}}\d{{5}}(?:-\d{{4}})?\b)?"
)
_LOCATED = re.compile(rf"\d{{4,5}}|,\s*(?:{_CODES})\b")


def unknown_in(text: str) -> Iterator[Match]:
    """Postal addresses by their general shape, as published. Time is linear in the length of the text."""
    for found in _NUMBERED.finditer(text):
        end = _street_end(found)
        if end:
            yield from _matched(text, found.start(), end[0], plain=end[1])
    for pattern, hint in ((_BOX, None), (_JOINED, _JOINED_HINT), (_ROMANCE, None)):
        if hint is None or hint.search(text):
            for found in pattern.finditer(text):
                yield from _matched(text, found.start(), found.end(), plain=True)


def _street_end(found: re.Match[str]) -> tuple[int, bool] | None:
    """Where the street's type ends among the capitalised words, and whether it is an unmistakable one."""
    at = found.start(1)
    for index, word in enumerate(re.finditer(r"\S+", found[1])):
        plain = word[0].lower().strip(".")
        if index and plain in STREET_TYPES:
            return at + word.end(), plain in _PLAIN_TYPES
    return None


def _matched(text: str, start: int, end: int, *, plain: bool) -> Iterator[Match]:
    tail = _TAIL.match(text, end)
    located = bool(tail and _LOCATED.search(tail[0]))
    if plain or located:
        yield Match(
            start,
            tail.end() if tail and located else end,
            LABEL,
            Kind.OTHER_ADDRESS,
            Grade.PARTIAL,
            Confidence.MEDIUM if located else Confidence.LOW,
            "unknown-address",
            "a postal address that is on neither list",
        )
