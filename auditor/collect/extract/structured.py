"""Structured data in pages: microdata, RDFa, microformats, meta elements, form fields, data attributes.

Each element that names a property gives a (name, value) pair in document order; pairs that belong
together are joined into addresses and positions (see `named`).
"""

import re
from collections.abc import Iterator
from html import unescape

from auditor.collect.extract import named
from auditor.collect.extract.data import add_lines
from auditor.collect.extract.lines import JOINT, squeezed
from auditor.collect.extract.markup import Markup, attributes, line_of_tag
from auditor.collect.extract.part import Basket

_HINTS = (
    "street",
    "addr",
    "postal",
    "zip",
    "house",
    "latitude",
    "longitude",
    "lng",
    "lon=",
    "locality",
    "lat=",
    'lat"',
    "lat'",
    "data-l",
    "geo.",
    "icbm",
    "latlng",
    "latlon",
    "data-pos",
    *(f"{which}{gap}name" for which in ("given", "family", "first", "last") for gap in ("", "-", "_")),
    "fname",
    "lname",
    "surname",
    "area-code",
    "area_code",
    "areacode",
)
_NAMING = ("itemprop", "property", "class", "name", "id")
_VALUES = ("content", "value", "datetime", "title")
_VOID = frozenset({"meta", "link", "input", "img", "br", "hr", "area", "base", "col", "embed", "source"})
_MAX_TEXT_TAGS = 40


def read(markup: Markup, basket: Basket) -> None:
    """Add the joined addresses and positions of a page."""
    hinting = _hinting(markup)
    if not hinting:
        return
    pairs: dict[str, list[tuple[str, str]]] = {name: [] for name in _NAMING}
    lines: list[tuple[str, str]] = []
    for index, (name, inside) in enumerate(zip(markup.names, markup.inside, strict=True)):
        if inside not in hinting or name[0] == "/":
            continue
        own = attributes(inside)
        lines.extend((line_of_tag(markup, index), text) for text in named.joined(_own_pairs(own)))
        for naming, key, value in _properties(markup, index, name.lower(), own):
            pairs[naming].append((key, value))
    for naming, found in pairs.items():
        carrier_lines = [(naming, text) for group in named.groups(found) for text in named.joined(group)]
        lines.extend(carrier_lines)
    add_lines(basket, "structured-data", list(dict.fromkeys(lines)))


def _hinting(markup: Markup) -> set[str]:
    """The distinct attribute strings in which a property of an address or position may be named."""
    return markup.likely(*_HINTS)


def _own_pairs(own: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((key.removeprefix("data-"), value) for key, value in own)


def _properties(
    markup: Markup, index: int, name: str, own: list[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """The (naming attribute, property, value) triples of one element."""
    values = dict(own)
    for naming in _NAMING:
        words = values.get(naming, "").split()
        roles = [
            word for word in words if named.role_of(_bare(word)) or "." in word or word.lower() == "icbm"
        ]
        if not roles:
            continue
        value = next((values[v] for v in _VALUES if values.get(v)), "")
        if not value and name not in _VOID:
            value = _inner_text(markup, index)
        for word in roles[:3]:
            yield naming, _bare(word), value


def _bare(word: str) -> str:
    """A property without the prefix of microformats 2 ("p-street-address")."""
    return re.sub(r"\A(?:p|u|dt|e)-", "", word)


def _inner_text(markup: Markup, index: int) -> str:
    """The text of the element that opens at tag `index`."""
    name = markup.names[index].lower()
    pieces, level = [], 1
    for i in range(index + 1, min(index + 1 + _MAX_TEXT_TAGS, len(markup.texts))):
        pieces.append(markup.texts[i])
        if i == len(markup.names):
            break
        tag = markup.names[i].lower()
        level += (tag == name) - (tag == "/" + name)
        if level == 0:
            break
        if "value-title" in markup.inside[i]:  # a microformat's value that is not shown
            pieces.append(dict(attributes(markup.inside[i])).get("title", ""))
        pieces.append(" " if tag == "br" else JOINT)
    return squeezed(unescape("".join(pieces))).replace("\n", " ")
