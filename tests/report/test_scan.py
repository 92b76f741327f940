"""The website check as text and as json-v1."""

import json
from importlib.resources import files

import jsonschema
import pytest
from report_fixtures import CLEAN_RUN, FINDINGS, NOW, RUN, finding, mask

from auditor.core.record import CheckRun, Coverage
from auditor.core.status import FindingStatus, Severity
from auditor.report.scan_json import ScanJson, ScanV1, scan_schema
from auditor.report.scan_view import ScanFacts, ScanView, scan_view
from auditor.report.text_scan import ScanText
from checks import BUILTIN

SCHEMAS = files("auditor.report") / "schemas"


def view(run: CheckRun = RUN, findings=FINDINGS, **facts) -> ScanView:
    facts = {"exit_code": 1, "version": "0.0.0", **facts}
    return scan_view(run, findings, ScanFacts(**facts), mask=mask, checks=BUILTIN)


def test_text_golden(golden):
    golden("scan.txt", ScanText().render(view()))


def test_text_golden_places_withheld(golden):
    golden("scan-withheld.txt", ScanText().render(view(show_places=False)))


def test_json_golden(golden):
    golden("scan.json", ScanJson().render(view()))


def test_json_is_valid_by_its_schema_and_reads_back():
    data = ScanJson().render(view())
    jsonschema.Draft202012Validator(scan_schema()).validate(json.loads(data))
    assert ScanV1.model_validate_json(data).findings[0].url == "https://www.example.org/contact"


def test_verdicts():
    assert view().verdict == "LEAK FOUND"
    assert view(CLEAN_RUN, ()).verdict == "CLEAR"
    assert view(RUN, ()).verdict == "INCONCLUSIVE"
    nothing = CLEAN_RUN.model_copy(update={"coverage": Coverage()})
    assert view(nothing, ()).verdict == "INCONCLUSIVE"
    assert "nothing can be concluded" in view(nothing, ()).summary


def test_a_finding_below_the_threshold_is_told_but_does_not_fail():
    low = view(CLEAN_RUN, (finding(severity=Severity.LOW),), exit_code=0)
    assert low.verdict == "CLEAR"
    assert "1 low below medium to look at" in low.summary


def test_accepted_findings_stay_visible():
    shown = view(CLEAN_RUN, (finding(status=FindingStatus.BASELINED),), stale_baseline=("feed" * 4,))
    text = " ".join(ScanText().render(shown).decode().split())
    assert shown.verdict == "CLEAR"
    assert "known (baseline)" in text
    assert "feed" * 4 in text


def test_withheld_places_appear_in_no_format():
    run = RUN.model_copy(update={"targets": ("https://user:pw@www.example.org/contact?x=1",)})
    for form in (ScanText(), ScanJson()):
        text = form.render(view(run, show_places=False)).decode()
        for hint in ("/contact", "donate.pdf", "line 120", "html-comment", "weekday", "pw"):
            assert hint not in text
        assert FINDINGS[0].id in text


def test_everything_is_masked_and_harmless_even_when_a_finding_is_not():
    hostile = finding(
        url="https://www.example.org/1247 North Maple Street\x1b[31m",
        excerpt="\u202ecall Alex\u200b Example \x07now",
        where="::error::1247 North Maple Street",
    )
    for form in (ScanText(), ScanJson()):
        text = form.render(view(RUN, (hostile,))).decode()
        assert "Maple" not in text
        assert "Alex" not in text
        assert not set(text) & set("\x1b\x07\u202e\u200b")


def test_colour_only_adds():
    import re

    plain = ScanText().render(view()).decode()
    coloured = ScanText(colour=True).render(view()).decode()
    assert coloured != plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_text_fits_its_width(width):
    for line in ScanText(width).render(view()).decode().splitlines():
        assert len(line) <= width or "https://" in line


def test_many_unexamined_things_are_counted_by_reason():
    entry = RUN.coverage.unchecked[0]
    many = tuple(entry.model_copy(update={"url": f"https://www.example.org/{n}.png"}) for n in range(40))
    run = RUN.model_copy(update={"coverage": RUN.coverage.model_copy(update={"unchecked": many})})
    text = ScanText().render(view(run, ())).decode()
    assert "40 × no text recognition" in text
    assert "and 35 more" in " ".join(text.split())


def test_published_schema_is_current():
    published = (SCHEMAS / "json-v1.schema.json").read_text("utf-8")
    assert json.loads(published) == scan_schema()


def test_time_is_never_negative():
    backwards = RUN.model_copy(update={"finished": NOW.replace(hour=1)})
    assert "in 0 s" in view(backwards).coverage


def test_the_same_leak_on_many_pages_is_told_once():
    everywhere = tuple(finding(url=f"https://www.example.org/{n}", where="line 9") for n in range(200))
    lines = ScanText().render(view(findings=everywhere)).decode().splitlines()
    assert sum("critical shelter" in line for line in lines) == 1
    assert sum(line.strip().removeprefix("https://www.example.org/").isdigit() for line in lines) == 5
    assert any("195 more places" in line for line in lines)
    assert len(json.loads(ScanJson().render(view(findings=everywhere)))["findings"]) == 200


def test_many_targets_do_not_fill_the_first_line():
    run = RUN.model_copy(update={"targets": tuple(f"page-{n}.html" for n in range(50))})
    assert view(run).summary.startswith("3 findings on page-0.html, page-1.html, page-2.html and 47 more:")
