"""What the setup has gathered so far. The confidential part can be checked and written, never shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Never

from auditor.confidential.place import Place
from auditor.core.agency import Agency
from auditor.core.errors import AuditorError
from auditor.store.toml_files import build_model
from auditor.workspace import Workspace

SCHEMA = 1
_IN_FILE = re.compile(r"^confidential\.toml: \w+ \d+: (?:“\w+”: )?")
_MOST_PARTS = 4
"""A position has at most so many parts between commas: "39,7817, -89,6501"."""
KINDS = {
    "address": ("Address", "text"),
    "phone": ("Phone number", "number"),
    "person": ("Person", "name"),
    "plate": ("Number plate", "number"),
}
"""The sorts of fact: key in confidential.toml, words, and the key that holds the secret."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a fact can be searched for: in how many spellings, and what of it cannot be found."""

    forms: int
    weaknesses: tuple[str, ...]

    def sentence(self) -> str:
        """For the person who typed it: a single weakness in full, of several only what is lacking."""
        said = f"I can search for this in {self.forms:,} {'spelling' if self.forms == 1 else 'spellings'}"
        lacks = self.weaknesses if len(self.weaknesses) < 2 else [w.split(":")[0] for w in self.weaknesses]
        return f"{said}. Weak: {', '.join(lacks)}." if lacks else f"{said}."


class SecretDraft:
    """Confidential facts on their way into confidential.toml. It shows how many there are, nothing else."""

    __slots__ = ("__tables", "entries")

    def __init__(self) -> None:
        self.entries: list[tuple[str, str]] = []
        self.__tables: list[tuple[str, dict[str, Any]]] = []

    def __repr__(self) -> str:
        return f"<{len(self.entries)} confidential facts>"

    def __reduce__(self) -> Never:
        raise TypeError("confidential facts cannot be copied or stored")

    @staticmethod
    def measure(kind: str, secret: Callable[[], str], extra: Callable[[], str]) -> Reach:
        """How far a fact could be searched for. Raises ConfigurationError when it cannot be used."""
        from auditor.confidential import Facts

        table = {KINDS[kind][1]: secret().strip(), **_extra(kind, extra)}
        facts = Facts.from_table({"schema": SCHEMA, kind: [{"label": "this", **table}]})
        return Reach(facts.forms(), tuple(weakness for _, weakness in facts.weaknesses()))

    def add(self, kind: str, label: str, secret: Callable[[], str], extra: Callable[[], str]) -> Reach:
        """Take a fact and say how far it can be searched for.

        `secret` and `extra` give the texts when asked, so that no caller needs to hold them. Raises
        ConfigurationError, and takes nothing, when the fact cannot be used.
        """
        reach = self.measure(kind, secret, extra)
        self.__tables.append(
            (kind, {"label": label, KINDS[kind][1]: secret().strip(), **_extra(kind, extra)})
        )
        self.entries.append((kind, label))
        return reach

    def remove_last(self) -> None:
        """Forget the fact taken last."""
        if self.entries:
            self.entries.pop()
            self.__tables.pop()

    def toml(self) -> bytes:
        """The content of confidential.toml."""
        import tomli_w

        groups: dict[str, list[dict[str, Any]]] = {}
        for kind, table in self.__tables:
            groups.setdefault(kind, []).append(table)
        return tomli_w.dumps({"schema": SCHEMA, **groups}).encode()


def trouble(error: AuditorError) -> str:
    """What is wrong with a fact as typed, without the place that it would have in the file."""
    return _IN_FILE.sub("", str(error))


def _extra(kind: str, extra: Callable[[], str]) -> dict[str, Any]:
    """An extension for a phone; a position and place names for an address, in one line."""
    if not extra().strip():
        return {}
    if kind == "phone":
        return {"extension": extra().strip()}
    if kind != "address":
        return {}
    table: dict[str, Any] = {}
    names: list[str] = []
    for piece in extra().split(";"):
        parts = piece.split(",")
        found = None if table or not any(map(str.isdigit, piece)) else _position_in(parts)
        if found:
            start, stop, table = found
            parts = parts[:start] + parts[stop:]
        names += [part.strip() for part in parts if part.strip()]
    return table | ({"names": names} if names else {})


def _position_in(parts: list[str]) -> tuple[int, int, dict[str, Any]] | None:
    """The fewest neighbours among `parts` that name one position, in any notation or as a link to a map."""
    wide = len(parts) + 1
    spans = [
        (at, stop) for at in range(len(parts)) for stop in range(at + 1, min(at + _MOST_PARTS + 1, wide))
    ]
    for start, stop in sorted(spans, key=lambda span: span[1] - span[0]):
        try:
            latitude, longitude = Place.parse(",".join(parts[start:stop])).point
        except ValueError:
            continue
        return start, stop, {"latitude": latitude, "longitude": longitude}
    return None


@dataclass
class SetupDraft:
    """Everything the setup asks for."""

    name: str = ""
    websites: list[str] = field(default_factory=list)
    sites: list[tuple[str, str]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    profile: str = ""
    secrets: SecretDraft = field(default_factory=SecretDraft)

    def agency(self) -> Agency:
        """The public facts. Raises ConfigurationError for what cannot be used."""
        table = {
            "schema": SCHEMA,
            "name": self.name,
            "websites": self.websites,
            "profile": self.profile,
            "site": [{"label": label, "location_model": model} for label, model in self.sites],
            "public": {"addresses": self.addresses, "phones": self.phones, "people": self.people},
        }
        return build_model(Agency, table, "agency.toml")

    def create(self, root: Path) -> Workspace:
        """Write the workspace."""
        return Workspace.create(root, self.agency(), self.secrets.toml())


def website(text: str) -> str:
    """A website as typed, with https:// when no scheme was given."""
    return text if "://" in text else f"https://{text}"


def split(text: str) -> list[str]:
    """Websites or names separated by commas, semicolons, spaces or line ends."""
    return [part for part in re.split(r"[\s,;]+", text.strip()) if part]


def lines(text: str) -> list[str]:
    """One entry a line, empty lines dropped."""
    return [line.strip() for line in text.splitlines() if line.strip()]
