"""Channel by channel: the real program on the sample agency tells none of its secrets."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

AUDIT_FORMATS = (
    "text", "md", "html", "pdf", "docx", "json", "csv", "csv-actions", "csv-findings", "oscal", "oscal-poam",
)  # fmt: skip
SCAN_FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "md", "csv")


def assert_keeps(told, done):
    assert told(done.stdout) == []
    assert told(done.stderr) == []
    assert b"Traceback" not in done.stderr


def files_of(folder):
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "confidential.toml")


@pytest.fixture
def workspace(tmp_path, auditor, secrets, site):
    """A workspace of the sample agency that reads the website from its folder."""
    folder = tmp_path / "agency"
    table = (
        'schema = 1\nname = "Maple County Youth Services"\nwebsites = ["https://mapleyouth.example.org"]\n'
    )
    done = auditor("init", folder, "--from", "-", stdin=table + secrets[0].replace("schema = 1\n", ""))
    assert done.returncode == 0, done.stderr.decode()
    return folder


def test_demonstration_output_records_reports_and_temporary_files(demonstration, told):
    home, folder, done = demonstration
    assert_keeps(told, done)
    assert b"planted leaks were found" in done.stdout
    files = files_of(folder)
    assert {p.suffix for p in files} >= {".html", ".md", ".json", ".toml"}
    assert [p for p in files if told(p.read_bytes())] == []
    assert [p for p in files if told(str(p.relative_to(folder)))] == []
    assert files_of(home / "tmp") == []


def test_what_the_demonstration_writes_is_private(demonstration):
    _, folder, _ = demonstration
    assert [oct(p.stat().st_mode & 0o777) for p in files_of(folder) if p.stat().st_mode & 0o077] == []
    assert (folder / "confidential.toml").stat().st_mode & 0o777 == 0o600


def test_without_keep_the_workspace_is_removed_and_the_report_stays(auditor, home, told):
    done = auditor("demo", "--no-tui")
    assert done.returncode == 0, done.stderr.decode()
    left = files_of(home / "tmp")
    assert sorted(p.suffix for p in left) == [".html", ".json", ".md"]
    assert list(home.rglob("confidential.toml")) == []
    assert [p for p in left if told(p.read_bytes())] == []
    assert all(str(p).encode() in done.stdout for p in left)


def written_in(folder, formats):
    """The options that write every format into `folder`, and the paths."""
    paths = {name: folder / f"report-{name}" for name in formats}
    return [word for name, path in paths.items() for word in ("-f", f"{name}:{path}")], paths


@pytest.mark.parametrize("edition", ["internal", "board", "funder"])
def test_every_report_format_and_edition(kept, auditor, told, tmp_path, edition):
    options, paths = written_in(tmp_path, AUDIT_FORMATS)
    done = auditor("report", *options, "--edition", edition, cwd=kept)
    assert done.returncode in (0, 1, 4), done.stderr.decode()
    assert_keeps(told, done)
    assert [name for name, path in paths.items() if told(path.read_bytes())] == []
    assert all(path.stat().st_size > 40 for path in paths.values())


def test_a_report_on_standard_output(kept, auditor, told):
    done = auditor("report", cwd=kept)
    assert len(done.stdout) > 400
    assert_keeps(told, done)


def test_every_scan_format(auditor, workspace, told, site, tmp_path):
    options, paths = written_in(tmp_path, SCAN_FORMATS)
    done = auditor("scan", "-v", *options, site, cwd=workspace)
    assert done.returncode == 1, done.stderr.decode()
    assert_keeps(told, done)
    assert [name for name, path in paths.items() if told(path.read_bytes())] == []
    assert b"[shelter]" in paths["text"].read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ["score", "--explain", "--next"],
        ["score", "-f", "json"],
        ["trend"],
        ["calendar"],
        ["verify"],
        ["action", "list"],
        ["waiver", "list"],
        ["evidence", "list"],
    ],
    ids=" ".join,
)
def test_every_command_that_shows_the_quarter(kept, auditor, told, words):
    done = auditor(*words, cwd=kept)
    assert done.returncode in (0, 1, 4), done.stderr.decode()
    assert_keeps(told, done)


NOTE = "seen at 1247 N Maple St, Ste 300; call 217-555-0148"


@pytest.mark.parametrize(
    "words",
    [
        ["answer", "LOC-03", "partial", "--note", NOTE, "--by", "Jane Roe"],
        [
            "action",
            "add",
            "LOC-03",
            "--owner",
            "Jane Roe",
            "--title",
            NOTE,
            "--cause",
            NOTE,
            "--interim",
            NOTE,
        ],
        ["evidence", "add", "LOC-03", "--note", NOTE],
    ],
    ids=lambda words: words[0],
)
def test_a_secret_that_somebody_types_stays_in_no_record_and_no_report(auditor, kept, told, words, tmp_path):
    done = auditor(*words, cwd=kept)
    assert done.returncode == 0, done.stderr.decode()
    assert_keeps(told, done)
    assert [p for p in files_of(kept) if told(p.read_bytes())] == []
    options, paths = written_in(tmp_path, ("text", "md", "html", "json", "csv", "csv-actions"))
    assert_keeps(told, auditor("report", *options, cwd=kept))
    assert [name for name, path in paths.items() if path.exists() and told(path.read_bytes())] == []


def test_facts_from_the_environment(auditor, told, site, secrets):
    text, table = secrets
    for env in (
        {"AUDITOR_CONFIDENTIAL": text},
        {"AUDITOR_ADDRESS": table["address"][0]["text"], "AUDITOR_PHONES": table["phone"][0]["number"]},
    ):
        done = auditor("scan", site, env=env)
        assert done.returncode == 1, done.stderr.decode()
        assert_keeps(told, done)


@pytest.mark.parametrize(
    "broken",
    [
        '[[address]]\nlabel = "shelter"\ntext = "1247 North Maple Street, Springfield, IL 62704\n',
        '[[address]]\nlabel = "shelter"\ntxet = "1247 North Maple Street, Springfield, IL 62704"\n',
        '[[address]]\nlabel = "shelter"\ntext = ["1247 North Maple Street"]\nlatitude = "39.7817"\n',
        '[[phone]]\nlabel = "line"\nnumber = 2175550148\n',
        '[[phone]]\nlabel = "line"\nnumber = "+1 217 555 0148 0148 0148 0148"\nextension = "217 555 0148"\n',
        'schema = 1\n"1247 North Maple Street" = 1\n',
        '[["1247 North Maple Street"]]\nx = 1\n',
        "schema = 1\naddress = '1247 North Maple Street'\n",
    ],
)
def test_a_broken_file_of_facts_is_told_of_without_quoting_it(auditor, told, site, tmp_path, broken):
    for where in ("file", "environment"):
        if where == "file":
            facts = tmp_path / "facts.toml"
            facts.write_text(broken, encoding="utf-8")
            done = auditor("scan", site, "--facts", facts)
        else:
            done = auditor("scan", site, env={"AUDITOR_CONFIDENTIAL": broken})
        assert done.returncode == 2, (where, done.stdout, done.stderr)
        *talk, told_of = done.stderr.splitlines()
        assert told_of.startswith(b"auditor: ")
        assert talk in ([], [b"checking 1 target"])
        assert_keeps(told, done)


# Each makes one layer fail with the secret in the exception and in the frames.
FAILURES = {
    "runner": "auditor.runner:Runner.run",
    "extract": "auditor.collect.extract.html:read",
    "searcher": "auditor.confidential.searcher:Searcher.find_in",
    "store": "auditor.store.files:write_atomic",
}


@pytest.mark.parametrize("layer", FAILURES)
def test_a_failure_in_the_middle_prints_no_secret(auditor, kept, told, tmp_path, layer, site, root):
    module, _, name = FAILURES[layer].partition(":")
    patches = tmp_path / "patches"
    patches.mkdir()
    (patches / "sitecustomize.py").write_text(
        textwrap.dedent(
            f"""
            import importlib
            target = importlib.import_module({module!r})
            *path, last = {name!r}.split(".")
            for part in path:
                target = getattr(target, part)
            if not hasattr(target, last):
                raise SystemExit("no such thing to break: {module}:{name}")
            def fail(*args, **kwargs):
                secret = "1247 North Maple Street, 217 555 0148"
                raise RuntimeError(f"broke while at {{secret}}, 39.7817")
            setattr(target, last, fail)
            """
        ),
        encoding="utf-8",
    )
    env = {
        "PYTHONPATH": f"{patches}{os.pathsep}{root}",
        "PYTHONFAULTHANDLER": "1",
        "PYTHONWARNINGS": "default",
    }
    for arguments in (["scan", "-v", str(site)], ["answer", "LOC-03", "met"]):
        done = auditor(*arguments, cwd=kept, env=env)
        assert b"no such thing to break" not in done.stderr
        assert told(done.stdout) == []
        assert told(done.stderr) == []
        assert b"Traceback" not in done.stderr
    assert [p for p in files_of(kept) if told(p.read_bytes())] == []


def test_a_secret_as_a_file_name_is_masked(auditor, workspace, told, tmp_path):
    site = tmp_path / "site"
    (site / "1247-north-maple-street").mkdir(parents=True)
    (site / "1247-north-maple-street" / "index.html").write_text("<p>1247 North Maple Street</p>")
    (site / "index.html").write_text("<a href='1247-north-maple-street/'>where</a>")
    for name in ("text", "json"):
        done = auditor("scan", site, "-f", name, cwd=workspace)
        assert done.returncode == 1
        assert_keeps(told, done)


def test_a_hostile_page_cannot_steer_the_terminal(auditor, workspace, tmp_path, told):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        "<p>\x1b]0;owned\x07\x1b[2J ::error::x\n::set-output name=a::b [bold red]hi[/] \u202e 1247 North Maple Street \x9b31m</p>"
    )
    done = auditor("scan", site, cwd=workspace)
    assert done.returncode == 1
    assert not any(
        byte in done.stdout + done.stderr for byte in (b"\x1b", b"\x07", b"\xc2\x9b", "\u202e".encode())
    )
    assert not any(line.startswith(b"::") for line in (done.stdout + done.stderr).splitlines())
    assert_keeps(told, done)


class _Recorder(BaseHTTPRequestHandler):
    seen: list[bytes]
    folder = None

    def do_GET(self):
        type(self).seen.append(f"{self.requestline}\n{self.headers}".encode())
        path = self.folder / (self.path.split("?")[0].strip("/") or "index.html")
        if path.is_dir():
            path = path / "index.html"
        body = path.read_bytes() if path.is_file() else b"gone"
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def self_type(path):
    return {".html": "text/html", ".xml": "application/xml", ".txt": "text/plain"}.get(
        path.suffix, "application/octet-stream"
    )


def test_no_request_carries_a_secret_and_none_goes_elsewhere(auditor, workspace, told, site):
    class Recorder(_Recorder):
        seen = []
        folder = site

    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}/"
        done = auditor("scan", url, "-f", "json", cwd=workspace)
    finally:
        server.shutdown()
        server.server_close()
    assert done.returncode == 1, done.stderr.decode()
    assert len(Recorder.seen) > 20
    assert [request for request in Recorder.seen if told(request)] == []
    places = [finding["url"] for finding in json.loads(done.stdout)["findings"]]
    assert all(place.startswith(url) for place in places)


def test_interrupted_in_the_middle_it_ends_quietly(home, workspace, told, root):
    asked = threading.Event()

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.set()
            time.sleep(0.3)
            body = b"<p>1247 North Maple Street</p>" + b"".join(
                b"<a href='/%d%s'>x</a>" % (n, self.path[1:6].encode()) for n in range(9)
            )
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("AUDITOR_")} | {
            "HOME": str(home),
            "PYTHONPATH": str(root),
        }
        program = subprocess.Popen(
            [sys.executable, "-m", "auditor", "scan", f"http://127.0.0.1:{server.server_address[1]}/"],
            cwd=workspace,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # A shell lets its background jobs ignore the signal, and they pass that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        assert asked.wait(60)
        time.sleep(1)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=120)
    finally:
        server.shutdown()
        server.server_close()
    # Python ends by the signal itself when it was in certain code of its own; a shell shows 130 for both
    assert program.returncode in (130, -signal.SIGINT), err.decode()
    assert told(out) == []
    assert told(err) == []
    assert b"Traceback" not in err


def offspring(process):
    """The ids of a process and of all that it started, as far as they still live."""
    found, new = set(), {process}
    while new:
        found |= new
        children = set()
        for known in new:
            with contextlib.suppress(OSError):
                for listing in Path(f"/proc/{known}/task").glob("*/children"):
                    children |= {int(child) for child in listing.read_text(encoding="ascii").split()}
        new = children - found
    return found


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux's /proc")
def test_other_users_see_no_secret_in_the_list_of_processes(home, workspace, told, root, site):
    program = subprocess.Popen(
        [sys.executable, "-m", "auditor", "scan", str(site)],
        cwd=workspace,
        env={k: v for k, v in os.environ.items() if not k.startswith("AUDITOR_")}
        | {"HOME": str(home), "PYTHONPATH": str(root)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    seen, most = set(), 0
    while program.poll() is None:
        tree = offspring(program.pid)
        most = max(most, len(tree))
        for process in tree:
            for name in ("cmdline", "environ"):
                try:
                    seen.add((name, Path(f"/proc/{process}/{name}").read_bytes()))
                except OSError:
                    continue
        time.sleep(0.05)
    assert program.returncode == 1
    assert most > 1
    assert [name for name, data in seen if told(data)] == []
