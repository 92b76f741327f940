"""Rows of a card: a muted name, then the text, wrapped under itself and not under the name."""

import textwrap
from collections.abc import Iterable

from textual.content import Content

from auditor.tui import words


def rows(items: Iterable[tuple[str, str]], width: int, name_width: int = 13) -> Content:
    """One row for each name and text that is not empty, in lines of at most `width` cells."""
    lines = []
    room = max(20, width - name_width)
    for name, text in items:
        wrapped = textwrap.wrap(words.plain(text), room)
        heads = [name, *([""] * (len(wrapped) - 1))]
        lines += [
            Content.assemble((f"{head:<{name_width}}", "$muted"), line)
            for head, line in zip(heads, wrapped, strict=bool(wrapped))
        ]
    return Content("\n").join(lines)
