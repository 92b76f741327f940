"""Folds text to plain lower-case ASCII where it can, and keeps the way back to the original positions.

Folding undoes what hides a fact from a plain search but not from a reader: case, accents, ligatures,
full-width forms and other scripts' digits, letters that look alike in other alphabets, characters
that do not show (zero width, soft hyphen, direction marks, variation selectors, keycaps), the escapes
of URLs, HTML and program text, and letters that were read in a wrong character set.
"""

import codecs
import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from auditor.confidential.characters import plain_form
from auditor.confidential.misread import BEHIND_FIRST, FIRST, may_be_misread, mended, well_read

_SMALL_ASCII = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")
_STRANGE = re.compile("[^\t-\r -~]+")
_HIDDEN_ASCII = bytes([*range(9), *range(14, 32), 127])
_ESCAPES = (
    r"(?<=%)[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*"
    r"|(?<=&)(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
    r"|(?<=\\)(?:u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2}|[nrt/\"'])"
)
_ESCAPE = re.compile(rf"[%&\\](?:{_ESCAPES})")
"""Characters of URLs, HTML and program text that stand for another one."""
_ESCAPE_OR_MISREAD = re.compile(rf"[%&\\{FIRST}](?:{_ESCAPES}|{BEHIND_FIRST})")
_STRANGER = r"[^\t-\r -$'-\[\]-~]"
_SPECIAL = re.compile(rf"{_STRANGER}(?:{_ESCAPES}|(?<![%&\\]))")
_SPECIAL_OR_MISREAD = re.compile(rf"{_STRANGER}(?:{_ESCAPES}|{BEHIND_FIRST}|(?<![%&\\]))")
"""An escape, or a character that is not plain visible ASCII or white space. The leading set is for speed."""
_RAISED_FIGURE = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]"
_RAISED = re.compile(
    rf"(?:{_RAISED_FIGURE}{{1,2}}(?!{_RAISED_FIGURE})(?:,\s?{_RAISED_FIGURE}{{1,2}}(?!{_RAISED_FIGURE})){{0,8}}+"
    r"|&sup[123];|&#(?:185|17[89]);|\\u00[bB][239])(?![0-9/\u2044\u2215])"
)
_NOTE_ESCAPES = ("&sup", "&#1", "\\u00")
_NOTE_FIGURES = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_NOTED = re.compile(r"[0-9A-Za-z)\]\"'][.,;:]?$")


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each piece of folded text came from: three parallel, sorted lists.

    Piece i starts at `folded[i]` in the folded text and at `original[i]` in the original. Where
    `straight[i]` is true its characters stand one to one; otherwise the whole piece came from the
    original characters up to the next piece.
    """

    folded: list[int]
    original: list[int]
    straight: list[bool]

    @classmethod
    def between(cls, original: str) -> Self:
        """The pieces of `original` under `fold`."""
        offsets = cls([], [], [])
        at = done = 0
        special = _SPECIAL_OR_MISREAD if may_be_misread(original) else _SPECIAL
        for found in special.finditer(original):
            if found.start() > done:
                offsets._add(at, done, straight=True)
                at += found.start() - done
            done = found.start()
            for text, length in _parts(found[0]):
                if text:
                    offsets._add(at, done, straight=False)
                at += len(text)
                done += length
        offsets._add(at, done, straight=True)
        return offsets

    def _add(self, folded: int, original: int, *, straight: bool) -> None:
        self.folded.append(folded)
        self.original.append(original)
        self.straight.append(straight)

    def start(self, position: int) -> int:
        """The original position of the folded character at `position`."""
        piece = bisect_right(self.folded, position) - 1
        return self.original[piece] + (position - self.folded[piece] if self.straight[piece] else 0)

    def end(self, position: int) -> int:
        """Where the original goes on after the folded text before `position`; a piece is never cut."""
        piece = bisect_right(self.folded, position) - 1
        into = position - self.folded[piece]
        if self.straight[piece] or into == 0:
            return self.original[piece] + into
        return self.original[piece + 1]


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded `text`, and how to get back: `original` is kept only where positions differ."""

    text: str
    original: str | None = None
    cached: list[Offsets] | None = None

    @property
    def offsets(self) -> Offsets | None:
        """The way back, worked out when first asked for; None when positions are the same."""
        if self.original is None or self.cached is None:
            return None
        if not self.cached:
            self.cached.append(Offsets.between(self.original))
        return self.cached[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original start and end of the folded text between `start` and `end`.

        Hidden characters that follow the last one are taken in, so that masking leaves none behind.
        """
        offsets = self.offsets
        if offsets is None or end <= start:
            return start, end
        return offsets.start(start), offsets.end(end) if end < len(self.text) else len(self.original or "")


def as_written(piece: str) -> str:
    """`piece` of an original text as a reader sees it: its escapes undone, its capitals kept."""
    return (_ESCAPE_OR_MISREAD if may_be_misread(piece) else _ESCAPE).sub(_replacement, piece)


_latest: list[tuple[str, Folded]] = []
"""The text folded last: every finder asks for the same one."""


def fold(text: str) -> Folded:
    """The folding of `text`, in time linear in its length."""
    if _latest and _latest[0][0] is text:
        return _latest[0][1]
    folded = _fold(text)
    _latest[:] = [(text, folded)]
    return folded


def _without_notes(text: str) -> str:
    """`text` with a star, and signs that do not show, for each raised figure of a footnote or an exponent.

    Such a figure is no part of the number before it. The figures of a number that is raised as a whole stand
    behind no plain one; those of a fraction ("\u00b9\u2044\u2082") stay. The length does not change.
    """
    noted = ("&" in text or "\\" in text) and any(sign in text for sign in _NOTE_ESCAPES)
    if not noted and not text.isascii():
        noted = any(sign in text for sign in _NOTE_FIGURES)
    return _RAISED.sub(_note, text) if noted else text


def _note(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 2) : found.start()]
    return "*".ljust(len(found[0]), "\u200b") if _NOTED.search(before) else found[0]


def _fold(text: str) -> Folded:
    plain = text = _without_notes(text)
    if may_be_misread(text):
        plain = _ESCAPE_OR_MISREAD.sub(_replacement, text)
    elif "%" in text or "&" in text or "\\" in text:
        plain = _ESCAPE.sub(_replacement, text)
    if plain.isascii():
        shown = plain.encode("ascii").translate(_SMALL_ASCII, _HIDDEN_ASCII).decode("ascii")
        return Folded(shown) if plain is text and len(shown) == len(text) else Folded(shown, text, [])
    try:
        raw = plain.encode("latin-1", _FOLDING)
    except UnicodeEncodeError:
        # Something stays outside Latin-1 even when folded: letters of other alphabets.
        return Folded(_STRANGE.sub(_plain_run, plain).lower(), text, [])
    latin = _latin()
    raw = raw.translate(latin.single, latin.hidden)
    for letter, letters in latin.several:
        if letter in raw:
            raw = raw.replace(letter, letters)
    return Folded(raw.decode("latin-1"), text, [])


def _plain_run(found: re.Match[str]) -> str:
    return found[0].translate(_TABLE)


@dataclass(frozen=True, slots=True)
class _Latin:
    """What the characters of Latin-1 fold to: to one, to nothing, to several."""

    single: bytes
    hidden: bytes
    several: list[tuple[bytes, bytes]]


@lru_cache(maxsize=1)
def _latin() -> _Latin:
    """The folding of Latin-1, worked out when first needed."""
    single, hidden = bytearray(_SMALL_ASCII), bytearray(_HIDDEN_ASCII)
    several: list[tuple[bytes, bytes]] = []
    for code in range(128, 256):
        plain = _TABLE[code].encode("latin-1")
        if len(plain) == 1:
            single[code] = plain[0]
        elif plain:
            # It is left as it is first, and then replaced.
            several.append((bytes([code]), plain))
        else:
            hidden.append(code)
    return _Latin(bytes(single), bytes(hidden), several)


def _fold_strange(error: UnicodeError) -> tuple[str, int]:
    """Folds the characters that cannot be encoded; the encoder itself finds them, and fast."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].translate(_TABLE), error.end


_FOLDING = "auditor-folding"
codecs.register_error(_FOLDING, _fold_strange)


class _Table(dict[int, str]):
    """Characters and what they stand for, filled as they are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = character.lower() if " " <= character <= "~" else plain_form(character)
        self[code] = plain
        return plain


_TABLE = _Table()


def _replacement(found: re.Match[str]) -> str:
    return _unescape(found[0])


def _parts(piece: str) -> Iterator[tuple[str, int]]:
    """The characters that a special character or an escape stands for, folded, and how long each is here."""
    if len(piece) == 1:
        yield _TABLE[ord(piece)], 1
        return
    shown = _unescape(piece)
    if piece[0] in FIRST:
        lengths = []
    elif piece.startswith("%"):
        lengths = [3 * len(c.encode()) for c in shown]
        lengths = lengths if sum(lengths) == len(piece) else [3] * len(shown)
    else:
        # Of the escapes only those of four hexadecimal figures come in rows; a character may take two.
        lengths = [6 * (1 + (c > "\uffff")) for c in shown]
    if sum(lengths) == len(piece):
        yield from ((_TABLE[ord(c)], length) for c, length in zip(shown, lengths, strict=True))
    else:
        yield shown.translate(_TABLE), len(piece)


_SHORT_ESCAPES = {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\/": "/", '\\"': '"', "\\'": "'"}


def _is_utf_8(raw: bytes) -> bool:
    try:
        return bool(raw.decode())
    except UnicodeDecodeError:
        return False


@lru_cache(maxsize=8192)
def _unescape(piece: str) -> str:
    if piece[0] in FIRST:
        return well_read(piece)
    if piece.startswith("%"):
        raw = bytes.fromhex(piece.replace("%", ""))
        return mended(raw.decode("utf-8" if _is_utf_8(raw) else "latin-1"))
    if piece.startswith("&"):
        return html.unescape(piece)
    if piece in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[piece]
    if piece.startswith("\\x") or "{" in piece:
        code = int(piece[2:].strip("{}"), 16)
        return chr(code) if code < 0x110000 else piece
    raw = bytes.fromhex(piece.replace("\\u", ""))
    return mended(raw.decode("utf-16-be", "replace"))
