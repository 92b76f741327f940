"""Word, Excel and PowerPoint files (Office Open XML, ECMA-376): every part of the package."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from posixpath import basename

from auditor.collect.extract import charset
from auditor.collect.extract import package as zipped
from auditor.collect.extract.html_attributes import add_attributes
from auditor.collect.extract.lines import JOINT, squeezed
from auditor.collect.extract.markup import Markup, split
from auditor.collect.extract.part import Basket, Part

_LINE = (
    "p tc tr br cr instrText si v f pt posOffset pctWidth pctHeight hMerge author text Author "
    "vt:lpwstr lpwstr lpstr"
)
_PROPERTIES = "title subject creator keywords description lastModifiedBy category Company Manager Template"
_TAB = "tab ptab"
_SEPARATORS = {
    slash + name: separator
    for names, separator in ((_LINE, "\n"), (_PROPERTIES, "\n"), (_TAB, "\t"))
    for name in names.split()
    for slash in ("", "/")
}
_PARTS = (
    (r"/document\d*\.xml", "document"),
    (r"header(\d+)\.xml", "header"),
    (r"footer(\d+)\.xml", "footer"),
    (r"footnotes\.xml", "footnotes"),
    (r"endnotes\.xml", "endnotes"),
    (r"comments?(\d*)\.xml", "comments"),
    (r"/slides/slide(\d+)\.xml", "slide"),
    (r"notesSlide(\d+)\.xml", "notes of slide"),
    (r"slideMaster(\d+)\.xml", "slide master"),
    (r"slideLayout(\d+)\.xml", "slide layout"),
    (r"docProps/\w+\.xml", "properties"),
    (r"_rels/(.*)\.rels", "links of"),
    (r"sharedStrings\.xml", "shared strings"),
    (r"workbook\.xml", "workbook (sheet names, defined names)"),
    (r"diagrams/", "diagram"),
    (r"charts?/", "chart"),
    (r"drawing(\d+)\.(?:xml|vml)", "drawing"),
    (r"customXml/", "custom XML"),
)
_CUSTOM_DATA = re.compile(r"customXml/item\d*\.xml\Z")  # XML of any vocabulary
# A size or an index is one number of at most nine figures; groups, and ten figures, can be a telephone.
_DULL = re.compile(
    r"\A(?:[+-]?(?:\d{1,9}|\d*\.\d+)(?:pt|in|cm|mm|px|em|%)?|[0-9A-Fa-f]{6,8}|rId\d+|true|false|auto|none)\Z"
)


def read(part: Part, basket: Basket) -> None:
    """Read a package: all XML parts, and embedded files and pictures as files of their own."""
    package = zipped.open_zip(part, basket)
    if package is None:
        return
    with package:
        kind = _kind(package)
        if kind == "xlsx":
            from auditor.collect.extract import sheets

            sheets.read(package, basket)
        for info in zipped.members(package, basket):
            body = zipped.member(package, info, basket)
            if body is None:
                continue
            if info.filename.endswith((".xml", ".rels", ".vml")):
                if not (kind == "xlsx" and re.search(r"worksheets/sheet\d*\.xml\Z", info.filename)):
                    read_part(body, info.filename, basket, kind)
            elif not info.filename.endswith(("/printerSettings1.bin", ".odttf", ".fntdata")):
                basket.nested(body, f"embedded file {basename(info.filename)}", info.filename)


def _kind(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(name.startswith(folder) for name in names):
            return kind
    return "ooxml"


def place_of(name: str) -> str:
    """The name under which a person knows a part of a package."""
    for pattern, place in _PARTS:
        if found := re.search(pattern, "/" + name):
            number = found[1] if found.re.groups and found[1] else ""
            return f"{place} {number}".strip()
    return name


def read_part(body: bytes, name: str, basket: Basket, kind: str) -> None:
    """Read one XML part."""
    place = place_of(name)
    if _CUSTOM_DATA.search(name):
        from auditor.collect.extract import xmlfile

        xmlfile.read_text(charset.decode(body), basket.inside(place), f"{kind}-metadata")
        return
    markup = split(charset.decode(body))
    carrier = f"{kind}-metadata" if place in ("properties", "custom XML") else f"{kind}-text"
    default = "\n" if place == "properties" else JOINT
    basket.add(carrier, text_of(markup, default), place)
    if b"nstrText" in body:
        basket.add(carrier, "\n".join(_instructions(markup)), f"{place}, fields")
    add_interesting_attributes(markup, basket.inside(place), f"{kind}-attribute")
    for special in markup.specials:
        if special.kind == "comment":
            basket.add(f"{kind}-attribute", unescape(special.text), f"{place}, XML comment")


def text_of(markup: Markup, default: str = JOINT) -> str:
    """The text of a part: runs of one paragraph joined, paragraphs and cells apart."""
    markup.names = [f"/{n.rpartition(':')[2]}" if n[0] == "/" else n.rpartition(":")[2] for n in markup.names]
    get = _SEPARATORS.get
    pieces: list[str] = []
    for text, name in zip(markup.texts, [*markup.names, ""], strict=True):
        pieces += (text, get(name, default))
    return squeezed(unescape("".join(pieces)))


def _instructions(markup: Markup) -> Iterator[str]:
    """The instructions of fields that are divided into runs (ECMA-376, 17.16.23), each as one text."""
    pieces: list[str] = []
    for name, text in zip((*markup.names, "fldChar"), (*markup.texts[1:], ""), strict=False):
        local = name.rpartition(":")[2]
        if local in ("instrText", "delInstrText"):
            pieces.append(text if name[0] != "/" else "")
        elif local in ("fldChar", "p"):
            if len(list(filter(None, pieces))) > 1:
                yield unescape("".join(pieces))
            pieces = []


def add_interesting_attributes(markup: Markup, basket: Basket, carrier: str) -> None:
    """Attribute values that can hold words: alternative texts, link targets, names, authors."""
    keep = [i for i in dict.fromkeys(markup.inside) if "=" in i]
    slim = Markup(
        markup.source, [], [], [re.sub(r'\s[\w:]+="' + _DULL.pattern[2:-2] + '"', "", i) for i in keep]
    )
    add_attributes(slim, basket, carrier)
