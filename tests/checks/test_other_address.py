"""What the check other-address finds."""

from auditor.core.status import Grade, Kind, Severity
from checks.other_address import OtherAddress


def test_a_sure_match_is_info_and_masked(examine):
    [finding] = examine(OtherAddress(), Kind.OTHER_ADDRESS, ("html-text", "come to SECRETe today"), page=True)
    assert finding.severity is Severity.INFO
    assert finding.check == "other-address"
    assert finding.excerpt == "come to [shelter] today"
    assert finding.where == "line 1"
    assert finding.remedy == OtherAddress.remedy


def test_a_hint_is_info(examine):
    [finding] = examine(OtherAddress(), Kind.OTHER_ADDRESS, ("html-text", "near SECREThere"), page=True)
    assert finding.grade is Grade.PARTIAL
    assert finding.severity is Severity.INFO


def test_each_carrier_is_one_finding_with_a_count(examine):
    texts = (("html-text", "SECRETp and SECRETe"), ("html-comment", "SECRETe"))
    findings = examine(OtherAddress(), Kind.OTHER_ADDRESS, *texts, page=True)
    assert [(f.carrier, f.seen, f.grade) for f in findings] == [
        ("html-text", 2, Grade.EXACT),
        ("html-comment", 1, Grade.EXACT),
    ]
    assert len({f.id for f in findings}) == 2


def test_other_kinds_are_not_its_business(examine):
    assert examine(OtherAddress(), Kind.ADDRESS, ("html-text", "SECRETe"), page=True) == []
