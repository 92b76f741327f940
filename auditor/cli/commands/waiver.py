"""`auditor waiver`: dated exceptions."""

import argparse
from datetime import date

from auditor.cli.commands.score import parse_day
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError


class WaiverCommand:
    """Lists, grants and renews waivers."""

    name = "waiver"
    help = "dated exceptions: list, add, renew (they open the gate, never add points)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
        deeds.add_parser("list", help="each with its state; warnings below")
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

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Do what the deed says."""
        from auditor.casework import Casework, NewWaiver
        from auditor.core.waivers import state
        from auditor.workspace import Workspace

        casework = Casework(Workspace.discover())
        if args.deed == "add":
            words = {n: getattr(args, n) for n in ("subject", "reason", "compensating", "owner", "approver")}
            shown = [casework.grant_waiver(NewWaiver(**words, expires=_last_day(args.expires)))]
        elif args.deed == "renew":
            shown = [casework.renew_waiver(args.waiver, _last_day(args.expires), args.approver)]
        else:
            shown = sorted(casework.workspace.record().waiver, key=lambda w: (w.expires, w.id))
        today = casework.workspace.today
        lines = [
            f"{w.id:<12} {w.subject:<16} {state(w, today).value} to the end of {w.expires} local time, "
            f"renewed {w.renewals} times  {w.approver} for {w.owner}: {w.reason}; instead: {w.compensating}"
            for w in shown
        ]
        console.data("\n".join(lines) or "no waivers")
        for warning in casework.waiver_warnings():
            console.talk(f"! {warning}")
        return ExitCode.MET


def _last_day(text: str) -> date:
    day = parse_day(text)
    if day is None:
        raise ConfigurationError("a waiver needs its last day", "write it like 2026-12-31")
    return day
