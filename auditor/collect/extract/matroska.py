"""Matroska and WebM: tags, titles, chapters, attached files and subtitles (RFC 9559)."""

from collections.abc import Iterator
from itertools import pairwise

from auditor.collect.extract.part import Basket

# Elements that hold others: segment, information, tags, chapters, attachments, tracks, clusters and theirs.
_MASTERS = frozenset(
    {0x18538067, 0x1549A966, 0x1254C367, 0x7373, 0x63C0, 0x67C8, 0x1043A770, 0x45B9, 0xB6, 0x80}
    | {0x1941A469, 0x61A7, 0x1654AE6B, 0xAE, 0x1F43B675, 0xA0}
)
_TEXTS = {
    0x7BA9: "title",
    0x4487: "tag",
    0x45A3: "name of a tag",
    0x85: "chapter",
    0x466E: "name of an attached file",
    0x467E: "description of an attached file",
    0x536E: "name of a track",
    0x7384: "file name",
    0x5741: "writing program",
    0x437E: "country",
}
_FILE, _TRACK, _TRACK_NUMBER, _CODEC = 0x465C, 0xAE, 0xD7, 0x86
_BLOCKS = (0xA3, 0xA1)
_MAX_ELEMENTS = 200_000


def read(body: bytes, basket: Basket) -> list[str]:
    """Read a file; returns its tags, in which a position may be written."""
    tags: list[str] = []
    captions: list[str] = []
    written: set[int] = set()  # numbers of the tracks that hold text
    number = 0
    for count, (kind, content) in enumerate(_elements(body)):
        if count > _MAX_ELEMENTS:
            basket.skip("the recording has too many elements")
            break
        if kind in _TEXTS:
            text = content.decode("utf-8", "replace").rstrip("\0")
            tags.append(text)
            basket.add("media-tags", text, _TEXTS[kind])
        elif kind == _FILE:
            basket.nested(content, "attached file")
        elif kind == _TRACK_NUMBER:
            number = int.from_bytes(content, "big")
        elif kind == _CODEC and content.startswith(b"S_"):
            written.add(number)
        elif kind in _BLOCKS and content and content[0] & 0x7F in written:
            captions.append(content[4:].decode("utf-8", "replace"))
    basket.add("media-captions", "\n".join(captions))
    basket.add("media-captions", " ".join(f"{a} {b}" for a, b in pairwise(captions)), "captions run on")
    return tags


def _elements(body: bytes) -> Iterator[tuple[int, bytes]]:
    """(identifier, content) of every element that holds no others."""
    todo = [(0, len(body))]
    while todo:
        at, end = todo.pop()
        while at < end:
            kind, at = _number(body, at, keep_mark=True)
            size, at = _number(body, at)
            stop = min(end, at + size)
            if kind < 0 or size < 0:
                break
            if kind in _MASTERS:
                todo.append((stop, end))
                end = stop
                continue
            yield kind, body[at:stop]
            at = stop


def _number(body: bytes, at: int, *, keep_mark: bool = False) -> tuple[int, int]:
    """A number of variable length (RFC 8794, 4) and where it ends; all ones stand for "to the end"."""
    first = body[at] if at < len(body) else 0
    if not first:
        return -1, len(body)
    length = 9 - first.bit_length()
    value = int.from_bytes(body[at : at + length], "big")
    if not keep_mark:
        value &= (1 << 7 * length) - 1
        if value == (1 << 7 * length) - 1:
            value = len(body)
    return value, at + length
