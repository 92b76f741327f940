"""Letters of UTF-8 that a program once read as windows-1252 or Latin-1 and wrote so: "Ã¼" for "ü".

Each byte of the letter became a character of its own, twice over where it happened twice. It is undone where
it is plainly so: what comes out is a letter or sign that the languages of Europe write, and what stands there
is nothing that a capital letter with a sign behind it may be.
"""

import re

_LETTERS = (
    "".join(map(chr, (*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x100))))
    + "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽž"
)
_SIGNS = (
    "\xa0¡¢£¥§©ª«®°²³´·¹º»¼½¾¿€™№\u2009\u200b\u202f\u2010\u2011\u2013\u2014\u2022\u2026"
    "\u2018\u2019\u201a\u201c\u201d\u201e"
)
_BEHIND_CAPITALS = frozenset("‘’“”–—…‹›«»•™®©°·ªº€\xa0\xad")
"""Signs that texts hold behind a capital letter, as in "IRMÃ”"."""
_MOST_ROUNDS = 3


def _misread(character: str) -> list[str]:
    """The ways in which a program writes the bytes of `character`: as windows-1252, and as Latin-1."""
    raw = character.encode()
    return list(dict.fromkeys(("".join(map(_windows, raw)), raw.decode("latin-1"))))


def _windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_RAW = {_windows(byte): byte for byte in range(0x80, 0x100)} | {
    chr(byte): byte for byte in range(0x80, 0x100)
}
_KNOWN = frozenset(_LETTERS + _SIGNS)
_SURE, _CAPITAL, _SMALL = set[str](), set[str](), set[str]()
for _character in _LETTERS + _SIGNS:
    for _written in _misread(_character):
        if _character in _SIGNS or _written[1] not in _BEHIND_CAPITALS:
            _SURE.add(_written)
        else:
            (_CAPITAL if _character.isupper() else _SMALL).add(_written)


def _any_of(written: set[str]) -> str:
    """A pattern for what follows the first character of one of `written`, which is looked back at."""
    ways = []
    for first in sorted({piece[0] for piece in written}):
        ends = sorted(piece[1:] for piece in written if piece[0] == first)
        single = f"[{re.escape(''.join(end for end in ends if len(end) == 1))}]"
        longer = [re.escape(end) for end in ends if len(end) > 1]
        ways.append(f"(?<={first})(?:{'|'.join([single] * (single != '[]') + longer)})")
    return "|".join(ways)


FIRST = "".join(sorted({piece[0] for piece in _SURE | _CAPITAL | _SMALL}))
"""The characters that a misread letter may begin with."""
_SECOND = frozenset(piece[1] for piece in _SURE | _CAPITAL | _SMALL)
_AT_START = r"(?<![^\W\d_]..)"
_FURTHER = "[{}]".format(re.escape("".join(sign for sign, byte in _RAW.items() if byte < 0xC0)))
BEHIND_FIRST = (
    rf"(?:{_any_of(_SURE)}|(?:{_any_of(_CAPITAL)})(?:(?<=[a-z]..)|(?=[a-zA-Z{FIRST}])|{_AT_START}(?<=Ã.))"
    rf"|(?:{_any_of(_SMALL)})(?:(?<=[a-z]..)|(?<=\b[A-Z]..)(?=[a-z])"
    rf"|{_AT_START}(?:(?=[a-z{FIRST}])|(?<=Ã.))))"
    rf"(?:[Â-ß]{_FURTHER}|[à-ï]{_FURTHER}{{2}})*"
)
"""What follows the first character in a run of misread letters; behind one any further UTF-8 counts."""
_RUN = re.compile(rf"[{FIRST}]{BEHIND_FIRST}")


def may_be_misread(text: str) -> bool:
    """False only when `text` holds no misread letter."""
    if text.isascii():
        return False
    for first in FIRST:
        # Looking from one to the next is far faster than an expression over the whole text.
        at = text.find(first)
        while at >= 0:
            if text[at + 1 : at + 2] in _SECOND:
                return True
            at = text.find(first, at + 1)
    return False


def well_read(run: str) -> str:
    """What a run of misread letters stands for."""
    best = run
    for _ in range(_MOST_ROUNDS):
        try:
            run = bytes(_RAW[character] for character in run).decode()
        except (KeyError, UnicodeDecodeError):
            break
        if _KNOWN.issuperset(run):
            best = run
    return best


def mended(text: str) -> str:
    """`text` with the letters that were misread."""
    return _RUN.sub(lambda run: well_read(run[0]), text) if may_be_misread(text) else text
