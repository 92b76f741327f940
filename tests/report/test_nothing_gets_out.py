"""Secrets planted in every text of a record and an agency appear in no format and no edition."""

import importlib.util
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from enum import Enum
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from report_fixtures import AGENCY, EARLIER, NOW, RECORD, assessed

from auditor.confidential import Facts
from auditor.core.agency import Agency
from auditor.core.record import AuditRecord
from auditor.core.score import score
from auditor.report.clean import plain
from auditor.report.edition import Edition
from auditor.report.history import Quarter
from auditor.report.interface import AUDIT_FORMATS, FormatEntry
from auditor.report.view import ReportFacts, audit_view
from checks import BUILTIN

# Texts that the program compares or computes with; people cannot type prose into them.
_STRUCTURE = {
    ("AuditRecord", "period"),
    ("AuditRecord", "profile"),
    ("Agency", "profile"),
    ("Answer", "control"),
    ("Answer", "carried_from"),
    ("Action", "control"),
    ("Action", "id"),
    ("Waiver", "subject"),
    ("Waiver", "id"),
    ("CheckResult", "check"),
    ("Finding", "check"),
    ("Missed", "period"),
    ("Finding", "id"),
    ("Ruling", "finding"),
    ("Signature", "digest"),
}
HERE = [e for e in AUDIT_FORMATS if not e.needs or importlib.util.find_spec(e.needs)]
"""Formats whose libraries are installed."""
FAST = [e for e in HERE if not e.binary]
FACTS = Facts.from_table(
    {
        "address": [
            {
                "label": "shelter",
                "text": "1247 North Maple Street, Suite 300, Springfield, IL 62704",
                "latitude": 39.7817,
                "longitude": -89.6501,
            }
        ],
        "phone": [{"label": "case manager line", "number": "+1 217 555 0148"}],
        "person": [{"label": "case manager", "name": "Alex Example"}],
    }
)
SECRET = "1247 North Maple Street"


def hide(text: str) -> str:
    """A searcher's mask for one made-up fact, in any case and spacing."""
    return re.sub(r"1247\s+north\s+maple\s+street", "[shelter]", text, flags=re.IGNORECASE)


def plant(value: Any, change: Callable[[str, str, str], str]) -> Any:
    """A copy of a model in which every free text is what `change(model, field, text)` makes of it."""
    if not isinstance(value, BaseModel):
        return tuple(plant(item, change) for item in value) if isinstance(value, tuple) else value
    name = type(value).__name__
    update = {}
    for field, inner in value:
        if isinstance(inner, str) and not isinstance(inner, Enum):
            free = (name, field) not in _STRUCTURE
            update[field] = change(name, field, inner) if free else inner
        elif isinstance(inner, tuple) and inner and isinstance(inner[0], str):
            update[field] = tuple(change(name, field, item) for item in inner)
        else:
            update[field] = plant(inner, change)
    return value.model_copy(update=update)


def rendered(
    record: AuditRecord, agency: Agency, mask: Callable[[str], str], formats: Iterable[FormatEntry] = HERE
) -> Iterator[tuple[str, str]]:
    """Every format of every edition as the text that a reader finds in it."""
    judged = assessed(record, agency)
    quarter = Quarter(judged, score(judged))
    before = assessed(EARLIER, agency)
    for edition in Edition:
        facts = ReportFacts(edition=edition, generated=NOW, version="0.0.0", digest="ab" * 32)
        past = (Quarter(before, score(before)),)
        view = audit_view(agency, quarter, record, facts, mask=mask, history=past, checks=BUILTIN)
        for entry in formats:
            yield f"{entry.name} {edition}", readable(entry.load().render(view), entry.extension)


def readable(data: bytes, extension: str) -> str:
    """The text in a rendered file, white space folded where the format lays it out."""
    if extension == "pdf":
        with closing(pypdfium2.PdfDocument(data)) as pdf:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
            return " ".join(" ".join(pages).split()) + str(pdf.get_metadata_dict())
    if extension == "docx":
        parts = zipfile.ZipFile(io.BytesIO(data))
        own = [n for n in parts.namelist() if n.startswith(("word/document", "word/footer", "docProps"))]
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in own)
    return data.decode("utf-8")


@pytest.mark.parametrize("form", ["{} {}", "{}{}", "{}\n{}"])
def test_a_secret_in_every_field_is_in_no_file(form):
    planted = plant(RECORD, lambda *where: form.format(where[2], SECRET))
    agency = plant(AGENCY, lambda *where: form.format(where[2], SECRET.upper()))
    for name, text in rendered(planted, agency, hide):
        assert not re.search(r"north\s+maple", text, re.IGNORECASE), name
        assert "[shelter]" in text or name != "text internal"


SPELLINGS = (
    "1247 N. Maple St., Ste 300",
    "1247  NORTH MAPLE\nSTREET, Springfield",
    "call 217.555.0148",
    "Alex Example",
    "at 39.7817, -89.6501",
)


def test_the_product_s_own_searcher_finds_nothing_in_any_file():
    searcher = FACTS.searcher()
    spellings = " or ".join(SPELLINGS)
    planted = plant(RECORD, lambda *where: f"{where[2]} {spellings}")
    agency = plant(AGENCY, lambda *where: f"{where[2]} {spellings}")
    assert len({m.label for m in searcher.find_in(spellings)}) == 3
    for name, text in rendered(planted, agency, searcher.mask):
        assert searcher.find_in(text) == [], name


def test_the_funder_learns_nothing_that_people_typed_but_names_of_signers():
    def mark(model: str, field: str, text: str) -> str:
        return f"typed-{model}-{field}" if text else text

    typed = {"Agency-name", "Agency-websites", "Signature-name", "Signature-role"}
    told_by_the_program = {"CheckResult-reason", "UncheckedEntry-reason", "UncheckedEntry-mend"}
    record = plant(RECORD, mark)
    agency = plant(AGENCY, mark)
    seen_inside = set()
    for name, text in rendered(record, agency, lambda t: t):
        found = set(re.findall(r"typed[\\]?-([A-Za-z]+[\\]?-[a-z_\\]+[a-z])", text))
        found = {f.replace("\\", "") for f in found}
        if name.endswith("funder"):
            assert found <= typed | told_by_the_program, name
        seen_inside |= found if name.endswith("internal") else set()
    assert {"Answer-note", "Action-title", "Waiver-reason", "Finding-excerpt", "Site-label"} <= seen_inside


def test_only_the_internal_edition_says_where():
    for name, text in rendered(RECORD, AGENCY, lambda t: t):
        if name.endswith("internal"):
            continue
        for hint in ("/contact", "donate.pdf", "html-comment", "line 14", "weekday", "flyer.png"):
            assert hint not in text, name


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), st.integers(0, 3))
def test_hostile_text_neither_breaks_a_file_nor_acts(text, spot):
    hostile = (f"{text}\x1b[31m", f"\u202e{text}", f"{text}\x00\x9b", f"<script>{text}</script>")[spot]
    answer = RECORD.answer[0].model_copy(update={"note": hostile, "by": hostile})
    for name, shown in rendered(RECORD.with_answer(answer), AGENCY, lambda t: t, FAST):
        assert not set(shown) & set("\x1b\x00\x9b\u202e"), name
        if name.startswith("html"):
            assert "<script" not in shown


@given(st.text())
def test_plain_is_idempotent_and_harmless(text):
    once = plain(text)
    assert plain(once) == once
    assert all(c.isprintable() or c == "\n" for c in once)


def test_dates_are_left_alone():
    changed = plant(RECORD, lambda *where: "x")
    assert isinstance(changed.started, datetime)
    assert isinstance(changed.action[0].due, date)
