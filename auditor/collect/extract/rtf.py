"""RTF: text of all groups, hidden ones and the information group included; pictures and objects inside."""

import re

from auditor.collect.extract.part import Basket, Part

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{2,5})")
_BREAKS = frozenset(b"par line row cell sect page tab nestcell nestrow pard".split())
_OWN_TEXT = frozenset(
    b"* title subject author manager company operator category keywords comment doccomm hlinkbase info "
    b"header headerl headerr headerf footer footerl footerr footerf footnote annotation fldinst "
    b"fonttbl stylesheet".split()
)
_SYMBOLS = {
    b"emdash": "\u2014",
    b"endash": "\u2013",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"bullet": "\u2022",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
_BINARY = re.compile(rb"[0-9a-fA-F\s]{64,}")


def read(part: Part, basket: Basket) -> None:
    """Read an RTF file."""
    page = _CODE_PAGE.search(part.body[:4096])
    encoding = f"cp{page[1].decode()}" if page else "cp1252"
    try:
        b"a".decode(encoding, "replace")
    except LookupError:
        encoding = "cp1252"
    body, blobs = _without_blobs(part.body)
    basket.add("rtf-text", _text(body, encoding))
    if b"\\deleted" in body:
        basket.add("rtf-text", _text(body, encoding, _OWN_TEXT | {b"deleted"}), "deleted text apart")
    for number, blob in enumerate(blobs, 1):
        basket.budget.unpack(len(blob))
        basket.nested(_embedded(blob), f"embedded object {number}")


def _without_blobs(body: bytes) -> tuple[bytes, list[bytes]]:
    """The file without its long runs of hexadecimal digits, and what those runs hold."""
    blobs: list[bytes] = []

    def take(match: re.Match[bytes]) -> bytes:
        digits = re.sub(rb"\s", b"", match[0])
        blobs.append(bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii")))
        return b" "

    return _BINARY.sub(take, body), blobs


_KNOWN = re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|PK\x03\x04|%PDF-|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def _embedded(blob: bytes) -> bytes:
    """The file inside an OLE 1 wrapper, or the blob itself."""
    found = _KNOWN.search(blob, 0, 4096)
    return blob[found.start() :] if found else blob


def _text(body: bytes, encoding: str, own: frozenset[bytes] = _OWN_TEXT) -> str:
    """The text of all groups; one that is not part of the running text stands on lines of its own."""
    out: list[str] = []
    pending = bytearray()
    apart = [False]  # for each open group, whether its text stands apart
    skip, fallback = 0, 1  # characters still to skip after a Unicode character, and how many it has (\uc)
    for word, number, code, symbol, brace, plain in _TOKEN.findall(body):
        if code or plain:
            raw = bytes.fromhex(code.decode()) if code else plain
            dropped = min(skip, len(raw))
            skip -= dropped
            pending += raw[dropped:]
            continue
        out.append(pending.decode(encoding, "replace"))
        pending.clear()
        if word == b"u" and number:
            out.append(chr(int(number) % 65536))
            skip = fallback
        elif word == b"uc" and number:
            fallback = min(abs(int(number)), 8)
        elif brace:
            skip = 0
            out.append(_group(brace, apart))
        elif word in own or symbol == b"*":
            apart[-1] = True
            out.append("\n")
        elif word or symbol:
            out.append(_control(word, symbol))
    out.append(pending.decode(encoding, "replace"))
    text = "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return re.sub(r"[ \t]*\n\s*", "\n", text)


def _group(brace: bytes, apart: list[bool]) -> str:
    if brace == b"{":
        apart.append(False)
        return ""
    return "\n" if len(apart) > 1 and apart.pop() else ""


def _control(word: bytes, symbol: bytes) -> str:
    if word:
        return "\n" if word in _BREAKS else _SYMBOLS.get(word, "")
    if symbol in (b"~", b"_", b"\\", b"{", b"}"):
        return {b"~": " ", b"_": "-"}.get(symbol, symbol.decode())
    return "\n" if symbol in (b"\n", b"\r") else ""
