"""JSON in files, scripts and attributes: every value with its path, addresses and positions joined."""

import json
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from auditor.collect.extract import named, pieces
from auditor.collect.extract.lines import plain_lines
from auditor.collect.extract.part import Basket

_PREFIX = re.compile(r"\A\s*(?:\)\]\}'|while\(1\);|for\(;;\);)?,?\s*")
_TAG = re.compile(r"<[A-Za-z/!]")
_JOIN_LIMIT = 60
_MOST_WORDS = 12
_MOST_PIECES = 200


def parse(source: str) -> Any:
    """The value of a JSON text; ValueError when it is none."""
    try:
        return json.loads(_PREFIX.sub("", source, count=1))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def read_json_text(source: str, basket: Basket, carrier: str = "json") -> None:
    """Read JSON, JSON lines, or what looks like JSON and is a script."""
    try:
        values = [parse(source)]
    except ValueError:
        values = _json_lines(source)
    if not values:
        from auditor.collect.extract import script

        basket.add(carrier, source, "", plain_lines(source))
        script.read_text(source, basket)
        return
    for number, value in enumerate(values, 1):
        place = f"line {number}" if len(values) > 1 else ""
        read_value(value, basket.inside(place) if place else basket, carrier)


def _json_lines(source: str) -> list[Any]:
    lines = [line for line in source.splitlines() if line.strip()]
    try:
        return [json.loads(line) for line in lines] if len(lines) > 1 else []
    except (ValueError, RecursionError):
        return []


def read_value(value: Any, basket: Basket, carrier: str) -> None:
    """Read a parsed JSON value: scalars in order, keys, joined addresses and positions, nested markup."""
    keys: dict[str, None] = {}
    lines: list[tuple[str, str]] = []
    whole: list[tuple[str, str]] = []
    scale = _arc_scale(value)
    for path, item in walk(value):
        if isinstance(item, dict):
            if scale and isinstance(item.get("coordinates"), list):
                whole.append((path, _unscaled(item["coordinates"], scale)))
            keys.update(dict.fromkeys(map(str, item)))
            whole.extend((path, text) for text in joined_of(item))
        elif isinstance(item, list):
            whole.extend((path, text) for text in _array_texts(item))
        else:
            lines.append((path, str(item)))
            if isinstance(item, str) and _LINE_KEY.search(path) and (route := decoded_line(item)):
                whole.append((path, route))
    add_lines(basket, carrier, lines)
    add_lines(basket, carrier, whole)
    basket.add(carrier, "\n".join(keys), "keys")
    for path, text in lines:
        if len(text) > 6:
            _nested(text, basket, path)


_LINE_KEY = re.compile(r"(?:polyline|points|geometry|shape)\Z", re.IGNORECASE)
_LEAST_LINE = 6


def decoded_line(text: str) -> str:
    """The positions of a route written in the encoded polyline format, or "" when it is none.

    Each number is the difference to the one before in 1e-5 degrees, in groups of five bits from "?" on.
    """
    if len(text) < _LEAST_LINE or not all(63 <= ord(c) <= 126 for c in text):
        return ""
    numbers, value, shift = [], 0, 0
    for character in text:
        bits = ord(character) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            numbers.append(-(value >> 1) - 1 if value & 1 else value >> 1)
            value = shift = 0
    if shift or len(numbers) % 2:
        return ""
    latitudes, longitudes = accumulate(numbers[0::2]), accumulate(numbers[1::2])
    pairs = zip(latitudes, longitudes, strict=True)
    return "\n".join(filter(None, (named.position(str(a / 1e5), str(b / 1e5)) for a, b in pairs)))


def _arc_scale(value: Any) -> tuple[list[float], list[float]] | None:
    """Scale and offset of a TopoJSON topology whose positions are whole numbers (TopoJSON 1.0, 2.1.2)."""
    change = value.get("transform") if isinstance(value, dict) and value.get("type") == "Topology" else None
    if not isinstance(change, dict):
        return None
    scale, offset = change.get("scale"), change.get("translate")
    pairs = [pair for pair in (scale, offset) if isinstance(pair, list) and len(pair) == 2]
    if len(pairs) < 2 or not all(isinstance(n, (int, float)) for pair in pairs for n in pair):
        return None
    return pairs[0], pairs[1]


def _unscaled(coordinates: list[Any], scale: tuple[list[float], list[float]]) -> str:
    (x, y), (left, bottom) = scale
    pairs = coordinates if coordinates and isinstance(coordinates[0], list) else [coordinates]
    found = (
        named.position(str(p[1] * y + bottom), str(p[0] * x + left))
        for p in pairs
        if isinstance(p, list) and len(p) == 2 and all(isinstance(n, (int, float)) for n in p)
    )
    return "\n".join(filter(None, found))


def add_lines(basket: Basket, carrier: str, lines: list[tuple[str, str]]) -> None:
    """One fragment of many (place, text) lines."""
    anchors, at = [], 0
    for place, text in lines:
        basket.note(text)
        anchors.append((at, place))
        at += len(text) + 1
    basket.add(carrier, "\n".join(text for _, text in lines), "", tuple(anchors))


def _nested(text: str, basket: Basket, path: str) -> None:
    """Markup, and JSON written as a string inside JSON."""
    if "<" in text and _TAG.search(text):
        from auditor.collect.extract import html

        basket.inside(path).nested_text(lambda within: html.read_text(text, within))
    elif text[0] in "{[" and text.rstrip()[-1] in "}]":
        basket.nested(text.encode("utf-8", "replace"), path, "value.json", "application/json")


def walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Every object, array and scalar of a parsed JSON value with its path, in order, without recursion."""
    stack: list[tuple[str, Any]] = [("", value)]
    while stack:
        path, item = stack.pop()
        if isinstance(item, dict):
            yield path, item
            stack.extend((f"{path}.{key}" if path else str(key), v) for key, v in reversed(item.items()))
        elif isinstance(item, list):
            yield path, item
            stack.extend((f"{path}[{i}]", v) for i, v in reversed(list(enumerate(item))))
        elif item is not None:
            yield path, item


def joined_of(item: dict[str, Any]) -> list[str]:
    """Addresses and positions of one object, with the members of its direct child objects."""
    flat: list[tuple[str, str]] = []
    if str(item.get("type")) in _GEOMETRIES and isinstance(item.get("coordinates"), list):
        return list(dict.fromkeys(_geojson(item["coordinates"])))
    for key, value in item.items():
        if isinstance(value, dict):
            flat.extend((f"{key} {k}", str(v)) for k, v in value.items() if isinstance(v, (str, int, float)))
        elif isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            flat.append((str(key), " ".join(value)))
        elif isinstance(value, (str, int, float)):
            flat.append((str(key), str(value)))
        if len(flat) > _JOIN_LIMIT:
            break
    return named.joined(flat)


_GEOMETRIES = frozenset({"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"})


def _geojson(coordinates: list[Any]) -> Iterator[str]:
    """The positions of a GeoJSON geometry: longitude comes first (RFC 7946, 3.1.1)."""
    stack = [coordinates]
    while stack:
        item = stack.pop()
        if len(item) >= 2 and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in item):
            x, y = str(item[0]), str(item[1])
            if text := named.position(y, x) or named.metres(x, y):
                yield text
        else:
            stack.extend(v for v in reversed(item) if isinstance(v, list))


def _array_texts(item: list[Any]) -> Iterator[str]:
    """The words of a short array as the cells of one row, and the text of one that holds a text in pieces."""
    scalars = [str(v) for v in item if isinstance(v, (str, int, float)) and not isinstance(v, bool)]
    if len(scalars) < len(item):
        if text := pieces.together(item):
            yield text
        return
    if pieces.spelled(scalars):
        yield pieces.side_by_side(scalars)
    elif 2 <= len(scalars) <= _MOST_PIECES:
        if len(scalars) <= _MOST_WORDS:
            yield "\t".join(scalars)
        if pieces.torn(scalars):
            yield pieces.side_by_side(scalars)
