"""JUnit XML for build servers: a test case for each check that passed, and for each finding."""

import re
from xml.sax.saxutils import escape, quoteattr

from auditor.core.status import FindingStatus, Outcome
from auditor.report.common import CheckRow, FindingRow
from auditor.report.scan_view import ScanView

# XML 1.0 knows no way to write these, not even escaped.
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class ScanJunit:
    """The dialect that build servers agree on, as Jenkins' schema describes it."""

    name = "junit"
    extension = "xml"
    binary = False

    def render(self, view: ScanView) -> bytes:
        """The document, UTF-8."""
        cases = [_check(c) for c in view.checks if c.outcome is not Outcome.FOUND]
        cases += [_finding(f, view) for f in view.findings]
        missed = [_unchecked(f"{u.total} × {u.reason}", u.where) for u in view.unchecked_groups]
        cases += missed
        failures = len(view.failing)
        errors = len(missed) + sum(c.outcome is Outcome.UNCHECKED for c in view.checks)
        skipped = len(view.findings) - failures
        seconds = max(0.0, (view.finished - view.started).total_seconds())
        stamp = view.started.replace(tzinfo=None, microsecond=0).isoformat()
        head = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" time="{seconds:.3f}"'
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="auditor" {head}>',
            f'  <testsuite name="website check" {head} skipped="{skipped}" timestamp="{stamp}">',
            "    <properties>",
            f'      <property name="version" value={_attribute(view.version)}/>',
            f'      <property name="documents" value="{view.documents}"/>',
            f'      <property name="not-examined" value="{len(view.unchecked)}"/>',
            "    </properties>",
            *cases,
            "  </testsuite>",
            "</testsuites>",
        ]
        return ("\n".join(lines) + "\n").encode()


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("", text))


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("", text))


def _case(classname: str, name: str, inside: str = "") -> str:
    start = f"    <testcase classname={_attribute(classname)} name={_attribute(name)}"
    return f"{start}>\n      {inside}\n    </testcase>" if inside else f"{start}/>"


def _check(check: CheckRow) -> str:
    if check.outcome is Outcome.CLEAR:
        return _case(check.id, check.title)
    return _case(check.id, check.title, f'<error type="unchecked" message={_attribute(check.reason)}/>')


def _finding(finding: FindingRow, view: ScanView) -> str:
    name = f"{finding.severity.value} {finding.label} {finding.id}"
    if finding in view.failing:
        detail = "\n".join(part for part in (finding.url, finding.place, finding.excerpt) if part)
        kind = _attribute(finding.severity.value)
        inside = f"<failure type={kind} message={_attribute(finding.what)}>{_text(detail)}</failure>"
    else:
        below = finding.status is FindingStatus.OPEN
        reason = f"below {view.fail_on.value}" if below else finding.status_word
        note = f": {finding.ruling_note}" if finding.ruling_note else ""
        inside = f"<skipped message={_attribute(reason + note)}/>"
    return _case(finding.check, name, inside)


def _unchecked(reason: str, where: str) -> str:
    inside = f'<error type="unchecked" message={_attribute(reason)}>{_text(where)}</error>'
    return _case("coverage", f"not examined: {reason}", inside)
