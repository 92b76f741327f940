"""Text that a page shows in another order than its source has it: as style sheets arrange it.

Flex boxes in reverse, boxes with an `order` of their own, boxes floated to the right (which stand in
reverse), runs that are shown backwards (`unicode-bidi`, mirrored boxes) and figures in a text from right to
left. Styles of elements and rules of the page with simple selectors are followed, and class names that common
frameworks give these styles. Only the elements that are arranged are read once more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from auditor.collect.extract import pieces
from auditor.collect.extract.lines import squeezed
from auditor.collect.extract.markup import Markup, attributes
from auditor.collect.extract.part import Basket

_WORDS = (
    *(f"{before}order:" for before in " ;'\""),
    *(f"order-{which}" for which in (*range(10), "first", "last")),
    "float:right",
    "float: right",
    "float-right",
    "float-end",
    "inline-end",
    "-reverse",
    "-override",
    "scalex",
    "rotatey",
    "rtl",
)
_ARRANGES = re.compile(
    r"(?<![\w-])(?:order\s*:\s*-?\d|order-(?:\d|first|last)|float\s*:\s*(?:right|inline-end)|float-(?:right|end)|"
    r"direction\s*:\s*rtl|dir\s*=\s*[\"']?rtl)|-reverse|-override|scalex\(\s*-1|rotatey\(",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_KEY = re.compile(r"[\w-]*(?:[.#][\w-]+)*\Z")
_ORDER = re.compile(r"(?<![\w-])order(?:\s*:\s*|-)(-?\d{1,6}|first|last)")
_EDGES = {"first": -(10**7), "last": 10**7}
_FLOATED = re.compile(r"(?<![\w-])float(?:\s*:\s*(?:right|inline-end)|-(?:right|end)(?![\w-]))")
_REVERSED = re.compile(
    r"flex-(?:direction|flow)\s*:[^;}]*(?:row|column)-reverse|(?<![\w-])flex-(?:row|col|column)-reverse(?![\w-])"
)
_OVERRIDE = re.compile(r"unicode-bidi\s*:[^;}]*-override")
_LEFTWARD = re.compile(r"(?<![\w-])direction\s*:\s*rtl|(?<![\w-])dir\s*=\s*[\"']?rtl")
_MIRRORED = re.compile(r"scalex\(\s*-1\s*\)|rotatey\(\s*180deg\s*\)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_MOST_TAGS = 400
_MOST_RULES = 2_000
_MOST_REGIONS = 500
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class _Look:
    """How one element is arranged: among its siblings, and its own content."""

    order: int = 0
    floated: bool = False
    is_reversed: bool = False
    backwards: bool = False
    leftward: bool = False

    @property
    def moves(self) -> bool:
        """Whether the element may stand elsewhere among its siblings."""
        return bool(self.order) or self.floated

    @property
    def turns(self) -> bool:
        """Whether the content of the element is shown in another order."""
        return self.is_reversed or self.backwards or self.leftward


_PLAIN = _Look()


@dataclass(slots=True)
class _Box:
    """An element while its content is put together."""

    name: str
    look: _Look
    content: list[tuple[_Look, str]] = field(default_factory=list)


def read(markup: Markup, basket: Basket) -> None:
    """Add the texts of the arranged elements of a page, in the order in which they are seen."""
    rules = _rules(markup)
    if not rules and not any(map(_ARRANGES.search, markup.likely(*_WORDS))):
        return
    looks = _Looks(rules)
    found: dict[str, None] = {}
    for start, end in _regions(markup, looks):
        basket.budget.check_time()
        found.update(dict.fromkeys(_shown(markup, start, end, looks)))
    basket.add("html-text", "\n".join(found), "as style sheets arrange it")


def _rules(markup: Markup) -> dict[str, str]:
    """The declarations that arrange something, by the last part of their selectors."""
    rules: dict[str, str] = {}
    for special in markup.specials:
        if special.kind == "style" and _ARRANGES.search(special.text):
            for selectors, body in _RULE.findall(special.text):
                if len(rules) < _MOST_RULES and _ARRANGES.search(body):
                    for selector in selectors.split(","):
                        key = (selector.split() or [""])[-1]
                        if key and _KEY.match(key):
                            rules[key] = f"{rules.get(key, '')};{body.lower()}"
    return rules


class _Looks:
    """How elements are arranged, found out once for each kind of tag."""

    def __init__(self, rules: dict[str, str]) -> None:
        self._rules = rules
        self._known: dict[tuple[str, str], _Look] = {}

    def of(self, name: str, inside: str) -> _Look:
        """The look of an element with this name and these attributes."""
        look = self._known.get((name, inside))
        if look is None:
            look = self._known[name, inside] = self._found(name.lower(), inside)
        return look

    def _found(self, name: str, inside: str) -> _Look:
        own = dict(attributes(inside)) if inside else {}
        words = own.get("class", "").split()
        said = [self._rules[key] for key in _keys(name, own.get("id", ""), words) if key in self._rules]
        if _ARRANGES.search(inside):
            said += [own.get("style", "").lower(), " ".join(words), f"dir={own.get('dir', '').lower()}"]
        if not said:
            return _PLAIN
        text = ";".join(said)
        order = _ORDER.findall(text)
        mirrored, leftward = bool(_MIRRORED.search(text)), bool(_LEFTWARD.search(text))
        overridden = leftward and bool(_OVERRIDE.search(text))
        return _Look(
            order=_EDGES.get(order[-1]) or int(order[-1]) if order else 0,
            floated=bool(_FLOATED.search(text)),
            is_reversed=bool(_REVERSED.search(text)),
            backwards=mirrored or overridden,
            leftward=leftward and not overridden,
        )


def _keys(name: str, identity: str, words: list[str]) -> Iterator[str]:
    yield name
    for word in words:
        yield f".{word}"
        yield f"{name}.{word}"
    if identity:
        yield f"#{identity}"
        yield f"{name}#{identity}"


def _regions(markup: Markup, looks: _Looks) -> Iterator[tuple[int, int]]:
    """(first tag, last tag) of the elements that have to be read once more, outer ones only."""
    tags = list(zip(markup.names, markup.inside, strict=True))
    arranged = {tag for tag in set(tags) if tag[0][0] != "/" and looks.of(*tag) is not _PLAIN}
    done, count = -1, 0
    for index in [i for i, tag in enumerate(tags) if tag in arranged] if arranged else ():
        if index <= done:
            continue
        start = _parent(markup.names, index) if looks.of(*tags[index]).moves else index
        end = _end(markup.names, start)
        if end > index and count < _MOST_REGIONS:
            yield start, end
            done, count = end, count + 1


def _parent(names: list[str], index: int) -> int:
    """The tag that opens the element around the one at `index`, or `index` itself when none is near."""
    level = 0
    for at in range(index - 1, max(-1, index - _MOST_TAGS), -1):
        name = names[at].lower()
        if name.lstrip("/") in _VOID:
            continue
        level += 1 if name[0] == "/" else -1
        if level < 0:
            return at
    return index


def _end(names: list[str], start: int) -> int:
    """The tag that closes the element opened at `start`, or the last one that is near."""
    name, level = names[start].lower(), 1
    last = min(start + _MOST_TAGS, len(names))
    for at in range(start + 1, last):
        tag = names[at].lower()
        level += (tag == name) - (tag == "/" + name)
        if level == 0:
            return at
    return last - 1


def _shown(markup: Markup, start: int, end: int, looks: _Looks) -> Iterator[str]:
    """The texts of the arranged elements between two tags, inner ones first."""
    stack = [_Box("", _PLAIN)]
    for index in range(start, end + 1):
        name = markup.names[index].lower()
        if name[0] != "/" and name not in _VOID:
            stack.append(_Box(name, looks.of(markup.names[index], markup.inside[index])))
        elif any(box.name == name[1:] for box in stack[1:]):
            while stack[-1].name != name[1:]:
                yield from _closed(stack)
            yield from _closed(stack)
        if index < end and (text := _words(markup.texts[index + 1])):
            stack[-1].content.append((_PLAIN, text))
    while len(stack) > 1:
        yield from _closed(stack)


def _words(source: str) -> str:
    """A text in one line; a space that is kept from breaking stands for itself."""
    text = unescape(source) if "&" in source else source
    return squeezed(text).replace("\n", " ") or " " * ("\u00a0" in text)


def _closed(stack: list[_Box]) -> Iterator[str]:
    """Take the last box off the stack, its text into the one around it; its text itself if it is arranged."""
    box = stack.pop()
    texts = _arranged(box)
    whole = " ".join(texts)
    joined = pieces.side_by_side(texts)
    if box.look.backwards:
        whole, joined = whole[::-1], joined[::-1]
    elif box.look.leftward and not any(map(str.isalpha, whole)):
        whole = " ".join(whole.split()[::-1])
    if len(whole) <= _LONGEST:
        if box.look.turns or any(look.moves for look, _ in box.content):
            yield whole
            if joined != whole:
                yield joined
        stack[-1].content.append((box.look, joined if pieces.torn(texts) else whole))


def _arranged(box: _Box) -> list[str]:
    """The texts in a box as they stand from left to right, or from top to bottom."""
    content = sorted(box.content, key=lambda piece: piece[0].order)
    if box.look.is_reversed:
        content.reverse()
    placed = [text for look, text in content if not look.floated]
    return [*placed, *(text for look, text in reversed(content) if look.floated)]
