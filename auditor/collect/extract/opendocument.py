"""OpenDocument text, sheets and slides (ODF 1.3): content, styles with headers, metadata, objects."""

from collections.abc import Iterator
from html import unescape
from posixpath import basename

from auditor.collect.extract import charset, formulas, tables
from auditor.collect.extract import package as zipped
from auditor.collect.extract.lines import JOINT, squeezed
from auditor.collect.extract.markup import Markup, attributes, split
from auditor.collect.extract.office import add_interesting_attributes
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.strings import strings_of

_LINE = (
    "p h list-item table-row annotation creator date date-string title line-break page frame desc "
    "description keyword subject initial-creator user-defined tracked-changes"
)
_SPACE = "s note note-citation note-body"
_SEPARATORS = {
    slash + name: separator
    for names, separator in ((_LINE, "\n"), (_SPACE, " "), ("tab table-cell covered-table-cell", "\t"))
    for name in names.split()
    for slash in ("", "/")
}
_CELL_ENDS = ("/table-cell", "/covered-table-cell")
_PLACES = {"content.xml": "content", "styles.xml": "styles, headers and footers", "meta.xml": "properties"}


def read(part: Part, basket: Basket) -> None:
    """Read an OpenDocument package."""
    package = zipped.open_zip(part, basket)
    if package is None:
        return
    with package:
        names = package.namelist()
        if "META-INF/manifest.xml" in names:
            manifest = zipped.member(package, package.getinfo("META-INF/manifest.xml"), basket) or b""
            if b"encryption-data" in manifest:
                basket.skip("the document is protected by a password")
                return
        for info in zipped.members(package, basket):
            body = zipped.member(package, info, basket)
            if body is None or info.filename == "mimetype":
                continue
            if info.filename.endswith((".xml", ".rdf")):
                read_source(charset.decode(body), info.filename, basket)
            elif info.filename == "layout-cache":
                # Where pages begin, as numbers: no document text, but its strings are searched all the same.
                basket.add("odf-metadata", strings_of(body), info.filename)
            else:
                basket.nested(body, f"embedded file {basename(info.filename)}", info.filename)


def read_flat(part: Part, basket: Basket) -> None:
    """Read an OpenDocument file kept as one XML file."""
    read_source(charset.decode(part.body, part.charset), "content.xml", basket)


def read_source(source: str, name: str, basket: Basket) -> None:
    """Read one XML part."""
    place = _PLACES.get(name) or (name if "/" in name else "")
    markup = split(source)
    carrier = "odf-metadata" if name.endswith("meta.xml") else "odf-text"
    default = "\n" if carrier == "odf-metadata" else JOINT
    names = [_local(n) for n in markup.names]
    pieces: list[str] = []
    for text, tag in zip(markup.texts, [*names, ""], strict=True):
        pieces += (text, _SEPARATORS.get(tag, default))
    basket.add(carrier, squeezed(unescape("".join(pieces))), place)
    add_interesting_attributes(markup, basket.inside(place), "odf-attribute")
    if "formula=" in source or "expression=" in source or "condition=" in source:
        formulas.read(_formulas(markup), {}, basket, "odf-cell")
    if "table-row" in names:
        _tables(markup, names, basket)


def _formulas(markup: Markup) -> Iterator[tuple[str, str]]:
    """Formulas of cells, names and conditions. The results of those that name cells are kept beside them."""
    for name, inside in zip(markup.names, markup.inside, strict=True):
        if "formula=" in inside or "expression=" in inside or "condition=" in inside:
            own = dict(attributes(inside))
            for key in ("table:formula", "table:expression", "table:condition"):
                if own.get(key):
                    yield _local(name), own[key]


def _local(name: str) -> str:
    return ("/" if name[0] == "/" else "") + name.lstrip("/").rpartition(":")[2]


def _tables(markup: Markup, names: list[str], basket: Basket) -> None:
    """Each table with its title, rows as lines."""
    rows: list[list[str]] = []
    cell: list[str] = []
    title = ""
    for name, inside, text in zip(names, markup.inside, markup.texts[1:], strict=True):
        if name == "table":
            title = dict(attributes(inside)).get("table:name", "")
            rows = []
        elif name == "table-row" and not inside.endswith("/"):
            rows.append([])
        elif name in _CELL_ENDS and rows:
            rows[-1].append(" ".join(unescape("".join(cell)).split()))
        elif name == "table-cell" and inside.endswith("/") and rows:
            rows[-1].append("")
        elif name == "/table":
            places = [f"row {number}" for number in range(1, len(rows) + 1)]
            tables.add_rows(basket, "odf-cell", rows, places, f"table {title}")
            rows = []
        if name in _CELL_ENDS or name in ("table-cell", "table-row"):
            cell = [text]
        else:
            cell += (" " if _SEPARATORS.get(name) else "", text)
