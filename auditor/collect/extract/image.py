"""Pictures: position, descriptions and other texts in their metadata, barcodes, and the text they show."""

import io
import math
import re
import struct
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from auditor.collect.extract import image_segments
from auditor.collect.extract.data import add_lines
from auditor.collect.extract.named import joined, position
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues
from auditor.collect.extract.strings import strings_of

if TYPE_CHECKING:
    from PIL.Image import Exif, Image
    from PIL.ImageFile import ImageFile

_MAGIC = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"BM",
    b"8BPS",
    b"II+\0",
    b"MM\0+",
    b"\0\0\x01\0",
    b"\0\0\x02\0",
    b"\0\0\0\x0cjP  ",
    b"\xff\x4f\xff\x51",
    b"\x0a\x05\x01",
    b"qoif",
)
_PIXMAP = re.compile(rb"P[1-7][ \r\n]")
_FRAMES = 4  # pictures of an animation that are looked at; all pages of a TIFF are
_COMMENTS = frozenset({0x1B, 0x1C})  # texts among the tags of a position that say in what set they are
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis", b"heim", b"heis")
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>|<rdf:RDF.*?</rdf:RDF>", re.DOTALL)
_EXIF_MARK = b"Exif\0\0"
_IFDS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interoperability"}
_GPS = 0x8825
_WINDOWS_TEXTS = range(0x9C9B, 0x9CA0)  # XPTitle to XPSubject: UTF-16 by Microsoft's definition
_USER_COMMENT = 0x9286
_MAKER_NOTE = 0x927C
_IPTC_PLACES = {  # IPTC-NAA Information Interchange Model 4.2, record 2
    "IPTC 2:92": "street",
    "IPTC 2:90": "city",
    "IPTC 2:95": "region",
    "IPTC 2:101": "country",
}
_CHARSETS = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp"}


def is_image(clues: Clues) -> bool:
    """A picture of any kind that carries metadata."""
    head = clues.head
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    named = clues.suffix == ".tga" or clues.declared == "image/x-tga"
    return (
        head.startswith(_MAGIC)
        or webp
        or is_heif(head)
        or bool(_PIXMAP.match(head))
        or (named and b"\0" in head)
    )


def is_heif(head: bytes) -> bool:
    """HEIC, HEIF or AVIF, told by the brand of its first box (ISO 14496-12)."""
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS


def read(part: Part, basket: Basket) -> None:
    """Read everything that the picture carries, and what it shows."""
    before = len(basket.fragments)
    _picture(part, basket)
    known = "\n".join(fragment.text for fragment in basket.fragments[before:])
    for preview in image_segments.read(part.body, basket, known):
        _loose_exif(preview, basket.inside("preview"))


def _picture(part: Part, basket: Basket) -> None:
    from PIL import Image, UnidentifiedImageError

    for number, packet in enumerate(_XMP.findall(part.body), 1):
        basket.nested(packet, f"XMP {number}", "xmp.xml", "application/xml")
    if is_heif(part.body[:16]):
        _loose_exif(part.body, basket)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = _opened(Image, part.body)
            _metadata(picture, basket)
            for number in _frames(picture, basket):
                _shown(picture, basket.inside(f"picture {number + 1}") if number else basket)
    except UnidentifiedImageError:
        if is_heif(part.body[:16]):
            basket.skip("the picture itself was not looked at", mend="install agency-auditor[ocr]")
        else:
            _loose_exif(part.body, basket)
            basket.add("image-metadata", strings_of(part.body), "strings of the file")
            basket.skip("the picture is damaged or of an unknown kind; only its plain strings were searched")
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        basket.add("image-metadata", strings_of(part.body), "strings of the file")
        basket.skip(f"the picture is damaged ({type(error).__name__}); only its plain strings were searched")


def _frames(picture: "Image", basket: Basket) -> Iterator[int]:
    """Go to each page of a picture file in turn; of an animation only to some of its pictures."""
    count = getattr(picture, "n_frames", 1)
    if picture.format == "TIFF" or count <= _FRAMES:
        wanted = list(range(min(count, basket.budget.limits.pages)))
    else:
        wanted = [count * step // (_FRAMES - 1) for step in range(_FRAMES - 1)] + [count - 1]
    for number in wanted:
        basket.budget.check_time()
        if number:
            picture.seek(number)
            if picture.format == "TIFF":
                _metadata(picture, basket.inside(f"picture {number + 1}"))
        yield number
    if len(wanted) < count:
        basket.skip(f"only {len(wanted)} of its {count} pictures were looked at")


def _opened(library: Any, body: bytes) -> "Image":
    """The picture, with HEIF support when its package is there."""
    try:
        import pillow_heif

        pillow_heif.register_heif_opener()
    except ImportError:
        pass
    opened: Image = library.open(io.BytesIO(body))
    return opened


def _metadata(picture: "Image", basket: Basket) -> None:
    _exif(picture.getexif(), basket)
    for key, value in picture.info.items():
        if key in ("exif", "icc_profile", "xmp", "XML:com.adobe.xmp", "photoshop"):
            if key == "XML:com.adobe.xmp":
                basket.nested(_bytes(value), "XMP", "xmp.xml", "application/xml")
            continue
        if text := _text(value):
            basket.add("image-metadata", text, str(key))
    fields = list(_iptc(picture))
    add_lines(basket, "image-metadata", fields)
    named_fields = [(_IPTC_PLACES[place], text) for place, text in fields if place in _IPTC_PLACES]
    add_lines(basket, "image-metadata", [("IPTC place", text) for text in joined(named_fields)])


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _iptc(picture: "Image") -> Iterator[tuple[str, str]]:
    from PIL import IptcImagePlugin

    try:
        table = IptcImagePlugin.getiptcinfo(cast("ImageFile", picture)) or {}
    except (SyntaxError, ValueError, TypeError, KeyError):
        return
    for (record, dataset), value in table.items():
        for item in value if isinstance(value, list) else [value]:
            if text := _text(item):
                yield f"IPTC {record}:{dataset}", text


def _loose_exif(body: bytes, basket: Basket) -> None:
    """EXIF blocks found by their mark, for containers that the imaging library does not open."""
    from PIL import Image

    start = body.find(_EXIF_MARK)
    while start >= 0:
        exif = Image.Exif()
        try:
            exif.load(body[start : start + (1 << 20)])
            _exif(exif, basket)
        except (SyntaxError, ValueError, OSError, KeyError, TypeError):
            basket.skip("its EXIF data is damaged")
        start = body.find(_EXIF_MARK, start + 6)


def _exif(exif: "Exif", basket: Basket) -> None:
    from PIL import ExifTags

    _exif_texts(exif.items(), {int(t): t.name for t in ExifTags.Base}, basket)
    for pointer, name in _IFDS.items():
        table = exif.get_ifd(pointer)
        if pointer == _GPS:
            _gps(table, basket)
        names = {int(t): t.name for t in (ExifTags.GPS if pointer == _GPS else ExifTags.Base)}
        _exif_texts(table.items(), names, basket, name)


def _exif_texts(
    items: Iterable[tuple[int, Any]], names: dict[int, str], basket: Basket, group: str = ""
) -> None:
    for tag, value in items:
        if tag in _WINDOWS_TEXTS and isinstance(value, (bytes, tuple)):
            text = bytes(value).decode("utf-16-le", "replace").rstrip("\0")
        elif isinstance(value, bytes) and (tag == _USER_COMMENT or (group == "GPS" and tag in _COMMENTS)):
            text = _comment(value)
        elif tag == _MAKER_NOTE and isinstance(value, bytes):
            text = strings_of(value)
        else:
            text = _text(value)
        if text:
            basket.add(
                "image-metadata", text, " ".join(filter(None, ("EXIF", group, names.get(tag, hex(tag)))))
            )


def _comment(value: bytes) -> str:
    """A text that begins with the name of its character set (EXIF 2.32, 4.6.5, UserComment)."""
    body = value[8:]
    if value[:8] == b"UNICODE\0" and body[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        name = "utf-16-be" if body[0::2].count(0) > body[1::2].count(0) else "utf-16-le"
    elif value[:8] in _CHARSETS:
        name = _CHARSETS[value[:8]]
    else:
        name, body = "utf-8", value
    return body.decode(name, "replace").strip("\0 ")


def _gps(table: dict[int, Any], basket: Basket) -> None:
    """The position with its hemispheres, and the destination's likewise (EXIF 2.32, 4.6.6)."""
    for place, first in (("EXIF position", 1), ("EXIF destination", 19)):
        try:
            latitude = _degrees(table[first + 1], table.get(first, "N"))
            longitude = _degrees(table[first + 3], table.get(first + 2, "E"))
        except (KeyError, TypeError, ValueError, ZeroDivisionError, IndexError):
            continue
        basket.add("image-gps", position(str(latitude), str(longitude)), place)


def _degrees(parts: Any, hemisphere: Any) -> float:
    sides = hemisphere.decode("ascii", "replace") if isinstance(hemisphere, bytes) else str(hemisphere)
    values: list[float] = [float(p) for p in (parts if isinstance(parts, (tuple, list)) else (parts,))]
    total: float = sum(value / 60.0**index for index, value in enumerate(values[:3]))
    if math.isnan(total):
        raise ValueError("not a number")
    return -total if sides[:1].upper() in ("S", "W") else total


def _text(value: Any) -> str:
    """`value` as text when it is text, "" when it is numbers or binary data."""
    if isinstance(value, bytes):
        try:
            value = value.decode("utf-8")
        except UnicodeDecodeError:
            value = value.decode("latin-1") if all(b >= 32 or b in b"\t\r\n\0" for b in value) else ""
    if not isinstance(value, str):
        return ""
    text = value.strip("\0 \r\n\t")
    return text if any(c.isalnum() for c in text) and text.isprintable() | ("\n" in text) else ""


def _shown(picture: "Image", basket: Basket) -> None:
    """Barcodes and text in the picture itself, frame by frame as far as there is time."""
    from auditor.collect.extract import picture_text

    if picture.width * picture.height > basket.budget.limits.pixels:
        basket.skip(f"the picture is larger than {basket.budget.limits.pixels // 10**6} million pixels")
        return
    try:
        picture.load()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        basket.skip(f"the picture is damaged ({type(error).__name__})")
        return
    picture_text.read_picture(picture, basket)
