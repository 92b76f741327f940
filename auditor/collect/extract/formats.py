"""The formats that can be read, in the order in which they are tried.

A format is recognised by what the bytes are; the declared type and the file name decide only between
formats that cannot be told apart by content. To add a format: write a module with
`read(part, basket)` and add one line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from auditor.collect.extract import sniff
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues

Reader = Callable[[Part, Basket], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the registry. `heavy` readers may call native libraries on foreign bytes, or unpack."""

    media_type: str
    recognises: Callable[[Clues], bool]
    reader: Reader
    heavy: bool = False


def _formats() -> tuple[Format, ...]:
    from auditor.collect.extract import (
        archive,
        bencode,
        captures,
        font,
        html,
        image,
        legacy,
        mail,
        media,
        office,
        opendocument,
        packed,
        pdf,
        plain,
        records,
        rtf,
        stores,
        xmlfile,
    )

    return (
        Format("application/pdf", sniff.is_pdf, pdf.read, heavy=True),
        Format("application/rtf", sniff.is_rtf, rtf.read, heavy=True),
        Format("application/x-ole-storage", sniff.is_ole, legacy.read, heavy=True),
        Format("image/*", image.is_image, image.read, heavy=True),
        Format("video/mp4", media.is_mp4, media.read_mp4),
        Format("audio/*", media.is_recording, media.read_tagged),
        Format(
            "application/vnd.openxmlformats-officedocument", sniff.is_office_package, office.read, heavy=True
        ),
        Format("application/vnd.oasis.opendocument", sniff.is_open_document, opendocument.read, heavy=True),
        Format("application/vnd.sqlite3", stores.is_sqlite, stores.read_sqlite, heavy=True),
        Format("application/x-plist", stores.is_plist, stores.read_plist),
        Format("application/vnd.shp", stores.is_shapes, stores.read_shapes),
        Format("font/*", font.is_font, font.read, heavy=True),
        Format("application/x-bittorrent", bencode.is_bencoded, bencode.read),
        Format("application/warc", captures.is_warc, captures.read_warc),
        Format("application/mbox", captures.is_mbox, captures.read_mbox),
        Format("application/zip", archive.is_zip, archive.read_zip, heavy=True),
        Format("application/x-tar", archive.is_tar, archive.read_tar, heavy=True),
        Format("application/x-archive", archive.is_ar, archive.read_ar, heavy=True),
        Format("application/x-cpio", archive.is_cpio, archive.read_cpio, heavy=True),
        Format("application/gzip", packed.is_packed, packed.read, heavy=True),
        Format("text/html", sniff.is_xhtml, html.read),
        Format("application/vnd.oasis.opendocument", sniff.is_flat_document, opendocument.read_flat),
        Format("application/xml", sniff.is_xml, xmlfile.read),
        Format("text/vcard", sniff.is_card, records.read_card),
        Format("message/rfc822", sniff.is_mail, mail.read),
        Format("application/json", sniff.is_json, plain.read_json),
        Format("text/html", sniff.is_html, html.read),
        Format("text/javascript", sniff.is_script, plain.read_script),
        Format("text/css", sniff.is_style, plain.read_style),
        Format("text/csv", sniff.is_table, records.read_csv),
        Format("text/plain", sniff.is_text, plain.read_text),
        Format("application/octet-stream", lambda _clues: True, plain.read_unknown),
    )


FORMATS: tuple[Format, ...] = _formats()


def recognise(part: Part) -> Format:
    """The first format that recognises `part`; the last one takes everything."""
    clues = Clues.of(part)
    return next(f for f in FORMATS if f.recognises(clues))
