"""One control in full: the question, how to answer it, and all that is known of it."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from auditor.core.assessment import ControlResult
from auditor.core.profile import Review
from auditor.core.record import Answer
from auditor.core.status import Status
from auditor.tui import words

_SHOWN = 3
"""Findings named in the card; the findings screen lists them all."""
ANSWERS = {
    "m": Status.MET,
    "p": Status.PARTIAL,
    "u": Status.UNMET,
    "n": Status.NOT_APPLICABLE,
}


class AnswerBar(Horizontal):
    """The four answers, as keys and as buttons."""

    class Given(Message):
        """A button was pressed."""

        def __init__(self, status: Status) -> None:
            super().__init__()
            self.status = status

    def compose(self) -> ComposeResult:
        """One button each."""
        for key, status in ANSWERS.items():
            mark = words.STATUS[status]
            button = Button(
                Content.assemble((key, "bold underline"), f" {mark.glyph} {mark.word}"), compact=True
            )
            button.can_focus = False
            button.id = f"answer-{status.value}"
            yield button

    def show(self, status: Status | None) -> None:
        """Mark the answer that was given."""
        for button in self.query(Button):
            button.set_class(button.id == f"answer-{status}", "-given")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Pass it on as an answer."""
        event.stop()
        self.post_message(self.Given(Status((event.button.id or "").removeprefix("answer-"))))


class ControlCard(Vertical):
    """The card at the right of the checklist."""

    def compose(self) -> ComposeResult:
        """A text that scrolls above, the answers below."""
        with VerticalScroll(id="card-text", can_focus=False):
            yield Static(id="question")
            yield Static(id="details")
        yield AnswerBar(id="answers")

    def show(self, result: ControlResult, last: Answer | None, number: int, total: int, today: date) -> None:
        """Show a control: `number` of `total`."""
        control = result.control
        facts = [f"{number} of {total}", f"weight {control.weight}"]
        if control.critical:
            facts.append("critical")
        facts.append("every quarter" if control.review is Review.QUARTERLY else "every year")
        self.query_one("#question", Static).update(
            Content.assemble(
                (control.id, "bold $accent"),
                (f"  {' · '.join(facts)}\n", "$muted"),
                (words.plain(control.question), "bold"),
            )
        )
        parts = [
            _answer_part(result),
            _check_part(result),
            _part("How to verify", control.how_to_verify),
            _part("Evidence wanted", control.evidence),
            _part("Why", control.why),
            _last_part(last, today),
            _remedy_part(result),
            _part("Sources", "\n".join(_sources(result))),
        ]
        self.query_one("#details", Static).update(Content("\n\n").join([p for p in parts if p]))
        self.query_one("#answers", AnswerBar).show(result.answer.status if result.answer else None)

    def to_top(self) -> None:
        """Begin at the question."""
        self.query_one("#card-text", VerticalScroll).scroll_home(animate=False)


def _part(title: str, text: str | Content) -> Content:
    body = text if isinstance(text, Content) else Content("\n".join(words.plain(t) for t in text.split("\n")))
    return Content.assemble((f"{title}\n", "bold $text-primary"), body) if body else Content("")


def _answer_part(result: ControlResult) -> Content:
    """How the control stands, who said so, and what stands for it."""
    lines = [words.STATUS[result.status].content()]
    answer = result.answer
    if result.reason and result.status is not Status.UNANSWERED:
        lines[0] = Content.assemble(lines[0], f"  {words.plain(result.reason)}")
    if answer is not None and answer.status is not Status.UNANSWERED:
        who = words.plain(answer.by) or "nobody named"
        said = f"{words.STATUS[answer.status].word} by {who}, {words.day(answer.at)}"
        lines.append(
            Content.styled(f"Answered {said}" + (f", {answer.sample}" if answer.sample else ""), "$muted")
        )
    if answer is not None:
        if answer.note:
            lines.append(Content(f"Note: {words.plain(answer.note)}"))
        lines += [Content(f"Evidence: {line}") for line in words.evidence(answer.evidence)]
    if result.waiver is not None:
        lines.append(
            Content(f"Waived until {words.day(result.waiver.expires)}: {words.plain(result.waiver.reason)}")
        )
    return _part("This quarter", Content("\n").join(lines))


def _check_part(result: ControlResult) -> Content:
    """What the automated checks saw."""
    if not result.control.checks:
        return Content("")
    if not result.outcomes:
        return _part(
            "Automated check", Content.assemble(words.NOT_RUN.content(), "  press 3 to run the checks")
        )
    lines = []
    for outcome in result.outcomes:
        reason = f"  {words.plain(outcome.reason)}" if outcome.reason else ""
        lines.append(Content.assemble(words.OUTCOME[outcome.outcome].content(), f"  {outcome.check}{reason}"))
    for finding in result.open_findings[:_SHOWN]:
        where = " ".join(part for part in (finding.url, finding.where) if part)
        lines.append(
            Content.assemble(
                "  ", words.SEVERITY[finding.severity].content(11), (words.plain(where), "$muted")
            )
        )
    if more := len(result.open_findings) - _SHOWN:
        lines += [Content.styled(f"  and {more} more", "$muted")] * (more > 0)
    if result.open_findings:
        lines.append(Content.styled("Press 4 to see and rule on what was found.", "$muted"))
    return _part("Automated check", Content("\n").join(lines))


def _last_part(last: Answer | None, today: date) -> Content:
    """What was said in the latest quarter before this one, and how long ago that is."""
    if last is None:
        return _part("Last quarter", Content.styled("not answered", "$muted"))
    age = words.count((today - last.at.date()).days, "day")
    who = words.plain(last.by) or "nobody named"
    text = Content.assemble(
        words.STATUS[last.status].content(), f"  by {who}, {words.day(last.at)}, ", (f"{age} ago", "bold")
    )
    if last.note:
        text = Content.assemble(text, f"\n{words.plain(last.note)}")
    for line in words.evidence(last.evidence):
        text = Content.assemble(text, f"\nEvidence: {line}")
    return _part("Last quarter", text)


def _remedy_part(result: ControlResult) -> Content:
    failed = result.status in (Status.UNMET, Status.PARTIAL)
    return _part("What to do", result.control.remedy) if failed else Content("")


def _sources(result: ControlResult) -> list[str]:
    lines = []
    for source in result.control.sources:
        words_of = ", ".join(part for part in (source.title, source.place) if part)
        lines.append(f"· {words_of}" + ("" if source.confirmed else " (not yet confirmed)"))
    return lines
