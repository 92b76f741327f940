"""The website check as Markdown, for the summary page of a build."""

from auditor.report import words
from auditor.report.common import FindingGroup
from auditor.report.markdown import code, escape, table
from auditor.report.scan_view import ScanView

_PLACES_SHOWN = 500
"""A summary page is where the places are looked up that an annotation has no room for; it may hold 1 MiB."""


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
    for cluster in group.clusters:
        f = cluster.first
        shown, more = cluster.findings[:_PLACES_SHOWN], escape(cluster.beyond(_PLACES_SHOWN))
        where = [" ".join(part for part in (code(x.url), escape(x.place)) if part) for x in shown]
        ids = [code(x.id) for x in shown]
        row = [
            f"{f.glyph} {f.severity.value}",
            escape(f.what),
            _cell(*where, more),
            escape(f.status_word),
            _cell(*ids, "" if places else more),
        ]
        rows.append(row if places else [*row[:2], *row[3:]])
    head = ["Severity", "What", "Where", "State", "Id"]
    titles = head if places else [*head[:2], *head[3:]]
    return [
        f"### {escape(group.title)}",
        "",
        *table(titles, rows),
        f"*What to do:* {escape(group.remedy)}",
        "",
    ]


def _cell(*lines: str) -> str:
    """Several lines in one cell of a table."""
    return "<br>".join(line for line in lines if line)
