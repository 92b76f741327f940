"""Style sheets: comments, names, and strings with their escapes decoded."""

import re
from collections.abc import Iterator, Mapping

from auditor.collect.extract.lines import marked_lines, unmarked
from auditor.collect.extract.part import Basket

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\f]?|\n|(.))")

_STRING = r"(?:\"((?:[^\"\\\n]|\\.)*+)\"|'((?:[^'\\\n]|\\.)*+)')"
_VALUE = r"((?:\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|[^;{}\"'])++)"
PSEUDO = re.compile(
    rf"([.#]?[\w-]+)\s*::?(before|after)\s*(?:,[^{{}}]*)?\{{[^{{}}\"']*?(?<![\w-])content\s*:{_VALUE}",
    re.DOTALL,
)
"""The last part of a selector, the side of the element, and the value that says what is put there."""
_CONTENT = re.compile(rf"(?<![\w-])content\s*:{_VALUE}", re.DOTALL)
VARIABLE = re.compile(rf"(?<![\w-])(--[\w-]++)\s*:{_VALUE}", re.DOTALL)
"""The name of a custom property and its value."""
_PIECE = re.compile(rf"{_STRING}|(?:var\(\s*(--[\w-]+)|attr\(\s*([\w-]+))", re.DOTALL)
_BACKWARDS = re.compile(r"direction\s*:\s*rtl|unicode-bidi")


def decode(text: str) -> str:
    """`text` with CSS escapes decoded (CSS Syntax 3, 4.3.7)."""
    return _ESCAPE.sub(_decode_one, text) if "\\" in text else text


def _decode_one(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2] or ""
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def put_text(value: str, variables: Mapping[str, str], own: Mapping[str, str]) -> str:
    """The text of a `content` value: strings, variables and attributes of the element, in order.

    A variable's value is read for strings and attributes only, so that none can refer to itself.
    """
    pieces = []
    for double, single, variable, attribute in _PIECE.findall(value):
        if variable:
            pieces.append(put_text(variables.get(variable, ""), {}, own))
        else:
            pieces.append(own.get(attribute.lower(), "") if attribute else decode(double or single))
    return "".join(pieces)


def _put(source: str) -> Iterator[str]:
    """What each rule puts before or after elements, as far as it is constant."""
    variables = dict(VARIABLE.findall(source)) if "--" in source else {}
    for value in _CONTENT.findall(source):
        if text := put_text(value, variables, {}):
            yield text


def _sides(source: str) -> Iterator[str]:
    """What the rules of one selector put before and after the same elements, with nothing between."""
    sides: dict[str, dict[str, str]] = {}
    for selector, side, value in PSEUDO.findall(source):
        sides.setdefault(selector, {})[side] = put_text(value, {}, {})
    return (f"{own['before']}{own['after']}" for own in sides.values() if len(own) == 2)


def read_text(source: str, basket: Basket, first_line: int = 1) -> None:
    """Read a style sheet whose first character stands on `first_line`."""
    text = decode(source)
    shown = unmarked(text)
    basket.add("style", shown, "", marked_lines(text, shown, first_line, newline_counts=True))
    put = list(_put(source)) if "content" in source else []
    where = f"style from line {first_line}, content"
    if put:
        basket.add("style", "\n".join(("".join(put), *_sides(source))), f"{where} in order")
    if len(put) > 1:
        basket.add("style", " ".join(put), f"{where} in order")
    if put and _BACKWARDS.search(source):
        basket.add("style", "\n".join(text[::-1] for text in put), f"{where} read backwards")
