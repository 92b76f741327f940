"""Takes apart an entry that holds more than one address: in two languages, or of two houses."""

import re
from collections.abc import Sequence

from auditor.confidential.address.model import Parts
from auditor.confidential.address.typed.parse import parse
from auditor.confidential.address.typed.street_name import SAINTS
from auditor.confidential.address.vocabulary.dates import is_dated
from auditor.confidential.address.vocabulary.routes import BOXED
from auditor.confidential.address.vocabulary.streets import LINKS, STREET_TYPES
from auditor.confidential.address.vocabulary.towns import town_begins
from auditor.confidential.address.vocabulary.words import GIVEN_NAMES, TITLES
from auditor.confidential.person.nicknames import is_given_name

_BREAK = re.compile(
    r"\s+[/|]\s+|\s*;\s*|\s+(?:and|und|et|y|e|en|or|oder|ou|aka|also|plus|&|\+)\s+"
    r"|[.,]\s+(?=[^\W\d]+(?:\s[^\W\d]+)?:\s)",
    re.IGNORECASE,
)
"""What may stand between two addresses; the last before a label, as in "... overflow: 12 Dartmouth St"."""


def parse_all(text: str, label: str) -> list[Parts]:
    """The parts of each address in `text`, and of those in a grid with coordinates changed round."""
    found = _parse_each(text, label)
    return [*found, *(turned for parts in found if (turned := turned_grid(parts)))]


def turned_grid(parts: Parts) -> Parts | None:
    """ "2700 East 1380 South" for 1380 South 2700 East, the same place in a town of numbered streets."""
    crossing = len(parts.before + parts.after) == 2 and (parts.before in "ns") != (parts.after in "ns")
    if not (parts.on_grid and crossing and parts.number.isdecimal()):
        return None
    turned = Parts(parts.label)
    turned.number, turned.name, turned.turned = parts.name[0], (parts.number,), True
    turned.before, turned.after = parts.after, parts.before
    turned.unit, turned.unit_type = parts.unit, parts.unit_type
    turned.towns, turned.state, turned.country = list(parts.towns), parts.state, parts.country
    turned.postcode, turned.plus4 = parts.postcode, parts.plus4
    return turned


def _parse_each(text: str, label: str) -> list[Parts]:
    """The parts of each address in `text`: one, unless every piece between two breaks is whole by itself.

    What one of them lacks of town, postcode and country it has from the next: "3 Elm St / 9 Oak Ave, Dayton".
    """
    lines = [line for line in text.splitlines() if line.strip()]
    found = [parse(line, label) for line in lines] if len(lines) > 1 else []
    if not (found and all(_is_whole(parts) and _placed(parts) for parts in found)):
        found = _in_pieces(text, label)
    if len(found) < 2:
        one = parse(text, label)
        return [one, *_with_town_apart(one, label)]
    _share_places(found)
    return found


def _with_town_apart(parts: Parts, label: str) -> list[Parts]:
    """The address with the last word of its street read as the town: "12 place de l'église rennes".

    Only where it has neither town nor postcode, and its name is longer than a person's or what one small word
    leads ("de l'église"). What was typed is searched for as well.
    """
    name = parts.name
    telling = [
        at for at, word in enumerate(name) if word not in LINKS and len(word) > 1 and word not in TITLES
    ]
    person = bool(telling) and (name[telling[0]] in GIVEN_NAMES or is_given_name(name[telling[0]]))
    whole = not (parts.type_first and parts.number) or parts.towns or parts.postcode or is_dated(name)
    cut = name[telling[-1] - 1] if len(telling) > 1 else ""
    if whole or len(telling) < (3 if person else 2) or name[-1] != name[telling[-1]] or cut in LINKS | SAINTS:
        return []
    apart = Parts(label)
    for slot in Parts.__slots__:
        setattr(apart, slot, getattr(parts, slot))
    at = town_begins(list(name))
    apart.name, apart.towns, apart.town_guessed = name[:at], [" ".join(name[at:])], True
    return [apart] if any(not (word in LINKS or word in STREET_TYPES) for word in apart.name) else []


def _in_pieces(text: str, label: str) -> list[Parts]:
    """The addresses of `text`, each as long as the next whole one allows."""
    cuts = [(0, 0)]
    for found in _BREAK.finditer(text):
        before = parse(text[cuts[-1][1] : found.start()], label)
        after = parse(text[found.end() :], label)
        if (_is_whole(before) and _is_whole(after)) or _are_translations(before, after):
            cuts.append(found.span())
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    return [parse(text[begin:end], label) for (_, begin), end in zip(cuts, ends, strict=True)]


def _is_whole(parts: Parts) -> bool:
    """True for a house number with a street that has its type, or with a road of a number."""
    road = parts.route is not None and parts.route[0] not in BOXED
    named = any(len(word) >= 3 or word.isdecimal() for word in parts.name)
    if parts.number_last and not (parts.joined or parts.type_first):
        # "Helena MT 59602" is a town with its state.
        return False
    return bool(parts.number) and (road or (named and bool(parts.types)))


def _are_translations(one: Parts, other: Parts) -> bool:
    """True for one number with two streets, of which one has its type: "5 Sráid Mhór / 5 Main Street"."""
    named = all(any(len(word) >= 3 for word in parts.name) for parts in (one, other))
    return bool(one.number) and one.number == other.number and named and bool(one.types or other.types)


def _placed(parts: Parts) -> bool:
    return bool(parts.towns or parts.postcode)


def _share_places(found: Sequence[Parts]) -> None:
    placed = [parts for parts in found if _placed(parts)]
    for parts in found:
        for other in placed:
            if not _placed(parts):
                parts.towns, parts.postcode, parts.plus4 = list(other.towns), other.postcode, other.plus4
                parts.state = parts.state or other.state
            parts.country = parts.country or other.country


def has_another(text: str, label: str) -> bool:
    """True when between commas of `text` there are two numbers with a street of its type."""
    code = parse(text, label).postcode
    pieces = [parse(piece, label) for piece in re.split(r"[,\n]", text) if piece.strip()]
    # "10827 Schöneberg" looks like a street in one word.
    pieces = [parts for parts in pieces if not (code and parts.number == code[: len(parts.number)])]
    return sum(_is_whole(parts) and not parts.unit_type for parts in pieces) > 1
