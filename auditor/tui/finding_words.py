"""A finding in words for someone who builds no websites: where it stands, who meets it, how well it fits."""

from typing import NamedTuple

from auditor.core.finding import Finding
from auditor.core.status import Confidence, Grade, Kind
from auditor.report.words import carrier_word

__all__ = ["found_by", "match", "place"]


class _Carrier(NamedTuple):
    """What a carrier is called, and who finds what stands in it."""

    called: str
    reader: str


_READERS = "anyone who reads the page"
_SOURCE = "anyone who looks at the page's source"
_ENGINES = "search engines, which show it beside the page"
_OPENS = "anyone who opens the file"
_INSIDE = "anyone who looks inside the file"
_PROPERTIES = "anyone who saves the file and looks at its properties"
_CARRIERS = {
    "html-text": _Carrier("text of the page", _READERS),
    "html-attribute": _Carrier("the page's code (attribute)", f"{_SOURCE}, and every search engine"),
    "html-link": _Carrier("a link in the page", "anyone who follows it or looks where it leads"),
    "html-comment": _Carrier("a note in the page's code (comment)", _SOURCE),
    "json-ld": _Carrier("hidden data for search engines (JSON-LD)", _ENGINES),
    "structured-data": _Carrier("data for search engines (structured data)", _ENGINES),
    "script": _Carrier("a program in the page (script)", _SOURCE),
    "style": _Carrier("the page's layout (style sheet)", _SOURCE),
    "json": _Carrier("data for programs (JSON)", _SOURCE),
    "csv": _Carrier("a table (CSV)", _OPENS),
    "text": _Carrier("text of the file", _OPENS),
    "vcard": _Carrier("a contact card (vCard)", _OPENS),
    "calendar": _Carrier("a calendar file", _OPENS),
    "data": _Carrier("a data file", _INSIDE),
    "database": _Carrier("a database", _INSIDE),
    "position": _Carrier("a position in a data file", "anyone who puts it on a map"),
    "strings": _Carrier("somewhere in the file", _INSIDE),
    "url": _Carrier("the web address itself", "anyone who sees the link"),
    "file-name": _Carrier("the name of a file", "anyone who sees the file"),
    "http-header": _Carrier("an unseen part of the website's reply (header)", "anyone who looks for it"),
    "pdf-attachment": _Carrier("a file attached to the PDF", _OPENS),
    "pdf-object": _Carrier("a hidden part of the PDF", _INSIDE),
    "barcode": _Carrier("a barcode or QR code in the picture", "anyone who scans it"),
    "image-text": _Carrier("writing in the picture", "anyone who looks at the picture"),
    "image-gps": _Carrier(
        "where the picture was taken (GPS)", "anyone who saves the picture and looks at where it was taken"
    ),
    "media-gps": _Carrier(
        "where the recording was made (GPS)", "anyone who saves the recording and looks at its properties"
    ),
    "media-captions": _Carrier("captions of the recording", "anyone who plays it"),
    "media-tags": _Carrier("properties of the recording (tags)", _PROPERTIES),
    "mail-header": _Carrier("the head of an e-mail", _OPENS),
    "archive-comment": _Carrier("a note in the archive file", _INSIDE),
    "tls-certificate": _Carrier("the website's certificate", "anyone who visits the website"),
    "tls-connection": _Carrier("the connection to the website", "anyone who visits the website"),
}
_FAMILIES = {
    "docx": "Word file",
    "xlsx": "Excel file",
    "pptx": "PowerPoint file",
    "odf": "OpenDocument file",
    "ole": "old Office file",
    "rtf": "RTF file",
    "pdf": "PDF",
    "xml": "XML file",
    "svg": "drawing (SVG)",
    "image": "picture",
    "mail": "e-mail",
    "font": "font file",
}
_PARTS = {
    "": _Carrier("inside the {}", _OPENS),
    "text": _Carrier("text of the {}", _OPENS),
    "cell": _Carrier("a cell of the {}", _OPENS),
    "metadata": _Carrier("properties of the {}", _PROPERTIES),
    "attribute": _Carrier("a hidden part of the {}", _INSIDE),
    "comment": _Carrier("a note inside the {}", _INSIDE),
}
"""The carriers that files of many sorts share, by the last part of their name."""


def _carrier(name: str) -> _Carrier:
    """Words for a carrier: its own, those of its family and part, or its name in readable letters."""
    if name in _CARRIERS:
        return _CARRIERS[name]
    family, _, part = name.partition("-")
    if family in _FAMILIES and part in _PARTS:
        called, reader = _PARTS[part]
        return _Carrier(called.format(_FAMILIES[family]), reader)
    return _Carrier(carrier_word(name), "anyone who downloads it")


def place(finding: Finding) -> str:
    """Where in the page or file: `text of the page, line 12`."""
    return ", ".join(part for part in (_carrier(finding.carrier).called, finding.where) if part)


def found_by(finding: Finding) -> str:
    """Who would come upon it."""
    return _carrier(finding.carrier).reader


_WHOLE = {
    Kind.ADDRESS: ("the address in full", "address"),
    Kind.PHONE: ("the number in full", "number"),
    Kind.COORDINATES: ("the position itself", "position"),
    Kind.PERSON: ("the name in full", "name"),
    Kind.NAME: ("the name in full", "name"),
    Kind.PLATE: ("the plate in full", "plate"),
}
_SURE = {Confidence.HIGH: "", Confidence.MEDIUM: ", fairly sure", Confidence.LOW: ", perhaps by chance"}


def match(finding: Finding) -> str:
    """What of the fact it is, how sure that is, and why. What stands for no fact has its reason alone."""
    if finding.kind not in _WHOLE:
        return finding.reason
    whole, noun = _WHOLE[finding.kind]
    fits = {
        Grade.EXACT: whole,
        Grade.PROBABLE: f"the {noun}, with small differences",
        Grade.PARTIAL: f"a hint at the {noun}",
    }[finding.grade]
    sure = f"{fits}{_SURE[finding.confidence]}"
    return f"{sure}: {finding.reason}" if finding.reason else sure
