"""Single packed files: gzip, bzip2, xz, LZMA, zlib, Brotli, Flash, and Zstandard with the package for it."""

import bz2
import io
import lzma
import zlib
from collections.abc import Iterator
from typing import Protocol

from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues

_MARKS = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x5d\0\0": "LZMA",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"CWS": "Flash",
}
_BROTLI_SUFFIX = ".br"
_FED = 4096  # bytes given to a decompressor at a time, so that a bomb unfolds in small steps
_NAMED = 0x08  # the bit of a gzip header that says that a file name follows (RFC 1952, 2.3.1)


def is_packed(clues: Clues) -> bool:
    """A single packed file, which may be a TAR."""
    return clues.head.startswith(tuple(_MARKS)) or _is_zlib(clues.head) or clues.suffix == _BROTLI_SUFFIX


def _is_zlib(head: bytes) -> bool:
    """A zlib stream (RFC 1950, 2.2) that can be unpacked."""
    if len(head) < 8 or head[0] != 0x78 or (head[0] << 8 | head[1]) % 31:
        return False
    try:
        return bool(zlib.decompressobj().decompress(head, 64))
    except zlib.error:
        return False


def read(part: Part, basket: Basket) -> None:
    """Read the one file inside, as far as it can be unpacked."""
    kind = next((kind for mark, kind in _MARKS.items() if part.body.startswith(mark)), "")
    kind = kind or ("zlib" if _is_zlib(part.body[:4096]) else "Brotli")
    if kind == "gzip":
        _gzip_name(part.body, basket)
    inner = part.name.rsplit(".", 1)[0] if "." in part.name.rsplit("/", 1)[-1] else part.name
    pieces: list[bytes] = []
    try:
        for piece in _unpacked(kind, part.body, basket):
            basket.budget.unpack(len(piece))
            pieces.append(piece)
    except (OSError, EOFError, ValueError, lzma.LZMAError, zlib.error) as error:
        more = "; what could be unpacked was read" if pieces else ""
        basket.skip(f"the {kind} file is damaged ({type(error).__name__}){more}")
    basket.nested(b"".join(pieces), f"inside {kind}", inner)


def _gzip_name(body: bytes, basket: Basket) -> None:
    if len(body) > 10 and body[3] & _NAMED and not body[3] & 0x04:
        name = body[10 : body.find(b"\0", 10)]
        basket.add("file-name", name[:4096].decode("utf-8", "replace"), "name of the packed file")


class _Engine(Protocol):
    """A decompressor of the standard library, which is fed piece by piece."""

    @property
    def eof(self) -> bool:
        """Whether the end of what was packed has come."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was fed after that end."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """What the next piece unfolds to."""
        ...


def _engine(kind: str) -> _Engine:
    """The decompressor for a kind of packed file."""
    if kind == "bzip2":
        return bz2.BZ2Decompressor()
    if kind in ("xz", "LZMA"):
        return lzma.LZMADecompressor()
    return zlib.decompressobj(31 if kind == "gzip" else 15)


def _unpacked(kind: str, body: bytes, basket: Basket) -> Iterator[bytes]:
    """The content piece by piece; EOFError when it ends before its own end."""
    if kind == "Brotli":
        yield _brotli(body, basket.budget.unpackable + 1)
    elif kind == "Zstandard":
        yield from _zstandard(body, basket)
    else:
        rest = body[8:] if kind == "Flash" else body
        while rest:
            engine = _engine(kind)
            for at in range(0, len(rest), _FED):
                yield engine.decompress(rest[at : at + _FED])
                if engine.eof:
                    break
            if not engine.eof:
                raise EOFError
            rest = (engine.unused_data + rest[at + _FED :]).lstrip(b"\0")
            if kind != "xz" and not rest.startswith(tuple(_MARKS)):
                return


def _brotli(body: bytes, limit: int) -> bytes:
    import brotli

    try:
        engine = brotli.Decompressor()
        unpacked: bytes = engine.process(body, output_buffer_limit=limit)
    except brotli.error as error:
        raise ValueError("damaged") from error
    return unpacked


def _zstandard(body: bytes, basket: Basket) -> Iterator[bytes]:
    try:
        import zstandard
    except ImportError:
        basket.skip("it is packed with Zstandard, which this installation cannot unpack")
        return
    try:
        stream = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(body))
        while piece := stream.read(_FED * 64):
            yield piece
    except zstandard.ZstdError as error:
        raise ValueError("damaged") from error
