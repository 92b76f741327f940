"""A second run over the same site: what is asked for again, what is read again, and what is on disk meanwhile."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

import auditor.collect.extract
from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.events import Cancel, Progress, ignore
from auditor.scan.crew import Wanted
from auditor.scan.remember import Memories, interrupted, memory_file
from auditor.scan.run import Means, scan_targets
from auditor.store.site_memory import part_of
from tests.sites.server import Reply, serve

ADDRESS = "1247 North Maple Street, Springfield, IL 62704"
OTHER = "88 Oak Avenue, Springfield, IL 62701"


def wanted_of(text=ADDRESS):
    table = {"schema": 1, "address": [{"label": "shelter", "text": text}]}
    return Wanted(Facts.from_table(table), Public())


@pytest.fixture(scope="module")
def wanted():
    return wanted_of()


def tagged(body, tag, **headers):
    """A page that answers 304 to whoever has this version."""

    def answer(asked):
        same = asked.headers.get("If-None-Match") == tag
        return Reply("" if same else body, 304 if same else 200, headers={"ETag": tag, **headers})

    return answer


def dated(body, moment):
    def answer(asked):
        same = asked.headers.get("If-Modified-Since") == moment
        return Reply("" if same else body, 304 if same else 200, headers={"Last-Modified": moment})

    return answer


def links(*paths, text=""):
    return "<html><body>" + "".join(f'<a href="{p}">x</a>' for p in paths) + f"<p>{text}</p></body></html>"


def scan(site, wanted, folder, cancel=None, listener=ignore, **how):
    return scan_targets(
        [site.url],
        wanted,
        listener=listener,
        cancel=cancel if cancel is not None else Cancel(),
        clock=lambda: datetime.now(UTC),
        means=Means(workers=0, memories=Memories(folder, **how)),
    )


def result(outcome):
    places = sorted(
        (f.url.partition("//")[2].partition("/")[2], f.grade.value, f.excerpt) for f in outcome.findings
    )
    return places, sorted(u.reason for u in outcome.run.coverage.unchecked), outcome.run.coverage.documents


def bodies(site, start=0):
    """The paths whose contents were sent."""
    return [request.path for request in site.log[start:] if request.status == 200]


LEAKY = {
    "/": tagged(links("/a", "/b", "/c"), '"1"'),
    "/a": tagged(links("/d", text=f"Find us at {ADDRESS}"), '"2"'),
    "/b": dated(links(text="nothing"), "Tue, 03 Nov 2026 10:00:00 GMT"),
    "/c": links(text=f"Come to {ADDRESS}"),
    "/d": tagged(links("/gone", text="deep"), '"4"'),
    "/broken": Reply("no", 500),
}


def test_an_unchanged_site_is_asked_but_not_read_again(wanted, tmp_path):
    with serve(dict(LEAKY)) as site:
        first = scan(site, wanted, tmp_path)
        seen = len(site.log)
        second = scan(site, wanted, tmp_path)
        assert result(second) == result(first)
        assert len(second.findings) == 2
        # Only the page without validators was sent again.
        assert bodies(site, seen) == ["/c"]
        assert {r.path for r in site.log[seen:] if r.status == 304} == {"/", "/a", "/b", "/d"}


def test_what_was_sent_again_without_change_is_not_examined_again(wanted, tmp_path, monkeypatch):
    with serve({"/": links("/c"), "/c": LEAKY["/c"]}) as site:
        first = scan(site, wanted, tmp_path)
        read = []
        real = auditor.collect.extract.read
        monkeypatch.setattr("auditor.collect.extract.read", lambda r: read.append(r.body) or real(r))
        second = scan(site, wanted, tmp_path)
    assert not any(b"<html" in body for body in read)
    assert result(second) == result(first)


def test_a_changed_page_is_read_and_what_it_leads_to_is_found(wanted, tmp_path):
    with serve(dict(LEAKY)) as site:
        scan(site, wanted, tmp_path)
        site.pages["/b"] = tagged(links("/new", text="changed"), '"b2"')
        site.pages["/a"] = tagged(links("/d", text="taken down"), '"a2"')
        site.pages["/new"] = links(text=f"now at {ADDRESS}")
        second = scan(site, wanted, tmp_path)
        assert {f.url.removeprefix(site.url) for f in second.findings} == {"/c", "/new"}
        with_fresh_eyes = scan(site, wanted, tmp_path / "elsewhere")
        assert result(second) == result(with_fresh_eyes)


def test_a_page_that_nobody_links_to_any_more_is_still_public(wanted, tmp_path):
    with serve(dict(LEAKY)) as site:
        scan(site, wanted, tmp_path)
        site.pages["/"] = tagged(links("/b"), '"no longer"')
        second = scan(site, wanted, tmp_path)
    assert {f.url.removeprefix(site.url) for f in second.findings} == {"/a", "/c"}


def test_a_page_that_failed_is_tried_again_though_the_page_that_links_to_it_is_unchanged(wanted, tmp_path):
    with serve({"/": tagged(links("/x"), '"1"'), "/x": Reply("no", 500)}) as site:
        assert not scan(site, wanted, tmp_path).conclusive()
        assert not scan(site, wanted, tmp_path).conclusive()
        site.pages["/x"] = links(text=ADDRESS)
        assert len(scan(site, wanted, tmp_path).findings) == 1


def test_what_was_left_out_is_still_said_when_the_page_that_told_it_is_not_read_again(wanted, tmp_path):
    trap = "/x/a/b/a/b/a/b/"
    with serve({"/": tagged(links(trap), '"1"')}) as site:
        first = scan(site, wanted, tmp_path)
        second = scan(site, wanted, tmp_path)
    assert any("trap" in u.reason for u in first.run.coverage.unchecked)
    assert result(second) == result(first)


@pytest.mark.parametrize("how", ["full", "facts", "program", "checks"])
def test_what_makes_a_memory_doubtful_has_everything_read_again(how, wanted, tmp_path, monkeypatch):
    with serve(dict(LEAKY)) as site:
        scan(site, wanted, tmp_path)
        seen = len(site.log)
        if how == "program":
            monkeypatch.setattr("auditor.scan.remember.program_mark", lambda: "another")
        if how == "checks":
            scan_targets(
                [site.url], wanted, ["site-phone"], listener=ignore, cancel=Cancel(),
                clock=lambda: datetime.now(UTC), means=Means(0, Memories(tmp_path)),
            )  # fmt: skip
        else:
            other = wanted_of(OTHER) if how == "facts" else wanted
            again = scan(site, other, tmp_path, full=how == "full")
            found = [f.label for f in again.findings if f.check == "site-address"]
            assert len(found) == (0 if how == "facts" else 2)
        assert set(bodies(site, seen)) == {"/", "/a", "/b", "/c", "/d"}
        assert not any("if-none-match" in r.headers for r in site.log[seen:])


def test_a_new_header_is_seen_on_a_page_that_is_unchanged(wanted, tmp_path):
    pages = {"/": tagged(links("/a"), '"1"'), "/a": tagged(links(text="x"), '"2"')}
    with serve(pages) as site:
        assert scan(site, wanted, tmp_path).findings == ()
        pages["/a"] = site.pages["/a"] = tagged("", '"2"', **{"X-Office": ADDRESS})
        [finding] = scan(site, wanted, tmp_path).findings
    assert finding.carrier == "http-header"


def test_a_lying_304_is_a_failure_not_a_pass(wanted, tmp_path):
    with serve({"/": links("/a"), "/a": Reply("", 304)}) as site:
        assert not scan(site, wanted, tmp_path).conclusive()


def test_the_memory_holds_no_fact_and_no_contents(wanted, tmp_path):
    slug = "/1247-north-maple-street-springfield"
    pages = {
        "/": tagged(links("/a", slug, text="Secret garden"), '"1"'),
        "/a": tagged(links(text=f"{ADDRESS} in a garden"), '"1247 North Maple Street"'),
        slug: tagged(links(text="map"), '"3"'),
    }
    with serve(pages) as site:
        first = scan(site, wanted, tmp_path)
        [path] = [p for p in tmp_path.iterdir() if p.suffix == ".site"]
        assert path.stat().st_mode & 0o777 == 0o600
        text = path.read_text().lower()
        for word in ("maple", "1247", "62704", "garden", "springfield"):
            assert word not in text
        # The page whose address may not be written down is found again all the same.
        second = scan(site, wanted, tmp_path)
    assert result(second) == result(first)


def test_a_memory_that_somebody_has_changed_is_not_believed(wanted, tmp_path):
    with serve(dict(LEAKY)) as site:
        first = scan(site, wanted, tmp_path)
        path = memory_file(tmp_path, site.url)
        lines = path.read_bytes().split(b"\n")
        taken = [line for line in lines if b'"d"' not in line or b"site-address" not in line]
        assert len(taken) < len(lines)
        path.write_bytes(b"\n".join(taken))
        assert result(scan(site, wanted, tmp_path)) == result(first)


def stop_after(count):
    cancel = Cancel()

    def listener(event):
        if isinstance(event, Progress) and event.documents >= count:
            cancel.set()

    return cancel, listener


def chain(count, latency=0.0):
    pages = {f"/{n}": links(f"/{n + 1}", text=ADDRESS if n % 10 == 0 else "plain") for n in range(count)}
    return {**pages, "/": links("/0"), f"/{count}": links(text="end")}


def test_a_cancelled_run_is_continued_where_it_ended(wanted, tmp_path):
    with serve(chain(40), latency=0.02) as site:
        whole = scan(site, wanted, tmp_path / "whole")
        cancel, listener = stop_after(25)
        part = scan(site, wanted, tmp_path / "part", cancel, listener)
        assert not part.conclusive()
        left = interrupted([site.url], wanted, (), tmp_path / "part")
        assert left is not None
        assert 2 <= left.documents < 40
        seen = len(site.log)
        rest = scan(site, wanted, tmp_path / "part", resume=True)
        asked = [r.path for r in site.log[seen:] if r.status == 200]
        assert len(asked) <= 42 - left.documents + 1
        assert result(rest) == result(whole)
        assert interrupted([site.url], wanted, (), tmp_path / "part") is None


def test_nothing_is_offered_when_the_facts_have_changed(wanted, tmp_path):
    with serve(chain(60), latency=0.02) as site:
        cancel, listener = stop_after(15)
        scan(site, wanted, tmp_path, cancel, listener)
        assert interrupted([site.url], wanted, (), tmp_path) is not None
        assert interrupted([site.url], wanted_of(OTHER), (), tmp_path) is None


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_run_is_continued_where_it_ended(how, wanted, tmp_path):
    facts = tmp_path / "facts.toml"
    facts.write_text(f'schema = 1\n[[address]]\nlabel = "shelter"\ntext = "{ADDRESS}"\n')
    pages = {path: Reply(body, wait=0.1) for path, body in chain(60).items()}
    command = [
        sys.executable,
        "-m",
        "auditor",
        "scan",
        "--facts",
        str(facts),
        "--memory",
        str(tmp_path / "m"),
        "--workers",
        "0",
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(auditor.__file__).parents[1])}
    with serve(pages) as site:
        process = subprocess.Popen(
            [*command, site.url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        journal = part_of(memory_file(tmp_path / "m", site.url))
        until = time.monotonic() + 60
        while time.monotonic() < until and not (
            journal.exists() and journal.read_bytes().count(b'["d"') >= 20
        ):
            time.sleep(0.02)
        process.send_signal(how)
        said = process.communicate()[1].decode()
        assert ("with --resume goes on from here" in said) is (how is signal.SIGINT)
        assert journal.exists()
        seen = len(site.log)
        done = subprocess.run(
            [*command, "--resume", site.url, "-f", "json"], capture_output=True, text=True, env=environment
        )
        assert done.returncode == 1, done.stderr
        assert done.stdout.count('"check": "site-address"') == 6
        assert len([r for r in site.log[seen:] if r.status == 200]) < 55


def test_two_runs_at_once_do_not_spoil_the_memory(wanted, tmp_path):
    with serve(dict(LEAKY)) as site:
        outcomes = []

        def meanwhile(event):
            if not outcomes:
                outcomes.append(None)
                outcomes[0] = scan(site, wanted, tmp_path)

        first = scan(site, wanted, tmp_path, listener=meanwhile)
        assert result(outcomes[0]) == result(first)
        assert result(scan(site, wanted, tmp_path)) == result(first)


def test_a_folder_is_remembered_too(wanted, tmp_path, monkeypatch):
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text(links(text=ADDRESS))
    (site / "b.html").write_text(links(text="nothing"))

    def run():
        return scan_targets(
            [str(site)], wanted, listener=ignore, cancel=Cancel(), clock=lambda: datetime.now(UTC),
            means=Means(0, Memories(tmp_path / "m")),
        )  # fmt: skip

    first = run()
    (site / "b.html").write_text(links(text=f"now {ADDRESS}"))
    second = run()
    assert [len(first.findings), len(second.findings)] == [1, 2]
    assert second.run.coverage.documents == 2
