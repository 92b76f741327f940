"""Links that stand for a position, which only a third party could tell, are listed and never asked for."""

from datetime import UTC, datetime

import pytest

from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.document import Document, Fragment
from auditor.core.events import Cancel, ignore
from auditor.scan.crew import Wanted
from auditor.scan.run import Means, scan_targets
from auditor.scan.unresolved import unresolved
from tests.sites.server import serve

PLACE = {"address": [{"label": "shelter", "text": "1247 North Maple Street, Springfield, IL 62704"}]}
PHONE = {"phone": [{"label": "line", "number": "+1 217 555 0148"}]}


class Plain:
    def find_in(self, text):
        return []

    def mask(self, text):
        return text.replace("Maple", "[x]")


LINKS = [
    "https://goo.gl/maps/AbCdEf123",
    "https://maps.app.goo.gl/AbCdEf123?g_st=ic",
    "HTTPS://MAPS.APP.GOO.GL/AbCdEf123",
    "https://maps.google.com/?cid=1234567890123456789",
    "https://www.google.de/maps?hl=de&cid=1234567890",
    "https://maps.apple/p/AbC123",
    "https://g.page/some-house",
    "https://binged.it/3xYz",
    "https://yandex.com/maps/-/CDabcdef",
    "https://go.2gis.com/abc12",
    "https://www.waze.com/ul/?place=ChIJ",
    "https://w3w.co/filled.count.soap",
    "https://what3words.com/filled.count.soap",
    "our door is ///filled.count.soap",
    "Directions: https://bit.ly/3abcDEF",
    "Find us: tinyurl.com/abc123",
    "map https://t.co/abc123 here",
]


@pytest.mark.parametrize("text", LINKS)
def test_every_such_link_is_listed(text):
    [entry] = unresolved(
        Document("https://a.example/", fragments=(Fragment(text, "html-text", "line 3"),)), Plain()
    )
    assert "third party" in entry.reason
    assert entry.place == "line 3"
    assert entry.mend


def scan(table, pages):
    with serve(pages) as site:
        wanted = Wanted(Facts.from_table({"schema": 1, **table}), Public())
        outcome = scan_targets(
            [site.url],
            wanted,
            listener=ignore,
            cancel=Cancel(),
            clock=lambda: datetime.now(UTC),
            means=Means(0),
        )
        return outcome, site.paths


def test_a_link_in_every_footer_is_listed_once_and_makes_the_check_inconclusive():
    footer = '<a href="https://maps.app.goo.gl/AbCdEf123">how to find us</a>'
    pages = {"/": f'<a href="/a">a</a>{footer}', "/a": f"<p>x</p>{footer}"}
    outcome, paths = scan(PLACE, pages)
    [entry] = outcome.run.coverage.unchecked
    assert "https://maps.app.goo.gl/AbCdEf123" in entry.reason
    assert not outcome.conclusive()
    assert not any("goo.gl" in path for path in paths)


def test_where_no_place_is_kept_a_map_link_is_nobodys_business():
    outcome, _ = scan(PHONE, {"/": '<a href="https://goo.gl/maps/AbCdEf123">map</a>'})
    assert outcome.conclusive()


def test_what_a_link_says_is_masked():
    text = "https://goo.gl/maps/MapleHouse"
    [entry] = unresolved(Document("https://a.example/", fragments=(Fragment(text, "html-text"),)), Plain())
    assert "Maple" not in entry.reason
