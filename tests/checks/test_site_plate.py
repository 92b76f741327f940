"""What the check site-plate finds."""

from auditor.core.status import Grade, Kind, Severity
from checks.site_plate import SitePlate


def test_a_sure_match_is_high_and_masked(examine):
    [finding] = examine(SitePlate(), Kind.PLATE, ("html-text", "come to SECRETe today"), page=True)
    assert finding.severity is Severity.HIGH
    assert finding.check == "site-plate"
    assert finding.excerpt == "come to [shelter] today"
    assert finding.where == "line 1"
    assert finding.remedy == SitePlate.remedy


def test_a_hint_is_medium(examine):
    [finding] = examine(SitePlate(), Kind.PLATE, ("html-text", "near SECREThere"), page=True)
    assert finding.grade is Grade.PARTIAL
    assert finding.severity is Severity.MEDIUM


def test_each_carrier_is_one_finding_with_a_count(examine):
    texts = (("html-text", "SECRETp and SECRETe"), ("html-comment", "SECRETe"))
    findings = examine(SitePlate(), Kind.PLATE, *texts, page=True)
    assert [(f.carrier, f.seen, f.grade) for f in findings] == [
        ("html-text", 2, Grade.EXACT),
        ("html-comment", 1, Grade.EXACT),
    ]
    assert len({f.id for f in findings}) == 2


def test_other_kinds_are_not_its_business(examine):
    assert examine(SitePlate(), Kind.PHONE, ("html-text", "SECRETe"), page=True) == []
