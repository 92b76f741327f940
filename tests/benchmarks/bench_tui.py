"""How fast the terminal face is: the first frame, a key on a large audit, a key while the checks run.

    python -m tests.benchmarks.bench_tui

Each figure stands beside that of a bare Textual application with the same widgets, taken in the same run, and
only ratios count: the machine may be busy. Nothing asserts a time.
"""

import asyncio
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tomli_w
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from auditor.core.status import Severity
from auditor.tui.app import AuditorApp
from auditor.workspace import Workspace
from tests.tui.helpers import NOW, check_run, finding, make_workspace

CONTROLS, FINDINGS, KEYS, STARTS = 300, 5_000, 40, 7
BARE = """
from textual.app import App
from textual.containers import *
from textual.widgets import (Button, ContentSwitcher, DataTable, Footer, Input, Markdown, OptionList,
    ProgressBar, RadioSet, Static, TextArea)
class Bare(App):
    def compose(self):
        yield Static("bare-is-here")
        yield OptionList("one", "two")
        yield Button("Go")
        yield Footer()
Bare().run()
"""
OURS = """
import sys
from pathlib import Path
from auditor.tui import run
root = Path(sys.argv[1])
def opened():
    from auditor.workspace import Workspace
    return Workspace(root)
run(opened, root)
"""


def first_frame(program: str, root: Path, wanted: bytes) -> float:
    """Seconds until `wanted` is drawn in a pseudo-terminal of 80 by 24."""
    began = time.perf_counter()
    pid, handle = pty.fork()
    if pid == 0:
        environment = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        os.execve(sys.executable, [sys.executable, "-c", program, str(root)], environment)
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    written = b""
    while wanted not in written and select.select([handle], [], [], 30)[0]:
        written += os.read(handle, 65536)
    took = time.perf_counter() - began
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(handle)
    return took


def large_workspace(root: Path) -> Workspace:
    """As many controls and findings as an agency of agencies would have."""
    workspace = make_workspace(root)
    section = [
        {
            "id": f"ZZ{number // 100}-{number % 100:02}",
            "question": f"Is rule {number} of the protocol kept everywhere, by everyone, at all times?",
            "why": "Because one gap is enough.",
            "how_to_verify": "Look at it, then ask two people.",
            "evidence": "What was seen, by whom, when.",
            "remedy": "Mend it.",
            "weight": 1 + number % 5,
            "critical": number % 9 == 0,
            "checks": ["site-address"] if number % 50 == 0 else [],
        }
        for number in range(CONTROLS)
    ]
    table = {
        "schema": 1,
        "id": "large",
        "version": "1",
        "title": "Large",
        "description": "Many questions.",
        "section": [
            {"id": f"part-{n}", "title": f"Part {n}", "control": section[n * 20 : n * 20 + 20]}
            for n in range(CONTROLS // 20)
        ],
    }
    (root / "profiles" / "large.toml").write_bytes(tomli_w.dumps(table).encode())
    agency = (root / "agency.toml").read_text().replace('"tui-test"', '"large"')
    (root / "agency.toml").write_text(agency)
    workspace = type(workspace)(root, clock=lambda: NOW)
    many = tuple(finding(n, severity=Severity.LOW if n % 7 else Severity.HIGH) for n in range(FINDINGS))
    workspace.change(lambda record: record.with_run(check_run(), many))
    (root / ".auditor-state.toml").write_text('name = "Ana Diaz"\n')
    return workspace


class Bare(App[None]):
    """A list and a card beside it, nothing else: what Textual itself needs for a key."""

    CSS = "OptionList { width: 40; height: 1fr; }"

    def compose(self) -> ComposeResult:
        """As many lines as the checklist has."""
        yield OptionList(*(Option(f"○ open ZZ-{n} Is rule {n} kept?", str(n)) for n in range(CONTROLS)))
        yield Static("card")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show a card of some lines."""
        lines = (f"Line {n} of the card of {event.option_id}" for n in range(20))
        self.query_one(Static).update(Content("\n".join(lines)))


async def latency(app: App[Any], key: str, state: Callable[[], object], times: int = KEYS) -> list[float]:
    """Seconds from a key to the changed state on the screen, for each of `times`."""
    took = []
    for _ in range(times):
        before = state()
        began = time.perf_counter()
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        while state() == before or app.screen._dirty_widgets or app.screen._layout_required:
            await asyncio.sleep(0)
            if time.perf_counter() - began > 5:
                break
        took.append(time.perf_counter() - began)
    return took


async def bare_keys() -> list[float]:
    """A key in the bare application."""
    app = Bare()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        app.query_one(OptionList).focus()
        return await latency(app, "down", lambda: app.query_one(OptionList).highlighted)


async def our_keys(
    workspace: Workspace, screen: str, key: str, state: Callable[[Any], object]
) -> list[float]:
    """A key on one of our screens."""
    app = AuditorApp(workspace, workspace.root, screen=screen)
    app.animation_level = "none"
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.5)
        return await latency(app, key, lambda: state(app), 20 if key in "mu" else KEYS)


async def keys_while_running(workspace: Workspace) -> list[float]:
    """Moving in the checklist while the checks read a folder of pages and tell of their progress."""

    def busy(cancel: Any) -> None:
        while not cancel:
            sum(n * n for n in range(20_000))  # holds the interpreter as a parser does
            time.sleep(0)

    workspace.hold = busy  # type: ignore[attr-defined]
    app = AuditorApp(workspace, workspace.root, screen="checks")
    app.animation_level = "none"
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        app.begin_checks()
        await pilot.pause(0.3)
        app.switch_mode("checklist")
        await pilot.pause(0.3)
        took = await latency(app, "down", lambda: app.screen.chosen)
        app.session.running.set()
        await pilot.pause(0.5)
        return took


def line(what: str, took: list[float], bare: list[float]) -> None:
    """One line of figures: median and worst in milliseconds, and how many times the bare one."""
    middle, peer = statistics.median(took), statistics.median(bare)
    worst = sorted(took)[int(len(took) * 0.95)]
    print(f"{what:52}{1000 * middle:9.1f}{1000 * worst:9.1f}{middle / peer:8.2f}")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = large_workspace(Path(folder) / "ws")
        starts: dict[str, list[float]] = {"bare": [], "first": [], "ready": []}
        for _ in range(STARTS):
            starts["bare"].append(first_frame(BARE, workspace.root, b"bare-is-here"))
            starts["first"].append(first_frame(OURS, workspace.root, b"Opening the workspace"))
            starts["ready"].append(first_frame(OURS, workspace.root, b"Critical first"))
        print(f"{'milliseconds':52}{'median':>9}{'95 %':>9}{'ratio':>8}")
        line("bare Textual application, first frame", starts["bare"], starts["bare"])
        line("auditor, first frame", starts["first"], starts["bare"])
        line(f"auditor, overview of {CONTROLS} questions", starts["ready"], starts["bare"])
        bare = asyncio.run(bare_keys())
        line(f"bare list of {CONTROLS}, a key", bare, bare)
        run = asyncio.run
        chosen = lambda app: app.screen.chosen  # noqa: E731 - a name for the table below
        line("checklist, next question", run(our_keys(workspace, "checklist", "down", chosen)), bare)
        line(f"findings ({FINDINGS:,}), next", run(our_keys(workspace, "findings", "down", chosen)), bare)
        ordered = run(our_keys(workspace, "findings", "g", lambda app: app.screen._order))
        line(f"findings ({FINDINGS:,}), group anew", ordered, bare)
        answered = lambda app: len(app.session.steps)  # noqa: E731 - as above
        line(
            "checklist, an answer, judged and shown",
            run(our_keys(workspace, "checklist", "u", answered)),
            bare,
        )
        line("checklist, next question while checks run", run(keys_while_running(workspace)), bare)


if __name__ == "__main__":
    main()
