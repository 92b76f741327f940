"""What every source looks like: a collector that yields resources and says what it could not get."""

from collections.abc import Iterator
from typing import Protocol

from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel, Listener


class Collector(Protocol):
    """One source of resources (a website, a folder, an archive).

    `collect` yields each resource once, as soon as it is there, and an `Unchecked` for everything it
    knows of and could not bring, limits included. It ends early when `cancel` is set, and says so by
    an `Unchecked`.
    """

    name: str

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The resources of this source."""
        ...
