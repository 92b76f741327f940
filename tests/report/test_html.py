"""The HTML file asks for nothing, runs nothing, and its own policy allows exactly what it holds."""

import base64
import hashlib
import re

from report_fixtures import VAWA
from selectolax.lexbor import LexborHTMLParser
from test_audit import view

from auditor.report.charts import trend_chart
from auditor.report.followup_rows import Trend
from auditor.report.html import AuditHtml, safe_link


def tree() -> LexborHTMLParser:
    return LexborHTMLParser(AuditHtml().render(view()).decode())


def test_nothing_is_fetched_and_nothing_runs():
    page = tree()
    for tag in ("script", "img", "link", "iframe", "object", "embed", "form", "base", "audio", "video"):
        assert not page.css(tag)
    for node in page.css("*"):
        names = set(node.attributes)
        assert not names & {"src", "srcset", "style", "background", "action", "formaction"}
        assert not any(name.startswith("on") for name in names)
        assert node.tag == "a" or "href" not in names
    assert "url(" not in page.css_first("style").text()
    assert "@import" not in page.css_first("style").text()


def test_the_policy_allows_its_own_style_and_nothing_else():
    page = tree()
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    digest = base64.b64encode(hashlib.sha256(page.css_first("style").text().encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_every_link_inside_has_its_target():
    page = tree()
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css("a"):
        target = link.attributes["href"]
        assert target.startswith("https://") or target[1:] in ids


def test_every_table_cell_is_labelled_for_narrow_screens():
    for cell in tree().css("table[role] td"):
        assert cell.attributes["data-label"]


def test_links_of_a_shared_checklist_are_web_addresses_or_plain_text():
    assert safe_link("https://www.ecfr.gov/x") == "https://www.ecfr.gov/x"
    for bad in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "https:", ""):
        assert safe_link(bad) == ""
    assert VAWA.url in AuditHtml().render(view()).decode()


def test_a_trend_line_never_crosses_a_gap():
    def at(period: str, share: float | None) -> Trend:
        return Trend(period, share, share)

    chart = trend_chart([at("1", 10), at("2", 20), at("3", None), at("4", 30), at("5", 99)])
    assert chart is not None
    assert len(chart.lines) == 2
    assert len(chart.gaps) == 1
    assert all(len(re.findall(r"[\d.]+,[\d.]+", line)) == 2 for line in chart.lines)
    assert trend_chart([at("1", 10)]) is None
