"""What people do with findings: group, filter, rule, take back, and prove that a page is mended."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from auditor.core.errors import ConfigurationError, InconclusiveError
from auditor.core.events import Cancel
from auditor.core.finding import Finding
from auditor.core.status import FindingStatus, Kind
from auditor.scan.run import Means
from auditor.tui import finding_words
from auditor.tui import findings_view as view
from auditor.tui.remedy import steps
from auditor.workspace import Workspace
from auditor.workspace.recheck import recheck
from tests.tui.helpers import ADDRESS, NOW, app_on, finding, make_workspace, press, seen, settle, type_text

SIZE = (120, 40)


class Site:
    """A website of two pages that can be changed while it is served."""

    def __init__(self) -> None:
        self.pages = {"/": f"<p>Come to {ADDRESS}</p><a href=/b.html>b</a>", "/b.html": f"<p>{ADDRESS}</p>"}
        self.status = 200
        self.url = ""


@pytest.fixture
def site() -> Iterator[Site]:
    pages = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.pages.get(self.path, "").encode()
            self.send_response(pages.status if body else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    pages.url = f"http://127.0.0.1:{server.server_port}"
    yield pages
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def checked(tmp_path: Path, site: Site) -> Workspace:
    """A workspace whose real checks have run over the site."""
    workspace = make_workspace(tmp_path / "real", Workspace)
    workspace.agency = workspace.agency.model_copy(update={"websites": (site.url,)})
    workspace.run(cancel=Cancel(), means=Means(workers=0))
    (workspace.root / ".auditor-state.toml").write_text('name = "Ana Diaz"\n')
    return workspace


def status_of(workspace: Workspace, path: str) -> set[FindingStatus]:
    return {f.status for f in workspace.record().ruled_findings() if f.url.endswith(path)}


async def test_a_mended_page_is_read_once_more_and_proved_fixed(checked: Workspace, site: Site) -> None:
    site.pages["/b.html"] = "<p>Come to our office.</p>"
    app = app_on(checked, "findings")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        while "b.html" not in (app.screen._found[app.screen.chosen].url):
            await press(app, pilot, "down")
        await press(app, pilot, "r")
        for _ in range(100):
            await pilot.pause(0.05)
            if "Page re-checked" in seen(app):
                break
        assert "1 gone, nothing is left there." in " ".join(seen(app).split())
    assert status_of(checked, "/b.html") == {FindingStatus.FIXED}
    assert FindingStatus.OPEN in status_of(checked, "/")


def test_a_page_that_still_shows_it_stays_open_and_opens_again(checked: Workspace, site: Site) -> None:
    url = f"{site.url}/b.html"
    kept = site.pages.pop("/b.html")
    gone = recheck(checked, url, "Ana")
    assert len(gone.gone) == 1
    assert status_of(checked, "/b.html") == {FindingStatus.FIXED}
    site.pages["/b.html"] = kept
    again = recheck(checked, url, "Ana")
    assert (len(again.gone), len(again.there)) == (0, 1)
    assert status_of(checked, "/b.html") == {FindingStatus.OPEN}


def test_a_page_that_cannot_be_read_proves_nothing(checked: Workspace, site: Site) -> None:
    site.status = 500
    with pytest.raises(InconclusiveError, match="500"):
        recheck(checked, f"{site.url}/b.html", "Ana")
    assert status_of(checked, "/b.html") == {FindingStatus.OPEN}
    with pytest.raises(ConfigurationError, match="cannot be asked"):
        recheck(checked, f"{site.url}/[shelter].html", "Ana")
    with pytest.raises(ConfigurationError, match="cannot be asked"):
        recheck(checked, "file:///etc/passwd", "Ana")


async def test_a_ruling_is_taken_back(gallery: Workspace) -> None:
    app = app_on(gallery, "findings")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settle(app, pilot)
        chosen = app.screen.chosen
        await press(app, pilot, "a")
        await type_text(pilot, "an old map")
        await press(app, pilot, "enter")
        assert "z takes it back" in seen(app)
        assert gallery.record().ruling_on(chosen).status is FindingStatus.FALSE_POSITIVE
        await press(app, pilot, "z")
        assert gallery.record().ruling_on(chosen) is None
        await press(app, pilot, "z")
        assert "Nothing to undo" in seen(app)


async def test_grouped_by_page_and_by_fact_and_filtered(gallery: Workspace) -> None:
    app = app_on(gallery, "findings")
    async with app.run_test(size=SIZE) as pilot:
        await press(app, pilot, "g")
        assert "/about  1 finding, 1 open" in seen(app)
        await press(app, pilot, "g")
        assert "case manager line (phone)  2 findings, 2 open" in seen(app)
        await press(app, pilot, "f", "f", "f")
        assert "1 of 8" in seen(app)
        assert "– false alarm" in seen(app)
        await press(app, pilot, "escape", "slash", *"garden")
        assert "2 of 8" in seen(app)


async def test_the_mouse_chooses_a_line_and_a_filter(gallery: Workspace) -> None:
    app = app_on(gallery, "findings")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        first = app.screen.chosen
        await pilot.click("#table", offset=(10, 3))
        await settle(app, pilot)
        assert app.screen.chosen != first
        await pilot.click("#chip-settled")
        await settle(app, pilot)
        assert "1 of 8" in seen(app)


def test_the_steps_mend_the_page_then_the_copies_then_prove_it() -> None:
    todo = steps(finding(1))
    assert todo[0].startswith("Take the address out")
    assert any("web.archive.org/web/*/https://www.example.org/news/1.html" in step for step in todo)
    assert any("Ask the archive to remove it" in step for step in todo)
    assert "Press r" in todo[-1]
    assert len(steps(finding(1, kind=Kind.OTHER_ADDRESS))) == 3
    assert not any(
        "example.org" in step for step in steps(finding(1, url="https://www.example.org/[shelter]"))
    )


def test_every_carrier_that_is_read_has_words_of_its_own() -> None:
    table = (
        (Path(__file__).parents[2] / "docs/carriers.md")
        .read_text(encoding="utf-8")
        .split("## In every text")[0]
    )
    rows = [line.split("|") for line in table.splitlines() if line.startswith("|")][2:]
    named = [name for row in rows for name in re.findall(r"`([a-z0-9-]+)`", row[3])]
    assert len(named) > 40
    for name in {*named, "docx-text", "xlsx-cell", "pptx-attribute", "docx-metadata", "xml-comment"} - {
        "text",
        "cell",
        "attribute",
        "metadata",
    }:
        assert finding_words.found_by(finding(1, carrier=name)) != finding_words.found_by(
            finding(1, carrier="never-heard-of")
        ), name


def test_a_finding_is_told_in_plain_words() -> None:
    hidden = finding(1, carrier="json-ld", where="line 12")
    assert finding_words.place(hidden) == "hidden data for search engines (JSON-LD), line 12"
    assert finding_words.match(hidden) == "the address in full: number and street"
    unsure = finding(1, grade="partial", confidence="low", kind=Kind.PHONE, reason="")
    assert finding_words.match(unsure) == "a hint at the number, perhaps by chance"
    assert finding_words.match(finding(1, kind=Kind.TLS, reason="out of date")) == "out of date"
    assert finding_words.place(finding(1, carrier="never-heard-of", where="")) == "never heard of"


def test_open_comes_before_settled_and_grave_before_slight() -> None:
    slight, grave = finding(1, severity="low"), finding(2)
    settled = finding(3).model_copy(update={"status": FindingStatus.FIXED})
    assert view.ordered([settled, slight, grave], "severity") == [grave, slight, settled]
    assert NOW


@pytest.mark.parametrize("filters", [0, 1], ids=["all", "open"])
async def test_ruling_on_one_after_the_other_keeps_the_place(gallery: Workspace, filters: int) -> None:
    app = app_on(gallery, "findings")
    async with app.run_test(size=SIZE) as pilot:
        await press(app, pilot, *["f"] * filters, "down", "down")
        third = app.screen.chosen
        await press(app, pilot, "down")
        fourth = app.screen.chosen
        await press(app, pilot, "up", "a")
        await type_text(pilot, "another house of that name")
        await press(app, pilot, "enter")
        assert app.screen.chosen == fourth
        await press(app, pilot, "z")
        assert app.screen.chosen == third


async def test_what_counts_once_it_is_on_disk_is_shown_then(gallery: Workspace) -> None:
    app = app_on(gallery, "findings")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        first = app.screen.chosen
        app.session.do(
            "ruling", first, lambda c: c.workspace.rule(first, FindingStatus.FIXED, "taken out", "Ana Diaz")
        )
        await settle(app, pilot)
        assert app.screen.chosen != first
        assert "✓ fixed" in seen(app)


def test_the_place_is_the_next_open_one_below_or_else_above() -> None:
    def settled(found: Finding) -> Finding:
        return found.model_copy(update={"status": FindingStatus.FIXED})

    a, b, c = (finding(n) for n in (1, 2, 3))
    before = {f.id: f for f in (a, b, c)}
    assert view.place(before, (a, b, c), b.id) == b.id
    assert view.place(before, (a, c, settled(b)), b.id) == c.id
    assert view.place(before, (a, b, settled(c)), c.id) == b.id
    assert view.place(before, (a, b), c.id) == b.id
    assert view.place(before, (settled(a), settled(b), settled(c)), c.id) == c.id
    assert view.place(before, (), c.id) is None
    assert view.place({}, (a,), None) is None
