"""Pictures: metadata, positions, barcodes, print; made by Pillow, read back, damaged."""

import io
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from auditor.collect.extract import picture_text, read
from auditor.collect.extract.part import Basket, Budget, LimitError, Limits
from auditor.core.document import Resource

ADDRESS = "1247 North Maple Street"
POSITION = "geo:39.7817,-89.6501"
GPS = {1: "N", 2: (39.0, 46.0, 54.12), 3: "W", 4: (89.0, 39.0, 0.36)}


def document(body, name="photo.jpg"):
    return read(Resource(f"https://a.example/{name}", body))


def saved(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def texts(doc, carrier):
    return [f.text for f in doc.fragments if f.carrier == carrier]


@pytest.fixture
def blank():
    return Image.new("RGB", (40, 30), "white")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photo_s_position(blank, kind):
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(GPS)
    exif[0x8825] = GPS
    doc = document(saved(blank, kind, exif=exif))
    assert texts(doc, "image-gps") == [POSITION]


def test_southern_and_western_hemispheres(blank):
    exif = Image.Exif()
    exif[0x8825] = GPS | {1: "S", 3: "E"}
    assert texts(document(saved(blank, "JPEG", exif=exif)), "image-gps") == ["geo:-39.7817,89.6501"]


def test_descriptions_in_exif(blank):
    exif = Image.Exif()
    exif[0x010E] = ADDRESS
    exif[0x9C9B] = (ADDRESS + "\0").encode("utf-16-le")
    found = [f for f in document(saved(blank, "JPEG", exif=exif)).fragments if ADDRESS in f.text]
    assert {f.where for f in found} == {"EXIF ImageDescription", "EXIF XPTitle"}


@pytest.mark.parametrize("kind", ["JPEG", "GIF"])
def test_comments(blank, kind):
    assert ADDRESS in texts(document(saved(blank, kind, comment=ADDRESS.encode())), "image-metadata")


@pytest.mark.parametrize("packed", [True, False])
def test_png_texts(blank, packed):
    info = PngImagePlugin.PngInfo()
    info.add_text("Description", ADDRESS, zip=packed)
    assert texts(document(saved(blank, "PNG", pnginfo=info)), "image-metadata") == [ADDRESS]


def test_xmp_in_a_packed_png_text(blank):
    info = PngImagePlugin.PngInfo()
    info.add_itxt(
        "XML:com.adobe.xmp",
        f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{ADDRESS}</a></x:xmpmeta>",
        zip=True,
    )
    assert any(ADDRESS in f.text for f in document(saved(blank, "PNG", pnginfo=info)).fragments)


def test_the_exif_block_of_a_heif_file_is_found_by_its_mark():
    exif = Image.Exif()
    exif[0x8825] = GPS
    head = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
    doc = document(head + b"\0" * 64 + exif.tobytes() + b"\0" * 64, "photo.heic")
    assert texts(doc, "image-gps") == [POSITION]
    assert doc.unchecked


def test_a_qr_code():
    segno = pytest.importorskip("segno")
    out = io.BytesIO()
    segno.make(ADDRESS).save(out, kind="png", scale=5)
    assert texts(document(out.getvalue()), "barcode") == [ADDRESS]


@pytest.fixture
def printed():
    picture = Image.new("RGB", (900, 200), "white")
    ImageDraw.Draw(picture).text((30, 60), ADDRESS, "black", ImageFont.load_default(48))
    return saved(picture, "PNG")


def test_print_without_the_extra_is_listed_and_never_passed_over(printed, monkeypatch):
    monkeypatch.setattr(picture_text, "_engine", lambda: None)
    [entry] = document(printed).unchecked
    assert entry.mend == picture_text.MEND


def test_an_icon_is_no_print(monkeypatch):
    monkeypatch.setattr(picture_text, "_engine", lambda: None)
    icon = Image.effect_noise((32, 32), 80)
    assert document(saved(icon, "PNG")).unchecked == ()


@pytest.mark.skipif(not picture_text.can_read_print(), reason="the extra ocr is not installed")
def test_print_is_read_offline(printed):
    [text] = texts(document(printed), "image-text")
    assert ADDRESS.replace(" ", "") in text.replace(" ", "")


@pytest.mark.skipif(not picture_text.can_read_print(), reason="the extra ocr is not installed")
@pytest.mark.parametrize(("street", "is_ours"), [("Maple", True), ("Walnut", False)])
def test_a_long_capture_is_read_in_its_own_size(street, is_ours):
    picture = Image.new("RGB", (500, 4000), "white")
    at = (20, 3700)
    ImageDraw.Draw(picture).text(at, f"1247 North {street} Street", "black", ImageFont.load_default(16))
    read_texts = "".join(texts(document(saved(picture, "PNG")), "image-text")).replace(" ", "")
    assert (ADDRESS.replace(" ", "") in read_texts) is is_ours
    assert f"North{street}" in read_texts


class _Engine:
    """Finds 60 lines on any page, and "reads" each of them as the count of those read before."""

    def __init__(self):
        self.parts = 0

    def __call__(self, picture, *, use_det, use_cls, use_rec):
        result = SimpleNamespace(boxes=[_box(20 * line) for line in range(60)], txts=None)
        if use_rec:
            self.parts += 1
            result.txts, result.boxes = [f"part {self.parts}"], [_box(0)]
        return result


def _box(top):
    return pytest.importorskip("numpy").array(
        [[10, top], [900, top], [900, top + 12], [10, top + 12]], dtype=float
    )


def test_a_page_full_of_print_is_read_while_there_is_time(monkeypatch):
    engine, ticks = _Engine(), iter([0.0, 1.0, 2.0, 99.0])
    monkeypatch.setattr(picture_text, "_engine", lambda: engine)
    basket = Basket("x", Budget(Limits(seconds=60), clock=lambda: next(ticks)), lambda _part, _basket: None)
    page = Image.effect_noise((1000, 1300), 90)
    with pytest.raises(LimitError):
        picture_text.read_picture(page, basket)
    assert [fragment.text for fragment in basket.fragments] == ["part 1\npart 2"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_pictures_never_raise(data):
    exif = Image.Exif()
    exif[0x8825] = GPS
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP"]))
    body = bytearray(saved(Image.new("RGB", (20, 20)), kind, **({"exif": exif} if kind == "JPEG" else {})))
    for _ in range(data.draw(st.integers(1, 12))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(body)))
    document(bytes(body[:cut]))
