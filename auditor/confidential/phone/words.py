"""Digits written as words, and letters that stand for digits on a keypad."""

import re
from collections.abc import Iterator
from itertools import repeat

from auditor.confidential.english_numbers import TEENS, TENS, UNITS
from auditor.confidential.glance import Glance

_UNITS = {
    **UNITS, "naught": 0,
    # Spanish, French, German, Italian, Portuguese, Dutch (folded)
    "cero": 0, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9,
    "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
    "null": 0, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "funf": 5, "fuenf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9,
    "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9,
    "um": 1, "dois": 2, "quatro": 4, "sete": 7, "oito": 8, "meia": 6,
    "nul": 0, "een": 1, "twee": 2, "drie": 3, "vijf": 5, "zes": 6, "zeven": 7, "negen": 9,
}  # fmt: skip
_TENS = {word: value // 10 for word, value in TENS.items()}
_FRENCH_TEENS = {
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "dixsept": 17, "dixhuit": 18, "dixneuf": 19,
}  # fmt: skip
_FRENCH_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "octante": 80,
    "huitante": 80, "quatrevingt": 80, "quatrevingts": 80, "nonante": 90,
}  # fmt: skip
"""Telephone numbers are read out in pairs in French; Belgium and Switzerland have tens of their own."""
_FRENCH_UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9,
}  # fmt: skip
_FRENCH_UNIT = "deux|trois|quatre|cinq|six|sept|huit|neuf"
_FRENCH_TEEN = r"dix[\s-]?(?:sept|huit|neuf)|dix|onze|douze|treize|quatorze|quinze|seize"
_FRENCH_PAIR = (
    rf"(?:soixante|quatre[\s-]?vingts?)(?:[\s-](?:et[\s-])?(?:{_FRENCH_TEEN}|une?|{_FRENCH_UNIT})(?![a-z]))?"
    r"|(?:vingt|trente|quarante|cinquante|septante|octante|huitante|nonante)"
    rf"(?:[\s-](?:et[\s-])?(?:une?|{_FRENCH_UNIT})(?![a-z]))?|{_FRENCH_TEEN}"
)
"""In France one counts on from sixty and eighty: "soixante-dix-huit" is 78."""
_FRENCH = (
    rf"(?:{_FRENCH_UNIT})[\s-]cents?(?:[\s-](?:{_FRENCH_PAIR}|un|{_FRENCH_UNIT})(?![a-z]))?|{_FRENCH_PAIR}"
)


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ENGLISH = "one|two|three|four|five|six|seven|eight|nine"
_ITEM = (
    rf"(?:(?:double|triple|treble)[\s-](?:{_either(_UNITS)}|o|\d)"
    rf"|(?:{_either(_TENS)})(?:[\s-]?(?:{_ENGLISH}))?|{_either(TEENS)}"
    rf"|(?:{_ENGLISH})[\s-]hundred|{_FRENCH}|{_either(_UNITS)})(?![a-z])"
)
GROUP = re.compile(rf"\d+|(?<![a-z]){_ITEM}|(?<![a-z0-9])o(?=[\s,.-]{{1,3}}{_ITEM})")
"""A run of figures, or one number word."""
_APART = r"[\s,.:;/|()-]{1,4}"
_SPELLED_RUN = re.compile(
    rf"(?<![a-z0-9]){_ITEM}(?:{_APART}(?:(?<![a-z])(?:{_ITEM}|o(?![a-z]))|\d{{1,4}})){{2}}"
    rf"|\d{{2,4}}{_APART}(?<![a-z]){_ITEM}{_APART}\d{{2,4}}(?!\d)"
)
_BESIDE_WORD = re.compile(rf"\d{{2}}{_APART}\Z")
_WORD_BESIDE = re.compile(rf"(?<![a-z]){_ITEM}{_APART}\d{{2,4}}(?!\d)")
_LONGEST_APART = 6
"""Two figures, and what may stand between them and a number word."""
_GLUED_WORDS = (*_ENGLISH.split("|"), "zero", "oh", "twelve", "twenty")
_WORD_BEHIND = rf"(?=[eotfsnz])(?=(?:{'|'.join(_GLUED_WORDS)})(?:t?een|t?y|r)?(?:{_ENGLISH})?(?![a-z]))"
_WORD_BEFORE = "(?<=[a-z]0)(?<={})(?:{})".format(
    "|".join(sorted({f"{word[-2:]}0" for word in _GLUED_WORDS})),
    "|".join(rf"(?<=[^a-z]{word}0)|(?<=ty{word}0)" for word in _GLUED_WORDS),
)
_GLUED = re.compile(f"0(?:{_WORD_BEHIND}|{_WORD_BEFORE})".encode())
"""A number word right beside a figure, every figure being a nought ("five55").

For speed it begins with the figure, and looks first at a letter or two of the word.
"""
_LETTERS = re.compile(rb"[a-z]+")
_LONE_O = b" o "
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_MARKS = {
    word.encode(): 1
    for word in (
        "hundred",
        *_UNITS,
        *TEENS,
        *_TENS,
        *_TIMES,
        *(tens + unit for tens in _TENS for unit in _ENGLISH.split("|")),
        *_FRENCH_TEENS,
        *_FRENCH_TENS,
        "cent",
        "cents",
        "vingts",
        "une",
    )
}
_WHOLE = {
    "o": "0",
    **{word: str(value) for word, value in (_UNITS | TEENS).items()},
    **{word: f"{value}0" for word, value in _TENS.items()},
}
_FIGURES = re.compile(r"\d+")
_KEYPAD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")


def has_spelled_run(text: str) -> bool:
    """True when three number words, or words and figures, follow one another in folded `text`."""
    return _SPELLED_RUN.search(text) is not None


def has_glued_word(ruled: bytes) -> bool:
    """True when a number word is run together with figures; in `ruled` every figure is a nought."""
    return _GLUED.search(ruled) is not None


def spells(seen: Glance) -> bool:
    """What `has_spelled_run` tells, by a look at the number words alone."""
    if not may_spell(seen.words):
        return False
    text = seen.text
    for at in _places(text, seen.words):
        if _SPELLED_RUN.match(text, at):
            return True
        if _BESIDE_WORD.search(text, max(0, at - _LONGEST_APART), at) and _WORD_BESIDE.match(text, at):
            return True
    return False


def worded_groups(seen: Glance) -> Iterator[re.Match[str]]:
    """What `GROUP` finds in a text, by a look where figures and number words begin."""
    text, done = seen.text, 0
    starts = [found.start() for found in _FIGURES.finditer(text)]
    starts += _places(text, seen.words)
    at = seen.spaced.find(_LONE_O)
    while at >= 0:
        starts.append(at)
        at = seen.spaced.find(_LONE_O, at + 1)
    for start in sorted(starts):
        at = start
        # "double 55" is two groups, of which the second begins amid the figures.
        while at >= done and (found := GROUP.match(text, at)):
            at = done = found.end()
            yield found


def _places(text: str, words: list[bytes]) -> list[int]:
    """Where the number words begin in a text that is made of `words`; a few other places are among them."""
    known = _MARKS.keys() & _LETTERS.findall(b" ".join(set(words)))
    starts: list[int] = []
    for word in (mark.decode() for mark in known):
        at = text.find(word)
        while at >= 0:
            starts.append(at)
            at = text.find(word, at + 1)
    return starts


def may_spell(words: list[bytes]) -> bool:
    """False only when `has_spelled_run` is: far cheaper, on the runs of letters and figures of a text.

    Words are looked up in a table, which is faster than one expression for all of them; what stands
    around a number word is looked at only then.
    """
    if _MARKS.keys().isdisjoint(words):
        return False
    marks = bytes(map(_MARKS.get, words, repeat(0)))
    at = marks.find(1)
    while at >= 0:
        first = last = at
        while last - first < 2 and first > 0 and _is_item(words[first - 1]):
            first -= 1
        while last - first < 2 and last + 1 < len(words) and _is_item(words[last + 1]):
            last += 1
        if last - first >= 2:
            return True
        at = marks.find(1, at + 1)
    return False


def _is_item(word: bytes) -> bool:
    """True for a number word, a part of one ("vingt et un"), what begins so, or figures at either end."""
    letters = _LETTERS.match(word)
    if letters is None or word[-1:].isdigit():
        return True
    return letters[0] in (b"o", b"et", b"vingts") or letters[0] in _MARKS


def digits_of(item: str) -> str:
    """The digits that one group stands for."""
    if item[0].isdigit():
        return item
    if item in _WHOLE:
        return _WHOLE[item]
    if french := _french(item):
        return french
    words = item.replace("-", " ").split()
    if words[0] in _TIMES:
        return digits_of(words[1]) * _TIMES[words[0]]
    if words[-1] == "hundred":
        return f"{_UNITS[words[0]]}00"
    tens = next(tens for tens in _TENS if item.startswith(tens))
    unit = item[len(tens) :].strip("- \t\r\n\x0b\x0c")
    return f"{_TENS[tens]}{_UNITS[unit]}"


def _french(item: str) -> str:
    """The two or three digits of a French number from ten on in folded words, "" for any other item."""
    words = [word for word in item.replace("-", " ").split() if word != "et"]
    if len(words) > 1 and words[1] in ("cent", "cents"):
        below = _below_hundred("".join(words[2:]))
        return "" if below is None else str(100 * _FRENCH_UNITS[words[0]] + below)
    value = _below_hundred("".join(words))
    return str(value) if value and value >= 10 else ""


def _below_hundred(run: str) -> int | None:
    """The value of a French number below a hundred, run together; nothing is nought."""
    known = _FRENCH_TEENS | _FRENCH_UNITS | {"": 0}
    if run in known:
        return known[run]
    for tens in sorted(_FRENCH_TENS, key=len, reverse=True):
        if run.startswith(tens):
            rest = known.get(run.removeprefix(tens))
            return None if rest is None else _FRENCH_TENS[tens] + rest
    return None


def on_keypad(letters: str) -> str:
    """The digits under the letters of a keypad (ITU-T E.161)."""
    return letters.translate(_KEYPAD)
