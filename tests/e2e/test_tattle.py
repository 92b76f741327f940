"""The look for secrets sees them: a test that cannot fail proves nothing."""

import base64
import io
import json
import zipfile

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("come to 1247 North Maple Street", "street"),
        ("1247 N. Maple", "street"),
        ("1247-n-maple-st.html", "street"),
        ("1247%20North%20Maple", "street"),
        ("<b>1247</b> <i>N</i>&nbsp;Maple", "street"),
        ("Twelve Forty-Seven North Maple", "street"),
        ("Maple Street 1247", "turned"),
        ("Springfield IL 62704", "zip"),
        ("Ste. 300", "unit"),
        ('{"lat": 39.78174}', "latitude"),
        ("geo:39.7817,-89.6501", "longitude"),
        ("(217) 555-0148", "phone"),
        ("+12175550148", "phone"),
        ("217.555.0148", "phone"),
        (json.dumps("１２４７ North Maple"), "street"),
        (base64.b64encode(b"call 217 555 0148 for it").decode(), "phone"),
        ("\x1b[1m555\x1b[0m-0148", "phone"),
    ],
)
def test_it_sees_each_form(told, text, name):
    assert name in told(text)


def test_it_looks_into_packed_files(told, site):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<t>1247</t><t> North Maple</t>")
    assert told(packed.getvalue()) == ["street"]
    assert told("1247 North Maple".encode("utf-16")) == ["street"]
    assert "street" in told((site / "files" / "donation-form.pdf").read_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "930 North Maple Street, 62702",
        "1,247 nights in Maple County",
        "PO Box 12, 62705",
        "555-0142",
        "Maple Street Bakery",
    ],
)
def test_it_does_not_cry_wolf(told, text):
    assert told(text) == []
