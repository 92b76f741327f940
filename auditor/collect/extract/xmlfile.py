"""XML of any vocabulary: feeds, sitemaps, KML, GPX, GeoRSS, SVG, XMP, OPML, and whatever else there is.

Three readings of the text: each element on a line of its own, all tags elided, and markup inside the text
read as HTML. Entities that the document declares itself are put in, one level deep and bounded.
"""

import re
from collections.abc import Iterator
from html import unescape

from auditor.collect.extract import charset, drawn_codes, light, named
from auditor.collect.extract.data import add_lines
from auditor.collect.extract.html_attributes import add_attributes
from auditor.collect.extract.lines import JOINT, WRAP, marked_lines, plain_lines, squeezed
from auditor.collect.extract.markup import Markup, attributes, line_of_tag, split
from auditor.collect.extract.part import Basket, Part

_INLINE_SPLIT = re.compile(r"\w\x1d+\w")
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"]{0,2000})\"|'([^']{0,2000})')\s*>")
_MARKUP_IN_TEXT = re.compile(r"<(?:[A-Za-z][\w-]*[\s/>]|!--|/[A-Za-z])")
_PAIR = re.compile(r"([-+]?\d{1,3}\.?\d*)[,\s]\s*([-+]?\d{1,3}\.?\d*)")
_MAX_POSITIONS = 20_000
_MARKING_NAMES = "a b i u s em strong span font hi emph sub sup small big mark q tt code r t"
_MARKING = frozenset(_MARKING_NAMES.split())
"""Elements that mark words in many vocabularies."""
_LAT_FIRST = frozenset({"point", "polygon", "line", "box", "pos", "poslist", "where"})


def read(part: Part, basket: Basket) -> None:
    """Read an XML file."""
    for source in charset.readings(part.body, part.charset):
        read_text(source, basket, "svg" if re.search(r"<(?:svg:)?svg[\s>]", source[:4096]) else "xml")


def read_text(source: str, basket: Basket, carrier: str = "xml") -> None:
    """Read XML source; its fragments are called `carrier` and `carrier`-attribute, -comment."""
    entities = {name: double or single for name, double, single in _ENTITY.findall(source[:100_000])}
    if entities:
        known = re.compile("&(" + "|".join(map(re.escape, list(entities)[:100])) + ");")
        source = known.sub(lambda m: entities[m[1]], source[:2_000_000]) + source[2_000_000:]
    markup = split(source)
    _texts(markup, basket, carrier)
    add_attributes(markup, basket, f"{carrier}-attribute")
    for special in markup.specials:
        line = markup.line(special)
        if special.kind in ("script", "style"):
            _script_or_style(special.kind, special.text, line, basket)
            continue
        text = unescape(special.text)
        basket.add(f"{carrier}-comment", text, "", plain_lines(text, line))
    if carrier == "svg":
        drawn_codes.read(source, basket)
    if "concat" in source or "||" in source:
        made = (*light.concatenated(unescape(source)), *light.joined_apart(unescape(source)))
        basket.add(carrier, "\n".join(made), "constants joined")
    positions = dict.fromkeys(_positions(markup))
    add_lines(basket, carrier, [(line_of_tag(markup, index), text) for index, text in positions])


def _script_or_style(kind: str, text: str, line: int, basket: Basket) -> None:
    from auditor.collect.extract import script, style

    (script if kind == "script" else style).read_text(unescape(text), basket, line)


def _texts(markup: Markup, basket: Basket, carrier: str) -> None:
    marked = unescape(markup.flow({}, "\n"))
    text = squeezed(marked)
    basket.add(carrier, text, "", marked_lines(marked, text))
    if _INLINE_SPLIT.search(markup.flow({}, JOINT)) and _INLINE_SPLIT.search(elided := _elided(markup)):
        once = squeezed(unescape(elided))
        if len(once) < 4_000_000:
            basket.add(carrier, once, "tags elided", marked_lines(elided, once))
    if "<" in text and _MARKUP_IN_TEXT.search(text):
        from auditor.collect.extract import html

        for index, piece in enumerate(markup.texts):
            inner = unescape(piece)
            if "<" in inner and _MARKUP_IN_TEXT.search(inner):
                html.read_text(inner.replace("\x1e", "\n"), basket.inside(line_of_tag(markup, index)))


def _elided(markup: Markup) -> str:
    """The text without the tags inside its words; between elements of different names stays a line end.

    Two tags between two words are two fields of a record (`</town><street>`), unless they are pieces of one
    text (`</t><t>`) or mark words (`</b><i>`). One tag alone marks words whatever it is called.
    """
    pieces: list[str] = []
    between: list[str] = []
    for text, name in zip(markup.texts, [*markup.names, ""], strict=True):
        if text.strip(WRAP + " \t"):
            local = {tag.lstrip("/").rpartition(":")[2].lower() for tag in between}
            pieces.append(JOINT if len(between) == 1 or len(local) == 1 or local <= _MARKING else "\n")
            between = []
        pieces.append(text)
        between.append(name)
    return "".join(pieces)


def _positions(markup: Markup) -> Iterator[tuple[int, str]]:
    """(tag, text) of every position and address that elements or attributes spell as separate values."""
    leaves: list[tuple[str, str]] = []
    at: list[int] = []
    count = 0
    for index, name in enumerate(markup.names):
        written = name.rpartition(":")[2]
        local = written.lower()
        if name[0] == "/":
            continue
        inside = markup.inside[index]
        if "lat" in inside.lower() and "=" in inside:
            for text in named.joined(attributes(inside)):
                yield index, text
        value = markup.texts[index + 1].strip()
        if not value:
            continue
        if local in ("coordinates", "coord") or local in _LAT_FIRST:
            for text in _pairs(value, local):
                count += 1
                if count > _MAX_POSITIONS:
                    return
                yield index, text
        elif named.meaning_of(written) or local == "tag":
            leaves.append((written, unescape(value)))
            at.append(index)
    yield from _grouped(leaves, at)


def _pairs(value: str, local: str) -> Iterator[str]:
    """Positions in a list of numbers: longitude first in KML, latitude first in GeoRSS and GML."""
    for first, second in _PAIR.findall(re.sub(r"(,[-+\d.]+),[-+\d.]+", r"\1", value)):
        latitude, longitude = (first, second) if local in _LAT_FIRST else (second, first)
        if text := named.position(latitude, longitude):
            yield text


def _grouped(leaves: list[tuple[str, str]], at: list[int]) -> Iterator[tuple[int, str]]:
    done = 0
    for group in named.groups(leaves):
        for text in named.joined(group):
            yield at[min(done, len(at) - 1)], text
        done += len(group)
