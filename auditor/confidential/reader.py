"""Reads the sections of confidential.toml. Errors name section, entry and key, never a value."""

import difflib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from auditor.confidential.fingerprints import KEY
from auditor.confidential.place import Axis, degrees_of, position_of
from auditor.confidential.secret import Secret
from auditor.core.errors import ConfigurationError

KEYS = {
    "address": ("label", "text", "latitude", "longitude", "radius_m", "names"),
    "phone": ("label", "number", "extension"),
    "person": ("label", "name"),
    "plate": ("label", "number"),
}
"""The sections, and the keys of each."""
_SHOWABLE = re.compile(r"[A-Za-z_][A-Za-z_-]{0,30}\d?$")
_LONGEST = 500


class Entry(Secret):
    """One table of an array such as `[[phone]]`. `place` is what errors call it."""

    __slots__ = ("_place", "_section", "_values")

    def __init__(self, section: str, index: int, values: Mapping[str, Any], place: str) -> None:
        self._section, self._values, self._place = section, values, place
        super().__init__(self._read_label() or f"{section} {index}")

    @property
    def section(self) -> str:
        """The name of the section."""
        return self._section

    def error(self, key: str, said: str) -> ConfigurationError:
        """An error about `key` of this entry."""
        return ConfigurationError(f"{self._place}: “{key}”: {said}")

    @contextmanager
    def naming(self, key: str) -> Iterator[None]:
        """Turns a ValueError, whose text quotes no value, into an error about `key`."""
        try:
            yield
        except ValueError as error:
            raise self.error(key, str(error)) from None

    def text(self, key: str) -> str:
        """The text of `key`, or an empty one. A whole number is taken as its figures."""
        value = self._values.get(key, "")
        if isinstance(value, int) and not isinstance(value, bool) and key == "extension":
            return str(value)
        if not isinstance(value, str):
            raise self.error(key, "must be text in quotes")
        if len(value) > _LONGEST:
            raise self.error(key, f"is longer than {_LONGEST} characters")
        return value.strip()

    def required(self, key: str) -> str:
        """The text of `key`, which must not be missing or empty."""
        value = self.text(key)
        if not value:
            raise self.error(key, "is missing")
        return value

    def texts(self, key: str) -> list[str]:
        """The list of texts of `key`, or an empty one."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(key, "must be a list of texts")
        return [item.strip() for item in value]

    def number(self, key: str) -> float | None:
        """The number of `key`, None without one."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(key, "must be a number without quotes")
        return float(value)

    def point(self) -> tuple[float, float, bool] | None:
        """Latitude and longitude in degrees, and whether they are only roughly written; None without them.

        Either is a number, or text in any notation of positions. Text in `latitude` alone may be a whole
        position or a link to a map.
        """
        latitude, longitude = (self._values.get(key) for key in ("latitude", "longitude"))
        if latitude is None and longitude is None:
            return None
        if longitude is None and isinstance(latitude, str):
            try:
                return position_of(self.required("latitude"))
            except ValueError as error:
                both = "or a number such as 40.1234, and another one in longitude"
                raise self.error("latitude", f"{error}; {both}") from None
        if latitude is None or longitude is None:
            missing = "latitude" if latitude is None else "longitude"
            raise self.error(missing, "latitude and longitude go together")
        (north, one), (east, other) = self._degrees("latitude"), self._degrees("longitude")
        return north, east, one or other

    def _degrees(self, key: Axis) -> tuple[float, bool]:
        if not isinstance(self._values.get(key), str):
            return self.number(key) or 0.0, False
        with self.naming(key):
            return degrees_of(self.required(key), key)

    def _read_label(self) -> str:
        label = self.text("label")
        if not all(character.isprintable() for character in label) or len(label) > 80:
            raise self.error("label", "must be one line of at most 80 characters")
        return label


def sections(table: Mapping[str, Any], name: str) -> Iterator[Entry]:
    """The entries of `table` in the order of the file. Raises ConfigurationError for anything unknown."""
    for section, entries in table.items():
        if section in ("schema", KEY):
            continue
        if section not in KEYS:
            raise ConfigurationError(f"{name}: unknown section {_shown(section, KEYS)}")
        if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
            raise ConfigurationError(f"{name}: “{section}” must be written as [[{section}]]")
        for index, values in enumerate(entries, 1):
            place = f"{name}: {section} {index}"
            for key in values:
                if key not in KEYS[section]:
                    raise ConfigurationError(f"{place}: unknown key {_shown(key, KEYS[section])}")
            yield Entry(section, index, values, place)


def _shown(key: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """An unknown key and the nearest known one. A key that may itself be a secret is not shown."""
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    hint = f"did you mean “{close[0]}”?" if close else f"known: {', '.join(known)}"
    shown = f"“{key}”" if _SHOWABLE.match(key) else "(not shown)"
    return f"{shown}; {hint}"
