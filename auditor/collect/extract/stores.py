"""Small databases: SQLite files, binary property lists, and the shapes of maps."""

import plistlib
import struct
from collections.abc import Callable, Iterator
from typing import Any

from auditor.collect.extract import data, named, tables, wellknown
from auditor.collect.extract.part import Basket, LimitError, Part
from auditor.collect.extract.sniff import Clues
from auditor.collect.extract.strings import strings_of

_SQLITE = b"SQLite format 3\0"
_MAX_ROWS = 100_000
_MAX_CELL = 200_000
_STEPS = 10_000
_BYTES_IN_CELL = 24
_MAX_SHAPES = 20_000


def is_sqlite(clues: Clues) -> bool:
    """A database file of SQLite, which is also what GeoPackage, MBTiles and many programs' data are."""
    return clues.head.startswith(_SQLITE)


def is_plist(clues: Clues) -> bool:
    """A property list of Apple's in its binary form."""
    return clues.head.startswith(b"bplist0")


def is_shapes(clues: Clues) -> bool:
    """The main file of a shapefile (ESRI, 1998): file code 9994, version 1000."""
    return clues.head[:4] == b"\0\0\x27\x0a" and clues.head[28:32] == b"\xe8\x03\0\0"


def read_sqlite(part: Part, basket: Basket) -> None:
    """Read all tables; then the plain strings, in which deleted rows are still found."""
    import sqlite3

    basket.add("database", strings_of(part.body), "strings of the file")
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(part.body)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.set_progress_handler(_time_check(basket), _STEPS)
        names = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
        for (name,) in names[: basket.budget.limits.members]:
            _table(connection, str(name), basket)
    except (sqlite3.Error, OverflowError, ValueError) as error:
        basket.skip(f"the database is damaged ({type(error).__name__}); only its plain strings were searched")
    finally:
        connection.close()


def _time_check(basket: Basket) -> Callable[[], int]:
    """What the library calls while it works: ends the work when the time is up."""

    def late() -> int:
        try:
            basket.budget.check_time()
        except LimitError:
            return 1
        return 0

    return late


def _table(connection: Any, name: str, basket: Basket) -> None:
    quoted = name.replace('"', '""')
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    cursor = connection.execute(f'SELECT * FROM "{quoted}" LIMIT {_MAX_ROWS + 1}')  # noqa: S608 -- quoted
    rows: list[list[str]] = [[column[0] for column in cursor.description]]
    for number, row in enumerate(cursor, 1):
        if number > _MAX_ROWS:
            basket.skip(f"only the first {_MAX_ROWS} rows were read", f"table {name}")
            break
        basket.budget.unpack(sum(len(v) for v in row if isinstance(v, (bytes, str))))
        rows.append([_cell(value, f"table {name}, row {number}", basket) for value in row])
    places = ["names of columns", *(f"row {number}" for number in range(1, len(rows)))]
    tables.add_rows(basket, "database", rows, places, f"table {name}")


def _cell(value: Any, place: str, basket: Basket) -> str:
    if isinstance(value, bytes):
        if located := wellknown.positions(value):
            return " ".join(located)
        if len(value) >= _BYTES_IN_CELL:
            basket.nested(value, place)
        return ""
    return "" if value is None else str(value)[:_MAX_CELL]


def read_plist(part: Part, basket: Basket) -> None:
    """Read a binary property list as the values that it holds."""
    try:
        value = plistlib.loads(part.body)
    except (plistlib.InvalidFileException, ValueError, IndexError, OverflowError, RecursionError) as error:
        basket.add("data", strings_of(part.body), "strings of the file")
        basket.skip(f"the property list is damaged ({type(error).__name__}); only its strings were searched")
        return
    data.read_value(_readable(value, basket, 0), basket, "data")


def _readable(value: Any, basket: Basket, depth: int) -> Any:
    """The value with files inside it taken out, and keys of archived objects as plain ones."""
    if isinstance(value, dict) and depth < 200:
        return {str(key): _readable(item, basket, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)) and depth < 200:
        return [_readable(item, basket, depth + 1) for item in value]
    if isinstance(value, bytes):
        basket.nested(value, "data in it")
        return ""
    return value if isinstance(value, (str, int, float, bool)) else str(value)


def read_shapes(part: Part, basket: Basket) -> None:
    """Read the positions in a shapefile; those of a projected map are no degrees and are listed as unread."""
    lines = list(dict.fromkeys(_points(part.body)))
    if lines:
        basket.add("position", "\n".join(lines), "shapes")
    else:
        basket.skip("its positions are not in degrees, or it is damaged")


def _points(body: bytes) -> Iterator[str]:
    at = 100
    for _ in range(_MAX_SHAPES):
        if at + 12 > len(body):
            return
        size = int.from_bytes(body[at + 4 : at + 8], "big") * 2
        kind = int.from_bytes(body[at + 8 : at + 12], "little") % 10
        inner = body[at + 12 : at + 8 + size]
        at += 8 + max(size, 4)
        try:
            yield from _shape(kind, inner)
        except struct.error:
            return


def _shape(kind: int, body: bytes) -> Iterator[str]:
    """The positions of one shape: a point, a line or an area in parts, or many points."""
    if kind == 1:
        start, count = 0, 1
    elif kind in (3, 5):
        parts, count = struct.unpack_from("<2i", body, 32)
        start = 40 + 4 * parts
    elif kind == 8:
        start, count = 36, struct.unpack_from("<i", body, 32)[0]
    else:
        return
    for index in range(min(max(count, 0), 1_000)):
        longitude, latitude = struct.unpack_from("<2d", body, start + 16 * index)
        if text := named.position(str(latitude), str(longitude)):
            yield text
