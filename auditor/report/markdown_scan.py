"""The website check as Markdown, for the summary page of a build."""

from auditor.report import words
from auditor.report.common import FindingGroup
from auditor.report.markdown import code, escape, table
from auditor.report.scan_view import ScanView


class ScanMarkdown:
    """GitHub-flavoured Markdown."""

    name = "md"
    extension = "md"
    binary = False

    def render(self, view: ScanView) -> bytes:
        """The whole document."""
        lines = [f"## {view.glyph} {view.verdict}", "", f"{escape(words.sentence(view.summary))}.", ""]
        for group in view.groups:
            lines += _group(group, places=view.places_shown)
        if view.withheld:
            lines += [f"> {escape(view.withheld)}", ""]
        if view.unchecked_groups:
            rows = (
                (escape(u.reason), str(u.total), escape(u.where), escape(u.mend))
                for u in view.unchecked_groups
            )
            lines += ["### Could not be examined", ""]
            lines += table(("Reason", "How many", "Which", "To mend"), rows)
        if view.baseline_note:
            lines += [f"{escape(view.baseline_note)}.", ""]
        lines += [escape(view.coverage), "", escape(view.last_line)]
        return ("\n".join(lines) + "\n").encode()


def _group(group: FindingGroup, *, places: bool) -> list[str]:
    rows = []
    for f in group.findings:
        where = " ".join(part for part in (code(f.url), escape(f.place)) if part)
        row = [f"{f.glyph} {f.severity.value}", escape(f.what), where, escape(f.status_word), code(f.id)]
        rows.append(row if places else [*row[:2], *row[3:]])
    head = ["Severity", "What", "Where", "State", "Id"]
    shown = head if places else [*head[:2], *head[3:]]
    return [
        f"### {escape(group.title)}",
        "",
        *table(shown, rows),
        f"*What to do:* {escape(group.remedy)}",
        "",
    ]
