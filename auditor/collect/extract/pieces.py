"""Texts in pieces: lists, calls and nodes that each hold a part of a sentence, a name or a number.

Side by side with a space the pieces read as words; where a piece ends inside a word or a number ("R",
"osalind A", "chterberg"), only without one do they read as what a page shows.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from auditor.collect.extract.lines import JOINT

_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_CHANGE = re.compile(rf"(?<=\d){JOINT}(?=[^\W\d])|(?<=[^\W\d_]){JOINT}(?=\d)|(?<=[a-z]){JOINT}(?=[A-Z])")
_TEXT_KEYS = ("text", "insert", "value", "plain_text", "content", "t")
_CHILD_KEYS = ("children", "content", "props", "nodes", "spans", "c")
_LEAST_LETTERS = 4
_MOST = 20_000
"""Characters of a text put together."""
_DEEPEST = 12


def torn(pieces: Sequence[str]) -> bool:
    """Whether one of `pieces` seems to end inside a word or a number that the next one goes on with."""
    return any(_inside_word(left, right) for left, right in pairwise(pieces))


def _inside_word(left: str, right: str) -> bool:
    if not left or not right:
        return False
    end, start = left[-1], right[0]
    if end.isdigit() and start.isdigit():
        return True
    # A capitalised word is rarely followed by a small one without a space between them.
    word = _LAST_WORD.search(left[-40:]) if start.islower() and end.isalpha() else None
    return bool(word and word[0][0].isupper())


def spelled(pieces: Sequence[str]) -> bool:
    """Whether `pieces` are the letters of a text one by one."""
    return len(pieces) >= _LEAST_LETTERS and all(len(piece) <= 1 for piece in pieces)


def side_by_side(pieces: Sequence[str]) -> str:
    """`pieces` as one text, with a space only where letters end and figures or a capital begin."""
    text = "".join(f"{piece}{JOINT}" for piece in pieces if piece)
    return _CHANGE.sub(" ", text).replace(JOINT, "").strip()


def together(items: Sequence[Any]) -> str:
    """The text of a list of which at least one is a text node of its own, or "" when it is no such list.

    It holds for the nodes of editors (ProseMirror, Slate, Quill's delta, Lexical, Contentful, Portable Text)
    and for elements as React sends them: objects that keep a piece of text under one of a few keys, or
    further nodes, with strings between them.
    """
    if len(items) < 2 or not any(isinstance(item, dict) for item in items):
        return ""
    leaves = sum(isinstance(item, str) or (isinstance(item, dict) and bool(_own(item))) for item in items)
    if not leaves or (items[0] == "$" and len(items) > 3):
        return ""
    text = "".join(_text_of(item, 0) for item in items)[:_MOST]
    return text if text.strip() else ""


def _own(node: dict[str, Any]) -> str:
    """The piece of text that a node holds itself."""
    return next((node[key] for key in _TEXT_KEYS if isinstance(node.get(key), str)), "")


def _text_of(node: Any, depth: int) -> str:
    """The text of a node and of those within it."""
    if isinstance(node, str) or depth > _DEEPEST:
        return node if isinstance(node, str) else ""
    if isinstance(node, list):
        # An element of React's: its mark, name, key and properties.
        inner = node[3:4] if len(node) > 3 and node[0] == "$" else node
        return "".join(_text_of(item, depth + 1) for item in inner)
    if not isinstance(node, dict):
        return ""
    own = _own(node)
    kept = (node[key] for key in _CHILD_KEYS if isinstance(node.get(key), (list, dict, str)))
    return own or _text_of(next(kept, ""), depth + 1)
