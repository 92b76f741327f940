"""A site that does everything to hold a crawler up, all at once: the crawl ends, and each thing is reported."""

import datetime as dt
import gzip
import itertools
import time

from tests.collect.helpers import crawl
from tests.sites.server import Reply, endless, moved, packed, raw, serve, short

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def page(*links: str, extra: str = "") -> str:
    return "<html><body>" + "".join(f'<a href="{link}">x</a>' for link in links) + extra + "</body></html>"


def site_without_end():
    visits = itertools.count()

    def more(asked):
        kind = asked.path.split("/")[1]
        if kind == "cal":
            here = dt.date(*(int(part) for part in asked.path.split("/")[2:5]))
            return Reply(page(*(f"/cal/{here + dt.timedelta(n):%Y/%m/%d}/" for n in (-31, -1, 1, 31))))
        if kind == "s":
            visit = f"{next(visits):08x}-4c2b-9f3a"
            names = ("visit", "PHPSESSID")
            return Reply(page(*(f"/s/{n}?{name}={visit}" for n in range(3) for name in names)))
        if kind == "hop":
            return moved(f"/hop/{int(asked.path[5:]) + 1}")
        if kind == "grow":
            return Reply(page(asked.path + "/more"))
        return Reply("", 404)

    def wall(asked):
        if "pass=1" in asked.headers.get("Cookie", ""):
            return Reply("inside")
        return Reply("", 302, headers={"Location": asked.path, "Set-Cookie": "pass=1; Path=/"})

    def never(asked):
        return Reply("", 302, headers={"Location": asked.path, "Set-Cookie": f"n{asked.count}=1"})

    pages = {
        "/round": moved("/about"),
        "/about": moved("/round"),
        "/hop/0": moved("/hop/1"),
        "/endless": endless(b"x" * 65536),
        "/drip": endless(b".", pause=0.05),
        "/drip-head": raw(*[b"HTTP/1.1 200 OK\r\nX: "] + [b"a"] * 100, pause=0.05),
        "/short": short(b"<html>half", 1000),
        "/longer": raw(HEAD + b"Content-Length: 6\r\n\r\n<html>and more"),
        "/bomb": packed(b"0" * 50_000_000),
        "/twice": Reply(
            gzip.compress(gzip.compress(b"0" * 9_000_000)), headers={"Content-Encoding": "gzip, gzip"}
        ),
        "/plain": Reply("no gzip", headers={"Content-Encoding": "gzip"}),
        "/reset": raw(b"HT", reset=True),
        "/head": raw(HEAD + b"X: " + b"y" * 200_000 + b"\r\n\r\n"),
        "/line": Reply(page("/early") + "word " * 100_000 + page("/late")),
        "/tags": Reply("<html>" + "<base " * 100_000),
        "/scripts": Reply("<html>" + "<script>" * 100_000),
        "/commas": Reply('<html><img srcset="' + "," * 500_000 + '">'),
        "/wall": wall,
        "/never": never,
        "/cal/1995/01/02/": more,
        "/s/0": more,
        "/grow": more,
        "/early": page(),
        "/late": page(),
    }
    return {"/": page(*pages), **pages}, more


def test_everything_at_once():
    pages, more = site_without_end()
    with serve(pages, fallback=more) as site:
        began = time.monotonic()
        found = crawl(
            site.url, body_limit=2_000_000, response_seconds=2, max_variants=20, max_seconds=60, retries=1
        )
        seconds = time.monotonic() - began
        assert len(site.log) < 500
        assert site.busy_most <= 4
    assert seconds < 40
    assert {"/wall", "/early", "/late", "/longer", "/tags", "/scripts", "/commas"} <= found.paths()
    told = {}
    for item in found.unchecked:
        told.setdefault("/" + item.url.split("/", 3)[3], []).append(item.reason)
    for path, reason in {
        "/endless": "larger than the limit",
        "/drip": "took longer than",
        "/drip-head": "took longer than",
        "/short": "before its announced length",
        "/bomb": "larger than the limit",
        "/twice": "larger than the limit",
        "/plain": "does not unpack",
        "/reset": "the connection broke",
        "/head": "",
        "/never": "redirects in a circle",
        "/hop/10": "more than 10 redirects",
    }.items():
        assert reason in told[path][0]
    assert {"/round", "/about"} & told.keys()
    traps = " ".join(told["/"])
    for trap in ("/cal/(date)/", "/s/1 with more than 20", "paths that repeat themselves"):
        assert trap in traps
    assert "limit of 60 s" not in traps
