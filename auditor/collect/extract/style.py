"""Style sheets: comments, names, and strings with their escapes decoded."""

import re

from auditor.collect.extract.lines import marked_lines, unmarked
from auditor.collect.extract.part import Basket

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n\f]?|\n|(.))")

_STRING = r"(?:\"((?:[^\"\\\n]|\\.)*+)\"|'((?:[^'\\\n]|\\.)*+)')"
CONTENT = re.compile(rf"content\s*:\s*{_STRING}", re.DOTALL)
"""Text that a rule puts before or after an element, in one of two groups."""
PSEUDO = re.compile(
    rf"([.#]?[\w-]+)\s*::?(before|after)\s*(?:,[^{{}}]*)?\{{[^{{}}\"']*?content\s*:\s*{_STRING}", re.DOTALL
)
"""The last part of a selector, the side of the element, and the text put there, in one of two groups."""
_BACKWARDS = re.compile(r"direction\s*:\s*rtl|unicode-bidi")


def decode(text: str) -> str:
    """`text` with CSS escapes decoded (CSS Syntax 3, 4.3.7)."""
    return _ESCAPE.sub(_decode_one, text) if "\\" in text else text


def _decode_one(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2] or ""
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def read_text(source: str, basket: Basket, first_line: int = 1) -> None:
    """Read a style sheet whose first character stands on `first_line`."""
    text = decode(source)
    shown = unmarked(text)
    basket.add("style", shown, "", marked_lines(text, shown, first_line, newline_counts=True))
    put = [decode(a or b) for a, b in CONTENT.findall(source)] if "content" in source else []
    where = f"style from line {first_line}, content"
    if len(put) > 1:
        basket.add("style", "\n".join(("".join(put), " ".join(put))), f"{where} in order")
    if put and _BACKWARDS.search(source):
        basket.add("style", "\n".join(text[::-1] for text in put), f"{where} read backwards")
