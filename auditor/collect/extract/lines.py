"""Where a piece of text came from: source lines for texts whose tags and line ends were taken out.

Places are needed only for matches, which are rare, so they are worked out when first asked for.
While a text is prepared, control characters that no document may hold (`clean` removes them) stand
for what was taken out.
"""

import re
from collections.abc import Callable, Sequence
from typing import overload

from auditor.core.document import Places

WRAP = "\x1e"  # a line end of the source that is only white space to a reader; becomes a space
SKIP = "\x1c"  # a line end of the source inside something taken out; becomes nothing
JOINT = "\x1d"  # where an inline tag was taken out
_LINE_MARKS = re.compile("[\x1c\x1e]")
_SOURCE_LINE_ENDS = re.compile("[\x1c\x1e\n]")
_STRETCH = 16_384
_WORD = re.compile(r"\S+")

Anchor = tuple[int, str]


def clean(source: str) -> str:
    """`source` with one kind of line end and without the characters this module uses as marks."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    for mark in ("\0", SKIP, JOINT, WRAP):
        if mark in source:
            source = source.replace(mark, "")
    return source


class LazyAnchors(Places):
    """Anchors that are computed when they are asked for; `at` tells the place of one offset at less cost."""

    __slots__ = ("_anchors", "_at", "_compute")

    def __init__(self, compute: Callable[[], list[Anchor]], at: Callable[[int], str] | None = None) -> None:
        self._compute: Callable[[], list[Anchor]] | None = compute
        self._at = at
        self._anchors: list[Anchor] = []

    def place_at(self, offset: int) -> str:
        """The place of the character at `offset`."""
        return self._at(offset) if self._at and self._compute else super().place_at(offset)

    def _all(self) -> list[Anchor]:
        if self._compute is not None:
            self._anchors, self._compute = self._compute(), None
        return self._anchors

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> Anchor: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Anchor]: ...
    def __getitem__(self, index: int | slice) -> Anchor | Sequence[Anchor]:
        return self._all()[index]

    def __reduce__(self) -> tuple[type[tuple[Anchor, ...]], tuple[list[Anchor]]]:
        """Travels between processes as a plain tuple."""
        return tuple, (self._all(),)


def unmarked(marked: str) -> str:
    """`marked` as a reader sees it."""
    return marked.replace(WRAP, " ").replace(SKIP, "").replace(JOINT, "")


def squeezed(marked: str) -> str:
    """`marked` as a reader sees it, without empty lines and the white space at the ends of lines."""
    lines = unmarked(marked).split("\n")
    return "\n".join([line for line in map(str.strip, lines) if line])


def marked_lines(marked: str, text: str, first: int = 1, *, newline_counts: bool = False) -> LazyAnchors:
    """Anchors for `text`, which is `marked` but for white space and begins on line `first` of the source.

    `newline_counts` says that a "\\n" in `marked` is a line end of the source, not one added for a block.
    """

    def compute() -> list[Anchor]:
        ends = _SOURCE_LINE_ENDS if newline_counts else _LINE_MARKS
        anchors, line, seen = [], first, 0
        starts = _offsets_of_visible(text)
        for piece in ends.split(marked):
            anchors.append((starts(seen), f"line {line}"))
            seen += sum(map(len, piece.replace(JOINT, "").split()))
            line += 1
        return anchors

    def at(offset: int) -> str:
        wanted, seen, start = _visible(text[:offset]), 0, 0
        while start < len(marked) and (more := _visible(marked[start : start + _STRETCH])) + seen <= wanted:
            seen += more
            start += _STRETCH
        ends = _SOURCE_LINE_ENDS if newline_counts else _LINE_MARKS
        line = first + len(ends.findall(marked, 0, start))
        for piece in ends.split(marked[start:]):
            seen += _visible(piece)
            if seen > wanted:
                break
            line += 1
        return f"line {line}"

    return LazyAnchors(compute, at)


def _visible(text: str) -> int:
    """How many characters of `text` show; marks do not, nor does white space."""
    return len("".join(text.replace(JOINT, "").split()))


def _offsets_of_visible(text: str) -> Callable[[int], int]:
    """A function from n, which may only grow, to the offset in `text` of its n-th visible character."""
    words = _WORD.finditer(text)
    state = [0, 0, 0]  # offset of the current word, visible characters before it, and up to its end

    def offset(n: int) -> int:
        while n >= state[2]:
            word = next(words, None)
            if word is None:
                return len(text)
            state[:] = [word.start(), state[2], state[2] + len(word[0])]
        return state[0] + n - state[1]

    return offset


def plain_lines(text: str, first: int = 1) -> LazyAnchors:
    """Anchors for a text whose own line ends are those of the source."""
    return marked_lines(text, text, first, newline_counts=True)


def line_of(source: str, offset: int) -> int:
    """The line, from 1, of the character at `offset`."""
    return source.count("\n", 0, offset) + 1
