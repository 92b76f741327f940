"""An independent look for the sample agency's secrets in what the program wrote. Shares no code with the product."""

import base64
import binascii
import html
import io
import re
import unicodedata
import urllib.parse
import zipfile

# The sample's facts in the forms in which they could slip out. The tests for this file show that it sees them.
PATTERNS = {
    "street": re.compile(
        r"(?:1247|twelve[\W_]*forty[\W_]*seven)[\W_]{0,12}(?:n|north)?[\W_]{0,12}maple", re.IGNORECASE
    ),
    "turned": re.compile(r"maple[\W_]{0,4}(?:st|street)?[\W_]{0,8}1247", re.IGNORECASE),
    "zip": re.compile(r"(?<!\d)62704(?!\d)"),
    "unit": re.compile(r"\b(?:suite|ste\.?|#|unit)\s*300\b", re.IGNORECASE),
    "latitude": re.compile(r"39[.,]781\d|39\s*°\s*46"),
    "longitude": re.compile(r"89[.,]650\d|89[.,]6501|89\s*°\s*39"),
    "phone": re.compile(r"555[\W_]{0,4}0148|555[\W_]{0,4}01[\W_]{0,2}48"),
}


def readings(data: bytes) -> list[str]:
    """The texts that `data` can be read as: decoded, unescaped, unpacked, one layer of base64 opened."""
    texts = [data.decode("utf-8", "replace")]
    if b"\x00" in data[:4000]:
        texts.append(data.decode("utf-16", "replace"))
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    if data[:5] == b"%PDF-":
        texts.append(_pdf_text(data))
    for text in list(texts):
        for run in re.findall(r"[A-Za-z0-9+/]{24,}={0,2}", text):
            try:
                texts.append(base64.b64decode(run + "=" * (-len(run) % 4)).decode("utf-8", "replace"))
            except (binascii.Error, ValueError):
                continue
    return [variant for text in texts for variant in _unescaped(text)]


def _pdf_text(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
        return "\n".join([*pages, *document.get_metadata_dict().values()])
    finally:
        document.close()


def _unescaped(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text)
    tagless = html.unescape(re.sub(r"<[^>]*>", "", plain))
    spaced = html.unescape(re.sub(r"<[^>]*>", " ", plain))
    escapes = unicodedata.normalize(
        "NFKC", re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), plain)
    )
    forms = [plain, tagless, spaced, escapes, urllib.parse.unquote_plus(plain)]
    return [re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", form) for form in forms]


def told(data: bytes | str) -> list[str]:
    """Which secrets `data` gives away, by the names of the patterns; empty when it keeps them."""
    raw = data.encode() if isinstance(data, str) else data
    seen = readings(raw)
    return sorted({name for name, pattern in PATTERNS.items() for text in seen if pattern.search(text)})
