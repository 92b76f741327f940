"""Reads the house number that stands before a street, and compares it with the wanted one."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.claims import begins_slug, is_cell, is_claimed, is_labelled
from auditor.confidential.address.reading.compare import (
    LABELLED,
    LOOKALIKE,
    NEAR,
    OTHER,
    SAME,
    SPOKEN,
    Seen,
    compare,
    compare_hyphened,
)
from auditor.confidential.address.reading.flats import (
    before_brackets,
    flat_begins,
    has_flat_behind,
    is_flat_before,
)
from auditor.confidential.address.reading.house_said import in_own_words, in_words, words_before
from auditor.confidential.address.vocabulary.numbers import LOOKALIKES, REPEATS
from auditor.confidential.address.vocabulary.streets import DIRECTIONS
from auditor.confidential.address.vocabulary.words import UNITS
from auditor.confidential.address.window import Window

_RANGE_WORDS = frozenset(["to", "through", "thru", "til", "till", "a", "au", "al", "tot"])
"""Words between the ends of a range of numbers; folding takes the accent off the French one."""


def before(window: Window, index: int, target: Target) -> Seen | None:
    """The house number whose last token is `index`, or None when there is no number."""
    tokens = window.tokens
    if grid := _grid(window, index, target):
        return grid
    outside = -1 if target.is_number(tokens.word(index)) else before_brackets(window, index)
    if outside >= 0 and tokens.is_digits(outside):
        seen = before(window, outside, target)
        return seen and Seen(seen.state, seen.first, index + 1)
    stop, letter, fraction = index + 1, "", ""
    word = tokens.word(index)
    if tokens.is_digits(index - 1) and is_letter(window, index):
        if not tokens.gap(index - 1) and (mixed := _lookalike(window, index, target)):
            return mixed
        if not tokens.is_digits(index):
            letter, index = word, index - 1
    elif _is_fraction(window, index):
        fraction, index = f"{tokens.word(index - 1)}/{word}", index - 2
    elif word == "half" and (whole := _before_half(window, index)) >= 0:
        fraction, index = "1/2", whole
    if tokens.is_digits(index):
        if mixed := _lookalike(window, index, target):
            return mixed
        return _figures(window, index, stop, letter, fraction, target)
    seen = _lookalike(window, index, target) or in_own_words(window, index, target, -1)
    return seen or in_words(window, index, target)


def is_letter(window: Window, index: int) -> bool:
    """True when the token at `index` is a letter behind a house number, or a word such as "bis"."""
    gap, word = window.tokens.gap(index - 1).strip(" "), window.tokens.word(index)
    return (gap in ("", "-", *(("/",) if word.isalpha() else ())) and len(word) == 1) or (
        gap in ("", "-", ",", "(") and word in REPEATS
    )


def _is_fraction(window: Window, index: int) -> bool:
    """True when the tokens up to `index` are a house number with a fraction: "1247 1/2"."""
    tokens = window.tokens
    apart = tokens.gap(index - 2)
    if tokens.gap(index - 1) != "/" or apart.strip(" ") not in ("", "-") or not 0 < len(apart) <= 3:
        return False
    if not tokens.is_digits(index - 2):
        return False
    return all(tokens.is_digits(i) and len(tokens.word(i)) == 1 for i in (index - 1, index))


def _before_half(window: Window, index: int) -> int:
    """The last token of the number before "and a half" or "one-half", or -1."""
    tokens = window.tokens
    if tokens.word(index - 1) not in ("a", "one"):
        return -1
    index -= 3 if tokens.word(index - 2) == "and" else 2
    return index if window.near(index) else -1


def _range_start(window: Window, index: int) -> int:
    """The number before a word such as "to" before the number at `index`, perhaps with "bis"; or -1."""
    tokens = window.tokens
    apart = tokens.gap(index - 1) == tokens.gap(index - 2) == " "
    low = index - 2 - (tokens.word(index - 2) in REPEATS)
    return low if apart and tokens.word(index - 1) in _RANGE_WORDS and tokens.is_digits(low) else -1


def _figures(window: Window, index: int, stop: int, letter: str, fraction: str, target: Target) -> Seen:
    tokens = window.tokens
    number, first, state = tokens.word(index), index, ""
    if tokens.is_digits(index - 1):
        number, first, state = _joined_figures(window, index, target)
    if not state and (listed := _listed(window, index, target)):
        first, state = listed
    if not state and (said := words_before(window, first)) and target.is_number(said[0] + number):
        # "twelve 47"
        return Seen(SPOKEN, said[1], stop)
    if not state and (low := _range_start(window, index)) >= 0:
        spans = may_span(tokens.word(low), number) or not target.is_number(number)
        # "Take Route 9 to 1247 Maple Street" spans no houses.
        spans = spans and not is_claimed(window, low)
        first, state = (low, compare_hyphened(target, tokens.word(low), number)) if spans else (first, "")
    if not state:
        state = compare(target, number, letter, fraction)
    # "ages 18-88. Prospect Avenue" is a sentence's end.
    ended = first < index and tokens.gap(index).startswith(". ")
    if state != OTHER and (ended or is_claimed(window, first)):
        labelled = state == SAME and not ended and is_labelled(window, first)
        labelled = labelled and tokens.gap(index) in (" ", ". ", ") ", "/")
        state = LABELLED if labelled else OTHER
    return Seen(state, first, stop)


def _listed(window: Window, index: int, target: Target) -> tuple[int, str] | None:
    """Where the wanted number stands in a list of houses that ends at `index`, and how it compares:
    "61, 63a and 65 Harrow Lane".
    """
    tokens, last = window.tokens, index
    for _ in range(_MOST_LISTED):
        worded = tokens.word(last - 1) in _AND
        sign = tokens.gap(last - 1).strip()
        # Only the last two are joined by a word or sign; before them stand commas.
        if not (worded or sign in ("&", "+") or (last != index and sign == ",")):
            return None
        last -= 1 + worded
        letter = tokens.word(last) if len(tokens.word(last)) == 1 and tokens.gap(last - 1) == "" else ""
        letter = "" if letter.isdecimal() else letter
        last -= bool(letter)
        if not tokens.is_digits(last) or (tokens.is_digits(last - 1) and tokens.gap(last - 1) == ""):
            return None
        if target.is_number(tokens.word(last)) and not is_claimed(window, last):
            return last, compare(target, tokens.word(last), letter, "")
    return None


_AND = frozenset(["and", "or", "und", "et", "y", "e", "en", "o", "oder", "ou", "of"])
_MOST_LISTED = 5


def _joined_figures(window: Window, index: int, target: Target) -> tuple[str, int, str]:
    """The number whose last figures are the token `index` and that other figures stand before: as one
    number, its first token, and how it compares where that is known.
    """
    tokens = window.tokens
    gap, lower, number = tokens.gap(index - 1), tokens.word(index - 1), tokens.word(index)
    if begins_slug(window, index):
        return number, index, ""
    # The zeros of "10:00 4418" are those of a time.
    whole = target.is_number(lower + number) and not lower.startswith("0")
    if whole and gap != " " and not gap.strip("*_`~ "):
        return lower + number, index - 1, ""  # formatting inside the number: "12<b>47</b>"
    if whole and gap in (",", ".", "'", " ") and len(number) == 3 and len(lower) <= 3:
        return lower + number, index - 1, ""
    if len(gap) == 3 and gap.strip() == "-" and target.is_number(number) and not target.is_hyphened:
        # "House 1 - 718 23rd Street": a dash; and where it is a range, the wanted number ends it.
        return number, index, ""
    if gap.strip() == "-" and len(gap) <= 3:
        further = tokens.is_digits(index - 2) and tokens.gap(index - 2) in ("-", ".", "/")
        if further and is_flat_before(window, index - 1, len(lower)):
            further = False
        return number, index - 1, OTHER if further else compare_hyphened(target, lower, number)
    if (
        (whole and gap.strip(" ") in ("", "/") and target.is_hyphened)
        or (gap.strip() in ("&", "+") and target.is_number(lower))
        or (gap == "." and target.is_number(lower) and _HALVES.get(target.parts.fraction) == number)
        or (gap == "/" and tokens.gap(index - 2) != "/" and _is_range(target, lower, number))
    ):
        return number, index - 1, SAME
    if whole and gap == " " and len(number + lower) >= 4 and tokens.word(index - 2) not in UNITS:
        # "12 47" for 1247, as it is spoken; or torn in two, as "124 7".
        return number, index - 1, NEAR
    if gap == "/" and has_flat_behind(target, lower, number):
        return number, index - 1, SAME if number == target.parts.unit else NEAR
    if is_cell(window, index):
        return number, index, ""
    if gap in (".", ":", ",") or (gap == "/" and tokens.gap(index - 2) == "/"):
        return number, index, OTHER
    return number, flat_begins(window, index - 1) if gap == "/" else index, ""


_HALVES = {"1/2": "5", "1/4": "25", "3/4": "75"}
"""Fractions as decimals."""


def may_span(low: str, high: str) -> bool:
    """True when houses from `low` to `high` may stand side by side: "1861 - 1863", not "12 - 905"."""
    return 0 < int(high) - int(low) <= 100


def _is_range(target: Target, low: str, high: str) -> bool:
    """True when "low/high" are neighbouring houses of which the wanted one is the first, or where the second
    is cut short either: "2316/18". In Australia and New Zealand that is a flat.
    """
    if len(low) == len(high) >= 2:
        return target.is_number(low) and 0 < int(high) - int(low) <= 20
    if len(high) != 2 or len(low) < 3 or target.parts.country in ("au", "nz"):
        return False
    whole = low[:-2] + high
    beside = 0 < int(whole) - int(low) <= 20 and int(whole) % 2 == int(low) % 2
    return beside and (target.is_number(low) or target.is_number(whole))


def _grid(window: Window, index: int, target: Target) -> Seen | None:
    number = target.parts.number
    if not number[:1].isalpha():
        return None
    text = ""
    for first in range(index, max(-1, index - 6), -1):
        word = window.tokens.word(first)
        text = DIRECTIONS.get(word, word) + text
        if target.is_number(text):
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


def is_unit(window: Window, index: int) -> bool:
    """True when the token at `index` is the number of a flat or floor, not of a house."""
    return index > 0 and window.tokens.word(index - 1) in UNITS and window.close(index - 1)
