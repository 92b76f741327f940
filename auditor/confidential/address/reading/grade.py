"""Decides what a reading amounts to. The rules are described in docs/matching.md, one section each."""

from dataclasses import dataclass

from auditor.confidential.address.reading import compare
from auditor.confidential.address.reading.ahead import other_town_ahead
from auditor.confidential.address.reading.apart import number_apart
from auditor.confidential.address.reading.crossing import crosses, place_behind, town_ahead, town_in_sentence
from auditor.confidential.address.reading.named_house import is_led_by_house, names_house
from auditor.confidential.address.reading.reading import Reading
from auditor.confidential.address.reading.untyped import holds_untyped, is_plain, is_rare, may_be_bare
from auditor.confidential.address.vocabulary.numbers import ordinal_value
from auditor.confidential.address.window import Window
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
    "named-house": "the house's name with its street; it has no number",
    "cross-streets": "street named with a street it crosses",
}


def decide(window: Window, reading: Reading) -> Verdict | None:
    """What the reading amounts to, or None when it is another address or no address at all."""
    verdict = _place_said(reading)
    if reading.number == compare.OTHER or verdict == "other":
        return None
    if reading.number and reading.target.parts.on_grid and not _keeps_to_grid(reading):
        return None
    if reading.number == compare.NEIGHBOUR:
        whole = reading.kind == "same" or not reading.target.parts.types
        fits = whole and reading.direction not in ("other", "added") and reading.hit.quality == "clean"
        return _partial("neighbour") if fits else None
    if reading.number == compare.LABELLED:
        return _labelled(reading, agrees=verdict == "agree" or reading.led_by_town)
    if reading.number == compare.BLOCK:
        return _partial("block") if reading.direction != "other" and reading.kind != "other" else None
    if reading.number and (reading.plural or is_plain(window, reading, verdict)):
        return None
    if reading.number:
        return _with_number(window, reading, verdict)
    return _without_number(window, reading, verdict)


def _place_said(reading: Reading) -> str:
    """What is said about the place. A surname alone is found in many towns: another one is a doubt."""
    place = reading.place
    return place.verdict or ("doubt" if reading.hit.form.surname and place.unknown else "")


def _keeps_to_grid(reading: Reading) -> bool:
    """False for the coordinates of another place: "400 S 350 E" for 350 South 400 East."""
    return reading.side == "left" and (reading.direction == "same" or not reading.target.parts.turned)


def _labelled(reading: Reading, *, agrees: bool) -> Verdict | None:
    """ "Page 1247 North Maple Street": the street in full follows, so that it hardly numbers a page."""
    whole = (
        reading.kind == "same" and reading.direction in ("none", "same") and reading.hit.quality == "clean"
    )
    if not whole or reading.place.verdict == "doubt":
        return None
    if agrees or reading.direction == "same":
        return _verdict(Grade.PROBABLE, Confidence.MEDIUM, "number-street-unsure")
    return _partial("number-street-unsure", low=True)


def _with_number(window: Window, reading: Reading, verdict: str) -> Verdict | None:
    place = reading.place
    # A state alone confirms a street, but not a bare name: "one way or another".
    agrees = verdict == "agree" and (
        place.town or place.postcode or place.other_postcode or bool(reading.kind)
    )
    agrees = agrees or reading.led_by_town
    confirmed = agrees or reading.direction == "same" or reading.place.unit == "same"
    if _is_another(reading):
        return _another(reading, verdict, agrees=agrees)
    if not reading.kind and not holds_untyped(window, reading, confirmed=confirmed, agrees=agrees):
        return None
    ahead = not agrees and other_town_ahead(window, min(reading.first, reading.hit.first), reading.target)
    if verdict == "doubt" or ahead:
        return _partial("other-place", low=True)
    if reading.year and not (agrees or (confirmed and reading.kind)):
        return _partial("number-street-unsure", low=True)
    if reading.number == compare.SIBLING:
        return _partial("sibling-number")
    if reading.hit.quality == "edge" and not (agrees or (reading.kind and reading.direction == "same")):
        return _partial("similar-name", low=True) if reading.kind or reading.direction == "same" else None
    if not (reading.kind or agrees) and (unlikely := may_be_bare(window, reading)) is not None:
        return _partial("number-street-unsure", low=True) if unlikely else None
    return _full(reading, agrees=agrees)


def _is_another(reading: Reading) -> bool:
    """True where the street's direction, name or type is not the address's own, or not enough of it."""
    parts = reading.target.parts
    # In Colombia "Calle 26" and "Calle 26 Sur" are two streets.
    apart = parts.crossing and reading.direction in ("missing", "added")
    unplaced = reading.hit.form.strict and parts.route and not _is_known_route(reading)
    name = reading.longer or reading.hit.form.shorter
    return bool(reading.direction == "other" or apart or unplaced or name or reading.kind == "other")


def _another(reading: Reading, verdict: str, *, agrees: bool) -> Verdict | None:
    """What the number at a street with another direction, name or type amounts to."""
    parts, form = reading.target.parts, reading.hit.form
    if reading.direction == "other" or (parts.crossing and reading.direction in ("missing", "added")):
        return _partial("other-direction", low=True) if agrees else None
    if form.strict and parts.route and not _is_known_route(reading):
        return None
    if reading.longer:
        return _partial("similar-name", low=True)
    if form.shorter:
        return _shorter(reading) if agrees and reading.kind == "same" else None
    if _is_misnamed(reading):
        return _verdict(Grade.PROBABLE, Confidence.MEDIUM, "other-type")
    telling = agrees or reading.direction == "same" or (not verdict and is_rare(reading))
    return _partial("other-type", low=True) if telling else None


def _shorter(reading: Reading) -> Verdict:
    """The name without one of its words. Where a long number and the postcode agree, that was just left
    out: "1625 Rosalind Circle, Toledo OH 43606".
    """
    whole = reading.hit.form.reduced and reading.direction in ("none", "same") and reading.place.postcode
    if whole and len(reading.target.parts.number) >= _TELLING and reading.number == compare.SAME:
        return _verdict(Grade.PROBABLE, Confidence.MEDIUM, "number-street-unsure")
    return _partial("similar-name", low=True)


def _is_known_route(reading: Reading) -> bool:
    """False for a route too shortened to count alone: "PO 1247" numbers an order as well, and "Road 214" is a
    county's where the town says so.
    """
    place, route = reading.place, reading.target.parts.route
    return place.state or place.postcode or (place.town and route is not None and route[0] == "county")


def _is_misnamed(reading: Reading) -> bool:
    """True where number, name, town and postcode agree, so that only the type of street is likely wrong.

    Short numbers stand in every street, and the streets of a number ("42nd Street" and "42nd Avenue") cross.
    """
    place, parts = reading.place, reading.target.parts
    whole = place.town and place.postcode and reading.direction in ("none", "same")
    named = reading.hit.quality == "clean" and not (reading.hit.form.weak or reading.hit.form.surname)
    telling = len(parts.number) >= _TELLING and any(len(word) >= 4 and word.isalpha() for word in parts.name)
    counted = any(ordinal_value(word) is not None for word in parts.name)
    return bool(whole and named and telling) and not counted and reading.number == compare.SAME


_TELLING = 3
"""Figures of a house number that hardly another street of that name in the town has."""


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
        + (reading.renamed)
        + (missing and reading.side == "right" and not reading.target.parts.number_last)
        + (reading.hit.form.surname)
        + reading.target.parts.turned
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


def _is_telling(reading: Reading) -> bool:
    """True for a street without a type whose name hardly anything else has: "aan de Lijsterbesgaarde"."""
    parts = reading.target.parts
    return not (parts.types or parts.route) and is_rare(reading) and len("".join(parts.name)) >= _LONG_NAME


_LONG_NAME = 10


def _without_number(window: Window, reading: Reading, verdict: str) -> Verdict | None:
    """A street without the number counts only where something else narrows it down."""
    form = reading.hit.form
    if (form.surname and not form.typed) or form.shorter:
        return None
    if (
        reading.longer
        or reading.hit.quality != "clean"
        or reading.kind == "other"
        or reading.direction in ("other", "added")
    ):
        return None
    named = reading.kind == "same" or reading.direction == "same" or reading.on_grid or _is_telling(reading)
    if behind := crosses(window, reading, named=named):
        beyond = place_behind(window, behind, reading.target) or verdict
        return None if beyond in ("doubt", "other") else _partial("cross-streets", low=beyond != "agree")
    if reading.kind == "same" and verdict != "doubt" and number_apart(window, reading):
        return _partial("number-street-unsure", low=True)
    if not named or (form.weak and reading.kind != "same") or verdict == "doubt":
        return None
    if reading.kind == "same" and is_led_by_house(window, reading):
        return _verdict(Grade.EXACT, Confidence.HIGH, "named-house")
    near = reading.place.town or reading.place.postcode
    if near or reading.led_by_town:
        if names_house(window, reading):
            return _verdict(Grade.PROBABLE, Confidence.MEDIUM, "named-house")
        return _partial("street-place")
    if reading.kind == "same" and not verdict:
        placed = town_in_sentence(window, reading.stop, reading.target) or town_ahead(window, reading)
        return _partial("street-place", low=True) if placed else None
    return None


def _partial(rule: str, *, low: bool = False) -> Verdict:
    return _verdict(Grade.PARTIAL, Confidence.LOW if low else Confidence.MEDIUM, rule)


def _verdict(grade: Grade, confidence: Confidence, rule: str) -> Verdict:
    return Verdict(grade, confidence, rule, _REASONS[rule])
