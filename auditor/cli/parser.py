"""The command line: one parser, one command object for each subcommand. Nothing heavy is loaded here."""

import argparse

import auditor
from auditor.cli.command import Command, EnvironmentDefaults
from auditor.cli.commands import COMMANDS

_EPILOG = """\
exit codes: 0 met or clear; 1 not compliant or a finding; 2 usage or configuration; 3 inconclusive;
4 critical gate failed; 5 integrity check failed; 130 interrupted.
Confidential facts come from confidential.toml, AUDITOR_CONFIDENTIAL, AUDITOR_ADDRESS or AUDITOR_PHONES,
never from the command line. Each long option has a variable: AUDITOR_<OPTION>."""


def build_parser() -> argparse.ArgumentParser:
    """The parser with every subcommand."""
    parser = EnvironmentDefaults(
        prog="auditor",
        description="Staff-safety protocol audit. Without a command: the audit of this workspace.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"auditor {auditor.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=EnvironmentDefaults)
    for command in COMMANDS:
        _add(commands, command)
    return parser


def _add(commands: "argparse._SubParsersAction[EnvironmentDefaults]", command: Command) -> None:
    sub = commands.add_parser(command.name, help=command.help, description=command.help)
    command.prepare(sub)
    talk = sub.add_mutually_exclusive_group()
    talk.add_argument("-q", "--quiet", action="store_true", help="no progress, no talk")
    talk.add_argument("-v", "--verbose", action="store_true", help="say more of what is done")
    sub.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="when to colour")
    sub.set_defaults(run=command.run)
