"""The address as a fact that can be searched for."""

from collections.abc import Sequence
from typing import Self

from auditor.confidential.address.finder import AddressFinder
from auditor.confidential.address.forms import Target
from auditor.confidential.address.model import Parts
from auditor.confidential.address.typed.as_typed import street_as_typed, tells_a_door
from auditor.confidential.address.typed.several import has_another, parse_all
from auditor.confidential.address.vocabulary.numbers import in_words
from auditor.confidential.address.vocabulary.streets import STREET_TYPES
from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.core.status import Grade

_PARTS_OF_BRITAIN = dict.fromkeys(("scotland", "wales", "northernireland", "britain"), "GB")


class Address(Fact):
    """A postal address. Made by `Address.parse`; asked by `find_in` and `mask`."""

    __slots__ = ("_others", "_target", "_typed")

    def __init__(self, target: Target, typed: str, others: Sequence[Target] = ()) -> None:
        super().__init__(target.label)
        self._target = target
        self._others = tuple(others)
        self._typed = typed

    @classmethod
    def parse(cls, text: str, label: str = "address") -> Self:
        """The address in `text`, on one line or several. Parts that cannot be told stay unsearched.

        `weaknesses` says what is lacking; an address without number and street finds nothing. Two
        addresses in one entry, or one in two languages, are each searched for.
        """
        first, *others = (Target(parts) for parts in parse_all(text, label))
        return cls(first, text, others)

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        return AddressFinder([target for fact in facts for target in fact._targets()])  # noqa: SLF001 - own class

    def _targets(self) -> tuple[Target, ...]:
        return self._target, *self._others

    def weaknesses(self) -> list[str]:
        """What this address lacks to be found in every form, in plain words."""
        found = list(dict.fromkeys(lack for target in self._targets() for lack in _lacking(target.parts)))
        if not self._others and has_another(self._typed, self.label):
            found.append(
                "more than one number and street: only one of them is searched for; enter each by itself"
            )
        if reason := self.unsearched():
            found.append(reason)
        return found

    @property
    def country(self) -> str:
        """The country (ISO 3166) that the address names, or that its postcode gives away; or empty."""
        named = self._target.parts.country
        return _PARTS_OF_BRITAIN.get(named, named.upper())

    def unsearched(self) -> str:
        """Says so when number and street were told wrongly, so that not even the typed words are found."""
        parts = self._target.parts
        whole = parts.number and (parts.name or parts.route)
        if whole and all(match.grade is Grade.PARTIAL for match in self.find_in(self._typed)):
            return (
                "taken apart wrongly: it is found as typed at best; put commas between street, unit and town"
            )
        return ""

    def as_typed(self, *, plain: bool) -> list[str]:
        """What to look for as it is written besides. `plain` tells that the rules know the script and signs.

        Nothing where the rules find what was typed, or where it is no more than a street or a town.
        """
        grades = {match.grade for match in self.find_in(self._typed)}
        if grades - {Grade.PARTIAL}:
            return []
        if not plain:
            return list(dict.fromkeys([self._typed, street_as_typed(self._typed)]))
        untold = not grades or self.unsearched()
        return [self._typed] if untold and tells_a_door(self._typed, self._target.parts.postcode) else []

    def forms(self) -> int:
        """In how many spellings of number and street the address is looked for, typing errors not counted."""
        return sum(map(_forms, self._targets()))


def _lacking(parts: Parts) -> list[str]:
    """What one address lacks, in plain words."""
    found = []
    if not parts.number:
        found.append("no house number: only the street together with its town or postcode can be found")
    if not parts.name and not parts.route:
        found.append("no street: only the house number together with the postcode can be found")
    if not parts.towns and not parts.postcode:
        found.append("no town or postcode: the same number and street in another town look the same")
    if parts.name and not parts.types and not parts.route:
        found.append("no kind of street (Street, Avenue, ...): other streets of that name look the same")
    return found


def _forms(target: Target) -> int:
    parts = target.parts
    ways = 3 + len(in_words(int(parts.number))) if parts.number.isdecimal() else 3
    kinds = sum(bool(meanings & parts.types) for meanings in STREET_TYPES.values()) + 1
    directions = 5 if parts.before or parts.after else 1
    return ways * max(1, len(target.forms)) * kinds * directions
