"""Archives: ZIP, TAR, ar and cpio. Every member is read as a file."""

import io
import lzma
import tarfile
import zipfile
from typing import Protocol

from auditor.collect.extract import package
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues

_CHUNK = 1 << 16


class Readable(Protocol):
    """Anything that gives bytes piece by piece."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""
        ...


def is_zip(clues: Clues) -> bool:
    """A ZIP file, an empty or spanned one included."""
    return clues.head[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def is_tar(clues: Clues) -> bool:
    """A TAR file of the POSIX or GNU kind."""
    return clues.head[257:262] == b"ustar"


def read_zip(part: Part, basket: Basket) -> None:
    """Read the members of a ZIP, their names and comments."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(part.body))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        basket.skip(f"the ZIP is damaged ({error}); only the members that could be saved were read")
        for name, body in package.salvaged(part.body, basket):
            basket.nested(body, name, name)
        return
    with archive:
        members = archive.infolist()
        _names([m.filename for m in members], basket)
        comments = [archive.comment, *(m.comment for m in members)]
        basket.add("archive-comment", "\n".join(c.decode("utf-8", "replace") for c in comments if c))
        for member in _some(members, basket):
            if not member.is_dir():
                _zip_member(archive, member, basket)


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, basket: Basket) -> None:
    if member.flag_bits & 1:
        basket.skip("it is protected by a password", member.filename)
        return
    try:
        with archive.open(member) as stream:
            body = unpacked(stream, basket)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, lzma.LZMAError) as error:
        basket.skip(
            f"this member is damaged or packed in an unknown way ({type(error).__name__})", member.filename
        )
        return
    basket.nested(body, member.filename, member.filename)


def read_tar(part: Part, basket: Basket) -> None:
    """Read the members of a TAR, their names, owners and notes. Links and devices are named, not followed."""
    try:
        with tarfile.open(fileobj=io.BytesIO(part.body), mode="r:") as archive:
            names, notes = [], dict[str, None]()
            for number, member in enumerate(archive):
                if number >= basket.budget.limits.members:
                    basket.skip(f"only the first {basket.budget.limits.members} files in it were read")
                    break
                names.append("\n".join(filter(None, (member.name, member.linkname))))
                notes.update(dict.fromkeys((member.uname, member.gname, *member.pax_headers.values())))
                stream = archive.extractfile(member) if member.isfile() else None
                if stream is not None:
                    basket.nested(unpacked(stream, basket), member.name, member.name)
            _names(names, basket)
            basket.add("archive-comment", "\n".join(filter(None, notes)), "owners and notes of members")
    except (tarfile.TarError, EOFError, ValueError) as error:
        basket.skip(f"the TAR is damaged ({type(error).__name__})")


def unpacked(stream: Readable, basket: Basket) -> bytes:
    """The bytes of `stream`, counted while they come, so that a bomb ends at the limit (LimitError)."""
    pieces = []
    while piece := stream.read(_CHUNK):
        basket.budget.unpack(len(piece))
        pieces.append(piece)
    return b"".join(pieces)


def is_ar(clues: Clues) -> bool:
    """An archive of the ar kind, as packages of Debian are."""
    return clues.head.startswith(b"!<arch>\n")


def is_cpio(clues: Clues) -> bool:
    """A cpio archive with headers in figures."""
    return clues.head.startswith((b"070701", b"070702"))


def read_ar(part: Part, basket: Basket) -> None:
    """Read the members of an ar archive: a header of 60 characters before each."""
    at = 8
    for _ in range(basket.budget.limits.members):
        head = part.body[at : at + 60]
        if len(head) < 60:
            break
        if head[58:] != b"`\n" or not head[48:58].strip().isdigit():
            basket.skip("the archive is damaged")
            return
        name, size = head[:16].decode("latin-1").strip(" /"), int(head[48:58])
        _names([name], basket)
        basket.budget.unpack(size)
        basket.nested(part.body[at + 60 : at + 60 + size], name, name)
        at += 60 + size + size % 2


def read_cpio(part: Part, basket: Basket) -> None:
    """Read the members of a cpio archive of the SVR4 kind: 13 numbers of eight figures before each name."""
    at = 0
    for _ in range(basket.budget.limits.members):
        try:
            size, length = int(part.body[at + 54 : at + 62], 16), int(part.body[at + 94 : at + 102], 16)
        except ValueError:
            basket.skip("the archive is damaged")
            return
        name = part.body[at + 110 : at + 109 + length].decode("utf-8", "replace")
        if name == "TRAILER!!!" or not size | length:
            return
        start = at + 110 + length + -(at + 110 + length) % 4
        _names([name], basket)
        basket.budget.unpack(size)
        basket.nested(part.body[start : start + size], name, name)
        at = start + size + -(start + size) % 4


def _some(members: list[zipfile.ZipInfo], basket: Basket) -> list[zipfile.ZipInfo]:
    limit = basket.budget.limits.members
    if len(members) > limit:
        basket.skip(f"only the first {limit} of {len(members)} files in it were read")
    return members[:limit]


def _names(names: list[str], basket: Basket) -> None:
    basket.add("file-name", "\n".join(names), "names of the files in it")
