"""Taking one step of the casework back, where nobody has touched since what it changed."""

from collections.abc import Callable, Mapping
from typing import Any

from auditor.core.errors import ConfigurationError
from auditor.core.record import AuditRecord

_KEYS: Mapping[str, Callable[[Any], str]] = {
    "waiver": lambda item: item.id,
    "action": lambda item: item.id,
    "signature": lambda item: item.role,
    "missed": lambda item: item.period,
}
"""The lists of a record that can be put back item by item, and by what an item is known."""


def take_back(record: AuditRecord, before: AuditRecord, after: AuditRecord) -> AuditRecord:
    """`record` without what one step did, which led from `before` to `after`.

    What the step changed gets its earlier form, what it added is gone. Raises ConfigurationError when any
    of it was changed since, or when somebody has signed after a signature: each signs for having looked
    at what the others did.
    """
    lists = {name: _list_back(name, record, before, after) for name in _KEYS}
    return record.model_copy(update=lists)


def _list_back(name: str, record: AuditRecord, before: AuditRecord, after: AuditRecord) -> tuple[Any, ...]:
    key = _KEYS[name]
    old, new, now = ({key(i): i for i in getattr(r, name)} for r in (before, after, record))
    changed = [k for k in new if old.get(k) != new[k]]
    for k in changed:
        if now.get(k) != new[k]:
            raise ConfigurationError(f"{k} was changed since, and stays as it is")
    if name == "signature" and changed and record.signature[-1].role not in changed:
        last = record.signature[-1]
        raise ConfigurationError(
            f"{last.name} has signed since as {last.role}", "a signature stays once another stands on it"
        )
    kept = ((old.get(k) if k in changed else item) for k, item in now.items())
    return tuple(item for item in kept if item is not None)


def signs(before: AuditRecord, after: AuditRecord) -> bool:
    """True when the step from `before` to `after` was a signature."""
    return before.signature != after.signature
