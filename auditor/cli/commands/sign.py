"""`auditor sign`: sign a quarter off."""

import argparse

from auditor.cli.command import add_period
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console


class SignCommand:
    """Signs a record, and shows who has signed it."""

    name = "sign"
    help = "sign a quarter off: auditor, safety lead, executive; without --role, show who has"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("--role", metavar="ROLE", help="auditor, “safety lead”, executive, board")
        parser.add_argument("--name", default="", metavar="NAME", help="who signs")
        add_period(parser)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Sign when a role is given, then show."""
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        workspace = Workspace.discover()
        casework, period = Casework(workspace), workspace.held(args.period)
        states = casework.sign(args.role, args.name, period) if args.role else casework.signatures(period)
        for state in states:
            signature = state.signature
            intact = "" if state.intact else "  ✗ the record was changed since"
            day = signature.at.date()
            console.data(f"{signature.role:<18} {signature.name}, {day}, {signature.digest[:16]}{intact}")
        if not states:
            console.data("nobody has signed yet")
        return ExitCode.MET if all(s.intact for s in states) else ExitCode.INTEGRITY
