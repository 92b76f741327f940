"""The stream in which Next.js sends the elements of a page, in pieces that its scripts put together.

Each script calls `self.__next_f.push([1, "..."])` with a piece that may end inside a word, a string or a
row. In order they make rows of `id:JSON`, or `id:Tsize,text` with the size in bytes in hexadecimal.
"""

import json
import re
from collections.abc import Iterable, Iterator

from auditor.collect.extract import data
from auditor.collect.extract.part import Basket

MARK = "__next_f"
_PUSH = re.compile(r"__next_f\s*\.\s*push\(\s*\[\s*1\s*,\s*(\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\")\s*\]", re.DOTALL)
_ROW = re.compile(rb"([0-9a-f]*+):(?:T([0-9a-f]{1,8}),|[A-Z]{0,3}+([^\n]*+)\n?)")
_MOST_ROWS = 20_000


def read(scripts: Iterable[str], basket: Basket) -> None:
    """Read the rows that the pieces in `scripts`, the scripts of one page in order, make together."""
    stream = "".join(piece for script in scripts for piece in _pieces(script))
    for name, text, is_json in _rows(stream.encode("utf-8", "replace")):
        within = basket.inside(f"row {name} of the page's stream")
        if not is_json:
            data.read_value(text, within, "script")
            continue
        try:
            value = data.parse(text)
        except ValueError:
            within.add("script", text)
        else:
            data.read_value(value, within, "script")


def _pieces(script: str) -> Iterator[str]:
    for literal in _PUSH.findall(script):
        try:
            yield json.loads(literal, strict=False)
        except ValueError:
            continue


def _rows(stream: bytes) -> Iterator[tuple[str, str, bool]]:
    """(id, text, whether it is JSON) of each row."""
    at = 0
    for _ in range(_MOST_ROWS):
        row = _ROW.match(stream, at)
        if row is None:
            break
        at = row.end()
        text = row[3]
        if row[2]:
            at += int(row[2], 16)
            text = stream[row.end() : at]
        if text:
            yield row[1].decode() or "0", text.decode("utf-8", "replace"), not row[2]
    if stream[at:].strip():
        yield "at the end", stream[at:].decode("utf-8", "replace"), False
