"""What an edit changed, a line for each finding that came or went: for `auditor scan --watch`."""

from collections.abc import Iterable

from auditor.report import words
from auditor.report.common import FindingRow
from auditor.report.layout import Page
from auditor.report.scan_view import ScanView
from auditor.report.words import Tone


def change_text(
    view: ScanView, appeared: Iterable[FindingRow], gone: Iterable[FindingRow], *, took: str, colour: bool
) -> bytes:
    """The lines, and the state after the edit in the last one."""
    page = Page(100, colour=colour)
    for row in gone:
        page.lead("✓ gone", _said(row), Tone.GOOD, indent=1)
    for row in appeared:
        page.lead(f"{row.glyph} new {row.severity.value}", _said(row), row.tone, indent=1)
        if row.excerpt:
            page.line(f"“{row.excerpt}”", indent=2)
    page.line(f"{view.glyph} {view.verdict}: {words.count(len(view.open), 'open finding')}{took}", view.tone)
    return page.encode()


def _said(row: FindingRow) -> str:
    status = "" if row.status_word == "open" else f"({row.status_word})"
    return " · ".join(part for part in (row.what, row.url, row.place, status, f"id {row.id}") if part)
