"""Streams of old Office files: the texts of slides, macros, and the packed body of a message."""

import struct
from collections.abc import Iterator

_CHARACTERS, _BYTES, _STRING = 0x0FA0, 0x0FA8, 0x0FBA
_MACRO_MARK = b"\0Attribut"
_MAX_RECORDS = 500_000
_RTF_PACKED = b"LZFu"
_RTF_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


def slide_texts(body: bytes) -> Iterator[str]:
    """The texts of a presentation in the order of its records (MS-PPT, 2.3.1 and 2.9.41 to 2.9.43)."""
    at = 0
    for _ in range(_MAX_RECORDS):
        if at + 8 > len(body):
            return
        flags, kind, size = struct.unpack_from("<HHI", body, at)
        at += 8
        if flags & 0xF == 0xF:
            continue  # a container: its records follow
        if kind in (_CHARACTERS, _STRING):
            yield body[at : at + size].decode("utf-16-le", "replace").replace("\r", "\n")
        elif kind == _BYTES:
            yield body[at : at + size].decode("latin-1").replace("\r", "\n")
        at += size


def macros(body: bytes) -> Iterator[bytes]:
    """The source of each macro module in a stream, told by the line that every one begins with."""
    at = body.find(_MACRO_MARK)
    while at >= 3:
        source = _unpacked_macro(body, at - 3)
        if source:
            yield source
        at = body.find(_MACRO_MARK, at + 1)


def _unpacked_macro(body: bytes, at: int) -> bytes:
    """A compressed container (MS-OVBA, 2.4.1.3), as far as it can be unpacked."""
    if body[at : at + 1] != b"\x01":
        return b""
    at += 1
    out = bytearray()
    while at + 2 <= len(body):
        header = int.from_bytes(body[at : at + 2], "little")
        if header >> 12 & 7 != 3:
            break
        end = min(len(body), at + (header & 0xFFF) + 3)
        if header & 0x8000:
            _unpack_chunk(body, at + 2, end, out)
        else:
            out += body[at + 2 : end]
        at = end
    return bytes(out)


def _unpack_chunk(body: bytes, at: int, end: int, out: bytearray) -> None:
    start = len(out)
    while at < end:
        flags = body[at]
        at += 1
        for bit in range(8):
            if at >= end:
                return
            if not flags >> bit & 1:
                out.append(body[at])
                at += 1
                continue
            token = int.from_bytes(body[at : at + 2], "little")
            at += 2
            width = max(4, (len(out) - start - 1).bit_length())
            length = (token & 0xFFFF >> width) + 3
            offset = (token >> 16 - width) + 1
            if offset > len(out) - start:
                return
            for _ in range(length):
                out.append(out[-offset])


def uncompressed_rtf(body: bytes, limit: int) -> bytes:
    """The body of a message kept as packed RTF (MS-OXRTFCP, 3.1.1), as far as it can be unpacked."""
    if body[8:12] != _RTF_PACKED:
        return body[16:]
    window = bytearray(_RTF_START.ljust(_WINDOW, b"\0"))
    write, at, out = len(_RTF_START), 16, bytearray()
    while at < len(body) and len(out) <= limit:
        control = body[at]
        at += 1
        for bit in range(8):
            if at >= len(body):
                break
            if not control >> bit & 1:
                piece, at = body[at : at + 1], at + 1
            else:
                token = int.from_bytes(body[at : at + 2], "big")
                at += 2
                read = token >> 4
                if read == write:
                    return bytes(out)
                piece = b""
                for step in range((token & 0xF) + 2):
                    byte = window[(read + step) % _WINDOW]
                    window[(write + step) % _WINDOW] = byte
                    piece += bytes((byte,))
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _WINDOW
            out += piece
    return bytes(out)
