"""A workspace that shows every feature of the screens at once: a year of quarters, one of them missed."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from auditor.core.actions import NewAction
from auditor.core.finding import Finding
from auditor.core.period import Period
from auditor.core.record import Answer, Evidence, EvidenceKind, Sample
from auditor.core.status import Confidence, FindingStatus, Grade, Kind, Severity, Status
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework
from tests.tui.helpers import NOW, check_run, finding, make_workspace

SITE = "https://www.example.org"
EARLIER = {
    Period(2025, 4): "mmuup mmmuu mpuu mmpp mu mm up uum",
    Period(2026, 1): "mmmpp mmmum mpum mmpm mp mm mp upm",
    Period(2026, 3): "mmmpm mmmmm mmpm mmmm mm mm mm mpm",
}
NOW_ANSWERED = "mmump mmmus n.m. .m.. m. .. .. ..."
LETTERS = {"m": Status.MET, "p": Status.PARTIAL, "u": Status.UNMET, "n": Status.NOT_APPLICABLE}


def found() -> tuple[Finding, ...]:
    """What the website check found: several sorts, several pages, one page with a long address."""

    def at(path: str, **changes: Any) -> Finding:
        return finding(1, **{"url": f"{SITE}{path}"} | changes)

    line = {"check": "site-phone", "label": "case manager line", "kind": Kind.PHONE}
    place = {"check": "site-position", "kind": Kind.COORDINATES, "reason": "a position within 250 m"}
    high = Severity.HIGH
    return (
        at("/jobs/night-shift", excerpt="The trial night takes place at [shelter], second floor", where="line 41"),
        at("/files/donation-form.pdf", check="file-address", carrier="pdf-text", where="page 2", seen=2,
           excerpt="Send gifts in kind to [shelter]"),
        at("/about", carrier="html-comment", where="line 118", excerpt="old footer: [shelter]"),
        at("/", **place, carrier="json-ld", excerpt='"geo": [shelter]', where="line 12"),
        at("/images/garden-day.jpg", **place, carrier="image-gps", excerpt="GPS position: [shelter]"),
        at("/staff", **line, severity=high, excerpt="Call Alex on [case manager line], ext. 12", where="line 77"),
        at("/archive/2019/a-welcome-letter-for-our-new-volunteers-and-their-families.html?from=menu&lang=en", **line,
           severity=high, excerpt="Reach us at night on [case manager line]", where="line 9"),
        at("/news/garden-day", grade=Grade.PARTIAL, severity=Severity.MEDIUM, confidence=Confidence.LOW,
           excerpt="a big house on [shelter] with a garden", where="line 30"),
    )  # fmt: skip


def make_gallery(root: Path) -> Workspace:
    """The workspace, at a fixed moment."""
    workspace = make_workspace(root, profile="gallery")
    controls = [control.id for control in workspace.profile.controls]
    for period, letters in EARLIER.items():
        at = datetime(period.start.year, period.start.month + 1, 9, 10, tzinfo=UTC)
        _fill(workspace, period, controls, letters, at)
    workspace.change(lambda record: record.with_run(check_run(), found()))
    _fill(workspace, workspace.period, controls, NOW_ANSWERED, NOW)
    casework = Casework(workspace)
    for subject, owner, due in (
        ("LOC-01", "Ben Ode", date(2026, 11, 14)),
        ("TEL-04", "Ana Diaz", date(2026, 12, 4)),
        ("VEH-01", "Rosa Lund", date(2026, 12, 20)),
    ):
        action = casework.start_action(NewAction(subject=subject, owner=owner))
        casework.change_action(action.id, due=due)
    alarm = workspace.record().finding[-1].id
    workspace.rule(alarm, FindingStatus.FALSE_POSITIVE, "another house of that name", "Ana Diaz")
    (workspace.root / ".auditor-state.toml").write_text('name = "Ana Diaz"\ncontrol = "VEH-02"\n')
    return workspace


def _fill(workspace: Workspace, period: Period, controls: list[str], letters: str, at: datetime) -> None:
    for control, letter in zip(controls, letters.replace(" ", ""), strict=True):
        if letter != ".":
            said = _answer(control, letter, at)
            workspace.change(lambda record, said=said: record.with_answer(said), period)


def _answer(control: str, letter: str, at: datetime) -> Answer:
    sample = Sample(good=9, size=12) if letter == "s" else None
    proof = Evidence(
        kind=EvidenceKind.NOTE, reference="Binder 4, page 12", effective=at.date(), added=at.date()
    )
    return Answer(
        control=control,
        status=LETTERS.get(letter, Status.PARTIAL),
        note="Nobody travels in a car of the agency." if letter == "n" else "",
        by="Ana Diaz" if int(control[-1]) % 3 else "Ben Ode",
        at=at,
        evidence=(proof,) if letter == "m" and control[-1] in "12" else (),
        sample=sample,
    )
