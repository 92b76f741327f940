"""Single packed files: gzip, bzip2, xz, LZMA, zlib, Brotli, Flash, and Zstandard where Python brings it."""

import bz2
import gzip
import io
import lzma
import zlib

from auditor.collect.extract import archive
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
        stream = _opened(kind, part.body, basket)
        if stream is None:
            basket.skip(f"it is packed with {kind}, which this installation cannot unpack")
            return
        while piece := stream.read(1 << 16):
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


def _opened(kind: str, body: bytes, basket: Basket) -> "archive.Readable | None":
    raw = io.BytesIO(body)
    if kind == "gzip":
        return gzip.GzipFile(fileobj=raw)
    if kind == "bzip2":
        return bz2.BZ2File(raw)
    if kind in ("xz", "LZMA"):
        return lzma.LZMAFile(raw)
    limit = basket.budget.unpackable + 1
    if kind in ("zlib", "Flash"):
        return io.BytesIO(zlib.decompressobj().decompress(body[8 if kind == "Flash" else 0 :], limit))
    if kind == "Brotli":
        return io.BytesIO(_brotli(body, limit))
    return _zstandard(raw)


def _brotli(body: bytes, limit: int) -> bytes:
    import brotli

    try:
        engine = brotli.Decompressor()
        unpacked: bytes = engine.process(body, output_buffer_limit=limit)
    except brotli.error as error:
        raise ValueError("damaged") from error
    return unpacked


def _zstandard(raw: io.BytesIO) -> archive.Readable | None:
    try:
        from compression import zstd  # type: ignore[import-not-found, unused-ignore]  # Python 3.14 and later
    except ImportError:
        pass
    else:
        opened: archive.Readable = zstd.ZstdFile(raw)
        return opened
    try:
        import zstandard
    except ImportError:
        return None
    stream: archive.Readable = zstandard.ZstdDecompressor().stream_reader(raw)
    return stream
