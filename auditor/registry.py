"""Which checks there are: the built-in ones, and those that other packages offer as `auditor.checks`."""

from collections.abc import Sequence
from importlib.metadata import entry_points

from auditor.core.check import Check
from auditor.core.errors import ConfigurationError


def all_checks() -> tuple[Check, ...]:
    """An instance of every check, built-in ones first. Raises ConfigurationError for an id used twice."""
    from checks import BUILTIN

    found: dict[str, Check] = {}
    offered = [entry.load() for entry in entry_points(group="auditor.checks")]
    for kind in (*BUILTIN, *offered):
        if kind.id in found:
            raise ConfigurationError(f"two checks are called “{kind.id}”", "remove one of the packages")
        found[kind.id] = kind()
    return tuple(found.values())


def select(ids: Sequence[str] = ()) -> tuple[Check, ...]:
    """The checks named by `ids`, or all of them. Raises ConfigurationError for an unknown id."""
    every = all_checks()
    known = {check.id: check for check in every}
    for wanted in ids:
        if wanted not in known:
            raise ConfigurationError(f"there is no check “{wanted}”", f"known: {', '.join(known)}")
    return tuple(known[i] for i in ids) if ids else every
