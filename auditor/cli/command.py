"""What a command is, and the options that several commands share."""

import argparse
import difflib
import math
import os
import re
from pathlib import Path
from typing import Any, NoReturn, Protocol

from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

_OPTION = re.compile(r"--?[a-z][a-z-]{0,30}\d?(?:=|$)")
_QUOTING = re.compile(r"invalid choice|invalid \w+ value|ignored explicit argument")
_CHOICE = re.compile(r"argument (.+?): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)
_GIVEN = re.compile(r"(--?[a-z-]+)=.*(?= could match )")


class Command(Protocol):
    """One subcommand: `name`, one line of `help`, its options, and what it does."""

    name: str
    help: str

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        ...

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Do it and give the exit code. Raises AuditorError for what the user can mend."""
        ...


class EnvironmentDefaults(argparse.ArgumentParser):
    """A parser whose long options take their default from AUDITOR_<OPTION>, so CI can set them."""

    def parse_known_args(self, *arguments: Any, **options: Any) -> Any:
        """As in argparse; the variable is named after the first long option that takes one value."""
        for action in self._actions:
            variable = variable_of(action)
            value = os.environ.get(variable, "") if variable else ""
            if value:
                action.default = self._from_environment(action, variable, value)
        return super().parse_known_args(*arguments, **options)

    def error(self, message: str) -> NoReturn:
        """End with 2 and one line: what is wrong, what was probably meant, where to read on.

        What was typed is not repeated: it may be an address in the wrong place.
        """
        self.exit(2, f"auditor: {plain(message)} (see `{self.prog} --help`)\n")

    def _from_environment(self, action: argparse.Action, variable: str, value: str) -> Any:
        if isinstance(action, argparse._StoreTrueAction):  # noqa: SLF001 - argparse names it no other way
            return value.strip().casefold() not in ("", "0", "false", "no")
        if action.choices is not None and value not in action.choices:
            known = ", ".join(str(choice) for choice in action.choices)
            self.error(f"{variable}: choose from {known}")
        if not callable(action.type):
            return value
        try:
            return action.type(value)
        except (ValueError, argparse.ArgumentTypeError):
            self.error(f"{variable}: not a usable value")


def plain(message: str) -> str:
    """argparse's `message` without the values it quotes; for a wrong choice, the nearest known word."""
    head, unknown, words = message.partition("unrecognized arguments: ")
    if unknown:
        options = [word.partition("=")[0] for word in words.split() if _OPTION.match(word)]
        return f"{head}{unknown}{' '.join(options)}" if options else f"{head}more words than it takes"
    if found := _CHOICE.fullmatch(message):
        name, given, listed = found.groups()
        known = [word.strip().strip("'") for word in listed.split(",")]
        close = difflib.get_close_matches(given, known, n=1)
        return f"{name}: no such choice; " + (
            f"did you mean {close[0]}?" if close else f"choose from {', '.join(known)}"
        )
    quoting = _QUOTING.search(message)
    shown = message[: quoting.end()] if quoting else _GIVEN.sub(r"\1", message)
    return shown.removeprefix("argument ")


def variable_of(action: argparse.Action) -> str:
    """The environment variable of an option, "" for one that has none."""
    simple = isinstance(action, (argparse._StoreAction, argparse._StoreTrueAction))  # noqa: SLF001 - as above
    longs = [name for name in action.option_strings if name.startswith("--")]
    return f"AUDITOR_{longs[0][2:].upper().replace('-', '_')}" if simple and longs else ""


def add_output(parser: argparse.ArgumentParser, formats: str, default: str) -> None:
    """The options that say what is written where."""
    parser.add_argument(
        "-f",
        "--format",
        action="append",
        metavar="FORMAT[:PATH]",
        help=f"{formats} (default: {default}); repeat it to write several",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="write there instead of standard output (-)")


def add_period(parser: argparse.ArgumentParser) -> None:
    """The option that names a quarter."""
    parser.add_argument(
        "--period", metavar="QUARTER", help="the quarter, like 2026-Q4 (default: the current one)"
    )


def add_taking_back(parser: argparse.ArgumentParser) -> None:
    """Who takes back what was done, and why: the ledger keeps both, and what was done."""
    parser.add_argument("--by", required=True, metavar="NAME", help="who takes it back")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; kept in the ledger for good")


def percentage(text: str) -> float:
    """A number with or without a percent sign; one over 100 asks for more than any audit can reach."""
    try:
        number = float(text.strip().removesuffix("%"))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError("not a percentage, as in 75")
    return number


def add_gate(parser: argparse.ArgumentParser) -> None:
    """The options that decide the exit code of an audit."""
    parser.add_argument(
        "--min-score", type=percentage, metavar="PERCENT", help="exit 1 when the floor is below this"
    )
    parser.add_argument(
        "--exit-zero", action="store_true", help="exit 0 in place of 1 and 4; never of 2, 3 or 5"
    )


def add_pipeline(parser: argparse.ArgumentParser) -> None:
    """The options for build pipelines: what was accepted before, and whether the output says where."""
    parser.add_argument(
        "--baseline", metavar="FILE", help="an earlier json result; what it lists does not fail"
    )
    add_places(parser)


def add_places(parser: argparse.ArgumentParser) -> None:
    """The options that say whether the output tells where findings stand."""
    places = parser.add_mutually_exclusive_group()
    places.add_argument(
        "--show-places",
        action="store_true",
        help="say where findings stand even in a pipeline that others may read",
    )
    places.add_argument("--hide-places", action="store_true", help="never say where findings stand")


def add_crawl(parser: argparse.ArgumentParser) -> None:
    """How far, how politely and with what means a website is read."""
    _add_reach(parser)
    _add_manners(parser)
    _add_means(parser)


def _add_reach(parser: argparse.ArgumentParser) -> None:
    reach = parser.add_argument_group("reach of a website check")
    reach.add_argument("--subdomains", action="store_true", help="every subdomain of the site as well")
    reach.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATH",
        help="leave out paths like this (* is anything); repeat it",
    )
    reach.add_argument(
        "--robots",
        choices=("obey", "ignore"),
        help="what robots.txt keeps crawlers from (default: obey; ignore on the agency's own websites)",
    )
    reach.add_argument(
        "--render",
        action="store_true",
        help="have an installed Chromium build pages with scripts (extra render)",
    )
    limits = parser.add_argument_group("limits (what they cut off is reported as unchecked)")
    limits.add_argument("--max-pages", type=int, metavar="N", help="pages and files (default: 10,000)")
    limits.add_argument("--max-depth", type=int, metavar="N", help="links from the start page (100)")
    limits.add_argument("--max-bytes", type=int, metavar="N", help="bytes in all (4 GB)")
    limits.add_argument("--max-body", type=int, metavar="N", help="bytes of one page or file (32 MB)")
    limits.add_argument("--max-seconds", type=float, metavar="S", help="time in all (3,600)")


def _add_manners(parser: argparse.ArgumentParser) -> None:
    manners = parser.add_argument_group("manners")
    manners.add_argument("--connections", type=int, metavar="N", help="connections at a time (4)")
    manners.add_argument("--delay", type=float, metavar="S", help="pause between requests (0)")
    manners.add_argument("--contact", metavar="TEXT", help="how a webmaster reaches you, for the User-Agent")
    manners.add_argument("--user-agent", metavar="TEXT", help="another User-Agent altogether")
    manners.add_argument(
        "--allow-private", action="store_true", help="the target's name may lead to a private network address"
    )


def _add_means(parser: argparse.ArgumentParser) -> None:
    again = parser.add_argument_group("a site that was read before")
    how = again.add_mutually_exclusive_group()
    how.add_argument("--full", action="store_true", help="read everything again, changed or not")
    how.add_argument("--resume", action="store_true", help="go on where an interrupted run ended")
    again.add_argument(
        "--memory",
        metavar="FOLDER",
        help="where what is known of a site is kept (default: in the workspace, else the cache; -: nowhere)",
    )
    work = parser.add_argument_group("work")
    work.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help="processes that read documents (default: one a core, 0: none)",
    )
    work.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="read on the Dask cluster with this scheduler, such as tls://host:8786 (extra cluster)",
    )


def parse_specs(formats: list[str] | None, output: str | None, default: str) -> list[tuple[str, str]]:
    """Pairs of format and path from `-f FORMAT[:PATH]` and `-o`; "-" is standard output.

    Without `-f`, AUDITOR_FORMAT may name formats, separated by spaces. Raises ConfigurationError when one
    file would be written twice.
    """
    specs: list[tuple[str, str]] = []
    for entry in formats or os.environ.get("AUDITOR_FORMAT", "").split() or [default]:
        name, _, path = entry.partition(":")
        specs.append((name, path or output or "-"))
    paths = [Path(path).absolute() for _, path in specs if path != "-"]
    for file in paths:
        if paths.count(file) > 1:
            raise ConfigurationError(
                f"two formats would be written to {file.name}", "give each its own: -f FORMAT:PATH"
            )
    return specs
