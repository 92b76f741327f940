"""Scripts: the source with string escapes decoded and constants joined as the script would join them."""

import re

from auditor.collect.extract import data
from auditor.collect.extract.lines import SKIP, clean, marked_lines, unmarked
from auditor.collect.extract.part import Basket

_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\n)|(.))", re.DOTALL
)
_NAMED = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": " ", "v": " "}
_CONCATENATED = re.compile(r"""(["'`])\s*\+\s*(["'`])""")


def decode(text: str) -> str:
    """`text` with JavaScript string escapes decoded (ECMA-262, 12.9.4)."""
    return _ESCAPE.sub(_decode_one, text) if "\\" in text else text


def _decode_one(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits or match[4]:
        code = int(digits, 16) if digits else int(match[4], 8)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if match[5]:
        return SKIP
    return _NAMED.get(match[6], match[6])


def read_text(source: str, basket: Basket, first_line: int = 1) -> None:
    """Read a script whose first character stands on `first_line`."""
    text = clean(source)
    text = decode(_CONCATENATED.sub(lambda m: SKIP * m[0].count("\n"), text))
    shown = unmarked(text)
    basket.add("script", shown, "", marked_lines(text, shown, first_line, newline_counts=True))


def read_inline(source: str, kind: str, line: int, basket: Basket) -> None:
    """Read the content of a script element of type `kind` that starts on `line` of its page."""
    if kind.endswith("json"):
        data.read_json_text(
            source, basket.inside(f"script from line {line}"), "json-ld" if "ld+" in kind else "json"
        )
    elif "html" in kind or "template" in kind:
        from auditor.collect.extract import html

        html.read_text(source, basket.inside(f"script from line {line}"))
    else:
        read_text(source, basket, line)
