"""Reads a name as a person types it: with a form of address, a role, degrees, a nickname or a mailbox."""

import re
from dataclasses import dataclass

from auditor.confidential.common_words import COMMON, word_set
from auditor.confidential.fold import fold
from auditor.confidential.person.nicknames import GIVEN, is_given_name
from auditor.confidential.person.roles import (
    DEGREES,
    begins_with_rank,
    is_degree,
    is_role,
    without_role,
    without_titles,
)
from auditor.confidential.person.surnames import is_portuguese, is_spanish

_MAIL = re.compile(r"[<(\[]?(?:mailto:)?[\w.+-]+@[\w.-]+\.\w+[>)\]]?|<[^<>]*>", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\S)@\w+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s(?!\w)", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?:\b(?:tel|phone|cell|mobile|ext|x|fax)\b[.:]?\s*)?[+(]*\d[\d\s().+/-]*", re.IGNORECASE
)
_NEE = re.compile(
    r"[(\[,]?\s*\b(?:n[ée]e|formerly|geb(?:\.|orene?)|maiden name|nata|de soltera)[:\s]\s*"
    r"(?P<surname>[^\W\d_][^\W\d_'’-]*)\s*[)\]]?",
    re.IGNORECASE,
)
_AKA = re.compile(
    r"[(\[,]?\s*(?:\b(?:a\.?k\.?a\.?|known as|called|goes by|alias|genannt|dite?|apodad[ao])[:\s])\s*"
    r"[\"'“”‘’«»]*(?P<name>[^\W\d_][^\W\d_'’-]*)[\"'“”‘’«»]*\s*[)\]]?",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\"“”„«»]\s*(?P<name>[^\"“”„«»]*?)\s*[\"“”«»]|(?<!\w)['‘‚](?P<single>[^'‘’]{2,20})['’](?!\w)"
)
_BRACKETS = re.compile(r"[(\[（](?P<inner>[^()\[\]（）]*)[)\]）]?")
_ONE_NAME = re.compile(r"[^\W\d_][^\W\d_'’-]+")
_APART = re.compile(r"\s+[-–—]+\s+|\s*[|\t]\s*|\s*:\s+")
"""Signs between a name and a remark."""
_PEOPLE = re.compile(r"\s*[;\n/&+]\s*|\s+(?:and|und|et|og|och)\s+", re.IGNORECASE)
"""Signs and words between two people."""
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Za-z]{1,4}\.\s?){1,4}(?!\w)")
_FULL = 2
"""A whole name has a given name and a surname."""
_PARTICLE = word_set(
    "van von der den de del della di da dos das du la le las los el al bin ibn ter ten zu st saint san"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed name says: `names`, each "Given Surname" or "Surname, Given" without anything else.

    `nicknames` count as given names, `born` are other surnames. With `doubtful` there is more than one
    name because it cannot be told which words are the surname; with `partly` something beside a dash may
    be one more name, and is taken for none.
    """

    names: tuple[str, ...]
    nicknames: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    doubtful: bool = False
    partly: bool = False


def typed(text: str) -> Typed:
    """The name in what was typed, which is not shown in any error."""
    text = _POSSESSIVE.sub("", _HANDLE.sub(" ", _NUMBERS.sub(" ", _MAIL.sub(" ", text))))
    nicknames: list[str] = []
    born = [found["surname"] for found in _NEE.finditer(text)]
    text = _NEE.sub(" ", text)
    nicknames += [found["name"] for found in _AKA.finditer(text)]
    text = _AKA.sub(" ", text)
    for found in _QUOTED.finditer(text):
        nicknames.append(found["name"] or found["single"] or "")
    text = _QUOTED.sub(" ", text)
    for found in _BRACKETS.finditer(text):
        inner = found["inner"].strip()
        small = _is_lower(inner) and _is_capital(text)
        if _ONE_NAME.fullmatch(inner) and not (small or is_role(inner) or is_degree(inner.lower())):
            nicknames.append(inner)
    text = _BRACKETS.sub(" ", text)
    read = [_names(_degrees_joined(piece)) for piece in _people(text)]
    names = [name for found, _ in read for name in found]
    single = (nick for nick in nicknames if _ONE_NAME.fullmatch(nick))
    doubtful = any(unclear for _, unclear in read)
    nicks, maiden = tuple(dict.fromkeys(single)), tuple(dict.fromkeys(born))
    return Typed(tuple(names), nicks, maiden, doubtful, _passes_over(text))


def plain_names(text: str) -> tuple[str, ...]:
    """The names in what was typed, without whatever else stands beside them."""
    return typed(text).names


def _people(text: str) -> list[str]:
    """The name of each person in `text`; one given name beside another has the same surname."""
    found = [name for piece in _PEOPLE.split(text.strip()) if piece.strip() for name in _name_pieces(piece)]
    named = [piece for piece in found if len(_plain(piece)) >= _FULL and not is_role(piece)]
    if not named:
        return found[:1] or [text]
    surname = (without_role(named[-1].partition(",")[0]).split() or [""])[-1]
    alone = [
        f"{plain} {surname}"
        for piece in found[: found.index(named[-1])]
        if len(_plain(piece)) == 1
        and not is_role(piece)
        and _ONE_NAME.fullmatch(plain := without_titles(piece))
    ]
    return [*alone, *named]


def _name_pieces(text: str) -> list[str]:
    """The pieces with the name of a person among those that a dash, a colon or a stroke keeps apart."""
    names = _may_be_names(text)
    people = [name for name in names if _is_person(name)] if len(names) > 1 else names
    return people or names[:1] or [text]


def _may_be_names(text: str) -> list[str]:
    pieces = [piece for piece in _APART.split(text) if piece.strip()]
    return [piece for piece in pieces if len(_plain(piece)) >= _FULL and not is_role(piece)]


def _is_person(text: str) -> bool:
    """True unless a plain word tells of a house, a shift or an office; a usual given name tells of one."""
    words = _plain(text)
    if is_given_name(words[0]) or (words[0] in GIVEN and COMMON.isdisjoint(words[1:])):
        return True
    return _is_capital(text) and COMMON.isdisjoint(words)


def _passes_over(text: str) -> bool:
    """True when `text` has a piece that may be a name, and is not taken for one."""
    pieces = [piece for piece in _PEOPLE.split(text.strip()) if piece.strip()]
    left = (name for piece in pieces for name in _may_be_names(piece) if name not in _name_pieces(piece))
    return any(
        all(word[:1].isupper() for word in name.split()) and not COMMON.issuperset(_plain(name))
        for name in left
    )


def _degrees_joined(text: str) -> str:
    """ "Ph.D." and "L.C.S.W." as one word each."""

    def joined(found: re.Match[str]) -> str:
        letters = re.sub(r"[.\s]", "", found[0])
        return f" {letters} " if letters.lower() in DEGREES else found[0]

    return _DOTTED.sub(joined, text)


def _names(text: str) -> tuple[list[str], bool]:
    """The readings of a name with commas, and whether it cannot be told which is right."""
    parts = [part.strip() for part in text.split(",") if part.strip(" .")]
    parts = [part for part in parts if not all(map(is_degree, _words(part)))] or parts
    if not parts:
        return [text], False
    kept = [without_titles(part) for part in _without_roles(parts)]
    if len(kept) == 1:
        name = without_role(kept[0])
        ranked = [name.partition(" ")[2]] if begins_with_rank(name) else []
        return [*_in_capitals(name), *ranked], False
    first, second = kept[0], kept[1]
    turned = f"{first}, {second}"
    words = _plain(first)
    if len(words) < _FULL or words[0] in _PARTICLE or is_spanish(words[0]) or is_portuguese(words[0]):
        return [turned], False
    return [turned, without_role(first)], True


def _without_roles(parts: list[str]) -> list[str]:
    """The parts that are not what somebody does. A part in small letters behind a name is no name either."""
    named, several = _is_capital(parts[0]), len(_plain(parts[0])) >= _FULL
    kept = [
        part
        for at, part in enumerate(parts)
        if not is_role(part, whole=not (at and several)) and not (at and named and _is_lower(part))
    ]
    return kept if sum(len(_plain(part)) for part in kept) >= _FULL else parts


def _in_capitals(name: str) -> list[str]:
    """ "OKEREKE Danielle": the surname first, told by its capitals."""
    words = name.split()
    shouted = [word.isupper() and (len(word) > _FULL or word.lower() in _PARTICLE) for word in words]
    count = shouted.index(False) if False in shouted else 0
    if (
        not count
        or len(words[count - 1]) <= _FULL
        or any(word.isupper() and len(word) > 1 for word in words[count:])
    ):
        return [name]
    return [name, f"{' '.join(words[:count])}, {' '.join(words[count:])}"]


def _plain(text: str) -> list[str]:
    return [word for word in _words(without_titles(text)) if not is_degree(word)]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", fold(text).text)


def _is_capital(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split())


def _is_lower(text: str) -> bool:
    """True for words without capitals that begin with no particle: "cruz, de la" has the name behind it."""
    return (
        all(not word[:1].isupper() for word in text.split())
        and _words(text)[:1] != []
        and _words(text)[0] not in _PARTICLE
    )
