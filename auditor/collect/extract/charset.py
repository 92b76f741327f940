"""Bytes to text: byte order mark, declaration, then detection; a wrong declaration must not hide words."""

import codecs
import re
from collections.abc import Iterator

from auditor.collect.extract import western
from auditor.collect.extract.strings import strings_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Sets written in plain ASCII bytes with escape sequences, which look like valid UTF-8.
_ESCAPED = frozenset({"iso-2022-jp", "iso-2022-kr", "utf-7", "hz-gb-2312", "hz"})
_STRANGE = re.compile("[\x01-\x08\x0e-\x1f\ufffd\uff00-\uffef\u3400-\u9fff]")
_UTF_8 = frozenset({"utf-8", "utf8", "utf_8"})
# Sets of two bytes for each character, tried when nothing is declared, and signs that they were right.
_EASTERN = ("shift_jis", "euc_jp", "gb18030", "big5")
_EASTERN_SIGNS = re.compile("[\u3040-\u30ff\uff10-\uff5a]{2}")
_META = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
# Labels that browsers read as another character set (WHATWG Encoding Standard, 4.2).
_AS_READ = {
    "iso-8859-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "gb2312": "gb18030",
}


def decode(body: bytes, declared: str = "") -> str:
    """`body` as text."""
    return readings(body, declared)[0]


def readings(body: bytes, declared: str = "") -> list[str]:
    """`body` as text, and once more when the declared character set cannot be right."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return [body[len(mark) :].decode(name, "replace")]
    wide_name = wide(body)
    if wide_name:
        text = body.decode(wide_name, "replace")
        # Only a guess: where it gives anything that no text holds, the plain strings are read, too.
        return [text, strings_of(body)] if _STRANGE.search(text) else [text]
    names = [name for name in (_known(declared), _known(_in_document(body))) if name]
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text or not body:
        escaped = [body.decode(name, "replace") for name in names[:1] if name in _ESCAPED]
        return list(dict.fromkeys((*escaped, text)))
    if not names:
        return list(dict.fromkeys((*_guessed(body), *_eastern(body))))
    text = western.mostly_utf_8(body) if names[0] in _UTF_8 else body.decode(names[0], "replace")
    sure = names[0] not in _UTF_8 and "\ufffd" not in text and _keeps_ascii(names[0])
    return [text] if sure else list(dict.fromkeys((text, *_guessed(body))))


def _keeps_ascii(name: str) -> bool:
    """Whether plain letters and digits are themselves in this character set."""
    sample = "<p>1247 North Maple</p>"
    return sample.encode("ascii").decode(name, "replace") == sample


def wide(body: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes of plain letters stand, or ""."""
    head = body[: len(body[:4096]) // 4 * 4] or body[: len(body) // 2 * 2]
    if len(head) < 4 or b"\0" not in head:
        return ""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.3 * half and even < 0.05 * half:
        name = "utf-16-le"
    elif even > 0.3 * half and odd < 0.05 * half:
        name = "utf-16-be"
    elif even + odd > 1.4 * half:
        name = "utf-32-le" if head[0] else "utf-32-be"
        if not _decodes(head, name):
            return ""
    else:
        return ""
    text = head.decode(name, "replace")
    return name if sum(c.isprintable() or c.isspace() for c in text) > 0.95 * len(text) else ""


def _decodes(body: bytes, name: str) -> bool:
    try:
        return bool(body.decode(name).strip())
    except UnicodeDecodeError:
        return False


def _in_document(body: bytes) -> str:
    found = _META.search(body[:4096])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _known(name: str) -> str:
    """The Python codec for a label, or nothing when there is none that decodes bytes to text."""
    label = name.strip().lower()
    label = _AS_READ.get(label, label)
    try:
        b"a".decode(label, "replace")
    except (LookupError, UnicodeError, ValueError):
        return ""
    return label


def _eastern(body: bytes) -> Iterator[str]:
    """Readings in sets of two bytes in which kana or full-width figures come out."""
    for name in _EASTERN if len(body) <= 1 << 20 else ():
        try:
            text = body.decode(name)
        except UnicodeDecodeError:
            continue
        if _EASTERN_SIGNS.search(text):
            yield text


def _guessed(body: bytes) -> list[str]:
    """Readings of a text that is no valid UTF-8 and whose declaration is missing or wrong."""
    latin, sure = western.readings(body)
    return latin if sure else [*latin, _detected(body)]


def _detected(body: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:65536]).best()
    name = best.encoding if best and _keeps_ascii(best.encoding) else "cp1252"
    return body.decode(name, "replace")
