"""`auditor calendar`: dates for a calendar, without anything confidential."""

import argparse
from pathlib import Path

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console, place_of


class CalendarCommand:
    """Writes an iCalendar file of what is due."""

    name = "calendar"
    help = "write an .ics of what is due: audit, actions, waivers, evidence (ids alone)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("-o", "--output", metavar="PATH", help="file (default: standard output)")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Write it."""
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        casework = Casework(Workspace.discover())
        data = casework.calendar()
        if args.output and args.output != "-":
            from auditor.publish import publish

            path = publish(Path(args.output), data, casework.workspace.searcher)
            console.talk(f"{len(casework.reminders())} dates in {place_of(path)}")
        else:
            console.raw(data)
        return ExitCode.MET
