"""Excel worksheets: each row as a line, each cell with its sheet and name; hidden sheets are said to be."""

import re
import zipfile
from html import unescape
from posixpath import join, normpath

from auditor.collect.extract import charset, formulas, office, tables
from auditor.collect.extract import package as zipped
from auditor.collect.extract.markup import Markup, attributes, split
from auditor.collect.extract.part import Basket

_MAX_ROWS = 500_000
# Codes in headers and footers (ECMA-376, 18.3.1.39): position, font, size, colour, fields.
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|[A-Za-z]|\d{1,3}(?!\d)| ?\+)')
_LITERAL = re.compile(r'"([^"]{3,})"')
_DIGIT_PLACE = re.compile(r"[#0?.,]+")


def read(package: zipfile.ZipFile, basket: Basket) -> None:
    """Read every worksheet of a workbook."""
    strings = _shared_strings(package, basket)
    titles = _titles(package, basket)
    formats = _formats_with_words(package, basket)
    for info in zipped.members(package, basket):
        if re.search(r"worksheets/sheet\d*\.xml\Z", info.filename):
            body = zipped.member(package, info, basket)
            if body:
                title = titles.get(info.filename, info.filename)
                _sheet(split(charset.decode(body)), strings, formats, basket.inside(title))


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


def _formats_with_words(package: zipfile.ZipFile, basket: Basket) -> dict[str, str]:
    """The number formats that put words beside a number, by the number of the cell style."""
    styles = _part(package, "xl/styles.xml", basket)
    if styles is None:
        return {}
    codes: dict[str, str] = {}
    found: dict[str, str] = {}
    within, count = False, 0
    for name, inside in zip(map(_local, styles.names), styles.inside, strict=True):
        if name == "numFmt":
            entry = dict(attributes(inside))
            code = entry.get("formatcode", "")
            if _LITERAL.search(code):
                codes[entry.get("numfmtid", "")] = code.partition(";")[0].replace('"', "").replace("\\", "")
        elif name in ("cellXfs", "/cellXfs"):
            within = name[0] != "/"
        elif name == "xf" and within:
            number = dict(attributes(inside)).get("numfmtid", "")
            if number in codes:
                found[str(count)] = codes[number]
            count += 1
    return found


def _sheet(markup: Markup, strings: list[str], formats: dict[str, str], basket: Basket) -> None:
    """Cells row by row with their names; then headers, footers, links and whatever else the sheet holds."""
    rows: list[list[tuple[str, str]]] = []
    reference = kind = hidden = style = ""
    rich = False
    others: list[str] = []
    made: list[tuple[str, str]] = []
    kept: list[str] = []
    for name, inside, text in zip(map(_local, markup.names), markup.inside, markup.texts[1:], strict=True):
        if name == "row":
            rows.append([])
            hidden = " (hidden row)" if ' hidden="1"' in inside else ""
        elif name == "c":
            cell = dict(attributes(inside))
            reference, kind, style = cell.get("r", ""), cell.get("t", ""), cell.get("s", "")
            rich = False
        elif name in ("v", "t", "f") and rows:
            if name == "f" and text:
                made.append((f"cell {reference}{hidden}", unescape(text)))
            if name == "t" and rich and rows[-1]:
                # Runs of one inline text, which differ in font only.
                rows[-1][-1] = (rows[-1][-1][0], rows[-1][-1][1] + _value(name, kind, text, strings))
            elif text:
                rich = name == "t"
                rows[-1].append((f"cell {reference}{hidden}", _value(name, kind, text, strings)))
                if style in formats and not kind and name == "v":
                    shown = _DIGIT_PLACE.sub(text, formats[style], count=1)
                    rows[-1].append((f"cell {reference}{hidden}, as shown", shown))
        else:
            others.append(text)
            kept.append(inside)
    _add_cells([row for row in rows if row], basket)
    formulas.read(made, {place.split()[1]: text for row in rows for place, text in row}, basket)
    texts = [unescape(text) for text in others if text.strip()]
    basket.add("xlsx-text", "\n".join(texts), "headers and more")
    plain = [_HEADER_CODE.sub("\n", text).strip() for text in texts if "&" in text]
    plain += [text.strip('"').replace(",", "\n") for text in texts if text[:1] == '"' and "," in text]
    basket.add("xlsx-text", "\n".join(plain), "headers without codes, lists of choices")
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
