"""Recordings: position and tags of audio and video files. What is said or seen in them is not examined."""

import re
import struct
from collections.abc import Iterator

from auditor.collect.extract import matroska, media_tags
from auditor.collect.extract.named import position
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues
from auditor.collect.extract.strings import strings_of

# ISO 6709 as cameras write it: +39.7817-089.6501/ or +39.7817-089.6501+120.5/
_ISO_6709 = re.compile(rb"([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRS\w+)?/?")
_CONTAINERS = frozenset({b"moov", b"udta", b"trak", b"mdia", b"minf", b"ilst", b"meta", b"moof"})
_STRINGS = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{6,}")
_EDGE = 1 << 19
_EBML = b"\x1aE\xdf\xa3"
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG")
# Kinds of tracks that hold words: subtitles of ISO 14496-12, QuickTime text and closed captions.
_WRITTEN_TRACKS = (
    b"hdlr\0\0\0\0\0\0\0\0sbtl",
    b"hdlr\0\0\0\0\0\0\0\0text",
    b"hdlr\0\0\0\0mhlrtext",
    b"hdlr\0\0\0\0\0\0\0\0subt",
)
_PHONE = re.compile(r"[+(]?\d[\d ().-]{5,}\d")
_MOST_RECORDED = 64 << 20
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
    marks = (b"ID3", b"OggS", b"fLaC", _EBML, b"\x30\x26\xb2\x75", b"FORM")
    frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 in (0xE2, 0xE0) and clues.suffix == ".mp3"
    return riff or head.startswith(marks) or frame


def read_mp4(part: Part, basket: Basket) -> None:
    """Read positions and tags from the boxes outside the recorded data."""
    for name, body in _boxes(part.body, basket):
        if name == b"loci":
            _loci(body, basket)
        for found in _ISO_6709.finditer(body[:4096]):
            _position(found, basket)
        if name == b"data" and (picture := _PICTURE.search(body[:64])):
            basket.nested(body[picture.start() :], "cover picture")
        elif b"</" in body:
            basket.nested(body[body.find(b"<") :], "XMP", "xmp.xml", "application/xml")
        else:
            basket.add("media-tags", _readable(body), name.decode("latin-1"))
    if any(mark in part.body for mark in _WRITTEN_TRACKS):
        basket.add("media-captions", strings_of(_recorded(part.body)), "captions")
    _not_examined(basket)


def read_tagged(part: Part, basket: Basket) -> None:
    """Read the tags of a recording: as its format keeps them, then the strings at both ends."""
    body = part.body
    tags: list[str] = []
    if body.startswith(b"ID3"):
        media_tags.read_id3(body, basket)
    elif body.startswith(b"OggS"):
        media_tags.read_ogg(body, basket)
    elif body.startswith(b"fLaC"):
        media_tags.read_flac(body, basket)
    elif body.startswith(b"RIFF"):
        media_tags.read_riff(body, basket)
    elif body.startswith(_EBML):
        tags = matroska.read(body, basket)
    edges = body if len(body) <= 2 * _EDGE else body[:_EDGE] + b"\n" + body[-_EDGE:]
    basket.add("media-tags", _readable(edges), "tags")
    for packet in _XMP.findall(edges):
        basket.nested(packet, "XMP", "xmp.xml", "application/xml")
    for found in _ISO_6709.finditer(edges + "\n".join(tags).encode("utf-8", "replace")):
        if b"." in found[1] and b"." in found[2]:
            _position(found, basket)
    _not_examined(basket)


def _position(found: re.Match[bytes], basket: Basket) -> None:
    basket.add("media-gps", position(found[1].decode(), found[2].decode()), "position of the recording")


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


def _recorded(body: bytes) -> bytes:
    """The recorded data, in which the words of a caption track stand between sound and pictures."""
    at = body.find(b"mdat")
    return body[max(at, 0) : max(at, 0) + _MOST_RECORDED]


def _loci(body: bytes, basket: Basket) -> None:
    """The 3GPP location box (TS 26.244, 8.9): name, role, longitude and latitude as 16.16 fixed point."""
    name, _, rest = body[6:].partition(b"\0")
    basket.add("media-tags", name.decode("utf-8", "replace"), "location name")
    if len(rest) >= 13:
        longitude, latitude = struct.unpack_from(">ii", rest, 1)
        basket.add("media-gps", position(str(latitude / 65536), str(longitude / 65536)), "location")


def _readable(body: bytes) -> str:
    """The strings of `body` in UTF-8 and UTF-16 with letters, and those that may be telephone numbers."""
    texts = [m.decode("utf-8", "replace") for m in _STRINGS.findall(body)]
    texts += [m.decode("utf-16-le") for m in re.findall(rb"(?:[\x20-\x7e]\0){6,}", body)]
    return "\n".join(t for t in texts if any(map(str.isalpha, t)) or _PHONE.fullmatch(t.strip()))
