"""The subcommands, one module each, in the order that help shows them."""

from auditor.cli.command import Command
from auditor.cli.commands.answer import AnswerCommand
from auditor.cli.commands.audit import AuditCommand
from auditor.cli.commands.checks import ChecksCommand
from auditor.cli.commands.demo import DemoCommand
from auditor.cli.commands.init import InitCommand
from auditor.cli.commands.profile import ProfileCommand
from auditor.cli.commands.report import ReportCommand
from auditor.cli.commands.rule import RuleCommand
from auditor.cli.commands.run import RunCommand
from auditor.cli.commands.scan import ScanCommand
from auditor.cli.commands.score import ScoreCommand

COMMANDS: tuple[Command, ...] = (
    DemoCommand(),
    InitCommand(),
    AuditCommand(),
    AnswerCommand(),
    RunCommand(),
    RuleCommand(),
    ScanCommand(),
    ScoreCommand(),
    ReportCommand(),
    ProfileCommand(),
    ChecksCommand(),
)
