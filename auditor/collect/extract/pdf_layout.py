"""The text of a PDF page by where its pieces stand: by lines, by columns, without hyphens at line ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_MOST_PIECES = 20_000
_LETTER_BY_LETTER = 3
_SAME_LINE = 0.3
"""The share of the smaller of two pieces that must stand beside the other on one line."""
_GUTTER = 1.0
"""The least gap between two columns, in heights of a line."""
_MOST_COLUMNS = 6
_LEAST_ROWS = 2
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\n[ \t]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of one line, by its box in points, y upwards; `index` is its place in the file."""

    left: float
    bottom: float
    right: float
    top: float
    index: int

    @property
    def height(self) -> float:
        """In points, never nothing."""
        return max(self.top - self.bottom, 0.1)


Line = list[Piece]


def pieces_of(text_page: Any) -> list[Piece]:
    """The pieces of a page from top to bottom."""
    count = min(text_page.count_rects(), _MOST_PIECES)
    pieces = []
    for index in range(count):
        left, bottom, right, top = text_page.get_rect(index)
        pieces.append(Piece(left, bottom, right, top, index))
    return sorted(pieces, key=lambda piece: -(piece.bottom + piece.top))


def by_position(text_page: Any, text: str) -> tuple[str, str]:
    """The `text` of a page by lines from top to bottom, each from left to right; and by columns, or ""."""
    lines = _lines(pieces_of(text_page))
    order = [piece.index for line in lines for piece in line]
    columns = "\n".join(_line(text_page, line) for line in _by_columns(lines))
    if order == sorted(order) and len(order) < len(text) / _LETTER_BY_LETTER:
        return text, columns  # the file has it in that order already, and not in single letters
    return "\n".join(_line(text_page, line) for line in lines), columns


def unhyphenated(text: str) -> str:
    """The lines of `text` that end in a hyphen inside a word, each with the next, the word put together."""
    if not _HYPHEN.search(text):
        return ""
    known = set(text.split("\n"))
    lines = _HYPHEN.sub("", text).split("\n")
    near = {at + step for at, line in enumerate(lines) if line not in known for step in (-1, 0, 1)}
    return "\n".join(line for at, line in enumerate(lines) if at in near)


def _lines(pieces: list[Piece]) -> list[Line]:
    lines: list[Line] = []
    low = high = 0.0
    for piece in pieces:
        shared = min(high, piece.top) - max(low, piece.bottom)
        if lines and shared > _SAME_LINE * min(piece.height, high - low):
            lines[-1].append(piece)
            low, high = min(low, piece.bottom), max(high, piece.top)
        else:
            lines.append([piece])
            low, high = piece.bottom, piece.bottom + piece.height
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _by_columns(lines: list[Line]) -> Iterator[Line]:
    """The lines column by column, where rows of several pieces leave gaps above each other."""
    rows = [line for line in lines if len(line) > 1]
    if len(rows) < _LEAST_ROWS:
        return
    starts = _columns(sorted((p for row in rows for p in row), key=lambda piece: piece.left))
    if not 2 <= len(starts) <= _MOST_COLUMNS:
        return
    for left, right in pairwise([*starts, float("inf")]):
        for line in lines:
            own = [p for p in line if left <= p.left < right or (left == starts[0] and p.left < left)]
            if own:
                yield own


def _columns(pieces: Line) -> list[float]:
    """Where columns begin: behind each gap that no piece reaches into."""
    starts = [pieces[0].left]
    reach = pieces[0].right
    for piece in pieces:
        if piece.left - reach > _GUTTER * piece.height:
            starts.append(piece.left)
        reach = max(reach, piece.right)
    return starts


def _line(text_page: Any, line: Line) -> str:
    """One line, with a space where the gap between two pieces is wider than gaps inside words are."""
    texts = [text_page.get_text_bounded(*text_page.get_rect(piece.index)).strip() for piece in line]
    steps = sorted(after.left - before.left for before, after in pairwise(line))
    spaced_out = len(line) > 4 and sum(len(text) <= 1 for text in texts) > 0.7 * len(line)
    usual = steps[len(steps) // 2] if spaced_out else 0.0
    pieces = texts[:1]
    for (before, after), text in zip(pairwise(line), texts[1:], strict=True):
        step, gap = after.left - before.left, after.left - before.right
        wide = step > 1.5 * usual if spaced_out else gap > 0.2 * after.height
        pieces += (" ", text) if wide else (text,)
    return "".join(pieces)
