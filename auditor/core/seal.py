"""Hashes of a record: of the whole, for signatures, and of its parts, so that a change can be named."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from pydantic import BaseModel

from auditor.core.kept import Kept
from auditor.core.record import AuditRecord


def digest(record: AuditRecord) -> str:
    """The SHA-256 in hex of everything that people sign: the record without its signatures."""
    return _hash(record.model_copy(update={"signature": ()}))


def parts_of(record: AuditRecord, kept: Kept | None = None) -> dict[str, str]:
    """A short hash for each part of a record, under a name that people understand: `answer LOC-01`.

    With `kept`, lists that are the same as last time are not hashed again.
    """
    memory = kept or Kept()
    parts = {"head": _short(record.model_copy(update=dict.fromkeys(_LISTS, ())))}
    for name, key in _LISTS.items():
        items = getattr(record, name)
        parts |= memory.get(f"parts of {name}", items, partial(_list_parts, name, items, key))
    return parts


_LISTS: Mapping[str, Callable[[Any], str] | None] = {
    "answer": lambda item: item.control,
    "run": None,
    "finding": lambda item: item.id,
    "ruling": lambda item: item.finding,
    "waiver": lambda item: item.id,
    "action": lambda item: item.id,
    "signature": None,
    "missed": lambda item: item.period,
}
"""The lists of a record, and what people call an item of each; those without a name are numbered."""


def _list_parts(name: str, items: Sequence[BaseModel], key: Callable[[Any], str] | None) -> dict[str, str]:
    return {f"{name} {key(item) if key else number}": _short(item) for number, item in enumerate(items, 1)}


def _short(part: BaseModel) -> str:
    return _hash(part)[:16]


def differences(known: Mapping[str, str], found: Mapping[str, str]) -> tuple[str, ...]:
    """What differs between two sets of parts, in words: `answer LOC-01 was changed`."""
    words = []
    for name in sorted(known.keys() | found.keys()):
        if name not in found:
            words.append(f"{name} was removed")
        elif name not in known:
            words.append(f"{name} was added")
        elif known[name] != found[name]:
            words.append(f"{name} was changed")
    return tuple(words)


def _hash(part: BaseModel) -> str:
    """Of the values alone, in a fixed order, whatever the layout of the file. Defaults are left out, so
    that an optional field added by a newer version does not make an older signature look broken."""
    table = part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = json.dumps(table, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
