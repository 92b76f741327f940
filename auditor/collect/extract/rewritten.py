"""Parts of a script that stand for a constant, written as that constant.

Elements of arrays of strings (`_0xa[0x1]`) and single calls of `String.fromCharCode` become literals, so
that what adds them up reads as a chain of literals. Nothing is run; a name counts when it is a constant.
"""

import re
from collections.abc import Mapping

_STRING = r"(?:\"[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+\"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*+')"
_ARRAY = re.compile(
    rf"(?<![\w$.])([\w$]++)\s*=\s*\[\s*({_STRING}(?:\s*,\s*{_STRING})*+)\s*,?\s*\]", re.DOTALL
)
_ITEM = re.compile(_STRING, re.DOTALL)
_INDEXED = re.compile(r"(?<![\w$.])([\w$]++)\[\s*[\"']?(0x[0-9a-fA-F]{1,4}|\d{1,4})[\"']?\s*\]")
_FROM_CODES = re.compile(r"(?<![\w$.])(?:String\.)?from(?:CharCode|CodePoint)\(([\w$\s,]{1,200})\)")
_SUM = re.compile(r"(?<![\w$.+])[A-Za-z_$][\w$]*+(?:\s*\+\s*[A-Za-z_$][\w$]*+)++(?!\s*[\w$.(\[])")
_CODE = re.compile(r"0x[0-9a-fA-F]{1,4}|[0-9]{1,5}")
_NAME = re.compile(r"[\w$]+")


def with_constants(text: str, values: Mapping[str, str]) -> str:
    """`text` with indexed elements and character codes put in as literals; `values` are the constants."""
    arrays = {name: _ITEM.findall(items) for name, items in _ARRAY.findall(text)}

    def element(match: re.Match[str]) -> str:
        items, at = arrays.get(match[1], []), int(match[2], 16 if "x" in match[2] else 10)
        return items[at] if at < len(items) else match[0]

    def characters(match: re.Match[str]) -> str:
        codes = [values.get(code.strip(), code.strip()) for code in match[1].split(",")]
        made = ""
        for code in codes:
            if not _CODE.fullmatch(code):
                return match[0]
            number = int(code, 16 if "x" in code else 10)
            if not 31 < number < 0xD800:
                return match[0]
            made += f"\\u{number:04x}"
        return f'"{made}"'

    if arrays:
        text = _INDEXED.sub(element, text)
    return _FROM_CODES.sub(characters, text) if "from" in text else text


def sums(text: str, values: Mapping[str, str]) -> list[str]:
    """What names added to each other give, where each of them is a constant."""
    found = (_NAME.findall(chain) for chain in _SUM.findall(text))
    return ["".join(map(values.__getitem__, c)) for c in found if all(name in values for name in c)]
