"""PDF files."""

from auditor.collect.extract.part import Basket, Part


def read(part: Part, basket: Basket) -> None:
    """Read the text of every page and the document information."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(part.body)
    except pdfium.PdfiumError as error:
        encrypted = "assword" in str(error) or b"/Encrypt" in part.body
        basket.skip("the PDF is protected by a password" if encrypted else "the PDF is damaged")
        return
    try:
        basket.add(
            "pdf-metadata", "\n".join(v for v in document.get_metadata_dict().values() if v), "properties"
        )
        pages = len(document)
        if pages > basket.budget.limits.pages:
            basket.skip(f"only the first {basket.budget.limits.pages} of {pages} pages were read")
        for number in range(min(pages, basket.budget.limits.pages)):
            basket.budget.check_time()
            page = document[number]
            text = page.get_textpage()
            basket.add("pdf-text", text.get_text_bounded(), f"page {number + 1}")
            text.close()
            page.close()
    finally:
        document.close()
