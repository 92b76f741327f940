"""`auditor audit`: start or resume a quarter in the terminal face."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.command import add_period
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.workspace import Workspace


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
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise ConfigurationError(
                "the audit needs a terminal", "use `auditor answer`, `run`, `score`, `report`"
            )
        from auditor.store.root import find_root
        from auditor.tui import run

        root = find_root()
        return run(lambda: _open(root, args), root or Path.cwd())


def _open(root: Path | None, args: argparse.Namespace) -> "Workspace | None":
    """The workspace, with what was asked for in place of its own; None when there is none."""
    from auditor.workspace import Workspace

    if root is None:
        return None
    workspace = Workspace(root, profile=args.profile)
    return workspace.at(workspace.written(args.period)) if args.period else workspace
