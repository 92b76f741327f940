"""Texts in Latin letters whose character set nobody declared, told by the letters that come out.

Such a text has one byte for each letter. Nearly always the set is windows-1252, which browsers take for
granted (WHATWG Encoding Standard, 4.2). Statistics over letters go wrong where a line or a page holds few
bytes beyond ASCII, so each set is judged by what no language writes instead: signs within a word, capitals
behind small letters, letters that no single alphabet has.
"""

import codecs
import re
from collections import Counter
from itertools import islice

_USUAL = "cp1252"
_NEAR = (_USUAL, "iso8859-15", "cp1250", "iso8859-2", "cp1254")
"""Sets that have the letters of the languages below in the same places as the usual one, or nearly."""
_FAR = ("mac_roman", "cp850", "cp852", "mac_latin2")
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "áéíóúüñçàèòïªº",  # Spanish, Catalan
        "áâãàçéêíóôõúüªº",  # Portuguese
        "àâæçéèêëîïôœùûüÿ",  # French
        "äöüßéàè",  # German
        "àèéìíîòóùúªº",  # Italian
        "éèëïöüáóíúäêç",  # Dutch
        "åäöéàüøæòóôêâè",  # Danish, Finnish, Norwegian, Swedish
        "áéíóúýþæöð",  # Icelandic, Irish
        "ąćęłńóśźżéü",  # Polish
        "áčďéěíňóřšťúůýžäĺľôŕöü",  # Czech, Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîșțşţ",  # Romanian
        "čćđšžáéöü",  # Croatian, Slovene
        "çğıiöşüâîû",  # Turkish; a capital İ has an i for its first letter
        "äõöüšžå",  # Estonian
    )
)
_SIGNS = frozenset("\xa0\xad¡¿«»‹›“”„‘’‚–—…•·°º²³¹ª€£¢¥©®™§´`¨½¼¾×±&†")
_JOINING = frozenset("\xa0\xad‘’·–—…")
"""Signs that may stand between two letters; that is seldom so, and a letter of another set more likely."""
_NOT_BEHIND = frozenset("¡¿„‚¼½¾¤")
"""Signs that do not stand right behind a letter."""
_ELISION = re.compile(r"(?i)(?:\b(?:[cdjlmnost]|qu)’(?=\w)|(?<=\w)’(?=(?:[sdmt]|re|ll|ve)\b)|(?<=s)’(?!\w))")
_WORD = re.compile(rb"[A-Za-z0-9]*[\x80-\xff][A-Za-z0-9\x80-\xff]*")
_ASCII = bytes(range(128))
_RUN = re.compile(rb"[\x80-\xff]{3}")
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf1-\xf4][\x80-\xbf]{3}")
_MOST_WORDS = 1_000
_MOST_READINGS = 3
_MOST_IF_SHORT = 5
_SHORT = 4096
"""Bytes of a text that is read in every set that may be right, as that costs next to nothing."""
_TOLERATED = 0.34
"""The largest share of words with a fault in a set that is still believed."""


def readings(body: bytes) -> tuple[list[str], bool]:
    """`body`, which is no valid UTF-8, in the sets that explain it best, and whether one explains all of it.

    None when it is no text in Latin letters.
    """
    words = [found[0] for found in islice(_WORD.finditer(body), _MOST_WORDS)]
    told = b"\n".join(words)
    sequences = len(_UTF_8.findall(told))
    stray = len(_UTF_8.sub(b"", told).translate(None, _ASCII))
    if sequences > 4 * stray:
        return [mostly_utf_8(body)], True
    mixed = [mostly_utf_8(body)] if sequences >= stray else []
    if 4 * sum(map(_is_foreign, words)) > len(words):
        return mixed, False
    best, least = _best(told, short=len(body) <= _SHORT)
    if least > _TOLERATED * len(words):
        return mixed, False
    sets = dict.fromkeys((*best, _USUAL))
    return list(dict.fromkeys((*(body.decode(name, "replace") for name in sets), *mixed))), least == 0


def mostly_utf_8(body: bytes) -> str:
    """`body` in UTF-8, and what is no UTF-8 in it in the usual set."""
    return body.decode("utf-8", _MENDING)


def _is_foreign(word: bytes) -> bool:
    """Whether a word is made of bytes beyond ASCII, as in Greek, Cyrillic and the sets of two bytes."""
    return _RUN.search(word) is not None and len(word.translate(None, _ASCII)) > 2 * len(word) / 3


def _best(told: bytes, *, short: bool) -> tuple[list[str], int]:
    """The sets in which the fewest faults come out of the words `told`, the likeliest first, and how many."""
    usual = told.decode(_USUAL, "replace")
    least, doubtful = _faults(usual)
    names = (*_NEAR, *_FAR) if short or least or doubtful else _NEAR
    texts: dict[str, str] = {}
    for name in names:
        texts.setdefault(told.decode(name, "replace"), name)
    faults = {name: _faults(text)[0] for text, name in texts.items()}
    least = min(faults.values())
    best = [name for name in faults if faults[name] == least]
    return best[: _MOST_IF_SHORT if short else _MOST_READINGS], least


def _faults(text: str) -> tuple[int, bool]:
    """How many characters of `text` no language writes so, and whether others are doubtful."""
    faults, doubtful = 0, False
    letters: Counter[str] = Counter()
    text = _ELISION.sub("'", f"\n{text}\n")
    for at, character in enumerate(text):
        if character < "\x80":
            continue
        before, after = text[at - 1], text[at + 1]
        if character.isalpha() and character not in _SIGNS:
            letters[character.lower()[0]] += 1
            wrong = before.islower() if character.isupper() else before.isupper() and after.isupper()
        elif character not in _SIGNS or (before.isalpha() and character in _NOT_BEHIND):
            wrong = True
        else:
            within = before.isalpha() and after.isalpha()
            wrong = within and character not in _JOINING
            doubtful = doubtful or within or (before.islower() and character in "—–’‘“")
        faults += wrong
    foreign = min(sum(n for c, n in letters.items() if c not in known) for known in _ALPHABETS)
    return faults + foreign, doubtful


def _in_usual_set(error: UnicodeError) -> tuple[str, int]:
    """Reads the bytes that are no UTF-8; the decoder itself finds them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(_USUAL, "replace"), error.end


_MENDING = "auditor-mostly-utf-8"
codecs.register_error(_MENDING, _in_usual_set)
