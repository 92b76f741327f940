"""`auditor rollup`: many agencies in one table, from exported reports."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.core.rollup import Exported


class RollupCommand:
    """A table for a coalition that receives exported, masked reports and nothing else."""

    name = "rollup"
    help = "a table of agencies from exported JSON reports (exit 1 while one is not met, 4 with a critical)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("reports", nargs="+", type=Path, metavar="REPORT.json", help="audit-v1 files")
        parser.add_argument("-f", "--format", choices=("text", "json", "csv"), default="text", help="form")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Read and show."""
        from auditor.core.rollup import as_csv, as_json, as_text, rollup
        from auditor.core.score import Verdict

        rows = rollup(_read(path) for path in args.reports)
        console.data({"text": as_text, "json": as_json, "csv": as_csv}[args.format](rows))
        if any(row.critical for row in rows):
            return ExitCode.GATE
        return ExitCode.MET if all(r.verdict is Verdict.MET for r in rows) else ExitCode.NOT_MET


def _read(path: Path) -> "Exported":
    import json

    from auditor.core.rollup import read_exported

    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror}") from None
    except ValueError:
        raise ConfigurationError(f"{path.name} is not JSON") from None
    return read_exported(table if isinstance(table, dict) else {}, path.name)
