"""The website collector against a real server: what it reaches, what it reports, how it behaves."""

import datetime as dt
import gzip
import socket
import threading
import time
from itertools import pairwise
from urllib.parse import quote, unquote

import pytest

from auditor.collect.options import CrawlOptions
from auditor.collect.website import WebsiteCollector
from auditor.core.document import Resource
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel
from tests.collect.helpers import collect, crawl
from tests.sites.server import Reply, endless, moved, packed, raw, serve, short


def page(*links: str, extra: str = "") -> str:
    return "<html><body>" + "".join(f'<a href="{link}">x</a>' for link in links) + extra + "</body></html>"


# --- reach ---------------------------------------------------------------------------------------


def test_follows_every_kind_of_link():
    body = """<html><head><base href="/deep/"><link rel="next" href="/next"><link rel=alternate href=/feed.xml>
    <meta http-equiv="refresh" content="5; url=/refreshed"><link rel="stylesheet" href="/style.css">
    <script>const api = "/api/staff.json"; fetch("\\/escaped\\/path");</script></head><body>
    <!-- <a href="/commented">old</a> --><template><a href="/templated">t</a></template>
    <a href="relative">r</a> <a HREF='../up'>u</a> <img src="/i.png" srcset="/small.png 1x, /large.png 2x">
    <div data-href="/data"></div><form action="/search" method="get"></form><form method="post" action="/delete"></form>
    <a href="/amp?a=1&amp;b=2">a</a><object data="/plan.pdf"></object><div style="background:url(/bg.png)"></div>
    <a href="mailto:a@example.org">m</a><a href="javascript:go()">j</a></body></html>"""
    css = Reply('@import "more.css"; body{background:url("/css.png")}', type="text/css")
    with serve({"/": body, "/style.css": css}, fallback=lambda asked: Reply("found")) as site:
        crawl(site.url)
        wanted = {
            "/next", "/feed.xml", "/refreshed", "/style.css", "/api/staff.json", "/escaped/path", "/commented", "/templated",
            "/deep/relative", "/up", "/i.png", "/small.png", "/large.png", "/data", "/search", "/amp?a=1&b=2",
            "/plan.pdf", "/bg.png", "/more.css", "/css.png",
        }  # fmt: skip
        assert wanted <= set(site.paths)
        assert "/delete" not in site.paths
        assert len(site.paths) == len(set(site.paths))


def test_sitemaps_and_their_indexes_are_read():
    with serve({}) as site:
        index = f"<sitemapindex><sitemap><loc>{site.url}/one.xml.gz</loc></sitemap><sitemap><loc>{site.url}/broken.xml</loc></sitemap></sitemapindex>"
        one = f"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{site.url}/from-gz</loc></url></urlset>"
        site.pages = {
            "/": page(),
            "/robots.txt": Reply("User-agent: *\nDisallow:\nSitemap: /maps/index.xml\n", type="text/plain"),
            "/maps/index.xml": Reply(index, type="application/xml"),
            "/one.xml.gz": Reply(gzip.compress(one.encode()), type="application/gzip"),
            "/broken.xml": Reply(f"<urlset><url><loc>{site.url}/from-broken</loc>", type="text/xml"),
            "/sitemap.txt": Reply(f"{site.url}/from-text\nnot a link\n", type="text/plain"),
            "/feed/": Reply(f"<rss><channel><item><link>{site.url}/from-rss</link></item></channel></rss>", type="application/rss+xml"),
            "/from-gz": page(), "/from-broken": page(), "/from-text": page(), "/from-rss": page(),
        }  # fmt: skip
        found = crawl(site.url)
    assert {"/from-gz", "/from-broken", "/from-text", "/from-rss"} <= found.paths()
    assert found.unchecked == []


def test_error_pages_are_given_and_only_refusals_are_unchecked():
    pages = {
        "/": page("/gone", "/closed", "/broken"),
        "/gone": Reply("call 217-555-0148", 404),
        "/closed": Reply("no", 403),
        "/broken": Reply("trace", 500),
    }
    with serve(pages) as site:
        found = crawl(site.url)
    assert found.at("/gone").body == b"call 217-555-0148"
    assert found.at("/broken").body == b"trace"
    assert sorted(u.url.rpartition("/")[2] for u in found.unchecked) == ["broken", "closed"]
    assert "dead link" in found.notices


def test_response_headers_are_kept_for_searching():
    with serve({"/": moved("/home"), "/home": Reply("x", headers={"X-Where": "somewhere"})}) as site:
        found = crawl(site.url)
    assert ("Location", "/home") in found.at("/").headers
    assert ("X-Where", "somewhere") in found.at("/home").headers
    assert found.at("/").status == 302


def test_the_same_bytes_are_given_once():
    body = page(extra="the same " * 50)
    with serve({"/": page("/a", "/b"), "/a": body, "/b": body}) as site:
        found = crawl(site.url, connections=1)
    copies = [found.at("/a"), found.at("/b")]
    assert sorted(len(c.body) for c in copies) == [0, len(body)]
    (second,) = (c for c in copies if not c.body)
    assert second.same_as in {f"{site.url}/a", f"{site.url}/b"} - {second.url}


def test_other_sites_are_listed_and_not_visited():
    with serve({"/": "secret"}) as other, serve({}) as site:
        site.pages = {"/": page(other.url + "/", "https://www.example.com/x", "/go"), "/go": moved(other.url)}
        found = crawl(site.url)
        assert other.log == []
    assert "www.example.com" in found.notices
    assert all(url.startswith(site.url) for url in found.urls)


def test_a_start_that_redirects_off_the_site_is_unchecked():
    with serve({"/": moved("https://www.example.com/")}) as site:
        found = crawl(site.url)
    assert "redirects to another site, www.example.com" in found.unchecked[0].reason


# --- robots --------------------------------------------------------------------------------------

ROBOTS = Reply("User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\n", type="text/plain")


def test_robots_is_obeyed_and_what_it_keeps_away_is_listed():
    with serve(
        {
            "/robots.txt": ROBOTS,
            "/": page("/private/list", "/plan.pdf", "/plan.pdf.html"),
            "/plan.pdf.html": page(),
        }
    ) as site:
        found = crawl(site.url)
        assert "/private/list" not in site.paths
        assert "/plan.pdf" not in site.paths
    assert {u.url for u in found.unchecked} == {f"{site.url}/private/list", f"{site.url}/plan.pdf"}
    assert b"/private/" in found.at("/robots.txt").body


def test_on_the_own_site_disallowed_places_are_visited_and_named():
    with serve({"/robots.txt": ROBOTS, "/": page(), "/private/": "rota"}) as site:
        found = crawl(site.url, obey_robots=False)
    assert found.at("/private/").body == b"rota"
    assert "/private/" in found.notices
    assert found.unchecked == []


def test_a_robots_file_the_server_fails_to_give_closes_the_site():
    with serve({"/robots.txt": Reply("", 503), "/": page()}) as site:
        found = crawl(site.url, retries=0)
        assert "/" not in site.paths
    assert "robots.txt could not be had" in found.unchecked[0].reason


@pytest.mark.parametrize("hops", [1, 5, 6])
def test_robots_is_followed_to_other_hosts_as_often_as_the_standard_asks(hops):
    """RFC 9309 section 2.3.1.2: at least five redirects, even across hosts; the rules are the first host's."""
    with serve({"/rules": ROBOTS, "/private/": page()}) as other, serve({}) as site:
        site.pages = {f"/hop{n}": moved(f"/hop{n + 1}") for n in range(1, hops)}
        site.pages[f"/hop{hops - 1}" if hops > 1 else "/robots.txt"] = moved(f"{other.url}/rules")
        site.pages.setdefault("/robots.txt", moved("/hop1"))
        site.pages |= {"/": page("/private/list"), "/private/list": page()}
        found = crawl(site.url)
        assert ("/private/list" in site.paths) is (hops > 5)
        assert set(other.paths) <= {"/rules"}
    assert all(not url.startswith(other.url) for url in found.urls)
    kept = [u.reason for u in found.unchecked]
    assert kept == ([] if hops > 5 else ["robots.txt keeps crawlers away"])


@pytest.mark.parametrize("obeyed", [True, False])
def test_robots_is_not_followed_to_a_private_address(obeyed):
    with serve({"/robots.txt": ROBOTS}) as inside, serve({"/": page("/a"), "/a": page()}) as site:
        site.pages["/robots.txt"] = moved(f"http://localhost:{inside.port}/robots.txt")
        found = crawl(site.url, obey_robots=obeyed)
        assert inside.log == []
        assert ("/a" in site.paths) is not obeyed
    assert "robots.txt could not be had" in (found.unchecked[0].reason if obeyed else found.notices)


def test_crawl_delay_is_kept():
    robots = Reply("User-agent: *\nCrawl-delay: 0.15\n", type="text/plain")
    with serve(
        {"/robots.txt": robots, "/": page("/a", "/b", "/c")}, fallback=lambda a: Reply("", 404)
    ) as site:
        crawl(site.url, max_pages=8)
    starts = sorted(r.began for r in site.log)
    gaps = [b - a for a, b in pairwise(starts[1:])]
    assert len(gaps) > 4
    assert min(gaps) > 0.1


# --- manners -------------------------------------------------------------------------------------


@pytest.mark.parametrize("connections", [1, 3])
def test_never_more_connections_than_allowed(connections):
    pages = {"/": page(*(f"/p{n}" for n in range(40)))}
    with serve(pages, fallback=lambda asked: Reply(page(), wait=0.005)) as site:
        crawl(site.url, connections=connections)
        assert site.busy_most == connections
        assert site.open_most <= connections
        assert len({r.connection for r in site.log}) == connections


def test_a_delay_spaces_the_starts():
    with serve({"/": page("/a", "/b", "/c", "/d")}) as site:
        crawl(site.url, delay=0.08, max_pages=6)
    starts = sorted(r.began for r in site.log)
    assert min(b - a for a, b in pairwise(starts)) > 0.05


def test_the_agent_is_named():
    with serve({"/": page()}) as site:
        crawl(site.url, contact="https://www.example.org/contact")
    assert site.log[0].headers["user-agent"].startswith("agency-auditor/")
    assert "+https://www.example.org/contact" in site.log[0].headers["user-agent"]


def test_retry_after_is_honoured_for_everybody():
    def busy(asked):
        return Reply("slow down", 429, headers={"Retry-After": "1"}) if asked.count == 1 else Reply("fine")

    with serve(
        {"/": page("/busy", *(f"/p{n}" for n in range(30))), "/busy": busy},
        fallback=lambda a: Reply("x", wait=0.02),
    ) as site:
        found = crawl(site.url)
    assert found.at("/busy").body == b"fine"
    assert found.unchecked == []
    told = next(r.ended for r in site.log if r.status == 429)
    assert not [r for r in site.log if told + 0.15 < r.began < told + 0.9]


def test_a_server_that_never_gives_way_is_reported():
    with serve({"/": page("/busy"), "/busy": Reply("no", 429, headers={"Retry-After": "0"})}) as site:
        found = crawl(site.url)
        assert site.asked("/busy") == 3
    assert "429" in found.unchecked[0].reason


def test_a_long_rest_is_given_where_the_time_allows(monkeypatch):
    """A host rests, however much of it is queued; another host of the same site is read meanwhile."""
    monkeypatch.setattr("auditor.collect.asking.PATIENCE", 1.0)

    def busy(asked):
        return Reply("", 503, headers={"Retry-After": "3"}) if asked.count == 1 else Reply("fine")

    waiting = {f"/p{n}": page() for n in range(60)}
    others = {f"/o{n}": Reply(page(), wait=0.02) for n in range(60)}
    with serve({"/": page(*others), **others}) as other, serve({}) as site:
        site.pages = {"/": page("/busy", *waiting, f"{other.url}/"), "/busy": busy, **waiting}
        found = crawl(site.url, hosts=(other.url,))
        told = next(r.ended for r in site.log if r.status == 503)
        last = max(r.ended for r in other.log if r.path in others)
    assert len(others.keys() & set(other.paths)) == 60
    assert last < told + 2.9
    assert not [r for r in site.log if told + 0.15 < r.began < told + 2.9]
    assert found.at("/busy").body == b"fine"
    assert waiting.keys() <= found.paths()
    assert found.unchecked == []
    assert "asks to be left alone for 3 s, and is" in found.notices


def test_a_rest_longer_than_the_time_gives_the_host_up_and_names_what_is_left():
    links = [f"/p{n}" for n in range(30)]
    busy = Reply(page(*links), 429, headers={"Retry-After": "7200"})
    with serve({"/": page("/busy"), "/busy": busy}) as site:
        began = time.monotonic()
        found = crawl(site.url, connections=1, max_seconds=60, explain=True)
        assert site.asked("/busy") == 1
        assert not set(links) & set(site.paths)
    assert time.monotonic() - began < 10
    assert [u.reason for u in found.unchecked] == [
        "the server answered 429: it asks to slow down",
        (
            "the server asks to be left alone for 7200 s, longer than there is time; "
            "30 known addresses were not visited"
        ),
    ]
    assert (found.unchecked[-1].url, found.unchecked[-1].mend) == (f"{site.url}/", "--max-seconds")
    for link in links:
        assert f"not read: {site.url}{link} (the server asks to be left alone" in found.notices


def test_a_site_that_is_always_busy_is_given_up_and_every_page_accounted_for():
    links = [f"/p{n}" for n in range(100)]
    calm = {"/robots.txt": Reply("", 404), "/": page(*links)}
    with serve(calm, fallback=lambda a: Reply("no", 503, headers={"Retry-After": "0"})) as site:
        found = crawl(site.url)
        assert len(site.log) < 60
    listed = sum("503" in u.reason for u in found.unchecked)
    left = next(u.reason for u in found.unchecked if "answers only that it is busy" in u.reason)
    assert left.endswith(f"; {100 - listed} known addresses were not visited")


@pytest.mark.parametrize("how", ["cancel", "time"])
def test_a_rest_ends_with_the_crawl(how):
    busy = Reply("", 429, headers={"Retry-After": "20"})
    with serve({"/": page("/busy", "/more"), "/busy": busy, "/more": page()}) as site:
        cancel = Cancel()
        options = CrawlOptions(connections=1, max_seconds=60 if how == "cancel" else 21)
        began = time.monotonic()
        threading.Timer(1, cancel.set).start()
        found = collect(WebsiteCollector([site.url], options), cancel)
    assert time.monotonic() - began < 5
    assert found.unchecked


def test_a_page_whose_body_breaks_off_is_asked_for_again():
    def flaky(asked):
        return short(b"<html>half", 1000) if asked.count == 1 else Reply("<html>all of it")

    def torn(asked):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html"
        return raw(head, pause=0.1, reset=True) if asked.count == 1 else Reply("<html>whole")

    with serve({"/": page("/flaky", "/torn"), "/flaky": flaky, "/torn": torn}) as site:
        found = crawl(site.url)
    assert found.at("/flaky").body == b"<html>all of it"
    assert found.at("/torn").body == b"<html>whole"
    assert found.unchecked == []


def test_of_bodies_that_always_break_off_the_longest_is_kept_and_soon_no_more_is_tried():
    def worse(asked):
        return short(asked.path.encode() + b"x" * (10 - asked.count), 1000)

    pages = [f"/p{n}" for n in range(12)]
    with serve({"/": page(*pages), **dict.fromkeys(pages, worse)}) as site:
        found = crawl(site.url, connections=1)
        assert max(site.asked(p) for p in pages) == 3
        assert sum(site.asked(p) for p in pages) < 32
    assert all(found.at(p).body == p.encode() + b"x" * 9 for p in pages)
    assert len([u for u in found.unchecked if "announced length" in u.reason]) == 12


def test_extra_headers_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("AUDITOR_HTTP_HEADERS", "Authorization: Basic eDp5\nCookie: wall=passed")
    with serve({"/": page()}) as site:
        crawl(site.url)
    assert site.log[0].headers["authorization"] == "Basic eDp5"
    assert site.log[0].headers["cookie"] == "wall=passed"


def test_extra_headers_go_to_the_named_host_alone(monkeypatch):
    from auditor.collect.fetch import Fetcher
    from auditor.collect.guard import AddressGuard

    monkeypatch.setenv("AUDITOR_HTTP_HEADERS", "Authorization: Basic eDp5")
    fetcher = Fetcher(CrawlOptions(), AddressGuard([]), ["https://www.example.org/"])
    sent = [
        url
        for url in (
            "https://example.org/a",
            "http://www.example.org/a",
            "https://blog.example.org/",
            "https://www.example.org/",
        )
        if "Authorization" in fetcher._headers_for(url, None)
    ]
    assert sent == ["https://example.org/a", "https://www.example.org/"]


def test_a_malformed_header_is_refused_without_showing_it(monkeypatch):
    monkeypatch.setenv("AUDITOR_HTTP_HEADERS", "hunter2")
    with pytest.raises(ConfigurationError) as refusal:
        crawl("http://127.0.0.1:9")
    assert "hunter2" not in str(refusal.value)


# --- hostile servers -----------------------------------------------------------------------------


def test_a_page_that_never_ends_is_cut_and_reported():
    with serve({"/": page("/endless"), "/endless": endless(b"x" * 4096)}) as site:
        found = crawl(site.url, body_limit=200_000)
    assert len(found.at("/endless").body) == 200_000
    assert "larger than the limit" in found.unchecked[0].reason


def test_a_page_that_drips_is_ended_in_time():
    with serve({"/": page("/drip"), "/drip": endless(b".", pause=0.05)}) as site:
        began = time.monotonic()
        found = crawl(site.url, response_seconds=0.5)
    assert time.monotonic() - began < 5
    assert "took longer than" in found.unchecked[0].reason
    assert found.at("/drip").body.startswith(b"<html>")


def test_headers_that_drip_are_ended_in_time():
    slow = raw(*[b"H"] + [b"T"] * 200, pause=0.05)
    with serve({"/": page("/slow"), "/slow": slow}) as site:
        began = time.monotonic()
        found = crawl(site.url, response_seconds=0.5, retries=0)
    assert time.monotonic() - began < 5
    assert "took longer than" in found.unchecked[0].reason


def test_a_bomb_is_unpacked_no_further_than_the_limit():
    bomb = packed(b"0" * 50_000_000)
    with serve({"/": page("/bomb"), "/bomb": bomb}) as site:
        found = crawl(site.url, body_limit=1_000_000)
    assert len(found.at("/bomb").body) == 1_000_000
    assert "larger than the limit" in found.unchecked[0].reason


def test_broken_compression_is_unchecked():
    with serve(
        {"/": page("/bad"), "/bad": Reply("no gzip at all", headers={"Content-Encoding": "gzip"})}
    ) as site:
        found = crawl(site.url)
    assert "does not unpack" in found.unchecked[0].reason


def test_a_body_that_ends_early_is_given_and_reported():
    with serve({"/": page("/short"), "/short": short(b"<html>half of it", 1000)}) as site:
        found = crawl(site.url)
    assert found.at("/short").body == b"<html>half of it"
    assert "ended before its announced length" in found.unchecked[0].reason


def test_a_reset_is_tried_again_and_then_reported():
    with serve({"/": page("/reset"), "/reset": raw(b"HT", reset=True)}) as site:
        found = crawl(site.url, retries=1)
        assert site.asked("/reset") == 2
    assert "the connection broke" in found.unchecked[0].reason


def test_redirects_in_a_circle_end():
    with serve({"/": page("/a"), "/a": moved("/b"), "/b": moved("/a")}) as site:
        crawl(site.url)
        assert site.asked("/a") <= 2


def test_a_circle_of_pages_that_are_all_linked_to_is_reported():
    circle = {"/a": moved("/b"), "/b": moved("/c"), "/c": moved("/a")}
    with serve({"/": page(*circle), **circle}) as site:
        found = crawl(site.url)
    assert {u.reason for u in found.unchecked} == {"redirects in a circle"}


def test_a_page_that_many_redirect_to_is_asked_for_once():
    pages = {"/": page("/about", "/old", "/about/"), "/about": moved("/about/"), "/old": moved("/about/")}
    with serve({**pages, "/about/": page()}) as site:
        found = crawl(site.url)
        assert site.asked("/about/") == 1
    assert found.at("/about/").status == 200
    assert found.unchecked == []


def test_a_way_round_by_another_page_still_arrives():
    """As a site does that hands out a session before it shows the page."""

    def home(asked):
        return moved("/hello") if asked.count == 1 else Reply("home")

    with serve(
        {
            "/": page("/home"),
            "/home": home,
            "/hello": moved("/home?from=hello"),
            "/home?from=hello": moved("/x"),
        }
    ) as site:
        site.pages["/x"] = "arrived"
        found = crawl(site.url)
    assert found.at("/x").body == b"arrived"


def test_a_start_in_a_circle_is_never_clear():
    with serve({"/": moved("/")}) as site:
        found = crawl(site.url)
        assert site.asked("/") <= 2
    assert [u.reason for u in found.unchecked] == ["redirects in a circle"]


def test_a_site_that_insists_on_its_cookie_gets_it():
    def wall(asked):
        if asked.headers.get("Cookie") == "pass=1":
            return Reply(page("/inside"))
        return Reply("", 302, headers={"Location": asked.path, "Set-Cookie": "pass=1; Path=/; HttpOnly"})

    with serve({"/": wall, "/inside": wall}) as site:
        found = crawl(site.url)
    assert found.paths() >= {"/", "/inside"}
    assert found.unchecked == []


def test_cookies_are_otherwise_not_kept():
    with serve({"/": Reply(page("/a"), headers={"Set-Cookie": "seen=1"}), "/a": page()}) as site:
        crawl(site.url)
        assert not any("cookie" in r.headers for r in site.log)


def test_a_film_is_not_fetched_whole():
    film = Reply(b"\0" * 3_000_000, type="video/mp4")
    with serve({"/": page("/film.mp4"), "/film.mp4": film}) as site:
        found = crawl(site.url)
    assert len(found.at("/film.mp4").body) == 1024**2
    assert "larger than the limit of 1 MB" in found.unchecked[0].reason


def test_an_endless_calendar_is_cut():
    def month(asked):
        if not asked.path.startswith("/events/"):
            return Reply("", 404)
        year, number = (int(part) for part in asked.path.split("/")[2:4])
        return Reply(page(f"/events/{year + 1}/{number:02}/", f"/events/{year - 1}/{number:02}/"))

    with serve({"/": page("/events/2024/05/")}, fallback=month) as site:
        found = crawl(site.url)
        assert len(site.log) < 100
    assert "months before 1990 or after" in found.unchecked[0].reason


LANGUAGES = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


@pytest.mark.parametrize(
    "form", ["/agenda/{month}-{year}/", "/{year}/{month}", "/cal/1-de-{month}-de-{year}"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_endless_calendar_is_cut_whatever_language_names_its_months(language, form):
    names = [quote(name) for name in LANGUAGES[language].split()]

    def address(number):
        return form.format(month=names[number % 12], year=number // 12)

    numbers = {unquote(address(n)): n for n in range(2020 * 12, 2090 * 12)}

    def month(asked):
        number = numbers.get(unquote(asked.path))
        return Reply(page(address(number + 1), extra=str(number))) if number else Reply("", 404)

    with serve({"/": page(address(2024 * 12))}, fallback=month) as site:
        found = crawl(site.url, max_depth=1000)
        assert len(site.log) < 120
    assert "months before 1990 or after" in found.unchecked[0].reason


def test_an_endless_calendar_of_plausible_dates_is_cut_and_an_old_archive_is_not():
    def day(asked):
        if not asked.path.startswith("/cal/"):
            return Reply("", 404)
        here = dt.date(*(int(part) for part in asked.path.split("/")[2:5]))
        links = (f"/cal/{here + dt.timedelta(n):%Y/%m/%d}/" for n in (-365, -31, -1, 1, 31, 365))
        return Reply(page(*links))

    archive = {f"/history/{year}/{month:02}/": page() for year in (1888, 1889) for month in range(1, 13)}
    index = page("/cal/1995/01/02/", "/rfc/2119-1", "/history/")
    pages = {"/": index, "/rfc/2119-1": page(), "/history/": page(*archive), **archive}
    with serve(pages, fallback=day) as site:
        found = crawl(site.url, max_variants=30)
        assert sum(path.startswith("/cal/") for path in site.paths) <= 31
    assert {"/rfc/2119-1", *archive} <= found.paths()
    (left,) = found.unchecked
    assert "left out as a trap: more than 30 dates that lead to nothing but one another: /cal/" in left.reason


def test_a_plan_asks_for_robots_and_sitemaps_alone():
    with serve({}) as site:
        locations = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in ("/a", "/private/b", "/c"))
        site.pages = {
            "/": page("/linked"),
            "/robots.txt": Reply("User-agent: *\nDisallow: /private/\nCrawl-delay: 0.01", type="text/plain"),
            "/sitemap.xml": Reply(f"<urlset>{locations}</urlset>", type="application/xml"),
        }
        plan = WebsiteCollector([site.url]).plan(lambda e: None, Cancel())
        sitemaps = {"/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/sitemap.txt"}
        sitemaps |= {"/sitemap.xml.gz", "/sitemap-index.xml"}
        assert set(site.paths) <= {"/robots.txt", *sitemaps}
    assert plan.pages == (f"{site.url}/", f"{site.url}/a", f"{site.url}/c")
    assert [u.url for u in plan.left_out] == [f"{site.url}/private/b"]
    assert plan.delay == 0.01


def test_guessing_stops_where_it_leads_nowhere():
    guesses = "".join(f"load('/no/{n}.html');" for n in range(400))
    with serve({"/": f"<html><script>{guesses}</script></html>"}) as site:
        found = crawl(site.url)
        assert sum(p.startswith("/no/") for p in site.paths) < 150
    assert "strings that look like addresses were not tried" in found.notices
    assert found.unchecked == []


def test_a_guess_that_fails_counts_once_a_page_links_to_it():
    pages = {
        "/": "<html><script>load('/x/list')</script><a href='/slow'>l</a></html>",
        "/x/list": Reply("broken", 500),
    }
    pages["/slow"] = Reply(page("/x/list"), wait=0.3)
    with serve(pages) as site:
        found = crawl(site.url, connections=2)
        assert site.asked("/x/list") == 1
    assert [u.reason for u in found.unchecked] == ["the server answered 500: its own failure"]


def test_a_site_that_falls_silent_is_given_up():
    pages = {"/": page(*(f"/p{n}" for n in range(300)))}
    with serve(
        pages, fallback=lambda a: raw(b"", reset=True) if a.path.startswith("/p") else Reply("", 404)
    ) as site:
        found = crawl(site.url, retries=0)
        assert len(site.log) < 100
    assert "the site no longer answers; 2" in found.unchecked[-1].reason


def test_endless_redirects_are_cut_and_reported():
    with serve(
        {"/": page("/r0")},
        fallback=lambda a: moved(f"{a.path}0") if a.path.startswith("/r") else Reply("", 404),
    ) as site:
        found = crawl(site.url, max_redirects=5, obey_robots=True)
    assert [u.reason for u in found.unchecked] == ["more than 5 redirects in a row"]


def test_traps_are_cut_and_reported():
    def trap(asked):
        if asked.path == "/calendar":
            month = int(asked.query.rpartition("=")[2] or 0)
            return Reply(page(f"/calendar?month={month + 1}", f"/calendar?month={month + 2}"))
        if asked.path.startswith("/loop"):
            return Reply(page(f"{asked.path}/a/b"))
        return Reply("", 404)

    with serve({"/": page("/calendar?month=0", "/loop")}, fallback=trap) as site:
        found = crawl(site.url, max_variants=20)
        assert sum(p.startswith("/calendar") for p in site.paths) <= 20
    reasons = "\n".join(found.reasons)
    assert "/calendar with more than 20 different queries" in reasons
    assert "paths that repeat themselves" in reasons


@pytest.mark.parametrize("form", ["plain", "echoed", "with another", "in twos"])
def test_an_id_of_a_visit_is_learned_whatever_it_is_called(form):
    """Every answer hands out fresh ids; each page is asked for a few times, and what is left out is counted."""
    paths = ["/", "/a", "/b", "/c", "/d"]

    def visit(asked):
        if asked.path not in paths:
            return Reply("", 404)
        count = len(site.log)
        links = []
        for number, path in enumerate(paths * 8):
            fresh = f"{count * 1000 + number:012x}"
            short = f"{count}z{number}"
            value = {"plain": short, "with another": f"{short}&item=7", "in twos": f"{short}&w={short}"}
            links.append(f"{path}?vst={value.get(form, fresh)}")
        text = f"<h1>{asked.path}</h1>"
        if form == "echoed":
            return Reply(text + page(*links))
        return Reply(text + (page(*links) if asked.path == "/" and not asked.query else ""))

    with serve({}, fallback=visit) as site:
        found = crawl(site.url)
        asked = {path: sum(p.startswith(f"{path}?") for p in site.paths) for path in paths[1:]}
    assert all(1 <= number <= 16 for number in asked.values()), asked
    if form == "echoed":
        assert sum(asked.values()) < 50
        reasons = [u.reason for u in found.unchecked]
        assert any("with further values of vst, of which 8 gave the same page" in r for r in reasons)
        counts = [int(r.split()[0]) for r in reasons if "further values of vst" in r]
        assert all(count > 0 for count in counts)
    assert {p for p in paths if p != "/"} <= {path.partition("?")[0] for path in found.paths()}


def test_a_key_that_changes_the_page_is_no_id_of_a_visit():
    """Many values that give the same page (a list beyond its end) hide none that gives another."""

    def listed(asked):
        number = int(asked.query.partition("=")[2] or 0)
        return Reply(f"<p>part {number}</p>" if number < 40 else "<p>nothing here</p>")

    links = [f"/list?from={n}" for n in (*range(38, 60), *range(38))]
    with serve({"/": page(*links), "/list": listed}) as site:
        found = crawl(site.url)
    assert {f"/list?from={n}" for n in range(40)} <= found.paths()


@pytest.mark.parametrize("words", [True, False])
@pytest.mark.parametrize(
    "form",
    ["/news?page={}", "/news/page/{}/", "/news?offset={}0&sort=new", "/news?after={:x}z", "/news-{}.html"],
)
def test_an_archive_that_is_reached_by_its_next_links_alone_is_read_to_its_end(form, words):
    last = 260

    def entry(asked):
        address = asked.path + ("?" + asked.query if asked.query else "")
        number = numbers.get(address, 0)
        if not number:
            return Reply("", 404)
        text = f"<p>entry {number}" + (f" {number:b}".translate({48: "a", 49: "b"}) if words else "")
        after = f'<a href="{form.format(number + 1)}" rel="next">on</a>' if number < last else ""
        return Reply(f"<html>{text}</p>{after}</html>")

    numbers = {form.format(n): n for n in range(1, last + 1)}
    with serve({"/": page(form.format(1))}, fallback=entry) as site:
        found = crawl(site.url, connections=2, max_variants=50)
    assert set(numbers) <= found.paths()
    assert found.unchecked == []


def test_a_series_that_shows_the_same_again_and_again_is_cut():
    def same(asked):
        number = int(asked.query.partition("=")[2] or 0)
        return Reply(f'<p>No entries.</p><a rel="next" href="/list?page={number + 1}">next</a>')

    with serve({"/": page("/list?page=1"), "/list": same}) as site:
        found = crawl(site.url, max_variants=30)
        assert len([p for p in site.paths if p.startswith("/list")]) <= 31
    assert "/list with more than 30 different queries" in found.unchecked[0].reason


@pytest.mark.parametrize("years", [(), (1,)])
def test_an_endless_calendar_that_counts_in_its_query_is_cut(years):
    names = LANGUAGES["de"].split()

    def month(asked):
        year, number = (int(part.partition("=")[2]) for part in asked.query.split("&"))
        later = f"/cal?y={year + number // 12}&m={number % 12 + 1}"
        text = f"<h1>{names[number - 1]} {year}</h1>"
        onward = f'<a rel="next" href="{later}">next</a>'
        return Reply(text + onward + page(*(f"/cal?y={year + n}&m={number}" for n in years)))

    with serve({"/": page("/cal?y=2024&m=5"), "/cal": month}) as site:
        found = crawl(site.url, max_variants=30)
        assert len([p for p in site.paths if p.startswith("/cal")]) < 60
    assert any("/cal with more than 30" in u.reason for u in found.unchecked)


def test_a_query_alone_leads_on_from_the_page_it_stands_on():
    pages = {"/": page("/a", "/b"), "/a": page("?part=2"), "/b": page("?part=2")}
    with serve(pages | {"/a?part=2": page(), "/b?part=2": page()}) as site:
        assert {"/a?part=2", "/b?part=2"} <= crawl(site.url).paths()


@pytest.mark.parametrize("limits", [{}, {"max_pages": 12}, {"max_depth": 1}, {"max_seconds": 1.5}])
def test_of_every_address_it_is_told_why_it_was_read_or_not(limits):
    """Whatever befalls it, and wherever the crawl ends."""
    links = ["/kept/a", "/left/b", "/loop", "/away", "/nowhere", "/hops0", "/gone", "/closed", "/torn", "/ok"]
    links += ["/a/b/a/b/a/b", "/busy", "/slow", "/deep0", *(f"/q?n={n}" for n in range(8))]
    script = "<script>go('/closed/guess');go('/kept/guess')</script>"
    kept = Reply("User-agent: *\nDisallow: /kept/\n", type="text/plain")
    pages = {
        "/robots.txt": kept,
        "/": page(*links, extra=script),
        "/loop": moved("/loop"),
        "/away": moved("https://www.example.com/"),
        "/nowhere": moved("mailto:x@a.example"),
        "/closed": Reply("", 403),
        "/closed/guess": Reply("", 403),
        "/torn": raw(b"", reset=True),
        "/busy": Reply("", 503),
        "/slow": Reply("slow", wait=0.3),
        "/ok": page("/ok/below", "/kept/guess"),
        **{f"/hops{n}": moved(f"/hops{n + 1}") for n in range(9)},
        **{f"/deep{n}": page(f"/deep{n + 1}") for n in range(5)},
    }
    with serve(pages) as site:
        options = {
            "exclude": ("/left/*",),
            "max_redirects": 3,
            "max_variants": 4,
            "retries": 0,
            "explain": True,
        }
        found = crawl(site.url, **options | limits)
        known = {"/", *links, "/closed/guess", "/kept/guess", *site.paths}
    lines = found.notices.splitlines()
    told = {
        line.split("read: ", 1)[1].split()[0] for line in lines if line.startswith(("read: ", "not read: "))
    }
    assert {path for path in known if f"{site.url}{path}" not in told} == set()
    reasons = {u.reason for u in found.unchecked if u.url.endswith("/kept/guess")}
    assert limits or reasons == {"robots.txt keeps crawlers away"}


def test_a_guess_that_a_page_links_to_is_read_though_guessing_was_given_up():
    guesses = "".join(f"load('/no/{n}.html');" for n in range(300))
    script = f"<html><script>{guesses}load('/yes.html')</script><a href='/slow'></a></html>"
    with serve({"/": script, "/slow": Reply(page("/yes.html"), wait=0.4), "/yes.html": page()}) as site:
        found = crawl(site.url, connections=2)
    read = "/yes.html" in found.paths()
    assert read or [u.url for u in found.unchecked] == [f"{site.url}/yes.html"]


def test_other_hosts_are_counted_and_with_explain_all_named():
    links = [f"https://h{n}.example/" for n in range(14)]
    with serve({"/": page(*links)}) as site:
        assert "links to 14 other hosts, not visited: " in crawl(site.url).notices
        assert " and 4 more" in crawl(site.url).notices
        assert all(link[8:-1] in crawl(site.url, explain=True).notices for link in links)


def test_visits_and_campaigns_make_no_new_pages():
    links = [
        "/p?a=1&b=2",
        "/p?b=2&a=1",
        "/p?a=1&b=2&utm_source=x",
        "/p?a=1&b=2&PHPSESSID=77",
        "/p?a=1&b=2#top",
    ]
    with serve({"/": page(*links), "/p": page()}) as site:
        crawl(site.url)
        assert len([p for p in site.paths if p.startswith("/p?")]) == 1


def test_links_that_were_not_looked_for_are_reported_and_the_page_is_read_again(monkeypatch):
    monkeypatch.setattr("auditor.collect.links.SCAN_LIMIT", 2 * 1024**2)
    long = page("/early", extra=" " * 2 * 1024**2 + "<a href='/late'>x</a>")
    with serve({"/": page("/long"), "/long": long, "/early": page(), "/late": page()}) as site:
        found = crawl(site.url)
        assert "/late" not in site.paths
    assert "/early" in found.paths()
    assert found.reasons == [f"{site.url}/long only its first 2 MB were looked through for links"]
    assert found.at("/long").cut


# --- limits and endings --------------------------------------------------------------------------


def chain(asked):
    if not asked.path.startswith("/p"):
        return Reply("", 404)
    number = int(asked.path.removeprefix("/p"))
    return Reply(page(f"/p{number + 1}", f"/p{number + 1000}"))


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ({"max_pages": 20}, "limit of 20 pages"),
        ({"max_depth": 3}, "more than 3 links away"),
        ({"max_bytes": 2000}, "limit of 2000 bytes"),
        ({"max_seconds": 1.2, "delay": 0.02}, "limit of 1.2 s"),
    ],
)
def test_each_limit_is_reported(limit, reason):
    with serve({"/": page("/p0")}, fallback=chain) as site:
        found = crawl(site.url, **limit)
    assert any(reason in r for r in found.reasons)
    assert found.at("/").body
    if "max_pages" in limit:
        assert len(found.resources) == 20


def test_a_site_of_just_the_limit_is_not_cut():
    with serve({"/": page("/a"), "/a": page("/")}) as site:
        everything = len(crawl(site.url).resources)
        found = crawl(site.url, max_pages=everything)
    assert found.unchecked == []


def test_a_page_that_is_looked_through_when_the_time_is_over_is_listed_and_not_waited_for(monkeypatch):
    from auditor.collect import answers

    inner, released = answers.scan, threading.Event()

    def slow(body, *rest):
        if body.startswith(b"<i>slow"):
            released.wait(20)
        return inner(body, *rest)

    monkeypatch.setattr(answers, "scan", slow)
    with serve({"/": page("/slow", "/quick"), "/slow": "<i>slow", "/quick": page()}) as site:
        began = time.monotonic()
        found = crawl(site.url, max_seconds=1)
    assert time.monotonic() - began < 3.5
    released.set()
    for thread in threading.enumerate():
        if thread.name.startswith("crawl-"):
            thread.join(5)
    assert "/quick" in found.paths()
    listed = next(u for u in found.unchecked if u.url.endswith("/slow"))
    assert listed.reason.startswith("time limit")
    assert listed.mend == "--max-seconds"
    assert any("the limit of 1 s was reached" in reason for reason in found.reasons)


def test_cancel_ends_at_once_and_says_so():
    with serve({"/": page(*(f"/p{n}" for n in range(50)))}, fallback=lambda a: Reply("x", wait=0.2)) as site:
        cancel = Cancel()
        threading.Timer(0.5, cancel.set).start()
        began = time.monotonic()
        found = collect(WebsiteCollector([site.url], CrawlOptions(connections=2)), cancel)
    assert time.monotonic() - began < 3
    assert found.unchecked[-1].reason.startswith("cancelled")


def test_a_reader_that_leaves_ends_the_crawl():
    with serve({"/": page(*(f"/p{n}" for n in range(200)))}, fallback=lambda a: Reply("x" * 100)) as site:
        stream = WebsiteCollector([site.url]).collect(lambda e: None, Cancel())
        assert isinstance(next(stream), Resource)
        stream.close()
        before = len(site.log)
        time.sleep(0.2)
        assert len(site.log) <= before + 4
    assert not [t for t in threading.enumerate() if t.name.startswith("crawl-")]


def test_a_host_that_cannot_be_reached_is_one_clear_line():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = crawl(f"http://127.0.0.1:{port}")
    assert [u.reason for u in found.unchecked] == ["the connection was refused"]
    assert found.resources == []


def test_an_unknown_host_is_one_clear_line():
    found = crawl("https://no-such-host.invalid")
    assert [u.reason for u in found.unchecked] == ["the host name no-such-host.invalid is not known"]


def test_a_start_that_is_missing_is_unchecked():
    with serve({}) as site:
        found = crawl(f"{site.url}/nothing")
    assert "404" in found.unchecked[0].reason


@pytest.mark.parametrize("address", ["ftp://example.org/", "", "http://"])
def test_what_is_no_web_address_is_refused(address):
    with pytest.raises(ConfigurationError):
        WebsiteCollector([address])


def test_a_site_that_moves_to_www_is_read_there(monkeypatch):
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda h, p, *a, **k: real("127.0.0.1", p, *a, **k))

    def host(asked):
        name = asked.headers["Host"]
        if not name.startswith("www."):
            return moved(f"http://www.{name}{asked.path}", 301)
        return Reply(page("/a", f"http://{name.removeprefix('www.')}/b"))

    with serve(dict.fromkeys(("/", "/a", "/b"), host)) as site:
        start = f"http://agency.test:{site.port}"
        found = crawl(start, allow_private=True)
    read = {r.url.removeprefix("http://") for r in found.resources if r.status == 200}
    assert {f"www.agency.test:{site.port}{path}" for path in ("/", "/a", "/b")} <= read
    assert found.unchecked == []
