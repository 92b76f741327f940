"""Evidence files: copied by SHA-256 into `evidence/`, pictures without what tells where they were taken."""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from auditor.core.errors import ConfigurationError, WorkspaceError
from auditor.store.files import write_atomic

FOLDER = "evidence"
LARGEST = 25_000_000
"""Bytes. Evidence is a page, a picture or a log; a film is none."""

PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_SIGNS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"RIFF",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".odt": (b"PK\x03\x04",),
    ".ods": (b"PK\x03\x04",),
    ".txt": (),
    ".md": (),
    ".csv": (),
    ".json": (),
}
TYPES = tuple(sorted(_SIGNS))


def named_file(text: str) -> Path | None:
    """The file that `text` names, or None: words are as often too long to be a path, or begin like one."""
    try:
        path = Path(text.strip()).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError):
        return None


def names_missing_file(text: str) -> bool:
    """True when `text` can only be the name of a file to keep, and there is none.

    Kept as a note it would look like evidence and prove nothing.
    """
    words = text.strip()
    if len(words.split()) != 1 or "://" in words:
        return False
    return Path(words).suffix.casefold() in TYPES and named_file(words) is None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file ready to be kept. `words` say what was done to it."""

    name: str
    data: bytes
    words: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 in hex, by which the file is kept."""
        return hashlib.sha256(self.data).hexdigest()


def prepare(path: Path) -> Prepared:
    """The file at `path` as it may be kept: of an allowed type and size, pictures stripped.

    Raises ConfigurationError for what may not be kept, naming the reason.
    """
    kind = path.suffix.lower()
    if kind not in _SIGNS and path.is_file():
        raise ConfigurationError(
            f"{path.name}: files of this type are not kept", f"allowed: {', '.join(TYPES)}"
        )
    data = _read(path)
    if not data:
        raise ConfigurationError(f"{path.name} is empty")
    signs = _SIGNS[kind]
    if signs and not data.startswith(signs):
        raise ConfigurationError(f"{path.name} is not what its ending says")
    if kind in PICTURES:
        return _stripped(path.name, data, PICTURES[kind])
    if not signs:
        _refuse_binary(path.name, data)
    return Prepared(path.name, data)


def keep(root: Path, prepared: Prepared) -> Path:
    """Put a prepared file into the workspace; one already there is left as it is."""
    path = place(root, prepared.digest, Path(prepared.name).suffix.lower())
    if not path.exists():
        write_atomic(path, prepared.data)
    return path


def place(root: Path, digest: str, suffix: str) -> Path:
    """Where evidence of that hash is kept."""
    return root / FOLDER / f"{digest}{suffix}"


def discard(root: Path, digest: str, suffix: str) -> None:
    """Remove a kept file. One that is gone already is no error. Raises WorkspaceError."""
    try:
        place(root, digest, suffix).unlink(missing_ok=True)
    except OSError as error:
        raise WorkspaceError(f"cannot remove evidence {digest[:12]}: {error.strerror}") from None


def problems(root: Path, references: dict[str, str]) -> tuple[str, ...]:
    """What is wrong with kept evidence. `references` maps the SHA-256 to the name that people know."""
    found = []
    for digest, name in sorted(references.items(), key=lambda item: item[1]):
        path = place(root, digest, Path(name).suffix.lower())
        if not path.is_file():
            found.append(f"evidence {name} ({digest[:12]}) is gone")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            found.append(f"evidence {name} ({digest[:12]}) was changed")
    return tuple(found)


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ConfigurationError(f"{path} is not a file", "give the path of one file")
        size = path.stat().st_size
        if size > LARGEST:
            raise ConfigurationError(
                f"{path.name} has {size / 1e6:.0f} MB; evidence has at most {LARGEST / 1e6:.0f}",
                "keep the page that matters, or give a link",
            )
        return path.read_bytes()
    except OSError as error:
        raise WorkspaceError(f"cannot read {path.name}: {error.strerror}") from None


def _refuse_binary(name: str, data: bytes) -> None:
    if b"\x00" in data:
        raise ConfigurationError(f"{name} is not what its ending says")


def _stripped(name: str, data: bytes, kind: str) -> Prepared:
    """The picture alone, turned upright, without position, time, device, comments or a thumbnail."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=[kind]) as picture:
            told = _told(picture)
            upright = ImageOps.exif_transpose(picture)
            # Only the pixels go on: position hides in EXIF, XMP, comments and makers' notes alike.
            bare = upright.copy()
            bare.info = {k: v for k, v in upright.info.items() if k in ("transparency", "icc_profile")}
            out = io.BytesIO()
            bare.save(out, kind, **({"quality": 92} if kind != "PNG" else {}))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise ConfigurationError(f"{name} cannot be read as a picture") from None
    return Prepared(name, out.getvalue(), (told,))


def _told(picture: object) -> str:
    from PIL import ExifTags, Image

    assert isinstance(picture, Image.Image)
    xmp = picture.info.get("xmp", b"")
    marks = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    if picture.getexif().get_ifd(ExifTags.IFD.GPSInfo) or b"GPSL" in marks:
        return "the picture told where it was taken; that was removed from the copy kept here"
    return "whatever the picture told besides its image was removed from the copy kept here"
