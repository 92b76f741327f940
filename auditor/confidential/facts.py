"""All confidential facts of an agency: read from a table or the environment, never shown."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from auditor.confidential.address import Address
from auditor.confidential.fact import Fact
from auditor.confidential.fingerprints import KEY, VARIABLE, Fingerprints, checked_key, new_key, plainest
from auditor.confidential.fold import fold
from auditor.confidential.literal import Literal
from auditor.confidential.name import PlaceName
from auditor.confidential.person import Person, plain_names
from auditor.confidential.phone import Phone, region_of
from auditor.confidential.place import DEFAULT_RADIUS_M, Place
from auditor.confidential.plate import Plate
from auditor.confidential.reader import Entry, sections
from auditor.confidential.searcher import Searcher
from auditor.confidential.secret import Secret
from auditor.core.agency import Public
from auditor.core.errors import ConfigurationError
from auditor.core.match import strongest
from auditor.core.status import Grade, Kind

SCHEMA = 1
_KINDS: dict[type[Fact], Kind] = {
    Address: Kind.ADDRESS,
    Phone: Kind.PHONE,
    Place: Kind.COORDINATES,
    Person: Kind.PERSON,
    PlaceName: Kind.NAME,
    Plate: Kind.PLATE,
}
_PLAIN = re.compile(r"[a-z0-9\s.,;:'()/#&-]*")
"""Folded text whose script and signs the rules for addresses, names and people are written for."""


class Facts(Secret):
    """An unchangeable collection of confidential facts. It shows how many there are, never which."""

    __slots__ = ("_facts", "_table", "has_own_key")

    def __init__(self, facts: Sequence[Fact] = (), table: Mapping[str, Any] | None = None) -> None:
        super().__init__("confidential facts")
        self._facts = tuple(facts)
        self._table = dict(table or {})
        self.has_own_key = KEY in self._table
        """False when the key of the fingerprints was drawn for this run, and is gone after it."""
        self._table.setdefault(KEY, new_key())

    @classmethod
    def from_table(cls, table: Mapping[str, Any], name: str = "confidential.toml") -> Self:
        """The facts in `table`, shaped like confidential.toml; `name` is what errors call the source.

        Raises ConfigurationError naming section, entry and key, never a value.
        """
        schema = table.get("schema", SCHEMA)
        if schema != SCHEMA:
            newer = isinstance(schema, int) and schema > SCHEMA
            raise ConfigurationError(
                f"{name} has a schema that this version does not know (it reads {SCHEMA})",
                "upgrade agency-auditor" if newer else f"write schema = {SCHEMA}",
            )
        entries = list(sections(table, name))
        built = {at: list(_BUILD[e.section](e)) for at, e in enumerate(entries) if e.section != "phone"}
        regions = _regions(
            (fact for made in built.values() for fact in made),
            (entry.text("number") for entry in entries if entry.section == "phone"),
        )
        for at, entry in enumerate(entries):
            if entry.section == "phone":
                built[at] = list(_phone(entry, regions))
        facts = [fact for at in range(len(entries)) for fact in built[at]]
        if KEY in table:
            table = {**table, KEY: checked_key(table[KEY], f"{name}: {KEY}")}
        return cls(facts, table)

    @classmethod
    def from_environment(
        cls, table: Mapping[str, Any], environment: Mapping[str, str], name: str = "AUDITOR_CONFIDENTIAL"
    ) -> Self:
        """The facts in `table` (read from `name`), and those in two plain variables:

        AUDITOR_ADDRESS, one address a line, and AUDITOR_PHONES, one number a line or after a comma. What
        the table holds in the same words is not taken twice. Raises ConfigurationError naming variable and
        line, never a value.
        """
        facts = list(cls.from_table(table, name))
        merged = {key: list(value) if isinstance(value, list) else value for key, value in table.items()}
        addresses = environment.get("AUDITOR_ADDRESS", "").splitlines()
        phones = environment.get("AUDITOR_PHONES", "").replace(",", "\n").replace(";", "\n").splitlines()
        for variable, section, key, lines in (
            ("AUDITOR_ADDRESS", "address", "text", addresses),
            ("AUDITOR_PHONES", "phone", "number", phones),
        ):
            held = [entry for entry in merged.get(section, ()) if isinstance(entry, Mapping)]
            known, words = len(held), {_words(str(entry.get(key, ""))) for entry in held}
            for index, line in enumerate((line for line in lines if line.strip()), 1):
                if _words(line) in words:
                    continue
                value = {key: line.strip()}
                entry = Entry(section, known + index, value, f"{variable}, line {index}")
                facts += (
                    _phone(entry, _regions(facts, phones)) if section == "phone" else _BUILD[section](entry)
                )
                merged.setdefault(section, []).append(value)
        return cls(facts, merged)

    def keyed(self, environment: Mapping[str, str]) -> Self:
        """The same facts with the key of AUDITOR_FINGERPRINT_KEY, where that is set.

        Raises ConfigurationError, without the value, for a key that could be guessed.
        """
        value = environment.get(VARIABLE, "")
        if not value:
            return self
        return type(self)(self._facts, {**self._table, KEY: checked_key(value, VARIABLE)})

    def __repr__(self) -> str:
        counted = ", ".join(f"{number} {kind}" for kind, number in self.counts().items())
        return f"<Facts {counted or 'none'}>"

    __str__ = __repr__

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    def __len__(self) -> int:
        return sum(1 for fact in self._facts if type(fact) in _KINDS)

    @property
    def labels(self) -> tuple[str, ...]:
        """Each label once, in the order of the file."""
        return tuple(dict.fromkeys(fact.label for fact in self._facts))

    def counts(self) -> dict[str, int]:
        """How many facts of each kind there are."""
        return dict(Counter(_KINDS[type(fact)].value for fact in self._facts if type(fact) in _KINDS))

    def forms(self) -> int:
        """In how many spellings all of them are looked for; separators and typing errors are not counted."""
        return sum(fact.forms() for fact in self._facts)

    def weaknesses(self) -> list[tuple[str, str]]:
        """Label and reason of each fact that can be searched for only in part."""
        return [(fact.label, weakness) for fact in self._facts for weakness in fact.weaknesses()]

    def unsearched(self) -> list[tuple[str, str]]:
        """Label and reason of each fact that is not really searched for."""
        return [(fact.label, reason) for fact in self._facts if (reason := fact.unsearched())]

    def searcher(self, public: Public | None = None, *, unknown_addresses: bool = False) -> Searcher:
        """A searcher for all facts. `public` is what the agency publishes on purpose, never a leak.

        With `unknown_addresses`, postal addresses that are neither confidential nor public are
        reported as well. Raises ConfigurationError when a public phone or person cannot be read, and
        when an address is public and confidential at once: it would never be reported.
        """
        known = public_facts(public) if public else []
        mains = [fact for fact in known if isinstance(fact, Phone)]
        facts = [fact.beside(mains) if isinstance(fact, Phone) else fact for fact in self._facts]
        if public:
            _refuse_both(facts, public)
        return Searcher(facts, public=known, unknown_addresses=unknown_addresses)

    def fingerprints(self) -> Fingerprints:
        """What makes the ids of findings. With the same key and the same facts they are the same."""
        identities: dict[tuple[str, Kind], list[str]] = {}
        for entry in sections(self._table, "confidential.toml"):
            for kind, text in _identity(entry):
                identities.setdefault((entry.label, kind), []).append(text)
        return Fingerprints(self._table[KEY], identities)

    def reveal_for_saving(self) -> dict[str, Any]:
        """The secrets in clear, for the one writer of confidential.toml."""
        return {"schema": SCHEMA, **{key: value for key, value in self._table.items() if key != "schema"}}


def public_facts(public: Public) -> list[Fact]:
    """What the agency publishes on purpose, as facts.

    Raises ConfigurationError naming list and position of what cannot be read.
    """
    facts: list[Fact] = [Address.parse(text, "public") for text in public.addresses]
    for name, values, parse in (
        ("phones", public.phones, Phone.parse),
        ("people", public.people, Person.parse),
    ):
        for index, value in enumerate(values, 1):
            try:
                facts.append(parse(value, label="public"))
            except ValueError as error:
                raise ConfigurationError(f"agency.toml: public.{name}, entry {index}: {error}") from None
    return facts


def _refuse_both(facts: Sequence[Fact], public: Public) -> None:
    addresses = [fact for fact in facts if isinstance(fact, Address)]
    for index, text in enumerate(public.addresses, 1):
        for fact in addresses:
            best = strongest(fact.find_in(text))
            if best is not None and best.grade is Grade.EXACT:
                raise ConfigurationError(
                    f"agency.toml: public.addresses, entry {index}, is confidential too (“{fact.label}”), "
                    "and would never be reported",
                    "take it out of agency.toml or of confidential.toml",
                )


def _identity(entry: Entry) -> Iterator[tuple[Kind, str]]:
    """The facts of an entry, each as its kind and its plainest text."""
    if entry.section == "address":
        if text := entry.text("text"):
            yield Kind.ADDRESS, plainest(text)
        if point := entry.point():
            yield Kind.COORDINATES, f"{point[0]} {point[1]}"
        for name in entry.texts("names"):
            yield Kind.NAME, plainest(name)
    elif entry.section == "phone":
        yield Kind.PHONE, f"{plainest(entry.text('number'))} {plainest(entry.text('extension'))}"
    elif entry.section == "person":
        yield Kind.PERSON, plainest(entry.text("name"))
    else:
        yield Kind.PLATE, plainest(entry.text("number"))


def _words(text: str) -> str:
    """`text` without what tells nothing apart."""
    return " ".join(text.casefold().split())


def _address(entry: Entry) -> Iterator[Fact]:
    text, names = entry.text("text"), entry.texts("names")
    point, radius = entry.point(), entry.number("radius_m")
    if not (text or names or point):
        raise entry.error("text", "an address needs its text, its latitude and longitude, or names")
    if radius is not None and point is None:
        raise entry.error("radius_m", "a radius needs latitude and longitude")
    if text:
        with entry.naming("text"):
            yield from _as_written(Address.parse(text, entry.label), text)
    if point:
        latitude, longitude, rough = point
        reach = DEFAULT_RADIUS_M if radius is None else radius
        with entry.naming("radius_m" if radius is not None and not 0 < radius <= 5000 else "latitude"):
            yield Place(latitude, longitude, reach, entry.label, rough=rough)
    for name in names:
        with entry.naming("names"):
            yield from _as_written(PlaceName.parse(name, entry.label), name)


def _as_written(fact: Fact, text: str) -> Iterator[Fact]:
    """The fact; and its words as they are, where the rules of its kind do not know its script or signs."""
    yield fact
    yield from _literal(fact, text)


def _literal(fact: Fact, text: str) -> Iterator[Literal]:
    """`text` as it is, where `fact` would not find it there."""
    plain = _PLAIN.fullmatch(fold(text).text) is not None
    if isinstance(fact, Address):
        yield from (Literal(piece, Kind.ADDRESS, fact.label) for piece in fact.as_typed(plain=plain))
        return
    found = strongest(fact.find_in(text))
    if not plain and (found is None or found.grade is Grade.PARTIAL):
        yield Literal(text, _KINDS[type(fact)], fact.label)


def _regions(facts: Iterable[Fact], numbers: Iterable[str]) -> tuple[str, ...]:
    """The countries of the addresses among `facts`, and of the typed `numbers` that name theirs."""
    named = [fact.country for fact in facts if isinstance(fact, Address)]
    return tuple(dict.fromkeys(filter(None, (*named, *map(region_of, numbers)))))


def _phone(entry: Entry, regions: Sequence[str] = ()) -> Iterator[Fact]:
    with entry.naming("number"):
        yield Phone.parse(entry.required("number"), entry.text("extension"), entry.label, regions)


def _person(entry: Entry) -> Iterator[Fact]:
    with entry.naming("name"):
        name = entry.required("name")
        person = Person.parse(name, entry.label)
        yield person
        for alone in plain_names(name):
            yield from _literal(person, alone)


def _plate(entry: Entry) -> Iterator[Fact]:
    with entry.naming("number"):
        yield Plate.parse(entry.required("number"), entry.label)


_BUILD = {"address": _address, "phone": _phone, "person": _person, "plate": _plate}
