"""Barcodes drawn as a grid of modules without a picture, above all with block characters in a text.

Programs that show a QR code where no picture can be shown, as in a terminal, write its modules as
characters. Each such drawing is drawn once more as a picture, and read from it, in both polarities.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from auditor.collect.extract.part import Basket

if TYPE_CHECKING:
    from PIL.Image import Image

Grid = Sequence[Sequence[bool]]
"""Rows of modules, or of equal parts of modules, from the top; True is dark."""

_QUARTERS = dict(
    zip(
        "\u2596\u2597\u2598\u2599\u259a\u259b\u259c\u259d\u259e\u259f",
        (4, 8, 1, 13, 9, 7, 11, 2, 6, 14),
        strict=True,
    )
)
_DARK = {
    **dict.fromkeys("\u2588\u2593\u2592\u25a0\u25fc\u2b1b#", 15),
    "\u2580": 3,
    "\u2584": 12,
    "\u258c": 5,
    "\u2590": 10,
    **_QUARTERS,
}
"""The quarters of a character that are dark: 1 and 2 above, 4 and 8 below, each from the left."""
_LIGHT = " \u00a0\u2002\u2003\u2007\u3000\u25a1\u25fb\u2b1c\u2591"
_BLOCK_LINE = re.compile(rf"^[{_LIGHT}{''.join(_DARK)}]{{10,400}}$", re.MULTILINE)
MARKS = ("\u2588", "\u2584", "\u2580", "\u25a0", "\u2b1b", "####")
_LEAST_LINES = 10
LEAST = 21
"""Modules on each side of the smallest QR code (ISO/IEC 18004, 6.3.1)."""
MOST = 177 + 2 * 20
"""Modules on each side of the largest one, with a broad margin."""
_QUIET = 4
_SIDE = 900
_ROUND = 0.1
"""How far from a square the outline of a code may be."""
MOST_DRAWINGS = 20


def read_text(text: str, basket: Basket, where: str = "") -> None:
    """Add the barcodes that lines of block characters in `text` draw."""
    if not any(mark in text for mark in MARKS):
        return
    lines = [line for line in text.split("\n") if line]
    for rows in list(_blocks(lines))[:MOST_DRAWINGS]:
        basket.budget.check_time()
        read_grid(list(_quarters(rows)), basket, ", ".join(filter(None, (where, "drawn with characters"))))


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines that hold nothing but block characters and spaces."""
    run: list[str] = []
    for line in (*lines, "."):
        if _BLOCK_LINE.match(line) or (run and not line.strip()):
            run.append(line)
            continue
        if len(run) >= _LEAST_LINES:
            yield run
        run = []


def _quarters(lines: Sequence[str]) -> Iterator[list[bool]]:
    """Two rows for each line, two columns for each character."""
    width = max(map(len, lines))
    for line in lines:
        codes = [_DARK.get(character, 0) for character in line.ljust(width)]
        for left, right in ((1, 2), (4, 8)):
            yield [bool(code & side) for code in codes for side in (left, right)]


def read_grid(grid: Grid, basket: Basket, where: str) -> None:
    """Add the barcode of a drawing, dark or light; list what has the outline of a code and is not read."""
    import zxingcpp

    looks = False
    for dark in (_cropped(grid), _cropped([[not module for module in row] for row in _cropped(grid)])):
        if not _is_square(dark):
            continue
        codes = [code.text for code in zxingcpp.read_barcodes(_picture(dark)) if code.text]
        for text in codes:
            basket.add("barcode", text, where)
        if codes:
            return
        looks = looks or _has_corners(dark)
    if looks:
        basket.skip("a drawing that may be a barcode could not be read", where, "scan it by hand")


def _cropped(grid: Grid) -> Grid:
    """The part of `grid` that its dark modules span."""
    rows = [at for at, row in enumerate(grid) if any(row)]
    columns = [at for at, column in enumerate(zip_longest(*grid, fillvalue=False)) if any(column)]
    if not rows:
        return ()
    left, right = columns[0], columns[-1] + 1
    return [
        [*row[left:right], *[False] * (right - max(left, len(row)))] for row in grid[rows[0] : rows[-1] + 1]
    ]


def _is_square(grid: Grid) -> bool:
    """Whether the outline is a square: of whole cells, or of half characters, twice as high as wide."""
    if len(grid) < LEAST - 1 or len(grid) > 4 * MOST:
        return False
    ratio = len(grid[0]) / len(grid)
    return abs(ratio - 1) < _ROUND or abs(ratio / 2 - 1) < _ROUND


def _has_corners(grid: Grid) -> bool:
    """Whether the outline begins and ends with bars of one length, as the three corner marks of a code do."""
    top, side = grid[0], [row[0] for row in grid]
    bars = [_first_run(line) / len(line) for line in (top, top[::-1], side, side[::-1])]
    return max(bars) - min(bars) < 0.02 and 7 / MOST < bars[0] < 0.4


def _first_run(line: Sequence[bool]) -> int:
    return next((at for at, module in enumerate(line) if not module), len(line))


def _picture(grid: Grid) -> "Image":
    """The modules in a square with the margin that a code needs."""
    from PIL import Image

    small = Image.new("L", (len(grid[0]), len(grid)), "white")
    small.putdata([0 if module else 255 for row in grid for module in row])
    margin = _QUIET * _SIDE // LEAST
    picture = Image.new("L", (_SIDE + 2 * margin, _SIDE + 2 * margin), "white")
    picture.paste(small.resize((_SIDE, _SIDE), Image.Resampling.NEAREST), (margin, margin))
    return picture
