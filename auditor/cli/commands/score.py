"""`auditor score`: how far the protocol is met."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from auditor.cli.command import add_gate, add_period
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.core.score import Score


class ScoreCommand:
    """Shows the score interval, the gate and what points were lost for."""

    name = "score"
    help = "show the score: floor, ceiling, coverage, gate"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        add_period(parser)
        parser.add_argument("--as-of", metavar="DATE", help="as it will count on that day, like 2026-12-31")
        parser.add_argument("--explain", action="store_true", help="give the reason for every lost point")
        parser.add_argument("--next", action="store_true", help="what regains most points, first")
        parser.add_argument("-f", "--format", choices=("text", "json"), default="text", help="text or json")
        add_gate(parser)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Score and show."""
        from auditor.cli.scoring import Extras, as_json, as_text
        from auditor.core.actions import overdue
        from auditor.core.quarters import notes
        from auditor.core.waivers import unused
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        workspace = Workspace.discover()
        period = workspace.held(args.period)
        as_of = parse_day(args.as_of)
        if as_of and as_of < period.start:
            raise ConfigurationError(f"{as_of} is before {period}, which begins on {period.start}")
        assessment = workspace.assessment(period, as_of)
        result = workspace.score(period, as_of)
        casework = Casework(workspace)
        record = workspace.record(period)
        idle = unused(record, assessment)
        excuses_nothing = (f"waiver {w.id} on {w.subject} excuses nothing: withdraw it" for w in idle)
        extras = Extras(
            overdue=overdue(record, assessment.as_of),
            waived=tuple(w for w in record.waiver if w.in_force(assessment.as_of) and w not in idle),
            steps=casework.next_steps(period) if args.next else (),
            turns=casework.forecast(as_of) if as_of and period == workspace.period else (),
            notes=(*notes(assessment), *excuses_nothing),
        )
        if args.format == "json":
            console.data(as_json(assessment, result, extras))
        else:
            console.data(as_text(assessment, result, extras, explain=args.explain))
        code = gate_code(result, args.min_score, exit_zero=args.exit_zero)
        late = bool(extras.overdue) and not args.exit_zero
        return ExitCode.NOT_MET if late and code is ExitCode.MET else code


def parse_day(text: str | None) -> date | None:
    """The day that an ISO date names. Raises ConfigurationError for any other form."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(f"“{text}” is not a date", "write it like 2026-12-31") from None


def gate_code(result: "Score", min_score: float | None, *, exit_zero: bool) -> ExitCode:
    """The exit code of a score: gate first, then the floor."""
    from auditor.core.score import Verdict

    if exit_zero:
        return ExitCode.MET
    if result.gate:
        return ExitCode.GATE
    below = min_score is not None and result.floor < min_score
    return ExitCode.NOT_MET if below or result.verdict is not Verdict.MET else ExitCode.MET
