"""Sign-off: what is signed and its hash, who has signed and who has not, and the proof of all records."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from auditor.core.errors import AuditorError
from auditor.core.record import ActionStatus
from auditor.core.seal import digest
from auditor.core.signing import REQUIRED, ROLES, SignatureState, sign
from auditor.core.status import Status
from auditor.tui import words
from auditor.tui.keys import CARD_KEYS, undo
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.form import AskForm, Field, Values, refused
from auditor.workspace.casework import Casework

_SIGNED = words.Mark("✓", "signed", "$text-success")
_CHANGED = words.Mark("▲", "changed", "$text-error")
_OPEN = words.Mark("○", "open", "$text-accent")
_PROVEN = words.Mark("✓", "unchanged", "$text-success")
_BROKEN = words.Mark("✗", "not as it was left", "$text-error")


class Proven(Message):
    """The record's hash, its signatures, and every problem of ledger, records, evidence and signatures."""

    def __init__(self, sealed: str, states: tuple[SignatureState, ...], problems: tuple[str, ...]) -> None:
        super().__init__()
        self.sealed = sealed
        self.states = states
        self.problems = problems


class SignoffScreen(AuditScreen):
    """Signatures under this quarter's record."""

    MODE = "report"
    CARD = "#proof-box"
    UNDOES = ("signature",)
    CSS_PATH = "signoff.tcss"
    HELP = (
        "Auditor, safety lead and executive director sign the record as it is, each another person. A "
        "signature holds the hash of the record: a later answer shows as “changed”, and is signed anew. The "
        "proof below compares every record, the evidence and the ledger with what this program wrote."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sign", "Sign", tooltip="Sign in the role in front", id="sign"),
        Binding("v", "prove", "Verify", tooltip="Look again whether anything was changed", id="prove"),
        undo("Take back the signature you just gave"),
        *CARD_KEYS,
        Binding("escape", "app.go('report')", "Report", tooltip="Back to the report", id="signoff-back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._proven: Proven | None = None

    def body(self) -> Iterable[Widget]:
        """What is signed, the roles, the proof."""
        yield Container(
            Static(id="signed-what"),
            OptionList(id="roles", compact=True, markup=False),
            VerticalScroll(Static(id="proof"), id="proof-box", can_focus=False),
            id="columns",
        )

    def on_mount(self) -> None:
        """Name the panels."""
        self.query_one("#signed-what").border_title = "What is signed"
        self.query_one("#roles").border_title = "Who signs: Enter signs"
        self.query_one("#proof-box").border_title = "Proof"
        roles = self.query_one("#roles", OptionList)
        roles.focus()

    def saved(self) -> None:
        """A signature is on disk."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Show what is known, and look again."""
        self.crumb("Sign-off")
        self._show()
        self._prove()

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _prove(self) -> None:
        record = self.session.record
        casework = Casework(self.session.workspace)
        try:
            states = casework.signatures()
            problems = casework.verify()
        except AuditorError as error:
            states, problems = (), (str(error),)
        self.post_message(Proven(digest(record), states, problems))

    @on(Proven)
    def _take(self, message: Proven) -> None:
        self._proven = message
        self._show()

    def _show(self) -> None:
        proven = self._proven
        states = {s.signature.role: s for s in proven.states} if proven else {}
        self.query_one("#signed-what", Static).update(self._what(proven.sealed if proven else "…"))
        roles = self.query_one("#roles", OptionList)
        kept = roles.highlighted
        roles.set_options([Option(_role_line(role, states.get(role)), role) for role in ROLES])
        missing = next((n for n, role in enumerate(ROLES) if not _stands(states.get(role))), 0)
        roles.highlighted = missing if kept is None else kept
        self.query_one("#proof", Static).update(
            self._proof(proven.problems) if proven else Content("Looking …")
        )

    def _what(self, sealed: str) -> Content:
        score, today = self.session.score, self.session.workspace.today
        mark, why = words.verdict(score)
        results = self.session.assessment.results
        unasked = sum(r.status is Status.UNANSWERED for r in results)
        alive = [a for a in self.session.record.action if a.status is not ActionStatus.CLOSED]
        late = sum(a.overdue(today) for a in alive)
        facts = [
            words.interval(score.floor, score.ceiling),
            f"{words.count(unasked, 'question')} open",
            f"{words.count(len(alive), 'action')} open, {late} overdue",
        ]
        return Content("\n").join(
            [
                Content.assemble(mark.content(), f"  {why}"),
                Content.styled(" · ".join(facts), "$muted"),
                Content.assemble(("Hash  ", "$muted"), sealed),
            ]
        )

    def _proof(self, problems: tuple[str, ...]) -> Content:
        workspace = self.session.workspace
        if problems:
            lines = [_BROKEN.content(), *(Content(words.plain(p)) for p in problems)]
            lines.append(
                Content.styled(
                    "Look into it; `auditor verify --help` says how to go on from there.", "$muted"
                )
            )
            return Content("\n").join(lines)
        periods = workspace.records.periods()
        told = f"{words.count(len(periods), 'record')}, evidence and ledger are as this program wrote them."
        head = workspace.records.ledger.head()
        return Content("\n").join(
            [
                Content.assemble(_PROVEN.content(), f"  {told}"),
                Content.assemble(("Head of the ledger  ", "$muted"), f"{head[:32]}…"),
            ]
        )

    # --- signing ---------------------------------------------------------------------------------

    def action_prove(self) -> None:
        """Look again whether anything was changed."""
        self._proven = None
        self.refresh_view()

    @on(OptionList.OptionSelected, "#roles")
    @work
    async def action_sign(self) -> None:
        """Sign in the role in front."""
        option = self.query_one("#roles", OptionList).highlighted_option
        if option is None or option.id is None:
            return
        role, session = option.id, self.session
        clock = session.workspace.clock

        def problem(values: Values) -> str:
            return refused(lambda: sign(session.record, role, values["name"], clock()))

        values = await self.app.push_screen_wait(
            AskForm(
                f"Sign {session.workspace.period} as {role}",
                (Field("name", "Your name", session.name if role == "auditor" else ""),),
                hint="You stand for the record as it is now. Whoever changes an answer afterwards is seen. "
                "z takes it back in this visit, until somebody signs after you; the ledger keeps both.",
                save="Sign",
                problem=problem,
            )
        )
        if values:
            session.do("signature", role, lambda c: c.sign(role, values["name"]))
            self.auditor.refresh_masthead()
            self.undo_toast(f"✓ Signed as {role}.")


def _stands(state: SignatureState | None) -> bool:
    return state is not None and state.intact


def _role_line(role: str, state: SignatureState | None) -> Content:
    if state is None:
        note = "must sign" if role in REQUIRED else "may sign"
        return Content.assemble(_OPEN.content(12), (f"{role.capitalize():<20}", "bold"), (note, "$muted"))
    signature = state.signature
    mark = _SIGNED if state.intact else _CHANGED
    note = "" if state.intact else "  since then: sign anew"
    return Content.assemble(
        mark.content(12),
        (f"{role.capitalize():<20}", "bold"),
        f"{words.plain(signature.name)}, {words.day(signature.at)}",
        (note, "$text-error"),
    )
