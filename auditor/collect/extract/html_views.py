"""Other ways of reading a page: as it looks with hidden parts left out, backwards, by tables and labels."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

from auditor.collect.extract import arranged, named, style, tables
from auditor.collect.extract.data import add_lines
from auditor.collect.extract.lines import JOINT, squeezed
from auditor.collect.extract.markup import Markup, attributes, line_of_tag
from auditor.collect.extract.part import Basket

_HIDDEN = re.compile(
    r"(?:\s|\A)hidden(?=[\s=/]|\Z)|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_HIDING_RULE = re.compile(
    r"\.([\w-]+)\s*[,{][^}]{0,500}?(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_HIDING_WORDS = ("hidden", "display", "visibility", "font-size", "opacity")
_VOID = frozenset(
    {"meta", "link", "input", "img", "br", "hr", "area", "base", "col", "embed", "source", "wbr"}
)
_FIELDS = frozenset({"text", "tel", "number", "search", "hidden"})
_FORM_TAGS = frozenset({"input", "form", "/form", "INPUT", "FORM", "/FORM"})
_GLOSSES = frozenset({"rt", "rp"})  # readings and brackets beside the words of a ruby annotation
_MAX_HIDDEN_TAGS = 400
_MAX_DRESSED = 500
_BACKWARDS = ("bidi-override", "<bdo", "<BDO")
_MAX_CELLS = 200_000
_MAX_LINE = 300
_SMALL = 12
_LONGEST_LABEL = 40
_PLACE_WORDS = re.compile(r"street|address|house|latitude|\blat\b|postal|post ?code|\bzip\b", re.IGNORECASE)


def read(markup: Markup, separators: dict[str, str], text: str, basket: Basket) -> None:
    """Add the other readings of a page whose reading text is `text`."""
    _as_seen(markup, separators, text, basket)
    if any(mark in markup.source for mark in _BACKWARDS):
        basket.add("html-text", "\n".join(line[::-1] for line in text.split("\n")), "read backwards")
    if "-reverse" in markup.source:
        lines = (" ".join(line.split()[::-1]) for line in text.split("\n") if len(line) < _MAX_LINE)
        basket.add("html-text", "\n".join(lines), "words read backwards")
    arranged.read(markup, basket)
    if any(special.kind == "style" and "content" in special.text for special in markup.specials):
        basket.add("html-text", "\n".join(_dressed(markup)), "with text from the style sheet")
    if "table" in markup.source or "TABLE" in markup.source:
        for number, (index, rows) in enumerate(_tables(markup), 1):
            basket.budget.check_time()
            places = [f"table {number}, row {row}" for row in range(1, len(rows) + 1)]
            tables.add_joined(basket, "html-text", rows, places, partial(line_of_tag, markup, index))
    if "<input" in markup.source or "<INPUT" in markup.source:
        _forms(markup, basket)
    if "<dt" in markup.source or "<DT" in markup.source:
        _definitions(markup, basket)


def _hidden_tags(markup: Markup) -> set[str]:
    """The distinct attribute strings that hide their element."""
    hidden = {inside for inside in markup.likely(*_HIDING_WORDS) if _HIDDEN.search(inside)}
    styles = "".join(special.text for special in markup.specials if special.kind == "style")
    classes = set(_HIDING_RULE.findall(styles))
    if classes:
        in_class = re.compile(
            r"class\s*=\s*[\"']?[^\"'>]*?(?<![\w-])(?:" + "|".join(map(re.escape, classes)) + r")(?![\w-])"
        )
        markup.mentions("")
        hidden |= {i for i in markup.distinct if in_class.search(i)}
    return hidden


def _as_seen(markup: Markup, separators: dict[str, str], text: str, basket: Basket) -> None:
    """The lines that read otherwise when hidden elements inside them are left out."""
    hidden = _hidden_tags(markup)
    ruby = "<rt" in markup.source or "<rp" in markup.source
    if not hidden and not ruby:
        return
    texts = list(markup.texts)
    at = 0
    for index, (name, inside) in enumerate(zip(markup.names, markup.inside, strict=True)):
        if index < at or (inside not in hidden and not (ruby and name in _GLOSSES)):
            continue
        if name[0] == "/" or name.lower() in _VOID:
            continue
        at = _closing(markup, index)
        for i in range(index + 1, min(at + 1, len(texts))):
            texts[i] = ""
    seen = squeezed(unescape(Markup(markup.source, texts, markup.names, markup.inside).flow(separators)))
    known = set(text.split("\n"))
    lines = [line for line in seen.split("\n") if line not in known]
    basket.add("html-text", "\n".join(lines), "without hidden parts")


def _dressed(markup: Markup) -> Iterator[str]:
    """Elements with the text that rules of the page put before and after them."""
    put: dict[str, dict[str, str]] = {}
    variables: dict[str, str] = {}
    for special in markup.specials:
        if special.kind == "style":
            variables.update(style.VARIABLE.findall(special.text))
            for selector, side, value in style.PSEUDO.findall(special.text):
                put.setdefault(selector, {})[side] = value
    count = 0
    for index, (name, inside) in enumerate(zip(markup.names, markup.inside, strict=True)):
        if not put or count >= _MAX_DRESSED or name[0] == "/":
            continue
        own = dict(attributes(inside)) if inside else {}
        keys = (name.lower(), f"#{own.get('id', '')}", *(f".{word}" for word in own.get("class", "").split()))
        sides = [put[key] for key in keys if key in put]
        if sides:
            count += 1
            end = _closing(markup, index)
            inner = _clean("".join(markup.texts[index + 1 : end + 1])) if end > index else ""
            if len(sides) > 1:
                sides.append({where: value for side in sides for where, value in side.items()})
            for side in sides:
                before, after = (style.put_text(side.get(s, ""), variables, own) for s in ("before", "after"))
                yield f"{before}{inner}{after}"


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
    """(tag, rows) of each innermost table that is small or whose words name parts of a place."""
    names = list(map(str.lower, markup.names))
    start = -1
    for index in [i for i, name in enumerate(names) if name in ("table", "/table")]:
        if names[index] == "table":
            start = index
        elif start >= 0:
            rows = names[start:index].count("tr")
            if rows <= _SMALL or _PLACE_WORDS.search("".join(markup.texts[start:index])):
                yield start, _rows(names[start:index], markup.texts[start + 1 : index + 1])
            start = -1
    if start >= 0:
        yield start, _rows(names[start : start + _MAX_CELLS], markup.texts[start + 1 :])


def _rows(names: list[str], texts: list[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for name, text in zip(names, texts, strict=False):
        if name == "tr":
            rows.append([])
        elif name in ("td", "th"):
            if not rows:
                rows.append([])
            rows[-1].append("")
        if text and rows and rows[-1]:
            rows[-1][-1] += text if name.lstrip("/") not in ("br", "p", "div") else f" {text}"
    return [[unescape(cell) if "&" in cell else cell for cell in row] for row in rows]


def _definitions(markup: Markup, basket: Basket) -> None:
    """Definition lists whose terms name the parts of an address."""
    names = list(map(str.lower, markup.names))
    pairs: list[tuple[str, str]] = []
    for index in [i for i, name in enumerate(names) if name == "dt"]:
        term = _clean(_until(markup.texts, names, index, "/dt", "dd", "dt"))
        if len(term) <= _LONGEST_LABEL and (named.role_of(term) or term.lower() in ("no", "number")):
            value = next((i for i in range(index + 1, min(index + 12, len(names))) if names[i] == "dd"), -1)
            if value >= 0:
                pairs.append((term, _clean(_until(markup.texts, names, value, "/dd", "dd", "dt"))))
    found = [("definition list", text) for group in named.groups(pairs) for text in named.joined(group)]
    add_lines(basket, "html-text", found)


def _forms(markup: Markup, basket: Basket) -> None:
    """The values of the fields of each form side by side, for a number or a name in several fields."""
    row: list[str] = []
    at = -1
    for index in [i for i, name in enumerate(markup.names) if name in _FORM_TAGS]:
        if markup.names[index].lower() != "input":
            _add_row(row, markup, at, basket)
            row = []
        elif value := _field_value(markup.inside[index]):
            at = at if row else index
            row.append(value)
    _add_row(row, markup, at, basket)


def _field_value(inside: str) -> str:
    """What is written in a field, when it is one to write in."""
    if "value" not in inside.lower():
        return ""
    own = dict(attributes(inside))
    return own.get("value", "").strip() if own.get("type", "text").lower() in _FIELDS else ""


def _add_row(row: list[str], markup: Markup, at: int, basket: Basket) -> None:
    if len(row) > 1:
        basket.add("html-attribute", " ".join(row), f"fields from {line_of_tag(markup, at)}")


def _until(texts: list[str], names: list[str], index: int, *ends: str) -> str:
    """The text after tag `index` up to one of the tags `ends`, or a few tags on."""
    pieces = [texts[index + 1]]
    for i in range(index + 1, min(index + 12, len(names))):
        if names[i] in ends:
            break
        pieces.append(texts[i + 1])
    return "".join(pieces)


def _clean(text: str) -> str:
    return squeezed(unescape(text.replace(JOINT, ""))).replace("\n", " ")
