"""`auditor waiver`: dated exceptions."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from auditor.cli.command import add_taking_back
from auditor.cli.commands.score import parse_day
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.core.record import Waiver


class WaiverCommand:
    """Lists, grants, renews and withdraws waivers."""

    name = "waiver"
    help = "dated exceptions: list, add, renew, withdraw, restore (they open the gate, never add points)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
        deeds.add_parser("list", help="each with its state, expired ones first; warnings below")
        add = deeds.add_parser("add", help="grant one for a control or a finding")
        add.add_argument("subject", metavar="SUBJECT", help="control id or finding id")
        add.add_argument("--reason", required=True, metavar="TEXT", help="why it cannot be met now")
        add.add_argument("--compensating", required=True, metavar="TEXT", help="what protects instead")
        add.add_argument("--owner", required=True, metavar="NAME", help="who answers for it")
        add.add_argument("--approver", required=True, metavar="NAME", help="who allows it; not the owner")
        add.add_argument(
            "--expires", required=True, metavar="DATE", help="last day, local time, like 2026-12-31"
        )
        renew = deeds.add_parser("renew", help="let one hold longer, counted")
        renew.add_argument("waiver", metavar="WAIVER")
        renew.add_argument("--expires", required=True, metavar="DATE", help="last day, local time")
        renew.add_argument("--approver", required=True, metavar="NAME", help="who allows it; not the owner")
        withdraw = deeds.add_parser("withdraw", help="end one before its last day")
        withdraw.add_argument("waiver", metavar="WAIVER")
        withdraw.add_argument("--by", required=True, metavar="NAME", help="who withdraws it")
        withdraw.add_argument("--reason", required=True, metavar="TEXT", help="why it holds no more")
        restore = deeds.add_parser("restore", help="withdrawn by mistake: in force again to its last day")
        restore.add_argument("waiver", metavar="WAIVER")
        add_taking_back(restore)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Do what the deed says."""
        from auditor.core.waivers import NewWaiver, by_urgency
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework
        from auditor.workspace.stepback import StepBack

        casework = Casework(Workspace.discover())
        if args.deed == "add":
            words = {n: getattr(args, n) for n in ("subject", "reason", "compensating", "owner", "approver")}
            shown = [casework.grant_waiver(NewWaiver(**words, expires=_last_day(args.expires)))]
        elif args.deed == "renew":
            shown = [casework.renew_waiver(args.waiver, _last_day(args.expires), args.approver)]
        elif args.deed == "withdraw":
            shown = [casework.withdraw_waiver(args.waiver, args.by, args.reason)]
        elif args.deed == "restore":
            shown = [StepBack(casework.workspace, args.by, args.reason).restore_waiver(args.waiver)]
        else:
            shown = list(by_urgency(casework.workspace.record(), casework.workspace.today))
        today, zone = casework.workspace.today, casework.zone
        console.data("\n".join(_lines(w, today, zone) for w in shown) or "no waivers")
        for warning in casework.waiver_warnings():
            console.talk(f"! {warning}")
        return ExitCode.MET


def _lines(waiver: "Waiver", today: date, zone: str) -> str:
    """Three lines: how it stands, why, and who."""
    from auditor.core.waivers import WaiverState, state

    until = {
        WaiverState.IN_FORCE: f"in force to the end of {waiver.expires} ({zone})",
        WaiverState.EXPIRED: f"EXPIRED at the end of {waiver.expires} ({zone})",
        WaiverState.NOT_YET: f"from {waiver.created} to the end of {waiver.expires} ({zone})",
        WaiverState.WITHDRAWN: f"withdrawn on {waiver.withdrawn} by {waiver.withdrawn_by}: "
        f"{waiver.withdrawn_reason}",
    }[state(waiver, today)]
    times = {0: "", 1: ", renewed once"}.get(waiver.renewals, f", renewed {waiver.renewals} times")
    return (
        f"{waiver.id}  {waiver.subject}  {until}{times}\n"
        f"    {waiver.reason}; instead: {waiver.compensating}\n"
        f"    owner {waiver.owner}, approved by {waiver.approver}"
    )


def _last_day(text: str) -> date:
    day = parse_day(text)
    if day is None:
        raise ConfigurationError("a waiver needs its last day", "write it like 2026-12-31")
    return day
