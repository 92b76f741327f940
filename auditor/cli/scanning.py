"""What `scan` and `run` share: the facts to search for, the means, and how a check ends."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.command import parse_specs
from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console, use_colour
from auditor.core.errors import ConfigurationError
from auditor.core.status import FindingStatus, Severity

if TYPE_CHECKING:
    from auditor.confidential import Facts
    from auditor.core.agency import Agency
    from auditor.core.match import TextSearcher
    from auditor.report.baseline import Baseline, Compared, Marks
    from auditor.report.scan_view import ScanFacts
    from auditor.scan.crew import Wanted
    from auditor.scan.run import Means, ScanOutcome


def means_of(args: argparse.Namespace, folder: Path | None = None) -> "Means":
    """Workers and memory as the options say; memories are kept in `folder` unless --memory names another."""
    from auditor.scan.remember import Memories
    from auditor.scan.run import Means

    if args.memory == "-":
        if args.resume:
            raise ConfigurationError("--resume needs the memory that --memory - turns off")
        return Means(workers=args.workers, cluster=args.cluster or "")
    chosen = Path(args.memory) if args.memory else folder or _memory_folder()
    memories = Memories(chosen, full=args.full, resume=args.resume)
    return Means(args.workers, memories, args.cluster or "")


def _memory_folder() -> Path:
    """The workspace's, and outside of any workspace the user's own cache."""
    from platformdirs import user_cache_path

    from auditor.store.root import MEMORY_FOLDER, find_root

    root = find_root()
    return root / MEMORY_FOLDER if root else user_cache_path("agency-auditor") / "memory"


def wanted_for_scan(file: Path | None, agency: "Agency | None", console: Console) -> "Wanted":
    """What to search for: --facts, the environment, or the workspace, whose agency is `agency`.

    Raises ConfigurationError when none of them holds a fact.
    """
    from auditor.confidential import Facts
    from auditor.core.agency import Public
    from auditor.scan.crew import Wanted
    from auditor.store.facts_file import facts_at_hand, give_key
    from auditor.store.root import find_root
    from auditor.store.toml_files import read_table
    from auditor.workspace import CONFIDENTIAL_FILE

    root = find_root()
    if file is not None:
        facts = Facts.from_table(read_table(file)).keyed(os.environ)
    else:
        path = root / CONFIDENTIAL_FILE if root else None
        if path is not None:
            give_key(path)
        held = facts_at_hand(path)
        if held is None:
            raise ConfigurationError(
                "there is nothing to search for",
                "set AUDITOR_ADDRESS, AUDITOR_PHONES or AUDITOR_CONFIDENTIAL, or give --facts FILE",
            )
        facts = held
    tell_of_key(facts, console)
    wanted = Wanted(facts, agency.public if agency else Public())
    console.learn(wanted.searcher.mask)
    for label, weakness in facts.weaknesses():
        console.warn(f"{label}: {weakness}")
    return wanted


def tell_of_key(facts: "Facts", console: Console) -> None:
    """Say so when the ids of findings will not be the same next time."""
    if not facts.has_own_key:
        console.talk(
            "the ids of findings hold for this run only: set AUDITOR_FINGERPRINT_KEY to compare runs "
            "(make one with `openssl rand -hex 32`)",
            is_fixed=True,
        )


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
    import auditor
    from auditor.publish import render_scan
    from auditor.report.scan_view import ScanFacts

    facts = ScanFacts(exit_code=int(code), version=auditor.__version__)
    console.raw(render_scan(outcome, facts, searcher, "text", colour=colour))


def conclude(
    outcome: "ScanOutcome", wanted: "Wanted", args: argparse.Namespace, console: Console, *, fail_on: Severity
) -> ExitCode:
    """Write the result in every format asked for, and give the exit code."""
    from auditor.cli.coverage import coverage_lines
    from auditor.publish import render_scan

    outcome, facts = judge(outcome, wanted, args, fail_on)
    write_results(outcome, facts, wanted, args, console)
    if any(name == "github" for name, _ in parse_specs(args.format, args.output, "text")):
        add_summary(render_scan(outcome, facts, wanted.searcher, "md"), wanted.searcher)
    for line in coverage_lines(outcome):
        console.talk(line)
    return ExitCode(facts.exit_code)


def check_options(args: argparse.Namespace) -> None:
    """Refuse a format that there is not, or a baseline that cannot be read, before anything is visited."""
    from auditor.report.interface import SCAN_FORMATS, find_format

    for name, _ in parse_specs(args.format, args.output, "text"):
        find_format(name, SCAN_FORMATS)
    read_baseline_file(getattr(args, "baseline", None))


def judge(
    outcome: "ScanOutcome", wanted: "Wanted", args: argparse.Namespace, fail_on: Severity
) -> "tuple[ScanOutcome, ScanFacts]":
    """The result held against the baseline, and what there is to say of it: exit code, places, marks."""
    import auditor
    from auditor.report.scan_view import ScanFacts

    marks = marks_of(wanted)
    compared = against_baseline(outcome, getattr(args, "baseline", None), marks)
    outcome = replace(outcome, findings=compared.findings)
    facts = ScanFacts(
        exit_code=int(exit_code(outcome, fail_on, exit_zero=args.exit_zero)),
        version=auditor.__version__,
        fail_on=fail_on,
        show_places=places_shown(args),
        stale_baseline=compared.stale,
        baseline_fit=compared.fit,
        marks=marks,
        files=files_of(outcome, getattr(args, "target", [])),
    )
    return outcome, facts


def write_results(
    outcome: "ScanOutcome",
    facts: "ScanFacts",
    wanted: "Wanted",
    args: argparse.Namespace,
    console: Console,
    *,
    to_stdout: bool = True,
) -> None:
    """The result in every format asked for; without `to_stdout` only the files."""
    import sys

    from auditor.publish import publish, refuse_disclosure, render_scan

    for name, path in parse_specs(args.format, args.output, "text"):
        if path == "-" and not to_stdout:
            continue
        colour = path == "-" and use_colour(args.color, sys.stdout)
        data = render_scan(outcome, facts, wanted.searcher, name, colour=colour)
        if path == "-":
            refuse_disclosure(f"result.{name}", data, wanted.searcher)
            console.raw(data)
        else:
            publish(Path(path), data, wanted.searcher)
            console.talk(f"wrote {path}")


def add_summary(data: bytes, searcher: "TextSearcher") -> None:
    """Add to the step's summary page, where GitHub names one: its log shows ten annotations only."""
    from auditor.publish import refuse_disclosure
    from auditor.store.files import unwritable

    path = Path(os.environ.get("GITHUB_STEP_SUMMARY", ""))
    if not path.name:
        return
    refuse_disclosure("summary.md", data, searcher)
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise unwritable(path, error) from None


def files_of(outcome: "ScanOutcome", targets: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each finding's address with the file below a target that has it, for services that annotate files."""
    roots = [Path(target) for target in targets if "://" not in target and Path(target).is_dir()]
    pairs = []
    for url in dict.fromkeys(finding.url for finding in outcome.findings):
        found = next((root / url for root in roots if url and (root / url).is_file()), None)
        if found is None and url in targets and Path(url).is_file():
            found = Path(url)
        if found is not None:
            pairs.append((url, os.path.relpath(found)))
    return tuple(pairs)


def marks_of(wanted: "Wanted") -> "Marks":
    """What this check's fingerprints are made with."""
    from auditor.report.baseline import Marks

    return Marks(wanted.fingerprints.key_mark, wanted.fingerprints.facts_mark)


def read_baseline_file(path: str | None) -> "Baseline | None":
    """What the file accepts; None without one. Raises ConfigurationError when it is none."""
    from auditor.report.baseline import read_baseline

    if not path:
        return None
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read the baseline {path}: {error.strerror}") from None
    return read_baseline(data, Path(path).name)


def against_baseline(outcome: "ScanOutcome", path: str | None, marks: "Marks") -> "Compared":
    """The findings with what the baseline accepts marked, and the baseline's entries that were not found."""
    from auditor.report.baseline import Compared, apply_baseline

    accepted = read_baseline_file(path)
    if accepted is None:
        return Compared(outcome.findings, ())
    return apply_baseline(outcome.findings, accepted, marks)


def places_shown(args: argparse.Namespace) -> bool:
    """Whether the output may say where findings stand, by what was asked and where this runs."""
    from auditor.report.places import decide_places

    asked = True if getattr(args, "show_places", False) else None
    return decide_places(os.environ, False if getattr(args, "hide_places", False) else asked).shown
