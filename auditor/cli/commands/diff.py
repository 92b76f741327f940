"""`auditor diff`: two quarters side by side, in plain words."""

import argparse
from typing import TYPE_CHECKING

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console

if TYPE_CHECKING:
    from auditor.core.compare import Comparison, Move


class DiffCommand:
    """Compares two quarters."""

    name = "diff"
    help = "what changed between two quarters, each point traced to a control (exit 1 when worse)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("before", metavar="QUARTER", help="like 2026-Q3")
        parser.add_argument("after", metavar="QUARTER", help="like 2026-Q4")
        parser.add_argument("-f", "--format", choices=("text", "json"), default="text", help="text or json")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Compare and show."""
        from auditor.core.period import Period
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        casework = Casework(Workspace.discover())
        result = casework.compare(Period.parse(args.before), Period.parse(args.after))
        console.data(_as_json(result) if args.format == "json" else _as_text(result))
        return ExitCode.NOT_MET if result.regressed else ExitCode.MET


def _as_text(result: "Comparison") -> str:
    from auditor.core.score import claimed

    before, after = claimed(result.floor_before), claimed(result.floor_after)
    floors = f"{before:.1f} % to {after:.1f} % ({_signed(result.change)})"
    lines = [f"{result.before} to {result.after}: floor {floors}"]
    for title, moves in result.groups:
        lines += ["", f"{title}:", *(_line(m) for m in moves)]
    return "\n".join(lines)


def _line(move: "Move") -> str:
    """`LOC-01  -12.5  met → unmet: a sign was put up` and below it the question."""
    before, after = (s.value.replace("_", " ") if s else "not asked" for s in (move.before, move.after))
    way = before if before == after else f"{before} → {after}"
    reason = "" if move.reason.startswith("from ") else f": {move.reason}"
    return f"  {move.control:<8} {_signed(move.points):>5}  {way}{reason}\n{'':18}{move.question}"


def _as_json(result: "Comparison") -> str:
    import json
    from dataclasses import asdict

    return json.dumps({"schema": "diff-v1", **asdict(result), "change": result.change}, indent=2)


def _signed(points: float) -> str:
    """Points with their sign; what rounds to nothing is "+0.0"."""
    return f"{round(points, 1) + 0.0:+.1f}"
