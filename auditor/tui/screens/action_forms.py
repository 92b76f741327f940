"""What is asked to begin, edit or close a corrective action. Call these in a worker."""

from datetime import date

from auditor.core import actions
from auditor.core.actions import NewAction
from auditor.core.record import Action, ActionStatus
from auditor.tui import words
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.form import AskForm, Field, Values, day_problem, refused


async def ask_new(screen: AuditScreen, subject: str = "") -> None:
    """Ask for a new action, and begin it. What is left empty comes from the checklist."""
    session = screen.session

    def new(values: Values) -> NewAction:
        words_of = {name: text for name, text in values.items() if name != "due"}
        return NewAction(**words_of, due=date.fromisoformat(values["due"]) if values["due"] else None)

    def problem(values: Values) -> str:
        if values["due"] and (wrong := day_problem(values["due"])):
            return wrong
        day = session.workspace.today
        return refused(lambda: actions.start(session.record, session.assessment, new(values), day))

    controls = tuple(c.id for c in session.assessment.profile.controls)
    values = await screen.app.push_screen_wait(
        AskForm(
            "New corrective action",
            (
                Field("subject", "For", subject, "the id of a control or a finding", controls),
                Field("owner", "Who sees to it"),
                Field("title", "What is done", placeholder="the remedy of the checklist"),
                Field("root_cause", "Root cause"),
                Field("interim", "Meanwhile", placeholder="what protects until it is done"),
                Field("due", "Due", placeholder="7 days if critical, 30 if weight 4 or 5"),
            ),
            hint="Left empty, what is done and the date come from the checklist.",
            problem=problem,
        )
    )
    if values:
        begun = new(values)
        session.do("action", begun.subject, lambda c: c.start_action(begun))
        screen.undo_toast("The action is in the plan.")
        screen.auditor.refresh_masthead()


async def ask_edit(screen: AuditScreen, action: Action) -> None:
    """Ask for everything of an open action, and save what is other than before."""
    session = screen.session
    if action.status is ActionStatus.CLOSED:
        screen.notify(f"{action.id} is closed: start a new action.", markup=False)
        return

    def problem(values: Values) -> str:
        missing = next((n for n in ("title", "owner") if not values[n]), "")
        return f"An action needs {missing}." if missing else day_problem(values["due"])

    values = await screen.app.push_screen_wait(
        AskForm(
            f"Edit {action.id}",
            (
                Field("title", "What is done", action.title),
                Field("owner", "Who sees to it", action.owner),
                Field("root_cause", "Root cause", action.root_cause),
                Field("interim", "Meanwhile", action.interim, "what protects until it is done"),
                Field("due", "Due", str(action.due)),
            ),
            hint="The words are saved without confidential facts.",
            problem=problem,
        )
    )
    if values:
        given: dict[str, object] = {**values, "due": date.fromisoformat(values["due"])}
        changed = {name: value for name, value in given.items() if value != getattr(action, name)}
        if changed:
            session.do("action", action.id, lambda c: c.change_action(action.id, **changed))
            screen.undo_toast(f"{action.id}: changed.")
            screen.auditor.refresh_masthead()


async def ask_closing(screen: AuditScreen, action: Action) -> None:
    """Ask who looked, other than the owner, and what was seen; and close the action."""
    session = screen.session
    if action.status is ActionStatus.CLOSED:
        return
    day = session.workspace.today

    def problem(values: Values) -> str:
        return refused(
            lambda: actions.close(session.record, action.id, values["by"], values["evidence"], day)
        )

    owner = words.plain(action.owner)
    values = await screen.app.push_screen_wait(
        AskForm(
            f"Close {action.id}: {words.shorten(words.plain(action.title), 40)}",
            (
                Field("by", "Who looked", "", f"someone other than {owner}, the owner"),
                Field("evidence", "What was seen", "", "and where it is kept"),
            ),
            hint="Closed actions stay in the plan and in the report. z opens it again.",
            save="Close it",
            problem=problem,
        )
    )
    if values:
        session.do("action", action.id, lambda c: c.close_action(action.id, values["by"], values["evidence"]))
        screen.undo_toast(f"{action.id}: ✓ closed.")
        screen.auditor.refresh_masthead()
