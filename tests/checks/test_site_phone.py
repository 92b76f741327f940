"""What the check site-phone finds."""

from auditor.core.status import Grade, Kind, Severity
from checks.site_phone import SitePhone


def test_a_sure_match_is_critical_and_masked(examine):
    [finding] = examine(SitePhone(), Kind.PHONE, ("html-text", "come to SECRETe today"), page=True)
    assert finding.severity is Severity.CRITICAL
    assert finding.check == "site-phone"
    assert finding.excerpt == "come to [shelter] today"
    assert finding.where == "line 1"
    assert finding.remedy == SitePhone.remedy


def test_a_hint_is_medium(examine):
    [finding] = examine(SitePhone(), Kind.PHONE, ("html-text", "near SECREThere"), page=True)
    assert finding.grade is Grade.PARTIAL
    assert finding.severity is Severity.MEDIUM


def test_each_carrier_is_one_finding_with_a_count(examine):
    texts = (("html-text", "SECRETp and SECRETe"), ("html-comment", "SECRETe"))
    findings = examine(SitePhone(), Kind.PHONE, *texts, page=True)
    assert [(f.carrier, f.seen, f.grade) for f in findings] == [
        ("html-text", 2, Grade.EXACT),
        ("html-comment", 1, Grade.EXACT),
    ]
    assert len({f.id for f in findings}) == 2


def test_other_kinds_are_not_its_business(examine):
    assert examine(SitePhone(), Kind.ADDRESS, ("html-text", "SECRETe"), page=True) == []
