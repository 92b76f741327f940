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
    """One line of the registry. `heavy` readers call native libraries on hostile bytes."""

    media_type: str
    recognises: Callable[[Clues], bool]
    reader: Reader
    heavy: bool = False


def _formats() -> tuple[Format, ...]:
    from auditor.collect.extract import archive, html, image, media, pdf, plain

    return (
        Format("application/pdf", sniff.is_pdf, pdf.read, heavy=True),
        Format("image/*", image.is_image, image.read, heavy=True),
        Format("video/mp4", media.is_mp4, media.read_mp4),
        Format("audio/*", media.is_recording, media.read_tagged),
        Format("application/zip", archive.is_zip, archive.read_zip),
        Format("application/x-tar", archive.is_tar, archive.read_tar),
        Format("application/gzip", archive.is_packed, archive.read_packed),
        Format("text/html", sniff.is_xhtml, html.read),
        Format("application/xml", sniff.is_xml, plain.read_xml),
        Format("application/json", sniff.is_json, plain.read_json),
        Format("text/html", sniff.is_html, html.read),
        Format("text/plain", sniff.is_text, plain.read_text),
        Format("application/octet-stream", lambda _clues: True, plain.read_unknown),
    )


FORMATS: tuple[Format, ...] = _formats()


def recognise(part: Part) -> Format:
    """The first format that recognises `part`; the last one takes everything."""
    clues = Clues.of(part)
    return next(f for f in FORMATS if f.recognises(clues))
