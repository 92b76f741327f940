"""Reads the house number that stands behind a street, and compares it with the wanted one."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.compare import (
    NEAR,
    OTHER,
    SAME,
    SPOKEN,
    Seen,
    compare,
    compare_hyphened,
)
from auditor.confidential.address.reading.house import is_letter, may_span
from auditor.confidential.address.reading.house_said import in_own_words
from auditor.confidential.address.vocabulary.numbers import NUMBER_WORDS, spoken
from auditor.confidential.address.vocabulary.slavic import LED, is_slavic
from auditor.confidential.address.window import Window


def behind(window: Window, index: int, target: Target) -> Seen | None:
    """The house number whose first token is `index`, or None."""
    tokens = window.tokens
    if index >= len(tokens):
        return None
    if target.parts.crossing and (seen := _at_crossing(window, index, target)):
        return seen
    if target.parts.number[:1].isalpha() and tokens.gap(index) in ("", "-", " ", ", "):
        return _in_block(window, index, target)
    if not tokens.is_digits(index):
        return in_own_words(window, index, target, 1) or _said(window, index, target)
    number, stop = tokens.word(index), index + 1
    gap = tokens.gap(index)
    if raised := _raised(window, index):
        return Seen(compare(target, number[:-raised], "", ""), index, stop)
    if target.parts.number_last and gap.strip() == "/" and len(gap) <= 3:
        return _with_doors(window, index, target)
    hyphened = tokens.is_digits(stop) and gap.strip() == "-" and len(gap) <= 3
    # "33 - 18952 Coruña", "7 - 0761 555 0199"
    apart = hyphened and gap == " - " and target.is_number(number)
    coded = apart and not may_span(number, tokens.word(stop))
    if hyphened and not coded and tokens.word(stop) != target.parts.postcode:
        return Seen(compare_hyphened(target, number, tokens.word(stop)), index, stop + 1)
    thousands = gap in (",", ".", " ") and (len(tokens.word(stop)) == 3 or not target.parts.route)
    if tokens.is_digits(stop) and thousands and target.is_number(number + tokens.word(stop)):
        return Seen(SAME, index, stop + 1)
    if tokens.is_digits(stop) and gap in (".", ":", "/"):
        return Seen(OTHER, index, stop + 1)
    letter = ""
    in_town = is_slavic(target.parts) and tokens.word(stop) in LED and stop + 1 < len(tokens)
    in_town = in_town and window.capital(stop + 1)
    if tokens.word(stop).isalpha() and is_letter(window, stop) and not in_town:
        letter, stop = tokens.word(stop), stop + 1
    return Seen(compare(target, number, letter, ""), index, stop)


def _in_block(window: Window, index: int, target: Target) -> Seen | None:
    """A number with its block's letter: "Calle 32 B-14", as in Puerto Rico; "Mz. C Lt. 14", as in Peru."""
    tokens, lot = window.tokens, index + 1
    if tokens.word(lot) in ("lt", "lte", "lote", "lot") and window.close(lot):
        lot += 1
    blocked = target.is_number(tokens.word(index) + tokens.word(lot))
    return Seen(SAME, index, lot + 1) if blocked else None


def _said(window: Window, index: int, target: Target) -> Seen | None:
    """The number in English words from `index` on."""
    tokens, stop = window.tokens, index
    while stop < len(tokens) and tokens.word(stop) in NUMBER_WORDS and stop - index < 10:
        stop += 1
    value = spoken([tokens.word(i) for i in range(index, stop)]) if stop > index else None
    return Seen(SPOKEN if target.is_number(value) else OTHER, index, stop) if value else None


def _at_crossing(window: Window, index: int, target: Target) -> Seen | None:
    """A Colombian number from `index` on: "93B-47" and "93 B 47"."""
    tokens, stop, letter = window.tokens, index + 1, ""
    if len(tokens.word(stop)) == 1 and tokens.word(stop).isalpha() and tokens.gap(index) in ("", " "):
        letter, stop = tokens.word(stop), stop + 1
    parted = tokens.gap(stop - 1).strip() in ("", "-", "–") and len(tokens.gap(stop - 1)) <= 3
    if not (tokens.is_digits(index) and tokens.is_digits(stop) and parted):
        return None
    number = tokens.word(index) + tokens.word(stop)
    same = letter == target.parts.letter and target.is_number(number)
    return Seen(SAME if same else OTHER, index, stop + 1)


def _raised(window: Window, index: int) -> int:
    """How many figures at the end of the number are raised, as flats are written: "123²"."""
    written = window.written(index)
    count = len(written) - len(written.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return count if count < len(written) == len(window.tokens.word(index)) else 0


def _with_doors(window: Window, index: int, target: Target) -> Seen:
    """A number with staircase and door behind strokes: "45/2/7"; or two houses: "11/12"."""
    tokens = window.tokens
    stop = index + 1
    while stop < len(tokens) and tokens.gap(stop - 1).strip() == "/" and len(tokens.word(stop)) <= 4:
        stop += 1
    state = compare(target, tokens.word(index), "", "")
    if state == OTHER and stop == index + 2 and target.is_number(tokens.word(index + 1)):
        number = target.parts.number
        if target.parts.country in ("cz", "sk"):
            # "820/9": the house's number in its quarter stands first.
            state = SAME
        elif number.isdecimal() and int(tokens.word(index)) + 2 >= int(number) > 9:
            state = NEAR
    return Seen(state, index, stop)
