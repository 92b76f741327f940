"""Data files: JSON for now."""

import json
from collections.abc import Iterator
from typing import Any

from auditor.collect.extract.lines import plain_lines
from auditor.collect.extract.part import Basket


def read_json_text(source: str, basket: Basket, carrier: str = "json") -> None:
    """Read JSON: every value with its path, or the bare text when it is not valid."""
    try:
        value = json.loads(source)
    except (ValueError, RecursionError):
        basket.add(carrier, source, "", plain_lines(source))
        return
    lines, anchors, at = [], [], 0
    for path, text in walk(value):
        anchors.append((at, path))
        lines.append(text)
        at += len(text) + 1
    basket.add(carrier, "\n".join(lines), "", tuple(anchors))


def walk(value: Any) -> Iterator[tuple[str, str]]:
    """Every key and scalar of a parsed JSON value as (path, text), in order, without recursion."""
    stack: list[tuple[str, Any]] = [("", value)]
    while stack:
        path, item = stack.pop()
        if isinstance(item, dict):
            stack.extend((f"{path}.{key}" if path else str(key), v) for key, v in reversed(item.items()))
        elif isinstance(item, list):
            stack.extend((f"{path}[{i}]", v) for i, v in reversed(list(enumerate(item))))
        elif item is not None:
            yield path, str(item)
