"""Worker processes: the same outcomes as here, whatever happens to a worker."""

import io
import os
import signal
import time

import pytest

from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel
from auditor.scan.crew import Crew, Wanted, in_this_process

ADDRESS = "1247 North Maple Street"


@pytest.fixture(scope="module")
def wanted():
    table = {"schema": 1, "address": [{"label": "shelter", "text": f"{ADDRESS}, Springfield, IL 62704"}]}
    return Wanted(Facts.from_table(table), Public())


def picture(text):
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "JPEG", comment=text.encode())
    return out.getvalue()


def stream(count):
    for number in range(count):
        leak = ADDRESS if number % 3 == 0 else "nothing"
        yield Resource(f"https://a.example/{number}.jpg", picture(leak))
        yield Resource(f"https://a.example/{number}", f"<p>{leak}</p>".encode())
    yield Unchecked("https://a.example/gone", "timed out")


def summary(outcomes):
    return sorted(
        (o.url, "unchecked") if isinstance(o, Unchecked) else (o.url, *(f.grade.value for f in o.findings))
        for o in outcomes
    )


def test_workers_find_what_this_process_finds(wanted):
    here = in_this_process(wanted.examiner(()))(stream(6), Cancel())
    there = Crew(wanted, (), 2).examine_all(stream(6), Cancel())
    assert summary(there) == summary(here)


def test_a_temporary_folder_of_a_long_name_hinders_nobody(wanted, tmp_path, monkeypatch):
    folder = tmp_path / ("a" * 60) / ("b" * 60)
    folder.mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    here = in_this_process(wanted.examiner(()))(stream(2), Cancel())
    assert summary(Crew(wanted, (), 2).examine_all(stream(2), Cancel())) == summary(here)


def test_a_worker_killed_in_the_middle_costs_nothing(wanted):
    crew = Crew(wanted, (), 1)

    def interrupted():
        for number, item in enumerate(stream(4)):
            if number == 3:
                for process in list(crew._pool._processes):
                    os.kill(process, signal.SIGKILL)
            yield item

    there = list(crew.examine_all(interrupted(), Cancel()))
    here = in_this_process(wanted.examiner(()))(stream(4), Cancel())
    assert summary(there) == summary(here)


def test_cancelling_ends_the_workers(wanted):
    crew = Crew(wanted, (), 1)
    cancel = Cancel()
    outcomes = crew.examine_all(stream(500), cancel)
    next(outcomes)
    processes = list(crew._pool._processes)
    cancel.set()
    assert len(list(outcomes)) < 20
    assert crew._pool is None
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def slow_text(megabytes):
    """Text of which each few words are a likely address: some 0.05 MB are read in a second."""
    return ("1247 Nroth Maple Stret and 1247 Norht Mpale Street or " * (megabytes * 20_000)).encode()


@pytest.mark.parametrize("workers", [0, 1])
def test_what_is_examined_when_the_time_is_over_ends_soon_and_is_listed(wanted, workers):
    """Without workers what is begun is ended first; it is short here."""
    late = [Resource(f"https://a.example/{n}", slow_text(5 if workers else 0) or b"<p>x") for n in range(2)]
    cancel = Cancel().within(3 if workers else 0)
    began = time.monotonic()
    if workers:
        outcomes = list(Crew(wanted, (), workers).examine_all(late, cancel))
    else:
        outcomes = list(in_this_process(wanted.examiner(()))(late, cancel))
    assert time.monotonic() - began < 5
    assert [o.url for o in outcomes] == [r.url for r in late]
    for outcome in outcomes:
        assert not outcome.read
        assert outcome.unchecked[0].reason.startswith("time limit")
        assert outcome.unchecked[0].mend == "--max-seconds"


def test_time_that_is_not_used_up_changes_nothing(wanted):
    here = in_this_process(wanted.examiner(()))(stream(4), Cancel())
    assert summary(Crew(wanted, (), 1).examine_all(stream(4), Cancel().within(300))) == summary(here)


def test_what_is_wanted_does_not_print(wanted):
    crew = Crew(wanted, (), 1)
    for shown in (repr(wanted), str(wanted), repr(crew), repr(wanted.facts), repr(wanted.searcher)):
        assert "1247" not in shown
        assert "Maple" not in shown


def test_a_worker_that_cannot_start_is_told_in_a_line_that_quotes_nothing(wanted, monkeypatch, capfd):
    class Broken:
        """Facts that no worker can take."""

        @staticmethod
        def reveal_for_saving():
            return {"schema": ADDRESS, "address": ADDRESS}

    crew = Crew(wanted, (), 1)
    monkeypatch.setattr(wanted, "facts", Broken)
    monkeypatch.setattr("auditor.scan.crew._START_AFTER_SECONDS", 0.0)
    outcomes = summary(crew.examine_all(stream(3), Cancel()))
    pages = [outcome for outcome in outcomes if ".jpg" not in outcome[0]]
    monkeypatch.undo()
    here = summary(in_this_process(wanted.examiner(()))(stream(3), Cancel()))
    assert pages == [outcome for outcome in here if ".jpg" not in outcome[0]]
    crew = Crew(wanted, (), 1)
    monkeypatch.setattr(wanted, "facts", Broken)
    pictures = [item for item in stream(3) if item.url.endswith(".jpg")]
    reasons = {u.reason for outcome in crew.examine_all(pictures, Cancel()) for u in outcome.unchecked}
    assert len(reasons) == 1
    assert "could not start (" in reasons.pop()
    shown = "".join(capfd.readouterr())
    assert "Traceback" not in shown
    assert ADDRESS not in shown


def test_workers_start_where_stderr_has_no_descriptor():
    """A terminal face puts something of its own in the place of stderr, whose descriptor is -1."""
    import subprocess
    import sys

    program = (
        "import sys\n"
        "class Screen:\n"
        "    def fileno(self): return -1\n"
        "    def write(self, text): return len(text)\n"
        "    def flush(self): pass\n"
        "sys.stderr = Screen()\n"
        "from auditor.scan.crew import _begin_tracking\n"
        "from multiprocessing import get_context\n"
        "_begin_tracking()\n"
        "get_context('spawn').Lock()\n"
        "print('started', type(sys.stderr).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.split() == ["started", "Screen"]
