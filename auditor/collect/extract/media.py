"""Recordings: position and tags of audio and video files. What is said or seen in them is not examined."""

import re
import struct
from collections.abc import Iterator

from auditor.collect.extract.named import position
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues

# ISO 6709 as cameras write it: +39.7817-089.6501/ or +39.7817-089.6501+120.5/
_ISO_6709 = re.compile(rb"([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRS\w+)?/?")
_CONTAINERS = frozenset({b"moov", b"udta", b"trak", b"mdia", b"minf", b"ilst", b"meta", b"moof"})
_STRINGS = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{6,}")
_EDGE = 1 << 19
_ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}
_MAX_BOXES = 20_000


def is_mp4(clues: Clues) -> bool:
    """MP4, MOV, M4A, 3GP: a box structure of ISO 14496-12 whose first box is `ftyp` or a QuickTime one."""
    return (
        clues.head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip") and clues.head[:1] == b"\0"
    )


def is_recording(clues: Clues) -> bool:
    """MP3, Ogg, FLAC, WAV, AVI, AIFF, Matroska or WebM, ASF."""
    head = clues.head
    riff = head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"AVI ")
    marks = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"\x30\x26\xb2\x75", b"FORM")
    frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 in (0xE2, 0xE0) and clues.suffix == ".mp3"
    return riff or head.startswith(marks) or frame


def read_mp4(part: Part, basket: Basket) -> None:
    """Read positions and tags from the boxes outside the recorded data."""
    for name, body in _boxes(part.body, basket):
        if name == b"loci":
            _loci(body, basket)
        for found in _ISO_6709.finditer(body[:4096]):
            basket.add(
                "media-gps", position(found[1].decode(), found[2].decode()), "position of the recording"
            )
        if b"</" in body:
            basket.nested(body[body.find(b"<") :], "XMP", "xmp.xml", "application/xml")
        else:
            basket.add("media-tags", _readable(body), name.decode("latin-1"))
    _not_examined(basket)


def read_tagged(part: Part, basket: Basket) -> None:
    """Read the tags at both ends of a recording."""
    if part.body.startswith(b"ID3"):
        for name, text in _id3_frames(part.body):
            basket.add("media-tags", text, name)
    edges = part.body if len(part.body) <= 2 * _EDGE else part.body[:_EDGE] + b"\n" + part.body[-_EDGE:]
    basket.add("media-tags", _readable(edges), "tags")
    for found in _ISO_6709.finditer(edges):
        if b"." in found[1] and b"." in found[2]:
            basket.add(
                "media-gps", position(found[1].decode(), found[2].decode()), "position of the recording"
            )
    _not_examined(basket)


def _not_examined(basket: Basket) -> None:
    basket.skip("what is said and seen in the recording was not examined", mend="watch or listen to it")


def _boxes(body: bytes, basket: Basket) -> Iterator[tuple[bytes, bytes]]:
    """The boxes that hold no others, by name, without the recorded data itself."""
    todo = [(0, len(body))]
    count = 0
    while todo:
        start, end = todo.pop()
        while start + 8 <= end:
            count += 1
            if count > _MAX_BOXES:
                basket.skip("the recording has too many boxes")
                return
            size, name = struct.unpack_from(">I4s", body, start)
            head = 8
            if size == 1 and start + 16 <= end:
                size, head = struct.unpack_from(">Q", body, start + 8)[0], 16
            size = end - start if size == 0 else size
            if size < head:
                break
            inner, stop = start + head, min(end, start + size)
            if name in _CONTAINERS:
                # `meta` has four bytes of version in MP4, none in QuickTime.
                skip = 4 if name == b"meta" and body[inner : inner + 4] == b"\0\0\0\0" else 0
                todo.append((inner + skip, stop))
            elif name != b"mdat":
                yield name, body[inner : min(stop, inner + (1 << 20))]
            start += size


def _loci(body: bytes, basket: Basket) -> None:
    """The 3GPP location box (TS 26.244, 8.9): name, role, longitude and latitude as 16.16 fixed point."""
    name, _, rest = body[6:].partition(b"\0")
    basket.add("media-tags", name.decode("utf-8", "replace"), "location name")
    if len(rest) >= 13:
        longitude, latitude = struct.unpack_from(">ii", rest, 1)
        basket.add("media-gps", position(str(latitude / 65536), str(longitude / 65536)), "location")


def _id3_frames(body: bytes) -> Iterator[tuple[str, str]]:
    """Text of the frames of an ID3v2 tag (id3.org, versions 2.2 to 2.4)."""
    version = body[3]
    end = 10 + _syncsafe(body[6:10])
    width, head = (3, 6) if version == 2 else (4, 10)
    at = 10
    while at + head <= min(end, len(body)) and body[at : at + 1].isalnum():
        name = body[at : at + width].decode("latin-1")
        raw = body[at + width : at + width + (3 if version == 2 else 4)]
        size = _syncsafe(raw) if version == 4 else int.from_bytes(raw, "big")
        content = body[at + head : at + head + size]
        if content and name[0] in "TCUW" and (encoding := _ENCODINGS.get(content[0])):
            yield name, content[1:].decode(encoding, "replace").replace("\0", "\n").strip("\ufeff\n ")
        at += head + max(size, 1)


def _syncsafe(raw: bytes) -> int:
    value = 0
    for byte in raw:
        value = value << 7 | byte & 0x7F
    return value


def _readable(body: bytes) -> str:
    """The strings of `body` in UTF-8 and UTF-16, those with letters only."""
    texts = [m.decode("utf-8", "replace") for m in _STRINGS.findall(body)]
    texts += [m.decode("utf-16-le") for m in re.findall(rb"(?:[\x20-\x7e]\0){6,}", body)]
    return "\n".join(t for t in texts if any(c.isalpha() for c in t))
