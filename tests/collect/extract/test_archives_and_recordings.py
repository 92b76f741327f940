"""Archives and recordings: nested members, bombs, damage; positions and tags."""

import gzip
import io
import struct
import tarfile
import zipfile

import pytest

from auditor.collect.extract import Limits, read
from auditor.core.document import Resource

ADDRESS = "1247 North Maple Street"
URL = "https://a.example/file"


def document(body, limits=None):
    return read(Resource(URL, body), limits)


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def tarred(name, body):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(body)
        archive.addfile(member, io.BytesIO(body))
    return out.getvalue()


def where(doc):
    return [f.where for f in doc.fragments if ADDRESS in f.text]


def test_members_are_read_as_files_with_their_place():
    assert where(document(zipped(plan=ADDRESS))) == ["plan"]


def test_archives_within_archives():
    assert where(document(zipped(inner=zipped(plan=ADDRESS)))) == ["inner, plan"]
    assert where(document(gzip.compress(tarred("a/b.txt", ADDRESS.encode())))) == ["inside gzip, a/b.txt"]


def test_a_member_s_name_can_leak():
    assert any(
        f.carrier == "file-name" and ADDRESS in f.text for f in document(zipped(**{ADDRESS: "x"})).fragments
    )


def test_a_bomb_ends_at_the_limit_and_is_listed():
    doc = document(zipped(big=b"\0" * 5_000_000), Limits(unpacked=1_000_000))
    assert "unpacks to more" in doc.unchecked[0].reason


def test_too_deep_is_listed():
    body = ADDRESS.encode()
    for _ in range(9):
        body = zipped(a=body)
    doc = document(body)
    assert not where(doc)
    assert any("levels deep" in u.reason for u in doc.unchecked)


@pytest.mark.parametrize(
    "body",
    [zipped(a=ADDRESS * 50), gzip.compress(ADDRESS.encode() * 50), tarred("a", b"x" * 30_000)],
    ids=["zip", "gzip", "tar"],  # the bytes hold the time, and test runners compare the names
)
def test_truncated_archives_are_listed(body):
    assert document(body[: len(body) // 2]).unchecked


def test_more_members_than_allowed_are_listed():
    doc = document(zipped(**{f"m{i}": "x" for i in range(9)}), Limits(members=5))
    assert any("first 5 of 9" in u.reason for u in doc.unchecked)


def box(name, body):
    return struct.pack(">I", len(body) + 8) + name + body


def test_the_position_of_a_video():
    place = b"+39.7817-089.6501/"
    xyz = box(b"\xa9xyz", struct.pack(">HH", len(place), 0x15C7) + place)
    body = box(b"ftyp", b"isom\0\0\2\0") + box(b"moov", box(b"udta", xyz)) + box(b"mdat", b"\0" * 99)
    doc = document(body)
    assert [f.text for f in doc.fragments if f.carrier == "media-gps"] == ["geo:39.7817,-89.6501"]
    assert doc.unchecked[0].mend


@pytest.mark.parametrize(("code", "encoding"), [(0, "latin-1"), (1, "utf-16"), (3, "utf-8")])
def test_tags_of_a_sound_recording(code, encoding):
    text = bytes([code]) + ADDRESS.encode(encoding)
    frame = b"TIT2" + struct.pack(">I", len(text)) + b"\0\0" + text
    body = b"ID3\x04\0\0" + bytes([0, 0, len(frame) >> 7, len(frame) & 127]) + frame + b"\xff\xfb\x90\0" * 9
    assert any(f.text == ADDRESS and f.where == "TIT2" for f in document(body).fragments)


def test_damaged_boxes_do_not_hang():
    assert document(b"\0\0\0\x08ftyp" + b"\0\0\0\x01moov" + b"\xff" * 40).unchecked


def test_one_reason_in_many_members_is_one_entry():
    members = {f"part{number}.bin": b"\0\x01\x02\x03" * 20 + bytes((number,)) for number in range(8)}
    doc = document(zipped(**members))
    assert len(doc.unchecked) == 1
    assert doc.unchecked[0].place == "8 places: part0.bin, part1.bin, part2.bin and 5 more"


def test_owners_and_notes_of_a_tar_are_read():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.uname = "Rosalind Achterberg"
        member.pax_headers = {"comment": "217-555-0148"}
        archive.addfile(member)
    notes = [f.text for f in document(stream.getvalue()).fragments if f.carrier == "archive-comment"]
    assert notes == ["Rosalind Achterberg\n217-555-0148"]


def test_a_number_in_an_attribute_of_an_office_file_is_no_size():
    slide = b'<p:sld><p:cNvPr id="4" descr="217-555-0148"/><a:off x="12192000" y="6858000"/></p:sld>'
    fragments = document(
        zipped(**{"[Content_Types].xml": b"<Types/>", "ppt/slides/slide1.xml": slide})
    ).fragments
    text = "\n".join(f.text for f in fragments if f.carrier == "pptx-attribute")
    assert "217-555-0148" in text
    assert "6858000" not in text


def test_information_list_of_a_wav_file():
    text = b"217-555-0148\0\0"
    info = b"INFOICMT" + struct.pack("<I", len(text)) + text
    body = b"WAVEfmt " + struct.pack("<I", 16) + bytes(16) + b"LIST" + struct.pack("<I", len(info)) + info
    doc = document(b"RIFF" + struct.pack("<I", len(body)) + body)
    assert ("media-tags", "ICMT", "217-555-0148") in {(f.carrier, f.where, f.text) for f in doc.fragments}
