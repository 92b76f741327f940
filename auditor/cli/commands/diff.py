"""`auditor diff`: two quarters side by side, in plain words."""

import argparse
from typing import TYPE_CHECKING

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console

if TYPE_CHECKING:
    from auditor.core.compare import Comparison, Move

_GROUPS = (
    ("regressed", "Got worse"),
    ("fixed", "Mended"),
    ("newly_waived", "Newly waived"),
    ("newly_not_applicable", "Newly not applicable"),
    ("stale", "Evidence has gone stale"),
    ("added", "New in the checklist"),
    ("removed", "No longer in the checklist"),
)


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
        from auditor.casework import Casework
        from auditor.core.period import Period
        from auditor.workspace import Workspace

        casework = Casework(Workspace.discover())
        result = casework.compare(Period.parse(args.before), Period.parse(args.after))
        console.data(_as_json(result) if args.format == "json" else _as_text(result))
        return ExitCode.NOT_MET if result.regressed else ExitCode.MET


def _as_text(result: "Comparison") -> str:
    floors = f"{result.floor_before:.1f} % to {result.floor_after:.1f} % ({result.change:+.1f})"
    lines = [f"{result.before} to {result.after}: floor {floors}"]
    for name, title in _GROUPS:
        moves: tuple[Move, ...] = getattr(result, name)
        if moves:
            lines += ["", f"{title}:", *(f"  {m.control:<8} {m.points:+5.1f}  {m.reason}" for m in moves)]
    told = {m.control for name, _ in _GROUPS for m in getattr(result, name)}
    rest = [m for m in result.moves if m.control not in told]
    if rest:
        lines += ["", "Other points:", *(f"  {m.control:<8} {m.points:+5.1f}  {m.reason}" for m in rest)]
    return "\n".join(lines)


def _as_json(result: "Comparison") -> str:
    import json
    from dataclasses import asdict

    return json.dumps({"schema": "diff-v1", **asdict(result), "change": result.change}, indent=2)
