"""Small files made by the formats' own common writers give back what was planted, with carrier and place."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from auditor.collect.extract import Limits, read
from auditor.core.document import Document, Resource

FILES = Path(__file__).parent / "files"
PLANTED = "1247 North Maple Street"


def document(name: str, body: bytes | None = None, **more: object) -> Document:
    content = body if body is not None else (FILES / name).read_bytes()
    return read(Resource(f"https://example.org/{name}", content, **more))  # type: ignore[arg-type]


def found(doc: Document, text: str) -> set[tuple[str, str]]:
    """(carrier, place) of every fragment that holds `text`."""
    return {(f.carrier, f.place(f.text.find(text))) for f in doc.fragments if text in f.text}


@pytest.mark.parametrize(
    ("name", "text", "carrier", "place"),
    [
        ("letter.docx", f"{PLANTED} body", "docx-text", "document"),
        ("letter.docx", f"{PLANTED} header", "docx-text", "header 1"),
        ("letter.docx", f"{PLANTED} footer", "docx-text", "footer 1"),
        ("letter.docx", f"{PLANTED} comment", "docx-text", "comments"),
        ("letter.docx", f"{PLANTED} property", "docx-metadata", "properties"),
        ("staff.xlsx", "1247, North Maple Street", "xlsx-cell", "sheet Staff, cell B4"),
        ("staff.xlsx", f"{PLANTED} hidden", "xlsx-cell", "sheet Secret (hidden), cell A1"),
        ("staff.xlsx", "geo:39.7817,-89.6501", "xlsx-cell", "sheet Geo, row of cell A2"),
        ("staff.xlsx", f"{PLANTED} comment", "xlsx-text", "comments 1"),
        ("staff.xlsx", f"{PLANTED} prop", "xlsx-metadata", "properties"),
        (
            "staff.xlsx",
            "q=1247 North Maple Street",
            "xlsx-attribute",
            "links of sheet1.xml, attribute target, line 1",
        ),
        ("textbox.xlsx", f"{PLANTED} box", "xlsx-text", "drawing 1"),
        ("textbox.xlsx", f"{PLANTED} head", "xlsx-text", "sheet One, headers and more"),
        ("textbox.xlsx", f"{PLANTED} name", "xlsx-text", "workbook (sheet names, defined names)"),
        ("slides.pptx", f"{PLANTED} title", "pptx-text", "slide 1"),
        ("slides.pptx", f"{PLANTED} box", "pptx-text", "slide 1"),
        ("slides.pptx", f"{PLANTED} notes", "pptx-text", "notes of slide 1"),
        ("note.odt", f"{PLANTED} body", "odf-text", "content"),
        ("note.odt", f"{PLANTED} comment", "odf-text", "content"),
        ("letter.odt", f"{PLANTED} header", "odf-text", "styles, headers and footers"),
        ("letter.odt", f"{PLANTED} property", "odf-metadata", "properties"),
        ("staff.ods", "1247, North Maple Street", "odf-cell", "table Staff, row 3"),
        ("staff.ods", "geo:39.7817,-89.6501", "odf-cell", "table Geo, row 2"),
        ("slides.odp", f"{PLANTED} notes", "odf-text", "content"),
        ("book.epub", f"{PLANTED} body", "html-text", "OEBPS/sections/section0001.xhtml, line 2"),
        ("hand.rtf", f"{PLANTED} body", "rtf-text", ""),
        ("hand.rtf", f"{PLANTED} hidden", "rtf-text", ""),
        ("hand.rtf", f"{PLANTED} head", "rtf-text", ""),
        ("hand.rtf", f"{PLANTED} title\n", "rtf-text", ""),
        ("letter.rtf", f"{PLANTED} comment", "rtf-text", ""),
        ("letter.doc", f"{PLANTED} header", "ole-text", "stream WordDocument"),
        ("letter.doc", f"{PLANTED} property", "ole-metadata", "properties"),
        ("staff.xls", f"{PLANTED} hidden", "ole-text", "stream Workbook"),
        ("form.pdf", f"{PLANTED} page", "pdf-text", "page 1"),
        ("form.pdf", f"{PLANTED} shuffled", "pdf-text", "page 2, read by position"),
        ("form.pdf", f"{PLANTED} title", "pdf-metadata", "properties"),
        ("form.pdf", f"{PLANTED} note", "pdf-object", "annotation, object 4"),
        ("form.pdf", f"{PLANTED} field", "pdf-object", "form field, default, object 8"),
        ("form.pdf", f"{PLANTED} bookmark", "pdf-object", "bookmark or title, object 14"),
        ("form.pdf", "q=1247 North Maple Street", "pdf-object", "link, object 3"),
        ("letter.pdf", f"{PLANTED} footer", "pdf-text", "page 1"),
        ("attachment.pdf", f"{PLANTED} attached", "text", "attachment plan.txt, line 1"),
        ("owner.pdf", f"{PLANTED} note", "pdf-object", "annotation, object 3"),
        ("revised.pdf", f"{PLANTED} old", "pdf-text", "earlier revision 1, page 1"),
    ],
)
def test_planted_text_comes_back_with_its_place(name: str, text: str, carrier: str, place: str) -> None:
    doc = document(name)
    assert (carrier, place) in found(doc, text)
    assert not doc.unchecked


def test_a_lying_type_is_read_by_its_content() -> None:
    for declared in ("text/html", "image/png", "application/octet-stream", ""):
        doc = document("letter.pdf", media_type=declared)
        assert doc.media_type == "application/pdf"
        assert found(doc, f"{PLANTED} body")


def test_a_protected_file_is_unchecked() -> None:
    assert [u.reason for u in document("locked.pdf").unchecked] == ["the PDF is protected by a password"]


def test_files_within_files_keep_the_whole_way() -> None:
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(FILES / "letter.docx", "plans/letter.docx")
    with tarfile.open(fileobj=outer, mode="w:gz") as archive:
        info = tarfile.TarInfo("backup.zip")
        info.size = len(inner.getvalue())
        archive.addfile(info, io.BytesIO(inner.getvalue()))
    doc = document("backup.tgz", outer.getvalue())
    places = found(doc, f"{PLANTED} header")
    assert ("docx-text", "inside gzip, backup.zip, plans/letter.docx, header 1") in places


def test_depth_size_and_time_are_bounded() -> None:
    body = b"1247 North Maple Street"
    for _ in range(12):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("x.zip", body)
        body = packed.getvalue()
    assert any("levels deep" in u.reason for u in document("deep.zip", body).unchecked)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * (8 << 20))
    doc = read(Resource("https://example.org/bomb.zip", bomb.getvalue()), Limits(unpacked=1 << 20))
    assert any("unpacks to more" in u.reason for u in doc.unchecked)
    late = read(Resource("https://example.org/a.zip", bomb.getvalue()), Limits(seconds=0.0))
    assert any("longer than" in u.reason for u in late.unchecked)


def test_a_zip_without_its_directory_is_saved_as_far_as_possible() -> None:
    whole = (FILES / "letter.docx").read_bytes()
    doc = document("letter.zip", whole[: whole.rfind(b"PK\x01\x02")][:-20])
    assert any("damaged" in u.reason for u in doc.unchecked)
    assert any("Maple Street" in f.text for f in doc.fragments)


def test_an_unknown_kind_is_searched_by_its_strings_and_unchecked() -> None:
    body = (
        b"\x00\x01\x02\x9c" * 40
        + b"1247 North Maple Street"
        + "North Maple".encode("utf-16-le")
        + bytes(range(32))
    )
    doc = document("thing.bin", body)
    assert found(doc, PLANTED)
    assert found(doc, "North Maple")
    assert [u.reason for u in doc.unchecked] == [
        "the kind of file is not known; only its plain strings were searched"
    ]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-16-be", "utf-8"),
        ("utf-32", ""),
        ("cp1252", "utf-8"),
        ("cp1251", "windows-1251"),
        ("cp1251", ""),
        ("iso-8859-15", ""),
        ("shift_jis", "shift_jis"),
        ("shift_jis", "utf-8"),
        ("euc_kr", "nonsense-8"),
        ("gb18030", "base64"),
    ],
)
def test_character_sets(encoding: str, declared: str) -> None:
    words = {"cp1251": "улица Кленовая дом номер двенадцать", "shift_jis": "東京都千代田区丸の内一丁目の避難所です",
             "euc_kr": "서울특별시 종로구 세종대로 쉼터입니다", "gb18030": "北京市东城区长安街一号避难所地址"}.get(encoding, "Straße é")  # fmt: skip
    source = f"<html><head><title>x</title></head><body><p>1247 North Maple Street {words}</p></body></html>"
    doc = document("page.html", source.encode(encoding), media_type="text/html", charset=declared)
    expected = f"{PLANTED} {words}" if declared not in ("nonsense-8", "base64") else PLANTED
    assert found(doc, expected)


def test_headers_url_and_aliases_are_searched() -> None:
    doc = read(
        Resource(
            "https://example.org/1247-north-maple-street/a%20b",
            b"x",
            "text/plain",
            headers=(("x-office", PLANTED),),
            aliases=("https://example.org/?q=1247%20North+Maple+Street",),
        )
    )
    assert ("http-header", "header x-office") in found(doc, PLANTED)
    assert ("url", "") in found(doc, "q=1247 North Maple Street")
    assert ("url", "") in found(doc, "1247-north-maple-street/a b")


def test_script_of_a_pdf_that_is_a_stream() -> None:
    script = b'var place = "1247 North" + " Maple Street";'
    body = (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 3 0 R/OpenAction<</S/JavaScript/JS 2 0 R>>>>\nendobj\n"
        b"2 0 obj\n<</Length "
        + str(len(script)).encode()
        + b">>\nstream\n"
        + script
        + b"\nendstream\nendobj\n"
        b"3 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
    )
    assert any("object 2, script" in place for _, place in found(document("script.pdf", body), PLANTED))
