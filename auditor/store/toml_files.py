"""TOML files read into models; errors name the file, the line, the key and the nearest known key."""

import difflib
import re
import tomllib
from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import tomli_w
from pydantic import BaseModel, ValidationError

from auditor.core.errors import ConfigurationError

Model = TypeVar("Model", bound=BaseModel)
SCHEMA = 1


def read_table(path: Path) -> dict[str, Any]:
    """The table in the TOML file at `path`. Raises ConfigurationError when it is missing or malformed."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigurationError(f"{path} does not exist", "run `auditor init` to make a workspace") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigurationError(f"cannot read {path}: {reason}") from None
    return parse_table(text, path.name)


def parse_table(text: str, name: str) -> dict[str, Any]:
    """The table that `text` holds. Raises ConfigurationError with the line, never with the text itself."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at (.+?)\)$", str(error))
        at = f" at {place[1]}" if place else ""
        raise ConfigurationError(f"{name} is not valid TOML{at}", "check quotes and brackets there") from None


def read_model(model: type[Model], path: Path) -> Model:
    """The model in the TOML file at `path`. Raises ConfigurationError naming line and key."""
    table = read_table(path)
    return build_model(model, table, path.name, path.read_text(encoding="utf-8"))


def build_model(model: type[Model], table: dict[str, Any], name: str, text: str = "") -> Model:
    """`table` validated as `model`. `text` is the source, for line numbers in errors."""
    found = table.get("schema", SCHEMA)
    if isinstance(found, int) and found > SCHEMA:
        raise ConfigurationError(
            f"{name} was written by a newer version of auditor (schema {found}, this one reads {SCHEMA})",
            "upgrade agency-auditor",
        )
    try:
        return model.model_validate(table)
    except ValidationError as error:
        raise ConfigurationError(_explain(error, model, name, text)) from None


def write_model(model: BaseModel) -> bytes:
    """`model` as TOML. Absent values are left out: TOML has no null."""
    return tomli_w.dumps(
        _plain(model.model_dump(mode="python", by_alias=True)), multiline_strings=False
    ).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items() if v is not None and v not in ("", (), [])}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date, str, int, float, bool)):
        return value
    raise TypeError(f"cannot write {type(value).__name__} as TOML")


def _explain(error: ValidationError, model: type[BaseModel], name: str, text: str) -> str:
    """One line for the first problem. The input is left out: it may be confidential."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    location = tuple(first["loc"])
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in location)
    line = line_of(text, location)
    place = f"{name}, line {line}" if line else name
    if first["type"] == "extra_forbidden":
        hint = _nearest(str(location[-1]), _known_keys(model, location[:-1]))
        return f"{place}: unknown key “{key}”{hint}"
    if first["type"] == "missing":
        return f"{place}: “{key}” is missing"
    return f"{place}: “{key}”: {first['msg'].removeprefix('Value error, ')}"


def _nearest(key: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    return f"; did you mean “{close[0]}”?" if close else f"; known keys: {', '.join(known)}" if known else ""


def _known_keys(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys that the model allows at `location`, found by walking its fields."""
    current: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, int) or current is None:
            continue
        current = _inner_model(next((f.annotation for k, f in _fields(current) if k == part), None))
    return [key for key, _ in _fields(current)] if current else []


def _fields(model: type[BaseModel]) -> list[tuple[str, Any]]:
    return [(field.alias or name, field) for name, field in model.model_fields.items()]


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if (found := _inner_model(inner)) is not None:
            return found
    return None


def line_of(text: str, location: Sequence[int | str]) -> int | None:
    """The line (from 1) where the key at `location` stands, as far as a reading line by line can tell."""
    lines = text.splitlines()
    position = 0
    best: int | None = None
    for index, part in enumerate(location):
        if isinstance(part, int):
            position, best = _skip_tables(
                lines, [p for p in location[:index] if isinstance(p, str)], part, best
            )
            continue
        pattern = re.compile(rf"""^\s*(\[\[?[^\]]*\b)?["']?{re.escape(part)}["']?\s*(=|\]\]?|\.)""")
        for number in range(position, len(lines)):
            if pattern.search(lines[number]):
                position, best = number, number + 1
                break
    return best


def _skip_tables(lines: list[str], names: list[str], count: int, best: int | None) -> tuple[int, int | None]:
    """Go to the header of the `count`-th array table (from 0) called by the dotted `names`."""
    header = re.compile(rf"^\s*\[\[\s*{re.escape('.'.join(names))}\s*\]\]")
    seen = -1
    for number, line in enumerate(lines):
        if header.search(line):
            seen += 1
            if seen == count:
                return number, number + 1
    return (best or 1) - 1, best
