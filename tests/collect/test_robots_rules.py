"""RFC 9309, the Robots Exclusion Protocol, section by section; the product token is `agency-auditor`."""

import pytest

from auditor.collect.robots import ROBOTS_LIMIT, Robots
from tests.collect.helpers import crawl
from tests.sites.server import Reply, moved, raw, serve

OURS = "User-agent: agency-auditor\n"
ALL = "User-agent: *\n"


def allows(rules, path):
    return Robots.from_bytes(rules.encode() if isinstance(rules, str) else rules).allows(
        f"https://www.example.org{path}"
    )


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        # 2.2.1 the user-agent line
        (ALL + "Disallow: /a", "/a", False),
        (ALL + "Disallow: /a", "/b", True),
        ("User-Agent: AGENCY-AUDITOR\nDisallow: /a", "/a", False),
        ("USER-AGENT: agency-auditor\nDISALLOW: /a", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        (ALL + "Disallow: /\n\n" + OURS + "Disallow: /x", "/a", True),
        (ALL + "Disallow: /\n\n" + OURS + "Disallow: /x", "/x", False),
        (OURS + "Disallow: /x\n\n" + ALL + "Disallow: /", "/a", True),
        ("User-agent: other\nUser-agent: agency-auditor\nDisallow: /a", "/a", False),
        (OURS + "Disallow: /a\n\nUser-agent: other\nDisallow: /c\n\n" + OURS + "Disallow: /b", "/b", False),
        (OURS + "Disallow: /a\n\nUser-agent: other\nDisallow: /c\n\n" + OURS + "Disallow: /b", "/c", True),
        ("Disallow: /a\n", "/a", True),
        # 2.2.2 allow and disallow: the most specific match, allow on a tie, case counts, prefixes
        (ALL + "Allow: /a/b\nDisallow: /a", "/a/b/c", True),
        (ALL + "Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        (ALL + "Allow: /a\nDisallow: /a/b", "/a/b/c", False),
        (ALL + "Disallow: /a\nAllow: /a", "/a", True),
        (ALL + "Disallow: /a", "/A", True),
        (ALL + "Disallow: /a", "/abc", False),
        (ALL + "Disallow: /a/", "/a", True),
        (ALL + "Disallow:", "/a", True),
        (ALL + "Allow:\nDisallow: /a", "/a", False),
        (ALL + "Disallow: /\nAllow: /$", "/", True),
        (ALL + "Disallow: /a b", "/a%20b", False),
        (ALL + "Disallow: /caf%C3%A9", "/caf%C3%A9", False),
        (ALL + "Disallow: /caf\u00e9", "/caf%C3%A9", False),
        (ALL + "Disallow: /%61b", "/ab", False),
        (ALL + "Disallow: /a?x=", "/a?x=1", False),
        (ALL + "Disallow: /a?x=", "/a?y=1", True),
        # 2.2.3 special characters
        (ALL + "Disallow: /*.pdf$", "/a/b.pdf", False),
        (ALL + "Disallow: /*.pdf$", "/a/b.pdf?x", True),
        (ALL + "Disallow: /*.pdf", "/a/b.pdf?x", False),
        (ALL + "Disallow: /a*/d", "/abc/d", False),
        (ALL + "Disallow: /a*/d", "/a/d", False),
        (ALL + "Disallow: /a*", "/a", False),
        (ALL + "Disallow: /a$", "/ab", True),
        (ALL + "Disallow: /a # why", "/a", False),
        (ALL + "# Disallow: /a", "/a", True),
        # 2.2.4 other records, and 2.2 in general: lines that are none of these are left out
        (ALL + "Sitemap: https://www.example.org/s.xml\nDisallow: /a", "/a", False),
        (ALL + "Crawl-delay: 1\nDisallow: /a", "/a", False),
        (ALL + "Nonsense\nDisallow: /a", "/a", False),
        ("\ufeff" + ALL + "Disallow: /a", "/a", False),
        (ALL.replace("\n", "\r\n") + "Disallow: /a\r\n", "/a", False),
        ("User-agent:*\nDisallow:/a", "/a", False),
        ("  User-agent : *  \n  Disallow :  /a  ", "/a", False),
    ],
)
def test_rules(rules, path, allowed):
    assert allows(rules, path) is allowed


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_2_3_1_3_a_file_that_is_unavailable_forbids_nothing(status):
    with serve({"/robots.txt": Reply("", status), "/": "<a href='/a'>a</a>", "/a": "x"}) as site:
        assert {"/", "/a"} <= crawl(site.url).paths()


@pytest.mark.parametrize("status", [500, 502, 503])
def test_2_3_1_4_a_file_that_cannot_be_reached_forbids_everything(status):
    with serve({"/robots.txt": Reply("", status), "/": "x"}) as site:
        found = crawl(site.url, retries=0)
        assert "/" not in site.paths
    assert found.unchecked


FAILS = [Reply("", 500), Reply("", 503, headers={"Retry-After": "0"}), raw(b"", reset=True)]


@pytest.mark.parametrize("failure", [*FAILS, "silence"])
@pytest.mark.parametrize("own", [True, False])
def test_2_3_1_4_the_own_site_is_read_all_the_same_and_says_so(own, failure):
    silence = failure == "silence"
    locations = "<urlset><url><loc>/listed</loc></url></urlset>"
    pages = {
        "/robots.txt": Reply("", wait=1.0) if silence else failure,
        "/": "x",
        "/listed": "y",
        "/sitemap.xml": Reply(locations, type="application/xml"),
    }
    with serve(pages) as site:
        found = crawl(site.url, retries=0, obey_robots=not own, timeout=0.4 if silence else 3)
    assert ({"/", "/listed"} <= found.paths()) is own
    assert ("robots.txt could not be had" in found.notices) is own
    assert "robots.txt disallows" not in found.notices
    assert [u.url for u in found.unchecked] == ([] if own else [f"{site.url}/"])
    assert own or "robots.txt could not be had (" in found.unchecked[0].reason


def test_2_3_1_2_five_redirects_are_followed():
    chain = {f"/{n}": moved(f"/{n + 1}") for n in range(1, 5)}
    rules = Reply(ALL + "Disallow: /a", type="text/plain")
    with serve(
        {"/robots.txt": moved("/1"), **chain, "/5": rules, "/": "<a href='/a'>a</a>", "/a": "x"}
    ) as site:
        assert "/a" not in crawl(site.url).paths()


def test_2_5_the_first_500_kibibytes_count():
    filler = "# " + "x" * 97 + "\n"
    before = ALL + filler * ((500 * 1024 - 100) // len(filler)) + "Disallow: /a\n"
    assert not allows(before, "/a")
    assert allows(ALL + filler * (ROBOTS_LIMIT // len(filler) + 1) + "Disallow: /a\n", "/a")
