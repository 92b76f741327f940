"""`auditor rule`: decide what becomes of a finding."""

import argparse

from auditor.cli.output import Console

_RULINGS = ("open", "fixed", "false_positive")


class RuleCommand:
    """Saves a person's decision about a finding."""

    name = "rule"
    help = "rule on a finding: open, fixed, false_positive"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("finding", metavar="FINDING", help="its id, as `auditor run` shows it")
        parser.add_argument("ruling", choices=_RULINGS, help="what it is")
        parser.add_argument("--reason", required=True, metavar="TEXT", help="why")
        parser.add_argument("--by", default="", metavar="NAME", help="who rules")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Save it."""
        from auditor.core.status import FindingStatus
        from auditor.workspace import Workspace

        Workspace.discover().rule(args.finding, FindingStatus(args.ruling), args.reason, args.by)
        console.talk(f"finding {args.finding}: {args.ruling}")
        return 0
