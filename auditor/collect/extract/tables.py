"""Tables: rows as lines, and what the column headings say of the values below them."""

import re
from collections.abc import Callable, Iterator, Sequence

from auditor.collect.extract import named
from auditor.collect.extract.part import Basket

Row = Sequence[str]
_NUMBER_AND_WORDS = re.compile(r"\d.*[^\W\d_]{2}|[^\W\d_]{2}.*\d")
_STREET = re.compile(r"\d.*[^\W\d_]{2}.*[^\W\d_]{2}|[^\W\d_]{2}.*[^\W\d_]{2}.*\d")
_HEADING_ROWS = 5


def add_rows(
    basket: Basket, carrier: str, rows: Sequence[Row], places: Sequence[str], where: str = ""
) -> None:
    """One fragment with a line for each row, then the addresses and positions that rows make."""
    lines, anchors, at = [], [], 0
    for row, place in zip(rows, places, strict=True):
        line = ", ".join(_in_one_line(cell) for cell in row if cell)
        if line:
            anchors.append((at, place))
            lines.append(line)
            at += len(line) + 1
    basket.add(carrier, "\n".join(lines), where, tuple(anchors))
    add_joined(basket, carrier, rows, places, where)


def add_joined(
    basket: Basket,
    carrier: str,
    rows: Sequence[Row],
    places: Sequence[str],
    where: str | Callable[[], str] = "",
) -> None:
    """What the headings of a table say, and a small table read downwards.

    `where` may be given as a function, which is called only when there is anything to add.
    """
    clean = [[_in_one_line(cell) for cell in row] for row in rows]
    whole, anchors, at = [], [], 0
    for index, text in joined_rows(clean):
        basket.note(text)
        anchors.append((at, places[index]))
        whole.append(text)
        at += len(text) + 1
    columns = [] if whole else list(_columns(clean))
    if not whole and not columns:
        return
    place = where() if callable(where) else where
    basket.add(carrier, "\n".join(whole), place, tuple(anchors))
    for column in columns:
        basket.add(carrier, column, ", ".join(p for p in (place, "read by columns") if p))


def _in_one_line(cell: str) -> str:
    """A cell without line ends; between the lines of what may be an address stands a comma."""
    lines = [" ".join(line.split()) for line in cell.split("\n")] if "\n" in cell else [cell]
    if len(lines) == 1:
        return " ".join(cell.split())
    is_placed = any(_NUMBER_AND_WORDS.search(line) for line in lines)
    return (", " if is_placed else " ").join(filter(None, lines))


def joined_rows(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """(row, text) for each address, position or name that the headings of the table let us put together."""
    for at in range(min(_HEADING_ROWS, len(rows))):
        headings = rows[at]
        if len({named.meaning_of(cell) for cell in headings} - {""}) < 2:
            continue
        for index in range(at + 1, len(rows)):
            pairs = zip(headings, rows[index], strict=False)
            for text in named.joined([p for p in pairs if p[0] and p[1]]):
                yield index, text
        return
    labelled = [(row[0], row[1]) for row in rows if len(row) >= 2 and row[0] and row[1]]
    for group in named.groups(labelled):
        for text in named.joined(group):
            yield 0, text


def _columns(rows: Sequence[Row]) -> Iterator[str]:
    """The columns of a small table, for an address written down one of them.

    A cell that holds a number and a street is read in its row: downwards it would lose its town.
    """
    width = max(map(len, rows), default=0)
    if not (2 <= len(rows) <= 12 and 2 <= width <= 12):
        return
    if not any(character.isdigit() for row in rows for cell in row for character in cell):
        return
    for i in range(width):
        cells = [row[i] for row in rows if i < len(row) and row[i] and not _goes_on(row, i)]
        if len(cells) > 1:
            yield "\n".join(cells)


def _goes_on(row: Row, at: int) -> bool:
    """Whether the cell at `at` may be a street whose town stands in the next cell of the row."""
    behind = next((cell for cell in row[at + 1 :] if cell), "")
    return behind[:1].isalpha() and bool(_STREET.search(row[at]))
