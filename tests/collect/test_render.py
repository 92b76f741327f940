"""Pages that only a browser builds; the browser stays on the site."""

import shutil
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from auditor.collect import render
from auditor.collect.folder import FolderCollector
from auditor.collect.render import SEPARATOR, Fence, RenderingCollector
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel, ignore

CODES = ",".join(str(ord(c) ^ 21) for c in "1247 North Maple Street")
PAGE = f"""<!doctype html><p id=a>loading</p><div id=host></div><script>
const text = [{CODES}].map(c => String.fromCharCode(c ^ 21)).join('');
fetch('/data.json').then(r => r.json()).then(d => {{ document.getElementById('a').textContent = d.word; }});
document.getElementById('host').attachShadow({{mode: 'open'}}).innerHTML = '<b>' + text + '</b>';
new Image().src = 'http://127.0.0.1:9/tracker.gif';
fetch('/save', {{method: 'POST'}}).catch(() => 0);
</script>""".encode()


class Site(BaseHTTPRequestHandler):
    seen: list[tuple[str, str]] = []

    def do_GET(self):
        self.seen.append(("GET", self.path))
        body = b'{"word": "from the server"}' if self.path == "/data.json" else PAGE
        self.send_response(200)
        self.send_header("Content-Type", "application/json" if self.path == "/data.json" else "text/html")
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.seen.append(("POST", self.path))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments):
        pass


@pytest.fixture
def url():
    Site.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Source:
    name = "website"

    def __init__(self, *items):
        self.items = items

    def collect(self, listener, cancel):
        yield from self.items


def collected(*items, listener=ignore):
    return list(RenderingCollector(Source(*items)).collect(listener, Cancel()))


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed")
def test_a_page_that_only_a_browser_builds(url):
    pytest.importorskip("playwright")
    notices = []
    [page] = collected(Resource(url, PAGE, "text/html"), listener=notices.append)
    delivered, _, built = page.body.partition(SEPARATOR)
    assert b"Maple" not in delivered
    assert b"1247 North Maple Street" in built
    assert b"from the server" in built
    assert ("POST", "/save") not in Site.seen
    assert "2 requests" in notices[-1].text


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed")
def test_a_folder_is_built_as_the_website_it_will_be(tmp_path):
    pytest.importorskip("playwright")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "index.html").write_bytes(PAGE.replace(b"/data.json", b"../data.json"))
    (tmp_path / "data.json").write_text('{"word": "from the folder"}')
    outside = tmp_path.parent / "outside.json"
    outside.write_text("{}")
    folder = FolderCollector(tmp_path)
    items = list(RenderingCollector(folder, shelf=folder.served).collect(ignore, Cancel()))
    page = next(item for item in items if item.url.startswith("sub"))
    built = page.body.partition(SEPARATOR)[2]
    assert b"1247 North Maple Street" in built
    assert b"from the folder" in built
    assert not [item for item in items if isinstance(item, Unchecked)]


def test_what_a_folder_serves(tmp_path):
    (tmp_path / "site" / "sub").mkdir(parents=True)
    (tmp_path / "site" / "sub" / "index.html").write_text("index")
    (tmp_path / "site" / "about.html").write_text("about")
    (tmp_path / "outside.txt").write_text("outside")
    (tmp_path / "site" / "link.txt").symlink_to(tmp_path / "outside.txt")
    served = FolderCollector(tmp_path / "site").served
    assert [served(path).body for path in ("/sub/", "/sub", "/about", "/about.html")] == [
        b"index", b"index", b"about", b"about",
    ]  # fmt: skip
    assert [served(path) for path in ("/none", "/link.txt", "/../outside.txt", "/")] == [None] * 4


def test_pages_that_nothing_serves_are_listed():
    page = Resource("archive.zip/page.html", PAGE, "text/html")
    outcome = collected(page, page)
    assert [type(o) for o in outcome] == [Resource, Unchecked, Resource, Unchecked]
    assert "only pages of a website or a folder" in outcome[1].reason
    assert outcome[1].mend != render.MEND


def test_without_the_extra_each_page_with_scripts_is_listed(monkeypatch, url):
    monkeypatch.setattr(render, "_launch", lambda stack: (None, "no Chromium is installed"))
    page, plain = Resource(url, PAGE, "text/html"), Resource(f"{url}b", b"<p>no script</p>", "text/html")
    outcome = collected(page, plain, page)
    assert [type(o) for o in outcome] == [Resource, Unchecked, Resource, Resource, Unchecked]
    assert outcome[1].mend == render.MEND


class Asked:
    def __init__(self, url, method="GET"):
        self.request = self
        self.url, self.method, self.done = url, method, ""

    def continue_(self):
        self.done = "let through"

    def abort(self):
        self.done = "refused"


@pytest.mark.parametrize(
    ("url", "method", "done"),
    [
        ("https://a.example/x", "GET", "let through"),
        ("data:text/plain,x", "GET", "let through"),
        ("https://a.example/x", "POST", "refused"),
        ("http://a.example/x", "GET", "refused"),
        ("https://a.example:444/x", "GET", "refused"),
        ("https://b.a.example/x", "GET", "refused"),
        ("https://a.example.evil.test/x", "GET", "refused"),
    ],
)
def test_the_fence(url, method, done):
    asked = Asked(url, method)
    Fence("https://a.example/")._decide(asked)
    assert asked.done == done
