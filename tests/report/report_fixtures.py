"""A made-up agency, its checklist and two quarters, and a mask that knows three facts."""

from datetime import UTC, date, datetime

from auditor.core.agency import Agency, Site
from auditor.core.assessment import Assessment, assess
from auditor.core.finding import Finding, fingerprint
from auditor.core.period import Period
from auditor.core.profile import Control, Exclusion, Profile, Section, Source
from auditor.core.record import (
    Action,
    ActionStatus,
    Answer,
    AuditRecord,
    CheckResult,
    CheckRun,
    Coverage,
    Evidence,
    EvidenceKind,
    Missed,
    Sample,
    Signature,
    UncheckedEntry,
    Waiver,
)
from auditor.core.status import (
    Confidence,
    FindingStatus,
    Grade,
    Kind,
    LocationModel,
    Outcome,
    Severity,
    Status,
)

NOW = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
SECRETS = {
    "1247 North Maple Street": "[shelter]",
    "Alex Example": "[case manager]",
    "217 555 0148": "[case manager line]",
}


def mask(text: str) -> str:
    """Hides the made-up facts."""
    for secret, label in SECRETS.items():
        text = text.replace(secret, label)
    return text


def finding(**changes: object) -> Finding:
    """An address on the contact page, unless `changes` say otherwise."""
    values: dict[str, object] = {
        "check": "site-address",
        "rule": "address-full",
        "label": "shelter",
        "kind": Kind.ADDRESS,
        "grade": Grade.EXACT,
        "severity": Severity.CRITICAL,
        "confidence": Confidence.HIGH,
        "url": "https://www.example.org/contact",
        "carrier": "html-text",
        "where": "line 120",
        "excerpt": "Come and see us at [shelter] on any weekday",
        "reason": "number, street and city",
        "remedy": "Take the address out of the page, publish again, and check the page once more.",
        "seen": 2,
        **changes,
    }
    values.setdefault(
        "id",
        fingerprint(b"sample", *(str(values[n]) for n in ("check", "label", "kind", "url", "carrier"))),
    )
    return Finding.model_validate(values)


FINDINGS = (
    finding(),
    finding(
        url="https://www.example.org/donate.pdf",
        check="file-address",
        carrier="pdf-text",
        where="page 2",
        seen=1,
    ),
    finding(
        check="site-phone",
        rule="phone-full",
        label="case manager line",
        kind=Kind.PHONE,
        grade=Grade.PROBABLE,
        severity=Severity.HIGH,
        carrier="html-comment",
        where="line 14",
        excerpt="ask [case manager line] before noon",
        remedy="Publish the hotline instead.",
        seen=1,
    ),
    finding(
        check="site-phone",
        rule="phone-partial",
        label="case manager line",
        kind=Kind.PHONE,
        grade=Grade.PARTIAL,
        severity=Severity.LOW,
        confidence=Confidence.LOW,
        url="https://www.example.org/blog/2024/05",
        carrier="script",
        where="line 3",
        excerpt="x = [case manager line]",
        remedy="Publish the hotline instead.",
        seen=1,
        status=FindingStatus.FALSE_POSITIVE,
        ruling_note="a part number",
    ),
)

COVERAGE = Coverage(
    documents=34,
    pages=21,
    bytes=1_234_567,
    unchecked=(
        UncheckedEntry(
            url="https://www.example.org/flyer.png",
            reason="no text recognition",
            mend="install agency-auditor[ocr]",
        ),
        UncheckedEntry(
            url="https://www.example.org/map.jpg",
            reason="no text recognition",
            mend="install agency-auditor[ocr]",
        ),
        UncheckedEntry(
            url="https://www.example.org/plan.pdf", reason="the file is encrypted", place="page 4"
        ),
    ),
)

RUN = CheckRun(
    started=NOW.replace(hour=9, minute=0),
    finished=NOW.replace(hour=9, minute=0, second=4),
    targets=("https://www.example.org",),
    results=(
        CheckResult(check="site-address", outcome=Outcome.FOUND, reason="1 place"),
        CheckResult(check="file-address", outcome=Outcome.FOUND, reason="1 place"),
        CheckResult(check="site-phone", outcome=Outcome.FOUND, reason="2 places"),
        CheckResult(check="site-plate", outcome=Outcome.UNCHECKED, reason="3 not examined"),
    ),
    coverage=COVERAGE,
)

CLEAN_RUN = RUN.model_copy(
    update={
        "results": (CheckResult(check="site-address", outcome=Outcome.CLEAR, reason="34 documents"),),
        "coverage": COVERAGE.model_copy(update={"unchecked": ()}),
    }
)

VAWA = Source(
    title="28 CFR 90.4", place="(b) nondisclosure", url="https://www.ecfr.gov/current/title-28/part-90"
)
SHEET = Source(title="Staff safety planning fact sheet", place="tip 1", confirmed=False)


def control(control_id: str, question: str, **changes: object) -> Control:
    """A control with plain words for whatever `changes` leave out."""
    return Control.model_validate(
        {
            "id": control_id,
            "question": question,
            "why": "Someone who knows the place can wait there.",
            "how_to_verify": "Look it up as a stranger would.",
            "evidence": "A dated note of the search.",
            "remedy": "Have the entry taken down and look again after a week.",
            "weight": 3,
            **changes,
        }
    )


PROFILE = Profile(
    id="sample",
    version="1.0",
    title="Sample checklist",
    description="Nine controls in three sections.",
    sections=(
        Section(
            id="location",
            title="Confidential address",
            intro="Nobody outside learns where the shelter is.",
            control=(
                control(
                    "LOC-01",
                    "Is the shelter's street address absent from the website?",
                    weight=5,
                    critical=True,
                    waivable=False,
                    checks=("site-address", "file-address"),
                    sources=(VAWA, SHEET),
                ),
                control("LOC-02", "Does all post go to a PO box?", weight=4, sources=(SHEET,)),
                control("LOC-03", "Are delivery drivers met away from the house?", weight=2, review="yearly"),
            ),
        ),
        Section(
            id="phones",
            title="Hidden caller ID",
            control=(
                control(
                    "TEL-01",
                    "Do staff phones withhold their number?",
                    weight=4,
                    critical=True,
                    checks=("site-phone",),
                    sample="phones",
                ),
                control("TEL-02", "Is voicemail free of names and places?", weight=3),
                control("TEL-03", "Are old numbers taken out of service?", weight=2),
            ),
        ),
        Section(
            id="vehicles",
            title="Unmarked vehicles",
            control=(
                control(
                    "VEH-01",
                    "Do the agency's vehicles carry no logo?",
                    weight=4,
                    critical=True,
                    sample="vehicles",
                ),
                control("VEH-02", "Are registrations free of the shelter's address?", weight=3),
                control("VEH-03", "Is the van parked out of sight?", weight=1, review="yearly"),
            ),
        ),
    ),
    excluded=(Exclusion(id="VEH-09", reason="the agency has no boats"),),
)

AGENCY = Agency(
    schema=1,
    name="Maple County Youth Services",
    websites=("https://www.example.org",),
    profile="sample",
    site=(
        Site(label="shelter", location_model=LocationModel.HIDDEN),
        Site(label="second house", location_model=LocationModel.HIDDEN),
        Site(label="admin office", location_model=LocationModel.PUBLIC),
    ),
)


def answer(control_id: str, status: Status, **changes: object) -> Answer:
    """An answer given on the audit's day by Jane Roe."""
    return Answer.model_validate(
        {"control": control_id, "status": status, "by": "Jane Roe", "at": NOW, **changes}
    )


def _note(day: date) -> Evidence:
    return Evidence(kind=EvidenceKind.NOTE, reference="searched three engines", effective=day, added=day)


RECORD = AuditRecord(
    schema=1,
    period="2026-Q4",
    profile="sample",
    profile_version="1.0",
    started=NOW.replace(day=2),
    answer=(
        answer(
            "LOC-01",
            Status.MET,
            note="Looked at every page with Jo.",
            evidence=(_note(TODAY),),
            verified_by="Jo Poe",
        ),
        answer("LOC-02", Status.MET, evidence=(_note(date(2026, 10, 20)),)),
        answer("LOC-03", Status.NOT_APPLICABLE, note="the house takes no deliveries"),
        answer(
            "TEL-01", Status.PARTIAL, sample=Sample(good=5, size=7), note="Two phones were bought last week."
        ),
        answer("TEL-02", Status.MET, carried_from="2026-Q3", evidence=(_note(date(2026, 8, 3)),)),
        answer("VEH-01", Status.UNMET, note="The van still shows the old logo."),
        answer("VEH-03", Status.MET, evidence=(_note(date(2026, 3, 1)),)),
    ),
    run=(RUN,),
    finding=FINDINGS,
    waiver=(
        Waiver(
            id="W-1",
            subject="VEH-02",
            reason="the registry answers in January",
            compensating="the van is kept at the admin office",
            owner="Jane Roe",
            approver="Kim Chair",
            created=date(2026, 10, 5),
            expires=date(2027, 1, 31),
            renewals=1,
        ),
    ),
    action=(
        Action(
            id="A-1",
            title="Take the logo off the van",
            control="VEH-01",
            root_cause="bought second-hand",
            owner="Jane Roe",
            due=date(2026, 11, 1),
            interim="the van stays in the garage",
            created=date(2026, 8, 12),
        ),
        Action(
            id="A-2",
            title="Withhold the number on the two new phones",
            control="TEL-01",
            owner="Lee Doe",
            due=date(2026, 12, 1),
            status=ActionStatus.IN_PROGRESS,
            created=date(2026, 11, 14),
        ),
        Action(
            id="A-3",
            title="Rent a PO box",
            control="LOC-02",
            owner="Lee Doe",
            due=date(2026, 10, 15),
            status=ActionStatus.CLOSED,
            closed=date(2026, 10, 14),
            verified_by="Jane Roe",
            evidence="rental agreement",
            created=date(2026, 9, 1),
        ),
    ),
    missed=(Missed(period="2026-Q3", reason="the safety lead was away", by="Kim Chair"),),
    signature=(Signature(role="safety lead", name="Jane Roe", at=NOW, digest="ab" * 32),),
)

EARLIER = AuditRecord(
    schema=1,
    period="2026-Q2",
    profile="sample",
    profile_version="1.0",
    started=datetime(2026, 4, 3, tzinfo=UTC),
    answer=tuple(
        Answer(control=c, status=s, by="Jane Roe", at=datetime(2026, 6, 20, tzinfo=UTC))
        for c, s in (
            ("LOC-01", Status.MET),
            ("LOC-02", Status.UNMET),
            ("TEL-01", Status.UNMET),
            ("TEL-02", Status.MET),
            ("VEH-01", Status.UNMET),
        )
    ),
)


def assessed(record: AuditRecord = RECORD, agency: Agency = AGENCY) -> Assessment:
    """The record judged, as of the audit's day or the end of its quarter."""
    return assess(PROFILE, agency, record, min(TODAY, Period.parse(record.period).end))
