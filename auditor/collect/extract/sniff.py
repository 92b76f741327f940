"""What a file is: by its content first, by its declaration and name second, because both may lie."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|title|script|style|meta|link|div|table|p|a|br|h[1-6]|span|ul|ol)\b",
    re.IGNORECASE,
)
_ROOT = re.compile(rb"<(?:\w+:)?([A-Za-z][\w.-]*)[\s/>]")
_TEXT_BYTES = bytes(range(0x20, 0x7F)) + b"\t\n\r\f\x1b" + bytes(range(0x80, 0x100))


def suffix(name: str) -> str:
    """The last suffix of a file name or URL, lower case with its dot."""
    return PurePosixPath(urlsplit(name).path or name).suffix.lower()


def media_type(body: bytes, declared: str = "") -> str:
    """The media type of `body`, which was declared as `declared`."""
    head = body[:4096]
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    rules = (
        ("application/pdf", b"%PDF-" in head[:1024]),
        ("text/html", _is_xhtml(text)),
        (
            "application/xml",
            text.startswith(b"<?xml") or (text.startswith(b"<") and declared.endswith("xml")),
        ),
        ("application/json", text[:1] in (b"{", b"[") and (declared.endswith("json") or _looks_json(body))),
        ("text/html", declared in {"text/html", "application/xhtml+xml"} and looks_text(body)),
        ("text/html", bool(_HTML.search(head)) and not _is_other_text(declared)),
        ("text/plain", looks_text(body)),
    )
    return next((kind for kind, holds in rules if holds), "application/octet-stream")


def _is_xhtml(text: bytes) -> bool:
    root = _ROOT.search(text) if text.startswith(b"<?xml") else None
    return root is not None and root[1].lower() == b"html"


def _looks_json(body: bytes) -> bool:
    return body.rstrip()[-1:] in (b"}", b"]")


def _is_other_text(declared: str) -> bool:
    return declared in {"text/plain", "text/css", "application/json"} or declared.endswith("javascript")


def looks_text(body: bytes) -> bool:
    """Whether nearly all of the first bytes are characters of some text encoding."""
    head = body[:4096]
    strange = len(head.translate(None, _TEXT_BYTES))
    return strange <= len(head) // 50 or (b"\0" in head and _wide_text(head))


def _wide_text(head: bytes) -> bool:
    from auditor.collect.extract.charset import wide

    return bool(wide(head))
