"""Decides what a reading amounts to. The rules are described in docs/matching.md, one section each."""

import re
from dataclasses import dataclass

from auditor.confidential.address import compare
from auditor.confidential.address.crossing import crosses, place_behind, town_in_sentence
from auditor.confidential.address.numbers import ordinal_value
from auditor.confidential.address.reading import Reading
from auditor.confidential.address.streets import LINKS, STREET_TYPES
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
    "similar-name": "number, and a street of a similar name",
    "neighbour": "described by a neighbouring house",
    "block": "street and the block the number is in",
    "street-place": "street with its town or postcode, no number",
    "cross-streets": "street named with a street it crosses",
}


def decide(window: Window, reading: Reading) -> Verdict | None:
    """What the reading amounts to, or None when it is another address or no address at all."""
    verdict = reading.place.verdict
    if reading.number == compare.OTHER or verdict == "other":
        return None
    if reading.number == compare.NEIGHBOUR:
        whole = reading.kind == "same" or not reading.target.parts.types
        fits = whole and reading.direction not in ("other", "added") and reading.hit.quality == "clean"
        return _partial("neighbour") if fits else None
    if reading.number == compare.BLOCK:
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
        telling = agrees or reading.direction == "same" or (not verdict and _is_rare(reading))
        return _partial("other-type", low=True) if telling else None
    if not reading.kind and not confirmed and not _stands_alone(window, reading):
        return None
    if not (reading.kind or confirmed) and (
        (reading.number == compare.SPOKEN and reading.target.parts.types) or reading.hit.form.surname
    ):
        return None
    if not reading.kind and reading.hit.form.weak and not (reading.direction == "same" or agrees):
        return None
    if not reading.kind and reading.target.parts.types and not _stands_alone(window, reading, lenient=True):
        return None
    if verdict == "doubt":
        return _partial("other-place", low=True)
    if reading.year and not (agrees or (confirmed and reading.kind)):
        return _partial("number-street-unsure", low=True)
    if reading.number == compare.SIBLING:
        return _partial("sibling-number")
    if reading.hit.quality == "edge" and not (agrees or (reading.kind and reading.direction == "same")):
        return _partial("similar-name", low=True) if reading.kind or reading.direction == "same" else None
    if not (reading.kind or agrees) and (unlikely := _bare(window, reading)) is not None:
        return _partial("number-street-unsure", low=True) if unlikely else None
    return _full(reading, agrees=agrees)


_TELLING = 10
"""A name of so many letters is hardly anything else than the street's."""


def _bare(window: Window, reading: Reading) -> bool | None:
    """Whether a name without type and town is unlikely (true) or hardly ever (false) the street's; None for
    one that may well be it.
    """
    parts, tokens, hit = reading.target.parts, window.tokens, reading.hit
    if reading.side != "left" or hit.form.typed:
        return None
    if parts.types and all(ordinal_value(word) is not None or word.isdecimal() for word in parts.name):
        # "Size 85, 14 W", "37-12 in the 82nd", "85x14 West"
        apart = any("," in tokens.gap(at) for at in range(reading.first, hit.first))
        by = tokens.word(reading.first + 1) == "x" or (parts.name and reading.linked)
        return False if apart or by else None
    if parts.type_first and reading.direction != "same" and _letters(parts.name) < _TELLING:
        # "9 vignes", "21 Americas": with the type before it, a street's name alone is a plain word.
        slug = tokens.gap(hit.first - 1) in ("-", "_", "+", "")
        if not (window.capital(hit.first) or slug):
            return False
        return True if len(parts.number) <= 2 and not slug else None
    return None


def _letters(name: tuple[str, ...]) -> int:
    return sum(len(word) for word in name if word not in LINKS)


def _is_rare(reading: Reading) -> bool:
    """True for a name with a word that hardly anything else is called by."""
    form = reading.hit.form
    plain = form.weak or form.surname or reading.hit.quality != "clean"
    return not plain and any(word not in COMMON and len(word) >= 5 for word in reading.target.parts.name)


def _full(reading: Reading, *, agrees: bool) -> Verdict | None:
    """Number and street are there: exact, or probable where something is amiss."""
    errors = (
        (reading.hit.quality != "clean")
        + (reading.kind == "typo")
        + (reading.number == compare.LOOKALIKE)
        + (reading.place.other_postcode)
    )
    missing = reading.kind == "" and bool(reading.target.parts.types)
    unsure = (
        (missing and not agrees and reading.direction != "same" and reading.place.unit != "same")
        + (reading.direction == "missing" and not agrees)
        + (reading.direction == "added")
        + (reading.kind == "added" and not agrees)
        + (reading.number == compare.NEAR)
        + (reading.linked)
        + (reading.hit.form.surname)
    )
    if (
        reading.hit.quality in ("typo", "edge")
        and not reading.kind
        and not agrees
        and reading.direction != "same"
    ):
        return None
    if errors + unsure > 1 and reading.direction == "added" and not agrees:
        return _partial("number-street-unsure", low=True)
    confidence = Confidence.HIGH if errors + unsure <= 1 else Confidence.MEDIUM
    if reading.number == compare.RANGE:
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
        slug = tokens.gap(reading.core - 1) in ("_", "-") and _in_path(window, reading)
        return reading.signed or reading.place.verdict == "agree" or _ends_line(window, reading) or slug
    inner = tokens.gap(reading.hit.first - 1)
    long = len("".join(reading.target.parts.name)) >= 8
    if inner == "" and (long or window.capital(reading.hit.first)) and len(reading.target.parts.number) >= 3:
        # "1247Maple"
        return stop >= len(tokens) or tokens.gap(stop - 1) != ""
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
    return slug and (reading.place.verdict == "agree" or reading.direction == "same")


def _ends_line(window: Window, reading: Reading) -> bool:
    """True for a name and number as they are written where the number comes last: "Corrientes 1543"."""
    parts, hit = reading.target.parts, reading.hit
    written = window.capital(hit.first) or window.tokens.is_digits(hit.first)
    if not parts.number_last or hit.form.weak or hit.form.surname or not written:
        return False
    rare = any(word not in COMMON and len(word) >= 4 for word in parts.name)
    return rare and (len(parts.number) >= 2 or hit.stop - hit.first >= 2)


_ARTICLES = frozenset(["the", "a", "this", "that", "these", "those", "any", "each"])
_COUNTED = 12
"""Up to here texts number or count things in figures: "2 park roads", "3 main street"."""


def _is_plain(window: Window, reading: Reading, verdict: str) -> bool:
    """True when number and street may as well be everyday words: "One main street runs through town".

    Only small numbers and names of plain words; capitals, a town or unit, a shortened type, a direction
    or a line of its own tell an address from words.
    """
    parts, tokens = reading.target.parts, window.tokens
    small = reading.number == compare.SPOKEN or len(parts.number) <= 2
    if not small or parts.route or reading.side != "left" or reading.signed:
        return False
    if tokens.word(reading.first - 1) in _ARTICLES and not window.capital(reading.hit.first):
        # "the 1 hacker way to do it"
        return True
    if any(word not in COMMON and word not in STREET_TYPES for word in parts.name):
        return False
    if verdict or reading.led_by_town or reading.place.unit or reading.directions:
        return False
    if tokens.gap(reading.hit.first - 1) in ("-", "_", "+", "."):
        return False  # a slug or a file's name
    if reading.number != compare.SPOKEN and int(parts.number) > _COUNTED and reading.kind == "same":
        return False
    several = reading.number == compare.SPOKEN and window.tokens.word(reading.first + 1) not in parts.name
    spoken_small = (
        reading.number == compare.SPOKEN
        and not window.capital(reading.first)
        and not (several and int(parts.number) > 20 and (reading.kind == "same" or not parts.types))
    )
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
    if behind := crosses(window, reading, named=named):
        beyond = place_behind(window, behind, reading.target) or verdict
        return None if beyond in ("doubt", "other") else _partial("cross-streets", low=beyond != "agree")
    if not named or (form.weak and reading.kind != "same") or verdict == "doubt":
        return None
    near = reading.place.town or reading.place.postcode
    if near or reading.led_by_town:
        return _partial("street-place")
    if reading.kind == "same" and not verdict and town_in_sentence(window, reading.stop, reading.target):
        return _partial("street-place", low=True)
    return None


def _partial(rule: str, *, low: bool = False) -> Verdict:
    return _verdict(Grade.PARTIAL, Confidence.LOW if low else Confidence.MEDIUM, rule)


def _verdict(grade: Grade, confidence: Confidence, rule: str) -> Verdict:
    return Verdict(grade, confidence, rule, _REASONS[rule])
