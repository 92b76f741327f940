"""HTML pages: the reading text with tags elided, and everything that a page carries without showing it."""

import re
from html import unescape

from auditor.collect.extract import (
    cell_codes,
    charset,
    drawn_codes,
    flight,
    html_attributes,
    html_views,
    pieces,
    script,
    structured,
    style,
)
from auditor.collect.extract.lines import JOINT, marked_lines, squeezed
from auditor.collect.extract.markup import Markup, Special, split
from auditor.collect.extract.part import Basket, Part

_BLOCKS = (
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe input "
    "legend li link main map area menu meta nav noframes noscript object ol optgroup option p param pre "
    "search section select source summary table tbody template text textarea tfoot thead title tr track ul "
    "video"
)
_CELLS = "td th"
SEPARATORS = {
    slash + name: separator
    for names, separator in ((_BLOCKS, "\n"), (_CELLS, "\t"))
    for name in names.split()
    for slash in ("", "/")
}
_SPELLED = re.compile(r"\n(.(?:\n.){7,})(?![^\n])")
_SPLIT_WORD = re.compile(rf"{JOINT}(?<=\w{JOINT}){JOINT}*\w")
_HIDDEN_TYPES = re.compile(r"type\s*=\s*[\"']?([\w./+-]+)", re.IGNORECASE)


def read(part: Part, basket: Basket) -> None:
    """Read an HTML page."""
    for source in charset.readings(part.body, part.charset):
        read_text(source, basket)


def read_text(source: str, basket: Basket) -> None:
    """Read an HTML page, or a piece of one."""
    markup = split(source)
    _reading_text(markup, basket)
    html_attributes.read(markup, basket)
    for special in markup.specials:
        basket.budget.check_time()
        _SPECIAL_READERS[special.kind](special, markup, basket)
    structured.read(markup, basket)
    if "<svg" in source:
        drawn_codes.read(source, basket)
    if flight.MARK in source:
        flight.read((special.text for special in markup.specials if special.kind == "script"), basket)


def _reading_text(markup: Markup, basket: Basket) -> None:
    marked = markup.flow(SEPARATORS)
    if "&" in marked:
        marked = unescape(marked)
    text = squeezed(marked)
    basket.add("html-text", text, "", marked_lines(marked, text))
    for variant in variants(marked) if JOINT in marked else ():
        basket.add("html-text", variant, "words split by tags")
    for run in _SPELLED.findall(f"\n{text}"):
        basket.add("html-text", pieces.side_by_side(run.split("\n")), "letters in elements of their own")
    html_views.read(markup, SEPARATORS, text, basket)
    cell_codes.read(markup, text, SEPARATORS, basket)


def variants(marked: str) -> list[str]:
    """Other readings of the lines in which a tag stands inside a word.

    Elided, `<b>1247</b><i>North</i>` reads as one word though a style sheet may set the parts apart;
    so such lines are read once more with a space for each tag, and once with a space only where the
    kind of character changes.
    """
    marked = marked.replace(JOINT + JOINT, JOINT).replace(JOINT + JOINT, JOINT)
    lines: dict[str, None] = {}
    at = 0
    while found := _SPLIT_WORD.search(marked, at):
        at = marked.find("\n", found.end() - 1)
        at = len(marked) if at < 0 else at
        lines[marked[marked.rfind("\n", 0, found.start()) + 1 : at]] = None
    if not lines:
        return []
    joined = "\n".join(lines)
    spaced = squeezed(joined.replace(JOINT, " "))
    mixed = squeezed(_CHANGE.sub(" ", joined))
    return [v for v in dict.fromkeys((spaced, mixed)) if v != squeezed(joined)]


_CHANGE = re.compile(rf"(?<=\d){JOINT}+(?=[^\W\d])|(?<=[^\W\d]){JOINT}+(?=\d)|(?<=[a-z]){JOINT}+(?=[A-Z])")


def _comment(special: Special, markup: Markup, basket: Basket) -> None:
    line = markup.line(special)
    if "<" not in special.text:
        text = unescape(special.text)
        basket.add("html-comment", text, "", marked_lines(text, text, line, newline_counts=True))
        return
    basket.nested_text(lambda within: _comment_markup(special.text, line, within))


def _comment_markup(source: str, line: int, basket: Basket) -> None:
    inner = split(source)
    marked = unescape(inner.flow(SEPARATORS))
    text = squeezed(marked)
    where = f"comment from line {line}"
    basket.add("html-comment", text, "", marked_lines(marked, text, line))
    for variant in variants(marked):
        basket.add("html-comment", variant, where)
    within = basket.inside(where)
    html_attributes.read(inner, within)
    for nested in inner.specials:
        _SPECIAL_READERS[nested.kind](nested, inner, within)


def _script(special: Special, markup: Markup, basket: Basket) -> None:
    kind = _HIDDEN_TYPES.search(special.attributes)
    script.read_inline(special.text, kind[1].lower() if kind else "", markup.line(special), basket)


def _style(special: Special, markup: Markup, basket: Basket) -> None:
    style.read_text(special.text, basket, markup.line(special))


_SPECIAL_READERS = {"comment": _comment, "declaration": _comment, "script": _script, "style": _style}
