"""The way to the server: TLS, proxies, IPv6, compression, and a server that tires."""

import shutil
import socket
import ssl
import subprocess
import threading
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.collect.document_links import document_links
from auditor.collect.pace import Pace, retry_after
from tests.collect.helpers import crawl
from tests.sites.server import Reply, Site, raw, serve


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for localhost that signs itself, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def secure_site(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with Site({"/": '<html><a href="/a">a</a></html>', "/a": "inside"}, tls=context) as site:
        yield site


def test_a_certificate_nobody_vouches_for_is_reported(secure_site):
    found = crawl(f"https://localhost:{secure_site.port}/", retries=0)
    assert found.resources == []
    assert len(found.unchecked) == 1
    assert found.unchecked[0].reason.startswith("its TLS certificate was refused: self")
    assert "REQUESTS_CA_BUNDLE" in found.unchecked[0].mend


def test_ones_own_authority_is_trusted(secure_site, certificate, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate / "cert.pem"))
    found = crawl(f"https://localhost:{secure_site.port}/")
    assert found.paths() >= {"/", "/a"}
    assert found.unchecked == []


def test_a_certificate_for_another_name_is_reported(secure_site, certificate, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate / "cert.pem"))
    found = crawl(f"https://127.0.0.1:{secure_site.port}/", retries=0)
    assert "its TLS certificate was refused" in found.unchecked[0].reason


def test_a_server_that_speaks_no_tls_is_reported():
    with serve({"/": "plain"}) as site:
        found = crawl(f"https://127.0.0.1:{site.port}/", retries=0)
    assert "TLS" in found.unchecked[0].reason


def test_a_proxy_is_used(monkeypatch):
    page = "<html><a href='/a'>a</a></html>"
    with serve({"http://www.example.test/": page, "http://www.example.test/a": "through"}) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        found = crawl("http://www.example.test/")
    assert found.paths() >= {"/", "/a"}
    assert proxy.asked("http://www.example.test/a") == 1


def test_a_proxy_that_is_not_there_is_named(monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free.getsockname()[1]}")
    found = crawl("http://www.example.test/", retries=0)
    assert found.unchecked[0].reason == "the proxy did not answer"


def test_ipv6_sites_are_read():
    try:
        with Site({"/": "<html><a href='/a'>a</a></html>", "/a": "six"}, host="::1") as site:
            found = crawl(f"http://[::1]:{site.port}/")
    except OSError:
        pytest.skip("this machine has no IPv6 loopback")
    assert found.paths() >= {"/", "/a"}


@pytest.mark.parametrize(("coding", "pack"), [("br", brotli.compress), ("deflate", zlib.compress)])
def test_compressed_bodies_are_unpacked(coding, pack):
    with serve({"/": Reply(pack(b"<h1>packed</h1>"), headers={"Content-Encoding": coding})}) as site:
        found = crawl(site.url)
        assert coding in site.log[0].headers["accept-encoding"]
    assert found.at("/").body == b"<h1>packed</h1>"


def test_zstandard_is_unpacked_where_the_libraries_have_it():
    from urllib3.util.request import ACCEPT_ENCODING

    zstandard = pytest.importorskip("zstandard")
    if "zstd" not in ACCEPT_ENCODING:
        pytest.skip("urllib3 has no zstd here")
    packed = Reply(zstandard.compress(b"<p>inside</p>"), headers={"Content-Encoding": "zstd"})
    with serve({"/": packed}) as site:
        assert crawl(site.url).at("/").body == b"<p>inside</p>"
        assert "zstd" in site.log[-1].headers["accept-encoding"]


def test_only_some_connections_wait_for_a_page_that_hangs():
    hold = threading.Event()

    def hang(asked):
        hold.wait(3)
        return Reply("late")

    pages = {
        "/": "<html><a href='/hang'>h</a>" + "".join(f"<a href='/p{n}'>" for n in range(20)) + "</html>",
        "/hang": hang,
    }
    with serve(pages, fallback=lambda a: Reply("x")) as site:
        found = crawl(site.url, connections=2, timeout=0.5, retries=0)
        hold.set()
    assert "no answer in time" in found.unchecked[0].reason
    assert {f"/p{n}" for n in range(20)} <= {"/" + r.url.split("/", 3)[3] for r in found.resources}


def test_requests_are_spaced_when_the_server_tires():
    pace = Pace(0.0, 5.0, lambda: False)
    for _ in range(10):
        pace.felt(0.2)
    assert pace.delay == 0.0
    for _ in range(30):
        pace.felt(3.0)
    assert 1.0 < pace.delay <= 5.0
    for _ in range(60):
        pace.felt(0.2)
    assert pace.delay == 0.0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("²", None),
        ("Thu, 01 Jan 99999 00:00:00 GMT", None),
    ],
)
def test_retry_after_is_understood(value, seconds):
    assert retry_after(value, now=10.0) == seconds


def test_links_in_documents_are_followed():
    plain = b"%PDF-1.4\n<< /A << /S /URI /URI (https://www.example.org/a\\(1\\).html) >> >>"
    packed = b"%PDF-1.7\n1 0 obj << /Type /ObjStm /N 1 /Length 9 >>\nstream\n" + zlib.compress(
        b"/URI (https://www.example.org/b)"
    )
    assert document_links(plain) == ({"https://www.example.org/a(1).html"}, "")
    assert document_links(packed) == ({"https://www.example.org/b"}, "")
    assert document_links(b"%PDF-1.7 /ObjStm >> stream\nbroken") == (set(), "")


def test_links_in_office_files_are_followed():
    import io
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/_rels/document.xml.rels",
            '<Relationship Target="https://www.example.org/a" TargetMode="External"/>',
        )
        archive.writestr("content.xml", '<text:a xlink:href="https://www.example.org/b">')
    found = {"https://www.example.org/a", "https://www.example.org/b"}
    assert document_links(file.getvalue()) == (found, "")
    assert document_links(file.getvalue()[:-30]) == (set(), "")


LINES = st.sampled_from(
    [b"HTTP/1.1 200 OK", b"HTTP/1.1 302 Found", b"HTTP/9.9 999", b"Content-Length: 10", b"Content-Length: -1", b"Content-Length: x",
     b"Transfer-Encoding: chunked", b"Content-Encoding: gzip", b"Content-Encoding: br", b"Location: http://[", b"Location: //", b"Location: /x",
     b"Location:", b"Content-Type: text/html; charset=nonsense", b"Content-Type: \xff\xfe", b": ", b"Set-Cookie: =", b"Link: <<>>; <",
     b"Retry-After: 99999999999", b"X: " + b"y" * 70_000, b"", b"5", b"zz", b"<html><a href='/x'>"]
)  # fmt: skip


@given(st.lists(LINES | st.binary(max_size=20), max_size=12))
@settings(max_examples=25, deadline=None)
def test_no_answer_goes_missing_whatever_it_is(lines):
    with serve({"/": "<html><a href='/x'>x</a></html>", "/x": raw(b"\r\n".join(lines))}) as site:
        found = crawl(site.url, retries=0, timeout=0.5, response_seconds=2)
    told = {r.url for r in found.resources} | {u.url for u in found.unchecked}
    assert f"{site.url}/x" in told
