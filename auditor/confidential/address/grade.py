"""Decides what a reading amounts to. The rules are described in docs/matching.md, one section each."""

import re
from dataclasses import dataclass

from auditor.confidential.address import house
from auditor.confidential.address.numbers import ordinal_value
from auditor.confidential.address.reading import Reading
from auditor.confidential.address.streets import STREET_TYPES
from auditor.confidential.address.window import Window
from auditor.confidential.address.words import FOLLOWERS
from auditor.confidential.common_words import COMMON
from auditor.core.status import Confidence, Grade


@dataclass(frozen=True, slots=True)
class Verdict:
    """Grade, confidence, rule and reason of a match."""

    grade: Grade
    confidence: Confidence
    rule: str
    reason: str


_REASONS = {
    "number-street": "number and street",
    "number-street-unsure": "number and street, with something left out or written differently",
    "number-street-typo": "number and street, with a likely typing error",
    "number-in-range": "street and a range of numbers that holds the number",
    "other-type": "number and street name, but another type of street",
    "other-direction": "number and street, but another direction",
    "other-place": "number and street, but perhaps in another town",
    "sibling-number": "number and street, but another letter behind the number",
    "block": "street and the block the number is in",
    "street-place": "street with its town or postcode, no number",
    "cross-streets": "street named with a street it crosses",
}


def decide(window: Window, reading: Reading) -> Verdict | None:
    """What the reading amounts to, or None when it is another address or no address at all."""
    verdict = reading.place.verdict
    if reading.number == house.OTHER or verdict == "other":
        return None
    if reading.number == house.BLOCK:
        return _partial("block") if reading.direction != "other" and reading.kind != "other" else None
    if reading.number and (reading.plural or _is_plain(window, reading, verdict)):
        return None
    if reading.number:
        return _with_number(window, reading, verdict)
    return _without_number(window, reading, verdict)


def _with_number(window: Window, reading: Reading, verdict: str) -> Verdict | None:
    place = reading.place
    # A state alone confirms a street, but not a bare name: "one way or another".
    agrees = verdict == "agree" and (
        place.town or place.postcode or place.other_postcode or bool(reading.kind)
    )
    agrees = agrees or reading.led_by_town
    confirmed = agrees or reading.direction == "same" or reading.place.unit == "same"
    if reading.direction == "other":
        return _partial("other-direction", low=True) if agrees else None
    if reading.kind == "other":
        return _partial("other-type", low=True) if agrees or reading.direction == "same" else None
    if not reading.kind and not confirmed and not _stands_alone(window, reading):
        return None
    if not reading.kind and not confirmed and (reading.number == house.SPOKEN or reading.hit.form.surname):
        return None
    if not reading.kind and reading.hit.form.weak and not (reading.direction == "same" or agrees):
        return None
    if not reading.kind and reading.target.parts.types and not _stands_alone(window, reading, lenient=True):
        return None
    if verdict == "doubt":
        return _partial("other-place", low=True)
    if reading.year and not confirmed:
        return _partial("number-street-unsure", low=True)
    if reading.number == house.SIBLING:
        return _partial("sibling-number")
    return _full(reading, agrees=agrees)


def _full(reading: Reading, *, agrees: bool) -> Verdict | None:
    """Number and street are there: exact, or probable where something is amiss."""
    errors = (
        (reading.hit.quality != "clean")
        + (reading.kind == "typo")
        + (reading.number == house.LOOKALIKE)
        + (reading.place.other_postcode)
    )
    missing = reading.kind == "" and bool(reading.target.parts.types)
    unsure = (
        (missing and not agrees and reading.direction != "same" and reading.place.unit != "same")
        + (reading.direction == "missing" and not agrees)
        + (reading.direction == "added")
        + (reading.kind == "added" and not agrees)
        + (reading.number == house.NEAR)
        + (reading.linked)
        + (reading.hit.form.surname)
    )
    if reading.hit.quality == "typo" and not reading.kind and not agrees and reading.direction != "same":
        return None
    if errors + unsure > 1 and reading.direction == "added" and not agrees:
        return _partial("number-street-unsure", low=True)
    confidence = Confidence.HIGH if errors + unsure <= 1 else Confidence.MEDIUM
    if reading.number == house.RANGE:
        return _verdict(Grade.PROBABLE, Confidence.MEDIUM, "number-in-range")
    if errors:
        return _verdict(Grade.PROBABLE, confidence, "number-street-typo")
    if unsure:
        return _verdict(Grade.PROBABLE, confidence, "number-street-unsure")
    return _verdict(Grade.EXACT, Confidence.HIGH, "number-street")


def _stands_alone(window: Window, reading: Reading, *, lenient: bool = False) -> bool:
    """True when a name without a type reads like a street's: not "1247 maple saplings"."""
    tokens = window.tokens
    stop = reading.core
    if reading.side == "right":
        # A figure behind a word may be anything, unless a sign such as "no." announces it.
        return reading.signed or reading.place.verdict == "agree"
    inner = tokens.gap(reading.hit.first - 1)
    if not lenient and (inner.strip(" .,-_+\n") or (inner in ("", "-") and not _in_path(window, reading))):
        return False
    slug = inner in ("", "-", "_", "+")
    if not lenient and not slug and not window.capital(reading.hit.first) and not window.lower_case_text():
        return False
    if stop >= len(tokens):
        return True
    gap, word = tokens.gap(stop - 1), tokens.word(stop)
    if gap.strip(" ") != "" and not (slug and gap in ("-", "_", "+")):
        return True
    if inner == "" != gap:
        # "1247northmaple-plan.pdf": what is run together ends there.
        return True
    if reading.place.stop > stop or word in FOLLOWERS or tokens.is_digits(stop):
        return True
    return slug and reading.place.verdict == "agree"


def _is_plain(window: Window, reading: Reading, verdict: str) -> bool:
    """True when number and street may as well be everyday words: "One main street runs through town".

    Only small numbers and names of plain words; capitals, a town or unit, a shortened type, a direction
    or a line of its own tell an address from words.
    """
    parts, tokens = reading.target.parts, window.tokens
    small = reading.number == house.SPOKEN or len(parts.number) <= 2
    if not small or parts.route or reading.side != "left" or reading.signed:
        return False
    if any(word not in COMMON and word not in STREET_TYPES for word in parts.name):
        return False
    if verdict or reading.led_by_town or reading.place.unit or reading.directions:
        return False
    spoken_small = reading.number == house.SPOKEN and not window.capital(reading.first)
    if window.capital(reading.hit.first):
        return spoken_small
    typed = tokens.word(reading.core - 1)
    if typed in STREET_TYPES and typed not in STREET_TYPES[typed]:
        return False
    return not _has_line(window, reading)


def _has_line(window: Window, reading: Reading) -> bool:
    """True when nothing else stands on the line."""
    text = window.tokens.text
    before = text[: window.tokens[reading.first].start].rstrip(" \t-*•>\"'(")
    behind = text[window.tokens[reading.stop - 1].end :].lstrip(" \t.,;<\"')")
    return before[-1:] in ("", "\n", ":") and behind[:1] in ("", "\n", "\r")


def _in_path(window: Window, reading: Reading) -> bool:
    """True when number and name are part of a file name or URL, unlike "128-bit"."""
    text = window.tokens.text
    start, end = window.tokens[reading.first].start, window.tokens[reading.core - 1].end
    if re.match(r"\.[a-z]{3,4}\b|/", text[end : end + 6]):
        return True
    hyphened = window.tokens.gap(reading.hit.first - 1) == "-"
    return hyphened and (
        text[max(0, start - 1) : start] in ("/", "_", "=") or text[end : end + 1] in ("_", "-")
    )


def _without_number(window: Window, reading: Reading, verdict: str) -> Verdict | None:
    """A street without the number counts only where something else narrows it down."""
    form = reading.hit.form
    if form.surname and not form.typed:
        return None
    if reading.hit.quality != "clean" or reading.kind == "other" or reading.direction in ("other", "added"):
        return None
    named = reading.kind == "same" or reading.direction == "same"
    if not reading.target.parts.number and named and not form.weak:
        named = True
    if _crosses(window, reading, named=named):
        return None if verdict == "doubt" else _partial("cross-streets", low=verdict != "agree")
    if not named or (form.weak and reading.kind != "same") or verdict == "doubt":
        return None
    near = reading.place.town or reading.place.postcode
    if near or reading.led_by_town:
        return _partial("street-place")
    return None


_CROSSING = frozenset(
    ["corner", "cnr", "intersection", "junction", "crossing", "crossroads", "ecke", "esquina", "angle"]
)
_JOINTS = frozenset(["and", "at", "near", "und", "et", "y", "con", "x", "n"])


def _crosses(window: Window, reading: Reading, *, named: bool) -> bool:
    """True when another street is named as crossing this one."""
    tokens = window.tokens
    if reading.hit.form.weak and not (reading.kind and named):
        return False
    announced = any(tokens.word(i) in _CROSSING for i in range(max(0, reading.first - 7), reading.first))
    other = _street_at(window, reading.stop, 1, announced) or _street_at(
        window, reading.first - 1, -1, announced
    )
    if not other:
        return False
    if announced:
        return named or window.capital(reading.hit.first) or window.lower_case_text()
    if named:
        return True
    # "Maple & 12th", with neither a type nor a word such as "corner".
    behind, before = tokens.gap(reading.stop - 1), tokens.gap(reading.first - 1)
    joined = behind.strip() in ("&", "@") or before.strip() in ("&", "@")
    return other == "sure" and joined and window.capital(reading.hit.first)


def _street_at(window: Window, index: int, step: int, announced: bool) -> str:
    """Whether a street is joined to the token before `index` (step 1) or behind it (step -1)."""
    tokens = window.tokens
    gap = tokens.gap(index - 1 if step > 0 else index).strip(" .\n")
    if gap in ("&", "@", "/", "+", "x"):
        joint = gap
    elif tokens.word(index) in _JOINTS and gap == "":
        joint, index = tokens.word(index), index + step
    else:
        return ""
    if step > 0 and tokens.word(index) in ("n", "s", "e", "w", "north", "south", "east", "west"):
        index += 1
    if not 0 <= index < len(tokens):
        return ""
    word, behind = tokens.word(index), tokens.word(index + 1)
    if step < 0:
        typed = word in STREET_TYPES and window.capital(index) and index > 0 and window.capital(index - 1)
        plain = ordinal_value(word) is not None or (
            tokens.word(index - 1).isdecimal() and word in ("th", "st", "nd", "rd")
        )
        return "sure" if typed or plain else "maybe" if announced and window.capital(index) else ""
    ordinal = ordinal_value(word + behind) is not None or ordinal_value(word) is not None
    if ordinal and not (tokens.is_digits(index) and not behind.startswith(("st", "nd", "rd", "th", "ave"))):
        return "sure"
    if window.capital(index) and (behind in STREET_TYPES or tokens.word(index + 2) in STREET_TYPES):
        return "sure"
    allowed = announced or joint in ("&", "@", "/")
    return (
        "maybe"
        if allowed and (window.capital(index) or window.lower_case_text() or tokens.is_digits(index))
        else ""
    )


def _partial(rule: str, *, low: bool = False) -> Verdict:
    return _verdict(Grade.PARTIAL, Confidence.LOW if low else Confidence.MEDIUM, rule)


def _verdict(grade: Grade, confidence: Confidence, rule: str) -> Verdict:
    return Verdict(grade, confidence, rule, _REASONS[rule])
