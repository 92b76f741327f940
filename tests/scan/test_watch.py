"""A folder that is edited: only what changes is read again, and the state is that of a whole new check."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auditor.collect.folder import FolderCollector
from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, ignore
from auditor.publish import render_change
from auditor.report.scan_view import ScanFacts
from auditor.scan.crew import Wanted
from auditor.scan.run import Means, scan_targets
from auditor.scan.watch import Watch
from auditor.workspace import now

ROOT = Path(__file__).parents[1]
ADDRESS = "1247 North Maple Street, Suite 300, Springfield, IL 62704"
LEAK = "<p>1247 North Maple Street</p>"


@pytest.fixture
def wanted() -> Wanted:
    return Wanted(Facts.from_table({"address": [{"label": "shelter", "text": ADDRESS}]}), Public())


@pytest.fixture
def site(tmp_path) -> Path:
    folder = tmp_path / "site"
    (folder / "about").mkdir(parents=True)
    for name in ("index.html", "about/index.html", "contact.html"):
        (folder / name).write_text("<p>Welcome</p>", encoding="utf-8")
    return folder


def watch(folder: Path, wanted: Wanted) -> Watch:
    return Watch(folder, wanted, (), clock=now, workers=1)


def edit(path: Path, text: str) -> None:
    """Write a file so that its stamp differs even on a coarse clock."""
    path.write_text(text, encoding="utf-8")
    told = path.stat()
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns + 1_000_000))


def test_what_comes_and_goes(site, wanted, monkeypatch):
    watched = watch(site, wanted)
    first = watched.look()
    assert first.files == first.outcome.run.coverage.documents == 3
    assert not first.appeared
    assert watched.look() is None

    read: list[str] = []
    original = FolderCollector.read
    monkeypatch.setattr(
        FolderCollector, "read", lambda self, path: read.append(path.name) or original(self, path)
    )
    edit(site / "contact.html", LEAK)
    leaked = watched.look()
    assert read == ["contact.html"]
    assert [url for _, url in leaked.appeared] == ["contact.html"]
    assert leaked.outcome.worst().value == "critical"
    assert leaked.outcome.run.coverage.documents == 3

    edit(site / "contact.html", f"<h1>Contact</h1>{LEAK}")
    moved = watched.look()
    assert not moved.appeared
    assert not moved.gone

    edit(site / "contact.html", "<p>Mended</p>")
    mended = watched.look()
    assert [f.url for f in mended.gone] == ["contact.html"]
    assert mended.outcome.findings == ()
    assert watched.look() is None


def test_new_and_removed_files_and_an_empty_folder(site, wanted):
    watched = watch(site, wanted)
    watched.look()
    (site / "new.html").write_text(LEAK, encoding="utf-8")
    assert [url for _, url in watched.look().appeared] == ["new.html"]
    (site / "new.html").unlink()
    assert [f.url for f in watched.look().gone] == ["new.html"]
    for path in sorted(site.rglob("*.html")):
        path.unlink()
    emptied = watched.look()
    assert emptied.outcome.run.coverage.documents == 0
    assert not emptied.outcome.conclusive()
    assert watched.look() is None


def test_its_state_is_that_of_a_whole_check(site, wanted):
    watched = watch(site, wanted)
    watched.look()
    edit(site / "about" / "index.html", LEAK + "<!-- 1247 North Maple Street -->")
    (site / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    state = watched.look().outcome
    whole = scan_targets(
        [str(site)], wanted, listener=ignore, cancel=Cancel(), clock=now, means=Means(workers=0)
    )
    assert state.findings == whole.findings
    assert state.run.coverage == whole.run.coverage
    assert state.run.results == whole.run.results


def test_names_that_differ_only_in_what_is_masked_are_kept_apart(site, wanted):
    (site / "1247 North Maple Street.html").write_text(LEAK, encoding="utf-8")
    (site / "1247 N Maple St.html").write_text("<p>x</p>", encoding="utf-8")
    watched = watch(site, wanted)
    before = len(watched.look().outcome.findings)
    edit(site / "1247 N Maple St.html", "<p>y</p>")
    assert len(watched.look().outcome.findings) == before


def test_only_a_folder_can_be_watched(site, wanted):
    with pytest.raises(ConfigurationError, match="is no folder"):
        watch(site / "index.html", wanted)


def run_watch(site: Path, *options: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "AUDITOR_ADDRESS": ADDRESS, "NO_COLOR": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "auditor", "scan", "--watch", str(site), "--workers", "1", *options],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def read_until(process: subprocess.Popen[str], word: str) -> str:
    said = ""
    for line in process.stdout:
        said += line
        if word in line:
            return said
    raise AssertionError(f"ended before it said {word!r}: {said} {process.stderr.read()}")


@pytest.mark.parametrize("mend", [True, False])
def test_the_program_says_what_comes_and_goes_and_ends_with_the_last_state(site, tmp_path, mend):
    result = tmp_path / "state.json"
    process = run_watch(site, "-f", "text", "-f", f"json:{result}")
    try:
        read_until(process, "Exit code 0")
        edit(site / "contact.html", LEAK)
        said = read_until(process, "LEAK FOUND")
        assert "new critical" in said
        assert "contact.html" in said
        assert "Maple" not in said
        deadline = time.monotonic() + 20
        while '"exit_code": 1' not in result.read_text("utf-8") and time.monotonic() < deadline:
            time.sleep(0.05)
        if mend:
            edit(site / "contact.html", "<p>Mended</p>")
            assert "✓ gone" in read_until(process, "CLEAR")
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == (0 if mend else 1)
    assert "Traceback" not in errors
    assert f"ended; exit code {0 if mend else 1}" in errors


@pytest.mark.parametrize("shown", [True, False])
def test_the_lines_of_a_change_tell_places_only_where_they_may(site, wanted, shown):
    watched = watch(site, wanted)
    watched.look()
    edit(site / "contact.html", LEAK)
    change = watched.look()
    facts = ScanFacts(exit_code=1, version="0", show_places=shown)
    came_and_went = (change.outcome.findings, change.outcome.findings)
    text = render_change(change.outcome, facts, wanted.searcher, came_and_went, took=", now").decode()
    assert text.count("shelter · address") == 2
    assert "✓ gone" in text
    assert "LEAK FOUND: 1 open finding, now" in text
    assert ("contact.html" in text) is shown
    assert "Maple" not in text
