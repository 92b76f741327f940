"""`auditor answer`: answer a control without the terminal face."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.command import add_period
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError
from auditor.core.status import Status

if TYPE_CHECKING:
    from auditor.core.record import Sample

_WORDS = {
    "met": Status.MET,
    "yes": Status.MET,
    "partial": Status.PARTIAL,
    "partly": Status.PARTIAL,
    "unmet": Status.UNMET,
    "no": Status.UNMET,
    "na": Status.NOT_APPLICABLE,
    "n/a": Status.NOT_APPLICABLE,
    "not_applicable": Status.NOT_APPLICABLE,
    "unanswered": Status.UNANSWERED,
}


class AnswerCommand:
    """Saves one answer."""

    name = "answer"
    help = "answer one control: met, partial, unmet, na (with --note), unanswered"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("control", metavar="CONTROL", help="id, as in LOC-01")
        parser.add_argument("status", metavar="STATUS", choices=tuple(_WORDS), help=", ".join(_WORDS))
        parser.add_argument("--note", default="", metavar="TEXT", help="what you saw; for n/a the reason")
        parser.add_argument(
            "--evidence",
            action="append",
            default=[],
            metavar="TEXT",
            help="a file to keep a copy of, a link, or a note of what supports it",
        )
        parser.add_argument(
            "--by", default="", metavar="NAME", help="who answers (without it, met counts as partial)"
        )
        parser.add_argument(
            "--verified-by",
            default="",
            metavar="NAME",
            help="a second person who looked; for critical controls",
        )
        parser.add_argument("--sample", metavar="n/N", help="how many of how many looked at were right")
        add_period(parser)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Save it and say what it counts as."""
        from auditor.core.answers import NewAnswer
        from auditor.core.victim_data import warning
        from auditor.workspace import Workspace
        from auditor.workspace.casework import Casework

        workspace = Workspace.discover()
        period = workspace.written(args.period)
        control = workspace.control(args.control)
        sample = parse_sample(args.sample)
        said, files = _apart(args.evidence)
        kept = [Casework(workspace.at(period)).attach_file(control.id, path) for path in files]
        workspace.answer(
            NewAnswer(
                control=control.id,
                status=_WORDS[args.status],
                note=args.note,
                by=args.by,
                verified_by=args.verified_by,
                evidence=tuple(workspace.evidence_from(text) for text in said),
                sample=sample,
            ),
            period,
        )
        result = workspace.assessment(period).result(control.id)
        for word in (*warning([args.note, *said]), *(word for one in kept for word in one.words)):
            console.warn(word)
        tail = f" ({result.reason})" if result.reason else ""
        console.talk(f"{control.id} saved; it counts as {result.status.value}{tail}")
        return 0


def _apart(given: list[str]) -> tuple[list[str], list[Path]]:
    """What was given as evidence: words and links, and the files among it.

    Raises ConfigurationError for what can only be the name of a file that is not there: kept as a note it
    would look like evidence and prove nothing.
    """
    from auditor.store.evidence import named_file, names_missing_file

    said: list[str] = []
    files: list[Path] = []
    for text in given:
        if path := named_file(text):
            files.append(path)
        elif names_missing_file(text):
            raise ConfigurationError(
                f"there is no file {text}", "give its path, or say in words what was seen"
            )
        else:
            said.append(text)
    return said, files


def parse_sample(text: str | None) -> "Sample | None":
    """The sample that "9/12" writes. Raises ConfigurationError when it is not of that form."""
    from auditor.core.record import Sample

    if not text:
        return None
    found = re.fullmatch(r"\s*(\d+)\s*(?:/|of)\s*(\d+)\s*", text)
    if not found or not 0 <= int(found[1]) <= int(found[2]) or not int(found[2]):
        raise ConfigurationError(f"“{text}” is not a sample", "write it like 9/12")
    return Sample(good=int(found[1]), size=int(found[2]))
