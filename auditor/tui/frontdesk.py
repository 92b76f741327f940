"""What makes the face safe where others may look: hide, idle lock, neutral title, silent end."""

import asyncio
import signal
import time
import traceback
from pathlib import Path

from textual import events
from textual.app import App
from textual.worker import WorkerFailed

from auditor.tui.screens.cover import CoverScreen

NEUTRAL_TITLE = "Terminal"
_IDLE_LOOK = 5.0
"""Seconds between two looks at whether anyone is still there."""


class FrontDeskApp(App[int]):
    """Base of the application. Knows nothing of audits."""

    def __init__(self) -> None:
        super().__init__()
        self._active = time.monotonic()

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without key or mouse everything is hidden; 0 is never."""
        raise NotImplementedError

    def finish(self) -> None:
        """Write what waits to be written. Called before every end, also that by a fault or a signal."""

    # --- beginning and leaving -------------------------------------------------------------------

    def on_mount(self) -> None:
        """Take the terminal over: a title that tells nothing, and an orderly end on request."""
        self._neutral_title()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self.exit, None, 128 + number)
            except (NotImplementedError, RuntimeError, ValueError):
                break
        self.set_interval(_IDLE_LOOK, self._hide_when_idle)

    def _neutral_title(self) -> None:
        """Give the terminal a title that tells nothing. The old one comes back on leaving."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(f"\x1b[22;2t\x1b]2;{NEUTRAL_TITLE}\x07")

    def _old_title(self) -> None:
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[23;2t")

    def exit(self, result: int | None = None, return_code: int = 0, message: object = None) -> None:  # noqa: ARG002 - nothing is printed after leaving
        """Leave, once what waits is written."""
        self.finish()
        self._old_title()
        super().exit(result, return_code)

    def on_unmount(self) -> None:
        """Nothing may be left unwritten, however the program ends."""
        self.finish()

    def _fatal_error(self) -> None:
        """End after a fault of our own: say where, and neither local variables nor the error's text."""
        self.finish()
        error: BaseException | None = self._exception
        if isinstance(error, WorkerFailed):
            error = error.error
        frames = traceback.extract_tb(error.__traceback__) if error else []
        lines = [f"auditor stopped because of a fault of its own ({type(error).__name__})."]
        lines += [f"  {Path(f.filename).name}, line {f.lineno}, in {f.name}" for f in frames[-6:]]
        lines.append("Every answer that was shown as saved is saved. Start auditor again to go on.")
        self.panic("\n".join(lines))

    # --- hiding ----------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Note that someone is there."""
        if isinstance(event, events.InputEvent):
            self._active = time.monotonic()
        await super().on_event(event)

    def _hide_when_idle(self) -> None:
        """Hide everything when nobody touched keys or mouse for a while."""
        minutes = self.idle_minutes
        if minutes and time.monotonic() - self._active > 60 * minutes:
            self.action_cover()

    def action_cover(self) -> None:
        """Hide everything behind a neutral screen."""
        if not isinstance(self.screen, CoverScreen):
            self.clear_notifications()
            self.push_screen(CoverScreen())

    def action_command_palette(self) -> None:
        """Open the command palette, but never in front of the cover: it leads to every other screen."""
        if not isinstance(self.screen, CoverScreen):
            super().action_command_palette()

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:  # noqa: ARG002 - Textual's signature
        """Take no picture: a file of the screen would outlive the moment in which it was safe to look."""
        self.notify("Pictures of the screen are switched off: nothing leaves it by accident.")

    def deliver_screenshot(self, *_: object, **__: object) -> None:
        """Take no picture."""
        self.action_screenshot()

    def save_screenshot(self, *_: object, **__: object) -> str:
        """Take no picture; Textual asks for the name of the file, which is none."""
        self.action_screenshot()
        return ""
