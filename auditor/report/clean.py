"""Makes texts fit to be shown: confidential facts masked, and nothing in them that acts on a screen."""

import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from pydantic import BaseModel

Mask = Callable[[str], str]
T = TypeVar("T")

# Besides control characters (Cc): format characters (Cf), among them the bidirectional overrides that
# make a line read otherwise than it is; surrogates; private use; unassigned; every space but the plain one.
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


def plain(text: str) -> str:
    """`text` without characters that a terminal, a browser or a reader's eye would take for commands.

    Line feeds stay; every other control character becomes a space, and invisible ones go.
    """
    if text.isprintable():
        return text
    return "".join(_fit(c) for c in text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _fit(char: str) -> str:
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category not in _UNFIT:
        return char
    return "" if category == "Cf" else " "


def seal(view: T, mask: Mask) -> T:
    """A copy of the view in which every text, at whatever depth, went through `plain` and `mask`.

    It walks the values themselves, so that a field added later is covered without anyone thinking of it.
    """
    known: dict[str, str] = {}

    def text(value: str) -> str:
        if value not in known:
            known[value] = mask(plain(value)) if value else value
        return known[value]

    sealed: T = _walk(view, text)
    return sealed


def _walk(value: Any, text: Mask) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple):
        return tuple(_walk(item, text) for item in value)
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: _walk(inner, text) for name, inner in value})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _walk(getattr(value, f.name), text) for f in fields(value)})
    return value
