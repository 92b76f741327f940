"""`auditor audit`: start or resume a quarter in the terminal face."""

import argparse
import sys
from pathlib import Path

from auditor.cli.command import add_period
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError


class AuditCommand:
    """Opens the terminal face on the workspace; without a workspace, on the setup."""

    name = "audit"
    help = "start or resume a quarter in the terminal (what `auditor` alone does)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        add_period(parser)
        parser.add_argument("--profile", metavar="ID", help="the checklist to use instead of agency.toml's")

    def run(self, args: argparse.Namespace, console: Console) -> int:  # noqa: ARG002 - the face talks
        """Run the face until the user leaves."""
        from auditor.core.period import Period
        from auditor.workspace import Workspace, find_root

        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise ConfigurationError(
                "the audit needs a terminal", "use `auditor answer`, `run`, `score`, `report`"
            )
        root = find_root()
        workspace = None
        if root is not None:
            period = Period.parse(args.period) if args.period else None
            workspace = Workspace(root, profile=args.profile, period=period)
        from auditor.tui import run

        return run(workspace, root or Path.cwd())
