"""The first words of every reader: planted text comes back with its carrier and place."""

import pytest

from auditor.collect.extract import read
from auditor.core.document import Document, Resource

PLANTED = "1247 North Maple Street"


def page(body: str, **more: object) -> Document:
    return read(Resource("https://example.org/page.html", body.encode(), "text/html", **more))  # type: ignore[arg-type]


def places(document: Document, text: str = PLANTED) -> set[tuple[str, str]]:
    return {
        (f.carrier, f.place(f.text.find(text)))
        for f in document.fragments
        if text in " ".join(f.text.split(" "))
    }


@pytest.mark.parametrize(
    ("body", "carrier", "place"),
    [
        ("<p>\n\n12<b>47</b> North <i>Maple</i> Street", "html-text", "line 3"),
        ("<p>x\n<img alt='1247 North Maple Street'>", "html-attribute", "attribute alt, line 2"),
        ("<p>\n<!-- 1247 North Maple Street -->", "html-comment", "line 2"),
        ("<script>\nvar a = '1247 North ' +\n 'Maple Street'</script>", "script", "line 2"),
        ("<template>1247 North Maple Street</template>", "html-text", "line 1"),
        ("<noscript>1247 North Maple Street</noscript>", "html-text", "line 1"),
        ("<p hidden>1247&nbsp;North&#32;Maple Street</html>".replace("&nbsp;", " "), "html-text", "line 1"),
        ("</html>\n1247 North Maple Street", "html-text", "line 2"),
        ("<a title='unclosed 1247 North Maple Street", "html-attribute", "attribute title, line 1"),
    ],
)
def test_html_hiding_places(body: str, carrier: str, place: str) -> None:
    assert (carrier, place) in places(page("<html><body>" + body))


def test_json_whose_type_is_no_word_is_read():
    body = b'{"type": {"title": "x"}, "coordinates": {}, "note": "1247 North Maple Street"}'
    document = read(Resource("https://a.example/x.json", body, "application/json"))
    assert document.unchecked == ()
    assert any("1247 North Maple Street" in fragment.text for fragment in document.fragments)
