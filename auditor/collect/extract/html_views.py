"""Other ways of reading a page: as it looks with hidden parts left out, backwards, by tables and labels."""

import re
from collections.abc import Iterator
from html import unescape

from auditor.collect.extract import named, tables
from auditor.collect.extract.data import add_lines
from auditor.collect.extract.lines import JOINT, squeezed
from auditor.collect.extract.markup import Markup, line_of_tag
from auditor.collect.extract.part import Basket

_HIDDEN = re.compile(
    r"(?:\s|\A)hidden(?=[\s=/]|\Z)|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_HIDING_RULE = re.compile(
    r"\.([\w-]+)\s*[,{][^}]{0,500}?(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_VOID = frozenset(
    {"meta", "link", "input", "img", "br", "hr", "area", "base", "col", "embed", "source", "wbr"}
)
_MAX_HIDDEN_TAGS = 400
_BACKWARDS = ("bidi-override", "<bdo", "<BDO")
_MAX_CELLS = 200_000


def read(markup: Markup, separators: dict[str, str], text: str, basket: Basket) -> None:
    """Add the other readings of a page whose reading text is `text`."""
    _as_seen(markup, separators, text, basket)
    if any(mark in markup.source for mark in _BACKWARDS):
        basket.add("html-text", "\n".join(line[::-1] for line in text.split("\n")), "read backwards")
    if "table" in markup.source or "TABLE" in markup.source:
        for number, (index, rows) in enumerate(_tables(markup), 1):
            basket.budget.check_time()
            places = [f"table {number}, row {row}" for row in range(1, len(rows) + 1)]
            tables.add_joined(basket, "html-text", rows, places, line_of_tag(markup, index))
    if "<dt" in markup.source or "<DT" in markup.source:
        _definitions(markup, basket)


def _hidden_tags(markup: Markup) -> set[str]:
    """The distinct attribute strings that hide their element."""
    insides = {inside for inside in markup.inside if inside}
    joined = "\n".join(insides)
    hidden = {i for i in insides if _HIDDEN.search(i)} if _HIDDEN.search(joined) else set()
    styles = "".join(special.text for special in markup.specials if special.kind == "style")
    classes = set(_HIDING_RULE.findall(styles))
    if classes:
        words = re.compile(
            r"class\s*=\s*[\"']?[^\"'>]*?(?<![\w-])(?:" + "|".join(map(re.escape, classes)) + r")(?![\w-])"
        )
        hidden |= {i for i in insides if words.search(i)}
    return hidden


def _as_seen(markup: Markup, separators: dict[str, str], text: str, basket: Basket) -> None:
    """The lines that read otherwise when hidden elements inside them are left out."""
    hidden = _hidden_tags(markup)
    if not hidden:
        return
    texts = list(markup.texts)
    at = 0
    for index, (name, inside) in enumerate(zip(markup.names, markup.inside, strict=True)):
        if index < at or inside not in hidden or name[0] == "/" or name.lower() in _VOID:
            continue
        at = _closing(markup, index)
        for i in range(index + 1, min(at + 1, len(texts))):
            texts[i] = ""
    seen = squeezed(unescape(Markup(markup.source, texts, markup.names, markup.inside).flow(separators)))
    known = set(text.split("\n"))
    lines = [line for line in seen.split("\n") if line not in known]
    basket.add("html-text", "\n".join(lines), "without hidden parts")


def _closing(markup: Markup, index: int) -> int:
    """The tag that closes the element opened at `index`, or `index` itself when none is near."""
    name, level = markup.names[index].lower(), 1
    for i in range(index + 1, min(index + _MAX_HIDDEN_TAGS, len(markup.names))):
        tag = markup.names[i].lower()
        level += (tag == name) - (tag == "/" + name)
        if level == 0:
            return i
    return index


def _tables(markup: Markup) -> Iterator[tuple[int, list[list[str]]]]:
    """(tag, rows) of each table; a table within a table is one of its own."""
    open_tables: list[tuple[int, list[list[str]]]] = []
    cells = 0
    for index, raw in enumerate(markup.names):
        name = raw.lower()
        if name == "table":
            open_tables.append((index, []))
        elif not open_tables:
            continue
        elif name == "/table":
            yield open_tables.pop()
            continue
        rows = open_tables[-1][1]
        if name == "tr":
            rows.append([])
        elif name in ("td", "th"):
            cells += 1
            if cells > _MAX_CELLS:
                return
            if not rows:
                rows.append([])
            rows[-1].append("")
        if rows and rows[-1] and (text := markup.texts[index + 1]):
            rows[-1][-1] += text if name.lstrip("/") not in ("br", "p", "div") else f" {text}"
    yield from reversed(open_tables)


def _definitions(markup: Markup, basket: Basket) -> None:
    """Definition lists whose terms name the parts of an address."""
    pairs: list[list[str]] = []
    for index, raw in enumerate(markup.names):
        name = raw.lower()
        if name == "dt":
            pairs.append(["", ""])
        if pairs and name not in ("/dl", "dl"):
            pairs[-1][1 if name == "dd" or pairs[-1][1] else 0] += markup.texts[index + 1]
    cleaned = [(_clean(term), _clean(value)) for term, value in pairs]
    found = [("definition list", text) for group in named.groups(cleaned) for text in named.joined(group)]
    add_lines(basket, "html-text", found)


def _clean(text: str) -> str:
    return squeezed(unescape(text.replace(JOINT, ""))).replace("\n", " ")
