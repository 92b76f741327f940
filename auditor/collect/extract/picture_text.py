"""What a picture shows: barcodes always, print when the extra `ocr` is installed (it works offline)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditor.collect.extract import print_lines
from auditor.collect.extract.part import Basket

if TYPE_CHECKING:
    from PIL.Image import Image

MEND = "install agency-auditor[ocr]"
# A line of print cannot be read, by eye or by program, when it is much lower than eight pixels; an
# address needs some fifteen characters of about half that width. Anything smaller is an icon or a rule.
_LEAST_HEIGHT = 12
_LEAST_WIDTH = 60
# Larger pictures are made smaller before they are read: print on a photographed letter stays well above
# the least height at this size.
_LONGEST_SIDE = 2_600
_LONG_SHAPE = 2.5
"""How many times longer than wide a picture is that is read in tiles: made smaller, it could not be read."""
_OVERLAP = 120
_LARGE = 1_000_000
"""Pixels from which a picture is read line by line."""
_SMALL_SIDE = 400
# Documents are read side by side, one on each core; more threads for one picture would only get in the way.
_SETTINGS = {
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
}
_GAP = 0.6


def read_picture(picture: "Image", basket: Basket, where: str = "") -> None:
    """Add the barcodes and the printed text of `picture`, as far as there is time for it."""
    texts: dict[str, None] = {}
    try:
        for grey in _tiles(_flat(picture)):
            _barcodes(grey, basket, where)
            if grey.width < _LEAST_WIDTH or grey.height < _LEAST_HEIGHT or _plain_area(grey):
                continue
            engine = _engine()
            if engine is None:
                basket.skip("the text in the picture was not read", where, MEND, "extra")
                return
            if grey.width * grey.height < _LARGE:
                basket.budget.check_time()
                texts[_reading(engine, grey)] = None
                continue
            found: list[print_lines.Placed] = []
            try:
                print_lines.placed(engine, grey, basket, found)
            finally:
                texts["\n".join(_lines(found))] = None
    finally:
        basket.add("image-text", "\n".join(filter(None, texts)), where)


def read_barcodes(picture: "Image", basket: Basket, where: str) -> None:
    """Add the barcodes of `picture`."""
    for grey in _tiles(_flat(picture)):
        _barcodes(grey, basket, where)


def can_read_print() -> bool:
    """True when the extra that reads printed text is installed."""
    return _engine() is not None


def _flat(picture: "Image") -> "Image":
    """The picture as a reader sees it: upright, transparency over white, colours as shades of grey."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(picture) or picture
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        layered = upright.convert("RGBA")
        base = Image.new("RGBA", layered.size, "white")
        base.alpha_composite(layered)
        upright = base
    return upright.convert("RGB").convert("L")


def _tiles(grey: "Image") -> Iterator["Image"]:
    """The picture in a size to read; a long one, such as a page captured whole, in tiles that overlap."""
    longest, shortest = max(grey.size), min(grey.size)
    if longest <= _LONGEST_SIDE or longest <= _LONG_SHAPE * shortest or shortest < _LEAST_HEIGHT:
        yield _reduced(grey)
        return
    length = min(max(int(_LONG_SHAPE * shortest), _LONGEST_SIDE // 2), max(_LONGEST_SIDE, shortest))
    upright = grey.height == longest
    for start in range(0, longest - _OVERLAP, length - _OVERLAP):
        end = min(start + length, longest)
        box = (0, start, grey.width, end) if upright else (start, 0, end, grey.height)
        yield _reduced(grey.crop(box))


def _reduced(grey: "Image") -> "Image":
    if max(grey.size) > _LONGEST_SIDE:
        grey.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return grey


def _plain_area(grey: "Image") -> bool:
    """True when the picture is one shade, or nearly: print needs contrast."""
    shades = [shade for shade, count in enumerate(grey.histogram()) if count]
    return shades[-1] - shades[0] < 24


def _barcodes(grey: "Image", basket: Basket, where: str) -> None:
    import zxingcpp

    for code in zxingcpp.read_barcodes(grey):
        if code.text:
            basket.add("barcode", code.text, where or "barcode in the picture")


@lru_cache(maxsize=1)
def _engine() -> Any:
    """The text recogniser, loaded once; None without the extra. Its models come with its package."""
    import os

    # onnxruntime reports its use to its maker unless this is set before it is loaded; nothing may leave here.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    import logging

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return RapidOCR(params=_SETTINGS)


def _reading(engine: Any, grey: "Image") -> str:
    """The text in the picture, line by line from the top; small pictures are enlarged first."""
    import numpy as np

    if max(grey.size) < _SMALL_SIDE:
        grey = grey.resize((grey.width * 2, grey.height * 2))
    result = engine(np.asarray(grey.convert("RGB")), use_det=True, use_cls=True, use_rec=True)
    texts, boxes = getattr(result, "txts", None), getattr(result, "boxes", None)
    if not texts or boxes is None:
        return ""
    return "\n".join(_lines(list(zip(boxes, texts, strict=True))))


def _lines(pieces: list[print_lines.Placed]) -> list[str]:
    """Pieces of text put into lines: those at nearly the same height belong together, left to right."""
    placed = sorted(
        (float(box[:, 1].mean()), float(box[:, 0].min()), float(box[:, 1].max() - box[:, 1].min()), text)
        for box, text in pieces
    )
    lines: list[list[tuple[float, str]]] = []
    middle = float("-inf")
    for y, x, height, text in placed:
        if lines and y - middle < height * _GAP:
            lines[-1].append((x, text))
        else:
            lines.append([(x, text)])
            middle = y
    return [" ".join(text for _, text in sorted(line)) for line in lines]
