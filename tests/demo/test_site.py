"""The sample website as a website: enough pages, all linked, well formed, and honest about what is public."""

import tomllib
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pypdfium2
import pytest
from defusedxml import ElementTree
from PIL import Image

from auditor.demo import planted

DEMO = Path(str(files("auditor.demo")))
SITE = DEMO / "site"
PAGES = sorted(SITE.rglob("*.html"))
ORIGIN = "https://mapleyouth.example.org"


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids, self.text = [], set(), []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src", "action") and value:
                self.links.append(value)
            if name == "id":
                assert value not in self.ids, f"id {value} twice"
                self.ids.add(value)

    def handle_data(self, data):
        self.text.append(data)


def parse(page):
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    parser.close()
    return parser


def test_it_is_a_site_of_some_size():
    assert len(PAGES) >= 18
    assert len(list((SITE / "blog").glob("*.html"))) >= 5


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(SITE)))
def test_every_link_of_a_page_leads_somewhere(page):
    here = "/" + str(page.relative_to(SITE))
    for link in parse(page).links:
        target = urlsplit(urljoin(ORIGIN + here, link))
        if target.netloc != urlsplit(ORIGIN).netloc or target.scheme != "https":
            continue
        path = SITE / (target.path.lstrip("/") + ("index.html" if target.path.endswith("/") else ""))
        assert path.is_file(), f"{here} links to {link}"


def test_the_sitemap_names_every_page_but_the_error_page():
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {e.text for e in ElementTree.parse(SITE / "sitemap.xml").iter(f"{namespace}loc")}
    expected = {
        f"{ORIGIN}/" + str(p.relative_to(SITE)).removesuffix("index.html")
        for p in PAGES
        if p.name != "404.html"
    }
    assert listed == expected


def test_what_is_public_stands_on_nearly_every_page():
    agency = tomllib.loads((DEMO / "workspace" / "agency.toml").read_text())
    for page in PAGES:
        text = " ".join(" ".join(parse(page).text).split())
        for address in agency["public"]["addresses"][:2]:
            assert address in text, page
        assert "1-888-555-0142" in text


def test_the_pdf_is_compressed_and_readable():
    raw = (SITE / "files" / "donation-form.pdf").read_bytes()
    assert b"/FlateDecode" in raw
    assert b"Other ways to give" not in raw
    document = pypdfium2.PdfDocument(raw)
    assert len(document) == 2
    assert "Other ways to give" in document[1].get_textpage().get_text_range()
    document.close()


def test_one_photo_carries_a_position():
    positions = {
        p.name: bool(Image.open(p).getexif().get_ifd(0x8825)) for p in (SITE / "images").glob("*.jpg")
    }
    assert positions == {
        "garden-day.jpg": True,
        "coats.jpg": False,
        "hands.jpg": False,
        "moving-day.jpg": False,
    }


def test_every_planted_leak_is_in_a_file_that_exists():
    for leak in planted.LEAKS:
        assert (SITE / leak.page).is_file(), leak.page
    places = [(leak.page, leak.kind) for leak in planted.LEAKS]
    assert len(places) == len(set(places))


def test_the_secrets_stand_in_one_file_of_the_package_outside_the_site():
    facts = tomllib.loads((DEMO / "confidential.toml").read_text())
    street = facts["address"][0]["text"].split(",")[0]
    number = facts["phone"][0]["number"].split()[-1]
    for path in DEMO.rglob("*"):
        if path.is_file() and SITE not in path.parents and path.suffix in (".py", ".toml"):
            text = path.read_text(encoding="utf-8")
            if path.name != "confidential.toml":
                assert street.split()[0] not in text, path
                assert number not in text, path
