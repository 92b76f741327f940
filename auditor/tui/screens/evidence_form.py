"""What is asked to add evidence to a control. Call this in a worker."""

from datetime import date

from auditor.core.profile import Control
from auditor.core.victim_data import warning
from auditor.store.evidence import named_file, names_missing_file
from auditor.tui.messages import Told
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.form import AskForm, Field, Values, day_problem


async def ask_evidence(screen: AuditScreen, control: Control) -> bool:
    """Ask for a file, a web address or words, and for the day they speak of; True when words were added.

    A file is copied behind the screen; what the user should know of it is told then.
    """
    session = screen.session
    today = session.workspace.today

    def problem(values: Values) -> str:
        if not values["what"]:
            return "Write what you saw, or name a file."
        if names_missing_file(values["what"]):
            return "There is no such file. Give its whole path, or say what you saw."
        if wrong := day_problem(values["day"]):
            return wrong
        return "That day is yet to come." if date.fromisoformat(values["day"]) > today else ""

    values = await screen.app.push_screen_wait(
        AskForm(
            f"{control.id}: evidence",
            (
                Field("what", "What", "", "a file, a web address, or what you saw"),
                Field("day", "Of which day", str(today)),
            ),
            hint=f"Wanted: {control.evidence}\nThe day it speaks of decides until when it counts. No names, "
            "dates of birth or case numbers of the people you serve.",
            problem=problem,
        )
    )
    if not values or not (session.name or await screen.auditor.ask_name()):
        return False
    text, day = values["what"], date.fromisoformat(values["day"])
    if path := named_file(text):
        session.attach_file(control.id, path, lambda words: screen.app.post_message(Told(words)), day)
        return False
    for words in warning([text]):
        screen.app.post_message(Told(words))
    answer = session.record.answer_to(control.id)
    new = session.evidence_from(text).model_copy(update={"effective": day})
    session.answer(control.id, evidence=(*(answer.evidence if answer else ()), new))
    return True
