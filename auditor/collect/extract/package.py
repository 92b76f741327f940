"""ZIP packages of the document formats: members within limits, and what a damaged one still holds."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from auditor.collect.extract.part import Basket, Part

_CHUNK = 1 << 20
_LOCAL_HEADER = re.compile(rb"PK\x03\x04.{26}", re.DOTALL)


def open_zip(part: Part, basket: Basket) -> zipfile.ZipFile | None:
    """The archive, or None when its directory is damaged (what can be saved is read then)."""
    try:
        return zipfile.ZipFile(BytesIO(part.body))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, UnicodeError):
        basket.skip("the archive is damaged; only the members that could be saved were read")
        for name, body in salvaged(part.body, basket):
            basket.nested(body, f"file {name}", name)
        return None


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, basket: Basket) -> bytes | None:
    """The bytes of one member; None, with an unchecked entry, when it cannot be had."""
    place = f"file {info.filename}"
    if info.flag_bits & 1:
        basket.skip("it is protected by a password", place)
        return None
    try:
        with archive.open(info) as stream:
            return _bounded(stream.read, basket)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        basket.skip(f"it is damaged or packed in an unknown way ({type(error).__name__})", place)
    return None


def _bounded(read: Callable[[int], bytes], basket: Basket) -> bytes:
    """All that `read` gives, counted chunk by chunk so that no bomb unfolds."""
    chunks = []
    while chunk := read(_CHUNK):
        basket.budget.unpack(len(chunk))
        chunks.append(chunk)
    return b"".join(chunks)


def members(archive: zipfile.ZipFile, basket: Basket) -> Iterator[zipfile.ZipInfo]:
    """The files of an archive, up to the limit."""
    limit = basket.budget.limits.members
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > limit:
        basket.skip(f"only the first {limit} of {len(infos)} files in the archive were read")
    return iter(infos[:limit])


def salvaged(body: bytes, basket: Basket) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of members found by their own headers, for an archive without a usable directory."""
    for count, match in enumerate(_LOCAL_HEADER.finditer(body)):
        if count >= basket.budget.limits.members:
            return
        at = match.start()
        method, packed, name_size, extra = (
            int.from_bytes(body[at + first : at + last], "little")
            for first, last in ((8, 10), (18, 22), (26, 28), (28, 30))
        )
        start = at + 30 + name_size + extra
        name = body[at + 30 : at + 30 + name_size].decode("utf-8", "replace")
        if method == 8:
            content = inflated(body[start:], basket, -15)
        else:
            content = body[start : start + packed] if packed else b""
        if content:
            yield name, content


def inflated(body: bytes, basket: Basket, window: int) -> bytes:
    """As much of a deflate stream as can be unpacked, within the budget."""
    engine = zlib.decompressobj(window)
    try:
        content = engine.decompress(body, basket.budget.unpackable + 1)
    except zlib.error:
        content = _byte_by_block(body, window, basket.budget.unpackable)
    basket.budget.unpack(len(content))
    return content


def _byte_by_block(body: bytes, window: int, limit: int) -> bytes:
    """What a broken deflate stream gives before it breaks."""
    engine, pieces, size = zlib.decompressobj(window), [], 0
    for at in range(0, len(body), 256):
        try:
            piece = engine.decompress(body[at : at + 256], limit - size + 1)
        except zlib.error:
            break
        pieces.append(piece)
        size += len(piece)
        if size > limit or engine.eof:
            break
    return b"".join(pieces)
