"""The shape of a report format, and the lists of those there are."""

import importlib
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from auditor.core.errors import ConfigurationError

View_contra = TypeVar("View_contra", contravariant=True)


class Format(Protocol[View_contra]):
    """Turns a finished view into the bytes of one file. It adds layout and escaping, never wording.

    `name` is what the user asks for, `extension` the file's ending without the dot; `binary` formats
    cannot be printed to a terminal.
    """

    name: str
    extension: str
    binary: bool

    def render(self, view: View_contra) -> bytes:
        """The complete file."""
        ...


@dataclass(frozen=True, slots=True)
class FormatEntry:
    """A format that can be had, known before its module is imported.

    `extra` names the optional dependency group that it needs, `needs` the module that group installs.
    """

    name: str
    extension: str
    place: str
    binary: bool = False
    extra: str = ""
    needs: str = ""
    says: str = ""

    def load(self) -> Any:
        """The format, ready to render. Raises ConfigurationError when its extra is not installed."""
        if self.needs and importlib.util.find_spec(self.needs) is None:
            raise ConfigurationError(
                f"the format {self.name} needs an extra that is not installed",
                f"pip install 'agency-auditor[{self.extra}]'",
            )
        module, _, attribute = self.place.partition(":")
        return getattr(importlib.import_module(module), attribute)()


AUDIT_FORMATS: tuple[FormatEntry, ...] = (
    FormatEntry("text", "txt", "auditor.report.text_audit:AuditText", says="for a terminal or a mail"),
    FormatEntry("md", "md", "auditor.report.markdown:AuditMarkdown", says="Markdown, for a wiki"),
    FormatEntry("html", "html", "auditor.report.html:AuditHtml", says="one file to hand to a board"),
    FormatEntry(
        "pdf",
        "pdf",
        "auditor.report.pdf:AuditPdf",
        binary=True,
        extra="pdf",
        needs="typst",
        says="tagged PDF, for printing",
    ),
    FormatEntry(
        "docx",
        "docx",
        "auditor.report.docx:AuditDocx",
        binary=True,
        extra="docx",
        needs="docx",
        says="Word, for those who must edit",
    ),
    FormatEntry("json", "json", "auditor.report.audit_json:AuditJson", says="audit-v1, for programs"),
    FormatEntry(
        "oscal", "oscal.json", "auditor.report.oscal:AuditOscal", says="OSCAL 1.1.3 assessment results"
    ),
    FormatEntry(
        "oscal-poam", "oscal.json", "auditor.report.oscal:ActionsOscal", says="OSCAL 1.1.3 action plan"
    ),
    FormatEntry("csv", "csv", "auditor.report.tables:ControlsCsv", says="controls, for a spreadsheet"),
    FormatEntry("csv-actions", "csv", "auditor.report.tables:ActionsCsv", says="corrective actions"),
    FormatEntry("csv-findings", "csv", "auditor.report.tables:FindingsCsv", says="findings"),
)
"""Formats of the audit report, in the order they are offered."""

SCAN_FORMATS: tuple[FormatEntry, ...] = (
    FormatEntry("text", "txt", "auditor.report.text_scan:ScanText", says="for people"),
    FormatEntry("json", "json", "auditor.report.scan_json:ScanJson", says="json-v1, for programs"),
    FormatEntry("sarif", "sarif", "auditor.report.sarif:ScanSarif", says="SARIF 2.1.0, for code scanning"),
    FormatEntry("junit", "xml", "auditor.report.junit:ScanJunit", says="JUnit XML, for build servers"),
    FormatEntry("github", "txt", "auditor.report.hosts:ScanGithub", says="annotations in a GitHub log"),
    FormatEntry("gitlab", "json", "auditor.report.hosts:ScanGitlab", says="GitLab code quality"),
    FormatEntry("md", "md", "auditor.report.markdown_scan:ScanMarkdown", says="Markdown, for a summary"),
    FormatEntry("csv", "csv", "auditor.report.tables:ScanCsv", says="findings, for a spreadsheet"),
)
"""Formats of the website check, in the order they are offered."""

_ALIASES = {"json-v1": "json", "txt": "text", "markdown": "md", "audit-v1": "json"}


def find_format(name: str, formats: Iterable[FormatEntry]) -> FormatEntry:
    """The format called `name`. Raises ConfigurationError that lists those there are."""
    wanted = _ALIASES.get(name.casefold(), name.casefold())
    every = tuple(formats)
    for entry in every:
        if entry.name == wanted:
            return entry
    known = ", ".join(entry.name for entry in every)
    raise ConfigurationError(f"there is no format “{name}” here", f"choose from {known}")
