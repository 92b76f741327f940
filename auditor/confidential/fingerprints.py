"""Keyed ids of findings: whoever lacks the key can neither confirm a page nor a fact by guessing.

An address can be guessed: a town has some ten thousand. An id made of the facts alone, however slowly,
would let anybody who reads it try them all. So the key is made by chance, and is kept with the facts.
See docs/decisions/0007-fingerprints-are-keyed.md.
"""

import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from auditor.confidential.secret import Secret
from auditor.core.errors import ConfigurationError
from auditor.core.finding import fingerprint
from auditor.core.status import Kind

KEY = "fingerprint_key"
"""The name of the key in confidential.toml."""
VARIABLE = "AUDITOR_FINGERPRINT_KEY"
_SHORTEST = 32
_FEWEST_DIFFERENT = 8
TIP = "make one with `openssl rand -hex 32`"


class Fingerprints(Secret):
    """Makes the ids of findings: the same while the same fact stays in the same carrier of the same page.

    `identities` tells for each label and kind which facts it stands for, so that an id that was accepted
    for one fact never covers another that is given the same label later.
    """

    __slots__ = ("_identities", "_key")

    def __init__(self, key: str, identities: Mapping[tuple[str, Kind], Iterable[str]]) -> None:
        super().__init__("fingerprint key")
        self._key = key.encode()
        self._identities = {place: " | ".join(sorted(texts)) for place, texts in identities.items()}

    def of(self, check: str, label: str, kind: Kind, url: str, carrier: str) -> str:
        """The id of a finding, 16 hex digits.

        Neither grade nor position goes in: an edit elsewhere on the page, or a spelling corrected, must
        not make an accepted finding look new.
        """
        fact = self._identities.get((label, kind), "")
        return fingerprint(self._key, "finding", check, fact, kind.value, url, carrier)

    @property
    def key_mark(self) -> str:
        """Tells whether two results were made with the same key; it tells nothing else."""
        return fingerprint(self._key, "key")

    @property
    def facts_mark(self) -> str:
        """Tells whether two results were made with the same key and the same facts; nothing else."""
        every = sorted(f"{kind.value} {text}" for (_, kind), text in self._identities.items())
        return fingerprint(self._key, "facts", *every)


def new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_hex(32)


def checked_key(value: Any, place: str) -> str:
    """`value` as a key. Raises ConfigurationError, without the value, for what could be guessed."""
    key = value.strip() if isinstance(value, str) else ""
    if len(key) < _SHORTEST or len(set(key)) < _FEWEST_DIFFERENT:
        raise ConfigurationError(f"{place}: must be {_SHORTEST} characters or more, drawn by chance", TIP)
    return key


def with_key(toml: str) -> str:
    """The text of a confidential.toml with a new key at its top, where a TOML file's own keys stand."""
    remark = "# Keys the ids of findings. Keep it: another key makes every baseline void."
    return f'{remark}\n{KEY} = "{new_key()}"\n{toml}'


def plainest(text: object) -> str:
    """A fact's text without case, punctuation and spacing, so that the same fact typed twice is the same."""
    folded = unicodedata.normalize("NFKC", str(text)).casefold()
    return "".join(c for c in folded if c.isalnum())
