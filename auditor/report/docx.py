"""The audit as a Word document, for those who must edit it. Needs the extra `docx`."""

import io
import zipfile
from typing import TYPE_CHECKING, Any

from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.paper import (
    Bars,
    Block,
    Bullets,
    Failure,
    Heading,
    Signatures,
    Table,
    Text,
    body,
    facts,
    tiles,
)
from auditor.report.words import Tone

if TYPE_CHECKING:
    from docx.document import Document

_COLOURS = {Tone.GOOD: "1A6640", Tone.WARN: "7A4D00", Tone.BAD: "9C1C2E", Tone.NONE: "565F6E"}
_LONGEST_PROPERTY = 255
_SOFT = "565F6E"
_ACCENT = "1C4E63"
_RULE = "D9D6CD"
_LINE_WIDTH_CM = 17.0
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


class AuditDocx:
    """DOCX, with Word's own heading styles, so that its outline and table of contents work."""

    name = "docx"
    extension = "docx"
    binary = True

    def render(self, view: AuditView) -> bytes:
        """The whole file."""
        import docx

        document = docx.Document()
        _properties(document, view)
        _first_page(document, view)
        for block in body(view):
            _add(document, block)
        colophon = f"Written {words.moment(view.generated)} by auditor {view.version}."
        _run(document.add_paragraph(), colophon, size=8.5, colour=_SOFT)
        out = io.BytesIO()
        document.save(out)
        return _without_clock(out.getvalue())


def _properties(document: "Document", view: AuditView) -> None:
    from datetime import UTC

    from docx.shared import Cm, Pt, RGBColor

    stamp = view.generated.astimezone(UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title = f"{view.agency}: {view.title}"[:_LONGEST_PROPERTY]
    properties.author = view.agency[:_LONGEST_PROPERTY]
    properties.language = "en"
    properties.comments = view.edition.title
    properties.created = properties.modified = stamp
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal: Any = document.styles["Normal"]
    normal.font.name = "Calibri"
    normal.font.size = Pt(10)
    for name in ("Title", "Heading 1", "Heading 2"):
        style: Any = document.styles[name]
        style.font.name = "Calibri"
        style.font.color.rgb = RGBColor.from_string(_ACCENT)
    footer = section.footer.paragraphs[0]
    _run(footer, f"{view.agency}, {view.title}, {view.edition.title} · page ", size=8, colour=_SOFT)
    _page_number(footer)


def _page_number(paragraph: Any) -> None:
    """A field that Word fills in with the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - fields have no public way


def _ruled(table: Any) -> None:
    """Thin lines between the rows, and none between the columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - borders have no public way


def _first_page(document: "Document", view: AuditView) -> None:
    _run(document.add_paragraph(), view.edition.title.upper(), bold=True, size=9, colour=_SOFT)
    document.add_heading(view.agency, 0)
    _run(document.add_paragraph(), view.title, size=14, colour=_SOFT)
    for name, value in facts(view):
        paragraph = document.add_paragraph()
        _run(paragraph, f"{name}: ", bold=True)
        _run(paragraph, value)
    verdict = document.add_paragraph()
    _run(verdict, f"{view.glyph} {view.verdict_word}", bold=True, size=22, colour=_COLOURS[view.tone])
    _run(document.add_paragraph(), view.verdict_sentence, size=12)
    document.add_heading("Score", 1)
    _run(document.add_paragraph(), view.interval, bold=True, size=20)
    document.add_paragraph(f"{view.interval_sentence} {view.change_sentence}")
    document.add_paragraph(f"Rating {view.rating_word}.")
    for figure, name in tiles(view):
        paragraph = document.add_paragraph(style="List Bullet")
        _run(paragraph, figure, bold=True)
        _run(paragraph, f" {name}")


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(text, level)
        case Text(text, lead):
            paragraph = document.add_paragraph()
            if lead:
                _run(paragraph, f"{lead} ", bold=True)
            _run(paragraph, text)
        case Bullets(items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Table(head, rows, widths):
            _table(document, head, rows, widths)
        case Failure(control, question, state, remedy):
            _failure(document, control, question, state, remedy)
        case Bars(bars):
            head = ("Section", "Score", "Decided")
            _table(document, head, tuple((b.title, b.value, b.note) for b in bars), (3, 2, 3))
        case Signatures(people):
            rows = tuple((s.role, s.name, "", s.state) for s in people)
            _table(document, ("Role", "Name", "Signature", "State"), rows, (2, 2, 3, 2.5))


def _failure(document: "Document", control: str, question: str, state: str, remedy: str) -> None:
    paragraph = document.add_paragraph()
    _run(paragraph, f"{control} ", bold=True, colour=_SOFT)
    _run(paragraph, question, bold=True)
    paragraph.add_run().add_break()
    _run(paragraph, state, bold=True, colour=_COLOURS[Tone.BAD])
    paragraph.add_run().add_break()
    _run(paragraph, "What to do: ", bold=True)
    _run(paragraph, remedy)


def _table(
    document: "Document",
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[float, ...],
) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(head))
    table.autofit = False
    _ruled(table)
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        _run(cell.paragraphs[0], text, bold=True, size=8.5, colour=_SOFT)
    # Marks the first row as headings, for screen readers and so that it repeats on every page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("\n")
            _run(cell.paragraphs[0], first or "–", size=9)
            for line in more:
                cell.paragraphs[0].add_run().add_break()
                _run(cell.paragraphs[0], line, size=8, colour=_SOFT)
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Cm(_LINE_WIDTH_CM * share / sum(widths))
        for cell in column.cells:
            cell.width = column.width
            cell.paragraphs[0].paragraph_format.space_before = Pt(2)
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
    document.add_paragraph()


def _run(paragraph: Any, text: str, *, bold: bool = False, size: float = 0, colour: str = "") -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)


def _without_clock(data: bytes) -> bytes:
    """The same archive with a fixed time on every part, so that the same report gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            part = zipfile.ZipInfo(info.filename, _ZIP_EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            target.writestr(part, source.read(info))
    return out.getvalue()
