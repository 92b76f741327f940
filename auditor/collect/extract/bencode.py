"""Files of bencoded values, above all torrents (BEP 3): names, comments, paths, addresses of trackers."""

import re
from typing import Any

from auditor.collect.extract import data
from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues
from auditor.collect.extract.strings import strings_of

_START = re.compile(rb"d(\d{1,3}):([\x20-\x7e]+)")
_LENGTH = re.compile(rb"(\d{1,10}):")
_INTEGER = re.compile(rb"i(-?\d{1,40})e")
_PATHS = frozenset({"path", "path.utf-8"})
_MOST_VALUES = 500_000


def is_bencoded(clues: Clues) -> bool:
    """A dictionary whose first key is as long as it says and followed by a value."""
    start = _START.match(clues.head)
    if not start:
        return False
    length = int(start[1])
    return 0 < length <= len(start[2]) and clues.head[start.start(2) + length :][:1] in b"0123456789dil"


def read(part: Part, basket: Basket) -> None:
    """Read all strings that are text, with their paths; the parts of a path as one."""
    try:
        numbers: list[str] = []
        data.read_value(_parsed(part.body, numbers), basket, "data")
        basket.add("data", "\n".join(numbers), "numbers")
    except (ValueError, IndexError):
        basket.add("strings", strings_of(part.body))
        basket.skip("the bencoded file is damaged; only its plain strings were searched")


def _parsed(body: bytes, numbers: list[str]) -> Any:
    """The value in `body`; ValueError when it is damaged. Strings of other bytes than text become "".

    Numbers go into `numbers`: beside a street, a size in bytes would pass for the postcode of another town.
    """
    outer: list[Any] = []
    stack: list[list[Any]] = [outer]
    kinds: list[bytes] = []
    at = count = 0
    while at < len(body) and (count < 1 or kinds):
        count += 1
        mark = body[at : at + 1]
        if count > _MOST_VALUES:
            raise ValueError("too many values")
        if mark in (b"d", b"l"):
            kinds.append(mark)
            stack.append([])
            at += 1
        elif mark == b"e" and kinds:
            value = _closed(kinds.pop(), stack.pop())
            stack[-1].append(value)
            at += 1
        elif number := _INTEGER.match(body, at):
            numbers.append(number[1].decode("ascii"))
            stack[-1].append(None)
            at = number.end()
        elif length := _LENGTH.match(body, at):
            at = length.end() + int(length[1])
            if at > len(body):
                raise ValueError("cut short")
            stack[-1].append(_text(body[length.end() : at]))
        else:
            raise ValueError("no value")
    if kinds or not outer:
        raise ValueError("cut short")
    return outer[0]


def _closed(kind: bytes, values: list[Any]) -> Any:
    if kind == b"l":
        return values
    pairs = zip(values[0::2], values[1::2], strict=False)
    return {
        str(key): "/".join(map(str, value)) if key in _PATHS and isinstance(value, list) else value
        for key, value in pairs
    }


def _text(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if sum(c.isprintable() or c in "\n\r\t" for c in text) == len(text) else ""
