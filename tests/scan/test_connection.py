"""TLS against a real server: what is wrong is a finding, and what lies behind it is unchecked as well."""

import contextlib
import socket
import ssl
import threading

import pytest

from auditor.collect.options import CrawlOptions
from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.events import Cancel, ignore
from auditor.core.status import Outcome
from auditor.scan.crew import Wanted
from auditor.scan.run import Means, scan_targets
from tests.sites.certificates import DAY, NOW, Authority
from tests.sites.server import Site

PAGES = {"/": '<html><a href="/a">a</a></html>', "/a": "<p>1247 North Maple Street</p>"}


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def trusted(authority, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority.file))


@contextlib.contextmanager
def deaf():
    """A server that takes connections and ends each of them without a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            with contextlib.suppress(OSError):
                while True:
                    taken, _ = listening.accept()
                    taken.recv(65536)
                    taken.close()

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]


def check(*targets: str):
    facts = Facts.from_environment({}, {"AUDITOR_ADDRESS": "1247 North Maple Street, Springfield"})
    return scan_targets(
        targets, Wanted(facts, Public()), listener=ignore, cancel=Cancel(), clock=lambda: NOW,
        options=CrawlOptions(timeout=3, retries=1), means=Means(workers=0),
    )  # fmt: skip


def outcome_of(outcome, check_id="site-tls"):
    return next(result for result in outcome.run.results if result.check == check_id)


CERTIFICATES = {
    "tls-expired": ({"begins": NOW - 9 * DAY, "ends": NOW - DAY}, "it has expired"),
    "tls-early": ({"begins": NOW + DAY, "ends": NOW + 2 * DAY}, "it is not valid yet"),
    "tls-name": ({"host": "other.example"}, "it is for another host name"),
    "tls-untrusted": ({"own": True}, "self-signed, so that nobody vouches for it"),
}


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("rule", CERTIFICATES)
def test_each_fault_of_a_certificate_is_a_finding_that_names_it(authority, rule):
    how, said = CERTIFICATES[rule]
    with Site(PAGES, tls=authority.context(**how)) as site:
        outcome = check(f"https://localhost:{site.port}/a")
        assert site.log == []
    [finding] = outcome.findings
    assert (finding.check, finding.rule, finding.carrier) == ("site-tls", rule, "tls-certificate")
    assert finding.reason == f"its TLS certificate was refused: {said}"
    assert finding.url == f"https://localhost:{site.port}/"
    [entry] = outcome.run.coverage.unchecked
    assert (entry.url, entry.reason) == (f"https://localhost:{site.port}/a", finding.reason)
    assert entry.mend
    assert outcome.run.coverage.documents == 0
    assert outcome_of(outcome).outcome is Outcome.FOUND
    assert outcome_of(outcome, "site-address").outcome is Outcome.UNCHECKED


def test_an_authority_that_nobody_knows_is_a_finding(authority):
    with Site(PAGES, tls=authority.context()) as site:
        [finding] = check(f"https://localhost:{site.port}/").findings
    assert finding.rule == "tls-untrusted"
    assert "its issuer is not known" in finding.reason


def test_what_speaks_no_tls_is_a_finding():
    with Site(PAGES) as site:
        outcome = check(f"https://127.0.0.1:{site.port}/")
    [finding] = outcome.findings
    assert (finding.rule, finding.carrier) == ("tls-protocol", "tls-connection")
    assert finding.reason == "the TLS connection failed: what answers there is not TLS"
    assert len(outcome.run.coverage.unchecked) == 1


def test_a_handshake_that_breaks_off_again_and_again_is_told():
    with deaf() as port:
        outcome = check(f"https://127.0.0.1:{port}/")
    assert outcome.run.coverage.documents == 0
    assert len(outcome.run.coverage.unchecked) == 1
    assert {f.rule for f in outcome.findings} == {"tls-protocol"}


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_versions_of_tls_alone_are_a_finding(authority):
    context = authority.context()
    context.set_ciphers("ALL:@SECLEVEL=0")
    try:
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    except (ValueError, ssl.SSLError):
        pytest.skip("this OpenSSL has no TLS 1.0")
    with Site(PAGES, tls=context) as site:
        [finding] = check(f"https://localhost:{site.port}/").findings
    assert finding.rule == "tls-protocol"
    assert "no version of TLS that is still safe" in finding.reason


@pytest.mark.usefixtures("trusted")
def test_a_fault_of_one_host_is_one_finding_and_other_hosts_are_read(authority):
    with (
        Site(PAGES, tls=authority.context()) as good,
        Site(PAGES, tls=authority.context(host="other.example")) as bad,
    ):
        outcome = check(
            *(f"https://localhost:{port}/{page}" for port in (bad.port, good.port) for page in ("", "a"))
        )
    assert sorted(f.check for f in outcome.findings) == ["site-address", "site-address", "site-tls"]
    assert len(outcome.run.coverage.unchecked) == 2


@pytest.mark.usefixtures("trusted")
def test_a_good_certificate_is_clear(authority):
    with Site({"/": "<p>hello</p>"}, tls=authority.context()) as site:
        outcome = check(f"https://localhost:{site.port}/")
    assert outcome.findings == ()
    assert outcome_of(outcome).outcome is Outcome.CLEAR


def test_where_nothing_came_over_https_the_connection_is_unchecked_and_not_clear(tmp_path):
    (tmp_path / "index.html").write_text("<p>hello</p>")
    with Site({"/": "<p>hello</p>"}) as site:
        for target in (site.url, str(tmp_path)):
            outcome = check(target)
            assert outcome_of(outcome).outcome is Outcome.UNCHECKED
            assert outcome_of(outcome).reason == "nothing came over https"
            assert outcome_of(outcome, "site-address").outcome is Outcome.CLEAR
            assert outcome.conclusive()
