"""What the check site-tls makes of connections that could not be secured."""

import pytest

from auditor.confidential import Facts
from auditor.core.check import Brief, Reading
from auditor.core.document import Document, Unchecked
from auditor.core.status import Kind, Severity
from checks.site_tls import SiteTls
from tests.checks.conftest import WordSearcher

BRIEF = Brief(WordSearcher(Kind.ADDRESS), Facts().fingerprints())


def judged(*unchecked: Unchecked, url: str = "https://a.example/"):
    return list(SiteTls().examine(Reading(Document(url, unchecked=unchecked), ()), BRIEF))


@pytest.mark.parametrize(
    ("cause", "carrier"),
    [("tls-expired", "tls-certificate"), ("tls-name", "tls-certificate"), ("tls-protocol", "tls-connection")],
)
def test_a_fault_is_medium_says_why_and_how_to_mend_it(cause, carrier):
    [finding] = judged(Unchecked("https://a.example/x", "the reason", cause=cause))
    assert finding.severity is Severity.MEDIUM
    assert (finding.check, finding.rule, finding.kind) == ("site-tls", cause, Kind.TLS)
    assert finding.carrier == carrier
    assert (finding.url, finding.reason) == ("https://a.example/", "the reason")
    assert finding.remedy == SiteTls.remedy


def test_one_fault_is_one_finding_and_another_fault_has_another_id():
    first = Unchecked("https://a.example/x", "it has expired", cause="tls-expired")
    findings = judged(first, first, Unchecked("https://a.example/x", "broken", cause="tls-protocol"))
    assert [f.rule for f in findings] == ["tls-expired", "tls-protocol"]
    assert findings[0].id != findings[1].id
    [elsewhere] = judged(first, url="https://b.example/")
    assert elsewhere.id != findings[0].id


def test_what_is_unchecked_for_other_reasons_is_not_its_business():
    assert (
        judged(Unchecked("https://a.example/x", "no answer in time"), Unchecked("x", "y", cause="extra"))
        == []
    )


def test_address_and_reason_are_masked():
    [finding] = judged(Unchecked("x", "for SECRETe", cause="tls-name"), url="https://SECRETe.example/")
    assert "SECRET" not in finding.url + finding.reason


def test_what_matches_in_pages_is_left_to_the_others(examine):
    assert examine(SiteTls(), Kind.ADDRESS, ("html-text", "SECRETe"), page=True) == []
