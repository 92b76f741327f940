"""The shape of a text: one byte a character that tells its kind.

Most characters of a text are no digits. Telling all kinds in one pass at the speed of C, and then looking for
the one byte that stands for any digit, is many times faster than an expression that tries every character.
"""

import codecs
import string

_KINDS = {
    "0": string.digits,
    "a": string.ascii_lowercase,
    "A": string.ascii_uppercase,
    "L": "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ",
    " ": string.whitespace + "\x1c\x1d\x1e\x1f\x85\xa0",
    ",": ",",
    ".": ".º",
}
_KIND_OF = {character: kind for kind, characters in _KINDS.items() for character in characters}
_SHAPES = bytes(ord(_KIND_OF.get(chr(code), "-")) for code in range(256))
_BEYOND = "auditor-shape"


def _beyond(error: UnicodeError) -> tuple[bytes, int]:
    """Digits of other scripts as digits, other white space as a space, the rest as a sign."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    return bytes(48 if c.isdecimal() else 32 if c.isspace() else 45 for c in run), error.end


codecs.register_error(_BEYOND, _beyond)


def shape_of(text: str) -> bytes:
    """`text` with a mark for each character, at the same places.

    "0" is a decimal digit of any script, "a" and "A" a plain letter, "L" a Latin capital with an accent, " "
    white space, "." a full stop or "º", "," a comma, and "-" anything else.
    """
    return text.encode("latin-1", _BEYOND).translate(_SHAPES)
