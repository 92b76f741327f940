"""What each edition may say, and that the same record gives the same bytes in every format."""

import json
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from auditor.report.edition import EDITIONS, Edition
from auditor.report.interface import AUDIT_FORMATS
from auditor.workspace import Workspace
from auditor.workspace.reports import Reports
from tests.readers.conftest import PEOPLE, STAMP, program
from tests.readers.test_people import run

# What people of the agency typed, and where its website stands.
OWN_WORDS = (
    *("administrative office and drop-in", "the van stays", "nobody had the task"),
    *(
        "seen done on the round",
        "Looked at it",
        "lead was on leave",
        "registry answers",
        "A colleague comes along",
    ),
)


def hints(the_set) -> set[str]:
    """Every page, place and excerpt that the internal edition tells of the findings, and own words."""
    told = json.loads((the_set / "json-internal.json").read_text("utf-8"))["findings"]
    assert len(told) > 10
    pages = {urlsplit(finding["url"]).path for finding in told}
    excerpts = {finding["excerpt"] for finding in told}
    return {hint for hint in (*pages, *excerpts, *OWN_WORDS) if len(hint) > 6}


def text_of(path, tmp_path) -> str:
    """What a reader of the file sees."""
    if path.suffix == ".pdf":
        return " ".join(run(program("pdftotext"), path, "-").split())
    if path.suffix == ".docx":
        import docx

        document = docx.Document(path)
        cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
        return " ".join(" ".join([*(p.text for p in document.paragraphs), *cells]).split())
    text = path.read_text("utf-8-sig")
    if path.suffix == ".html":
        text = re.sub(r"<style.*?</style>", "", text, flags=re.DOTALL)
        text = re.sub(r"<[^>]+>", " ", text)
    return " ".join(text.split())


@pytest.mark.parametrize("entry", AUDIT_FORMATS, ids=lambda entry: entry.name)
def test_the_funder_is_given_no_hint_of_a_place(the_set, tmp_path, entry):
    text = text_of(the_set / f"{entry.name}-funder.{entry.extension}", tmp_path)
    for hint in hints(the_set):
        assert hint.casefold() not in text.casefold(), hint
    for person in PEOPLE:
        assert text.count(person) <= 1, "only who signed is named"


def test_the_internal_edition_tells_what_the_funder_is_not_given(the_set, tmp_path):
    text = text_of(the_set / "json-internal.json", tmp_path)
    unseen = [hint for hint in OWN_WORDS if hint.casefold() not in text.casefold()]
    assert unseen == []


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("name", ["text", "md", "html", "pdf", "docx", "json"])
def test_each_edition_says_what_it_leaves_out(the_set, tmp_path, name, edition):
    entry = next(entry for entry in AUDIT_FORMATS if entry.name == name)
    text = text_of(the_set / f"{name}-{edition}.{entry.extension}", tmp_path)
    squeezed = re.sub(r"[^a-z]", "", text.casefold())
    for left_out in EDITIONS[edition].leaves_out:
        assert re.sub(r"[^a-z]", "", left_out.casefold()) in squeezed


@pytest.mark.parametrize("entry", AUDIT_FORMATS, ids=lambda entry: entry.name)
def test_the_same_record_gives_the_same_bytes(the_set, monkeypatch, entry):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", STAMP)
    monkeypatch.delenv("AUDITOR_CONFIDENTIAL", raising=False)
    root = the_set.parent
    for moment in (datetime(2026, 11, 10, 23, 59, tzinfo=UTC), datetime(2026, 11, 10, 1, 2, 3, tzinfo=UTC)):
        again = Reports(Workspace(root, lambda moment=moment: moment)).render(entry.name, "board")
        assert again == (the_set / f"{entry.name}-board.{entry.extension}").read_bytes()
