"""What is asked to grant, renew or withdraw a waiver. Call these in a worker."""

from datetime import date

from auditor.core import waivers
from auditor.core.record import Waiver
from auditor.core.waivers import NewWaiver
from auditor.tui import words
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.form import AskForm, Field, Values, day_problem, refused


async def ask_waiver(screen: AuditScreen, subject: str = "") -> None:
    """Ask for a new waiver, for `subject` when it is given, and grant it."""
    session = screen.session
    assessment = session.assessment

    def new(values: Values) -> NewWaiver:
        return NewWaiver(
            values["subject"],
            values["reason"],
            values["compensating"],
            values["owner"],
            values["approver"],
            date.fromisoformat(values["expires"]),
        )

    def problem(values: Values) -> str:
        today = session.workspace.today
        return day_problem(values["expires"]) or refused(
            lambda: waivers.start(session.record, assessment, new(values), today)
        )

    controls = tuple(c.id for c in assessment.profile.controls if c.waivable)
    values = await screen.app.push_screen_wait(
        AskForm(
            f"Waiver for {words.subject_title(subject, session.record)}" if subject else "New waiver",
            (
                Field("subject", "For", subject, "the id of a control or a finding", controls),
                Field("reason", "Why not now"),
                Field("compensating", "What protects"),
                Field("owner", "Owner", session.name),
                Field("approver", "Approved by", placeholder="someone other than the owner"),
                Field("expires", "Last day", str(session.workspace.period.end)),
            ),
            hint="It opens the gate until the end of its last day. The points stay lost.",
            save="Grant",
            problem=problem,
        )
    )
    if values:
        granted = new(values)
        session.do("waiver", granted.subject, lambda c: c.grant_waiver(granted))
        screen.auditor.refresh_masthead()
        screen.undo_toast(f"Waived to the end of {words.day(granted.expires)}.")


async def ask_renewal(screen: AuditScreen, waiver: Waiver) -> None:
    """Ask until when a waiver holds longer, and who approves."""
    session = screen.session
    today = session.workspace.today

    def problem(values: Values) -> str:
        return day_problem(values["expires"]) or refused(
            lambda: waivers.renew(
                session.record,
                waiver.id,
                date.fromisoformat(values["expires"]),
                values["approver"],
                today,
            )
        )

    values = await screen.app.push_screen_wait(
        AskForm(
            f"Renew {waiver.id} on {words.subject_title(waiver.subject, session.record)}",
            (
                Field("expires", "Last day", placeholder="2026-12-31"),
                Field("approver", "Approved by"),
            ),
            hint=f"Its last day is {waiver.expires}. Approved by someone other than {waiver.owner}, the "
            "owner; a year from today at most.",
            problem=problem,
        )
    )
    if values:
        last = date.fromisoformat(values["expires"])
        session.do("waiver", waiver.id, lambda c: c.renew_waiver(waiver.id, last, values["approver"]))
        screen.auditor.refresh_masthead()
        screen.undo_toast(f"{waiver.id}: renewed to the end of {words.day(last)}.")


async def ask_withdrawal(screen: AuditScreen, waiver: Waiver) -> None:
    """Ask who ends a waiver, and why."""
    session = screen.session
    today = session.workspace.today

    def problem(values: Values) -> str:
        return refused(
            lambda: waivers.withdraw(session.record, waiver.id, values["by"], values["reason"], today)
        )

    values = await screen.app.push_screen_wait(
        AskForm(
            f"Withdraw {waiver.id} on {words.subject_title(waiver.subject, session.record)}",
            (Field("by", "Who", session.name), Field("reason", "Why")),
            hint="It holds no more from today on, and stays in the record with the reason.",
            save="Withdraw",
            problem=problem,
        )
    )
    if values:
        said = values["by"], values["reason"]
        session.do("waiver", waiver.id, lambda c: c.withdraw_waiver(waiver.id, *said))
        screen.auditor.refresh_masthead()
        screen.undo_toast(f"{waiver.id}: withdrawn.")
