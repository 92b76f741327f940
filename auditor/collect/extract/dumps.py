"""Database dumps in SQL: the rows of INSERT and COPY statements, with the columns they or the tables name."""

import re
from collections.abc import Iterator

from auditor.collect.extract import tables
from auditor.collect.extract.part import MOST_RECORDS, Basket

_NAME = r"(?:[\w$]+|`[^`\n]+`|\"[^\"\n]+\"|\[[^\]\n]+\])"
_TABLE = rf"((?:{_NAME}\.)*{_NAME})"
_INSERT = re.compile(
    rf"\b(?:INSERT|REPLACE)\s+(?:\w+\s+){{0,3}}?INTO\s+{_TABLE}\s*(?:\(([^()]*)\)\s*)?(?:OVERRIDING\s+\w+\s+VALUE\s+)?VALUES?\s*(?=\()",
    re.IGNORECASE,
)
_COPY = re.compile(
    rf"^COPY\s+{_TABLE}\s*(?:\(([^()]*)\))?\s+FROM\s+stdin[^;\n]*;\n", re.IGNORECASE | re.MULTILINE
)
_CREATE = re.compile(
    rf"\bCREATE\s+(?:\w+\s+){{0,2}}?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?{_TABLE}\s*\(", re.IGNORECASE
)
_STRING = r"'(?:[^'\\]|''|\\.)*+'"
_ROW = re.compile(rf"\s*\(((?:{_STRING}|\"[^\"]*+\"|[^'\"()]++|\([^()]*+\))*+)\)\s*(,?)", re.DOTALL)
_VALUE = re.compile(
    rf"\s*(?:(?:[A-Za-z_]\w{{0,9}})?({_STRING})|\"([^\"]*+)\"|([^,]*))[^,]*(?:,|\Z)", re.DOTALL
)
_COLUMN = re.compile(rf"(?:^|[,(])\s*({_NAME})\s+\w+")
_NO_COLUMN = frozenset({"primary", "key", "unique", "constraint", "index", "foreign", "check", "fulltext"})
_ESCAPE = re.compile(r"''|\\(.)", re.DOTALL)
_CONTROLS = {"n": "\n", "r": "\n", "t": "\t", "0": ""}
_MOST_COLUMNS = 500
_LONGEST_TABLE = 20_000
_MOST_TABLES = 2_000


def read(text: str, basket: Basket, carrier: str) -> None:
    """Add the rows of each table, if `text` is a dump."""
    if not any(word in text for word in ("INTO", "into", "COPY", "Into")):
        return
    columns = dict(_created(text)) if "(" in text else {}
    rows: dict[tuple[str, tuple[str, ...]], list[tuple[str, list[str]]]] = {}
    for count, (at, table, named, row) in enumerate(_rows(text)):
        if count >= MOST_RECORDS:
            basket.skip(f"only the first {MOST_RECORDS} rows of the dump were read as rows of tables")
            break
        headings = named or columns.get(table, ())
        if len(rows) < _MOST_TABLES or (table, headings) in rows:
            rows.setdefault((table, headings), []).append((at, row))
    for (table, headings), found in rows.items():
        basket.budget.check_time()
        whole = [list(headings), *(row for _, row in found)]
        places = ["columns", *(at for at, _ in found)]
        tables.add_rows(basket, carrier, whole, places, f"table {table}")


def _created(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of the columns of each table that is created."""
    for match in _CREATE.finditer(text):
        body, depth = [], 1
        for character in text[match.end() : match.end() + _LONGEST_TABLE]:
            depth += (character == "(") - (character == ")")
            if depth == 0:
                break
            # What stands in brackets, such as a length or a list of choices, names no column.
            body.append(character if depth == 1 else " ")
        names = (_plain(name) for name in _COLUMN.findall("".join(body)))
        yield (
            _plain(match[1]),
            tuple(name for name in names if name.lower() not in _NO_COLUMN)[:_MOST_COLUMNS],
        )


def _rows(text: str) -> Iterator[tuple[str, str, tuple[str, ...], list[str]]]:
    """(place, table, columns named, values) of each row."""
    line = at = 0
    for match in _INSERT.finditer(text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        table, named, end = _plain(match[1]), _names(match[2]), match.end()
        number = 0
        while row := _ROW.match(text, end):
            number, end = number + 1, row.end()
            yield f"line {line + 1}, row {number}", table, named, _values(row[1])
            if not row[2]:
                break
    for match in _COPY.finditer(text):
        first = text.count("\n", 0, match.end()) + 1
        stop = text.find("\n\\.", match.end() - 1)
        content = text[match.end() : stop if stop >= 0 else len(text)]
        for number, row_text in enumerate(content.split("\n") if content else ()):
            values = [_unescaped(value) if value != "\\N" else "" for value in row_text.split("\t")]
            yield f"line {first + number}", _plain(match[1]), _names(match[2]), values


def _names(named: str | None) -> tuple[str, ...]:
    return tuple(_plain(name) for name in (named or "").split(",") if name.strip())[:_MOST_COLUMNS]


def _plain(name: str) -> str:
    return re.split(r"[.](?=[^.]*\Z)", name.strip())[-1].strip('`"[] \t\n')


def _values(row: str) -> list[str]:
    values = []
    for match in _VALUE.finditer(row):
        if match[1] is not None:
            values.append(_unescaped(match[1][1:-1]))
        else:
            value = (match[2] or match[3] or "").strip()
            values.append("" if value.upper() == "NULL" else value)
        if match.end() >= len(row) or len(values) >= _MOST_COLUMNS:
            break
    return values


def _unescaped(literal: str) -> str:
    return _ESCAPE.sub(lambda m: "'" if m[1] is None else _CONTROLS.get(m[1], m[1]), literal)
