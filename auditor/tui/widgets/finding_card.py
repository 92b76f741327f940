"""One finding in full, masked: where it is, how someone would find it, what to do."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from auditor.core.finding import Finding
from auditor.core.status import FindingStatus
from auditor.tui import finding_words, remedy, words
from auditor.tui.rows import rows


class FindingCard(VerticalScroll, can_focus=False):
    """The card of the finding in front."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="finding-text")

    def show(self, finding: Finding | None, empty: str = "Nothing was found.") -> None:
        """Show a finding."""
        width = max(30, self.scrollable_content_region.width or 60)
        text = _text(finding, width) if finding else Content.styled(empty, "$muted")
        self.query_one("#finding-text", Static).update(text)
        self.scroll_home(animate=False)


def _text(finding: Finding, width: int) -> Content:
    status = words.FINDING[finding.status]
    seen = f", {finding.seen} times" if finding.seen > 1 else ""
    ruled = finding.status is not FindingStatus.OPEN
    head = Content.assemble(
        words.SEVERITY[finding.severity].content(),
        "  ",
        (words.plain(finding.label), "bold"),
        "  ",
        status.content(),
    )
    facts = rows(
        (
            ("Page", finding.url),
            ("In it", f"{finding_words.place(finding)}{seen}"),
            ("Reads", f"“{finding.excerpt}”" if finding.excerpt else ""),
            ("Found by", finding_words.found_by(finding)),
            ("Match", finding_words.match(finding)),
            ("Ruled", finding.ruling_note if ruled else ""),
            ("Note", "" if ruled else finding.ruling_note),
        ),
        width,
        10,
    )  # fmt: skip
    todo = rows(((f"{n}.", step) for n, step in enumerate(remedy.steps(finding), 1)), width, 3)
    return Content("\n").join([head, facts, Content.styled("\nWhat to do", "bold $text-primary"), todo])
