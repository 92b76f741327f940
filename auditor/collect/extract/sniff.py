"""How formats are recognised: by content first, by declaration and name second, because both may lie."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from auditor.collect.extract import charset
from auditor.collect.extract.part import Part

_HEAD = 4096
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|script|style|meta|link|div|table|p|a|br|h[1-6]|span|ul|ol|img|"
    rb"section|article|main|nav|form|iframe|address|b|i|em|strong|center|font)[\s>/]",
    re.IGNORECASE,
)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")
_TEXT_BYTES = bytes(range(0x20, 0x7F)) + b"\t\n\r\f\x1b" + bytes(range(0x80, 0x100))
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
    strange = len(head.translate(None, _TEXT_BYTES))
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


def is_xhtml(clues: Clues) -> bool:
    """A page written as XML."""
    return clues.text.startswith(b"<?xml") and root_of(clues) == b"html"


def is_xml(clues: Clues) -> bool:
    """Any XML but XHTML."""
    if clues.text.startswith(b"<?xml"):
        return True
    return clues.text.startswith(b"<") and (clues.declared.endswith("xml") and root_of(clues) != b"html")


def is_json(clues: Clues) -> bool:
    """JSON, declared or told by its first and last character."""
    if clues.text[:1] not in (b"{", b"["):
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
