"""Channels that open by mistake: a secret typed in the wrong place, in a name, in what a server answers."""

import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

STREET = "1247 North Maple Street"
PHONE = "217-555-0148"


def assert_keeps(told, done):
    assert told(done.stdout) == []
    assert told(done.stderr) == []
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        [STREET],
        ["answer", STREET, "met"],
        ["answer", "LOC-03", STREET],
        ["answer", "LOC-03", "met", STREET],
        ["answer", "LOC-03", "met", f"--address={STREET}"],
        ["action", "add", "LOC-03", "--owner", "Jo", "--title", "x", "--due", STREET],
        ["action", "close", STREET, "--by", "Jo", "--evidence", "x"],
        ["evidence", "add", "LOC-03", "--file", f"call {PHONE}.xyz"],
        ["evidence", "remove", "LOC-03", STREET],
        ["rule", STREET, "fixed", "--reason", "x"],
        ["scan", STREET],
        ["scan", f"nowhere/{STREET}"],
        ["scan", "--git", STREET],
        ["scan", ".", "--check", STREET],
        ["scan", ".", "-f", STREET],
        ["scan", ".", "--max-pages", STREET],
        ["scan", ".", "--fail-on", STREET],
        ["scan", ".", "--baseline", STREET],
        ["scan", ".", "--cluster", STREET],
        ["scan", ".", "--facts", STREET],
        ["report", "--period", STREET],
        ["diff", STREET, "2026-Q4"],
        ["score", "--as-of", STREET],
        ["profile", "show", STREET],
        ["checks", "show", STREET],
        ["rollup", STREET],
    ],
    ids=lambda words: " ".join(words[:3]).replace(STREET, "_"),
)
def test_a_secret_in_the_place_of_another_word_is_not_repeated(auditor, kept, told, words):
    done = auditor(*words, cwd=kept)
    assert done.returncode in (2, 5)
    assert_keeps(told, done)


@pytest.mark.parametrize("words", [[STREET], ["init", "there", STREET], ["scan", "--max-pages", STREET, "."]])
def test_what_no_option_takes_is_not_repeated_though_no_fact_is_known(auditor, told, words):
    done = auditor(*words)
    assert done.returncode == 2
    assert_keeps(told, done)


def test_a_misspelt_option_is_named(auditor):
    done = auditor("scan", "--verbos3", ".")
    assert b"--verbos3" in done.stderr


def test_who_did_something_is_masked_in_the_records(auditor, kept, told):
    named = f"Jo, {STREET}, {PHONE}"
    for words in (
        ["answer", "LOC-03", "met", "--by", named],
        ["action", "add", "LOC-03", "--owner", named, "--title", "x", "--interim", "y"],
        ["sign", "--role", "auditor", "--name", named],
    ):
        done = auditor(*words, cwd=kept)
        assert done.returncode in (0, 2), done.stderr.decode()
        assert_keeps(told, done)
    assert [p for p in kept.rglob("*") if p.is_file() and p.suffix != ".toml" and told(p.read_bytes())] == []
    assert [p for p in (kept / "audits").rglob("*.toml") if told(p.read_bytes())] == []


def test_a_note_typed_before_its_fact_was_known_is_shown_masked(auditor, kept):
    words = [
        "action",
        "add",
        "LOC-03",
        "--owner",
        "Jo",
        "--title",
        "paint Elderberry Lodge",
        "--interim",
        "y",
    ]
    assert b"Elderberry" in auditor(*words, cwd=kept).stdout
    with (kept / "confidential.toml").open("a") as facts:
        facts.write('[[address]]\nlabel = "lodge"\nnames = ["Elderberry Lodge"]\n')
    done = auditor("action", "list", cwd=kept)
    assert b"paint [lodge]" in done.stdout
    assert b"Elderberry" not in done.stdout + done.stderr


class _Tattling(BaseHTTPRequestHandler):
    """A site whose addresses, redirects, headers and errors hold the secrets."""

    robots = "User-agent: *\nDisallow: /1247-north-maple-street\nSitemap: /sitemap.xml\n"

    def do_GET(self):
        host = f"http://127.0.0.1:{self.server.server_address[1]}"
        places = ("1247-n-maple-st.html", "1247-north-maple-street/x", "q?to=1247+N+Maple+St", "old", "away")
        links = "".join(f"<a href='/{place}'>x</a>" for place in (*places, "loop-217-555-0148"))
        moved = {
            "/old": "/1247-n-maple-st.html",
            "/away": "https://elsewhere.invalid/1247-north-maple-street",
            "/loop-217-555-0148": "/loop-217-555-0148",
        }.get(self.path)
        body = links.encode()
        if self.path == "/robots.txt":
            body = self.robots.encode()
        elif self.path == "/sitemap.xml":
            body = f"<urlset>{''.join(f'<url><loc>{host}/{place}</loc></url>' for place in places)}</urlset>".encode()
        self.send_response(302 if moved else 500 if "?" in self.path else 200)
        if moved:
            self.send_header("Location", moved)
        self.send_header("ETag", '"1247-n-maple-st"')
        self.send_header("Set-Cookie", "at=1247-north-maple-street")
        self.send_header("Content-Type", "text/plain" if self.path == "/robots.txt" else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.path == "/1247-n-maple-st.html":
            self.wfile.write(b"")  # cut short: the reader gets an error that names the address
            self.close_connection = True
            return
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def tattling():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Tattling)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "options",
    [["-v"], ["--plan", "-v"], ["--plan"], ["-v", "-f", "sarif"], ["-f", "csv"]],
    ids=" ".join,
)
def test_addresses_redirects_and_errors_of_a_site_are_masked(auditor, kept, home, told, tattling, options):
    done = auditor("scan", *options, tattling, cwd=kept)
    assert done.returncode in (0, 1, 3), done.stderr.decode()
    assert_keeps(told, done)
    assert [p for p in (home, kept) if told(b"".join(f.read_bytes() for f in written(p)))] == []


def written(folder):
    return [p for p in folder.rglob("*") if p.is_file() and p.name != "confidential.toml"]


def test_a_target_with_the_secret_in_its_address(auditor, kept, told, tattling):
    done = auditor("scan", "-v", f"{tattling}1247-n-maple-st.html?near={PHONE}", cwd=kept)
    assert_keeps(told, done)


HOOKS = """
import logging, sys, threading, warnings
from auditor.cli.discretion import be_discreet
be_discreet()
import resource
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
secret = "1247 North Maple Street"
logging.getLogger("urllib3").warning("Failed to parse headers (url=%s)", secret)
def fail():
    raise RuntimeError(secret)
thread = threading.Thread(target=fail)
thread.start()
thread.join()
class Late:
    def __del__(self):
        fail()
late = Late()
del late
fail()
"""


def test_libraries_threads_and_the_interpreter_itself_say_no_secret(told, environment):
    done = subprocess.run(
        [sys.executable, "-c", HOOKS], env=environment(), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert told(done.stderr) == []
    assert len(re.findall(rb"internal error: RuntimeError at ", done.stderr)) == 3
    assert b"Traceback" not in done.stderr


def test_names_inside_an_archive_are_masked(auditor, kept, told, tmp_path):
    folder = tmp_path / "in" / "1247 N Maple St"
    folder.mkdir(parents=True)
    (folder / f"plan {PHONE}.txt").write_text(f"call {PHONE}")
    (folder / "broken 1247-n-maple-st.pdf").write_bytes(b"%PDF-1.4 x")
    archive = shutil.make_archive(str(tmp_path / "files"), "zip", tmp_path / "in")
    for words in (["-v"], ["-f", "json"], ["--show-fragments"]):
        done = auditor("scan", *words, archive, cwd=kept)
        assert done.returncode in (0, 1, 3), done.stderr.decode()
        assert_keeps(told, done)
