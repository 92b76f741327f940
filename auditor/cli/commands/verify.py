"""`auditor verify`: are the records what this program wrote?"""

import argparse
from contextlib import suppress
from typing import TYPE_CHECKING

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console
from auditor.core.errors import IntegrityError

if TYPE_CHECKING:
    from auditor.store.ledger import Entry


class VerifyCommand:
    """Proves that nothing was changed by other hands, or names what was."""

    name = "verify"
    help = "prove the records unchanged, or name what was changed (exit 5)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--accept",
            action="store_true",
            help="take changed records as they are, with --by and --reason",
        )
        parser.add_argument(
            "--history", action="store_true", help="show every change in the ledger: when, what, by whom, why"
        )
        parser.add_argument("--by", default="", metavar="NAME", help="who accepts")
        parser.add_argument("--reason", default="", metavar="TEXT", help="why; kept in the ledger for good")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Verify, and accept when asked to."""
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        casework = Casework(Workspace.discover())
        if args.accept:
            for accepted in casework.accept(args.by, args.reason):
                console.talk(f"accepted: {accepted}")
        problems = casework.verify()
        ledger = casework.workspace.records.ledger
        if args.history:
            with suppress(IntegrityError):  # a broken ledger is among the problems
                console.data("\n".join(map(_line, ledger.entries())) or "nothing was saved yet")
        if problems:
            console.data("\n".join(f"✗ {problem}" for problem in problems))
            return ExitCode.INTEGRITY
        count = len(ledger.entries())
        console.data(f"✓ unchanged: {count} ledger entries, head {ledger.head()}")
        return ExitCode.MET


def _line(entry: "Entry") -> str:
    """One change: its number, the moment, the quarter, what was done, to what, by whom and why."""
    what = ", ".join(f"{name} removed" if not mark else name for name, mark in entry.parts.items())
    who = f" by {entry.by}" if entry.by else ""
    why = f" ({entry.note})" if entry.note else ""
    head = f"{entry.seq:>5}  {entry.at:%Y-%m-%d %H:%M}  {entry.period}  {entry.event}{who}{why}"
    return f"{head}: {what}" if what else head
