"""The quick scan for addresses in the bytes of a resource."""

import datetime as dt
import gzip
import io
import threading
import time
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.collect.frontier import Frontier, Visit
from auditor.collect.links import SCAN_LIMIT, clean, is_plausible, scan
from auditor.collect.robots import Robots
from auditor.collect.sitemaps import read_sitemap, unpacked
from auditor.collect.tally import BUFFER_BYTES, BUFFER_ITEMS, Buffer
from auditor.core.document import Resource


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<a href="/x">', "/x"),
        ("<a href='/x'>", "/x"),
        ("<a href=/x>", "/x"),
        ('<A HREF="/x">', "/x"),
        ('<a\nclass="b"\thref = "/x" >', "/x"),
        ('<a href\n=\n"/x">', "/x"),
        ('<a href="page2">', "page2"),
        ('<img src="/x">', "/x"),
        ('<img data-src="/x">', "/x"),
        ('<use xlink:href="/x">', "/x"),
        ('<video poster="/x">', "/x"),
        ('<html manifest="/x">', "/x"),
        ('<meta http-equiv="refresh" content="0;URL=/x">', "/x"),
        ("""<meta http-equiv=refresh content='0; url="/x"'>""", "/x"),
        ('<img srcset="/y 1x, /x 2x">', "/x"),
        ('<img srcset="/y 100w,/x 200w">', "/x"),
        ('<object type="application/pdf" data="/x">', "/x"),
        ('<form action="/x">', "/x"),
        ("<style>@import '/x';</style>", "/x"),
        ('<p style="background: url( /x )">', "/x"),
        ("""<p style="background:url('/x')">""", "/x"),
        ("<!-- <a href=/x> -->", "/x"),
        ("<!--[if IE]><link href='/x'><![endif]-->", "/x"),
    ],
)
def test_what_a_page_links_to(html, link):
    assert link in scan(f"<!doctype html><html>{html}</html>".encode(), "text/html").named


@pytest.mark.parametrize(
    "html",
    [
        '<div data-background-image="/x">',
        '<button formaction="/x">',
        "<script>load('/x')</script>",
        '<script type="application/ld+json">{"url": "/x"}</script>',
        "<script>const u = `/x`</script>",
    ],
)
def test_what_a_page_may_link_to(html):
    assert "/x" in scan(f"<html>{html}</html>".encode(), "text/html").guessed


@pytest.mark.parametrize(
    ("kind", "body", "link"),
    [
        (
            "application/json",
            b'{"link": "https:\\/\\/www.example.org\\/x"}',
            "https:\\/\\/www.example.org\\/x",
        ),
        ("text/javascript", b"import a from './x.js'; fetch(\"data/staff.json\")", "data/staff.json"),
        ("application/manifest+json", b'{"start_url": "/start?x=1"}', "/start?x=1"),
        ("text/plain", b"see https://www.example.org/x.", "https://www.example.org/x"),
        ("", b"see (https://www.example.org/x_(y)) now", "https://www.example.org/x_(y)"),
    ],
)
def test_what_other_types_lead_to(kind, body, link):
    assert link in scan(body, kind).guessed


@pytest.mark.parametrize(
    "code",
    [
        'a.href=spans[i].getElementsByTagName("a")[0].href',
        "el.src=base+name;",
        "var href=list.first();",
        "x = 'px'/spans[i].getElementsByTagName('b')",
        'n="a"/(x+y);go("b")',
        'y = "5"/2+"px"/z.length*"4"',
        "router.on('/:id/*', f)",
        'c="/*";d="*/";e="/)"',
        "if(a.url==b&&c.src!=d){go(e.url=f())}",
        r"test('/^\d+\/$/')",
    ],
)
def test_pieces_of_a_script_are_no_links(code):
    for links in (
        scan(f"<html><script>{code}</script></html>".encode(), "text/html"),
        scan(code.encode(), "text/javascript"),
        scan(f'<p onclick="{code.replace(chr(34), chr(39))}">'.encode(), "text/html"),
    ):
        assert not [link for link in links.named if "(" in link or "[" in link or "+" in link]
        assert not [link for link in links.guessed if is_plausible(clean(link))]


@pytest.mark.parametrize(
    ("code", "link"),
    [
        ("el.src='pictures/house.jpg'", "pictures/house.jpg"),
        ('location.href="/x?a=1"', "/x?a=1"),
        ("document.write('<a href=\\'/x\\'>')", "/x"),
        ('{"html": "<p><a href=\\"\\/x\\">y<\\/a>"}', "/x"),
        ('{"html": "\\u003ca href=\\u0022/x\\u0022\\u003e"}', "/x"),
        ("go('/wiki/Shelter_(building)')", "/wiki/Shelter_(building)"),
        ("go('/-/list')", "/-/list"),
        ("go('/@kim/a,b;v=1/c~d!e')", "/@kim/a,b;v=1/c~d!e"),
        ("go('/api?f[]=a&g=(b')", "/api?f[]=a&g=(b"),
        ("go('http://[::1]/x')", "http://[::1]/x"),
    ],
)
def test_addresses_in_a_script_are_links(code, link):
    for body, kind in ((f"<html><script>{code}</script></html>", "text/html"), (code, "application/json")):
        found = scan(body.encode(), kind)
        assert link in {clean(each) for each in found.guessed if is_plausible(clean(each))}


def test_templates_in_a_script_are_markup():
    page = b'<html><script type="text/x-template"><a href=/x></script><script id=t type=text/html><a href=/y></script>'
    assert scan(page, "text/html").named == {"/x", "/y"}


def test_types_that_lie_are_seen_through():
    page = b"<!DOCTYPE html><html><a href='/x'></a></html>"
    for kind in ("text/plain", "application/octet-stream", "", "application/xml"):
        assert "/x" in scan(page, kind).named
    assert scan(b"\x89PNG\0\0 href='/x'", "text/html") == scan(b"", "image/png")


def test_a_posted_form_is_never_asked_for():
    links = scan(b'<html><form method="POST" action="/x"></form></html>', "text/html")
    assert "/x" not in links.named | links.guessed


def test_a_page_that_is_linked_to_is_read_though_a_form_posts_to_it():
    links = scan(b'<a href="/contact/">us</a><form method=post action="/contact/"></form>', "text/html")
    assert "/contact/" in links.named


def test_the_base_of_a_page():
    assert scan(b'<html><base target="_top" href="/deep/"></html>', "text/html").base == "/deep/"


HOSTILE = [
    "<script", "<script>", "<script >x", "<base ", "<form ", "<object ", "<base href", "<form action=", 'srcset="',
    "srcset='", 'srcset="' + "," * 50, "href=", 'href="', "href='", "= ", "\n=\n", " srcset =", '"/', "'/", "`/", '"./',
    "url(", "url( ", '@import "', "https://", '"a.', '"a/', "\\/", "<!--", "/", "\t", ",",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize(
    "kind", ["text/html", "application/json", "text/css", "text/plain", "application/xml"]
)
def test_no_repetition_holds_the_scan_up(piece, kind):
    """Three times as long at ten times the size for each byte is linear; what grew would be ten times."""

    def seconds(size):
        body = ("<html>" * (kind == "text/html") + "<?xml?>" * kind.endswith("xml")).encode()
        began = time.process_time()
        scan(body + (piece * (size // len(piece))).encode(), kind)
        return time.process_time() - began

    few = max(min(seconds(20_000) for _ in range(2)), 0.001)
    assert seconds(200_000) < 30 * few + 0.1


def test_a_comma_ends_no_address_of_a_srcset():
    for value, links in {
        "/a 1x, /b 2x": {"/a", "/b"},
        "/a 100w,/b 200w": {"/a", "/b"},
        "/a, /b": {"/a", "/b"},
        "/a,1/b 2x": {"/a,1/b"},
        " ,, /a 1.5x ,\n/b": {"/a", "/b"},
    }.items():
        assert scan(f'<img srcset="{value}">'.encode(), "text/html").named == links


def test_scripts_are_told_from_what_surrounds_them():
    page = b"<html><p>'a.html'</p><script>go('b.html')</script>'c.html'<script>go('d.html')"
    assert scan(page, "text/html").guessed == {"b.html", "d.html"}


def test_what_is_not_looked_through_is_told():
    long = b"<html>" + b" " * SCAN_LIMIT + b"<a href='/late'>"
    assert "only its first 32 MB" in scan(long, "text/html").cut
    part = b"1 0 obj << /Type /ObjStm >>\nstream\n" + zlib.compress(b"/URI (https://a.example/x)")
    assert scan(b"%PDF-1.7\n" + part * 500, "application/pdf").cut == ""
    assert "only 500 of its compressed parts" in scan(b"%PDF-1.7\n" + part * 501, "application/pdf").cut
    bomb = b"1 0 obj << /Type /ObjStm >>\nstream\n" + zlib.compress(b" " * 5 * 1024**2)
    assert "only 4 MB" in scan(b"%PDF-1.7\n" + bomb, "application/pdf").cut
    for count, word in ((499, ""), (500, "only 500")):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(count):
                archive.writestr(f"slides/{number}.rels", "x")
            archive.writestr("content.xml", " " * 5 * 1024**2 if word else "")
        cut = scan(file.getvalue(), "application/zip").cut
        assert word in cut
        assert bool(cut) is bool(word)


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "text/html", "text/css", "application/json", "application/xml"]),
)
@settings(max_examples=100)
def test_no_bytes_break_the_scan(body, kind):
    scan(body, kind)
    scan(b"<html " + body, kind)


# --- sitemaps ------------------------------------------------------------------------------------

LOC = "https://www.example.org/x?a=1&b=2"


@pytest.mark.parametrize(
    "body",
    [
        f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc> {LOC.replace('&', '&amp;')} </loc></url></urlset>",
        f"<urlset><url><loc>{LOC}</loc>",
        f"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><urlset><loc>{LOC}</loc></urlset>",
        f"<rss><channel><item><link><![CDATA[{LOC}]]></link></item></channel></rss>",
        f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='alternate' href='{LOC.replace('&', '&amp;')}'/></entry></feed>",
        f"\ufeff{LOC}\r\nnonsense\r\n",
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_every_form_of_sitemap(body, pack):
    assert LOC in read_sitemap(pack(body.encode())).links


INDEX = f"<?xml version='1.0' encoding='{{}}'?>\n<sitemapindex><sitemap><loc>{LOC.replace('&', '&amp;')}</loc></sitemap></sitemapindex>"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
def test_sitemaps_in_any_encoding(encoding, mark, pack):
    body = (mark + INDEX.format(encoding[:6])).encode(encoding)
    found = read_sitemap(pack(body))
    assert found.links == (LOC,)
    assert found.is_index
    assert LOC in scan(body, "application/xml").named
    assert LOC in read_sitemap((mark + INDEX.format(encoding[:6])[:-20]).encode(encoding)).links


def test_a_text_sitemap_in_utf_16():
    assert read_sitemap(f"{LOC}\r\n".encode("utf-16")).links == (LOC,)


def test_a_page_in_place_of_a_sitemap_is_none():
    assert read_sitemap(b"<!doctype html>\n<!-- no map --><HTML><a href='/x'>") is None


@pytest.mark.parametrize(
    "item",
    [
        "<description>&lt;p&gt;&lt;a href=&quot;/x&quot;&gt;read&lt;/a&gt;</description>",
        "<content:encoded><![CDATA[<p>a</p><a href='/x'>read</a>]]></content:encoded>",
        "<content type='html'>&lt;img src='/x'&gt;</content>",
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><a href='/x'>read</a></div></content>",
    ],
)
def test_what_a_feed_holds_of_pages_is_followed(item):
    head = "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>"
    assert "/x" in scan(f"{head}{item}</item></channel></rss>".encode(), "application/rss+xml").named
    assert "/x" in scan(f"<?xml version='1.0'?>{head}{item}</item>".encode(), "application/rss+xml").named


def test_a_packed_sitemap_is_bounded():
    assert len(unpacked(gzip.compress(b" " * 1_000_000), 1000)) == 1000
    assert unpacked(b"\x1f\x8bbroken") == b""


# --- robots --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", "/abc", False),
        ("User-agent: *\nDisallow: /a/", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /b", "/b", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?y", True),
        ("User-agent: agency-auditor\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("user-agent: Agency-Auditor\ndisallow: /a", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nUser-agent: other\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", False),
        ("# nothing\nnonsense\n", "/a", True),
        ("<html>not a robots file</html>", "/a", True),
    ],
)
def test_robots_rules(rules, path, allowed):
    assert Robots(rules).allows(f"https://www.example.org{path}") is allowed


def test_robots_places_and_delay():
    robots = Robots.from_bytes(
        b"\xef\xbb\xbfUser-agent: *\nCrawl-delay: 2\nDisallow: /p/*.php # x\nDisallow: /\nDisallow: *q\n"
    )
    assert robots.delay == 2.0
    assert robots.places() == ["/p/"]
    assert not Robots(closed=True).allows("https://www.example.org/a")


# --- the queue -----------------------------------------------------------------------------------


def frontier(**options):
    return Frontier(**{"max_variants": 5, "max_depth": 10, "capacity": 100, **options})


def drain(queue):
    found = []
    while visit := queue.take(lambda: False):
        found.append(visit.url)
        queue.done()
    return found


@given(st.lists(st.text(alphabet="ab", max_size=4), max_size=30))
@settings(max_examples=50)
def test_every_address_is_given_out_once_and_in_order(paths):
    urls = [f"https://example.org/{path}" for path in paths]
    queue = frontier()
    queue.add([Visit(url) for url in urls])
    assert drain(queue) == list(dict.fromkeys(urls))


def test_the_memory_of_the_queue_is_bounded():
    queue = frontier(capacity=10)
    queue.add([Visit(f"https://example.org/{n}") for n in range(50)])
    assert len(drain(queue)) == 10
    assert queue.dropped == 40


@pytest.mark.parametrize(
    ("path", "trap"),
    [
        ("/a/b/a/b/a/b", True),
        ("/a/a/a/a", True),
        ("/11/11/11", False),
        ("/2024/2024/01", False),
        ("/a/b/a/c/a/d", False),
        ("/x" * 5, True),
        ("/" + "y" * 3000, True),
        ("/blog/page/2/", False),
    ],
)
def test_paths_that_grow_without_end(path, trap):
    queue = frontier()
    queue.add([Visit(f"https://example.org{path}")])
    assert bool(drain(queue)) is not trap
    assert bool(queue.trapped) is trap


def linked(queue, pages, start="/"):
    """Read what the queue gives out; `pages` tells which paths each path links to. The paths read."""
    base = "https://example.org"
    queue.add([Visit(base + start)])
    read = []
    while visit := queue.take(lambda: False):
        path = visit.url.removeprefix(base)
        read.append(path)
        queue.add([Visit(base + to, visit.depth + 1, source=visit.url) for to in pages(path)])
        queue.done()
        assert len(read) < 5000
    return read


def around(form, *units):
    """Links of a calendar's page to the dates before and after it, by each of `units` (days)."""

    def pages(path):
        if path == "/":
            return [f"{dt.date(2024, 5, 1):{form}}"]
        day = dt.datetime.strptime(path, form).replace(tzinfo=dt.UTC).date()
        return [f"{day + dt.timedelta(n * sign):{form}}" for n in units for sign in (1, -1)]

    return pages


@pytest.mark.parametrize(
    ("form", "units"),
    [
        ("/cal/%Y/%m/%d/", (1, 7, 31)),
        ("/cal/%Y-%m-%d", (1,)),
        ("/cal/%Y%m%d.html", (1, 365)),
        ("/cal/%d.%m.%Y", (1,)),
        ("/events/day/?date=%Y-%m-%d", (1, 31)),
        ("/%Y/%b/%d/events", (1, 31)),
        ("/cal/%Y/%m/%d/?view=day", (1,)),
    ],
)
def test_a_calendar_that_leads_to_nothing_but_itself_is_cut(form, units):
    queue = frontier(max_variants=50, max_depth=10_000, capacity=10**6)
    assert len(linked(queue, around(form, *units))) <= 53
    traps = queue.left_out()
    assert traps
    assert all("nothing but one another" in trap or "different queries" in trap for trap in traps)


def test_months_days_and_years_of_a_calendar_count_together():
    def pages(path):
        parts = [int(p) for p in path.split("/")[2:-1]]
        if path == "/":
            return ["/cal/2024/"]
        below = [f"{path}{n:02}/" for n in range(1, (13, 29)[len(parts) - 1])] if len(parts) < 3 else []
        return [*below, f"/cal/{parts[0] + 1}/", f"/cal/{parts[0] - 1}/"]

    queue = frontier(max_variants=50, max_depth=10_000, capacity=10**6)
    assert len(linked(queue, pages)) < 500


def test_an_archive_is_read_to_its_end_whatever_its_dates():
    """Listed by year; or only by the month before, while each month leads to what was written in it."""

    def listed(path):
        parts = path.split("/")[1:-1]
        if path == "/":
            return [f"/history/{year}/" for year in range(1850, 1900)]
        months = [f"{path}{month:02}/" for month in range(1, 13)] if len(parts) == 2 else []
        return months if path < "/history/19" else []

    queue = frontier(max_variants=50, max_depth=1000, capacity=10**5)
    assert len(linked(queue, listed)) == 1 + 50 + 50 * 12

    def chained(path):
        if path == "/":
            return ["/news/1888/01/"]
        if not path.startswith("/news/"):
            return []
        year, month = map(int, path.split("/")[2:4])
        after = f"/news/{year + month // 12}/{month % 12 + 1:02}/"
        return [f"/story-of-{year * 12 + month}x"] + ([after] if year < 1930 else [])

    assert len(linked(frontier(max_variants=50, max_depth=1000, capacity=10**5), chained)) > 1000


@pytest.mark.parametrize(
    "path", ["/rfc/2119-1", "/history/1888/03/", "/3001/12", "/cal?month=1066-10", "/y/2999/", "/19991231/"]
)
def test_one_address_alone_is_no_trap(path):
    queue = frontier()
    queue.add([Visit(f"https://example.org{path}", source="https://example.org/list")])
    assert drain(queue) == [f"https://example.org{path}"]
    assert not queue.left_out()


def test_what_was_cut_comes_back_when_something_else_leads_to_it():
    queue = frontier(max_variants=5, max_depth=1000)
    linked(queue, around("/cal/%Y/%m/%d/", 1))
    (before,) = queue.left_out().values()
    lost = "https://example.org/cal/2024/05/05/"
    assert lost not in drain(queue)
    queue.add([Visit(lost, source="https://example.org/sitemap.xml")])
    assert drain(queue) == [lost]
    assert list(queue.left_out().values()) == [before - 1]


def test_many_queries_are_read_where_other_pages_link_to_them():
    site = "https://example.org"
    queue = frontier(max_variants=5, capacity=1000)
    queue.add([Visit(f"{site}/item?id={n}", source=f"{site}/list") for n in range(200)])
    assert len(drain(queue)) == 50
    queue = frontier(max_variants=5, capacity=1000)
    queue.add([Visit(f"{site}/item?id={n}", source=f"{site}/item?id=0") for n in range(200)])
    assert len(drain(queue)) == 5
    queue = frontier(max_variants=5, capacity=1000)
    ids = (f"{n:08x}-9f3a-4c2b" for n in range(200))
    queue.add([Visit(f"{site}/item?visit={n}", source=f"{site}/list") for n in ids])
    assert len(drain(queue)) == 5


def test_a_calendar_that_was_cut_before_is_cut_at_once():
    first = frontier(max_variants=20, max_depth=1000, capacity=10**5)
    pages = around("/cal/%Y/%m/%d/", 1)
    linked(first, pages)
    again = frontier(max_variants=20, max_depth=1000, capacity=10**5)
    again.remember(first.left_out())
    assert len(linked(again, pages)) == 2


# --- the hand-over -------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "most"), [(1, BUFFER_ITEMS), (BUFFER_BYTES // 3, 3), (BUFFER_BYTES * 2, 1)])
def test_the_buffer_is_bounded_in_items_and_bytes(size, most):
    buffer = Buffer()
    buffer.open(1)
    body = b"x" * size
    writer = threading.Thread(target=lambda: [buffer.put(Resource(str(n), body)) for n in range(most + 2)])
    writer.start()
    writer.join(0.3)
    assert len(buffer) == most
    assert [buffer.get(2).url for _ in range(most + 2)] == [str(n) for n in range(most + 2)]
    writer.join(2)
    assert not writer.is_alive()
    assert buffer.get(0.01) is None
    buffer.leave()
    assert not buffer.alive


def test_a_closed_buffer_lets_nobody_wait():
    buffer = Buffer()
    writer = threading.Thread(target=lambda: [buffer.put(Resource(str(n), b"")) for n in range(500)])
    writer.start()
    buffer.close()
    writer.join(2)
    assert not writer.is_alive()
