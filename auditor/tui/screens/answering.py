"""Answering one control: status, reason, note, evidence, sample, and taking it back."""

import re

from textual import on, work

from auditor.core.record import Sample
from auditor.core.status import Status
from auditor.core.victim_data import warning
from auditor.tui import words
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.dialogs import AskLine, AskText
from auditor.tui.screens.evidence_form import ask_evidence
from auditor.tui.widgets.control_card import AnswerBar


class Answering(AuditScreen):
    """What can be done with the control in front. A subclass says which that is, and shows what changed."""

    @property
    def chosen(self) -> str | None:
        """The id of the control in front."""
        raise NotImplementedError

    def choose(self, control_id: str) -> None:
        """Put a control in front."""
        raise NotImplementedError

    def changed(self, control_id: str) -> None:
        """Show a control anew."""
        raise NotImplementedError

    @on(AnswerBar.Given)
    def _given(self, message: AnswerBar.Given) -> None:
        self.action_answer(message.status.value)

    @work
    async def action_answer(self, value: str) -> None:
        """Answer the control in front. Not applicable asks for the reason first."""
        control_id, status = self.chosen, Status(value)
        if control_id is None or not await self.named():
            return
        note = None
        if status is Status.NOT_APPLICABLE:
            before = self.session.record.answer_to(control_id)
            note = await self.app.push_screen_wait(
                AskLine(
                    f"{control_id}: not applicable",
                    "Why does this not apply to you?",
                    before.note if before else "",
                )
            )
            if note is None:
                return
        self.session.answer(control_id, status, note=note)
        self.changed(control_id)
        mark = words.STATUS[status]
        self.undo_toast(f"{control_id}: {mark.glyph} {mark.word}.")

    async def named(self) -> bool:
        return bool(self.session.name or await self.auditor.ask_name())

    @work
    async def action_note(self) -> None:
        """Write a note to the control in front. What is left unsaved comes back the next time."""
        control_id = self.chosen
        if control_id is None:
            return
        answer = self.session.record.answer_to(control_id)
        text = self.session.drafts.get(control_id, answer.note if answer else "")
        save, text = await self.app.push_screen_wait(AskText(f"{control_id}: note", text))
        if not save:
            self.session.drafts[control_id] = text
            return
        self.session.drafts.pop(control_id, None)
        if not await self.named():
            return
        saved = self.session.answer(control_id, note=text)
        if saved.note != text:
            self.notify("A confidential fact in the note was hidden.", severity="warning")
        for told in warning([text]):
            self.notify(told, severity="warning")
        self.changed(control_id)

    @work
    async def action_evidence(self) -> None:
        """Add evidence to the control in front, with the day that it speaks of."""
        control_id = self.chosen
        if control_id is not None and await ask_evidence(self, self.session.result(control_id).control):
            self.changed(control_id)
            self.undo_toast(f"{control_id}: evidence added.")

    @work
    async def action_sample(self) -> None:
        """Answer the control in front by a count."""
        control_id = self.chosen
        if control_id is None or not await self.named():
            return
        counted = self.session.result(control_id).control.sample or "things looked at"
        text = await self.app.push_screen_wait(
            AskLine(
                f"{control_id}: sample",
                f"How many {counted} are as they should be? Write it like 9 of 12",
                problem=_sample_problem,
            )
        )
        if text is None:
            return
        sample = read_sample(text)
        assert sample is not None
        status = Status.MET if sample.share == 1 else Status.UNMET if sample.share == 0 else Status.PARTIAL
        self.session.answer(control_id, status, sample=sample)
        self.changed(control_id)
        self.undo_toast(f"{control_id}: {sample}, {words.STATUS[status].word}.")

    @work
    async def action_act(self) -> None:
        """Start a corrective action for the control in front."""
        if self.chosen is not None:
            await self.ask_action(self.chosen)

    def action_undo(self) -> None:
        """Take back the latest answer, or the action started here."""
        step = self.take_back("answer", "action")
        if step is not None and step.sort == "answer":
            self.choose(step.subject)
            self.changed(step.subject)


def read_sample(text: str) -> Sample | None:
    """`9 of 12` or `9/12`; None for anything else."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:of|/)\s*(\d{1,6})\s*", text)
    if found is None or not int(found[2]) > 0 or int(found[1]) > int(found[2]):
        return None
    return Sample(good=int(found[1]), size=int(found[2]))


def _sample_problem(text: str) -> str:
    return (
        "" if read_sample(text) else "Write two numbers, like 9 of 12; the first no larger than the second."
    )
