"""Deciding about one finding: false alarm, fixed, waived, confirmed; and the proof that a page is mended."""

from textual import on, work

from auditor.core.errors import AuditorError
from auditor.core.finding import Finding
from auditor.core.status import FindingStatus
from auditor.tui import words
from auditor.tui.messages import PageChecked
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.dialogs import AskLine
from auditor.tui.screens.waiver_forms import ask_waiver
from auditor.workspace.recheck import recheck

_QUESTIONS = {
    FindingStatus.FIXED: "What was done, and when?",
    FindingStatus.FALSE_POSITIVE: "Why is this not what it seems?",
    FindingStatus.OPEN: "Why is it open again?",
}


class Ruling(AuditScreen):
    """What can be done with the finding in front. A subclass says which that is, and shows what changed."""

    def __init__(self) -> None:
        super().__init__()
        self._asking = False

    @property
    def in_front(self) -> Finding | None:
        """The finding in front."""
        raise NotImplementedError

    def choose(self, finding_id: str) -> None:
        """Put a finding in front."""
        raise NotImplementedError

    def saved(self) -> None:
        """A waiver counts once it is on disk."""
        if not self.session.waiting:
            self.refresh_view()

    def action_undo(self) -> None:
        """Take the latest step back, with the finding it was about in front."""
        step = self.take_back(*self.UNDOES)
        if step is not None:
            self.refresh_view()
            self.choose(step.subject)

    # --- ruling ----------------------------------------------------------------------------------

    @work
    async def action_rule(self, value: str) -> None:
        """Decide about the finding in front."""
        finding, status = self.in_front, FindingStatus(value)
        if finding is None or not (self.session.name or await self.auditor.ask_name()):
            return
        mark = words.FINDING[status]
        reason = await self.app.push_screen_wait(
            AskLine(f"{words.plain(finding.label)}: {mark.word}", _QUESTIONS[status])
        )
        if reason is None:
            return
        self.session.rule(finding.id, status, reason)
        self._ruled()
        self.undo_toast(f"{mark.glyph} {mark.word}.")

    def _ruled(self) -> None:
        self.refresh_view()
        self.auditor.refresh_masthead()

    @work
    async def action_act(self) -> None:
        """Confirm the finding in front: start a corrective action."""
        if (finding := self.in_front) is not None:
            await self.ask_action(finding.id)

    @work
    async def action_waive(self) -> None:
        """Waive the finding in front."""
        if (finding := self.in_front) is not None:
            await ask_waiver(self, finding.id)
            self._ruled()

    # --- proof -----------------------------------------------------------------------------------

    @work
    async def action_recheck(self) -> None:
        """Read the page of the finding in front once more."""
        finding = self.in_front
        if finding is None or self._asking or not (self.session.name or await self.auditor.ask_name()):
            return
        self._asking = True
        self.notify(f"Reading {words.plain(finding.url)} once more …", markup=False)
        self._recheck(finding.url)

    @work(thread=True, exclusive=True, group="recheck", exit_on_error=False)
    def _recheck(self, url: str) -> None:
        try:
            outcome = recheck(self.session.workspace, url, self.session.name)
        except AuditorError as error:
            self.post_message(PageChecked(str(error), proved=False))
        else:
            self.post_message(PageChecked(outcome.sentence(), proved=not outcome.there))

    @on(PageChecked)
    def _page_checked(self, message: PageChecked) -> None:
        self._asking = False
        self.session.reload()
        self._ruled()
        self.app.notify(
            message.text,
            title="Page re-checked",
            severity="information" if message.proved else "warning",
            timeout=12,
            markup=False,
        )
