"""Texts in pieces: nodes of editors, calls of scripts, streams of frameworks, lists of letters."""

import json
from collections.abc import Callable

import pytest

from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found

OURS = ["1247 North Maple Street, Springfi", "eld, IL 6", "2704"]
NEAR = ["1247 North Maple Street, Shelbyvi", "lle, IL 6", "2565"]
WORKER = ["R", "osalind A", "chterberg"]
OTHER = ["R", "osalind A", "chterbosch"]


def _flight(pieces: list[str]) -> str:
    row = '5:["$","p",null,{"children":[' + ",".join(map(json.dumps, pieces)) + "]}]\n"
    text = "".join(pieces).encode()
    row += f"6:T{len(text):x}," + text.decode() + '7:I["x"]\n'
    cut = row.find(pieces[1]) + 2
    pushes = "".join(
        f"<script>self.__next_f.push([1,{json.dumps(half)}])</script>" for half in (row[:cut], row[cut:])
    )
    return f"<!doctype html><p>x</p>{pushes}"


def _nodes(key: str, more: dict[str, object]) -> Callable[[list[str]], str]:
    def write(pieces: list[str]) -> str:
        return json.dumps([{"kind": "p", "children": [{**more, key: piece} for piece in pieces]}])

    return write


JSON = "application/json"
WAYS: dict[str, tuple[str, Callable[[list[str]], str]]] = {
    "quill": (JSON, lambda p: json.dumps({"ops": [{"insert": x, "attributes": {"bold": True}} for x in p]})),
    "prosemirror": (
        JSON,
        lambda p: json.dumps({"type": "doc", "content": [{"type": "text", "text": x} for x in p]}),
    ),
    "slate": (JSON, _nodes("text", {"bold": True})),
    "portable text": (JSON, _nodes("text", {"_type": "span", "marks": ["strong"]})),
    "contentful": (JSON, _nodes("value", {"nodeType": "text", "marks": []})),
    "notion": (JSON, _nodes("plain_text", {"href": None})),
    "link inside": (
        JSON,
        lambda p: json.dumps([{"text": p[0]}, {"type": "a", "children": [{"text": p[1]}]}, {"text": p[2]}]),
    ),
    "list of pieces": (JSON, lambda p: json.dumps({"x": p})),
    "list of letters": (JSON, lambda p: json.dumps({"x": list("".join(p))})),
    "flight": ("text/html", _flight),
    "create element": ("text/javascript", lambda p: f'h("p",null,{json.dumps(p)[1:-1]})'),
    "children": ("text/javascript", lambda p: f'(0,r.jsxs)("p",{{children:{json.dumps(p)}}})'),
    "text nodes": (
        "text/javascript",
        lambda p: "".join(f"p.appendChild(document.createTextNode({json.dumps(x)}));\n" for x in p),
    ),
    "written": ("text/javascript", lambda p: "".join(f"document.write({json.dumps(x)});" for x in p)),
    "added": ("text/javascript", lambda p: 'let s = "";\n' + "".join(f"s += {json.dumps(x)};\n" for x in p)),
    "concat": ("text/javascript", lambda p: '"".concat(' + ").concat(".join(map(json.dumps, p)) + ")"),
}


@pytest.mark.parametrize("way", WAYS)
def test_pieces_are_read_as_one_text(way: str) -> None:
    media_type, write = WAYS[way]
    assert Kind.ADDRESS in found(media_type, write(OURS))
    assert Kind.PERSON in found(media_type, write(WORKER))
    assert not found(media_type, write(NEAR))
    assert not found(media_type, write(OTHER))


SPLIT: dict[str, tuple[str, Callable[[list[str]], str]]] = {
    "letters in a list": (
        "text/html",
        lambda p: "<ul>" + "".join(f"<li>{letter}</li>" for letter in "".join(p)) + "</ul>",
    ),
    "letters of a drawing": (
        "text/html",
        lambda p: "<svg>" + "".join(f"<text x='{i}'>{c}</text>" for i, c in enumerate("".join(p))) + "</svg>",
    ),
    "constants of a program": ("text/plain", lambda p: "a = " + " + ".join(map(json.dumps, p))),
    "constants of a database": ("text/plain", lambda p: "SELECT " + "||".join(f"'{x}'" for x in p)),
    "markup in a calendar": (
        "text/calendar",
        lambda p: (
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nX-ALT-DESC;FMTTYPE=text/html:<p>"
            + "<b></b>".join(x.replace(",", "\\,") for x in p)
            + "</p>\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
    ),
}


@pytest.mark.parametrize("way", SPLIT)
def test_letters_and_constants_are_put_together(way: str) -> None:
    media_type, write = SPLIT[way]
    assert Kind.ADDRESS in found(media_type, write(OURS))
    assert Kind.PERSON in found(media_type, write(WORKER))
    assert not found(media_type, write(NEAR))
    assert not found(media_type, write(OTHER))


def test_whole_words_beside_each_other_stay_words() -> None:
    assert found("text/javascript", 'f("1247","North Maple","Street")') == {Kind.ADDRESS}
    assert found("text/javascript", 'h("p","Rosalind","Achterberg")') == {Kind.PERSON}
