"""How formats are recognised: by content first, by declaration and name second, because both may lie."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from auditor.collect.extract import charset, kinds
from auditor.collect.extract.part import Part

_HEAD = 4096
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|script|style|meta|link|div|table|p|a|br|h[1-6]|span|ul|ol|img|"
    rb"section|article|main|nav|form|iframe|address|b|i|em|strong|center|font|template|noscript|svg|input|"
    rb"button|label|select|textarea|footer|header|aside|figure|dl|dt|dd|li|tr|td|th|pre|blockquote|object|embed|area)[\s>/]",
    re.IGNORECASE,
)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")
_TEXT_BYTES = bytes(range(0x20, 0x7F)) + b"\t\n\r\f\x1b" + bytes(range(0x80, 0x100))
_JSON_START = re.compile(rb"\{\s*(?:[\"}]|//|/\*)|\[")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_MAIL_SUFFIXES = (".eml", ".mht", ".mhtml")
_XML_SUFFIXES = (".xml", ".svg", ".kml", ".gpx", ".rss", ".atom", ".rdf", ".xsl", ".opml", ".webmanifest")
_XML_ROOTS = frozenset({b"svg", b"kml", b"gpx", b"rss", b"feed", b"urlset", b"sitemapindex", b"opml", b"rdf"})
_TEXT_TYPES = ("text/", "application/javascript", "application/ecmascript", "application/x-javascript")


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a part before it is read.

    `head` are its first bytes as they are, `text` the same as readable text bytes (UTF-16 turned into
    UTF-8, white space and byte order mark taken off), `declared` its media type, `suffix` that of its
    name with the dot, in lower case.
    """

    body: bytes
    head: bytes
    text: bytes
    declared: str
    suffix: str
    is_text: bool

    @classmethod
    def of(cls, part: Part) -> "Clues":
        """The clues that `part` gives."""
        head = part.body[:_HEAD]
        text = head
        if charset.wide(head) or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
            text = charset.decode(head).encode("utf-8", "replace")
        text = text.lstrip(b"\xef\xbb\xbf \t\r\n\f")
        return cls(part.body, head, text, part.media_type, suffix_of(part.name), looks_text(head))


def suffix_of(name: str) -> str:
    """The last suffix of a file name or URL, lower case with its dot."""
    try:
        path = urlsplit(name).path or name
    except ValueError:
        path = name
    return PurePosixPath(path).suffix.lower()


def looks_text(head: bytes) -> bool:
    """Whether nearly all of the first bytes are characters of some text encoding."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or charset.wide(head):
        return True
    if kinds.is_binary(head):
        return False
    head = head.rstrip(b"\0")  # files taken out of others may be filled up
    strange = len(head.translate(None, _TEXT_BYTES))
    if b"\0" in head and len(head.translate(None, _HIGH_BYTES)) < 0.7 * len(head):
        return False
    return strange <= len(head) // 50


def root_of(clues: Clues) -> bytes:
    """The local name of the first element of a document that begins like XML, in lower case."""
    if not clues.text.startswith(b"<"):
        return b""
    text = re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", b"", clues.text, flags=re.DOTALL)
    root = _ROOT.search(text)
    return root[1].lower() if root else b""


def is_pdf(clues: Clues) -> bool:
    """PDF readers accept the mark anywhere in the first kilobyte (ISO 32000-1, annex H)."""
    return b"%PDF-" in clues.head[:1024]


def is_rtf(clues: Clues) -> bool:
    """RTF."""
    return clues.text.startswith(b"{\\rt")


def is_ole(clues: Clues) -> bool:
    """An OLE compound file: old Office documents, Outlook messages, password-protected new ones."""
    return clues.head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def _is_zip(clues: Clues) -> bool:
    return clues.head.startswith(b"PK\x03\x04")


def _zip_names(clues: Clues) -> frozenset[str]:
    """The names of the members of a ZIP, or of none when it is no ZIP or its directory is damaged."""
    if not _is_zip(clues):
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(clues.body)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, UnicodeError):
        return frozenset()


def is_office_package(clues: Clues) -> bool:
    """Office Open XML, told by the list of types that every such package holds (ECMA-376, part 2)."""
    return "[Content_Types].xml" in _zip_names(clues)


def is_open_document(clues: Clues) -> bool:
    """OpenDocument, told by its manifest (ODF 1.3, part 2, 3.2)."""
    return {"META-INF/manifest.xml", "content.xml"} <= _zip_names(clues)


def is_flat_document(clues: Clues) -> bool:
    """OpenDocument in one XML file."""
    return clues.text.startswith(b"<") and b"urn:oasis:names:tc:opendocument" in clues.text


def is_card(clues: Clues) -> bool:
    """vCard or iCalendar."""
    return clues.text[:24].upper().startswith((b"BEGIN:VCARD", b"BEGIN:VCALENDAR"))


def is_mail(clues: Clues) -> bool:
    """A message or MHTML page: header lines, one of which every MIME message has."""
    declared = clues.declared in ("message/rfc822", "multipart/related") or clues.suffix in _MAIL_SUFFIXES
    headers = clues.text.split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    mime = b"mime-version:" in headers.lower() and clues.text[:1].isalpha()
    return clues.is_text and (mime or (declared and b":" in headers[:200]))


def is_script(clues: Clues) -> bool:
    """A script, which only its declaration or name tells."""
    return clues.is_text and (
        _declares(clues, "javascript", "ecmascript") or clues.suffix in (".js", ".mjs", ".cjs")
    )


def is_style(clues: Clues) -> bool:
    """A style sheet."""
    return clues.is_text and (clues.declared == "text/css" or clues.suffix == ".css")


def is_table(clues: Clues) -> bool:
    """Separated values, which only the declaration or name tells."""
    names = ("text/csv", "text/tab-separated-values", "application/csv", "application/vnd.ms-excel")
    return clues.is_text and (clues.declared in names or clues.suffix in (".csv", ".tsv"))


def _declares(clues: Clues, *words: str) -> bool:
    return any(word in clues.declared for word in words)


def is_xhtml(clues: Clues) -> bool:
    """A page written as XML."""
    return clues.text.startswith(b"<?xml") and root_of(clues) == b"html"


def is_xml(clues: Clues) -> bool:
    """Any XML but XHTML: with its declaration, or declared, named or known as such."""
    if not clues.text.startswith(b"<") or not clues.is_text:
        return False
    root = root_of(clues)
    if clues.text.startswith(b"<?xml"):
        return True
    declared = clues.declared.endswith("xml") or clues.suffix in _XML_SUFFIXES or root in _XML_ROOTS
    return declared and root != b"html"


def is_json(clues: Clues) -> bool:
    """JSON, declared or told by its first and last character."""
    if clues.text[:1] not in (b"{", b"["):
        return False
    if not (clues.declared.endswith("json") or _JSON_START.match(clues.text)):
        return False
    return clues.declared.endswith("json") or clues.body.rstrip(b" \0\r\n\t")[-1:] in (b"}", b"]")


def is_html(clues: Clues) -> bool:
    """Text with HTML tags that is not declared as another kind of text."""
    if not clues.is_text:
        return False
    if clues.declared in ("text/html", "application/xhtml+xml") or clues.suffix in (
        ".html",
        ".htm",
        ".xhtml",
    ):
        return True
    other = clues.declared.startswith(_TEXT_TYPES) or clues.suffix in (".txt", ".md", ".js", ".css", ".csv")
    return not other and bool(_HTML.search(clues.text))


def is_text(clues: Clues) -> bool:
    """Any other text."""
    return clues.is_text
