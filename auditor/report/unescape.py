"""Undoes what the formats add to a text, so that a finished file can be searched as its reader sees it."""

import re
from collections.abc import Iterator
from html import unescape

# CommonMark lets a backslash stand before any ASCII punctuation, and shows the punctuation alone.
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_MARKS = re.compile(r"[`*_~]+")
_CELLS = re.compile(r"[ \t]*\|[ \t]*")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)
_ROUNDS = 3


def readings(text: str) -> Iterator[str]:
    """`text` as it stands, and once more after each escape that a renderer adds is undone.

    Undoing goes on until nothing changes: a Markdown cell can hold a reference that stands for a mark.
    """
    yield text
    for _ in range(_ROUNDS):
        before = text
        for undo in (_uncoloured, _unescaped, _unquoted, _unmarked, _uncelled):
            changed = undo(text)
            if changed != text:
                text = changed
                yield text
        if text == before:
            return


def _uncoloured(text: str) -> str:
    return _COLOUR.sub("", text)


def _unescaped(text: str) -> str:
    return unescape(_BACKSLASH.sub(r"\1", text))


def _unquoted(text: str) -> str:
    return _QUOTED.sub("", text.replace('""', '"'))


def _unmarked(text: str) -> str:
    return _MARKS.sub("", _BREAK.sub("\n", text))


def _uncelled(text: str) -> str:
    return _CELLS.sub(", ", text)
