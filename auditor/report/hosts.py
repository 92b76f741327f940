"""Formats for code hosts: GitHub annotations and GitLab code quality."""

import json

from auditor.core.status import FindingStatus, Severity
from auditor.report.common import FindingRow
from auditor.report.sarif import line_of, relative_uri
from auditor.report.scan_view import ScanView

ANNOTATIONS_SHOWN = 10
"""GitHub shows ten annotations of a step; the rest is in the summary."""

_GITHUB = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
    Severity.INFO: "notice",
}
_GITLAB = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
    Severity.INFO: "info",
}


class ScanGithub:
    """Workflow commands for the log of a GitHub action. Nothing in them can start a command of its own."""

    name = "github"
    extension = "txt"
    binary = False

    def render(self, view: ScanView) -> bytes:
        """The gravest findings, then what was not examined, then how the check ended."""
        shown = view.open[:ANNOTATIONS_SHOWN]
        if len(view.open) > ANNOTATIONS_SHOWN or view.unchecked:
            shown = view.open[: ANNOTATIONS_SHOWN - 1]
        lines = [_annotation(f, view.file_of(f.url)) for f in shown]
        rest = []
        if len(view.open) > len(shown):
            rest.append(f"{len(view.open) - len(shown)} more findings, see the summary")
        if view.unchecked:
            rest.append(f"{len(view.unchecked)} not examined, which is never a pass")
        if rest:
            lines.append(f"::warning title=auditor::{data('; '.join(rest))}")
        lines.append(_inert(f"{view.verdict}: {view.summary}"))
        lines.append(_inert(view.last_line))
        return ("\n".join(lines) + "\n").encode()


def _annotation(finding: FindingRow, file: str) -> str:
    title = f"{finding.title} ({finding.severity.value})"
    properties = [f"title={_property(title)}"]
    if file:
        properties = [f"file={_property(file)}", f"line={line_of(finding)}", *properties]
    said = ". ".join(part for part in (finding.what, finding.url, finding.place, f"id {finding.id}") if part)
    return f"::{_GITHUB[finding.severity]} {','.join(properties)}::{data(said)}"


def data(text: str) -> str:
    """`text` as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    """A plain log line. A command starts a line with `::` or `##[`; here every line starts with a word."""
    return f"auditor: {' '.join(text.split())}"


class ScanGitlab:
    """GitLab's code quality report."""

    name = "gitlab"
    extension = "json"
    binary = False

    def render(self, view: ScanView) -> bytes:
        """The open findings. An empty list when there are none, as GitLab expects."""
        entries = [
            {
                "description": f"{finding.title}: {finding.what}",
                "check_name": finding.check,
                "fingerprint": finding.id,
                "severity": _GITLAB[finding.severity],
                "location": {
                    "path": relative_uri(view.file_of(finding.url) or finding.url),
                    "lines": {"begin": line_of(finding)},
                },
            }
            for finding in view.findings
            if finding.status is FindingStatus.OPEN
        ]
        return (json.dumps(entries, indent=2, ensure_ascii=False) + "\n").encode()
