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
from auditor.store.toml_lines import line_of

Model = TypeVar("Model", bound=BaseModel)
SCHEMA = 1


def read_text(path: Path) -> str:
    """The text of the file at `path`. Raises ConfigurationError when it is missing or not UTF-8."""
    return as_text(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """What the file at `path` holds. Raises ConfigurationError when it is missing or cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ConfigurationError(f"{path} does not exist", "run `auditor init` to make a workspace") from None
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror}") from None


def as_text(data: bytes, path: Path) -> str:
    """The text in `data`, read from `path`. Raises ConfigurationError when it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ConfigurationError(f"cannot read {path}: it is not UTF-8 text") from None


def read_table(path: Path) -> dict[str, Any]:
    """The table in the TOML file at `path`. Raises ConfigurationError when it is missing or malformed."""
    return parse_table(read_text(path), path.name)


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
    text = read_text(path)
    return build_model(model, parse_table(text, path.name), path.name, text)


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
    """`model` as TOML. Empty values that are the default are left out: TOML has no null.

    Raises ConfigurationError for text that is no valid Unicode, as a terminal in another encoding gives.
    """
    try:
        return tomli_w.dumps(_table(model), multiline_strings=False).encode()
    except UnicodeEncodeError:
        raise ConfigurationError("a text is not valid Unicode, and was not saved", "type it again") from None


def _table(model: BaseModel) -> dict[str, Any]:
    table = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value is None or (not field.is_required() and value in ("", (), {})):
            continue
        table[field.alias or name] = _plain(value)
    return table


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _table(value)
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items() if v is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date, str, int, float, bool)):
        return value
    raise TypeError(f"cannot write {type(value).__name__} as TOML")


def _explain(error: ValidationError, model: type[BaseModel], name: str, text: str) -> str:
    """One line for the first problem. The input is left out: it may be confidential.

    An unknown key goes first: a key misspelt is the reason why the right one seems to be missing.
    """
    problems = error.errors(include_input=False, include_url=False, include_context=False)
    first = min(problems, key=lambda problem: problem["type"] != "extra_forbidden")
    location = tuple(first["loc"])
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in location)
    line = line_of(text, location)
    place = f"{name}, line {line}" if line else name
    if first["type"] == "extra_forbidden":
        hint = _nearest(str(location[-1]), _known_keys(model, location[:-1]))
        return f"{place}: unknown key “{key}”{hint}"
    if first["type"] == "missing":
        return f"{place}: “{key}” is missing"
    said = first["msg"].removeprefix("Value error, ")
    return f"{place}: “{key}”: {said}" if key else f"{place}: {said}"


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
