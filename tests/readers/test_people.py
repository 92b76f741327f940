"""The set, opened by what people open it with: a browser, PDF tools, an office suite."""

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from auditor.report.edition import Edition
from tests.readers.conftest import program

WIDTHS = (375, 800, 1280)
# The rules of WCAG 2.2, levels A and AA, as axe-core names them, and its own of good practice.
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def browser():
    """A real Chromium."""
    path = program("chromium", "chromium-browser", "google-chrome")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


def axe_source() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("edition", "scheme"),
    [
        (Edition.INTERNAL, "light"),
        (Edition.INTERNAL, "dark"),
        (Edition.BOARD, "light"),
        (Edition.FUNDER, "dark"),
    ],
)
def test_html_is_accessible_asks_for_nothing_and_fits(the_set, browser, tmp_path, edition, scheme):
    page = browser.new_page(color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    url = (the_set / f"html-{edition}.html").as_uri()
    page.goto(url)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide, shown = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= shown, f"scrolls sideways at {width}"
        shot = tmp_path / f"{width}.png"
        page.screenshot(path=shot)
        assert len(Image.open(shot).convert("L").getcolors(256) or ()) > 8, "an empty page"
    assert [address for address in asked if not address.startswith("data:")] == [url]
    assert page.evaluate("document.scripts.length") == 0
    page.evaluate(axe_source())
    found = page.evaluate("options => axe.run(document, options)", AXE)
    assert len(found["passes"]) > 15
    told = [
        f"{v['id']}: {v['help']} {[n['html'][:120] for n in v['nodes'][:3]]}" for v in found["violations"]
    ]
    assert told == []
    page.close()


@pytest.mark.browser
def test_the_accessibility_check_finds_what_is_wrong(browser):
    page = browser.new_page()
    page.set_content("<html lang='en'><title>t</title><main><h1>t</h1><img src='data:,'></main></html>")
    page.evaluate(axe_source())
    found = page.evaluate("options => axe.run(document, options)", AXE)
    assert "image-alt" in {violation["id"] for violation in found["violations"]}
    page.close()


@pytest.mark.browser
def test_html_prints_on_paper(the_set, browser, tmp_path):
    page = browser.new_page()
    page.goto((the_set / "html-board.html").as_uri())
    printed = tmp_path / "printed.pdf"
    page.pdf(path=printed, format="A4", print_background=True)
    text = run(program("pdftotext"), "-layout", printed, "-")
    assert "Method and limits" in text
    assert "NOT MET" in text.split("\f")[0]
    page.close()


def run(*command: object) -> str:
    ended = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True, timeout=300
    )
    return ended.stdout


@pytest.mark.parametrize("edition", Edition)
def test_pdf_by_the_tools_of_poppler(the_set, tmp_path, edition):
    path = the_set / f"pdf-{edition}.pdf"
    facts = run(program("pdfinfo"), path)
    assert re.search(r"^Tagged: +yes", facts, re.MULTILINE)
    assert re.search(r"^Title: +Maple County Youth Services", facts, re.MULTILINE)
    pages = int(re.search(r"^Pages: +(\d+)", facts, re.MULTILINE)[1])
    text = run(program("pdftotext"), "-layout", path, "-").split("\f")
    first = " ".join(text[0].split())
    for word in (
        "NOT MET",
        f"{edition.upper()} EDITION",
        "Rating",
        "Critical failures",
        f"Page 1 of {pages}",
    ):
        assert word.casefold() in first.casefold()
    assert f"Page {pages} of {pages}" in text[pages - 1]
    run(program("pdftoppm"), "-r", "40", "-png", path, tmp_path / "page")
    pictures = sorted(tmp_path.glob("page*.png"))
    assert len(pictures) == pages
    for picture in pictures:
        assert len(Image.open(picture).convert("L").getcolors(256) or ()) > 8, f"{picture.name} is empty"


def test_an_office_suite_opens_word_and_tables(the_set, tmp_path):
    office = program("soffice", "libreoffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        *the_set.glob("docx-*.docx"),
    )
    for edition in Edition:
        text = run(program("pdftotext"), "-layout", tmp_path / f"docx-{edition}.pdf", "-")
        assert "NOT MET" in text.split("\f")[0]
        assert "Method and limits" in text
    filter_name = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    run(
        office,
        profile,
        "--headless",
        f"--infilter={filter_name}",
        "--convert-to",
        "html",
        "--outdir",
        tmp_path,
        *the_set.glob("csv*.csv"),
    )
    for path in the_set.glob("csv*.csv"):
        sheet = (tmp_path / f"{path.stem}.html").read_text("utf-8", "replace")
        assert "LOC-01" in sheet or "critical" in sheet, path.name
        assert "#NAME?" not in sheet
        assert "Err:" not in sheet
