"""Finds an address by its postcode: with the house number, or alone where the code stands for one door."""

from collections.abc import Iterable, Iterator

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.grade import Verdict
from auditor.confidential.address.reading.nearby import match_town
from auditor.confidential.address.typed.street_name import JOINED_NAME
from auditor.confidential.address.vocabulary.numbers import ordinal_value
from auditor.confidential.address.vocabulary.postcodes import FINE, PATTERNS, code_of
from auditor.confidential.address.vocabulary.streets import STREET_TYPES
from auditor.confidential.address.vocabulary.words import (
    FIELD_NAMES,
    NOT_TOWNS,
    NUMBER_SIGNS,
    OTHER_NUMBERS,
    STATES,
    UNITS,
)
from auditor.confidential.address.window import Window
from auditor.core.status import Confidence, Grade

_BETWEEN = NUMBER_SIGNS | frozenset(
    ["in", "zip", "code", "postcode", "postal", "at", "and", "with", "plz", "the", "our", "of", "area"]
)
_NO_STREETS = (_BETWEEN | UNITS.keys() | FIELD_NAMES | NOT_TOWNS) - STREET_TYPES.keys()
"""Words before a house number that are no street's name."""


def literals(targets: Iterable[Target]) -> set[str]:
    """What must be in a text (as figures run together, or word for word) for a code to be found."""
    found = set()
    for target in targets:
        parts = target.parts
        if parts.postcode and parts.country in FINE:
            # A half that no blank cuts; where there is a choice, the one that stands for few doors.
            half = {"ie": parts.postcode[-4:], "nl": parts.postcode[:4]}
            found.add(half.get(parts.country, parts.postcode[-3:]))
        elif parts.plus4:
            found.add(parts.postcode)
    return found


class CodeIndex:
    """The postcodes of all addresses, for looking up at any token."""

    __slots__ = ("_fine", "_plain")

    def __init__(self, targets: Iterable[Target]) -> None:
        self._plain: dict[str, list[Target]] = {}
        self._fine: list[Target] = []
        for target in targets:
            parts = target.parts
            if parts.country in FINE and parts.postcode:
                self._fine.append(target)
            elif parts.postcode:
                for code in {parts.postcode, parts.postcode + parts.plus4}:
                    self._plain.setdefault(code, []).append(target)

    def found(self, window: Window) -> Iterator[tuple[int, int, Target, Verdict]]:
        """First token, end, address and verdict of each place where a code gives an address away."""
        for index, token in enumerate(window.tokens.items):
            for target in self._plain.get(token.text, ()):
                yield from _judged(window, index, index + 1, target)
        for target in self._fine:
            for index, stop in _fine_codes(window, target):
                yield from _judged(window, index, stop, target)


def _judged(
    window: Window, index: int, stop: int, target: Target
) -> Iterator[tuple[int, int, Target, Verdict]]:
    country = target.parts.country
    first = _number_near(window, index, target)
    if first is None and country in FINE and _number_follows(window, stop, target):
        first, stop = index, stop + 1
    if first is None and _number_announced(window, stop, target):
        first, stop = index, stop + 2
    if first is not None:
        other = country in FINE and _behind_street(window, first)
        reason = "house number and postcode, " + ("but another street" if other else "no street")
        grade = Grade.PARTIAL if other or country not in FINE else Grade.PROBABLE
        yield first, stop, target, Verdict(grade, Confidence.MEDIUM, "number-postcode", reason)
    elif country == "ie":
        reason = "a postcode that stands for one door"
        yield index, stop, target, Verdict(Grade.PROBABLE, Confidence.HIGH, "door-code", reason)
    elif country in FINE:
        reason = "the postcode, which stands for few doors"
        yield index, stop, target, Verdict(Grade.PARTIAL, Confidence.LOW, "fine-postcode", reason)
    elif _has_plus4(window, index, target):
        reason = "the nine-figure ZIP code, which stands for few doors"
        yield index, index + 2, target, Verdict(Grade.PARTIAL, Confidence.MEDIUM, "zip-plus-4", reason)


def _fine_codes(window: Window, target: Target) -> Iterator[tuple[int, int]]:
    """Tokens at which the target's postcode stands."""
    parts, tokens = target.parts, window.tokens
    shape_of = PATTERNS[parts.country]
    for index, token in enumerate(tokens.items):
        if not parts.postcode.startswith(token.text):
            continue
        shape = shape_of.match(tokens.text, token.start)
        if shape and code_of(shape, parts.country) == parts.postcode:
            stop = index + 1
            while stop < len(tokens) and tokens[stop].start < shape.end():
                stop += 1
            yield index, stop


def _has_plus4(window: Window, index: int, target: Target) -> bool:
    tokens, plus4 = window.tokens, target.parts.plus4
    return bool(plus4) and tokens.word(index + 1) == plus4 and tokens.gap(index).strip() in ("-", "")


def _number_near(window: Window, index: int, target: Target) -> int | None:
    """The token of the house number when only the town stands between it and the code at `index`."""
    tokens = window.tokens
    at = index - 1
    for _ in range(7):
        if at < 0 or not window.near(at):
            return None
        if tokens.is_digits(at):
            return at if _is_house(window, at, target) else None
        word = tokens.word(at)
        if word not in _BETWEEN and word not in STATES and not _in_town(window, at, target):
            return None
        at -= 1
    return None


def _number_follows(window: Window, stop: int, target: Target) -> bool:
    """True when the house number stands right behind a code that ends before `stop`: "3511 NR 214"."""
    tokens = window.tokens
    plain = (
        stop < len(tokens)
        and tokens.gap(stop - 1).strip(" ,#") in ("", "/")
        and "\n" not in tokens.gap(stop - 1)
    )
    return plain and tokens.is_digits(stop) and target.is_number(tokens.word(stop))


def _number_announced(window: Window, stop: int, target: Target) -> bool:
    """True for "62704, house 1247"."""
    tokens = window.tokens
    signed = tokens.word(stop) in NUMBER_SIGNS and window.near(stop - 1) and window.close(stop)
    return signed and tokens.is_digits(stop + 1) and target.is_number(tokens.word(stop + 1))


def _is_house(window: Window, at: int, target: Target) -> bool:
    tokens = window.tokens
    if not target.is_number(tokens.word(at)):
        return False
    before = tokens.word(at - 1)
    if before in OTHER_NUMBERS and window.close(at - 1):
        return False
    if tokens.is_digits(at - 1) and window.near(at - 1):
        return False
    glued = at > 0 and tokens.gap(at - 1).strip(" ") in ("-", ".", "/", ",") and tokens.is_digits(at - 1)
    return not glued and not tokens.text[max(0, tokens[at].start - 2) : tokens[at].start].strip().endswith(
        ("$", "€", "£")
    )


def _behind_street(window: Window, number: int) -> bool:
    """True when what stands before the token `number` reads like the street that the house is in."""
    tokens, index = window.tokens, number - 1
    gap = tokens.gap(index)
    if gap.strip(" .#") not in ("", ",") or "\n" in gap or window.sentence_ends(index):
        return False
    word = tokens.word(index)
    short = (
        len(word) == 2
        and word in STREET_TYPES
        and (
            window.capital(index - 1)
            or ordinal_value(tokens.word(index - 2) + tokens.word(index - 1)) is not None
        )
    )
    if not word.isalpha() or (len(word) < 3 and not short) or word in _NO_STREETS:
        return False
    typed = word in STREET_TYPES or JOINED_NAME.match(word) is not None
    return typed or window.capital(index)


def _in_town(window: Window, at: int, target: Target) -> bool:
    return any(at < first + match_town(window, first, target) for first in range(max(0, at - 3), at + 1))
