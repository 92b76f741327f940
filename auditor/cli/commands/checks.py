"""`auditor checks`: the automated checks there are."""

import argparse

from auditor.cli.output import Console


class ChecksCommand:
    """Lists the checks, or shows one."""

    name = "checks"
    help = "list the automated checks, or show one"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        actions.add_parser("list", help="a line each")
        actions.add_parser("show", help="one check").add_argument("check", metavar="CHECK")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Print them."""
        from auditor.registry import all_checks, select

        if args.action == "list":
            console.data("\n".join(f"{check.id:<16} {check.title}" for check in all_checks()))
            return 0
        check = select([args.check])[0]
        lines = (
            f"{check.id}: {check.title}",
            f"  looks for  {check.looks_for}",
            f"  sends      {check.sends}",
            f"  remedy     {check.remedy}",
        )
        console.data("\n".join(lines))
        return 0
