"""The subcommands, one module each, in the order that help shows them."""

from auditor.cli.command import Command
from auditor.cli.commands.action import ActionCommand
from auditor.cli.commands.answer import AnswerCommand
from auditor.cli.commands.audit import AuditCommand
from auditor.cli.commands.calendar import CalendarCommand
from auditor.cli.commands.checks import ChecksCommand
from auditor.cli.commands.demo import DemoCommand
from auditor.cli.commands.diff import DiffCommand
from auditor.cli.commands.evidence import EvidenceCommand
from auditor.cli.commands.init import InitCommand
from auditor.cli.commands.profile import ProfileCommand
from auditor.cli.commands.report import ReportCommand
from auditor.cli.commands.rollup import RollupCommand
from auditor.cli.commands.rule import RuleCommand
from auditor.cli.commands.run import RunCommand
from auditor.cli.commands.scan import ScanCommand
from auditor.cli.commands.score import ScoreCommand
from auditor.cli.commands.serve import ServeCommand
from auditor.cli.commands.sign import SignCommand
from auditor.cli.commands.trend import TrendCommand
from auditor.cli.commands.verify import VerifyCommand
from auditor.cli.commands.waiver import WaiverCommand

COMMANDS: tuple[Command, ...] = (
    DemoCommand(),
    InitCommand(),
    AuditCommand(),
    ServeCommand(),
    AnswerCommand(),
    RunCommand(),
    RuleCommand(),
    ScanCommand(),
    ScoreCommand(),
    ReportCommand(),
    ActionCommand(),
    WaiverCommand(),
    EvidenceCommand(),
    DiffCommand(),
    TrendCommand(),
    SignCommand(),
    VerifyCommand(),
    CalendarCommand(),
    RollupCommand(),
    ProfileCommand(),
    ChecksCommand(),
)
