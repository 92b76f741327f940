"""Tells house numbers from figures that stand for something else: prices, dates, numbers of other things."""

import re

from auditor.confidential.address.vocabulary.dates import ENGLISH_MONTHS
from auditor.confidential.address.vocabulary.lists import words
from auditor.confidential.address.vocabulary.words import NUMBER_SIGNS, OTHER_NUMBERS, UNITS
from auditor.confidential.address.window import Window

_MONEY = re.compile(r"[$€£¥]\s?$")
_MONTHS = ENGLISH_MONTHS | words("jan feb mar apr jun jul aug sept sep oct nov dec")
_UNIT_FIELDS = UNITS.keys() - {
    "building",
    "bldg",
    "block",
    "blk",
    "lot",
    "door",
    "key",
    "front",
    "rear",
    "side",
}
"""Names of fields that hold the number of a flat, and no house's."""
_POST = frozenset(["po", "o", "office", "post", "letter", "mail"])


def begins_slug(window: Window, index: int) -> bool:
    """True where a part of a URL's path begins with the number: "/2024/05/1247-north-maple-street"."""
    return window.tokens.gap(index - 1) == "/" and window.tokens.gap(index) in ("-", "_", "+")


def is_cell(window: Window, first: int) -> bool:
    """True where the figures before the number and its comma are another cell of a record.

    So they are in "7,318 Maple St" at the front of a line, and in "12,3906 Maple St" anywhere: thousands have
    three figures.
    """
    tokens = window.tokens
    if tokens.gap(first - 1) != ",":
        return False
    start = tokens[first - 1].start
    return len(tokens.word(first)) > 3 or (start > 0 and tokens.text[start - 1] == "\n")


def is_claimed(window: Window, first: int) -> bool:
    """True when what stands before the number makes it something else than a house number."""
    tokens = window.tokens
    start = tokens[first].start
    head = tokens.text[max(0, start - 3) : start]
    tail = tokens.text[tokens[first].end : tokens[first].end + 2]
    if _MONEY.search(head) or head.endswith("%") or tail.startswith(("%", "°", "$", "€", "£")):
        return True
    if first == 0:
        return is_labelled(window, first)
    gap, word = tokens.gap(first - 1), tokens.word(first - 1)
    if gap == "" and not tokens.is_digits(first - 1):
        # Letters run together with figures: "no1247" is a number, "ab1247" is not one of a house.
        if word in UNITS:
            return False
        return word in OTHER_NUMBERS or (len(word) <= 2 and word not in NUMBER_SIGNS)
    if tokens.is_digits(first - 1) and not _ends_lines(window, first):
        return gap in (".", ",", "-", "/", ":") and not (begins_slug(window, first) or is_cell(window, first))
    if window.sentence_ends(first - 1):
        return False
    if word == "box" and gap == tokens.gap(first) == " " and tokens.word(first - 2) not in _POST:
        # "Box 1247 N. Maple St": a box has no street behind it, unless it is one of the post's.
        return False
    if word in _MONTHS and gap.strip(" .") == "" and len(tokens.word(first)) <= 2:
        # "September 9, Maple Street": a date, unless the figures belong to the street at once.
        return tokens.gap(first).startswith(",") or is_labelled(window, first)
    ahead = tokens.gap(first - 2)
    joined = window.close(first - 2) and "\n" not in ahead
    if word in NUMBER_SIGNS and joined and tokens.word(first - 2) in OTHER_NUMBERS:
        # "part no. 1247"
        return not ahead.startswith(". ") or tokens.word(first - 2) in _CUT_SHORT
    return is_labelled(window, first)


_LINES = words(
    "bus buses tram trams streetcar trolley train trains line lines route routes linie linien ligne lignes"
    " linea linee lineas autobus metro"
)
"""What is known by numbers, and stops in streets."""
_MOST_LINES = 8


def _ends_lines(window: Window, first: int) -> bool:
    """True for the last of the lines of buses that are listed before a street: "Bus 18, 24, 31 Maple St"."""
    tokens, at = window.tokens, first
    for _ in range(_MOST_LINES):
        if not tokens.is_digits(at) or len(tokens.word(at)) > 3:
            return False
        gap, word = tokens.gap(at - 1), tokens.word(at - 1)
        if word in _LINES:
            return gap in (" ", " #")
        at -= 1 + (word in ("and", "or"))
        if gap not in (", ", " / ", "/", " & ", " ") or (gap == " ") != (word in ("and", "or")):
            return False
    return False


def is_labelled(window: Window, first: int) -> bool:
    """True when a word such as "page" stands before the number, which may number something else by it."""
    if _lists(window, first):
        return True
    if window.tokens.gap(first - 1) == "/" == window.tokens.gap(first):
        # "/news/1247/maple-street-repaving": the number of an article.
        return True
    if first == 0:
        return False
    if _ends_lines(window, first) or _is_day(window, first):
        return True
    gap, word = window.tokens.gap(first - 1), window.tokens.word(first - 1)
    if word in _UNIT_FIELDS and any(sign in gap for sign in "=\"'"):
        # "unit": "1247", "street": ...
        return True
    if ":" in gap and word in UNITS and window.tokens.gap(first) == " ":
        # "Reading Room: 640 Broadway" tells what is there.
        return False
    if gap.startswith(". ") and word not in _CUT_SHORT:
        # "Please take a box. 17 Maple Street"
        return False
    # A value, or the next part of a path: "zip=1247", "plans.zip/1247-n-maple-st".
    apart = any(sign in gap for sign in "='\"<>`/\\")
    return (
        word in OTHER_NUMBERS and len(gap.strip()) <= 2 and not apart and "\n" not in gap and "," not in gap
    )


_CUT_SHORT = words("ext extn x tel sku ref id p pp vol ch sec rm acct rt rte fig ver v pl no nr")
"""Words of `OTHER_NUMBERS` that a full stop behind them does not end a sentence with."""


def _is_day(window: Window, first: int) -> bool:
    """True for the day of a date at once before a street: "On May 14 Larkfield Terrace is closed"."""
    tokens = window.tokens
    if tokens.word(first - 1) not in _MONTHS or tokens.gap(first - 1) not in (" ", ". "):
        return False
    return len(tokens.word(first)) <= 2 and 0 < int(tokens.word(first)) <= 31


def _lists(window: Window, first: int) -> bool:
    """True for the number of an item in a list, at the front of a line: "17. Maple St", "4) Maple St"."""
    tokens = window.tokens
    ahead = (
        tokens.text[: tokens[first].start].rstrip(" \t")
        if first == 0
        else tokens.gap(first - 1).rstrip(" \t")
    )
    fronts = not ahead or ahead.endswith("\n")
    if len(tokens.word(first)) == 1 and tokens.gap(first) == ". ":
        return True
    return fronts and len(tokens.word(first)) <= 2 and tokens.gap(first).startswith((". ", ") "))
