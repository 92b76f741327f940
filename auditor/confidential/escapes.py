"""Undoes the escapes of URLs, scripts and markup, keeping the way back to the original positions.

A map link writes `39.78%2C-89.65`, a script `39.78\\u002c-89.65`, an attribute `39&deg;46&#39;`. The
recognisers of numbers look through them here, after folding.
"""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from urllib.parse import unquote

from auditor.confidential.fold import Folded, Offsets, fold

_ESCAPE = re.compile(
    r"[%\\&](?:(?<=%)(?:25)*[0-9a-f]{2}(?:%(?:25)*[0-9a-f]{2})*"
    r"|(?<=\\)\\*(?:u\{?[0-9a-f]{4}\}?|x[0-9a-f]{2}|[nrt/\"'])"
    r"|(?<=&)(?:amp;)*(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});)"
)
_NESTED = re.compile("%(?:25)+")
_RUN = re.compile("[a-z0-9]+")
_CONTROL = {"n": "\n", "r": "\n", "t": "\t", "/": "/", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class Plain:
    """Text without escapes. `span` leads back to the text as published."""

    text: str
    folded: Folded
    offsets: Offsets | None = None
    cached: list[frozenset[str]] = field(default_factory=list)

    @property
    def runs(self) -> frozenset[str]:
        """Every run of letters and figures in the text, worked out once."""
        if not self.cached:
            self.cached.append(frozenset(_RUN.findall(self.text)))
        return self.cached[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original start and end of what stands between `start` and `end` here.

        An escape that is touched is taken in whole.
        """
        offsets = self.offsets
        if offsets is None:
            return self.folded.span(start, end)
        piece = bisect_right(offsets.folded, end - 1) - 1
        straight = offsets.straight[piece]
        last = offsets.start(end - 1) + 1 if straight else offsets.original[piece + 1]
        return self.folded.span(offsets.start(start), last)


def has_escapes(text: str) -> bool:
    """False only when nothing in `text` is escaped."""
    return "%" in text or "\\" in text or "&" in text


class _Last:
    """The text looked at last, so that several finders share the work on it."""

    plain: Plain | None = None


def unescape(folded: Folded) -> Plain:
    """`folded` with percent, script and character escapes resolved. Linear in its length."""
    last = _Last.plain
    if last is None or last.folded is not folded:
        last = _Last.plain = _unescape(folded)
    return last


def _unescape(folded: Folded) -> Plain:
    text = folded.text
    if not has_escapes(text):
        return Plain(text, folded)
    parts: list[str] = []
    offsets = Offsets([0], [0], [True])
    done = at = 0
    for found in _ESCAPE.finditer(text):
        value = _value(found[0])
        if value == found[0]:
            continue
        parts += (text[done : found.start()], value)
        at += found.start() - done
        offsets.folded.extend((at, at + len(value)))
        offsets.original.extend((found.start(), found.end()))
        offsets.straight.extend((False, True))
        at += len(value)
        done = found.end()
    if not parts:
        return Plain(text, folded)
    parts.append(text[done:])
    return Plain("".join(parts), folded, offsets)


def _value(escape: str) -> str:
    """What one run of escapes stands for, folded; the run itself when it stands for nothing."""
    if escape[0] == "%":
        plain = unquote(_NESTED.sub("%", escape), errors="replace")
    elif escape[0] == "&":
        plain = html.unescape(escape.replace("&amp;", "&"))
        if plain == escape:
            return escape
    else:
        body = escape.lstrip("\\")
        plain = _CONTROL.get(body) or chr(int(body.strip("ux{}"), 16))
    return fold(plain).text
