"""Texts that the formulas of a sheet put together from constants and cells, without calculating them.

Files written by programs hold formulas without their results. Of "&", CONCAT, CONCATENATE and TEXTJOIN the
constants and the cells that are named are put together in order; anything else in them is passed over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from auditor.collect.extract.data import add_lines
from auditor.collect.extract.part import Basket

_JOINS = re.compile(r"&|\b(?:CONCAT(?:ENATE)?|TEXTJOIN|JOIN)\(", re.IGNORECASE)
_DELIMITED = re.compile(r"(?:TEXTJOIN|JOIN)\(\s*\"((?:[^\"]|\"\")*)\"\s*[,;]", re.IGNORECASE)
_TERM = re.compile(
    r"\"(?P<text>(?:[^\"]|\"\")*)\""
    r"|(?<![\w!.$])\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})(?::\$?(?P<last>[A-Z]{1,3})\$?(?P<end>\d{1,7}))?(?![\w(])"
)
_MOST_FORMULAS = 20_000
_MOST_CELLS = 200
_LONGEST = 2_000


def read(
    made: Iterable[tuple[str, str]], cells: Mapping[str, str], basket: Basket, carrier: str = "xlsx-cell"
) -> None:
    """Add what the formulas `made`, as (place, formula), put together; `cells` are the texts by reference."""
    lines: list[tuple[str, str]] = []
    for place, formula in made:
        if len(lines) >= _MOST_FORMULAS:
            break
        if _JOINS.search(formula) and (text := _result(formula, cells)):
            lines.append((f"{place}, put together", text))
    add_lines(basket, carrier, lines)


def _result(formula: str, cells: Mapping[str, str]) -> str:
    delimited = _DELIMITED.search(formula)
    if delimited:
        formula = formula[: delimited.start()] + formula[delimited.end() :]
    pieces = [piece for piece in _pieces(formula, cells) if piece or not delimited]
    between = delimited[1].replace('""', '"') if delimited else ""
    return between.join(pieces)[:_LONGEST] if len(pieces) > 1 else ""


def _pieces(formula: str, cells: Mapping[str, str]) -> Iterator[str]:
    for term in _TERM.finditer(formula):
        if term["text"] is not None:
            yield term["text"].replace('""', '"')
        elif term["end"]:
            for reference in _range(term):
                yield cells.get(reference, "")
        else:
            yield cells.get(term["column"] + term["row"], "")


def _range(term: re.Match[str]) -> list[str]:
    """The cells of a range row by row, cut to what a text is put together from."""
    columns = range(_number(term["column"]), _number(term["last"]) + 1)
    rows = range(int(term["row"]), int(term["end"]) + 1)
    if len(columns) * len(rows) > _MOST_CELLS:
        return []
    return [f"{_letters(column)}{row}" for row in rows for column in columns]


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
