"""Where the numbers stand in a text.

Most characters of a text are no digits. Marking them all in one pass at the speed of C, and then looking for
the mark, is many times faster than an expression that tries every character for a digit.
"""

import codecs

_RULED = bytes(48 if c in b"0123456789" else 32 for c in range(256))
_DECIMALS = "auditor-decimals"


def _mark_decimals(error: UnicodeError) -> tuple[bytes, int]:
    """Digits of other scripts as digits, anything else as a question mark: one byte a character."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    return bytes(48 if c.isdecimal() else 63 for c in run), error.end


codecs.register_error(_DECIMALS, _mark_decimals)


def numbers(text: str) -> list[tuple[int, int]]:
    """Where the runs of decimal digits of any script start and end in `text`."""
    return numbers_in(text.encode("latin-1", _DECIMALS))


def numbers_in(raw: bytes) -> list[tuple[int, int]]:
    """Where the runs of plain digits start and end in `raw`."""
    ruled = raw.translate(_RULED) + b" "
    found, find = [], ruled.find
    start = find(b"0")
    while start >= 0:
        end = find(b" ", start)
        found.append((start, end))
        start = find(b"0", end)
    return found
