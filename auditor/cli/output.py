"""Data goes to standard output, talk and progress to standard error."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from auditor.core.events import Event, Notice, Progress

Mask = Callable[[str], str]
_INTERVAL_TERMINAL = 0.1
_INTERVAL_PLAIN = 5.0


def printable(text: str) -> str:
    """`text` with control characters replaced, so that fetched text cannot steer a terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


def use_colour(choice: str, stream: TextIO) -> bool:
    """Whether to colour: --color, then NO_COLOR and FORCE_COLOR, then whether the stream is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty()


class Console:
    """Where a command speaks. `quiet` drops talk, never data or errors.

    Whatever it says is masked: by the facts that the command learned, else by those that `find_mask` finds.
    Words that a user typed, names of files and old records come here too, not only what was checked.
    """

    def __init__(
        self,
        *,
        quiet: bool = False,
        verbose: bool = False,
        find_mask: Callable[[], Mask | None] = lambda: None,
    ) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._find_mask = find_mask
        self._mask: Mask | None = None
        self._line_open = False
        self._last = 0.0
        self._source = ""
        self._since = (0.0, 0)

    def learn(self, mask: Mask) -> None:
        """From now on hide what `mask` hides: a command knows which facts it works with."""
        self._mask = mask

    def masked(self, text: str) -> str:
        """`text` as it may be said."""
        if self._mask is None:
            self._mask = self._find_mask() or str
        return self._mask(text)

    def data(self, text: str) -> None:
        """Write the result."""
        self._end_line()
        text = self.masked(text)
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()

    def raw(self, data: bytes) -> None:
        """Write a rendered file to standard output."""
        self._end_line()
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def talk(self, text: str, *, is_fixed: bool = False) -> None:
        """Tell the user something, unless quiet. Fixed words hold nothing from elsewhere: no mask."""
        if not self.quiet:
            self._end_line()
            print(printable(text if is_fixed else self.masked(text)), file=sys.stderr, flush=True)

    def warn(self, text: str) -> None:
        """Tell the user something that must not be missed."""
        self._end_line()
        print(f"auditor: {printable(self.masked(text))}", file=sys.stderr, flush=True)

    def listen(self, event: Event) -> None:
        """Show an event of long work: one moving line in a terminal, a plain line now and then elsewhere."""
        if isinstance(event, Notice):
            if self.verbose:
                self.talk(f"  {event.source}: {event.text}")
            return
        if self.quiet:
            return
        terminal = sys.stderr.isatty()
        current = time.monotonic()
        if current - self._last < (_INTERVAL_TERMINAL if terminal else _INTERVAL_PLAIN):
            return
        self._last = current
        self._show(event, terminal=terminal)

    def _show(self, event: Progress, *, terminal: bool) -> None:
        line = (
            f"{event.pages} pages, {event.documents} files, {event.bytes_read / 1e6:.1f} MB, "
            f"{event.queued} waiting, {event.found} found{self._pace(event)}"
        )
        if terminal:
            sys.stderr.write(f"\r\x1b[2K{line}  {printable(self.masked(event.current))[-40:]}")
            sys.stderr.flush()
            self._line_open = True
        else:
            print(line, file=sys.stderr, flush=True)

    def _pace(self, event: Progress) -> str:
        """Answers a second since this source was begun, and what that means for those that wait."""
        now = time.monotonic()
        if event.source != self._source:
            self._source, self._since = event.source, (now, event.answers)
        seconds, documents = now - self._since[0], event.answers - self._since[1]
        if seconds < 1 or documents <= 0:
            return ""
        rate = documents / seconds
        left = f", about {_duration(event.queued / rate)} left" if event.queued else ""
        return f", {rate:.0f} a second{left}"

    def _end_line(self) -> None:
        if self._line_open:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._line_open = False


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"


def place_of(path: Path) -> str:
    """`path` as short as it can be said from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
