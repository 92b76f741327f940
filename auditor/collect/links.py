"""Where the bytes of a resource lead: a quick scan for addresses, made for recall and speed.

It reads raw text, not a parsed tree, so that links in comments, templates and scripts are followed too:
a page that is only linked from a comment is public all the same. Text extraction is a separate step.
"""

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.collect.document_links import document_links
from auditor.collect.series import next_links

_VALUE = r"""(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
_NAMES = ("href", "src", "action", "url", "poster", "manifest", "longdesc", "background")
_ANY_CASE = tuple("".join(f"[{letter}{letter.upper()}]" for letter in name) for name in _NAMES)
# Every pattern that meets whole pages begins with a literal character: that makes it ten times as fast.
_NAMED = re.compile("=(?:" + "|".join(f"(?<=(?<![a-zA-Z]){n}=)" for n in _ANY_CASE) + r")\s*" + _VALUE)
_SPACED = re.compile(r"=(?<=\s=)\s*" + _VALUE)
_SRCSET = re.compile(r"srcset\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
# Patterns of whole tags only meet text that ends with a tag's end: each match then finds one, and a page of
# tags that never end costs no more than another.
_OBJECT = re.compile(r"<object\b[^>]*>", re.IGNORECASE)
_DATA = re.compile(r"\sdata\s*=\s*" + _VALUE, re.IGNORECASE)
_BASE = re.compile(r"<base\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*" + _VALUE, re.IGNORECASE)
_FORM = re.compile(r"<form\b[^>]*>", re.IGNORECASE)
_POST = re.compile(r"""\bmethod\s*=\s*["']?\s*(?:post|dialog)""", re.IGNORECASE)
_ACTION = re.compile(r"\baction\s*=\s*" + _VALUE, re.IGNORECASE)
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')\s]+)""", re.IGNORECASE)
_CSS_IMPORT = re.compile(r"""@import\s+["']([^"']+)["']""", re.IGNORECASE)
_PATH = r"""((?:https?:)?\\?/[^"'`\s<>{}$|^]+|\.\.?\\?/[^"'`\s<>{}$|^]+)"""
_QUOTED = tuple((quote, re.compile(f"{quote}{_PATH}{quote}")) for quote in "\"'`")
_ENDINGS = "html?|php|aspx?|json|pdf|docx?|xlsx?|csv|ics|vcf|kml|kmz|gpx|txt|xml"
_SCRIPT_FILE = re.compile(rf"""["'`]([\w.~/-]+\.(?:{_ENDINGS}))["'`]""")
_PLAIN = re.compile(r"https?://[^\s<>\"'\\]+")
_MARKUP = re.compile(r"\btype\s*=\s*[^>]*(?:template|html)", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z]")
_UNICODE = re.compile(r"\\u(00[2-7][0-9a-fA-F])")
_HAS_WORD = re.compile(r"[a-zA-Z0-9]")
_AUTHORITY = re.compile(r"\A(?:https?:)?//[^/?#]*")
_CODE = re.compile(
    r"[\[\]{}<>|^\s]|\(\)|\)[^/)._~-]|&&|[=+!*]=|=>|[+]{2}|;[^/;=]*(?:\Z|[/;])|,[^\w/]|\A/[*=:,;!&)]|[=+*&!(]\Z"
)
"""What stands in the path of no address that a script would ask for, but between two of its strings."""
_META = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

# UTF-32 stands first: its BOM begins like that of UTF-16.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(r"""(<\?xml\b[^>]*?)\sencoding\s*=\s*["'][^"']*["']""")

SCAN_LIMIT = 32 * 1024**2
"""Bytes of one resource that are scanned for links: as many as are fetched of it by default."""


@dataclass(slots=True)
class Links:
    """The addresses one resource leads to, as written: HTML entities and all.

    `base` is what relative ones are relative to, when the page says so. `named` were written to be
    followed, `guessed` only look like addresses (quoted in a script), so that a miss among them means
    nothing. `onward` are those that the page calls the next one. `cut` says what was not looked through, if
    anything.
    """

    base: str = ""
    named: set[str] = field(default_factory=set)
    guessed: set[str] = field(default_factory=set)
    onward: set[str] = field(default_factory=set)
    cut: str = ""


def scan(body: bytes, media_type: str, charset: str = "") -> Links:
    """The links in `body`, whose declared type only chooses the manner of looking."""
    plain = as_utf8(body)
    if plain is not body:
        body, charset = plain, "utf-8"
    kind = _kind(body, media_type)
    if kind == "binary":
        named, cut = document_links(body)
        return Links(named=named, cut=cut)
    links = _scan(body[:SCAN_LIMIT], kind, charset)
    if len(body) > SCAN_LIMIT:
        links.cut = f"only its first {SCAN_LIMIT // 1024**2} MB were looked through for links"
    return links


def as_utf8(body: bytes) -> bytes:
    """`body` in UTF-8 when its first bytes tell of a wider encoding (BOM, or markup without one); itself
    otherwise. An XML declaration no longer names the encoding then.
    """
    for start, encoding in _WIDE:
        if body.startswith(start):
            plain = body.decode(encoding, "replace").lstrip("\ufeff")
            return _DECLARED.sub(r"\1", plain[:300]).encode() + plain[300:].encode()
    return body


def _scan(body: bytes, kind: str, charset: str) -> Links:
    text = _decode(body, charset)
    match kind:
        case "html":
            return _html(text)
        case "css":
            return Links(named=set(_css(text)))
        case "script":
            return _script(text)
        case "xml":
            from auditor.collect.sitemaps import xml_links

            return Links(named=set(xml_links(body)))
        case _:
            return Links(guessed={_trim(found) for found in _PLAIN.findall(text)})


def _kind(body: bytes, media_type: str) -> str:
    head = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (
        b"\0" in head
        or head.startswith((b"%pdf-", b"pk\x03\x04"))
        or media_type.startswith(("image/", "audio/", "video/", "font/"))
    ):
        return "html" if head.startswith(b"<") and "svg" in media_type else "binary"
    if "html" in media_type or head.startswith(b"<"):
        is_xml = head.startswith(b"<?xml") or "xml" in media_type
        return "xml" if is_xml and b"<html" not in head else "html"
    if "css" in media_type:
        return "css"
    return "script" if re.search("json|javascript|ecmascript", media_type) else "text"


def _decode(body: bytes, charset: str) -> str:
    """`body` as text. Addresses are ASCII in nearly every page, so a wrong guess costs little."""
    if not charset:
        found = _META.search(body, 0, 2048)
        charset = found[1].decode("ascii", "replace") if found else "utf-8"
    try:
        return body.decode(charset, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _html(text: str) -> Links:
    links = Links()
    tags = text[: text.rfind(">") + 1]
    posted = set(_posted(tags))
    if posted:  # an address that is also linked to is a page like any other
        text = _FORM.sub(_unless_posting, tags) + text[len(tags) :]
    scripts, text = _parted(text)
    named = {a or b or c for a, b, c in _NAMED.findall(text) if not c or not _is_code(c)}
    if " =" in text or "\n=" in text:
        named.update(_spaced(text))
    if "srcset" in text:
        for a, b in _SRCSET.findall(text):
            named.update(_srcset(a or b))
    if "<object" in tags:
        named.update(a or b or c for tag in _OBJECT.findall(tags) for a, b, c in _DATA.findall(tag))
    named.update(_css(text))
    links.named = named
    links.onward = next_links(tags)
    links.guessed = {*_quoted(text), *_script(scripts).guessed} - named - posted
    if "<base" in tags or "<BASE" in tags:
        bases = filter(None, (_HREF.search(tag) for tag in _BASE.findall(tags)))
        base = next(bases, None)
        links.base = clean(base[1] or base[2] or base[3] or "") if base else ""
    return links


def _parted(text: str) -> tuple[str, str]:
    """The scripts of a page, and the rest with what scripts keep as templates."""
    scripts, rest, done = [], [], 0
    at = text.find("<script")
    while at >= 0 and (begins := text.find(">", at)) >= 0:
        ends = text.find("</script", begins)
        ends = ends if ends >= 0 else len(text)
        if not _MARKUP.search(text, at, begins):
            scripts.append(text[begins + 1 : ends])
            rest.append(text[done : begins + 1])
            done = ends
        at = text.find("<script", ends)
    return "\n".join(scripts), "".join([*rest, text[done:]])


def _spaced(text: str) -> Iterator[str]:
    """Values of attributes written with white space before the equals sign."""
    for found in _SPACED.finditer(text):
        start = found.start()
        if text[max(0, start - 32) : start].rstrip().lower().endswith(_NAMES):
            yield found[1] or found[2] or found[3]


def _srcset(value: str) -> Iterator[str]:
    """The addresses of a srcset: the first word of each candidate. A comma ends a candidate behind its
    width, or at the end of its address.
    """
    is_next = True
    for word in value.split():
        address = word if is_next else word.partition(",")[2]
        if address.strip(","):
            yield address.strip(",")
        is_next = word.endswith(",")


def _posted(text: str) -> Iterator[str]:
    """Targets of forms that change things: never asked for."""
    if "<form" not in text and "<FORM" not in text:
        return
    for tag in _FORM.findall(text):
        if _POST.search(tag):
            yield from (a or b or c for a, b, c in _ACTION.findall(tag))


def _unless_posting(form: re.Match[str]) -> str:
    return "" if _POST.search(form[0]) else form[0]


def _css(text: str) -> Iterator[str]:
    if "url(" in text or "URL(" in text:
        yield from (found for found in _CSS_URL.findall(text) if not found.startswith("data:"))
    if "@import" in text:
        yield from _CSS_IMPORT.findall(text)


def _script(text: str) -> Links:
    """Quoted strings that look like an address of the site, and what stands in quotes behind the name of a
    property or, in pages kept in strings, of an attribute that holds one.
    """
    found = {*_quoted(text), *_SCRIPT_FILE.findall(text)}
    if "href" in text or "src" in text:
        found.update(a or b for a, b, _ in _NAMED.findall(_unquoted(text)))
    return Links(guessed=found)


def _unquoted(text: str) -> str:
    """A script's text without the escapes that strings of markup hold."""
    for escaped, character in (('\\"', '"'), ("\\'", "'"), ("\\/", "/")):
        text = text.replace(escaped, character)
    return _UNICODE.sub(lambda found: chr(int(found[1], 16)), text) if "\\u00" in text else text


def markup_links(text: str) -> Links:
    """The links of a piece of a page that stands inside something else; none where no tag begins."""
    return _html(text) if _TAG.search(text) else Links()


def _quoted(text: str) -> Iterator[str]:
    for quote, pattern in _QUOTED:
        if quote in text:
            yield from pattern.findall(text)


def clean(value: str) -> str:
    """A link as it was meant: without entities, and without the escapes that scripts write."""
    value = value.strip()
    if "&" in value:
        value = html.unescape(value)
    return value.replace("\\/", "/") if "\\/" in value else value


def is_plausible(link: str) -> bool:
    """False for a quoted string that is no address after all: "/", a pattern, a piece of a script."""
    return bool(_HAS_WORD.search(link)) and "\\" not in link and not _is_code(link)


def _is_code(link: str) -> bool:
    path = _AUTHORITY.sub("", link, count=1).partition("?")[0].partition("#")[0]
    return bool(_CODE.search(path)) or path.count("(") != path.count(")")


def _trim(url: str) -> str:
    """An address in running text without the punctuation that follows it."""
    url = url.rstrip(".,;:!?'\"*")
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1]
    return url
