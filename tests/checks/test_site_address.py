"""What the check site-address finds."""

import re

import pytest

from auditor.confidential import Address
from auditor.core.check import excerpt
from auditor.core.status import Grade, Kind, Severity
from checks.site_address import SiteAddress


def test_a_sure_match_is_critical_and_masked(examine):
    [finding] = examine(SiteAddress(), Kind.ADDRESS, ("html-text", "come to SECRETe today"), page=True)
    assert finding.severity is Severity.CRITICAL
    assert finding.check == "site-address"
    assert finding.excerpt == "come to [shelter] today"
    assert finding.where == "line 1"
    assert finding.remedy == SiteAddress.remedy


def test_a_hint_is_medium(examine):
    [finding] = examine(SiteAddress(), Kind.ADDRESS, ("html-text", "near SECREThere"), page=True)
    assert finding.grade is Grade.PARTIAL
    assert finding.severity is Severity.MEDIUM


def test_each_carrier_is_one_finding_with_a_count(examine):
    texts = (("html-text", "SECRETp and SECRETe"), ("html-comment", "SECRETe"))
    findings = examine(SiteAddress(), Kind.ADDRESS, *texts, page=True)
    assert [(f.carrier, f.seen, f.grade) for f in findings] == [
        ("html-text", 2, Grade.EXACT),
        ("html-comment", 1, Grade.EXACT),
    ]
    assert len({f.id for f in findings}) == 2


def test_other_kinds_are_not_its_business(examine):
    assert examine(SiteAddress(), Kind.PHONE, ("html-text", "SECRETe"), page=True) == []


def test_files_are_left_to_the_file_check(examine):
    assert examine(SiteAddress(), Kind.ADDRESS, ("pdf-text", "SECRETe"), page=False) == []


def test_an_address_in_the_page_s_own_url_is_masked(examine):
    [finding] = examine(SiteAddress(), Kind.ADDRESS, ("url", "SECRETe"), url="https://a.example/SECRETe")
    assert finding.url == "https://a.example/[shelter]"


@pytest.mark.parametrize(
    "text",
    [
        "Suite 300, 1247 North Maple Street is open",
        "1247 North Maple Street, back door, 62704",
        "corner of North Maple Street and 12th, house 1247",
        "Maple Street 1247" + " " * 478 + "1247 North Maple Street",
        "1247 North Maple Street" + " " * 470 + "1247 North Maple Street",
    ],
)
def test_what_stands_beside_a_masked_address_is_not_the_rest_of_it(text):
    searcher = Address.parse("1247 North Maple Street, Suite 300, Springfield, IL 62704", "shelter")
    for match in searcher.find_in(text):
        shown = excerpt(text, match, searcher)
        assert not re.search(r"\d|Maple", shown.replace(f"[{match.label}]", ""))
