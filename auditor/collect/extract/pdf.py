"""PDF files: what pages show, in the order of the file and by position, and what the file carries besides."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from auditor.collect.extract import pdf_layout, pdf_objects, picture_text
from auditor.collect.extract.part import Basket, Part

_NEW_LINE = re.compile(r"\r\n?")
_HYPHEN = re.compile(r"[\x02\ufffe\uffff](?:\r\n?|\n)?")  # how pdfium marks a hyphen at a line's end
_END_OF_FILE = re.compile(rb"%%EOF\s*")
_MAX_REVISIONS = 5
_MAX_PICTURES = 500
_SCALE = 200 / 72  # dots per inch at which a scanned page is drawn, over the points of the page
_BARCODE_SCALE = 110 / 72
_MANY_STROKES = 100  # barcodes of lines have more of them; few pages that are not drawings do
_SCAN_TEXT = 40  # a page with fewer characters than this and a picture on it counts as scanned


def read(part: Part, basket: Basket) -> None:
    """Read a PDF: pages, earlier revisions, properties, attachments, pictures and all objects."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(part.body)
    except pdfium.PdfiumError as error:
        _unopened(part.body, "assword" in str(error), basket)
        return
    try:
        shown = _pages(document, basket)
        _attachments(document, basket)
        plain = _decrypted(document) if b"/Encrypt" in part.body else part.body
        basket.add(
            "pdf-metadata", "\n".join(v for v in document.get_metadata_dict().values() if v), "properties"
        )
    finally:
        document.close()
    pdf_objects.read(plain, basket, "".join(map(_visible, shown)))
    _revisions(part.body, shown, basket)


def _unopened(body: bytes, needs_password: bool, basket: Basket) -> None:
    if needs_password:
        basket.skip("the PDF is protected by a password")
        return
    basket.skip("the PDF is damaged; only the strings that could be saved were searched")
    pdf_objects.read(body, basket, contents=True)


def _pages(document: Any, basket: Basket) -> set[str]:
    """Read every page; returns the page texts, to tell what earlier revisions add."""
    pages, limit = len(document), basket.budget.limits.pages
    if pages > limit:
        basket.skip(f"only the first {limit} of {pages} pages were read")
    shown = set()
    pictures = [0]
    for number in range(min(pages, limit)):
        basket.budget.check_time()
        page = document[number]
        try:
            shown.add(_page(page, basket.inside(f"page {number + 1}"), pictures))
        finally:
            page.close()
    return shown


def _page(page: Any, basket: Basket, pictures: list[int]) -> str:
    text_page = page.get_textpage()
    try:
        text = _plain(text_page.get_text_range())
        basket.add("pdf-text", text)
        placed, columns = pdf_layout.by_position(text_page, text)
    finally:
        text_page.close()
    if _visible(placed) != _visible(text) or len(placed.split()) < 0.6 * len(text.split()):
        basket.add("pdf-text", placed, "read by position")
    basket.add("pdf-text", columns, "read by columns")
    basket.add("pdf-text", pdf_layout.unhyphenated(columns or text), "without hyphens")
    found = _pictures(page, basket, pictures)
    drawn = _drawn(page)
    if (found or drawn) and len(_visible(text)) < _SCAN_TEXT:
        picture_text.read_picture(page.render(scale=_SCALE).to_pil(), basket, "scanned or drawn page")
    elif drawn >= _MANY_STROKES:
        # A barcode may be drawn with lines; a picture of the page shows it as one.
        picture_text.read_barcodes(page.render(scale=_BARCODE_SCALE).to_pil(), basket, "drawn barcode")
    return text


def _plain(text: str) -> str:
    return _NEW_LINE.sub("\n", _HYPHEN.sub("-\n", text))


def _drawn(page: Any) -> int:
    """How many lines and areas are drawn on a page, counted up to what matters."""
    from pypdfium2 import raw

    strokes = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)
    return sum(1 for _ in islice(strokes, _MANY_STROKES))


def _visible(text: str) -> str:
    return "".join(text.split())


def _pictures(page: Any, basket: Basket, count: list[int]) -> int:
    """Read the pictures on a page; returns how many pictures it has."""
    from pypdfium2 import raw

    found = 0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        found += 1
        count[0] += 1
        if count[0] > _MAX_PICTURES:
            basket.skip(f"only the first {_MAX_PICTURES} pictures of the file were read")
            break
        filters = item.get_filters()
        if filters and filters[-1] in ("DCTDecode", "JPXDecode"):
            body = bytes(item.get_data(decode_simple=True))
            basket.budget.unpack(len(body))
            basket.nested(body, f"picture {found}", f"picture{found}.jpg")
        else:
            picture_text.read_picture(item.get_bitmap().to_pil(), basket, f"picture {found}")
    return found


def _attachments(document: Any, basket: Basket) -> None:
    for index in range(min(document.count_attachments(), basket.budget.limits.members)):
        attachment = document.get_attachment(index)
        name = attachment.get_name()
        basket.add("pdf-attachment", name, "name of an attachment")
        body = bytes(attachment.get_data() or b"")
        basket.budget.unpack(len(body))
        basket.nested(body, f"attachment {name}", name)


def _decrypted(document: Any) -> bytes:
    """The file saved without its encryption, which opened without a password."""
    from pypdfium2 import raw

    buffer = BytesIO()
    document.save(buffer, flags=raw.FPDF_REMOVE_SECURITY)
    return buffer.getvalue()


def _revisions(body: bytes, shown: set[str], basket: Basket) -> None:
    """Page texts of earlier revisions, which an incremental save leaves in the file."""
    ends = [match.end() for match in _END_OF_FILE.finditer(body)][:-1][-_MAX_REVISIONS:]
    for number, end in enumerate(ends, 1):
        for page, text in _texts_until(body[:end]):
            if text not in shown:
                basket.add("pdf-text", text, f"earlier revision {number}, page {page}")


def _texts_until(body: bytes) -> Iterator[tuple[int, str]]:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(body)
    except pdfium.PdfiumError:
        return
    try:
        for number in range(min(len(document), 200)):
            text_page = document[number].get_textpage()
            yield number + 1, _plain(text_page.get_text_range())
    except pdfium.PdfiumError:
        return
    finally:
        document.close()
