"""Many agencies in one table, from exported and masked reports alone. No address is ever needed for it."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.core.errors import ConfigurationError
from auditor.core.score import Verdict


class _Figures(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    floor: float = Field(ge=0, le=100)
    ceiling: float = Field(ge=0, le=100)
    coverage: float = Field(ge=0, le=100)
    verdict: Verdict
    gate: tuple[str, ...] = ()


class Exported(BaseModel):
    """What a rollup reads of an exported report (`audit-v1`); it looks at nothing else."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    agency: str
    period: str
    score: _Figures


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency. With several reports, one for each site, the worst decides and counts are added."""

    agency: str
    period: str
    reports: int
    verdict: Verdict
    floor: float
    coverage: float
    critical: tuple[str, ...]


def read_exported(table: Mapping[str, Any], name: str) -> Exported:
    """The figures of an exported report. Raises ConfigurationError, naming the file, for anything else."""
    if table.get("schema") != "audit-v1":
        raise ConfigurationError(
            f"{name} is not an exported audit report (audit-v1)", "make one with `auditor report -f json`"
        )
    try:
        return Exported.model_validate(table)
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise ConfigurationError(f"{name}: “{key}” is missing or not usable") from None


def rollup(reports: Iterable[Exported]) -> tuple[AgencyRow, ...]:
    """One row for each agency and quarter, those that need help first."""
    groups: dict[tuple[str, str], list[Exported]] = defaultdict(list)
    for report in reports:
        groups[report.agency, report.period].append(report)
    rows = [_row(agency, period, held) for (agency, period), held in groups.items()]
    return tuple(sorted(rows, key=lambda r: (r.verdict is Verdict.MET, -len(r.critical), r.floor, r.agency)))


def _row(agency: str, period: str, reports: list[Exported]) -> AgencyRow:
    met = all(r.score.verdict is Verdict.MET for r in reports)
    return AgencyRow(
        agency=agency,
        period=period,
        reports=len(reports),
        verdict=Verdict.MET if met else Verdict.NOT_MET,
        floor=min(r.score.floor for r in reports),
        coverage=min(r.score.coverage for r in reports),
        critical=tuple(sorted({control for r in reports for control in r.score.gate})),
    )


def as_text(rows: Iterable[AgencyRow]) -> str:
    """The table for a person."""
    lines = [f"{'Agency':<36} {'Quarter':<8} {'Verdict':<8} {'Floor':>7} {'Decided':>8}  Open critical"]
    for row in rows:
        verdict = row.verdict.value.replace("_", " ").upper()
        sites = f" ({row.reports} reports)" if row.reports > 1 else ""
        lines.append(
            f"{_plain(row.agency + sites)[:36]:<36} {_plain(row.period):<8} {verdict:<8} {row.floor:5.1f} % "
            f"{row.coverage:6.0f} %  {_plain(', '.join(row.critical)) or 'none'}"
        )
    return "\n".join(lines)


def as_json(rows: Iterable[AgencyRow]) -> str:
    """The table for a program."""
    agencies = [{**asdict(row), "verdict": row.verdict.value} for row in rows]
    return json.dumps({"schema": "rollup-v1", "agencies": agencies}, indent=2, ensure_ascii=False)


def as_csv(rows: Iterable[AgencyRow]) -> str:
    """The table for a spreadsheet; a text that would run as a formula there is made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["agency", "quarter", "reports", "verdict", "floor", "coverage", "open_critical"])
    for row in rows:
        texts = [_cell(row.agency), _cell(row.period), row.reports, row.verdict.value]
        writer.writerow([*texts, row.floor, row.coverage, _cell(" ".join(row.critical))])
    return out.getvalue()


def _plain(text: str) -> str:
    """A report comes from elsewhere: nothing in it may steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _cell(text: str) -> str:
    plain = _plain(text)
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@") else plain
