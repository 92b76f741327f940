"""A person whose name must not get out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from auditor.confidential.common_words import word_set
from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.person.roles import TITLES, is_degree, without_degrees
from auditor.confidential.person.surnames import (
    FAMILY_FIRST,
    MARKS,
    devotion_ends,
    is_portuguese,
    is_spanish,
)
from auditor.confidential.person.typed import Typed, typed
from auditor.confidential.spelling import spellings

_SAINTS = ("st", "saint")
PARTICLES = word_set(
    "van von der den de del della di da dos das du la le las los el al bin ibn ter ten zu zur st ste saint "
    "san mac mc"
)
"""Words that begin a surname of several words."""
_JOINED_PARTICLE = re.compile(r"\b(de)(la|las|los)\b(?=\s)")


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name, folded. A surname may have several words ("van der berg", "smith-jones").

    `half` tells that the surname is only one of the two the person has, `second` that the given name is not
    the first one.
    """

    given: str = field(repr=False)
    middle: tuple[str, ...] = field(repr=False)
    surname: tuple[str, ...] = field(repr=False)
    half: bool = False
    second: bool = False


class Person(Fact):
    """Somebody whose name must not get out."""

    __slots__ = ("_doubtful", "_names", "_partly")

    def __init__(
        self, names: tuple[Name, ...], label: str = "person", *, doubtful: bool = False, partly: bool = False
    ) -> None:
        super().__init__(label)
        self._names = names
        self._doubtful = doubtful
        self._partly = partly

    @classmethod
    def parse(cls, name: str, label: str = "person") -> Self:
        """The person called `name`: "Given Middle Surname" or "Surname, Given", perhaps with a title, a
        role, degrees, a nickname in quotes or brackets, or a mailbox.

        Raises ValueError, without quoting the name, when there is no given name or no surname.
        """
        entry = typed(name)
        names = [variant for one in _typed_names(entry) for variant in _all_variants(one)]
        return cls(tuple(dict.fromkeys(names)), label, doubtful=entry.doubtful, partly=entry.partly)

    def weaknesses(self) -> list[str]:
        """What stands behind a comma may be a given name or anything else; beside a dash, another person."""
        found = []
        if self._doubtful:
            both = "what stands behind the comma may be a given name or a remark: looked for as both"
            found.append(f"{both}; write given name and surname alone")
        if self._partly:
            found.append(
                "some words beside a dash, a colon or a stroke are taken for a remark and not looked for; "
                "give each person an entry of their own"
            )
        return found

    def forms(self) -> int:
        """Each usual form of the given name, in each order, handle and title in which a name is written."""
        from auditor.confidential.person.forms import FORMS
        from auditor.confidential.person.nicknames import forms_of

        return len(FORMS) * sum(len(forms_of(name.given)) for name in self._names)

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        from auditor.confidential.person.finder import PersonFinder

        return PersonFinder(facts)

    @property
    def names(self) -> tuple[Name, ...]:
        """The parts of the name in each spelling, for the finder."""
        return self._names


def _typed_names(entry: Typed) -> Iterator[Name]:
    """The parts of each name in what was typed; those by a nickname or by the surname at birth as well."""
    for text in entry.names:
        for spelling in spellings(text):
            name = _parts(spelling)
            yield name
            for nickname in entry.nicknames:
                yield from (Name(given, (), name.surname) for given in spellings(nickname))
            for surname in entry.born:
                yield from (replace(name, surname=(born,)) for born in spellings(surname))


def _parts(name: str) -> Name:
    """The parts of a folded name."""
    first, comma, rest = name.partition(",")
    if comma and _words(rest) and not all(map(is_degree, _words(rest))):
        surname, others = _words(first), _words(rest)
    else:
        words = _words(first)
        if len(words) > 2 and words[0] in FAMILY_FIRST and words[1] in MARKS:
            words = [*words[1:], words[0]]
        begin = max(1, devotion_ends(words))
        inner = (i for i in range(begin, len(words) - 1) if words[i].rpartition("-")[2] in PARTICLES)
        cut = next(inner, len(words) - 1)
        surname, others = words[cut:], words[:cut]
    if surname and len(others) > 1 and others[0] in MARKS and surname[0] in FAMILY_FIRST:
        # "Thi" is no name to call anybody by.
        return Name(f"{others[0]}-{others[1]}", tuple(others[2:]), tuple(surname))
    if not others or not surname or len("".join(surname)) < 2:
        raise ValueError("a person needs a given name and a surname; a surname alone cannot be searched for")
    return Name(others[0], tuple(others[1:]), tuple(surname))


_HALF = 4
"""A half of a double surname counts from so many letters on."""


def _all_variants(name: Name) -> list[Name]:
    """The variants, and the name with the second given name alone."""
    from auditor.confidential.person.nicknames import is_given_name

    middle = name.middle[0] if len(name.middle) == 1 else ""
    called = [Name(middle, (), name.surname, half=True, second=True)] if is_given_name(middle) else []
    return [*_variants(name), *called, *_by_first_of_two(name)]


def _by_first_of_two(name: Name) -> list[Name]:
    """ "Luz Elena Garza" for Luz Elena Garza Treviño: with both given names the first surname is enough."""
    from auditor.confidential.person.nicknames import WRITTEN_SHORT, forms_of

    words = (name.given, *name.middle, *name.surname)
    if len(words) != 4 or PARTICLES.intersection(words) or len(name.surname) > 2 or len(words[2]) < _HALF:
        return []
    if devotion_ends([*words]) or name.given in MARKS:
        return []
    first = [name.given, *sorted(forms_of(name.given) & WRITTEN_SHORT)]
    return [Name(f"{given}-{words[1]}", (), (words[2],), half=True) for given in first]


def _variants(name: Name) -> list[Name]:
    """The name, and the same as the person is called for short."""
    if name.given.partition("-")[0] in MARKS and name.surname[0] in FAMILY_FIRST:
        return [name, replace(name, given=name.given.partition("-")[2])]
    if devoted := devotion_ends([name.given, *name.middle]):
        # "Carmen" for "María del Carmen"
        words = name.middle[devoted - 2 :]
        short = Name(words[0], words[1:], name.surname)
        found = [*_by_surname(short), *_by_surname(Name(name.given, words, name.surname))]
        if len(words) == 2 and len(name.surname) == 1 and len(words[1]) >= _HALF:
            # Two surnames: she is called by the first of them.
            found.append(Name(words[0], (), words[1:], half=True))
        return found
    if name.surname[0] in _SAINTS:
        # "zoe.saintclair" and "zoe.stclair"
        return [replace(name, surname=(saint, *name.surname[1:])) for saint in _SAINTS]
    return _by_surname(name)


def _by_surname(name: Name) -> list[Name]:
    """The name, and the same by the first of two surnames, by which Spanish speakers are usually called;
    of a double surname by either.
    """
    if len(name.surname) == 1 and name.surname[0].count("-") == 1:
        # "Núñez-Ibarra" is two surnames too.
        head, tail = name.surname[0].split("-")
        if is_spanish(head):
            return [name, replace(name, surname=(head,))]
        halves = [half for half in (head, tail) if len(half) >= _HALF]
        return [name, *(replace(name, surname=(half,), half=True) for half in halves)]
    first, last = name.middle[-1] if name.middle else "", name.surname[-1]
    double = (is_spanish(first) or is_portuguese(first)) and (is_spanish(last) or is_portuguese(last))
    if not double or len(name.surname) > 1:
        return [name]
    given = name.middle[:-1]
    both, alone = Name(name.given, given, (first, last)), Name(name.given, given, (first,))
    return [both, alone] if is_spanish(last) else [name, both]


def _words(text: str) -> list[str]:
    """The words of a name without titles and letters after the name; "dela Cruz" is "de la Cruz"."""
    apart = _JOINED_PARTICLE.sub(r"\1 \2", text)
    words = [word.strip(".'-") for word in re.split(r"[^\w'-]+", apart) if word.strip(".'-")]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return without_degrees(words)
