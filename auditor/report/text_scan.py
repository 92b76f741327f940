"""The website check for people: verdict first, one block per finding, then what was not examined."""

from auditor.report.common import Cluster, FindingGroup
from auditor.report.layout import Page
from auditor.report.scan_view import ScanView
from auditor.report.words import Tone


class ScanText:
    """Plain text. `colour` only adds to what words and signs already say; `width` is in columns."""

    name = "text"
    extension = "txt"
    binary = False

    def __init__(self, width: int = 80, *, colour: bool = False) -> None:
        self._width = width
        self._colour = colour

    def render(self, view: ScanView) -> bytes:
        """The whole text."""
        page = Page(self._width, colour=self._colour)
        page.lead(f"{view.glyph} {view.verdict}:", view.summary, view.tone)
        for group in view.groups:
            _group(page, group)
        if view.withheld:
            page.line()
            page.line(view.withheld)
        if view.unchecked_groups:
            page.heading("Could not be examined")
            for unchecked in view.unchecked_groups:
                page.lead("?", f"{unchecked.total} × {unchecked.reason}", Tone.WARN, indent=1)
                if unchecked.where:
                    page.line(unchecked.where, indent=2)
                if unchecked.mend:
                    page.line(f"To mend: {unchecked.mend}", indent=2)
        page.line()
        if view.baseline_note:
            page.line(f"{view.baseline_note}.")
        page.line(view.coverage)
        page.line(view.last_line)
        return page.encode()


def _group(page: Page, group: FindingGroup) -> None:
    page.heading(group.title)
    for cluster in group.clusters:
        _cluster(page, cluster)
    if group.remedy:
        page.lead("Remedy:", group.remedy, indent=1)


def _cluster(page: Page, cluster: Cluster) -> None:
    finding = cluster.first
    status = (
        "" if finding.tone is not Tone.NONE or finding.status_word == "open" else f" ({finding.status_word})"
    )
    page.lead(f"{finding.glyph} {finding.severity.value}", finding.what + status, finding.tone, indent=1)
    if finding.excerpt:
        page.line(f"“{finding.excerpt}”", indent=2)
    for row in cluster.shown:
        if row.url:
            page.line(row.url, indent=2)
        page.line(f"{row.place} · id {row.id}" if row.place else f"id {row.id}", Tone.NONE, indent=2)
    if cluster.more:
        page.line(cluster.more, indent=2)
