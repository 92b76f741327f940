"""`auditor scan` of a site whose certificate is refused: what it says, and how it ends."""

import json

from tests.sites.certificates import Authority
from tests.sites.server import Site


def test_it_fails_a_build_unless_only_graver_findings_do(tmp_path, monkeypatch, cli):
    authority = Authority(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority.file))
    monkeypatch.setenv("AUDITOR_ADDRESS", "1247 North Maple Street, Springfield")
    with Site({"/": "<p>hello</p>"}, tls=authority.context(host="other.example")) as site:
        url = f"https://localhost:{site.port}/"
        failed = cli("scan", url, "--memory", "-", "-f", "json", "-q")
        passed_over = cli("scan", url, "--memory", "-", "--fail-on", "high", "-q")
        asked_for = cli("scan", url, "--memory", "-", "--exit-zero", "-q")
        told = cli("scan", url, "--memory", "-", "-q")
    assert (failed.code, passed_over.code, asked_for.code) == (1, 3, 3)
    [finding] = json.loads(failed.out)["findings"]
    assert (finding["check"], finding["kind"], finding["severity"]) == ("site-tls", "tls", "medium")
    assert told.out.startswith("! NOT SECURE") or "NOT SECURE" in told.out.splitlines()[0]
    assert "website · secure connection (its TLS certificate was refused" in " ".join(told.out.split())
