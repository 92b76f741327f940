"""What a single character outside visible ASCII stands for to a reader."""

import re
import unicodedata

from auditor.confidential.homoglyphs import HOMOGLYPHS

_LATIN_NAME = re.compile(
    "(?:LATIN (?:SMALL|CAPITAL) LETTER|LATIN LETTER SMALL CAPITAL|REGIONAL INDICATOR SYMBOL LETTER"
    "|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER) (AE|OE|[A-Z])(?: WITH .*)?$"
)
_DIGIT_NAME = re.compile("DINGBAT .*DIGIT (ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE)$")
_DIGIT_NAMES = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")
_BULLETS = "\u2022\u2023\u25cf\u25e6\u25aa\u25a0\u25cb\u2219\u22c5\u30fb"
_LATIN = 255
_SIGN = "\u00a4"
"""Stands for any sign beyond Latin-1 that means nothing here: arrows, pictures."""
_APART = {
    "\u2033": "''",
    "\u2034": "'''",
    "\u00b5": "u",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ĸ": "k",
    "\u2044": "/",
    "\u2215": "/",
    "\u2024": ".",
    "\u00b7": ".",
    "\u02da": "\u00b0",
}
_APART |= dict.fromkeys(_BULLETS, "*")


def plain_form(character: str) -> str:
    """What one character outside visible ASCII stands for; empty when it does not show."""
    category = unicodedata.category(character)
    if character in "\t\n\v\f\r\x85":
        return "\n" if character == "\x85" else character
    if category in ("Cf", "Mn", "Me", "Cc", "Cs") or character in "\u115f\u1160\u3164\uffa0\u034f":
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return "\n" if category != "Zs" else " "
    if category == "Pd" or character in "\u2212\u2043":
        return "-"
    if category in ("Pi", "Pf") or character in "\u02bc\u02b9\u2032\u00b4\u201a\u201e":
        return "'"
    return _fold_letter(character)


def _fold_letter(character: str) -> str:
    """The plain form of a letter, digit or other visible sign."""
    plain = HOMOGLYPHS.get(character) or _APART.get(character)
    if plain:
        return plain
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    name = unicodedata.name(character, "")
    if latin := _LATIN_NAME.match(name):
        return latin[1].lower()
    if dingbat := _DIGIT_NAME.match(name):
        return str(_DIGIT_NAMES.index(dingbat[1]) + 1)
    wide = unicodedata.normalize("NFKC", character)
    if name.startswith("VULGAR FRACTION"):
        # "12½" is twelve and a half, not 121/2.
        return " " + wide.replace("\u2044", "/")
    decomposed = unicodedata.normalize("NFKD", wide.casefold())
    kept = (c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))
    plain = "".join(HOMOGLYPHS.get(c) or _APART.get(c) or c for c in kept)
    sign = ord(character) > _LATIN and not plain.isascii() and not any(c.isalnum() for c in plain)
    return _SIGN if sign else plain
