"""A year of one agency, four audited quarters and one that nobody audited, exported whole for real readers."""

import os
import shutil
import time
import tomllib
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from auditor.core.actions import NewAction
from auditor.core.agency import Agency
from auditor.core.period import Period
from auditor.core.record import Answer, AuditRecord, Evidence, EvidenceKind, Sample
from auditor.core.status import Status
from auditor.core.waivers import NewWaiver
from auditor.demo.server import serve
from auditor.publish import publish, render_scan
from auditor.report.edition import Edition
from auditor.report.interface import AUDIT_FORMATS, SCAN_FORMATS
from auditor.report.scan_view import ScanFacts
from auditor.store.facts_file import read_facts
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework
from auditor.workspace.reports import Reports

DEMO = files("auditor.demo")
QUARTERS = ("2025-Q4", "2026-Q1", "2026-Q3", "2026-Q4")
MISSED = "2026-Q2"
PEOPLE = ("Tomas Okafor", "Helen Brandt", "Rosalind Achterberg")
STAMP = "1798300800"


def program(*names: str) -> str:
    """The path of the first of `names` that is installed. `.ci/readers` installs them, and REQUIRE_READERS has
    a missing one fail the test instead of leaving it out.
    """
    for name in names:
        if found := shutil.which(name):
            return found
    if os.environ.get("REQUIRE_READERS"):
        pytest.fail(f"none of {', '.join(names)} is installed; .ci/readers installs them")
    pytest.skip(f"none of {', '.join(names)} is installed")


@pytest.fixture(scope="session")
def the_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the year's exports, `FORMAT-EDITION.EXTENSION`; made once for all test processes.

    KEEP_SET names a folder to make it in, to look at it afterwards.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    root = Path(os.environ.get("KEEP_SET") or shared / "year")
    done = root / "done"
    try:
        root.mkdir(parents=True)
    except FileExistsError:
        deadline = time.monotonic() + 600
        while not done.exists() and time.monotonic() < deadline:
            time.sleep(0.2)
        assert done.exists(), "the process that makes the set did not finish"
        return root / "reports"
    with pytest.MonkeyPatch.context() as patch, as_file(DEMO / "site") as site:
        patch.setenv("SOURCE_DATE_EPOCH", STAMP)
        for name in ("AUDITOR_CONFIDENTIAL", "AUDITOR_FINGERPRINT_KEY"):
            patch.delenv(name, raising=False)
        with serve(site, _table("workspace", "agency.toml")["websites"][0]) as url:
            export(_live_the_year(root, url), root / "reports")
    done.touch()
    return root / "reports"


def export(workspace: Workspace, reports: Path) -> None:
    """Every report of the last quarter, and every form of a website check."""
    for entry in AUDIT_FORMATS:
        for edition in Edition:
            Reports(workspace).export(
                entry.name, reports / f"{entry.name}-{edition}.{entry.extension}", edition
            )
    record = workspace.record()
    from auditor.scan.run import ScanOutcome

    outcome = ScanOutcome(record.run[-1], record.finding)
    for entry in SCAN_FORMATS:
        for shown in (True, False):
            facts = ScanFacts(exit_code=1, version="0", show_places=shown)
            data = render_scan(outcome, facts, workspace.searcher, entry.name)
            name = f"scan-{entry.name}-{'shown' if shown else 'withheld'}.{entry.extension}"
            publish(reports / name, data, workspace.searcher)


def _table(*parts: str) -> dict:
    return tomllib.loads(DEMO.joinpath(*parts).read_text(encoding="utf-8"))


def _live_the_year(root: Path, url: str) -> Workspace:
    day = [date(2025, 11, 12)]

    def clock() -> datetime:
        return datetime(day[0].year, day[0].month, day[0].day, 10, 30, tzinfo=UTC)

    table = _table("workspace", "agency.toml") | {"websites": [url], "profile": "dv-shelter"}
    secrets = (DEMO / "confidential.toml").read_bytes()
    Workspace.create(root, Agency.model_validate(table), secrets, clock)
    for number, name in enumerate(QUARTERS):
        period = Period.parse(name)
        day[0] = period.start + timedelta(days=40)
        workspace = Workspace(root, clock)
        workspace.facts = read_facts(root / "confidential.toml")
        _quarter(workspace, number)
    Casework(workspace).note_missed(Period.parse(MISSED), "the safety lead was on leave", "Helen Brandt")
    for role, person in (("auditor", PEOPLE[0]), ("safety lead", PEOPLE[2]), ("executive", PEOPLE[1])):
        Casework(workspace).sign(role, person)
    return workspace


def _quarter(workspace: Workspace, number: int) -> None:
    """Better every quarter, never whole: the rest is what an agency would leave."""
    today, at = workspace.today, workspace.clock()
    proof = Evidence(
        kind=EvidenceKind.NOTE, reference="seen on the round, note of the day", effective=today, added=today
    )
    answers: list[Answer] = []
    for index, control in enumerate(workspace.profile.controls):
        turn = (index * 7 + 3) % 20
        if turn == 0 or (number == 0 and index % 9 == 4):
            continue
        status = Status.UNMET
        if index % 23 == 11:
            status = Status.NOT_APPLICABLE
        elif turn < 9 + 3 * number:
            status = Status.MET
        elif turn < 14 + 2 * number:
            status = Status.PARTIAL
        answers.append(
            Answer(
                control=control.id,
                status=status,
                by=PEOPLE[index % 2],
                at=at,
                verified_by=PEOPLE[2] if control.critical else "",
                note="The house has none." if status is Status.NOT_APPLICABLE else "Looked at it at night.",
                evidence=(proof,) if status is Status.MET else (),
                sample=Sample(good=8, size=11) if index % 13 == 5 and status is Status.PARTIAL else None,
                asked=control.meaning,
            )
        )
    workspace.change(lambda record: reduce(AuditRecord.with_answer, answers, record))
    if number in (0, 2, 3):
        workspace.run()
    casework = Casework(workspace)
    unmet = [c for c in workspace.assessment().results if c.status is Status.UNMET]
    begun = {a.control for a in workspace.record().action if not a.closed}
    for done in [c for c in unmet if c.control.id not in begun][: 2 if number else 4]:
        casework.start_action(
            NewAction(
                done.control.id,
                owner=PEOPLE[number % 2],
                root_cause="nobody had the task",
                interim="a colleague comes along",
            )
        )
    mended = [a for a in workspace.record().action if not a.closed and a.owner != PEOPLE[2]]
    for action in mended[:number]:
        casework.close_action(action.id, PEOPLE[2], "seen done on the round")
    waivable = [c for c in unmet if c.control.waivable]
    if number == 3 and waivable:
        casework.grant_waiver(
            NewWaiver(
                waivable[-1].control.id,
                "the registry answers in spring",
                "the van stays at the office",
                PEOPLE[0],
                PEOPLE[1],
                today + timedelta(days=80),
            )
        )
