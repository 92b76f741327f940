"""Large pictures of print are read line by line, cut between words, as far as there is time."""

from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image, ImageDraw

from auditor.collect.extract import picture_text, print_lines
from auditor.collect.extract.part import Basket, Budget, LimitError, Limits

numpy = pytest.importorskip("numpy")
_HIGH = 20
_WORD = 90


class Engine:
    """Finds the lines where they are drawn, and reads each piece as its number of dark bars."""

    def __init__(self, lines: int, width: int, label: str = "0") -> None:
        self.boxes = [
            numpy.array([[0, y], [width, y], [width, y + _HIGH], [0, y + _HIGH]], dtype=float)
            for y in range(0, lines * 2 * _HIGH, 2 * _HIGH)
        ]
        self.label = label
        self.widths: list[int] = []

    def __call__(self, picture: Any, *, use_det: bool, use_cls: bool, use_rec: bool) -> Any:
        if use_det:
            return SimpleNamespace(boxes=self.boxes)
        if not use_rec:
            return SimpleNamespace(cls_res=[(self.label, 0.99)])
        dark = picture[:, :, 0].min(axis=0) < 128
        self.widths.append(picture.shape[1])
        return SimpleNamespace(txts=[str(int((dark[1:] & ~dark[:-1]).sum() + dark[0]))])


def drawn(lines: int, words: int) -> Image.Image:
    picture = Image.new("L", (words * _WORD, lines * 2 * _HIGH), "white")
    draw = ImageDraw.Draw(picture)
    for y in range(0, lines * 2 * _HIGH, 2 * _HIGH):
        for word in range(words):
            draw.rectangle((word * _WORD + 4, y + 2, (word + 1) * _WORD - 12, y + _HIGH - 3), fill="black")
    return picture


def basket(clock: Any = lambda: 0.0) -> Basket:
    return Basket("https://a.example/x.png", Budget(Limits(), clock), lambda part, within: None)


@pytest.mark.parametrize("label", ["0", "180"])
def test_a_long_line_is_cut_between_its_words_only(label: str) -> None:
    engine, found = Engine(2, 16 * _WORD, label), list[print_lines.Placed]()
    print_lines.placed(engine, drawn(2, 16), basket(), found)
    assert [sum(map(int, text.split())) for _, text in found] == [16, 16]
    assert len(engine.widths) > 4


def test_a_short_line_is_read_as_it_is() -> None:
    engine, found = Engine(1, 3 * _WORD), list[print_lines.Placed]()
    print_lines.placed(engine, drawn(1, 3), basket(), found)
    assert [text for _, text in found] == ["3"]
    assert engine.widths == [3 * _WORD]


def test_many_lines_are_made_narrower() -> None:
    engine, found = Engine(40, 16 * _WORD), list[print_lines.Placed]()
    print_lines.placed(engine, drawn(40, 16), basket(), found)
    assert len(found) == 40
    assert max(engine.widths) * 20 / 48 < 0.7 * 24 * _HIGH
    assert all(sum(map(int, text.split())) == 16 for _, text in found)


def test_a_line_from_top_to_bottom_is_turned() -> None:
    line = drawn(1, 3).crop((0, 0, 3 * _WORD, _HIGH)).transpose(Image.Transpose.ROTATE_270)
    engine, found = Engine(1, 1), list[print_lines.Placed]()
    engine.boxes = [numpy.array([[0, 0], [_HIGH, 0], [_HIGH, 3 * _WORD], [0, 3 * _WORD]], dtype=float)]
    print_lines.placed(engine, line, basket(), found)
    assert [text for _, text in found] == ["3"]


def test_what_there_was_no_time_for_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter((0.0, *(0.5,) * 12, *(99.0,) * 50))
    engine = Engine(30, 12 * _WORD)
    within = basket(lambda: next(times))
    monkeypatch.setattr(picture_text, "_engine", lambda: engine)
    with pytest.raises(LimitError, match=r"18 of 30 lines of print"):
        picture_text.read_picture(drawn(30, 12), within, "scan")
    texts = [fragment.text for fragment in within.fragments if fragment.carrier == "image-text"]
    assert len(texts[0].split("\n")) == 12


def test_nothing_in_the_picture_is_nothing_read() -> None:
    engine, found = Engine(0, 1), list[print_lines.Placed]()
    engine.boxes = None  # type: ignore[assignment]
    print_lines.placed(engine, drawn(1, 3), basket(), found)
    assert not found
