"""Plain text laid out for a terminal: wrapped to a width, coloured only when asked."""

import textwrap
import unicodedata

from auditor.report.words import Tone

_CODES = {Tone.GOOD: "32", Tone.WARN: "33", Tone.BAD: "31", Tone.NONE: "2"}
MIN_WIDTH = 40
INDENT = "  "


class Page:
    """Lines of text under construction.

    Colour is an addition: every coloured word reads the same without it. `width` is in columns.
    """

    def __init__(self, width: int = 80, *, colour: bool = False) -> None:
        self.width = max(width, MIN_WIDTH)
        self._colour = colour
        self._lines: list[str] = []

    def line(self, text: str = "", tone: Tone | None = None, *, bold: bool = False, indent: int = 0) -> None:
        """One paragraph, wrapped; continuation lines keep the indent."""
        lead = INDENT * indent
        if not text:
            self._lines.append("")
            return
        for part in wrap(text, self.width - len(lead)):
            self._lines.append(lead + self.paint(part, tone, bold=bold))

    def lead(self, mark: str, text: str, tone: Tone | None = None, *, indent: int = 0) -> None:
        """A paragraph whose first line starts with `mark`, the others hanging under the text."""
        room = INDENT * indent
        hang = " " * (columns(mark) + 1)
        parts = wrap(text, self.width - len(room) - len(hang)) or [""]
        self._lines.append(f"{room}{self.paint(mark, tone, bold=True)} {parts[0]}")
        self._lines.extend(f"{room}{hang}{part}" for part in parts[1:])

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        if self._lines and self._lines[-1]:
            self._lines.append("")
        self.line(text, bold=True)

    def paint(self, text: str, tone: Tone | None, *, bold: bool = False) -> str:
        """`text` in the colour of `tone`, when colour is on."""
        codes = ";".join(code for code in ("1" if bold else "", _CODES[tone] if tone else "") if code)
        return f"\x1b[{codes}m{text}\x1b[0m" if self._colour and codes else text

    def encode(self) -> bytes:
        """The finished text, UTF-8, with one line feed at its end."""
        return ("\n".join(self._lines).rstrip("\n") + "\n").encode()


def wrap(text: str, width: int) -> list[str]:
    """`text` broken at spaces; a longer word, such as a URL, stays whole so that it can be copied."""
    lines = []
    for paragraph in text.splitlines():
        lines += textwrap.wrap(paragraph, max(width, 20), break_long_words=False, break_on_hyphens=False) or [
            ""
        ]
    return lines


def columns(text: str) -> int:
    """How many columns a terminal gives `text`: wide East Asian letters take two, combining marks none."""
    wide = sum(unicodedata.east_asian_width(c) in ("W", "F") for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) != 0 for c in text)


def bar(floor: float, ceiling: float, width: int) -> str:
    """An interval of 0 to 100 as a bar: secured, still open, lost."""
    solid = int(floor * width / 100 + 1e-9)
    reach = max(solid, int(ceiling * width / 100 + 1e-9))
    return "█" * solid + "▒" * (reach - solid) + "·" * (width - reach)
