"""What the check file-address finds."""

from auditor.core.status import Grade, Kind, Severity
from checks.file_address import FileAddress


def test_a_sure_match_is_critical_and_masked(examine):
    [finding] = examine(FileAddress(), Kind.ADDRESS, ("html-text", "come to SECRETe today"), page=False)
    assert finding.severity is Severity.CRITICAL
    assert finding.check == "file-address"
    assert finding.excerpt == "come to [shelter] today"
    assert finding.where == "line 1"
    assert finding.remedy == FileAddress.remedy


def test_a_hint_is_medium(examine):
    [finding] = examine(FileAddress(), Kind.ADDRESS, ("html-text", "near SECREThere"), page=False)
    assert finding.grade is Grade.PARTIAL
    assert finding.severity is Severity.MEDIUM


def test_each_carrier_is_one_finding_with_a_count(examine):
    texts = (("html-text", "SECRETp and SECRETe"), ("html-comment", "SECRETe"))
    findings = examine(FileAddress(), Kind.ADDRESS, *texts, page=False)
    assert [(f.carrier, f.seen, f.grade) for f in findings] == [
        ("html-text", 2, Grade.EXACT),
        ("html-comment", 1, Grade.EXACT),
    ]
    assert len({f.id for f in findings}) == 2


def test_other_kinds_are_not_its_business(examine):
    assert examine(FileAddress(), Kind.PHONE, ("html-text", "SECRETe"), page=False) == []


def test_pages_are_left_to_the_page_check(examine):
    assert examine(FileAddress(), Kind.ADDRESS, ("html-text", "SECRETe"), page=True) == []
