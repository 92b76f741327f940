"""The plain strings of a binary file."""

import re

_ASCII = re.compile(rb"[\x20-\x7e\t]{2,}+(?:[\0-\x1f]{1,3}[\x20-\x7e\t]{2,}+)++|[\x20-\x7e\t]{5,}+")
_CONTROL = re.compile(rb"[\0-\x08\x0a-\x1f]+")
_CONTROL_TEXT = re.compile(r"[\x01-\x08\x0a-\x1f]+")
_UTF16_LE = re.compile(
    rb"(?:[\x20-\x7e]\0){2,}+(?:(?:[\x01-\x1f]\0){1,3}(?:[\x20-\x7e]\0){2,}+)++|(?:[\x20-\x7e]\0){5,}+"
)
_UTF16_BE = re.compile(
    rb"(?:\0[\x20-\x7e]){2,}+(?:(?:\0[\x01-\x1f]){1,3}(?:\0[\x20-\x7e]){2,}+)++|(?:\0[\x20-\x7e]){5,}+"
)
_UTF32_LE = re.compile(rb"(?:[\x20-\x7e]\0\0\0){5,}+")
_UTF32_BE = re.compile(rb"(?:\0\0\0[\x20-\x7e]){5,}+")


def strings_of(body: bytes) -> str:
    """Runs of at least five printable characters, in ASCII and in UTF-16 and UTF-32 of either order.

    Each stands on a line. Shorter runs count where only a control byte or two part them, as in lists.
    """
    narrow = [m.decode("ascii") for run in _ASCII.findall(body) for m in _CONTROL.split(run)]
    wide = [m[0].decode("utf-16-le") for m in _UTF16_LE.finditer(body) if not _other_order(body, m)]
    wide += [m[0].decode("utf-16-be") for m in _UTF16_BE.finditer(body) if not _lies_within(body, m)]
    wide += [m.decode("utf-32-le") for m in _UTF32_LE.findall(body)]
    wide += [m[0].decode("utf-32-be") for m in _UTF32_BE.finditer(body) if not _lies_within(body, m)]
    return "\n".join(dict.fromkeys(narrow + [_CONTROL_TEXT.sub("\n", text) for text in wide]))


def _other_order(body: bytes, run: re.Match[bytes]) -> bool:
    """Whether a run lies one byte off in a run of the other order, whose last character it would lose."""
    after = body[run.end() : run.end() + 1]
    return body[run.start() - 1 : run.start()] == b"\0" and b"\x20" <= after <= b"\x7e"


def _lies_within(body: bytes, run: re.Match[bytes]) -> bool:
    """Whether a run lies one byte off in a run of the other order, which has one character more before it."""
    before = body[run.start() - 1 : run.start()] if run.start() else b""
    return b"\x20" <= before <= b"\x7e" and body[run.end() : run.end() + 1] == b"\0"
