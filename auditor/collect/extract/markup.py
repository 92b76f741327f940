"""One tokeniser for HTML, XML and everything built on them, made for speed and for losing nothing.

Every character of the source ends up in a text, an attribute string, a comment, a raw element
(script, style) or a declaration, however broken the markup is. Nothing is expanded, so an entity
bomb stays a few bytes. Every pattern is linear: a construct that never ends runs to the end of the
source and is kept whole.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import chain

from auditor.collect.extract.lines import JOINT, SKIP, WRAP, LazyAnchors, clean, line_of

# Inside a tag: a name, then runs up to "=", each followed by a quoted or a bare value (HTML 5, 13.2.5.32-40).
_INSIDE = r"""(?:[^=>]*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?)*+[^=>]*+"""
_TAG = re.compile(rf"<(/?[A-Za-z][^\s/>]*+)({_INSIDE})(?:>|\Z)")
_SPECIAL = re.compile(
    rf"""<(?:!--(?P<comment>.*?)(?:--!?>|\Z)
    |!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)
    |(?P<name>script|style)(?P<inside>(?:[\s/]{_INSIDE})?)>(?P<raw>.*?)(?:</(?P=name)\b[^>]*+(?:>|\Z)|\Z)
    |(?P<declaration>[!?][^>\[]*+(?:\[(?:[^\]"']|"[^"]*+"|'[^']*+')*+\][^>]*+)?)(?:>|\Z))""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ANGLE_IN_VALUE = re.compile(r"""=\s*(?:"[^"<>]*<|'[^'<>]*<)""")
_SPECIAL_OR_TAG = re.compile(rf"(?:{_SPECIAL.pattern})|(?P<tag>{_TAG.pattern})", _SPECIAL.flags)
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>"']+))""")


@dataclass(frozen=True, slots=True)
class Special:
    """Something taken out of the markup: kind is "comment", "declaration", "script" or "style"."""

    kind: str
    text: str
    attributes: str
    offset: int


@dataclass(slots=True)
class Markup:
    """A source taken apart: `texts[i]`, then a tag `names[i]` ("/" and name when it closes), `inside[i]`."""

    source: str
    texts: list[str]
    names: list[str]
    inside: list[str]
    specials: list[Special] = field(default_factory=list)

    def flow(self, separators: Mapping[str, str], default: str = JOINT) -> str:
        """The text with each tag replaced by its separator, still marked for line anchors."""
        get = separators.get
        between = [
            get(name, default) if "\n" not in inside else get(name, default) + SKIP * inside.count("\n")
            for name, inside in zip(self.names, self.inside, strict=True)
        ]
        between.append("")
        return "".join(chain.from_iterable(zip(self.texts, between, strict=True)))

    def line(self, special: Special) -> int:
        """The source line on which the content of `special` begins."""
        return line_of(self.source, special.offset)


def split(source: str, *, wrap: bool = True) -> Markup:
    """Take `source` apart. `wrap` makes its line ends plain white space, as in HTML."""
    source = clean(source)
    if _ANGLE_IN_VALUE.search(source):
        source = _SPECIAL_OR_TAG.sub(_protect_values, source)
    specials: list[Special] = []
    body = (
        _SPECIAL.sub(_taker(specials), source)
        if "<!" in source or "<?" in source or _has_raw(source)
        else source
    )
    pieces = _TAG.split(body)
    texts = pieces[0::3]
    if wrap:
        texts = [t.replace("\n", WRAP) if "\n" in t else t for t in texts]
    return Markup(source, texts, pieces[1::3], pieces[2::3], specials)


def _has_raw(source: str) -> bool:
    return bool(re.search("<(?:script|style)", source, re.IGNORECASE))


def _taker(specials: list[Special]) -> "Callable[[re.Match[str]], str]":
    def take(match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind == "cdata":
            return escape(match["cdata"], quote=False)
        if kind == "raw":
            special = Special(match["name"].lower(), match["raw"], match["inside"], match.start("raw"))
        else:
            assert kind is not None
            special = Special(kind, match[kind], "", match.start(kind))
        specials.append(special)
        return SKIP * match[0].count("\n")

    return take


def _protect_values(match: re.Match[str]) -> str:
    """Angle brackets inside quoted values as entities, so that no later pattern takes them for tags."""
    if match["tag"] is None or match["tag"].find("<", 1) < 0:
        return match[0]
    return "<" + match["tag"][1:].replace("<", "&lt;")


def attributes(inside: str) -> list[tuple[str, str]]:
    """The (name, value) pairs of one tag, entities decoded, names in lower case."""
    return [(n.lower(), unescape(a or b or c)) for n, a, b, c in _ATTRIBUTE.findall(inside)]


def raw_attributes(insides: list[str]) -> list[tuple[str, str]]:
    """The distinct (name, undecoded value) pairs of many tags, in order."""
    pairs: dict[tuple[str, str], None] = {}
    for inside in dict.fromkeys(insides):
        if "=" in inside:
            for name, double, single, bare in _ATTRIBUTE.findall(inside):
                pairs[(name, double or single or bare)] = None
    return list(pairs)


def attribute_places(source: str, starts: list[int], pairs: list[tuple[str, str]]) -> LazyAnchors:
    """Anchors for a text made of attribute values, the i-th of which starts at `starts[i]`."""

    def compute() -> list[tuple[int, str]]:
        anchors = []
        for start, (name, raw) in zip(starts, pairs, strict=True):
            found = re.search(rf"{re.escape(name)}\s*=\s*[\"']?{re.escape(raw)}", source)
            line = f", line {line_of(source, found.start())}" if found else ""
            anchors.append((start, f"attribute {name.lower()}{line}"))
        return anchors

    return LazyAnchors(compute)
