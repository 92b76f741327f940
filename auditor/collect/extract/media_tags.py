"""Tags of sound files: ID3 frames, Vorbis comments, RIFF lists, with pictures and files inside them."""

import base64
import binascii
import struct
from collections.abc import Iterator

from auditor.collect.extract import charset
from auditor.collect.extract.part import Basket
from auditor.collect.extract.strings import strings_of

_ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"BM")
_IN_A_LANGUAGE = ("COMM", "COM", "USLT", "ULT", "USER")  # three letters of a language begin them
_SUB_FRAMES = ("CHAP", "CTOC")
_COMMENT_MARKS = (b"\x03vorbis", b"OpusTags", b"Speex   ")
_PICTURE_KEY = "METADATA_BLOCK_PICTURE"
_MAX_TAG = 16 << 20
_MAX_COMMENTS = 10_000


def read_id3(body: bytes, basket: Basket, depth: int = 0) -> None:
    """Read the frames of an ID3v2 tag (id3.org, versions 2.2 to 2.4)."""
    version, flags = body[3], body[5]
    size = _syncsafe(body[6:10])
    content = body[10 : 10 + min(size, _MAX_TAG)]
    if flags & 0x80:
        content = content.replace(b"\xff\x00", b"\xff")
    if flags & 0x40 and version > 2:
        content = content[
            _syncsafe(content[:4]) if version == 4 else int.from_bytes(content[:4], "big") + 4 :
        ]
    _frames(content, version, basket, depth)


def _frames(body: bytes, version: int, basket: Basket, depth: int) -> None:
    width, head = (3, 6) if version == 2 else (4, 10)
    at = 0
    while at + head <= len(body) and body[at : at + 1].isalnum():
        name = body[at : at + width].decode("latin-1")
        raw = body[at + width : at + width + (3 if version == 2 else 4)]
        size = _syncsafe(raw) if version == 4 else int.from_bytes(raw, "big")
        _frame(name, body[at + head : at + head + size], version, basket, depth)
        at += head + max(size, 1)


def _frame(name: str, content: bytes, version: int, basket: Basket, depth: int) -> None:
    if name in _SUB_FRAMES and depth < 2:
        start = content.find(b"\0") + 1
        if name == "CHAP":
            start += 16
        else:
            start += 2
        _frames(content[start:], version, basket.inside(name), depth + 1)
    elif name[:4] in ("APIC", "PIC", "GEOB", "GEO"):
        basket.add("media-tags", strings_of(content[:512]), name)
        picture = min((at for mark in _PICTURES if (at := content.find(mark, 0, 600)) >= 0), default=-1)
        if picture >= 0:
            basket.nested(content[picture:], f"{name}, picture")
        else:
            basket.nested(_after_texts(content), f"{name}, file")
    elif name[:1] == "W" and not name.startswith("WX"):
        basket.add("media-tags", content.decode("latin-1"), name)
    elif name.startswith(("SYL", "SYT")) and content:
        basket.add("media-tags", _synchronised(content), name)
    elif name[:1] in "TCUW" and content and content[0] in _ENCODINGS:
        start = 4 if name in _IN_A_LANGUAGE else 1
        text = content[start:].decode(_ENCODINGS[content[0]], "replace")
        basket.add("media-tags", text.replace("\0", "\n").replace("\ufeff", "").strip(), name)
    else:
        basket.add("media-tags", strings_of(content), name)


def _after_texts(content: bytes) -> bytes:
    """What follows the media type, file name and description of an enclosed object."""
    end = b"\0\0" if content[:1] in (b"\x01", b"\x02") else b"\0"
    at = content.find(b"\0", 1) + 1
    for _ in range(2):
        found = content.find(end, at)
        at = found + len(end) if found >= 0 else at
    return content[at:]


def _synchronised(content: bytes) -> str:
    """The words of timed lyrics in one line."""
    encoding = _ENCODINGS.get(content[0], "latin-1")
    end = b"\0\0" if content[0] in (1, 2) else b"\0"
    at, words = content.find(end, 6) + len(end), []
    while 0 < at < len(content) and (stop := content.find(end, at)) >= 0:
        words.append(content[at:stop].decode(encoding, "replace"))
        at = stop + len(end) + 4
    return "".join(words).replace("\ufeff", "")


def _syncsafe(raw: bytes) -> int:
    value = 0
    for byte in raw:
        value = value << 7 | byte & 0x7F
    return value


def read_ogg(body: bytes, basket: Basket) -> None:
    """Read the comment packets of an Ogg file, put together from its pages (RFC 3533, 6)."""
    packets = b"".join(_page_bodies(body))
    for mark in _COMMENT_MARKS[:2]:
        at = packets.find(mark)
        while at >= 0:
            _comments(packets[at + len(mark) :], basket)
            at = packets.find(mark, at + 1)


def _page_bodies(body: bytes) -> Iterator[bytes]:
    at, taken = 0, 0
    while body[at : at + 4] == b"OggS" and taken < _MAX_TAG:
        segments = body[at + 26] if at + 26 < len(body) else 0
        size = sum(body[at + 27 : at + 27 + segments])
        yield body[at + 27 + segments : at + 27 + segments + size]
        at += 27 + segments + size
        taken += size


def read_riff(body: bytes, basket: Basket) -> None:
    """Read the INFO lists of a WAV or AVI file: chunks of a name, a size and a text, padded to even size."""
    at = 12
    while at + 8 <= len(body):
        name, size = struct.unpack_from("<4sI", body, at)
        start, end = at + 8, min(at + 8 + size, len(body))
        if name == b"LIST" and body[start : start + 4] == b"INFO":
            _info(body, start + 4, end, basket)
        elif name == b"id3 " and body.startswith(b"ID3", start) and size >= 10:
            read_id3(body[start:end], basket)
        at = start + size + size % 2


def _info(body: bytes, at: int, end: int, basket: Basket) -> None:
    for _ in range(_MAX_COMMENTS):
        if at + 8 > end:
            return
        name, size = struct.unpack_from("<4sI", body, at)
        text = body[at + 8 : min(at + 8 + size, end)].rstrip(b"\0")
        basket.add("media-tags", charset.decode(text), name.decode("latin-1"))
        at += 8 + size + size % 2


def read_flac(body: bytes, basket: Basket) -> None:
    """Read the metadata blocks of a FLAC file (RFC 9639, 8)."""
    at, last = 4, False
    while not last and at + 4 <= len(body):
        kind, last = body[at] & 0x7F, bool(body[at] & 0x80)
        size = int.from_bytes(body[at + 1 : at + 4], "big")
        content = body[at + 4 : at + 4 + size]
        if kind == 4:
            _comments(content, basket)
        elif kind == 6:
            _flac_picture(content, basket)
        elif kind in (2, 5):
            basket.add("media-tags", strings_of(content), "application data")
        at += 4 + size


def _comments(body: bytes, basket: Basket) -> None:
    """A Vorbis comment header: length and vendor, then so many lengths and "NAME=value"."""
    try:
        at = 4 + struct.unpack_from("<I", body, 0)[0]
        count = struct.unpack_from("<I", body, at)[0]
        at += 4
        for _ in range(min(count, _MAX_COMMENTS)):
            size = struct.unpack_from("<I", body, at)[0]
            if at + 4 > len(body):
                return
            name, _, value = body[at + 4 : at + 4 + size].decode("utf-8", "replace").partition("=")
            at += 4 + size
            if name.upper() == _PICTURE_KEY:
                _flac_picture(base64.b64decode(value), basket)
            else:
                basket.add("media-tags", value, name[:80])
    except (struct.error, binascii.Error, ValueError):
        basket.skip("its tags are damaged")


def _flac_picture(body: bytes, basket: Basket) -> None:
    """A picture block: kind, media type, description, four sizes, then the picture (RFC 9639, 8.8)."""
    try:
        kind_size = struct.unpack_from(">I", body, 4)[0]
        at = 8 + kind_size
        text_size = struct.unpack_from(">I", body, at)[0]
        basket.add("media-tags", body[at + 4 : at + 4 + text_size].decode("utf-8", "replace"), "picture")
        basket.nested(body[at + 4 + text_size + 20 :], "picture")
    except struct.error:
        basket.skip("a picture in its tags is damaged")
