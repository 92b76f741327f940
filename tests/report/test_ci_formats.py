"""What code hosts and build servers read: each format by its own rules, and nothing they could act on."""

import json
from xml.etree import ElementTree as ET

import pytest
from report_fixtures import CLEAN_RUN, FINDINGS, RUN, finding, mask

from auditor.core.record import CheckRun
from auditor.core.status import FindingStatus, Severity
from auditor.report.hosts import ScanGithub, ScanGitlab
from auditor.report.interface import SCAN_FORMATS, find_format
from auditor.report.junit import ScanJunit
from auditor.report.markdown_scan import ScanMarkdown
from auditor.report.sarif import ScanSarif, relative_uri
from auditor.report.scan_view import ScanFacts, ScanView, scan_view
from checks import BUILTIN


def view(run: CheckRun = RUN, findings=FINDINGS, **facts) -> ScanView:
    facts = {"exit_code": 1, "version": "0.0.0", **facts}
    return scan_view(run, findings, ScanFacts(**facts), mask=mask, checks=BUILTIN)


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab", "md", "csv"])
def test_golden(golden, name):
    entry = find_format(name, SCAN_FORMATS)
    golden(f"scan-{name}.{entry.extension}", entry.load().render(view()))


@pytest.mark.parametrize("entry", SCAN_FORMATS, ids=lambda e: e.name)
def test_no_format_says_where_when_places_are_withheld(entry):
    text = entry.load().render(view(show_places=False)).decode()
    for hint in ("/contact", "donate.pdf", "line 120", "html-comment", "HTML comment", "weekday", "page 2"):
        assert hint not in text
    assert FINDINGS[0].id in text


@pytest.mark.parametrize("entry", SCAN_FORMATS, ids=lambda e: e.name)
def test_no_format_shows_a_fact_that_slipped_into_a_finding(entry):
    leaky = finding(
        url="https://www.example.org/1247 North Maple Street/",
        where="1247 North Maple Street",
        excerpt="217 555 0148",
        label="Alex Example",
        reason="Alex Example",
        remedy="not 1247 North Maple Street",
    )
    for run in (RUN, RUN.model_copy(update={"targets": ("https://x.example/1247 North Maple Street",)})):
        text = entry.load().render(view(run, (leaky,))).decode()
        for secret in ("Maple", "Alex", "0148"):
            assert secret not in text


# --- SARIF ---------------------------------------------------------------------------------------------


def sarif(shown: ScanView) -> dict:
    return json.loads(ScanSarif().render(shown))["runs"][0]


def test_sarif_is_valid_by_a_reader():
    reader = pytest.importorskip("sarif_pydantic")
    for shown in (view(), view(show_places=False), view(CLEAN_RUN, ())):
        reader.Sarif.model_validate_json(ScanSarif().render(shown))


def test_sarif_locations_are_relative_and_rules_are_found():
    run = sarif(view())
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert ":" not in uri
        assert uri.startswith("www.example.org/")
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["kind"] == "fail"
        assert result["message"]["text"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 120


def test_sarif_keeps_accepted_findings_as_suppressed_and_drops_fixed_ones():
    run = sarif(view(findings=(finding(status=FindingStatus.BASELINED),)))
    assert run["results"][0]["suppressions"][0]["status"] == "accepted"
    assert sarif(view(findings=(finding(status=FindingStatus.FIXED),)))["results"] == []


def test_sarif_has_no_empty_string():
    def strings(value):
        if isinstance(value, dict):
            for inner in value.values():
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)
        elif isinstance(value, str):
            yield value

    for shown in (view(), view(show_places=False), view(CLEAN_RUN, ())):
        assert all(strings(sarif(shown)))


def test_relative_uri():
    assert relative_uri("https://www.example.org:8080/a b/?q=1#x") == "www.example.org/a%20b/"
    assert relative_uri("public/contact.html") == "public/contact.html"
    assert relative_uri("https://www.example.org") == "www.example.org"
    assert relative_uri("https://www.example.org/[shelter]") == "www.example.org/%5Bshelter%5D"
    assert relative_uri("") == "place-withheld"


# --- JUnit ---------------------------------------------------------------------------------------------


def junit(shown: ScanView) -> ET.Element:
    return ET.fromstring(ScanJunit().render(shown))


@pytest.mark.parametrize("shown", [view(), view(show_places=False), view(CLEAN_RUN, ()), view(RUN, ())])
def test_junit_counts_what_it_holds(shown):
    suite = junit(shown).find("testsuite")
    cases = suite.findall("testcase")
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.get(name)) == sum(c.find(tag) is not None for c in cases)
    assert int(suite.get("tests")) == len(cases)
    assert all(c.get("name") and c.get("classname") for c in cases)


def test_junit_fails_only_on_what_fails_the_check():
    assert junit(view(CLEAN_RUN, (finding(severity=Severity.LOW),))).get("failures") == "0"
    assert junit(view(RUN, ())).get("errors") != "0"


def test_junit_survives_what_xml_cannot_hold():
    suite = junit(view(findings=(finding(excerpt="a\x00b\ufffe]]><x/>&"),)))
    assert suite.find("testsuite/testcase/failure") is not None


# --- GitHub and GitLab ---------------------------------------------------------------------------------


def test_github_shows_ten_annotations_at_most():
    many = tuple(finding(url=f"https://www.example.org/{n}") for n in range(30))
    lines = ScanGithub().render(view(findings=many)).decode().splitlines()
    annotations = [line for line in lines if line.startswith("::")]
    assert len(annotations) == 10
    assert "21 more findings" in annotations[-1]


def test_github_lets_no_command_through():
    hostile = finding(
        url="public/a,line=1::x.html",
        excerpt="x\n::set-output name=a::b",
        label="x\n::error::y",
        reason="##[error]z",
    )
    run = RUN.model_copy(update={"targets": ("a\n::stop-commands::t",)})
    files = ((hostile.url, hostile.url),)
    lines = ScanGithub().render(view(run, (hostile,), files=files)).decode().splitlines()
    commands = [line for line in lines if line.startswith(("::", "##"))]
    assert all(line.startswith(("::error file=", "::warning title=")) for line in commands)
    assert "file=public/a%2Cline=1%3A%3Ax.html" in commands[0]


def test_github_annotates_a_file_only_for_a_folder():
    page = ScanGithub().render(view(findings=(finding(),))).decode()
    assert "file=" not in page
    folder = view(findings=(finding(url="contact.html"),), files=(("contact.html", "public/contact.html"),))
    assert "file=public/contact.html,line=120" in ScanGithub().render(folder).decode()
    assert json.loads(ScanGitlab().render(folder))[0]["location"]["path"] == "public/contact.html"
    location = sarif(folder)["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "public/contact.html"
    withheld = view(
        findings=(finding(url="contact.html"),),
        files=(("contact.html", "public/contact.html"),),
        show_places=False,
    )
    for made in (ScanGithub(), ScanGitlab(), ScanSarif()):
        assert "contact" not in made.render(withheld).decode()


def test_gitlab_lists_open_findings_only():
    entries = json.loads(ScanGitlab().render(view()))
    assert len({e["fingerprint"] for e in entries}) == len(entries) == 3
    assert {e["severity"] for e in entries} == {"blocker", "critical"}
    assert json.loads(ScanGitlab().render(view(CLEAN_RUN, ()))) == []


def test_markdown_summary_survives_hostile_text():
    hostile = finding(excerpt="x", url="https://x.example/`|<script>", label="a|b<img src=x>")
    text = ScanMarkdown().render(view(findings=(hostile,))).decode()
    assert r"a\|b\<img src=x\>" in text
    assert "`|" not in text
