"""Text that style sheets show in another order than the source has it."""

import pytest

from auditor.collect.extract import read
from auditor.core.document import Resource
from auditor.core.status import Kind
from tests.collect.extract.test_parts_apart import found


def ordered(street: str, way: str) -> str:
    looks = {str(n): way.format(n) for n in range(1, 5)}
    flex = 'style="display:flex"'
    return (
        f"<div {flex}><b {looks['3']}>Maple</b><b {looks['1']}>1247</b>"
        f"<b {looks['4']}>{street}</b><b {looks['2']}>North</b></div>"
    )


def reversed_row(street: str, head: str, box: str) -> str:
    words = "".join(f"<span>{word}</span>" for word in (street, "Maple", "North", "1247"))
    return f"{head}<p>x<div {box}>{words}</div>"


def floated(street: str, head: str, look: str) -> str:
    return head + "<p>" + "".join(f"<i {look}>{w}</i>" for w in (street, "Maple", "North", "1247")) + "</p>"


def turned(street: str, head: str, look: str) -> str:
    return f"{head}<p>We are at <span {look}>{f'1247 North Maple {street}'[::-1]}</span> now</p>"


_ORDER_RULES = "".join(f"p b.o{n}, .x .o{n} {{ order: {n} }}" for n in range(1, 5))
ADDRESSES = {
    "order in the style": lambda s: ordered(s, 'style="color:red;order:{}"'),
    "order by a rule": lambda s: f"<style>{_ORDER_RULES}</style>" + ordered(s, 'class="a o{}"'),
    "order by a framework": lambda s: ordered(s, 'class="col order-{}"'),
    "order by the name": lambda s: (
        "<style>"
        + "".join(f"#w{n}{{order:{n - 9}}}" for n in range(1, 5))
        + "</style>"
        + ordered(s, "id=w{}")
    ),
    "reversed row": lambda s: reversed_row(s, "", 'style="display:flex;flex-direction: row-reverse"'),
    "reversed by a rule": lambda s: reversed_row(
        s, "<style>.f{flex-flow:row-reverse nowrap}</style>", "class=f"
    ),
    "reversed column": lambda s: reversed_row(s, "<style>#f{flex-direction:column-reverse}</style>", "id=f"),
    "reversed by a framework": lambda s: reversed_row(s, "", 'class="d-flex flex-row-reverse"'),
    "floated": lambda s: floated(s, "", 'style="float:right"'),
    "floated by a rule": lambda s: floated(s, "<style>p>i{margin:0} i{float:right}</style>", ""),
    "override": lambda s: turned(s, "", 'style="direction:rtl;unicode-bidi:isolate-override"'),
    "override by a rule": lambda s: turned(
        s, "<style>.r{unicode-bidi:isolate-override} .r{direction:rtl}</style>", "class=r"
    ),
    "mirrored": lambda s: turned(s, "", 'style="display:inline-block;transform:scaleX(-1)"'),
    "mirrored by a rule": lambda s: turned(s, "<style>.m{transform:rotateY(180deg)}</style>", "class='a m'"),
}


@pytest.mark.parametrize("way", ADDRESSES)
def test_an_address_is_read_as_it_is_seen(way: str) -> None:
    assert found("text/html", ADDRESSES[way]("Street")) == {Kind.ADDRESS}
    assert not found("text/html", ADDRESSES[way]("Leaf"))


PHONES = {
    "reversed": "<style>.f{{display:flex;flex-direction:row-reverse}}</style><p>Call <span class=f><i>{2}</i><i>{1}-</i><i>{0}-</i></span></p>",
    "floated figures": "<style>b{{float:right}}</style><p>{figures}</p>",
    "from right to left": '<p dir="rtl">{2} {1} {0}</p>',
    "ordered": '<p class=f><b style="order:3">{2}</b><b style="order:1">({0})</b><b style="order:2">{1}</b></p>',
}


@pytest.mark.parametrize("way", PHONES)
@pytest.mark.parametrize(("last", "kinds"), [("0148", {Kind.PHONE}), ("0184", set())])
def test_a_number_is_read_as_it_is_seen(way: str, last: str, kinds: set[Kind]) -> None:
    figures = "".join(f"<b>{figure}</b>" for figure in f"217555{last}"[::-1])
    assert found("text/html", PHONES[way].format("217", "555", last, figures=figures)) == kinds


@pytest.mark.parametrize(
    "body",
    [
        '<div style="border:1px solid">x</div>',
        "<style>.b{border-order:1} .f{float:left}</style><div class=f>1</div><div class=f>2</div>",
        '<div style="float:right">alone at the end',
        '<p style="direction:rtl">',
        "</div></p><i style='order:2'>",
        "<style>*{order:1} a:hover>b{float:right}</style><a><b>1</b></a>",
    ],
)
def test_other_styles_and_broken_pages_are_passed_over(body: str) -> None:
    document = read(Resource("https://example.org/", body.encode(), "text/html"))
    assert not document.unchecked


def test_nested_boxes_are_arranged_from_within() -> None:
    body = (
        '<div style="flex-direction:row-reverse"><div style="flex-direction:row-reverse"><i>Street</i>'
        "<i>Maple</i></div><div><i>1247</i> <i>North</i></div></div>"
    )
    document = read(Resource("https://example.org/", body.encode(), "text/html"))
    assert any("1247 North Maple Street" in fragment.text for fragment in document.fragments)
