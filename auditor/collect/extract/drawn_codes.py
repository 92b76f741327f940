"""Barcodes drawn in SVG, module by module: drawn once more as a picture, and read from it.

Programs that make QR codes write each module, or each row of them, as a rectangle or as a path of straight
lines. Only such drawings are drawn here: no curves, and no transformations but those of the whole.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.collect.extract.markup import attributes
from auditor.collect.extract.part import Basket

if TYPE_CHECKING:
    from PIL.Image import Image

_DRAWING = re.compile(r"<(?:\w+:)?svg\b.*?</(?:\w+:)?svg\s*>", re.DOTALL | re.IGNORECASE)
_SHAPE = re.compile(r"<(?:\w+:)?(rect|use|path)\b([^>]*)>", re.IGNORECASE)
_STRAIGHT = re.compile(r"[MmHhVvLlZz\d\s,.+-]+\Z")
_STEP = re.compile(r"([MmHhVvLlZz])([^MmHhVvLlZz]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
_LIGHT = re.compile(r"(?:white|none|transparent|#f{3,8}|rgba?\(255,\s*255,\s*255.*)\Z", re.IGNORECASE)
_FILL = re.compile(r"fill\s*:\s*([^;]+)")
_LEAST_MODULES = 60
_MOST_MODULES = 60_000
_SIDE = 900
_QUIET = 4
"""Modules of white around a code, as its standard asks for (ISO/IEC 18004, 9.1)."""
_SQUARE = 0.9
_USUAL = 0.6

Corners = list[tuple[float, float]]
Shape = tuple[list[Corners], bool]
"""The polygons of one shape, of which those inside others are holes, and whether it is dark."""
Box = tuple[float, float, float, float]


def read(source: str, basket: Basket) -> None:
    """Add the barcodes that the drawings in `source` show; list what looks like one and cannot be read."""
    for drawing in _DRAWING.finditer(source):
        marked = [(kind.lower(), inside) for kind, inside in _SHAPE.findall(drawing[0])]
        if len(marked) < _LEAST_MODULES and not any(_is_rows(inside) for _, inside in marked):
            continue
        basket.budget.check_time()
        shapes = [shape for kind, inside in marked if (shape := _shape(kind, inside))][:_MOST_MODULES]
        dark = [_box(corners) for polygons, is_dark in shapes if is_dark for corners in polygons]
        if _LEAST_MODULES <= len(dark) <= _MOST_MODULES:
            _read_drawn(shapes, dark, basket, f"line {source.count(chr(10), 0, drawing.start()) + 1}")


def _is_rows(inside: str) -> bool:
    """Whether a path has the many straight steps of a code in one."""
    return sum(map(inside.count, "hHvV")) > _LEAST_MODULES


def _read_drawn(shapes: list[Shape], dark: list[Box], basket: Basket, line: str) -> None:
    import zxingcpp

    codes = [code.text for code in zxingcpp.read_barcodes(_picture(shapes, dark)) if code.text]
    for text in codes:
        basket.add("barcode", text, f"drawing, {line}")
    if not codes and _looks_like_code(dark):
        basket.skip("a drawing that may be a barcode could not be read", line, "scan it by hand")


def _picture(shapes: list[Shape], dark: list[Box]) -> "Image":
    from PIL import Image

    left, top = min(b[0] for b in dark), min(b[1] for b in dark)
    width, height = max(b[2] for b in dark) - left, max(b[3] for b in dark) - top
    scale = _SIDE / max(width, height, 1e-6)
    margin = _QUIET * max(4.0, scale * min(b[3] - b[1] for b in dark))
    picture = Image.new("L", (int(width * scale + 2 * margin), int(height * scale + 2 * margin)), "white")
    for polygons, is_dark in shapes:
        scaled = [
            [(round((x - left) * scale + margin), round((y - top) * scale + margin)) for x, y in corners]
            for corners in polygons
        ]
        _fill(picture, scaled, "black" if is_dark else "white")
    return picture


def _fill(picture: "Image", polygons: list[list[tuple[int, int]]], colour: str) -> None:
    """Fill polygons by the even-odd rule, under which one inside another is a hole."""
    from PIL import Image, ImageChops, ImageDraw

    mask = Image.new("1", picture.size)
    for corners in polygons:
        xs, ys = zip(*corners, strict=True)
        x0, y0 = max(0, min(xs)), max(0, min(ys))
        x1, y1 = min(picture.width, max(xs)), min(picture.height, max(ys))
        if x1 <= x0 or y1 <= y0:
            continue
        part = Image.new("1", (x1 - x0, y1 - y0))
        # The far edges of a polygon belong to the picture's next pixels.
        inner = [(min(x, x1 - 1) - x0, min(y, y1 - 1) - y0) for x, y in corners]
        if len(set(corners)) == 4:
            part.paste(1, (0, 0, *part.size))
        else:
            ImageDraw.Draw(part).polygon(inner, fill=1)
        place = (x0, y0, x1, y1)
        mask.paste(ImageChops.logical_xor(mask.crop(place), part), place)
    picture.paste(colour, (0, 0), mask)


def _box(corners: Corners) -> Box:
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _looks_like_code(dark: list[Box]) -> bool:
    """Whether the shapes fill a square and are of one height, as modules are and bars of charts are not."""
    heights = [round(b[3] - b[1], 3) for b in dark]
    width = max(b[2] for b in dark) - min(b[0] for b in dark)
    height = max(b[3] for b in dark) - min(b[1] for b in dark)
    usual = max(set(heights), key=heights.count)
    is_square = min(width, height) > _SQUARE * max(width, height)
    return is_square and heights.count(usual) > _USUAL * len(heights) and 15 <= height / usual <= 200


def _shape(kind: str, inside: str) -> Shape | None:
    """What a rectangle, a repeated symbol or a path of straight lines fills."""
    own = dict(attributes(inside))
    styled = _FILL.search(own.get("style", ""))
    is_dark = not _LIGHT.match((styled[1] if styled else own.get("fill", "")).strip())
    if kind == "path":
        if not _STRAIGHT.match(own.get("d", "-c")):
            return None
        stroked = own.get("stroke", "none") != "none"
        polygons = [wide for part in _parts(own["d"]) if (wide := _stroke(part) if stroked else part)]
        return polygons, is_dark or stroked
    try:
        x, y, width, height = (_length(own.get(key, "")) for key in ("x", "y", "width", "height"))
    except ValueError:
        return None
    if kind == "use":
        width, height = width or 1.0, height or 1.0
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return ([corners], is_dark) if width > 0 and height > 0 else None


def _length(text: str) -> float:
    number = _NUMBER.match(text.strip() or "0")
    if number is None or text.strip().endswith("%"):
        raise ValueError("not a length")
    return float(number[0])


def _stroke(corners: Corners) -> Corners:
    """What a stroke of one unit along a level line covers."""
    left, y, right, lowest = _box(corners)
    if y != lowest:
        return []
    return [(left, y - 0.5), (right, y - 0.5), (right, y + 0.5), (left, y + 0.5)]


def _parts(path: str) -> Iterator[Corners]:
    """The corners of each part of a path (SVG 1.1, 8.3), those of straight steps."""
    x = y = 0.0
    corners: Corners = []
    for command, rest in _STEP.findall(path):
        numbers = [float(n) for n in _NUMBER.findall(rest)]
        if command in "MmZz":
            if len(corners) > 1:
                yield corners
            (x, y), corners = (corners[0] if corners and command in "Zz" else (x, y)), []
        pairs: list[tuple[float | None, float | None]]
        pairs = [(n, None) for n in numbers] if command in "Hh" else [(None, n) for n in numbers]
        if command not in "HhVv":
            pairs = list(zip(numbers[0::2], numbers[1::2], strict=False))
        for dx, dy in pairs:
            if command.islower():
                x, y = x + (dx or 0.0), y + (dy or 0.0)
            else:
                x, y = x if dx is None else dx, y if dy is None else dy
            corners.append((x, y))
    if len(corners) > 1:
        yield corners
