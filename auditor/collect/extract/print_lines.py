"""Print in large pictures, line by line: found once, cut between words where long, read as time allows.

Recognising a line takes time that grows with its length, and more than that with long lines. So lines are cut
at the gaps between words, and where there are many, they are made narrower, which print of usual fonts
bears well.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from auditor.collect.extract.part import Basket, LimitError

if TYPE_CHECKING:
    from PIL.Image import Image

_HEIGHT = 48
"""The height in pixels to which the recogniser brings a line."""
_PIECE = 24
"""How many times longer than high a piece of a line may be; longer ones are cut."""
_MUCH = 60_000
"""Pixels of line length, at the recogniser's height, from which lines are made narrower."""
_NARROWEST = 0.6
_BLANK = 24
"""The difference of shades in a column of pixels in which there is no print."""
_UPRIGHT = 1.5
"""How many times higher than wide a line is that runs from top to bottom."""

Placed = tuple[Any, str]
"""The corners of a line, and its text."""


def placed(engine: Any, grey: "Image", basket: Basket, found: list[Placed]) -> None:
    """Add the lines of print in `grey` to `found`, from the top; LimitError says how many were not read."""
    import numpy as np

    boxes = engine(np.asarray(grey.convert("RGB")), use_det=True, use_cls=False, use_rec=False).boxes
    lines = [] if boxes is None else sorted(boxes, key=lambda box: float(box[:, 1].min()))
    narrow = min(1.0, max(_NARROWEST, _MUCH / max(1.0, sum(map(_length, lines)))))
    for number, box in enumerate(lines):
        try:
            basket.budget.check_time()
        except LimitError as error:
            left = f"{len(lines) - number} of {len(lines)} lines of print in a part of the picture"
            raise LimitError(f"{error}; {left} were not read") from error
        texts = (_text(engine, piece, narrow) for piece in _pieces(engine, _line(grey, box)))
        if text := " ".join(filter(None, texts)):
            found.append((box, text))


def _sides(box: Any) -> tuple[float, float]:
    """Width and height of a line, along and across its letters or, when upright, as it stands."""
    import numpy as np

    return float(np.linalg.norm(box[1] - box[0])), float(np.linalg.norm(box[3] - box[0]))


def _length(box: Any) -> float:
    width, height = sorted(_sides(box), reverse=True)
    return _HEIGHT * width / max(1.0, height)


def _line(grey: "Image", box: Any) -> "Image":
    """The line between four corners, level, from left to right."""
    from PIL import Image

    width, height = (max(1, round(side)) for side in _sides(box))
    corners = tuple(float(value) for index in (0, 3, 2, 1) for value in box[index])
    line = grey.transform((width, height), Image.Transform.QUAD, corners, Image.Resampling.BILINEAR)
    return line.transpose(Image.Transpose.ROTATE_90) if height >= _UPRIGHT * width else line


def _pieces(engine: Any, line: "Image") -> Iterator["Image"]:
    """The line, turned the right way up, in pieces cut between its words."""
    import numpy as np

    if line.width <= _PIECE * line.height:
        yield line
        return
    turned = engine(np.asarray(line.convert("RGB")), use_det=False, use_cls=True, use_rec=False)
    labels = getattr(turned, "cls_res", None)
    if labels and str(labels[0][0]) == "180":
        line = line.rotate(180)
    shades = np.asarray(line)
    blank = shades.max(axis=0).astype(int) - shades.min(axis=0) < _BLANK
    count = -(-line.width // (_PIECE * line.height))
    start = 0
    for number in range(1, count):
        cut = _gap(blank, number * line.width // count, line.width // (3 * count))
        if cut > start:
            yield line.crop((start, 0, cut, line.height))
            start = cut
    yield line.crop((start, 0, line.width, line.height))


def _gap(blank: Any, near: int, reach: int) -> int:
    """The middle of the broadest run of blank columns around `near`, or 0 when there is none."""
    best = run = 0
    cut = 0
    for column in range(max(0, near - reach), min(len(blank), near + reach)):
        run = run + 1 if blank[column] else 0
        if run > best:
            best, cut = run, column - run // 2
    return cut


def _text(engine: Any, piece: "Image", narrow: float) -> str:
    import numpy as np

    if narrow < 1:
        size = (max(_HEIGHT, round(piece.width * narrow * _HEIGHT / piece.height)), _HEIGHT)
        piece = piece.resize(size)
    result = engine(np.asarray(piece.convert("RGB")), use_det=False, use_cls=True, use_rec=True)
    return " ".join(getattr(result, "txts", None) or ())
