"""What `scan` and `run` share: the facts to search for, the limits, and how a check ends."""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.command import parse_specs
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console, use_colour
from auditor.core.errors import ConfigurationError
from auditor.core.status import FindingStatus, Severity

if TYPE_CHECKING:
    from auditor.collect.options import CrawlOptions
    from auditor.core.match import TextSearcher
    from auditor.crew import Wanted
    from auditor.report.baseline import Compared, Marks
    from auditor.report.scan_view import ScanFacts
    from auditor.scan import ScanOutcome

_LIMITS = ("max_pages", "max_depth", "max_bytes", "max_seconds", "connections", "delay")


def crawl_options(args: argparse.Namespace, *, own_site: bool = False) -> "CrawlOptions":
    """The limits that the user gave; the collector's own defaults for the rest.

    On the agency's own site robots.txt does not keep pages from the check: what it disallows is
    public all the same. On any other site it is obeyed, and what it kept away is unchecked.
    """
    from auditor.collect.options import CrawlOptions

    given = {name: value for name in _LIMITS if (value := getattr(args, name)) is not None}
    for name, value in given.items():
        if value < 0 or (value == 0 and name != "delay"):
            raise ConfigurationError(f"--{name.replace('_', '-')} must be more than 0")
    return CrawlOptions(obey_robots=not own_site, render=args.render, **given)


def wanted_for_scan(file: Path | None, console: Console) -> "tuple[Wanted, tuple[str, ...]]":
    """What to search for, and the agency's own websites: --facts, the environment, or the workspace.

    Raises ConfigurationError when none of them holds a fact.
    """
    from auditor.confidential import Facts
    from auditor.core.agency import Agency, Public
    from auditor.crew import Wanted
    from auditor.store.facts_file import read_facts
    from auditor.store.root import AGENCY_FILE, find_root
    from auditor.store.toml_files import parse_table, read_model, read_table
    from auditor.workspace import CONFIDENTIAL_FILE

    root = find_root()
    agency = read_model(Agency, root / AGENCY_FILE) if root else None
    if file is not None:
        facts = Facts.from_table(read_table(file))
    elif any(os.environ.get(f"AUDITOR_{name}") for name in ("CONFIDENTIAL", "ADDRESS", "PHONES")):
        text = os.environ.get("AUDITOR_CONFIDENTIAL", "")
        facts = Facts.from_environment(parse_table(text, "AUDITOR_CONFIDENTIAL"), os.environ)
    elif root is not None and (root / CONFIDENTIAL_FILE).exists():
        facts = read_facts(root / CONFIDENTIAL_FILE)
    else:
        raise ConfigurationError(
            "there is nothing to search for",
            "set AUDITOR_ADDRESS, AUDITOR_PHONES or AUDITOR_CONFIDENTIAL, or give --facts FILE",
        )
    facts = facts.keyed(os.environ)
    if not facts.has_own_key:
        console.talk(
            "the ids of findings hold for this run only: set AUDITOR_FINGERPRINT_KEY to compare runs "
            "(make one with `openssl rand -hex 32`)"
        )
    for label, weakness in facts.weaknesses():
        console.warn(f"{label}: {weakness}")
    public = agency.public if agency else Public()
    return Wanted(facts, public), agency.websites if agency else ()


def exit_code(outcome: "ScanOutcome", fail_on: Severity, *, exit_zero: bool) -> ExitCode:
    """The exit code of a check. A leak outranks inconclusive; nothing read is never a pass."""
    leak = any(f.severity.at_least(fail_on) and f.status is FindingStatus.OPEN for f in outcome.findings)
    if leak and not exit_zero:
        return ExitCode.NOT_MET
    return ExitCode.MET if outcome.conclusive() else ExitCode.INCONCLUSIVE


def show_scan(
    outcome: "ScanOutcome", searcher: "TextSearcher", code: ExitCode, console: Console, *, colour: bool
) -> None:
    """Print the result as text."""
    from auditor.publish import render_scan

    console.raw(render_scan(outcome, _facts(code, Severity.MEDIUM), searcher, "text", colour=colour))


def conclude(
    outcome: "ScanOutcome",
    wanted: "Wanted",
    args: argparse.Namespace,
    console: Console,
    *,
    fail_on: Severity,
) -> ExitCode:
    """Write the result in every format asked for, and give the exit code."""
    import sys

    from auditor.publish import publish, refuse_disclosure, render_scan

    marks = marks_of(wanted)
    compared = against_baseline(outcome, getattr(args, "baseline", None), marks)
    outcome = replace(outcome, findings=compared.findings)
    code = exit_code(outcome, fail_on, exit_zero=args.exit_zero)
    facts = replace(
        _facts(code, fail_on, show_places=places_shown(args)),
        stale_baseline=compared.stale,
        baseline_fit=compared.fit,
        marks=marks,
    )
    for name, path in parse_specs(args.format, args.output, "text"):
        colour = path == "-" and use_colour(args.color, sys.stdout)
        data = render_scan(outcome, facts, wanted.searcher, name, colour=colour)
        if path == "-":
            refuse_disclosure(f"result.{name}", data, wanted.searcher)
            console.raw(data)
        else:
            publish(Path(path), data, wanted.searcher)
            console.talk(f"wrote {path}")
    return code


def marks_of(wanted: "Wanted") -> "Marks":
    """What this check's fingerprints are made with."""
    from auditor.report.baseline import Marks

    return Marks(wanted.fingerprints.key_mark, wanted.fingerprints.facts_mark)


def against_baseline(outcome: "ScanOutcome", path: str | None, marks: "Marks") -> "Compared":
    """The findings with what the baseline accepts marked, and the baseline's entries that were not found."""
    from auditor.report.baseline import Compared, apply_baseline, read_baseline

    if not path:
        return Compared(outcome.findings, ())
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read the baseline {path}: {error.strerror}") from None
    return apply_baseline(outcome.findings, read_baseline(data, Path(path).name), marks)


def places_shown(args: argparse.Namespace) -> bool:
    """Whether the output may say where findings stand, by what was asked and where this runs."""
    from auditor.report.places import decide_places

    asked = True if getattr(args, "show_places", False) else None
    return decide_places(os.environ, False if getattr(args, "hide_places", False) else asked).shown


def _facts(code: ExitCode, fail_on: Severity, *, show_places: bool = True) -> "ScanFacts":
    import auditor
    from auditor.report.scan_view import ScanFacts

    return ScanFacts(
        exit_code=int(code),
        version=auditor.__version__,
        fail_on=fail_on,
        show_places=show_places,
    )
