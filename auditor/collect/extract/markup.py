"""One tokeniser for HTML, XML and everything built on them, made for speed and for losing nothing.

Every character of the source ends up in a text, an attribute string, a comment, a raw element
(script, style) or a declaration, however broken the markup is. Nothing is expanded, so an entity
bomb stays a few bytes. Every pattern is linear: a construct that never ends runs to the end of the
source and is kept whole.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from itertools import accumulate, chain

from auditor.collect.extract.lines import JOINT, SKIP, WRAP, LazyAnchors, clean, line_of

# Inside a tag: a name, then runs up to "=", each followed by a quoted or a bare value (HTML 5, 13.2.5.32-40).
_QUOTED = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)"""
_INSIDE = rf"""[^=>]*+(?:="[^"]*+"[^=>]*+|=\s*+{_QUOTED}?[^=>]*+)*+"""
_TAG = re.compile(rf"<(/?[A-Za-z][^\s/>]*+)({_INSIDE})(?:>|\Z)")
_SPECIAL = re.compile(
    rf"""<(?:!--(?P<comment>.*?)(?:--!?>|\Z)
    |!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)
    |(?P<name>script|style)(?P<inside>(?:[\s/]{_INSIDE})?)>(?P<raw>.*?)(?:</(?P=name)\b(?P<end>[^>]*+)(?:>|\Z)|\Z)
    |(?P<declaration>[!?][^>\[]*+(?:\[(?:[^\]"']|"[^"]*+"|'[^']*+')*+(?:\][^>]*+|\Z))?)(?:>|\Z))""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_HAS_SPECIAL = re.compile(r"<(?:!|\?|script|style)", re.IGNORECASE)
_SPECIAL_OR_TAG = re.compile(rf"(?:{_SPECIAL.pattern})|(?P<tag>{_TAG.pattern})", _SPECIAL.flags)
_KEPT = 400
"""The longest inside of a tag that is worth keeping, in characters."""
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s>"']+)))?""")


@dataclass(frozen=True, slots=True)
class Special:
    """Something taken out of the markup: kind is "comment", "declaration", "script" or "style"."""

    kind: str
    text: str
    attributes: str
    start: int
    offset: int


@dataclass(slots=True)
class Markup:
    """A source taken apart: `texts[i]`, then a tag `names[i]` ("/" and name when it closes), `inside[i]`."""

    source: str
    texts: list[str]
    names: list[str]
    inside: list[str]
    specials: list[Special] = field(default_factory=list)
    distinct: list[str] = field(default_factory=list)
    lowered: str = ""
    counted: tuple[int, int] = (0, 1)

    def likely(self, *words: str) -> set[str]:
        """The distinct attribute strings in which any of `words`, given in lower case, stands."""
        present = [word for word in words if self.mentions(word)]
        if not present:
            return set()
        starts = list(accumulate((len(inside) + 1 for inside in self.distinct), initial=0))
        found = re.compile("|".join(map(re.escape, present))).finditer(self.lowered)
        return {self.distinct[bisect_right(starts, match.start()) - 1] for match in found}

    def mentions(self, *words: str) -> bool:
        """Whether any tag holds one of `words`, given in lower case, among its attributes."""
        if not self.lowered:
            self.distinct = [inside for inside in dict.fromkeys(self.inside) if inside]
            lowered = "\n".join(self.distinct).lower() or "\n"
            # A few capitals have longer small forms, which would move what stands behind them.
            whole = len(lowered) == sum(map(len, self.distinct)) + max(0, len(self.distinct) - 1)
            self.lowered = lowered if whole else "\n".join(map(_lower, self.distinct))
        return any(word in self.lowered for word in words)

    def _lower_case(self) -> bool:
        return "".join(self.names).islower()

    @property
    def wrapped_tags(self) -> bool:
        """Whether any tag goes on over a line end."""
        return WRAP in "".join(self.inside)

    def flow(self, separators: Mapping[str, str], default: str = JOINT) -> str:
        """The text with each tag replaced by its separator, still marked for line anchors."""
        get = separators.get
        names = self.names if self._lower_case() else map(str.lower, self.names)
        between = [get(name, default) for name in names]
        if self.wrapped_tags:
            for i, inside in enumerate(self.inside):
                if WRAP in inside:
                    between[i] += SKIP * inside.count(WRAP)
        between.append("")
        return "".join(chain.from_iterable(zip(self.texts, between, strict=True)))

    def line(self, special: Special) -> int:
        """The source line on which the content of `special` begins."""
        return line_of(self.source, special.offset)


def _lower(text: str) -> str:
    return text.translate(_SMALL)


_SMALL = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def split(source: str) -> Markup:
    """Take `source` apart."""
    source = clean(source)
    specials: list[Special] = []
    body = source
    if _HAS_SPECIAL.search(source):
        body = _SPECIAL.sub(_taker(specials), source)
        if any(_in_value(source, special.start) for special in specials):
            specials.clear()
            source = _SPECIAL_OR_TAG.sub(_protect_values, source)
            body = _SPECIAL.sub(_taker(specials), source)
    pieces = _TAG.split(body.replace("\n", WRAP))
    return Markup(source, pieces[0::3], pieces[1::3], pieces[2::3], specials)


def _in_value(source: str, start: int) -> bool:
    """Whether what starts at `start` seems to stand inside a tag, that is in an attribute's value."""
    tag = source.rfind("<", 0, start)
    return tag > source.rfind(">", 0, start) and source.find("=", tag, start) > 0


def _taker(specials: list[Special]) -> "Callable[[re.Match[str]], str]":
    def take(match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind == "cdata":
            return escape(match["cdata"], quote=False)
        if match["name"]:
            inside = f"{match['inside']} {match['end']}" if match["end"] else match["inside"]
            special = Special(match["name"].lower(), match["raw"], inside, match.start(), match.start("raw"))
        else:
            assert kind is not None
            special = Special(kind, match[kind], "", match.start(), match.start(kind))
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


def raw_attributes(insides: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The distinct (name, undecoded value) pairs of many tags, in order, and the words without a value."""
    pairs: dict[tuple[str, str], None] = {}
    words: list[str] = []
    for inside in dict.fromkeys(insides):
        own, bare = _parsed(inside) if len(inside) <= _KEPT else _parse(inside)
        pairs |= own
        if bare:
            words.append(bare)
    return list(pairs), words


def _parse(inside: str) -> tuple[dict[tuple[str, str], None], str]:
    """The (name, undecoded value) pairs of one tag, and its words without a value."""
    pairs: dict[tuple[str, str], None] = {}
    bare = ""
    for name, double, single, plain in _ATTRIBUTE.findall(inside):
        value = double or single or plain
        if value:
            pairs[(name, value)] = None
        else:
            bare += " " + name
    return pairs, bare


# The tags of menus and frames stand on every page of a site.
_parsed = lru_cache(maxsize=8192)(_parse)


def attribute_places(source: str, values: list[str], pairs: list[tuple[str, str]]) -> LazyAnchors:
    """Anchors for a text made of lines of attribute values, the i-th of which `pairs[i]` gives undecoded."""

    def starts() -> list[int]:
        return list(accumulate((len(value) + 1 for value in values[:-1]), initial=0))

    def compute() -> list[tuple[int, str]]:
        lines: dict[tuple[str, str], int] = {}
        line, at = 1, 0
        for match in _ATTRIBUTE.finditer(source):
            line, at = line + source.count("\n", at, match.start()), match.start()
            name, double, single, bare = match.groups()
            lines.setdefault((name, double or single or bare), line)
        return [(start, _attribute_place(pair, lines)) for start, pair in zip(starts(), pairs, strict=True)]

    def at(offset: int) -> str:
        name, raw = pairs[max(0, bisect_right(starts(), offset) - 1)]
        value = raw.replace(WRAP, "\n")
        found = re.search(rf"{re.escape(name)}\s*=\s*[\"']?{re.escape(value)}", source)
        line = f", line {line_of(source, found.start())}" if found else ""
        return f"attribute {name.lower()}{line}"

    return LazyAnchors(compute, at)


def _attribute_place(pair: tuple[str, str], lines: dict[tuple[str, str], int]) -> str:
    name, raw = pair
    line = lines.get((name, raw.replace(WRAP, "\n")))
    return f"attribute {name.lower()}, line {line}" if line else f"attribute {name.lower()}"


def line_of_tag(markup: Markup, index: int) -> str:
    """The source line of the tag at `index`, as a place; counted on from the last one that was asked for."""
    done, lines = markup.counted if markup.counted[0] <= index else (0, 1)
    between = "".join((*markup.texts[done:index], *markup.inside[done:index]))
    lines += between.count(WRAP) + between.count(SKIP)
    markup.counted = index, lines
    return f"line {lines + markup.texts[index].count(WRAP) + markup.texts[index].count(SKIP)}"
