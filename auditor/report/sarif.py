"""SARIF 2.1.0 for code scanning services. Failing results only, as such services expect."""

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from auditor.core.status import FindingStatus, Severity
from auditor.report.common import FindingGroup, FindingRow
from auditor.report.scan_view import ScanView

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
NOWHERE = "place-withheld"
_LEVEL = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
# The bands that GitHub reads: over 9.0 critical, from 7.0 high, from 4.0 medium, below low.
_SECURITY_SEVERITY = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "2.0",
    Severity.INFO: "0.5",
}
_LINE = re.compile(r"\bline (\d{1,9})\b")


class ScanSarif:
    """SARIF 2.1.0."""

    name = "sarif"
    extension = "sarif"
    binary = False

    def render(self, view: ScanView) -> bytes:
        """The log file, indented, UTF-8."""
        shown = [f for f in view.findings if f.status is not FindingStatus.FIXED]
        run: dict[str, Any] = {
            "tool": {"driver": _driver(view)},
            "automationDetails": {"id": "auditor/website-check/"},
            "invocations": [_invocation(view)],
            "results": [_result(f, view) for f in shown],
        }
        if tokens := sorted({f"[{f.label}]" for f in shown}):
            run["redactionTokens"] = tokens
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        return (json.dumps(log, indent=2, ensure_ascii=False) + "\n").encode()


def _driver(view: ScanView) -> dict[str, Any]:
    return {
        "name": "auditor",
        "semanticVersion": view.version,
        "version": view.version,
        "rules": [_rule(group) for group in view.groups],
    }


def _rule(group: FindingGroup) -> dict[str, Any]:
    """One rule for each check. Its severity is that of its gravest finding: services read it from here."""
    worst = min((f.severity for f in group.findings), key=lambda s: s.rank)
    return {
        "id": group.check,
        "shortDescription": {"text": group.title},
        "fullDescription": {"text": group.title},
        "help": {"text": group.remedy or group.title},
        "defaultConfiguration": {"level": _LEVEL[worst]},
        "properties": {
            "security-severity": _SECURITY_SEVERITY[worst],
            "precision": "high",
            "tags": ["security", "privacy"],
        },
    }


def _invocation(view: ScanView) -> dict[str, Any]:
    invocation: dict[str, Any] = {
        "executionSuccessful": view.documents > 0,
        "exitCode": view.exit_code,
        "startTimeUtc": _utc(view.started.isoformat()),
        "endTimeUtc": _utc(view.finished.isoformat()),
    }
    if view.unchecked_groups:
        invocation["toolExecutionNotifications"] = [
            {
                "level": "warning",
                "message": {
                    "text": f"{u.total} not examined: {u.reason}" + (f": {u.where}" if u.where else "")
                },
            }
            for u in view.unchecked_groups
        ]
    return invocation


def _utc(stamp: str) -> str:
    from datetime import UTC, datetime

    return datetime.fromisoformat(stamp).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _result(finding: FindingRow, view: ScanView) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": _index(finding, view.groups),
        "kind": "fail",
        "level": _LEVEL[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding, view.file_of(finding.url) or finding.url)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.id}:1",
            "auditorFinding/v1": finding.id,
        },
        "properties": {
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "grade": finding.grade.value,
        },
    }
    if finding.status is not FindingStatus.OPEN:
        result["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": ": ".join(filter(None, (finding.status_word, finding.ruling_note))),
            }
        ]
    return result


def _index(finding: FindingRow, groups: Sequence[FindingGroup]) -> int:
    return next(index for index, group in enumerate(groups) if group.check == finding.check)


def _message(finding: FindingRow) -> str:
    parts = (finding.what, finding.place if finding.url else "", finding.excerpt)
    return ". ".join(part for part in parts if part)


def _location(finding: FindingRow, file: str) -> dict[str, Any]:
    line = line_of(finding)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": relative_uri(file)},
            "region": {"startLine": line, "startColumn": 1, "endLine": line, "endColumn": 2},
        }
    }


def line_of(finding: FindingRow) -> int:
    """The line that the finding's place names; 1 when it names none."""
    found = _LINE.search(finding.where)
    return max(1, int(found[1])) if found else 1


def relative_uri(url: str) -> str:
    """`url` as `host/path`, relative and without its query: services refuse web addresses as locations."""
    parts = urlsplit(url.replace("[", "%5B").replace("]", "%5D"))
    host = parts.hostname or ""
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._").lstrip("/")
    return "/".join(part for part in (host, path) if part) or NOWHERE
