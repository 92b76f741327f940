"""Recognises that a street is named together with one that it crosses."""

import re

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.nearby import match_town
from auditor.confidential.address.reading.place import PlaceReader
from auditor.confidential.address.reading.reading import Reading
from auditor.confidential.address.vocabulary.lists import words as listed
from auditor.confidential.address.vocabulary.numbers import ordinal_value
from auditor.confidential.address.vocabulary.streets import LINKS, PREFIX_TYPES, STREET_TYPES
from auditor.confidential.address.window import Window

_CROSSING = listed(
    """
    corner cnr intersection junction crossing crossroads ecke kreuzung esquina esq cruce angle coin carrefour
    croisement angolo incrocio hoek kruising hjornet hornet hjorne rog skrzyzowanie roh
    """
)
_JOINTS = listed("and at near und et y con x n between meets crosses joins intersects mit")
_JOINTS_ANNOUNCED = listed("e i a en og och ou")
"""Words that join two streets where a word such as "corner" stands before them."""


def crosses(window: Window, reading: Reading, *, named: bool) -> int:
    """Where the text goes on behind a crossing of this street with another one, or 0 when it is none."""
    tokens = window.tokens
    if reading.hit.form.weak and not ((reading.kind and named) or reading.on_grid):
        return 0
    announced = any(tokens.word(i) in _CROSSING for i in range(max(0, reading.first - 7), reading.first))
    name = "".join(tokens.word(at) for at in range(reading.hit.first, reading.hit.stop))
    numbered = ordinal_value(name) is not None
    other = _street_at(window, reading.stop, 1, announced=announced, numbered=numbered)
    behind = _past_street(window, reading.stop)
    if not other:
        other = _street_at(window, reading.first - 1, -1, announced=announced, numbered=numbered)
        behind = reading.stop
    if not other:
        return 0
    if announced:
        known = named or window.capital(reading.hit.first) or window.lower_case_text()
        return behind if known else 0
    if named:
        return behind
    # "Maple & 12th", with neither a type nor a word such as "corner".
    after, before = tokens.gap(reading.stop - 1).strip(), tokens.gap(reading.first - 1).strip()
    joined = after in ("&", "@", "/") or before in ("&", "@", "/")
    if not window.capital(reading.hit.first) and not numbered:
        return 0
    if other == "sure" and joined:
        return behind
    # "Maple & Oak, Springfield", "Maple between 4th and 5th, Springfield"
    sure = other == "sure" or joined or (numbered and other == "maybe")
    in_town = reading.place.verdict == "agree" or _town_behind(window, behind, reading.target)
    return behind if sure and in_town else 0


def _town_behind(window: Window, index: int, target: Target) -> bool:
    """True when the town or postcode follows the crossing, perhaps behind a second street that is crossed."""
    return any(place_behind(window, at, target) == "agree" for at in range(index, index + 6))


def _past_street(window: Window, index: int) -> int:
    """The token behind the street that a joint at `index` introduces."""
    tokens = window.tokens
    index += tokens.word(index) in _JOINTS
    for at in range(index, min(index + 4, len(tokens))):
        if at > index and tokens.word(at) == "in":
            return at
        if "," in tokens.gap(at) or tokens.word(at) in STREET_TYPES:
            return at + 1
    return index + 1


def place_behind(window: Window, index: int, target: Target) -> str:
    """What is said about the place from token `index` on: agree, other, doubt, or nothing."""
    return PlaceReader(window, index, target).read().verdict if index < len(window.tokens) else ""


def town_in_sentence(window: Window, index: int, target: Target) -> bool:
    """True when the target's town or postcode is named further on in the sentence: "the Maple Street office
    in Springfield"."""
    tokens = window.tokens
    for at in range(index, min(len(tokens), index + 9)):
        gap = tokens.gap(at - 1)
        if "\n" in gap or window.sentence_ends(at - 1) or not window.near(at - 1):
            return False
        if tokens.word(at) == target.parts.postcode or (
            window.capital(at) and match_town(window, at, target)
        ):
            return True
    return False


_AHEAD = 14
"""How many words ahead of its street a sentence may name the town."""
_IN_SENTENCE = re.compile(r"[,.:;]? {0,2}|' ?| ?['(]| [-&] |\) ?|,' ")
"""What stands between two words of a sentence; no line end, and nothing as in a path or a slug."""


def town_ahead(window: Window, reading: Reading) -> bool:
    """True when the town or postcode was named in the sentence: "The Dayton shelter, off Maple Street".

    Unless another town follows: "A Dayton man bought a house in Maple Street in Salem".
    """
    tokens, target, stop = window.tokens, reading.target, reading.stop
    if tokens.word(stop) == "in" and window.capital(stop + 1) and not match_town(window, stop + 1, target):
        return False
    for at in range(reading.first - 1, max(-1, reading.first - 1 - _AHEAD), -1):
        gap = tokens.gap(at)
        full_stop = gap.startswith((". ", ".\n")) and len(tokens.word(at)) > 3
        if full_stop or window.sentence_ends(at) or _IN_SENTENCE.fullmatch(gap) is None:
            return False
        if tokens.word(at) == target.parts.postcode or (
            window.capital(at) and match_town(window, at, target)
        ):
            return True
    return False


def _street_at(window: Window, index: int, step: int, *, announced: bool, numbered: bool) -> str:
    """Whether a street is joined to the token before `index` (step 1) or behind it (step -1)."""
    tokens = window.tokens
    gap = tokens.gap(index - 1 if step > 0 else index).strip(" .\n")
    if step > 0 and gap == "(" and tokens.word(index) in _JOINTS:
        gap = ""
    if gap in ("&", "@", "/", "+", "x"):
        joint = gap
    elif gap == "" and (
        tokens.word(index) in _JOINTS or (announced and tokens.word(index) in _JOINTS_ANNOUNCED)
    ):
        joint, index = tokens.word(index), index + step
    else:
        return ""
    if step > 0 and tokens.word(index) in ("n", "s", "e", "w", "north", "south", "east", "west"):
        index += 1
    while step > 0 and announced and tokens.word(index) in LINKS | PREFIX_TYPES:
        # "et de la rue Hugo"
        index += 1
    if not 0 <= index < len(tokens):
        return ""
    word, behind = tokens.word(index), tokens.word(index + 1)
    if step < 0:
        typed = word in STREET_TYPES and window.capital(index) and index > 0 and window.capital(index - 1)
        plain = ordinal_value(word) is not None or (
            tokens.word(index - 1).isdecimal() and word in ("th", "st", "nd", "rd")
        )
        return (
            "sure" if typed or plain else "maybe" if (announced or numbered) and window.capital(index) else ""
        )
    ordinal = ordinal_value(word + behind) is not None or ordinal_value(word) is not None
    if ordinal and not (tokens.is_digits(index) and not behind.startswith(("st", "nd", "rd", "th", "ave"))):
        return "sure"
    if window.capital(index) and (behind in STREET_TYPES or tokens.word(index + 2) in STREET_TYPES):
        return "sure"
    allowed = announced or numbered or joint in ("&", "@", "/")
    return (
        "maybe"
        if allowed and (window.capital(index) or window.lower_case_text() or tokens.is_digits(index))
        else ""
    )
