"""Reads the house number that stands before or behind a street, and compares it with the wanted one."""

import re
from dataclasses import dataclass

from auditor.confidential.address.forms import Target
from auditor.confidential.address.numbers import LOOKALIKES, NUMBER_WORDS, REPEATS, spoken
from auditor.confidential.address.streets import DIRECTIONS
from auditor.confidential.address.window import Window
from auditor.confidential.address.words import NUMBER_SIGNS, OTHER_NUMBERS, UNITS

SAME, NEAR, SIBLING, RANGE, BLOCK, SPOKEN, LOOKALIKE, OTHER = (
    "same", "near", "sibling", "range", "block", "spoken", "lookalike", "other",
)  # fmt: skip
"""How a number compares. near: letter or fraction on one side only; sibling: another letter."""

_MONEY = re.compile(r"[$€£¥]\s?$")


@dataclass(slots=True, repr=False)
class Seen:
    """A number seen in a text: how it compares, and the tokens it takes."""

    state: str
    first: int
    stop: int


def compare(target: Target, number: str, letter: str, fraction: str) -> str:
    """How a plain number compares with the target's."""
    parts = target.parts
    if not target.is_number(number):
        inside = target.is_range and number.isdecimal() and int(parts.number) < int(number) < int(parts.high)
        return RANGE if inside else OTHER
    if letter[:1] != parts.letter[:1]:
        # "12 B" and "12 bis" are the same house.
        return SIBLING if letter and parts.letter else NEAR
    return SAME if fraction == parts.fraction else NEAR


def compare_hyphened(target: Target, low: str, high: str) -> str:
    """How "low-high" compares: one hyphened number, a range, or a number with its flat."""
    if target.is_number(low + high):
        return SAME
    number = target.parts.number
    if target.is_range:
        return SAME if low == number and high == target.parts.high else OTHER
    if high == number and low == target.parts.unit:
        return SAME
    if not number.isdecimal() or target.parts.high:
        return OTHER
    full = low[: len(low) - len(high)] + high if len(high) < len(low) else high
    if len(low) == len(full) and 0 < int(full) - int(low) <= 100:
        if number in (low, full):
            return SAME
        return RANGE if int(low) < int(number) < int(full) else OTHER
    return NEAR if low == number and len(high) <= 2 else OTHER


def before(window: Window, index: int, target: Target) -> Seen | None:
    """The house number whose last token is `index`, or None when there is no number."""
    tokens = window.tokens
    if grid := _grid(window, index, target):
        return grid
    stop, letter, fraction = index + 1, "", ""
    word = tokens.word(index)
    if tokens.is_digits(index - 1) and _is_letter(window, index):
        if not tokens.gap(index - 1) and (mixed := _lookalike(window, index, target)):
            return mixed
        if not tokens.is_digits(index):
            letter, index = word, index - 1
    elif _is_fraction(window, index):
        fraction, index = f"{tokens.word(index - 1)}/{word}", index - 2
    if tokens.is_digits(index):
        if mixed := _lookalike(window, index, target):
            return mixed
        return _figures(window, index, stop, letter, fraction, target)
    return _lookalike(window, index, target) or _in_words(window, index, target)


def _is_letter(window: Window, index: int) -> bool:
    """True when the token at `index` is a letter behind a house number, or a word such as "bis"."""
    gap, word = window.tokens.gap(index - 1).strip(" "), window.tokens.word(index)
    return (gap in ("", "-") and len(word) == 1) or (gap in ("", "-", ",", "(") and word in REPEATS)


def _is_fraction(window: Window, index: int) -> bool:
    """True when the tokens up to `index` are a house number with a fraction: "1247 1/2"."""
    tokens = window.tokens
    if (
        tokens.gap(index - 1) != "/"
        or tokens.gap(index - 2) not in (" ", "-")
        or not tokens.is_digits(index - 2)
    ):
        return False
    return all(tokens.is_digits(i) and len(tokens.word(i)) == 1 for i in (index - 1, index))


def _figures(window: Window, index: int, stop: int, letter: str, fraction: str, target: Target) -> Seen:
    tokens = window.tokens
    number, first = tokens.word(index), index
    state = ""
    if tokens.is_digits(index - 1):
        gap, lower = tokens.gap(index - 1), tokens.word(index - 1)
        if gap.strip() == "-" and len(gap) <= 3:
            first, state = index - 1, compare_hyphened(target, lower, number)
            if tokens.is_digits(index - 2) and tokens.gap(index - 2).strip() in ("-", ".", "/"):
                state = OTHER
        elif (
            gap in (",", ".", "'", " ")
            and len(number) == 3
            and len(lower) <= 3
            and target.is_number(lower + number)
        ):
            number, first = lower + number, index - 1
        elif gap == " " and len(number) == len(lower) == 2 and target.is_number(lower + number):
            # "12 47" for 1247, as it is spoken.
            first, state = index - 1, NEAR
        elif gap.strip() in ("&", "+") and target.is_number(lower):
            first, state = index - 1, SAME
        elif gap in (".", ":", ",") or (gap == "/" and tokens.gap(index - 2) == "/"):
            state = OTHER
        elif gap == "/":
            first = index - 1
    if tokens.word(index - 1) in ("and", "or", "und", "et", "y") and target.is_number(tokens.word(index - 2)):
        first, state = index - 2, SAME
    if not state:
        state = compare(target, number, letter, fraction)
    if state != OTHER and _claimed(window, first):
        state = OTHER
    return Seen(state, first, stop)


def _claimed(window: Window, first: int) -> bool:
    """True when what stands before the number makes it something else than a house number."""
    tokens = window.tokens
    start = tokens[first].start
    head = tokens.text[max(0, start - 3) : start]
    tail = tokens.text[tokens[first].end : tokens[first].end + 2]
    if _MONEY.search(head) or head.endswith("%") or tail.startswith(("%", "°", "$", "€", "£")):
        return True
    if first == 0:
        return False
    gap, word = tokens.gap(first - 1), tokens.word(first - 1)
    if gap == "" and not tokens.is_digits(first - 1):
        # Letters run together with figures: "no1247" is a number, "ab1247" is not one of a house.
        return word in OTHER_NUMBERS or (len(word) <= 2 and word not in NUMBER_SIGNS)
    if tokens.is_digits(first - 1):
        return gap in (".", ",", "-", "/", ":")
    assigned = any(sign in gap for sign in "='\"<>`")
    return (
        word in OTHER_NUMBERS
        and len(gap.strip()) <= 2
        and not assigned
        and "\n" not in gap
        and "," not in gap
    )


def _grid(window: Window, index: int, target: Target) -> Seen | None:
    number = target.parts.number
    if not number[:1].isalpha():
        return None
    text = ""
    for first in range(index, max(-1, index - 6), -1):
        word = window.tokens.word(first)
        text = DIRECTIONS.get(word, word) + text
        if text == number:
            return Seen(SAME, first, index + 1)
        if not window.near(first - 1):
            break
    return None


def _lookalike(window: Window, index: int, target: Target) -> Seen | None:
    """A number in which optical recognition took figures for letters: "I247", "12A7" is not one."""
    tokens = window.tokens
    first = index
    while first > 0 and index - first < 5 and tokens.gap(first - 1) in ("", "|"):
        first -= 1
    text = "".join(tokens.word(i) for i in range(first, index + 1))
    figures_only = text.isdecimal() or len(text) > 8
    if figures_only or not (any(c.isdecimal() for c in text) or (len(text) > 2 and set(text) <= set("oil|"))):
        return None
    return Seen(LOOKALIKE, first, index + 1) if target.is_number(text.translate(LOOKALIKES)) else None


def _in_words(window: Window, index: int, target: Target) -> Seen | None:
    tokens = window.tokens
    first = index
    while first >= 0 and index - first < 10 and tokens.word(first) in NUMBER_WORDS:
        if first < index and not window.near(first):
            break
        first -= 1
    first += 1
    while first <= index and tokens.word(first) == "and":
        first += 1
    if first > index:
        return None
    value = spoken([tokens.word(i) for i in range(first, index + 1)])
    if value is None:
        return None
    return Seen(SPOKEN if target.is_number(value) else OTHER, first, index + 1)


def behind(window: Window, index: int, target: Target) -> Seen | None:
    """The house number whose first token is `index`, or None."""
    tokens = window.tokens
    if index >= len(tokens):
        return None
    if not tokens.is_digits(index):
        stop = index
        while stop < len(tokens) and tokens.word(stop) in NUMBER_WORDS and stop - index < 10:
            stop += 1
        value = spoken([tokens.word(i) for i in range(index, stop)]) if stop > index else None
        return Seen(SPOKEN if target.is_number(value) else OTHER, index, stop) if value else None
    number, stop = tokens.word(index), index + 1
    gap = tokens.gap(index)
    if raised := _raised(window, index):
        return Seen(compare(target, number[:-raised], "", ""), index, stop)
    if target.parts.number_last and gap.strip() == "/" and len(gap) <= 3:
        return _with_doors(window, index, target)
    hyphened = tokens.is_digits(stop) and gap.strip() == "-" and len(gap) <= 3
    if hyphened and tokens.word(stop) != target.parts.postcode:
        return Seen(compare_hyphened(target, number, tokens.word(stop)), index, stop + 1)
    if tokens.is_digits(stop) and gap in (",", ".", " ") and target.is_number(number + tokens.word(stop)):
        return Seen(SAME, index, stop + 1)
    if tokens.is_digits(stop) and gap in (".", ":", "/"):
        return Seen(OTHER, index, stop + 1)
    letter = ""
    if tokens.word(stop).isalpha() and _is_letter(window, stop):
        letter, stop = tokens.word(stop), stop + 1
    return Seen(compare(target, number, letter, ""), index, stop)


def _raised(window: Window, index: int) -> int:
    """How many figures at the end of the number are raised, as flats are written: "123²"."""
    token = window.tokens[index]
    start, end = window.folded.span(token.start, token.end)
    written = window.original[start:end]
    count = len(written) - len(written.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return count if count < len(written) == len(token.text) else 0


def _with_doors(window: Window, index: int, target: Target) -> Seen:
    """A number with staircase and door behind strokes: "45/2/7"; or two houses: "11/12"."""
    tokens = window.tokens
    stop = index + 1
    while stop < len(tokens) and tokens.gap(stop - 1).strip() == "/" and len(tokens.word(stop)) <= 4:
        stop += 1
    state = compare(target, tokens.word(index), "", "")
    if state == OTHER and stop == index + 2 and int(tokens.word(index)) + 2 >= int(target.parts.number) > 9:
        state = NEAR if target.is_number(tokens.word(index + 1)) else OTHER
    return Seen(state, index, stop)


def is_unit(window: Window, index: int) -> bool:
    """True when the token at `index` is the number of a flat or floor, not of a house."""
    return index > 0 and window.tokens.word(index - 1) in UNITS and window.close(index - 1)
