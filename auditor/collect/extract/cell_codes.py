"""Barcodes that a page draws without a picture: cells with a background, boxes in rows, shadows, characters.

Pages that show a QR code without a picture, as programs for mails and old browsers write them, give each
module a cell of a table, a box in a row, or one of the shadows of a small box.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from auditor.collect.extract import grid_codes, style
from auditor.collect.extract.grid_codes import LEAST, MOST, MOST_DRAWINGS, read_grid
from auditor.collect.extract.lines import JOINT, WRAP
from auditor.collect.extract.markup import Markup, attributes, line_of_tag
from auditor.collect.extract.part import Basket

_LEAST_CELLS = 150
_IN_A_ROW = 7
_RUNS = (
    "td\n" * _IN_A_ROW,
    *(
        f"{name}\n/{name}\n" * _IN_A_ROW
        for name in ("td", "th", "div", "span", "i", "b", "p", "li", "em", "s", "u", "a")
    ),
)
_MANY_CELLS = 100_000
_COLOUR = re.compile(r"background(?:-color)?\s*:\s*([^;}!]+)|bgcolor\s*=\s*[\"']?([#\w]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SHADOWS = re.compile(r"box-shadow\s*:\s*([^;}\"']+)", re.IGNORECASE)
_SHADOW = re.compile(
    r"(?P<before>[^,()]*?(?:\([^()]*\))?\s*)(?<![\w.#-])(?P<x>-?[\d.]+)(?:px|em|rem)?\s+"
    r"(?P<y>-?[\d.]+)(?:px|em|rem)?(?P<after>[^,()]*(?:\([^()]*\))?)"
)
_HEX = re.compile(r"#([0-9a-fA-F]{3,8})\b")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+%?))?")
_DARK_NAMES = (
    "black navy darkblue mediumblue blue darkgreen green teal midnightblue darkslategray darkslategrey "
    "indigo maroon purple darkred brown dimgray dimgrey gray grey currentcolor"
)


def read(markup: Markup, text: str, separators: dict[str, str], basket: Basket) -> None:
    """Add the barcodes that a page, whose reading text is `text`, draws without pictures."""
    if any(mark in text for mark in grid_codes.MARKS):
        shown = unescape(markup.flow(separators)).replace(WRAP, "\n").replace(JOINT, "")
        grid_codes.read_text(shown, basket)
    if len(markup.names) > _LEAST_CELLS and _has_cells(markup.names):
        _read_cells(markup, basket)
    if "box-shadow" in markup.source:
        for found in list(_SHADOWS.finditer(markup.source))[:MOST_DRAWINGS]:
            line = markup.source.count("\n", 0, found.start()) + 1
            _read_shadows(found[1], basket, f"shadows, line {line}")


def _has_cells(names: list[str]) -> bool:
    """Whether many elements without elements of their own follow each other, as those of a code do."""
    tags = "\n".join(names).lower()
    return any(run in tags for run in _RUNS)


def _is_blank(text: str) -> bool:
    return not text.replace("&nbsp;", "").replace("&#160;", "").strip()


def _read_cells(markup: Markup, basket: Basket) -> None:
    colours = _colours(markup)
    for index, rows in list(_cell_rows(markup))[:MOST_DRAWINGS]:
        basket.budget.check_time()
        counted = Counter(kind for row in rows for kind in row)
        if len(counted) > 1 and (dark := _dark_kinds(counted, colours)):
            grid = [[kind in dark for kind in row] for row in rows]
            read_grid(grid, basket, f"cells from {line_of_tag(markup, index)}")


def _cell_rows(markup: Markup) -> Iterator[tuple[int, list[list[str]]]]:
    """(tag, rows) of each long run of empty elements; an element is told by its name and attributes."""
    rows: list[list[str]] = []
    start = last = -1
    names, texts = markup.names, markup.texts
    for index, name in enumerate(names[:_MANY_CELLS]):
        follows = names[index + 1] if index + 1 < len(names) else ""
        closed = follows.lower() == f"/{name.lower()}" or name.lower() == "td"
        if name[0] == "/" or not closed or not _is_blank(texts[index + 1]):
            if not _is_blank(texts[index + 1]):
                yield from _square(start, rows)
                rows = []
            continue
        apart = [
            tag
            for tag in names[last + 1 : index]
            if tag.lower() not in (f"/{name.lower()}", "tbody", "/tbody")
        ]
        if not rows:
            rows, start = [[]], index
        elif apart:
            rows.append([])
        rows[-1] += [f"{name.lower()} {markup.inside[index].strip()}"] * _span(markup.inside[index])
        last = index
    yield from _square(start, rows)


_COLSPAN = re.compile(r"""colspan\s*=\s*["']?(\d{1,3})""", re.IGNORECASE)


def _span(inside: str) -> int:
    found = _COLSPAN.search(inside)
    return max(1, int(found[1])) if found else 1


def _square(start: int, rows: list[list[str]]) -> Iterator[tuple[int, list[list[str]]]]:
    """The rows if they are those of a code; one long row, which a style breaks into lines, as a square."""
    cells = [cell for row in rows for cell in row]
    if len(cells) < LEAST * LEAST:
        return
    side = round(len(cells) ** 0.5)
    widest = Counter(map(len, rows)).most_common(1)[0][0]
    if LEAST <= widest <= MOST and LEAST <= len(rows) <= MOST:
        yield start, [row for row in rows if len(row) == widest]
    elif side * side == len(cells) and side <= MOST:
        yield start, [cells[at : at + side] for at in range(0, len(cells), side)]


def _colours(markup: Markup) -> list[tuple[str, str]]:
    """(selector, colour) of the rules of the page that colour a background."""
    found = []
    for special in markup.specials:
        if special.kind == "style":
            for selectors, body in _RULE.findall(style.decode(special.text)):
                if colour := _COLOUR.search(body):
                    found += [(name.strip().split(" ")[-1], colour[1]) for name in selectors.split(",")]
    return found


def _dark_kinds(counted: Counter[str], colours: list[tuple[str, str]]) -> set[str]:
    """The elements that are dark modules; where no colour tells, all but the most frequent kind."""
    dark: set[str] = set()
    for kind in counted:
        name, _, inside = kind.partition(" ")
        own = _COLOUR.search(inside)
        given = dict(attributes(inside))
        keys = {name, f"#{given.get('id', '')}"}
        for word in given.get("class", "").split():
            keys |= {f".{word}", f"{name}.{word}"}
        ruled = [colour for selector, colour in colours if selector in keys]
        if (own and _is_dark(own[1] or own[2])) or (not own and ruled and _is_dark(ruled[-1])):
            dark.add(kind)
    return dark or (set(counted) - {counted.most_common(1)[0][0]})


def _is_dark(colour: str) -> bool:
    """Whether a colour is nearer to black than to white; what is not known counts as light."""
    colour = colour.strip().lower()
    if found := _HEX.search(colour):
        digits = found[1]
        pairs = [digit * 2 for digit in digits[:3]] if len(digits) < 6 else re.findall("..", digits)[:3]
        parts = [int(pair, 16) for pair in pairs]
    elif found := _RGB.search(colour):
        if found[4] in ("0", "0%", "0.0"):
            return False
        parts = [int(part) for part in found.groups()[:3]]
    else:
        return bool(set(re.findall(r"[a-z]+", colour)) & set(_DARK_NAMES.split()))
    return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128


def _read_shadows(value: str, basket: Basket, where: str) -> None:
    points = set()
    for shadow in _SHADOW.finditer(value):
        colour = f"{shadow['before']} {shadow['after']}"
        if _is_dark(colour) or not re.search(r"[a-z(#]{3}", colour.replace("px", "")):
            points.add((round(float(shadow["x"]), 3), round(float(shadow["y"]), 3)))
    if len(points) < _LEAST_CELLS:
        return
    columns, lines = (sorted({point[axis] for point in points}) for axis in (0, 1))
    steps = [b - a for axis in (columns, lines) for a, b in pairwise(axis)]
    step = min(steps, default=0)
    if step <= 0 or max(columns[-1] - columns[0], lines[-1] - lines[0]) > MOST * step:
        return
    places = {(round((x - columns[0]) / step), round((y - lines[0]) / step)) for x, y in points}
    width, height = (max(place[axis] for place in places) + 1 for axis in (0, 1))
    read_grid([[(x, y) in places for x in range(width)] for y in range(height)], basket, where)
