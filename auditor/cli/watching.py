"""`auditor scan --watch`: a folder checked again with every edit, until Ctrl-C."""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console, use_colour
from auditor.cli.scanning import judge, write_results
from auditor.core.errors import ConfigurationError
from auditor.core.status import Severity

if TYPE_CHECKING:
    from auditor.report.scan_view import ScanFacts
    from auditor.scan.crew import Wanted
    from auditor.scan.run import ScanOutcome
    from auditor.scan.watch import Change


def watch_folder(
    wanted: "Wanted", args: argparse.Namespace, console: Console, *, fail_on: Severity
) -> ExitCode:
    """Check the folder, then every change of it. Ctrl-C ends with the exit code of the last state.

    Raises ConfigurationError for anything but one folder.
    """
    from auditor.scan.crew import worker_count
    from auditor.scan.watch import INTERVAL, Watch
    from auditor.workspace import now

    if len(args.target) != 1:
        raise ConfigurationError("--watch takes one folder", "start it once for each of them")
    workers = worker_count() if args.workers is None else args.workers
    watch = Watch(Path(args.target[0]), wanted, args.check, clock=now, workers=workers)
    code = ExitCode.INCONCLUSIVE
    first = True
    try:
        while True:
            change = watch.look()
            if change is not None:
                outcome, facts = judge(change.outcome, wanted, args, fail_on)
                code = ExitCode(facts.exit_code)
                _tell(change, outcome, facts, wanted, args, console, first=first)
                first = False
            time.sleep(INTERVAL)
    except KeyboardInterrupt:
        console.talk(f"\nended; exit code {int(code)}")
        return code


def _tell(
    change: "Change",
    outcome: "ScanOutcome",
    facts: "ScanFacts",
    wanted: "Wanted",
    args: argparse.Namespace,
    console: Console,
    *,
    first: bool,
) -> None:
    """Show the whole result the first time, then what came and went. Files are written each time."""
    from auditor.publish import render_change

    write_results(outcome, facts, wanted, args, console, to_stdout=first)
    if first:
        console.talk("watching; Ctrl-C ends")
        return
    appeared = [f for f in outcome.findings if (f.id, f.url) in change.appeared]
    took = f", after {change.files} changed file{'' if change.files == 1 else 's'} in {change.seconds:.2f} s"
    colour = use_colour(args.color, sys.stdout)
    console.raw(
        render_change(outcome, facts, wanted.searcher, (appeared, change.gone), took=took, colour=colour)
    )
