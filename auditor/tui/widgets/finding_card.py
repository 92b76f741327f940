"""One finding in full, masked: where it is, how someone would find it, what to do."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from auditor.core.finding import Finding
from auditor.core.status import FindingStatus
from auditor.tui import words

# Words for the carriers that a reader cannot guess; the others are shown as they are.
HOW_FOUND = {
    "html-text": "anyone who reads the page",
    "html-attribute": "anyone who looks at the page's source, and every search engine",
    "html-comment": "anyone who looks at the page's source",
    "json-ld": "search engines, which show it beside the page",
    "script": "anyone who looks at the page's source",
    "pdf-text": "anyone who opens the file",
    "image-gps": "anyone who saves the picture and looks at where it was taken",
}


class FindingCard(VerticalScroll, can_focus=False):
    """The card of the finding in front."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="finding-text")

    def show(self, finding: Finding | None) -> None:
        """Show a finding."""
        text = _text(finding) if finding else Content.styled("Nothing was found.", "$muted")
        self.query_one("#finding-text", Static).update(text)
        self.scroll_home(animate=False)


def _text(finding: Finding) -> Content:
    status = words.FINDING[finding.status]
    seen = f", {finding.seen} times" if finding.seen > 1 else ""
    lines = [
        Content.assemble(
            words.SEVERITY[finding.severity].content(),
            "  ",
            (f"{words.plain(finding.label)}", "bold"),
            (f"  {finding.grade.value} match, {finding.confidence.value} confidence{seen}  ", "$muted"),
            status.content(),
        ),
        Content(words.plain(finding.url)),
    ]
    place = ", ".join(words.plain(p) for p in (finding.carrier, finding.where) if p)
    who = HOW_FOUND.get(finding.carrier, "anyone who downloads it")
    lines.append(Content.assemble((f"{place}: ", "$muted"), f"found by {who}"))
    if finding.excerpt:
        lines.append(Content.assemble(("“", "$muted"), words.plain(finding.excerpt), ("”", "$muted")))
    if finding.reason:
        lines.append(Content.assemble(("Matched: ", "$muted"), words.plain(finding.reason)))
    if finding.status is not FindingStatus.OPEN and finding.ruling_note:
        lines.append(Content.assemble((f"Ruled {status.word}: ", "$muted"), words.plain(finding.ruling_note)))
    steps = [part.strip() for part in finding.remedy.split(". ") if part.strip()]
    if steps:
        lines.append(Content.styled("What to do", "bold $text-primary"))
        lines += [Content(f"{n}. {words.plain(step.rstrip('.'))}.") for n, step in enumerate(steps, 1)]
    return Content("\n").join(lines)
