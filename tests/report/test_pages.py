"""PDF and DOCX, opened by readers of their own."""

import io
import zipfile
from contextlib import closing

import pypdfium2
import pytest
from report_fixtures import RECORD
from test_audit import view

from auditor.core.errors import ConfigurationError
from auditor.report.edition import Edition
from auditor.report.interface import AUDIT_FORMATS, FormatEntry, find_format


@pytest.fixture(scope="module")
def pdf() -> bytes:
    pytest.importorskip("typst")
    return find_format("pdf", AUDIT_FORMATS).load().render(view())


def text_of(data: bytes) -> str:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return " ".join(" ".join(p.get_textpage().get_text_bounded() for p in document).split())


def test_pdf_is_tagged_titled_and_bookmarked(pdf):
    assert b"/StructTreeRoot" in pdf or b"/MarkInfo" in pdf
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        assert document.is_tagged()
        assert "Maple County Youth Services" in document.get_metadata_value("Title")
        titles = [item.get_title() for item in document.get_toc()]
    assert titles[:3] == ["Score", "Critical failures", "Sections"]
    assert "Method and limits" in titles


def test_pdf_says_what_the_view_says(pdf):
    text = text_of(pdf)
    shown = view()
    for phrase in (shown.verdict_word, shown.interval, "Page 1 of", "LOC-01", "Take the logo off the van"):
        assert phrase in text


def test_pdf_takes_no_markup_from_people():
    pytest.importorskip("typst")
    note = '#panic("x") *bold* $x$ @ref `raw` = Heading \\ [a](b) #import "/etc/passwd"'
    answer = RECORD.answer[0].model_copy(update={"note": note})
    data = find_format("pdf", AUDIT_FORMATS).load().render(view(record=RECORD.with_answer(answer)))
    assert '#panic("x") *bold* $x$ @ref' in text_of(data)


def test_pdf_survives_letters_that_its_font_lacks():
    pytest.importorskip("typst")
    answer = RECORD.answer[0].model_copy(update={"note": "名前 اسم שם 😀 ẞ", "by": "Łucja Ünal"})
    assert find_format("pdf", AUDIT_FORMATS).load().render(view(record=RECORD.with_answer(answer)))


def test_docx_opens_with_headings_and_tables():
    docx = pytest.importorskip("docx")
    data = find_format("docx", AUDIT_FORMATS).load().render(view(Edition.BOARD))
    document = docx.Document(io.BytesIO(data))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[:2] == ["Score", "Critical failures"]
    cells = {c.text for table in document.tables for row in table.rows for c in row.cells}
    assert "LOC-02" in cells
    assert document.core_properties.title.startswith("Maple County Youth Services")
    assert {i.date_time for i in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_format_whose_extra_is_missing_says_how_to_get_it():
    entry = FormatEntry("odd", "odd", "x:y", extra="odd", needs="not_an_installed_module")
    with pytest.raises(ConfigurationError, match=r"agency-auditor\[odd\]"):
        entry.load()


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(ConfigurationError, match="choose from text, md, html"):
        find_format("xls", AUDIT_FORMATS)
    assert find_format("json-v1", AUDIT_FORMATS).name == "json"
