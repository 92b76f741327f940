"""One expression for many words, whose time hardly grows with their number."""

import re
from collections.abc import Iterable
from typing import Any


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """An expression that finds the longest of `words` at each place."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return re.compile(_pattern(root))


def _pattern(node: dict[str, Any]) -> str:
    branches = [re.escape(c) + _pattern(rest) for c, rest in sorted(node.items()) if c]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body
