"""What leaves this computer, and each check: what it looks for, what it sends, how it ended."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from auditor.core.record import AuditRecord
from auditor.core.status import Outcome
from auditor.registry import all_checks
from auditor.tui import words


def contacts(websites: Sequence[str]) -> Content:
    """In one line, to whom anything goes."""
    reads = ", ".join(map(words.plain, websites)) or "no website is named in agency.toml"
    return Content.assemble(("Contacts only: ", "$muted"), reads)


class CheckList(Vertical):
    """To whom anything goes comes first; then two texts for each check."""

    def compose(self) -> ComposeResult:
        """What leaves, then the checks."""
        yield Static(id="sends")
        for check in all_checks():
            about = Content.assemble(check.looks_for, (f"\nSends: {check.sends}", "$muted"))
            yield Static(id=f"check-{check.id}")
            yield Static(about, classes="about")

    def show(self, websites: Sequence[str], record: AuditRecord) -> None:
        """Nothing leaves without standing here; how each check ended in the latest run."""
        self.query_one("#sends", Static).update(_sends(websites))
        outcomes = record.outcomes()
        for check in all_checks():
            result = outcomes.get(check.id)
            mark = words.OUTCOME[result.outcome] if result else words.NOT_RUN
            reason = (
                f"  {words.plain(result.reason)}" if result and result.outcome is not Outcome.CLEAR else ""
            )
            line = Content.assemble(mark.content(13), (check.title, "bold"), (reason, mark.colour))
            self.query_one(f"#check-{check.id}", Static).update(line)


def _sends(websites: Sequence[str]) -> Content:
    lines = [Content.styled("What leaves this computer", "bold $text-primary")]
    lines += [
        Content.assemble(
            f"→ {words.plain(site)}: ",
            ("requests for its public pages and files, as any visitor makes", "$muted"),
        )
        for site in websites
    ]
    lines.append(Content.styled("Nothing that you typed is sent, and nobody else is asked.\n", "$muted"))
    return Content("\n").join(lines)
