"""Finds an address by its postcode: with the house number, or alone where the code stands for one door."""

from collections.abc import Iterable, Iterator, Sequence

from auditor.confidential.address.forms import Target
from auditor.confidential.address.grade import Verdict
from auditor.confidential.address.place import match_town
from auditor.confidential.address.postcodes import FINE, PATTERNS, code_of
from auditor.confidential.address.window import Window
from auditor.confidential.address.words import NUMBER_SIGNS, OTHER_NUMBERS, STATES
from auditor.core.status import Confidence, Grade

_BETWEEN = NUMBER_SIGNS | frozenset(["in", "zip", "code", "postcode", "postal", "at", "and", "with", "plz"])


def literals(targets: Iterable[Target]) -> set[str]:
    """What must be in a text (as figures run together, or word for word) for a code to be found."""
    found = set()
    for target in targets:
        parts = target.parts
        if parts.postcode and parts.country in FINE:
            # The half of the code that stands for few doors.
            found.add(parts.postcode[-4:] if parts.country == "ie" else parts.postcode[-3:])
        elif parts.plus4:
            found.add(parts.postcode)
    return found


def found(window: Window, target: Target) -> Iterator[tuple[int, int, Verdict]]:
    """First token, end and verdict of each place where the target's code gives it away."""
    parts = target.parts
    if not parts.postcode:
        return
    for index, stop in _codes(window, target):
        first = _number_near(window, index, target)
        if first is not None:
            fine = parts.country in FINE
            yield (
                first,
                stop,
                Verdict(
                    Grade.PROBABLE if fine else Grade.PARTIAL,
                    Confidence.MEDIUM,
                    "number-postcode",
                    "house number and postcode, no street",
                ),
            )
        elif parts.country == "ie":
            yield (
                index,
                stop,
                Verdict(Grade.PROBABLE, Confidence.HIGH, "door-code", "a postcode that stands for one door"),
            )
        elif _has_plus4(window, index, target):
            yield (
                index,
                index + 2,
                Verdict(
                    Grade.PARTIAL,
                    Confidence.MEDIUM,
                    "zip-plus-4",
                    "the nine-figure ZIP code, which stands for few doors",
                ),
            )


def _codes(window: Window, target: Target) -> Iterator[tuple[int, int]]:
    """Tokens at which the target's postcode stands."""
    parts, tokens = target.parts, window.tokens
    fine = parts.country in FINE
    for index, token in enumerate(tokens.items):
        if not fine:
            if token.kind == "d" and token.text in (parts.postcode, parts.postcode + parts.plus4):
                yield index, index + 1
            continue
        if not parts.postcode.startswith(token.text):
            continue
        shape = PATTERNS[parts.country].match(tokens.text, token.start)
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


def _in_town(window: Window, at: int, target: Target) -> bool:
    return any(at < first + match_town(window, first, target) for first in range(max(0, at - 3), at + 1))


def verdicts() -> Sequence[str]:
    """The rules of this module."""
    return ("number-postcode", "door-code", "zip-plus-4")
