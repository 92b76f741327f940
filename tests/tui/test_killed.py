"""The real program in a pseudo-terminal, killed in the middle: every answer shown as saved is there again."""

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from auditor.workspace import Workspace
from tests.tui.helpers import make_workspace

PROGRAM = "import sys; from pathlib import Path; from auditor.tui import run; from auditor.workspace import Workspace; root = Path(sys.argv[1]); sys.exit(run(lambda: Workspace(root), root, screen='checklist'))"
PACKAGE = Path(__file__).parents[2]


class Terminal:
    """A program in a pseudo-terminal of 80 by 24, and all that it wrote."""

    def __init__(self, root: Path) -> None:
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.chdir(PACKAGE)
            environment = {
                **os.environ,
                "TERM": "xterm-256color",
                "HOME": str(root),
                "TEXTUAL_ANIMATIONS": "none",
            }
            os.execve(sys.executable, [sys.executable, "-c", PROGRAM, str(root)], environment)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.written = b""

    def read_until(self, wanted: str, seconds: float = 20) -> None:
        deadline = time.monotonic() + seconds
        while not re.search(wanted, self.text):
            assert time.monotonic() < deadline, f"never saw {wanted}: {self.text[-500:]}"
            ready, _, _ = select.select([self.handle], [], [], 0.1)
            if ready:
                try:
                    self.written += os.read(self.handle, 65536)
                except OSError:  # the program has gone
                    return

    @property
    def text(self) -> str:
        return re.sub(
            r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()P][^\x1b]*)",
            "",
            self.written.decode("utf-8", "replace"),
        )

    def press(self, keys: str) -> None:
        os.write(self.handle, keys.encode())

    def end(self, number: int) -> int:
        os.kill(self.pid, number)
        _, status = os.waitpid(self.pid, 0)
        return status

    def read_rest(self) -> None:
        while select.select([self.handle], [], [], 0.5)[0]:
            try:
                data = os.read(self.handle, 65536)
            except OSError:
                return
            if not data:
                return
            self.written += data


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "ws"
    make_workspace(folder)
    (folder / ".auditor-state.toml").write_text('name = "Ana Diaz"\n')
    return folder


@pytest.mark.parametrize("seed", range(3))
def test_every_answer_shown_as_saved_survives_sigkill(root: Path, seed: int) -> None:
    chance = random.Random(seed)
    answers = ["m", "p", "u", "m", "p"][: chance.randint(1, 5)]
    terminal = Terminal(root)
    terminal.read_until("ZPL-01")
    for number, key in enumerate(answers, 1):
        terminal.press(key)
        terminal.read_until(rf"✓ {number} saved")
        terminal.press(" ")
    terminal.press(chance.choice(["m", "o", " "]))
    time.sleep(chance.random() / 20)
    terminal.end(signal.SIGKILL)
    words = {"m": "met", "p": "partial", "u": "unmet"}
    kept = {a.control: a.status.value for a in Workspace(root).record().answer}
    ids = ["ZPL-01", "ZPL-02", "ZPH-01", "ZPH-02", "ZCA-01"]
    for control, key in list(zip(ids, answers, strict=False))[:-1]:
        assert kept[control] == words[key]
    assert ids[len(answers) - 1] in kept
    again = Terminal(root)
    again.read_until(rf"✓ {len(kept)} saved")
    again.end(signal.SIGKILL)


def test_a_request_to_end_restores_the_terminal_and_loses_nothing(root: Path) -> None:
    terminal = Terminal(root)
    terminal.read_until("ZPL-01")
    terminal.press("m")
    terminal.read_until("✓ 1 saved")
    status = terminal.end(signal.SIGTERM)
    terminal.read_rest()
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGTERM
    assert terminal.written.rstrip().rfind(b"\x1b[?1049l") > terminal.written.rfind(b"\x1b[?1049h")
    assert terminal.written.rfind(b"\x1b[?25h") > terminal.written.rfind(b"\x1b[?25l")
    assert len(Workspace(root).record().answer) == 1


def test_the_title_of_the_terminal_tells_nothing(root: Path) -> None:
    terminal = Terminal(root)
    terminal.read_until("ZPL-01")
    terminal.end(signal.SIGTERM)
    terminal.read_rest()
    titles = re.findall(rb"\x1b\][02];([^\x07\x1b]*)", terminal.written)
    assert titles == [b"Terminal"]
