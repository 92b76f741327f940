"""Excel worksheets: each row as a line, each cell with its sheet and name; hidden sheets are said to be."""

import re
import zipfile
from html import unescape
from posixpath import join, normpath

from auditor.collect.extract import charset, office, tables
from auditor.collect.extract import package as zipped
from auditor.collect.extract.markup import Markup, attributes, split
from auditor.collect.extract.part import Basket

_MAX_ROWS = 500_000
_MARGINS = frozenset(["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"])
_CODES = re.compile(r'&(?:[LCR]|"[^"]*"|K[0-9A-F]{6}|[ABDEFGHIKNOPSTUXYZ]|(?<![LCR].)\d+)')
"""What lays headers and footers out (ECMA-376, 18.3.1.39): sections, fonts, sizes, colours, fields."""


def read(package: zipfile.ZipFile, basket: Basket) -> None:
    """Read every worksheet of a workbook."""
    strings = _shared_strings(package, basket)
    titles = _titles(package, basket)
    for info in zipped.members(package, basket):
        if re.search(r"worksheets/sheet\d*\.xml\Z", info.filename):
            body = zipped.member(package, info, basket)
            if body:
                title = titles.get(info.filename, info.filename)
                _sheet(split(charset.decode(body)), strings, basket.inside(title))


def _local(name: str) -> str:
    return ("/" if name[0] == "/" else "") + name.lstrip("/").rpartition(":")[2]


def _part(package: zipfile.ZipFile, name: str, basket: Basket) -> Markup | None:
    try:
        info = package.getinfo(name)
    except KeyError:
        return None
    body = zipped.member(package, info, basket)
    return split(charset.decode(body)) if body else None


def _shared_strings(package: zipfile.ZipFile, basket: Basket) -> list[str]:
    markup = _part(package, "xl/sharedStrings.xml", basket)
    strings: list[str] = []
    pieces: list[str] = []
    for name, text in zip(map(_local, markup.names), markup.texts[1:], strict=True) if markup else ():
        if name == "si":
            pieces = []
        elif name == "t":
            pieces.append(text)
        elif name == "/si":
            strings.append(unescape("".join(pieces)))
    return strings


def _titles(package: zipfile.ZipFile, basket: Basket) -> dict[str, str]:
    """The title of each sheet by the name of its part."""
    book, links = (
        _part(package, "xl/workbook.xml", basket),
        _part(package, "xl/_rels/workbook.xml.rels", basket),
    )
    if book is None or links is None:
        return {}
    targets = {}
    for inside in links.inside:
        link = dict(attributes(inside))
        if "id" in link and "target" in link:
            targets[link["id"]] = normpath(join("xl", link["target"])).lstrip("/")
    titles = {}
    for name, inside in zip(book.names, book.inside, strict=True):
        if _local(name) == "sheet":
            sheet = dict(attributes(inside))
            hidden = " (hidden)" if sheet.get("state", "visible") != "visible" else ""
            titles[targets.get(sheet.get("r:id", ""), "")] = f"sheet {sheet.get('name', '')}{hidden}"
    return titles


def _sheet(markup: Markup, strings: list[str], basket: Basket) -> None:
    """Cells row by row with their names; then headers, footers, links and whatever else the sheet holds."""
    rows: list[list[tuple[str, str]]] = []
    reference = kind = hidden = ""
    others: list[str] = []
    kept: list[str] = []
    for name, inside, text in zip(map(_local, markup.names), markup.inside, markup.texts[1:], strict=True):
        if name == "row":
            rows.append([])
            hidden = " (hidden row)" if ' hidden="1"' in inside else ""
        elif name == "c":
            cell = dict(attributes(inside))
            reference, kind = cell.get("r", ""), cell.get("t", "")
        elif name in ("v", "t", "f") and rows:
            if text:
                rows[-1].append((f"cell {reference}{hidden}", _value(name, kind, text, strings)))
        else:
            others.append(_CODES.sub("\n", unescape(text)) if name in _MARGINS else unescape(text))
            kept.append(inside)
    _add_cells([row for row in rows if row], basket)
    basket.add("xlsx-text", "\n".join(text for text in others if text.strip()), "headers and more")
    rest = Markup(markup.source, [], [], kept)
    office.add_interesting_attributes(rest, basket, "xlsx-attribute")


def _add_cells(rows: list[list[tuple[str, str]]], basket: Basket) -> None:
    pieces: list[str] = []
    anchors: list[tuple[int, str]] = []
    at = 0
    for row in rows[:_MAX_ROWS]:
        for number, (place, text) in enumerate(row, 1):
            anchors.append((at, place))
            separator = "\n" if number == len(row) else ", "
            pieces += (text, separator)
            at += len(text) + len(separator)
    if len(rows) > _MAX_ROWS:
        basket.skip(f"only the first {_MAX_ROWS} rows were read")
    basket.add("xlsx-cell", "".join(pieces), "", tuple(anchors))
    texts = [[text for _, text in row] for row in rows[:_MAX_ROWS]]
    tables.add_joined(basket, "xlsx-cell", texts, [f"row of {row[0][0]}" for row in rows[:_MAX_ROWS]])


def _value(name: str, kind: str, text: str, strings: list[str]) -> str:
    if name == "v" and kind == "s" and text.strip().isdigit() and int(text) < len(strings):
        return strings[int(text)]
    return unescape(text)
