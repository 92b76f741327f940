"""`auditor action`: corrective actions, from the first to the last."""

import argparse
from typing import TYPE_CHECKING

from auditor.cli.command import add_taking_back
from auditor.cli.commands.score import parse_day
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console

if TYPE_CHECKING:
    from datetime import date

    from auditor.core.record import Action
    from auditor.workspace.casework import Casework


class ActionCommand:
    """Lists, adds, changes and closes corrective actions."""

    name = "action"
    help = "corrective actions: list, add, change, close, reopen, drop (exit 1 while one is overdue)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
        listed = deeds.add_parser("list", help="open ones, those overdue first")
        listed.add_argument("--all", action="store_true", help="closed ones too")
        add = deeds.add_parser("add", help="begin one for a control or a finding")
        add.add_argument("subject", metavar="SUBJECT", help="control id or finding id")
        add.add_argument("--owner", required=True, metavar="NAME", help="who sees to it")
        _add_words(add)
        change = deeds.add_parser("change", help="other words, owner, date; or in progress")
        change.add_argument("action", metavar="ACTION")
        change.add_argument("--owner", metavar="NAME", help="who sees to it")
        change.add_argument("--begun", action="store_true", help="it is in progress")
        _add_words(change)
        close = deeds.add_parser("close", help="done, as seen by someone other than its owner")
        close.add_argument("action", metavar="ACTION")
        close.add_argument("--by", required=True, metavar="NAME", help="who looked")
        close.add_argument("--evidence", required=True, metavar="TEXT", help="what was seen")
        reopen = deeds.add_parser("reopen", help="closed too early: open again, as it was")
        drop = deeds.add_parser("drop", help="take away one that was begun by mistake today")
        for deed in (reopen, drop):
            deed.add_argument("action", metavar="ACTION")
            add_taking_back(deed)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Do what the deed says."""
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        casework = Casework(Workspace.discover())
        if args.deed == "list":
            return _list(casework, console, closed=args.all)
        action = _DEEDS[args.deed](casework, args)
        if args.deed == "drop":
            console.talk(f"dropped: {action.id} on {action.control}; the ledger keeps that it was begun")
            return ExitCode.MET
        console.data(_line(action, casework.workspace.today))
        return ExitCode.MET


def _add_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", default="", metavar="TEXT", help="what to do (default: the remedy)")
    parser.add_argument("--cause", default="", metavar="TEXT", help="root cause")
    parser.add_argument("--interim", default="", metavar="TEXT", help="what protects meanwhile")
    parser.add_argument(
        "--due",
        metavar="DATE",
        help="default: critical 7 days, weight 4 and 5 30 days, others the end of next quarter",
    )


def _add(casework: "Casework", args: argparse.Namespace) -> "Action":
    from auditor.core.actions import NewAction

    return casework.start_action(
        NewAction(
            subject=args.subject,
            owner=args.owner,
            title=args.title,
            root_cause=args.cause,
            interim=args.interim,
            due=parse_day(args.due),
        )
    )


def _change(casework: "Casework", args: argparse.Namespace) -> "Action":
    from auditor.core.record import ActionStatus

    given = {
        "owner": args.owner,
        "title": args.title,
        "root_cause": args.cause,
        "interim": args.interim,
        "due": parse_day(args.due),
        "status": ActionStatus.IN_PROGRESS if args.begun else None,
    }
    return casework.change_action(args.action, **{k: v for k, v in given.items() if v})


def _close(casework: "Casework", args: argparse.Namespace) -> "Action":
    return casework.close_action(args.action, args.by, args.evidence)


def _reopen(casework: "Casework", args: argparse.Namespace) -> "Action":
    from auditor.workspace.stepback import StepBack

    return StepBack(casework.workspace, args.by, args.reason).reopen_action(args.action)


def _drop(casework: "Casework", args: argparse.Namespace) -> "Action":
    from auditor.workspace.stepback import StepBack

    return StepBack(casework.workspace, args.by, args.reason).drop_action(args.action)


_DEEDS = {"add": _add, "change": _change, "close": _close, "reopen": _reopen, "drop": _drop}


def _list(casework: "Casework", console: Console, *, closed: bool) -> ExitCode:
    from auditor.core.actions import by_urgency
    from auditor.core.record import ActionStatus

    today = casework.workspace.today
    every = by_urgency(casework.workspace.record(), today)
    shown = [a for a in every if closed or a.status is not ActionStatus.CLOSED]
    lines = [_line(a, today) for a in shown]
    console.data("\n".join(lines) or "no corrective actions")
    return ExitCode.NOT_MET if any(a.overdue(today) for a in shown) else ExitCode.MET


def _line(action: "Action", today: "date") -> str:
    """Two lines: how it stands, and what is to be done."""
    state = action.status.value.replace("_", " ")
    if action.closed:
        state += f" {action.closed}, seen by {action.verified_by}: {action.evidence}"
    elif action.lacks_interim(today):
        state += f"{', OVERDUE' if action.due < today else ''}, NO INTERIM PROTECTION"
    elif action.overdue(today):
        state += ", OVERDUE"
    elif action.interim_by and not action.interim:
        state += f", interim protection to be named by {action.interim_by}"
    subject = action.control + (f" ({action.finding})" if action.finding else "")
    head = f"{action.id}  {subject}  due {action.due}  owner {action.owner}  {state}"
    return f"{head}\n    {action.title}"
