"""The report: edition and format, what it will look like, and writing it."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Markdown, OptionList, Static
from textual.widgets.option_list import Option

from auditor.core.errors import AuditorError
from auditor.report.edition import EDITIONS, Edition
from auditor.tui import words
from auditor.tui.keys import CARD_KEYS
from auditor.tui.messages import Exported, Preview
from auditor.tui.screens.base import AuditScreen
from auditor.workspace.reports import Reports

FORMATS = {
    "html": "page to read and print",
    "pdf": "document to hand over",
    "docx": "Word document",
    "md": "Markdown text",
    "text": "plain text",
    "csv": "table",
    "json": "data for programs",
    "oscal": "data for audit programs",
}

_PREVIEW_LINES = 150
_HEADLESS = re.compile(r"^\|[ |]*\|\n(\|[ :|-]+\|\n)(\|.*\|\n)", re.MULTILINE)
"""A table whose head is empty: its first row is shown as the head, so that no empty box stands there."""


class ReportScreen(AuditScreen):
    """Writes reports into the workspace's `reports` folder."""

    MODE = "report"
    CARD = "#preview-box"
    HELP = (
        "Choose for whom the report is, then the format; Enter writes it into the folder “reports” of "
        "the workspace. Confidential facts are in none of them: every file is searched for them before "
        "it is put in place."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "x,ctrl+s",
            "export",
            "Write report",
            key_display="x",
            tooltip="Write the chosen edition and format",
            id="export",
        ),
        Binding("d", "edition", "Edition", tooltip="For whom: internal, board, funder", id="edition"),
        Binding("s", "app.go('signoff')", "Sign-off", tooltip="Sign, and prove the records", id="to-signoff"),
        *CARD_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._edition = Edition.INTERNAL

    def body(self) -> Iterable[Widget]:
        """Choices above, the report as text below."""
        yield Vertical(
            Horizontal(
                OptionList(id="editions", compact=True, markup=False),
                OptionList(id="formats", compact=True, markup=False),
                id="choices",
            ),
            Static(id="leaves-out"),
            Static(id="written"),
            VerticalScroll(Markdown(id="preview", open_links=False), id="preview-box", can_focus=False),
            id="columns",
        )

    def on_mount(self) -> None:
        """Name the panels and offer the formats."""
        self.query_one("#editions").border_title = "For whom"
        self.query_one("#formats").border_title = "Format: Enter writes"
        self.query_one("#preview-box").border_title = "Preview"
        formats = self.query_one("#formats", OptionList)
        names = sorted(
            Reports(self.session.workspace).formats(),
            key=lambda n: list(FORMATS).index(n) if n in FORMATS else 99,
        )
        formats.add_options(
            [Option(Content.assemble((f"{n:<6}", "bold"), (FORMATS.get(n, ""), "$muted")), n) for n in names]
        )
        formats.highlighted = 0
        formats.focus()

    def refresh_view(self) -> None:
        """Show editions and preview."""
        editions = self.query_one("#editions", OptionList)
        options = []
        for name, row in EDITIONS.items():
            dot = "●" if name == self._edition else " "
            title = row.title.removesuffix(" edition")
            options.append(Option(Content.assemble(f"({dot}) ", (title, "bold")), name))
        editions.set_options(options)
        editions.highlighted = list(EDITIONS).index(self._edition)
        self.query_one("#leaves-out", Static).update(
            Content.styled(
                f"{EDITIONS[self._edition].audience} {EDITIONS[self._edition].statement}", "$muted"
            )
        )
        self.query_one("#preview", Markdown).update("Preparing the preview …")
        self._preview(self._edition)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _preview(self, edition: str) -> None:
        try:
            text = Reports(self.session.workspace).render("md", edition).decode()
        except AuditorError as error:
            text = f"The report cannot be written: {error}"
        self.post_message(Preview(text))

    @on(Preview)
    def _show_preview(self, message: Preview) -> None:
        lines = [words.plain(line) for line in message.text.splitlines()]
        if len(lines) > _PREVIEW_LINES:
            lines = [*lines[:_PREVIEW_LINES], "", "… and so on in the file."]
        self.query_one("#preview", Markdown).update(_HEADLESS.sub(r"\2\1", "\n".join(lines)))

    @on(OptionList.OptionSelected, "#editions")
    def _edition_chosen(self, event: OptionList.OptionSelected) -> None:
        self._edition = Edition(event.option_id or self._edition)
        self.refresh_view()

    def action_edition(self) -> None:
        """The next edition."""
        names = list(EDITIONS)
        self._edition = names[(names.index(self._edition) + 1) % len(names)]
        self.refresh_view()

    @on(OptionList.OptionSelected, "#formats")
    def action_export(self) -> None:
        """Write the report in the format in front."""
        option = self.query_one("#formats", OptionList).highlighted_option
        if option is not None and option.id is not None:
            self.query_one("#written", Static).update("Writing …")
            self._export(option.id, self._edition)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _export(self, format_name: str, edition: str) -> None:
        try:
            path = Reports(self.session.workspace).export(format_name, edition=edition)
        except AuditorError as error:
            self.post_message(Exported("", error))
        else:
            self.post_message(Exported(_near(path)))

    @on(Exported)
    def _exported(self, message: Exported) -> None:
        line = self.query_one("#written", Static)
        if message.error is not None:
            line.update(Content.styled(f"✗ {message.error}", "$text-error"))
            self.app.notify(
                str(message.error), title="Not written", severity="error", timeout=20, markup=False
            )
        else:
            line.update(Content.assemble(("✓ written: ", "bold $text-success"), words.plain(message.path)))
            self.app.notify(message.path, title="Report written", markup=False)


def _near(path: Path) -> str:
    """The path as seen from the current folder, when it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
