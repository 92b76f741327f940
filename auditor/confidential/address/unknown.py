"""Recognises that a text holds a postal address, whosever it is, for a person to sort."""

import re
from collections.abc import Iterator

from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.streets import STREET_TYPES
from auditor.confidential.address.vocabulary.words import STATES
from auditor.confidential.fold import fold
from auditor.confidential.glance import glance
from auditor.core.match import Match
from auditor.core.shape import shape_of
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
# Every repetition is bounded and every pattern is tried only where a cheap hint stands: time is linear.
_NUMBER_HINT = re.compile(r"\d[A-Za-z]?,?[ \t\n]{1,3}(?=[A-ZÀ-ÖØ-Þ]|\d{1,3}(?:st|nd|rd|th))")
_NUMBER_SHAPE = re.compile(rb"0[aA]?,? {1,3}(?=[AL0])")
"""The same in the shape of a text, in which one literal character is looked for, and not any digit."""
_NUMBERED = re.compile(
    r"(?<![\w$€£.,/-])(\d{1,6}(?:-\d{1,4})?[A-Za-z]?(?:\s1/2)?(,?)[ \t\n]{1,3})"
    rf"((?:(?:{_NAME}|\d{{1,3}}(?:st|nd|rd|th)\b)[ \t]{{1,3}}){{1,5}}{_NAME})"
)
_BOXES = ("box", "postfach")
_BOX = re.compile(r"\b(?i:p\.?\s?o\.?\s?box|post office box|postfach)\s{0,2}#?\d{1,7}\b")
_JOINED = re.compile(
    r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}?(?:\s[A-ZÀ-ÖØ-Þ][a-zß-ÿ'’-]{0,24}){0,2}?"
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|straat|laan|gracht|plein)\s\d{1,4}\s?[a-z]?\b"
)
_JOINED_ENDINGS = ("raße", "tr.", "weg", "latz", "asse", "llee", "raat", "laan", "acht", "lein")
_LEADING = ("rue", "avenue", "boulevard", "place", "chemin", "impasse", "quai")
_FRENCH = re.compile(
    r"\b\d{1,4}(?:\s(?:bis|ter))?,?\s(?i:rue|avenue|boulevard|place|chemin|impasse|quai)"
    rf"\s(?:(?:de|du|des|la|le|les|d'|l')\s?){{0,2}}{_NAME}"
)
_TRAILING = (
    "Calle", "calle", "Avenida", "Paseo", "Plaza", "Via", "Viale", "Piazza", "Corso", "Rua", "Travessa", "C/",
)  # fmt: skip
"""Types that stand before the name."""
_LAST_SHAPE = re.compile(rb"0(?<=[ .a]0)0{0,3}(?!0)")
"""A number of up to four digits, and what may stand right before it: white space, "n" or "nº.". """
_SOUTHERN_REACH = 110
"""Characters that such an address may have behind its type."""
_SOUTHERN = re.compile(
    r"(?:[Cc]alle|Avenida|Paseo|Plaza|Via|Viale|Piazza|Corso|Rua|Travessa|C/)"
    rf"\s(?:(?:de|del|di|da|do|dos|la|el|los|las)\s){{0,2}}{_NAME}(?:\s{_NAME}){{0,2}}"
    r",?\s(?:n\.?º?\s?)?\d{1,4}\b"
)
_BEHIND = [ending.replace("ß", "ss").replace(".", " ") + " " for ending in _JOINED_ENDINGS]
_BEHIND += [word + " " * gap for word in _BOXES for gap in range(4)]
_TYPE_BY_DIGIT = re.compile(
    f"0(?:{'|'.join(f'(?<={type_}.)' for type_ in _BEHIND)}"
    f"|(?: bis| ter)? {{1,2}}(?:{'|'.join(_LEADING)}) )".encode()
)
"""What every address known by such a type holds, in plain letters, spaces for signs, noughts for digits."""
_LETTERED = r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|(?:NSW|VIC|QLD|TAS|ACT) \d{4})"
"""British, Canadian and Australian postcodes."""
_TOWN = r"[A-ZÀ-ÖØ-Þ](?:[^\W\d]|[.'’-]){1,20}(?!\d)"
_TAIL = re.compile(
    r"(?:[\s,]{1,4}(?i:north|south|east|west|[ns][ew]|[nsew])\b\.?)?"
    r"(?:[\s,-]{1,4}(?:(?i:suite|ste|apt|unit|floor|fl|room|rm)\b\.?|#)\s?#?[\w-]{1,6}"
    r"|[\s,-]{1,4}\w{2,8}\s(?i:floor)\b)?"
    r"(?:[\s,]{1,4}\d{4,5}(?=\s[A-Z]))?"
    rf"(?:[\s,]{{1,4}}{_TOWN}(?:\s(?!(?:NSW|VIC|QLD|TAS|ACT)\b){_TOWN}){{0,3}})?"
    rf"(?:[\s,]{{1,4}}(?:{_CODES})\b\.?)?(?:[\s,]{{1,4}}(?:\d{{5}}(?:-\d{{4}})?|{_LETTERED})\b)?"
)
_LOCATED = re.compile(rf"\d{{4,5}}|,\s*(?:{_CODES})\b|{_LETTERED}\b")


def unknown_in(text: str) -> Iterator[Match]:
    """Postal addresses by their general shape, as published. Time is linear in the length of the text."""
    shape = shape_of(text)
    for likely in _NUMBER_SHAPE.finditer(shape):
        hint = _NUMBER_HINT.match(text, likely.start())
        if hint is None:
            continue
        start = hint.start()
        while (
            start > 0
            and hint.start() - start < 12
            and (text[start - 1].isdecimal() or text[start - 1] == "-")
        ):
            start -= 1
        yield from _numbered(text, _NUMBERED.match(text, start), hint.end())
    yield from _southern(text, shape)
    yield from _by_type(text)


def _southern(text: str, shape: bytes) -> Iterator[Match]:
    """Addresses in which the type stands before the name, and the number behind it."""
    ahead = max(map(len, _TRAILING)) + _SOUTHERN_REACH
    wanted: set[str] = set()
    for number in _LAST_SHAPE.finditer(shape):
        near = text[max(0, number.start() - ahead) : number.start()]
        wanted.update(word for word in _TRAILING if word in near)
    for word in (word for word in _TRAILING if word in wanted):
        for at in _before_space(text, word):
            yield from _shaped(text, _SOUTHERN, at, 0, len(word) + _SOUTHERN_REACH)


def _by_type(text: str) -> Iterator[Match]:
    """Addresses known by a type that is joined to the name, or stands before it; and post office boxes."""
    seen = glance(fold(text))
    if not _TYPE_BY_DIGIT.search(seen.ruled):
        return
    for ending in _JOINED_ENDINGS:
        for at in _before_space(text, ending):
            if text[at + len(ending) + 1 : at + len(ending) + 2].isdigit():
                yield from _shaped(text, _JOINED, at, 90, 12)
    lower = text.lower()
    lower = lower if len(lower) == len(text) else text
    for word in _BOXES:
        for at in _all(lower, word):
            yield from _shaped(text, _BOX, at, 13, len(word) + 16)
    for word in _LEADING:
        for at in _before_space(lower, word):
            if lower[at - 1 : at].isspace():
                yield from _shaped(text, _FRENCH, at, 12, len(word) + 60)


def _all(text: str, word: str) -> Iterator[int]:
    """Where `word` stands."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _before_space(text: str, word: str) -> Iterator[int]:
    """Where `word` stands before white space."""
    return (at for at in _all(text, word) if text[at + len(word) : at + len(word) + 1].isspace())


def _shaped(text: str, pattern: re.Pattern[str], at: int, back: int, ahead: int) -> Iterator[Match]:
    """An address of a shape that holds the position `at`, or begins there where `back` is 0."""
    start, stop = max(0, at - back), at + ahead
    if not back:
        first = pattern.match(text, at, stop)
        if first:
            yield from _matched(text, first.start(), first.end(), plain=True)
        return
    for found in pattern.finditer(text, start, stop):
        if found.start() <= at < found.end():
            yield from _matched(text, found.start(), found.end(), plain=True)


def _numbered(text: str, found: re.Match[str] | None, name_at: int) -> Iterator[Match]:
    """An address of number, name and type whose name begins at `name_at`."""
    if found is None or found.start(3) != name_at:
        return
    for index, word in enumerate(re.finditer(r"\S+", found[3])):
        plain = word[0].lower().strip(".,")
        if index and plain in STREET_TYPES:
            # A year before a name is usually no house number: "2016 Iain Lane".
            year = found[2] or re.match(r"(?:19|20)\d\d\b", found[1]) or "-" in found[1]
            end = found.start(3) + word.end()
            yield from _matched(text, found.start(), end, plain=plain in _PLAIN_TYPES and not year)
            return


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
