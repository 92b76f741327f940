"""The findings: a table of what the checks found, the one in front as a card, and what people decided."""

from collections.abc import Iterable
from typing import ClassVar
from urllib.parse import urlsplit

from rich.text import Text
from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.widgets import DataTable

from auditor.core.finding import Finding
from auditor.core.status import FindingStatus
from auditor.tui import words
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.dialogs import AskLine
from auditor.tui.widgets.finding_card import FindingCard

_COLUMNS = {"Severity": 10, "Status": 13, "Fact": 18}
_MOST = 500
"""Rows shown at once, the gravest first; a table of thousands helps nobody and is slow to build."""

_ORDERS = {"severity": "by severity", "page": "by page", "fact": "by fact"}


class FindingsScreen(AuditScreen):
    """Findings of this quarter."""

    MODE = "findings"
    CSS_PATH = "findings.tcss"
    HELP = (
        "Everything the checks found, gravest first. The fact itself is never shown, only its label. A "
        "finding counts against you until someone rules on it: fixed once it is gone, or a false alarm, "
        "with the reason."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "rule('fixed')", "Fixed", tooltip="It is gone; say what was done", id="fixed"),
        Binding(
            "a",
            "rule('false_positive')",
            "False alarm",
            tooltip="It is not what it seems; say why",
            id="false-alarm",
        ),
        Binding("o", "rule('open')", "Reopen", tooltip="Take a ruling back; say why", id="reopen"),
        Binding("t", "act", "Action", tooltip="Start a corrective action for it", id="act-on-finding"),
        Binding("g", "group", "Group", show=False, tooltip="By severity, by page, by fact", id="group"),
        Binding("r", "app.go('checks')", "Run", tooltip="Run the checks again", id="recheck"),
        Binding(
            "pagedown",
            "scroll_card(1)",
            "Scroll",
            show=False,
            priority=True,
            tooltip="Read on in the card",
            id="finding-down",
        ),
        Binding(
            "pageup",
            "scroll_card(-1)",
            "Scroll",
            show=False,
            priority=True,
            tooltip="Back in the card",
            id="finding-up",
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._order = "severity"
        self._found: dict[str, Finding] = {}
        self._filled: tuple[object, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Table and card."""
        yield Container(
            DataTable[Text](id="table", classes="panel", cursor_type="row", cell_padding=1),
            FindingCard(id="finding-card", classes="panel"),
            id="columns",
        )

    def on_mount(self) -> None:
        """Set the columns."""
        table = self.query_one(DataTable)
        table.focus()

    def on_resize(self) -> None:
        """The last column takes the room that is left."""
        self.call_after_refresh(self.refresh_view)

    def _columns(self, table: DataTable[Text]) -> int:
        """Set the columns anew; the width of the last one."""
        padding = 2 * table.cell_padding
        taken = sum(width + padding for width in _COLUMNS.values())
        last = max(10, table.content_size.width - taken - padding - 1)
        for title, width in (*_COLUMNS.items(), ("Where", last)):
            table.add_column(title, width=width, key=title)
        return last

    def refresh_view(self) -> None:
        """Fill the table; keep the finding in front."""
        self._fill(self.query_one(DataTable))
        ruled = {r.finding for r in self.session.record.ruling if r.status is not FindingStatus.OPEN}
        open_count = sum(f.id not in ruled for f in self.session.record.finding)
        self.crumb(f"{open_count} open, {_ORDERS[self._order]}")
        self._show_card()

    def _fill(self, table: DataTable[Text]) -> None:
        """Fill the table anew when findings, rulings, order or width have changed."""
        record, width = self.session.record, table.content_size.width
        state = (record.finding, record.ruling, self._order, width)
        if state == self._filled:
            return
        self._filled = state
        kept = self.chosen
        findings = sorted(record.ruled_findings(), key=self._key)
        self._found = {f.id: f for f in findings[:_MOST]}
        more = len(findings) - len(self._found)
        table.border_subtitle = f"{more:,} more: settle these first" if more > 0 else ""
        table.clear(columns=True)
        room = self._columns(table)
        for finding in self._found.values():
            table.add_row(*_row(finding, room), key=finding.id)
        if kept in self._found:
            table.move_cursor(row=list(self._found).index(kept))

    def _key(self, finding: Finding) -> tuple[object, ...]:
        settled = finding.status is not FindingStatus.OPEN
        rank = finding.severity.rank
        keys: dict[str, tuple[object, ...]] = {
            "severity": (settled, rank, finding.url),
            "page": (finding.url, settled, rank),
            "fact": (finding.label, settled, rank, finding.url),
        }
        return keys[self._order]

    @property
    def chosen(self) -> str | None:
        """The id of the finding in front."""
        table = self.query_one(DataTable)
        ids = list(self._found)
        return ids[table.cursor_row] if ids and 0 <= table.cursor_row < len(ids) else None

    @on(DataTable.RowHighlighted)
    def _show_card(self) -> None:
        self.query_one(FindingCard).show(self._found.get(self.chosen or ""))

    def action_group(self) -> None:
        """Order the table another way."""
        names = list(_ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self.refresh_view()

    @work
    async def action_rule(self, value: str) -> None:
        """Decide about the finding in front."""
        chosen, status = self.chosen, FindingStatus(value)
        if chosen is None or not (self.session.name or await self.auditor.ask_name()):
            return
        questions = {
            FindingStatus.FIXED: "What was done, and when?",
            FindingStatus.FALSE_POSITIVE: "Why is this not what it seems?",
            FindingStatus.OPEN: "Why is it open again?",
        }
        mark = words.FINDING[status]
        reason = await self.app.push_screen_wait(
            AskLine(f"Rule: {mark.glyph} {mark.word}", questions[status])
        )
        if reason is None:
            return
        self.session.rule(chosen, status, reason)
        self.refresh_view()
        self.auditor.refresh_masthead()

    @work
    async def action_act(self) -> None:
        """Start a corrective action for the finding in front."""
        if self.chosen is not None:
            await self.ask_action(self.chosen)

    def action_scroll_card(self, direction: int) -> None:
        """Scroll the card."""
        card = self.query_one(FindingCard)
        card.scroll_relative(y=direction * max(1, card.size.height // 2), animate=False)


def _row(finding: Finding, room: int) -> list[Text]:
    severity, status = words.SEVERITY[finding.severity], words.FINDING[finding.status]
    parts = urlsplit(finding.url)
    where = words.plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    return [
        Text(f"{severity.glyph} {severity.word}"),
        Text(f"{status.glyph} {status.word}"),
        Text(words.plain(finding.label)),
        Text(words.shorten(where, room)),
    ]
