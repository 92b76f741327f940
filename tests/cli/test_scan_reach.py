"""The flags of a website check, against a real server."""

import itertools
import json
import subprocess

import pytest

from auditor.cli.parser import build_parser
from auditor.cli.reach import crawl_options
from auditor.collect.own import OwnSites
from tests.sites.server import Reply, moved, serve

ADDRESS = "1247 North Maple Street, Suite 300, Springfield, IL 62704"


@pytest.fixture
def scan(cli, monkeypatch, tmp_path):
    """Scans a site with the given flags; gives how it ended and the JSON result."""
    monkeypatch.setenv("AUDITOR_ADDRESS", ADDRESS)
    monkeypatch.setenv("AUDITOR_FINGERPRINT_KEY", "0123456789abcdef" * 4)

    def run(site, *flags):
        ended = cli("scan", site.url, "-f", "json", "--workers", "0", "--memory", str(tmp_path / "m"), *flags)
        return ended, json.loads(ended.out) if ended.out.startswith("{") else {}

    return run


def page(*links):
    return "<html><body>" + "".join(f'<a href="{link}">x</a>' for link in links) + "</body></html>"


PAGES = {
    "/": page("/staff/", "/private/plan"),
    "/staff/": page("/staff/kim"),
    "/staff/kim": page(),
    "/private/plan": page(),
    "/robots.txt": Reply("User-agent: *\nDisallow: /private/\n", type="text/plain"),
}


def test_excluded_paths_are_not_asked_for_and_are_counted(scan):
    with serve(dict(PAGES)) as site:
        ended, _ = scan(site, "--exclude", "/staff/*", "-v")
        assert not any(path.startswith("/staff/") for path in site.paths)
    assert "1 addresses were excluded" in ended.err


@pytest.mark.parametrize(
    ("flags", "visited"), [((), False), (("--robots", "obey"), False), (("--robots", "ignore"), True)]
)
def test_robots_are_obeyed_unless_told_otherwise(scan, flags, visited):
    with serve(dict(PAGES)) as site:
        ended, result = scan(site, *flags)
        assert ("/private/plan" in site.paths) is visited
    kept = [u for u in result["coverage"]["unchecked"] if "robots.txt" in u["reason"]]
    assert bool(kept) is not visited
    assert ended.code == (0 if visited else 3)


@pytest.mark.parametrize(
    ("flags", "agent"),
    [
        (("--contact", "https://a.example/audit"), "(+https://a.example/audit)"),
        (("--user-agent", "probe/1"), "probe/1"),
    ],
)
def test_the_site_is_told_who_asks(scan, flags, agent):
    with serve(dict(PAGES)) as site:
        scan(site, *flags)
        assert all(r.headers["user-agent"].endswith(agent) for r in site.log)


@pytest.mark.parametrize("value", ["two\nlines", "naïve"])
def test_a_user_agent_that_is_no_header_is_refused(scan, value):
    with serve(dict(PAGES)) as site:
        ended, _ = scan(site, "--user-agent", value)
        assert ended.code == 2
        assert site.log == []


def test_connections_and_delay_are_kept(scan):
    with serve(
        {f"/{n}": page() for n in range(20)} | {"/": page(*(f"/{n}" for n in range(20)))}, latency=0.02
    ) as site:
        scan(site, "--connections", "2")
        assert site.busy_most <= 2
    with serve(dict(PAGES)) as site:
        scan(site, "--delay", "0.1", "--connections", "3")
        starts = sorted(r.began for r in site.log)
        assert all(after - before > 0.08 for before, after in itertools.pairwise(starts))


def test_a_page_larger_than_the_limit_is_cut_and_listed(scan):
    with serve({"/": page() + "x" * 50_000}) as site:
        ended, result = scan(site, "--max-body", "10000")
    assert ended.code == 3
    assert any("larger than the limit" in u["reason"] for u in result["coverage"]["unchecked"])


def test_every_flag_reaches_the_collector():
    flags = [
        "--subdomains",
        "--allow-private",
        "--max-body",
        "5",
        "--max-depth",
        "0",
        "--exclude",
        "/a/*",
        "--exclude",
        "/b",
    ]
    args = build_parser().parse_args(["scan", "https://a.example", *flags])
    options = crawl_options(args)
    assert options.subdomains
    assert options.allow_private
    assert (options.body_limit, options.max_depth, options.exclude) == (5, 0, ("/a/*", "/b"))


def test_verbose_says_why_each_page_was_read_or_not(scan):
    long = "/a/b/a/b/a/b/"
    with serve(
        {
            **PAGES,
            "/": page("/staff/", "/private/plan", long, "/gone", "/old"),
            "/old": moved("/new"),
            "/new": page(),
        }
    ) as site:
        ended, _ = scan(site, "-v")
        base = site.url
    for line in (
        f"read: {base}/ (200 text/html",
        f"linked from {base}/staff/",
        f"not read: {base}/private/plan (robots.txt keeps crawlers away; linked from {base}/)",
        f"not read: {base}{long} (a trap: paths that repeat themselves; linked from {base}/)",
        f"read: {base}/gone (404",
        f"{base}/old redirects to it",
    ):
        assert line in ended.err


def test_a_summary_tells_what_was_read_by_type_and_what_cut_it(scan):
    with serve(
        {
            "/": page("/style.css", *(f"/{n}" for n in range(9))),
            "/style.css": Reply("a{}", type="text/css"),
            **{f"/{n}": page() for n in range(9)},
        }
    ) as site:
        ended, _ = scan(site, "--max-pages", "6")
    assert "read: " in ended.err
    assert "pages" in ended.err
    assert "cut by limits; raise them with --max-pages" in ended.err


def test_what_was_only_tried_is_told_apart_from_what_was_read(scan):
    """Twice: what is remembered counts as it did when it was read."""
    pages = {
        "/": page("/a", "/a/copy", "/gone", "/moved"),
        "/a": page(),
        "/a/copy": page(),
        "/gone": Reply("<html>gone", 410),
        "/moved": moved("/a"),
        "/robots.txt": Reply("", 404),
    }
    with serve(pages) as site:
        for _ in range(2):
            ended, result = scan(site)
            covered = result["coverage"]
            tried = {request.path for request in site.log if request.status in (404, 410)}
            missing = tried - {"/robots.txt"}  # which is asked for its rules
            assert (covered["documents"], covered["pages"]) == (3, 3)
            assert covered["absent"] == len(missing) > 10
            assert "read: 3 pages\n" in ended.err
            assert f"tried and not there: {len(missing)} addresses" in ended.err


@pytest.mark.parametrize("own", [True, False])
def test_the_subdomains_of_the_own_site_are_read_with_it(cli, workspace, own):
    with serve({"/": page(), "/in/": page()}) as other, serve({"/": page(f"{other.url}/in/")}) as site:
        (workspace / "agency.toml").write_text(
            'schema = 1\nname = "A"\n'
            f'websites = ["{site.url if own else "https://agency.example"}"]\n'
            f'subdomains = ["127.0.0.1:{other.port}"]\n'
        )
        ended = cli("scan", site.url, "--workers", "0", "--memory", "-")
        assert ("/in/" in other.paths) is own
    assert ended.code == 0
    with serve({"/": page("/private/x"), "/robots.txt": PAGES["/robots.txt"], "/private/x": page()}) as site:
        table = f'schema = 1\nname = "A"\nsubdomains = ["127.0.0.1:{site.port}"]\n' if own else ""
        (workspace / "agency.toml").write_text(table or 'schema = 1\nname = "A"\n')
        cli("scan", site.url, "--workers", "0", "--memory", "-")
        assert ("/private/x" in site.paths) is own


def test_flags_may_stand_in_the_environment(scan, monkeypatch):
    monkeypatch.setenv("AUDITOR_USER_AGENT", "probe/2")
    with serve(dict(PAGES)) as site:
        scan(site)
        assert {r.headers["user-agent"] for r in site.log} == {"probe/2"}


def test_a_revision_is_checked_by_its_flag(cli, monkeypatch, tmp_path):
    monkeypatch.setenv("AUDITOR_ADDRESS", ADDRESS)
    monkeypatch.setenv("AUDITOR_FINGERPRINT_KEY", "0123456789abcdef" * 4)
    monkeypatch.chdir(tmp_path)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    (tmp_path / "page.html").write_text(f"<p>{ADDRESS}</p>")
    for command in (["init", "-q"], ["add", "page.html"], ["commit", "-qm", "a page"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    (tmp_path / "page.html").write_text("<p>taken out</p>")
    assert cli("scan", "--git", "HEAD", "--memory", "-").code == 1
    assert cli("scan", "page.html", "--memory", "-").code == 0
    assert cli("scan").code == 2


@pytest.mark.parametrize(
    ("target", "own"),
    [
        ("https://www.example.org/", True),
        ("https://user:word@www.example.org/", True),
        ("http://example.org/about", True),
        ("example.org", True),
        ("https://example.org.evil.test/", False),
        ("https://example.org:8443/", False),
        ("https://other.test/", False),
        ("-", False),
    ],
)
def test_only_hosts_of_the_agency_count_as_its_own(target, own):
    assert OwnSites(("https://www.example.org",)).holds(target) is own
    assert not OwnSites(()).holds(target)


def test_each_website_is_read_with_the_subdomains_of_its_own_domain():
    own = OwnSites(
        ("https://www.example.org", "https://example.net"),
        ("help.example.org", "shop.example.net", "forms.example.com"),
    )
    assert own.beside("https://example.org/") == ("help.example.org", "forms.example.com")
    assert own.beside("https://help.example.org/") == ("help.example.org", "forms.example.com")
    assert own.beside("example.net") == ("shop.example.net", "forms.example.com")
    assert own.beside("https://other.test/") == ()


def test_beside_a_strangers_site_the_own_one_keeps_its_subdomains_and_the_stranger_its_robots(cli, workspace):
    kept = {"/private/x": page(), "/robots.txt": PAGES["/robots.txt"]}
    with (
        serve({"/": page(), "/in/": page()}) as beside,
        serve({"/": page(f"{beside.url}/in/", "/private/x"), **kept}) as own,
        serve({"/": page(f"{beside.url}/in/", "/private/x"), **kept}) as other,
    ):
        (workspace / "agency.toml").write_text(
            f'schema = 1\nname = "A"\nwebsites = ["{own.url}"]\nsubdomains = ["127.0.0.1:{beside.port}"]\n'
        )
        cli("scan", other.url, own.url, "--workers", "0", "--memory", "-")
        assert beside.asked("/in/") == 1
        assert "/private/x" in own.paths
        assert "/private/x" not in other.paths


def test_the_agency_is_read_once_in_a_scan(cli, workspace, monkeypatch):
    from auditor.store import toml_files

    read = []
    inner = toml_files.read_model

    def watched(model, path):
        read.append(path.name)
        return inner(model, path)

    monkeypatch.setattr(toml_files, "read_model", watched)
    with serve({"/": page()}) as site:
        cli("scan", site.url, "--workers", "0", "--memory", "-")
    assert read.count("agency.toml") == 1
