"""The demonstration's web server: it serves the folder it was given, on the loopback address, and no more."""

import socket
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

from auditor.core.errors import WorkspaceError
from auditor.demo.server import serve


@pytest.fixture
def folder(tmp_path):
    site = tmp_path / "site"
    (site / "sub").mkdir(parents=True)
    (site / "index.html").write_text("<p>home of https://www.example.org</p>")
    (site / "404.html").write_text("<p>nothing here</p>")
    (site / "sub" / "index.html").write_text("<p>sub</p>")
    (site / "sub" / "events.ics").write_text("BEGIN:VCALENDAR")
    (site / "picture.bin").write_bytes(b"https://www.example.org\x00")
    (tmp_path / "outside.txt").write_text("not part of the site")
    return site


def fetch(url, method="GET"):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=5) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_files_folders_and_types(folder):
    with serve(folder) as base:
        assert base.startswith("http://127.0.0.1:")
        assert fetch(f"{base}/")[2] == b"<p>home of https://www.example.org</p>"
        status, headers, body = fetch(f"{base}/sub")
        assert (status, body) == (200, b"<p>sub</p>")
        assert headers["Content-Type"].startswith("text/html")
        assert fetch(f"{base}/sub/events.ics")[1]["Content-Type"].startswith("text/calendar")


def test_head_has_the_length_and_no_body(folder):
    with serve(folder) as base:
        status, headers, body = fetch(f"{base}/picture.bin", "HEAD")
        assert (status, headers["Content-Length"], body) == (200, "24", b"")


def test_what_is_missing_gets_the_site_s_own_page(folder):
    with serve(folder) as base:
        assert fetch(f"{base}/no-such-page")[::2] == (404, b"<p>nothing here</p>")


@pytest.mark.parametrize(
    "path", ["/../outside.txt", "/%2e%2e/outside.txt", "/sub/../../outside.txt", "//outside.txt"]
)
def test_nothing_outside_the_folder_is_served(folder, path):
    with serve(folder) as base:
        host, port = base.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=5) as client:
            client.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            answer = b"".join(iter(lambda: client.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"not part of the site" not in answer


def test_the_public_origin_becomes_the_loopback_address_in_text_alone(folder):
    with serve(folder, "https://www.example.org") as base:
        assert fetch(f"{base}/")[2].decode() == f"<p>home of {base}</p>"
        assert fetch(f"{base}/picture.bin")[2] == b"https://www.example.org\x00"


def test_many_at_once_then_the_port_is_free_and_nothing_was_printed(folder, capfd):
    with serve(folder) as base, ThreadPoolExecutor(8) as pool:
        assert {s for s, _, _ in pool.map(fetch, [f"{base}/"] * 40)} == {200}
    host, port = base.removeprefix("http://").split(":")
    with pytest.raises(OSError), socket.create_connection((host, int(port)), timeout=1):
        pass
    assert capfd.readouterr() == ("", "")


def test_a_client_that_hangs_up_disturbs_nobody(folder, capfd):
    with serve(folder) as base:
        host, port = base.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=5) as client:
            client.sendall(b"GET /picture.bin HTTP/1.1\r\nHos")
        assert fetch(f"{base}/")[0] == 200
    assert capfd.readouterr().err == ""


def test_a_folder_without_a_home_page_is_refused(tmp_path):
    with pytest.raises(WorkspaceError, match=r"index\.html"), serve(tmp_path):
        pass
