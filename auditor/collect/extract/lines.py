"""Where a piece of text came from: source lines for texts whose tags and line ends were taken out.

Places are needed only for matches, which are rare, so they are worked out when first asked for.
While a text is prepared, control characters that no document may hold (`clean` removes them) stand
for what was taken out.
"""

import re
from collections.abc import Callable, Sequence
from typing import overload

WRAP = "\x1e"  # a line end of the source that is only white space to a reader; becomes a space
SKIP = "\x1c"  # a line end of the source inside something taken out; becomes nothing
JOINT = "\x1d"  # where an inline tag was taken out
_MARKS = re.compile("[\x00\x1c\x1d\x1e]")
_LINE_MARKS = re.compile("[\x1c\x1d\x1e\n]")

Anchor = tuple[int, str]


def clean(source: str) -> str:
    """`source` with one kind of line end and without the characters this module uses as marks."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    return _MARKS.sub("", source) if _MARKS.search(source) else source


class LazyAnchors(Sequence[Anchor]):
    """Anchors that are computed when a match asks for its place."""

    __slots__ = ("_anchors", "_compute")

    def __init__(self, compute: Callable[[], list[Anchor]]) -> None:
        self._compute: Callable[[], list[Anchor]] | None = compute
        self._anchors: list[Anchor] = []

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


def marked_lines(marked: str, first: int = 1, *, newline_counts: bool = False) -> LazyAnchors:
    """Anchors for `unmarked(marked)`, whose first character stood on line `first` of the source.

    `newline_counts` says that a "\\n" in the text is a line end of the source, not one added for a block.
    """

    def compute() -> list[Anchor]:
        line, removed, anchors = first, 0, [(0, f"line {first}")]
        for mark in _LINE_MARKS.finditer(marked):
            kind = mark[0]
            if kind == JOINT:
                removed += 1
                continue
            if kind == "\n" and not newline_counts:
                continue
            line += 1
            if kind == SKIP:
                removed += 1
                anchors.append((mark.end() - removed, f"line {line}"))
            else:
                anchors.append((mark.end() - removed, f"line {line}"))
        return anchors

    return LazyAnchors(compute)


def plain_lines(text: str, first: int = 1) -> LazyAnchors:
    """Anchors for a text whose own line ends are those of the source."""
    return marked_lines(text, first, newline_counts=True)


def line_of(source: str, offset: int) -> int:
    """The line, from 1, of the character at `offset`."""
    return source.count("\n", 0, offset) + 1
