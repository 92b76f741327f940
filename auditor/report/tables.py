"""Tables for a spreadsheet, as CSV: controls, corrective actions, findings."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.common import FindingRow
from auditor.report.followup_rows import ActionRow
from auditor.report.rows import ControlRow, SectionRow
from auditor.report.scan_view import ScanView

# A spreadsheet takes a cell that begins with one of these for a formula, or for a command to another
# program; the wide forms are what some East Asian input methods write for them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
T = TypeVar("T")
Cell = str | int | float | bool | date | None


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV (RFC 4180). The byte order mark tells spreadsheets that it is UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: Cell) -> str:
    """`cell` as text that no spreadsheet computes: an apostrophe marks what would be a formula as text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.2f}"
    if isinstance(cell, (int, date)):
        return str(cell)
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell


class ControlsCsv:
    """A row for each control."""

    name = "csv"
    extension = "csv"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The table."""
        return _table(
            _CONTROL, [(section, control) for section in view.sections for control in section.controls]
        )


class ActionsCsv:
    """A row for each corrective action, with the columns that 2 CFR 200.511(c) asks for."""

    name = "csv-actions"
    extension = "csv"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The table."""
        return _table(_ACTION, view.actions)


class FindingsCsv:
    """A row for each finding; in editions that only count them, a row for each severity and kind."""

    name = "csv-findings"
    extension = "csv"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The table."""
        if view.findings or not view.finding_counts:
            return _table(_FINDING, view.findings)
        rows = ((c.severity.value, words.KIND_WORD[c.kind], c.total) for c in view.finding_counts)
        return as_csv(("severity", "kind", "open findings"), rows)


class ScanCsv:
    """A row for each finding of the website check."""

    name = "csv"
    extension = "csv"
    binary = False

    def render(self, view: ScanView) -> bytes:
        """The table."""
        return _table(_FINDING, view.findings)


Columns = dict[str, Callable[[T], Cell]]


def _table(columns: Columns[T], rows: Iterable[T]) -> bytes:
    return as_csv(list(columns), ([cell(row) for cell in columns.values()] for row in rows))


_CONTROL: Columns[tuple[SectionRow, ControlRow]] = {
    "section": lambda row: row[0].title,
    "control": lambda row: row[1].id,
    "question": lambda row: row[1].question,
    "critical": lambda row: row[1].critical,
    "weight": lambda row: row[1].weight,
    "status": lambda row: row[1].word,
    "reason": lambda row: row[1].reason,
    "points lost": lambda row: row[1].lost,
    "note": lambda row: row[1].note,
    "answered by": lambda row: row[1].answered_by,
    "verified by": lambda row: row[1].verified_by,
    "answered on": lambda row: row[1].answered_on,
    "evidence age in days": lambda row: row[1].evidence_days,
    "out of date": lambda row: row[1].stale,
    "carried over from": lambda row: row[1].carried_from,
    "sample": lambda row: row[1].sample,
    "waived until": lambda row: row[1].waived_until,
    "findings": lambda row: row[1].found,
}
_ACTION: Columns[ActionRow] = {
    "number": lambda a: a.id,
    "control": lambda a: a.control,
    "finding": lambda a: a.finding,
    "action": lambda a: a.title,
    "root cause": lambda a: a.root_cause,
    "owner": lambda a: a.owner,
    "due": lambda a: a.due,
    "until then": lambda a: a.interim,
    "state": lambda a: a.word,
    "closed on": lambda a: a.closed,
    "verified by": lambda a: a.verified_by,
    "evidence": lambda a: a.evidence,
    "overdue": lambda a: a.overdue,
    "carried over": lambda a: a.carried_over,
}
_FINDING: Columns[FindingRow] = {
    "id": lambda f: f.id,
    "check": lambda f: f.title,
    "severity": lambda f: f.severity.value,
    "kind": lambda f: words.KIND_WORD[f.kind],
    "label": lambda f: f.label,
    "match": lambda f: words.GRADE_WORD[f.grade],
    "confidence": lambda f: f.confidence.value,
    "state": lambda f: f.status_word,
    "address": lambda f: f.url,
    "carrier": lambda f: f.carrier,
    "where": lambda f: f.where,
    "excerpt": lambda f: f.excerpt,
    "reason": lambda f: f.reason,
    "ruling": lambda f: f.ruling_note,
    "seen": lambda f: f.seen,
}
