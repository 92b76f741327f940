"""Evidence files: kept by their hash, of allowed types, pictures without what tells their place."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from auditor.core.errors import ConfigurationError
from auditor.store import evidence
from auditor.store.evidence import keep, place, prepare, problems


def photo(path: Path, kind: str = "JPEG") -> bytes:
    """A picture that tells its position in EXIF and XMP, its maker, a comment, and that it lies on its side."""
    picture = Image.new("RGB", (40, 20), (200, 30, 30))
    picture.paste((20, 160, 20), (0, 0, 10, 20))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Maker"
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (39.0, 46.0, 54.12), 3: "W", 4: (89.0, 39.0, 0.36)}
    xmp = b"<x:xmpmeta><exif:GPSLatitude>39,46.902N</exif:GPSLatitude></x:xmpmeta>"
    out = io.BytesIO()
    options: dict[str, object] = {"exif": exif}
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Comment", "1247 North Maple Street")
        options["pnginfo"] = info
    elif kind == "JPEG":
        options |= {"xmp": xmp, "comment": b"1247 North Maple Street"}
    else:
        options["xmp"] = xmp
    picture.save(out, kind, **options)
    path.write_bytes(out.getvalue())
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_a_picture_is_kept_upright_and_tells_nothing_but_itself(tmp_path: Path, name: str, kind: str) -> None:
    before = photo(tmp_path / name, kind)
    assert b"Maker" in before
    prepared = prepare(tmp_path / name)
    with Image.open(io.BytesIO(prepared.data)) as kept:
        assert kept.size == (20, 40)
        assert dict(kept.getexif()) == {}
        assert not kept.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        assert not {"exif", "xmp", "comment", "Comment", "XML:com.adobe.xmp"} & set(kept.info)
        red, green, _ = kept.convert("RGB").getpixel((10, 3))
        assert green > red
    for trace in (b"Maker", b"Maple", b"GPS", b"46.902"):
        assert trace not in prepared.data
    assert "told where it was taken" in prepared.words[0]


def test_a_picture_that_tells_no_place_says_so(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png")
    assert "whatever the picture told" in prepare(tmp_path / "a.png").words[0]


def test_a_file_is_kept_under_its_hash_and_once(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"line,shown\n1,hidden\n")
    prepared = prepare(tmp_path / "list.csv")
    path = keep(tmp_path, prepared)
    assert path.name == hashlib.sha256(b"line,shown\n1,hidden\n").hexdigest() + ".csv"
    assert path.stat().st_mode & 0o777 == 0o600
    before = path.stat().st_mtime_ns
    assert keep(tmp_path, prepared) == path
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.exe", b"MZ", "this type are not kept"),
        ("a", b"words", "this type are not kept"),
        ("a.pdf", b"<html>", "not what its ending says"),
        ("a.txt", b"\x00\x01", "not what its ending says"),
        ("a.txt", b"", "is empty"),
        ("a.png", b"\x89PNG\r\n\x1a\nbroken", "cannot be read as a picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0 and no more", "cannot be read as a picture"),
    ],
)
def test_what_may_not_be_kept_is_refused_by_name(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ConfigurationError, match=message):
        prepare(tmp_path / name)


def test_a_film_is_no_evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "LARGEST", 10)
    (tmp_path / "a.txt").write_text("eleven char")
    with pytest.raises(ConfigurationError, match="evidence has at most"):
        prepare(tmp_path / "a.txt")


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    for name in ("none.txt", "folder.txt"):
        with pytest.raises(ConfigurationError, match="is not a file"):
            prepare(tmp_path / name)


def test_lost_and_changed_evidence_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("seen")
    prepared = prepare(tmp_path / "a.txt")
    path = keep(tmp_path, prepared)
    known = {prepared.digest: "a.txt"}
    assert problems(tmp_path, known) == ()
    path.write_text("seen otherwise")
    assert problems(tmp_path, known) == (f"evidence a.txt ({prepared.digest[:12]}) was changed",)
    path.unlink()
    assert problems(tmp_path, known) == (f"evidence a.txt ({prepared.digest[:12]}) is gone",)
    assert place(tmp_path, "ab", ".txt").parent.name == "evidence"
