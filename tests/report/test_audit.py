"""The audit report's formats, from one record."""

import json
from importlib.resources import files

import jsonschema
import pytest
from report_fixtures import AGENCY, EARLIER, NOW, PROFILE, RECORD, answer, assessed, mask

from auditor.core.agency import Agency
from auditor.core.record import AuditRecord
from auditor.core.score import score
from auditor.core.status import Status
from auditor.report.audit_json import AuditJson, AuditV1, audit_schema
from auditor.report.audit_values import AuditView
from auditor.report.edition import Edition
from auditor.report.history import Quarter
from auditor.report.interface import AUDIT_FORMATS
from auditor.report.markdown import AuditMarkdown
from auditor.report.text_audit import AuditText
from auditor.report.view import ReportFacts, audit_view
from checks import BUILTIN

SCHEMAS = files("auditor.report") / "schemas"


def quarter(record: AuditRecord = RECORD, agency: Agency = AGENCY) -> Quarter:
    judged = assessed(record, agency)
    return Quarter(judged, score(judged))


def view(edition: Edition = Edition.INTERNAL, record: AuditRecord = RECORD, history=None) -> AuditView:
    facts = ReportFacts(edition=edition, generated=NOW, version="0.0.0", digest="ab" * 32)
    past = (quarter(EARLIER),) if history is None else history
    return audit_view(AGENCY, quarter(record), record, facts, mask=mask, history=past, checks=BUILTIN)


@pytest.mark.parametrize("entry", AUDIT_FORMATS, ids=lambda e: e.name)
@pytest.mark.parametrize("edition", list(Edition))
def test_golden(golden, entry, edition):
    if entry.needs:
        pytest.importorskip(entry.needs)
    data = entry.load().render(view(edition))
    if entry.binary:
        assert data == entry.load().render(view(edition))
    else:
        golden(f"{entry.name}-{edition}.{entry.extension}", data)


def test_json_is_valid_by_its_schema_and_reads_back():
    for edition in Edition:
        data = AuditJson().render(view(edition))
        jsonschema.Draft202012Validator(audit_schema()).validate(json.loads(data))
        AuditV1.model_validate_json(data)
    assert json.loads((SCHEMAS / "audit-v1.schema.json").read_text("utf-8")) == audit_schema()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_text_fits_its_width(width):
    for line in AuditText(width).render(view()).decode().splitlines():
        assert len(line) <= width or any(len(word) > width - 8 for word in line.split())


def test_markdown_escapes_what_people_typed():
    answer = RECORD.answer[0].model_copy(
        update={"note": "<b>| # @all [x](http://evil.example) `x` **x**\n# y"}
    )
    text = AuditMarkdown().render(view(record=RECORD.with_answer(answer))).decode()
    assert r"\<b\>\| \# \@all \[x\](http\://evil.example) \`x\` \*\*x\*\* \# y" in text


def bare() -> AuditRecord:
    return AuditRecord(schema=1, period="2026-Q4", profile="sample", started=NOW)


@pytest.mark.parametrize("entry", AUDIT_FORMATS, ids=lambda e: e.name)
def test_a_quarter_that_has_just_begun_can_be_reported(entry):
    if entry.needs:
        pytest.importorskip(entry.needs)
    assert entry.load().render(view(record=bare(), history=()))


def test_what_fails_and_what_nobody_answered_are_told_apart():
    critical = [control.id for control in PROFILE.controls if control.critical]
    silent = view(record=bare(), history=()).verdict_sentence
    assert silent.startswith(
        f"{len(critical)} critical controls are not answered, so the protocol is not met"
    )
    failed = view(record=bare().with_answer(answer(critical[0], Status.UNMET)), history=()).verdict_sentence
    assert failed.startswith(f"1 critical control fails and {len(critical) - 1} ")


def test_the_verdict_is_told_in_words():
    begun = view(record=bare(), history=())
    assert begun.verdict_word == "NOT MET"
    assert begun.change_sentence == "This is the first audited quarter."
    assert "have not run" in begun.finding_sentence
    perfect = RECORD.model_copy(update={"finding": (), "waiver": (), "action": (), "missed": ()})
    for control in PROFILE.controls:
        perfect = perfect.with_answer(answer(control.id, Status.MET, verified_by="Jo Poe"))
    met = view(record=perfect, history=())
    assert (met.verdict_word, met.interval) == ("MET", "100%")
    assert met.verdict_sentence == "Every critical control holds, and 100% of the points are secured."
    assert met.interval_sentence == "100% of the points are secured, and every control is decided."
    assert "**✓ MET.**" in AuditMarkdown().render(met).decode()
