"""`auditor demo`: the sample agency, audited end to end."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.output import Console, place_of, use_colour

if TYPE_CHECKING:
    from auditor.scan.run import ScanOutcome
    from auditor.workspace import Workspace

_REPORTS = ("html", "md", "json")


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
        from auditor.demo.agency import sample_agency

        terminal = sys.stdin.isatty() and sys.stdout.isatty()
        with sample_agency(args.keep) as workspace:
            console.talk(f"{workspace.agency.name}, website at {workspace.agency.websites[0]}")
            outcome = workspace.run(listener=console.listen)
            if terminal and not args.no_tui:
                return self._in_terminal(workspace, args.keep, console)
            return self._in_print(workspace, outcome, args, console)

    def _in_terminal(self, workspace: "Workspace", keep: Path | None, console: Console) -> int:
        from auditor.tui import run

        code = run(workspace, workspace.root)
        if keep is None:
            console.talk("the sample workspace is gone; with --keep DIR it stays")
        else:
            console.talk(f"the sample workspace is in {place_of(workspace.root)}")
        return code

    def _in_print(
        self, workspace: "Workspace", outcome: "ScanOutcome", args: argparse.Namespace, console: Console
    ) -> int:
        """Findings, score, reports, and whether all that was planted was found."""
        from auditor.cli.exit_codes import ExitCode
        from auditor.cli.scanning import show_scan
        from auditor.cli.scoring import Extras, as_text
        from auditor.demo.planted import LEAKS, missed

        colour = use_colour(args.color, sys.stdout)
        show_scan(outcome, workspace.searcher, ExitCode.NOT_MET, console, colour=colour)
        assessment, score = workspace.assessment(), workspace.score()
        console.data("\n" + as_text(assessment, score, Extras(), explain=False) + "\n")
        for path in _write_reports(workspace, args.keep):
            console.data(f"Report    {path}")
        lost = missed(outcome.findings, workspace.agency.websites[0])
        if lost:
            console.warn(f"{len(lost)} of the {len(LEAKS)} planted leaks were not found:")
            for leak in lost:
                console.warn(f"  {leak.page}: {leak.label} ({leak.story})")
            return ExitCode.NOT_MET
        console.data(f"All {len(LEAKS)} planted leaks were found.")
        return ExitCode.MET


def _write_reports(workspace: "Workspace", keep: Path | None) -> list[Path]:
    """The quarter's report, in the kept workspace or in a private temporary folder that stays."""
    import tempfile

    from auditor.workspace.reports import Reports

    folder = workspace.root / "reports" if keep else Path(tempfile.mkdtemp(prefix="auditor-report-"))
    return [Reports(workspace).export(name, folder / f"report.{name}") for name in _REPORTS]
