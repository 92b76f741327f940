"""`auditor evidence`: what supports an answer."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.command import add_period
from auditor.cli.commands.score import parse_day
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.workspace import Workspace


class EvidenceCommand:
    """Lists, adds and removes evidence."""

    name = "evidence"
    help = "what supports the answers: list, add a file, a link or a note, remove"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
        listed = deeds.add_parser("list", help="by control, with the last day on which each piece counts")
        add = deeds.add_parser("add", help="keep a copy of a file, a link, or a note of what was seen")
        add.add_argument("control", metavar="CONTROL")
        what = add.add_mutually_exclusive_group(required=True)
        what.add_argument("--file", type=Path, metavar="PATH", help="copied; pictures lose their position")
        what.add_argument("--link", metavar="URL", help="where it can be seen")
        what.add_argument("--note", metavar="TEXT", help="what was seen")
        add.add_argument("--effective", metavar="DATE", help="the day it speaks of (default: today)")
        remove = deeds.add_parser("remove", help="take a piece away; a copied file is deleted")
        remove.add_argument("control", metavar="CONTROL")
        remove.add_argument("what", metavar="WHAT", help="its name or words, or how they begin")
        for deed in (listed, add, remove):
            add_period(deed)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Do what the deed says."""
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        workspace = Workspace.discover()
        if args.period:
            workspace = workspace.at(workspace.written(args.period))
        casework = Casework(workspace)
        if args.deed == "list":
            console.data("\n".join(_lines(casework.workspace)) or "no evidence")
            return ExitCode.MET
        if args.deed == "remove":
            gone = casework.remove_evidence(args.control, args.what)
            console.talk(f"removed from {args.control.upper()}: {gone.title or gone.reference}")
            return ExitCode.MET
        effective = parse_day(args.effective)
        if args.link and not args.link.startswith(("https://", "http://")):
            raise ConfigurationError(f"“{args.link}” is not a link", "begin it with https://, or use --note")
        if args.file:
            attached = casework.attach_file(args.control, args.file, effective)
        else:
            attached = casework.attach_words(args.control, args.link or args.note, effective)
        for word in attached.words:
            console.warn(word)
        console.talk(f"kept as evidence of {args.control.upper()}, of {attached.evidence.effective}")
        return ExitCode.MET


def _lines(workspace: "Workspace") -> list[str]:
    from auditor.core.outlook import piece_expiry

    record, lines = workspace.record(), []
    for answer in record.answer:
        control = workspace.profile.control(answer.control)
        for e in answer.evidence:
            last = piece_expiry(control, e) if control else e.effective
            until = f"counts until {last}" if last >= workspace.today else f"out of date since {last}"
            what = e.title or e.reference
            lines.append(f"{answer.control:<8} {e.kind.value:<5} of {e.effective}, {until}  {what}")
    return lines
