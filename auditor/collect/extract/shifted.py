"""Characters that a script keeps as codes or as other characters, each changed by the same number.

`String.fromCharCode(50 - n)`, `codes.map(c => c - 1)`, `s.charCodeAt(i) ^ 42`: the change is told from the
source, and made to every list of codes, or to every constant, in the script. Nothing is run.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_CODES = re.compile(
    r"[0-9](?<![\w.][0-9])(?:x[0-9a-fA-F]{2}|\d{1,2})(?:\s*,\s*(?:0x[0-9a-fA-F]{2}|\d{1,3})){5,}"
)
_OF_CODES = re.compile(
    r"(?:from(?:CharCode|CodePoint)\(\s*[\w$.\[\]]+|=>\s*\(?\s*[\w$]+|\breturn\s+\(?\s*[\w$]+)\s*([-+^])\s*([\w$]+)"
)
_OF_TEXTS = re.compile(r"(?:charCodeAt|codePointAt)\([^()]{0,40}\)\s*([-+^])\s*([\w$]+)")
_MOST_CHANGES = 8
_SHORTEST = 6
_LONGEST = 2_000
_MOST_TEXTS = 2_000

Change = tuple[str, int]
"""A sign and a number: what is done to each code."""


def lists(text: str, values: Mapping[str, str]) -> Iterator[str]:
    """The texts that the lists of codes in `text` stand for; `values` are the constants by name."""
    changes: list[Change] | None = None
    for match in _CODES.finditer(text):
        codes = [int(code.strip(), 0) if "x" in code else int(code) for code in match[0].split(",")]
        if changes is None:
            changes = _changes(_OF_CODES, text, values) if "from" in text else []
        yield _characters(codes)
        for sign, by in changes:
            yield _characters(_changed(codes, sign, by))


def texts(text: str, constants: Iterable[str], values: Mapping[str, str]) -> Iterator[str]:
    """The constants of a script with every character changed as the script changes some."""
    if "codePointAt" not in text and "charCodeAt" not in text:
        return
    changes = _changes(_OF_TEXTS, text, values)
    for count, constant in enumerate(constants if changes else ()):
        if count >= _MOST_TEXTS:
            return
        if _SHORTEST <= len(constant) <= _LONGEST:
            for sign, by in changes:
                yield _characters(_changed(list(map(ord, constant)), sign, by))


def _changes(pattern: re.Pattern[str], text: str, values: Mapping[str, str]) -> list[Change]:
    found = dict.fromkeys(
        (sign, number)
        for sign, by in pattern.findall(text)
        if (number := _number(values.get(by, by))) is not None
    )
    return list(found)[:_MOST_CHANGES]


def _number(text: str) -> int | None:
    if text[:2] in ("0x", "0X"):
        return int(text, 16) if re.fullmatch(r"0[xX][0-9a-fA-F]{1,4}", text) else None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _changed(codes: list[int], sign: str, by: int) -> list[int]:
    return [code ^ by if sign == "^" else code + by if sign == "+" else code - by for code in codes]


def _characters(codes: list[int]) -> str:
    """Text from character codes, or "" where they are not all of printable characters."""
    if min(codes) < 9 or max(codes) > 0xFFFF:
        return ""
    made = "".join(map(chr, codes))
    return made if all(c.isprintable() or c.isspace() for c in made) else ""
