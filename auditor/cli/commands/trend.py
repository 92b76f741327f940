"""`auditor trend`: the quarters in a row."""

import argparse
from typing import TYPE_CHECKING

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.core.outlook import TrendPoint

_WIDTH = 40


class TrendCommand:
    """Shows every quarter; one that was missed is a gap with its reason."""

    name = "trend"
    help = "the quarters in a row; a missed one is a gap with its reason"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("--missed", metavar="QUARTER", help="say why that quarter had no audit")
        parser.add_argument("--reason", default="", metavar="TEXT", help="the reason, with --missed")
        parser.add_argument("--by", default="", metavar="NAME", help="who gives it, with --missed")
        parser.add_argument("-f", "--format", choices=("text", "json"), default="text", help="text or json")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Show the quarters, after noting a reason when one is given."""
        from auditor.core.period import Period
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        if not args.missed and (args.reason or args.by):
            raise ConfigurationError("--reason and --by belong to --missed QUARTER")
        casework = Casework(Workspace.discover())
        if args.missed:
            casework.note_missed(Period.parse(args.missed), args.reason, args.by)
        points = casework.trend()
        if args.format == "json":
            console.data(_as_json(points))
        else:
            console.data("\n".join(_line(point) for point in points) or "no quarter has a record yet")
        return ExitCode.MET


def _line(point: "TrendPoint") -> str:
    score = point.score
    if score is None:
        return f"{point.period}  {'':<{_WIDTH}}    --     no audit: {point.reason}"
    from auditor.core.score import claimed

    full, possible = round(score.floor * _WIDTH / 100), round(score.ceiling * _WIDTH / 100)
    bar = "█" * full + "░" * (possible - full)
    critical = f", {len(score.gate)} critical open" if score.gate else ""
    verdict = score.verdict.value.replace("_", " ").upper()
    return f"{point.period}  {bar:<{_WIDTH}} {claimed(score.floor):5.1f} %  {verdict}{critical}"


def _as_json(points: "tuple[TrendPoint, ...]") -> str:
    import json

    rows = [
        {
            "period": str(p.period),
            "reason": p.reason,
            "floor": p.score.floor if p.score else None,
            "ceiling": p.score.ceiling if p.score else None,
            "coverage": p.score.coverage if p.score else None,
            "verdict": p.score.verdict.value if p.score else None,
            "gate": [r.control.id for r in p.score.gate] if p.score else None,
        }
        for p in points
    ]
    return json.dumps({"schema": "trend-v1", "quarters": rows}, indent=2, ensure_ascii=False)
