"""`auditor demo`: the sample agency, audited end to end."""

import argparse
from pathlib import Path

from auditor.cli.output import Console


class DemoCommand:
    """Serves the sample agency's website on 127.0.0.1, checks it, and shows the audit."""

    name = "demo"
    help = "audit the sample agency, its website served on 127.0.0.1"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("--no-tui", action="store_true", help="print findings and score instead")
        parser.add_argument(
            "--keep", type=Path, metavar="DIR", help="leave the workspace and the reports there"
        )

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """A demonstration that finds what it planted has succeeded: exit 0."""
        from auditor.demo.run import run_demo

        return run_demo(console, tui=not args.no_tui, keep=args.keep, colour=args.color)
