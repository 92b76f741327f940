"""Remembers what was made of a tuple for as long as it is the very same tuple."""

from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Kept:
    """Results by name, each with the tuple it was made of.

    Records are never changed in place: a list that nobody touched is the same object in the next record.
    Thousands of findings need not be written or hashed anew because one answer was given.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[tuple[Any, ...], Any]] = {}

    def get(self, name: str, items: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        """What `make` gives for `items`, made anew only when they are not the last ones of that name."""
        held = self._held.get(name)
        if held is None or held[0] is not items:
            held = (items, make())
            self._held[name] = held
        made: Made = held[1]
        return made
