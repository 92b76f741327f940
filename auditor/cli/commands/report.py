"""`auditor report`: the quarter's report in one or several formats."""

import argparse
import sys
from pathlib import Path

from auditor.cli.command import add_gate, add_output, add_period, parse_specs
from auditor.cli.output import Console, place_of, use_colour


class ReportCommand:
    """Renders the report, masked, and writes it where asked."""

    name = "report"
    help = "write the compliance report"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        add_output(
            parser,
            "text, md, html, pdf, docx, json, csv, csv-actions, csv-findings, oscal, oscal-poam",
            "text",
        )
        parser.add_argument(
            "--edition",
            choices=("internal", "board", "funder"),
            default="internal",
            help="for whom; board and funder leave out what could hint at the place (default: internal)",
        )
        add_period(parser)
        add_gate(parser)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Render and write every format, then say by the exit code how the audit stands."""
        from auditor.cli.commands.score import gate_code
        from auditor.workspace import Workspace
        from auditor.workspace.reports import Reports

        workspace = Workspace.discover()
        reports = Reports(workspace)
        period = workspace.held(args.period)
        for name, path in parse_specs(args.format, args.output, "text"):
            if path == "-":
                refuse_binary(name, terminal=sys.stdout.isatty())
                colour = use_colour(args.color, sys.stdout)
                console.raw(reports.render(name, args.edition, period, colour=colour))
            else:
                written = reports.export(name, Path(path), args.edition, period)
                console.talk(f"wrote {place_of(written)}")
        return gate_code(workspace.score(period), args.min_score, exit_zero=args.exit_zero)


def refuse_binary(name: str, *, terminal: bool) -> None:
    """Raise ConfigurationError rather than send a PDF or a Word file to a terminal."""
    from auditor.core.errors import ConfigurationError
    from auditor.report.interface import AUDIT_FORMATS, find_format

    if terminal and find_format(name, AUDIT_FORMATS).binary:
        raise ConfigurationError(
            f"{name} cannot be shown in a terminal", f"give a file: -f {name}:report.{name}"
        )
