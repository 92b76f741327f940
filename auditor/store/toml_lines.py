"""Where a key stands in a TOML text: line numbers for error messages, which the parser does not keep."""

import re
from collections.abc import Sequence

Path = tuple[int | str, ...]
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*="""
)
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*\.?""")
_FENCES = ('"""', "'''")


def line_of(text: str, location: Sequence[int | str]) -> int | None:
    """The line (from 1) of the key at `location`, or of the nearest table around it; None when unknown.

    `location` names keys and, for arrays of tables, indexes from 0: `("section", 1, "control", 0, "weight")`.
    """
    lines = key_lines(text)
    for end in range(len(location), 0, -1):
        if (found := lines.get(tuple(location[:end]))) is not None:
            return found
    return None


def key_lines(text: str) -> dict[Path, int]:
    """The line (from 1) of every table header and every key that begins a line."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    fence, depth = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if fence:
            fence = "" if fence in line else fence
            continue
        if not depth and (header := _HEADER.match(line)):
            table = _enter(_parts(header[2]), counts, is_array=header[1] == "[[")
            lines.setdefault(table, number)
            continue
        if not depth and (key := _KEY.match(line)):
            lines.setdefault((*table, *_parts(key[1])), number)
        fence = _opened(line)
        depth = max(0, depth + _balance(line))
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _enter(names: tuple[str, ...], counts: dict[Path, int], *, is_array: bool) -> Path:
    """The path that a header opens; a name of an array of tables stands for its latest element."""
    path: Path = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if is_array and position == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _opened(line: str) -> str:
    """The fence of a multi-line string that this line opens and does not close."""
    return next((fence for fence in _FENCES if line.count(fence) % 2), "")


def _balance(line: str) -> int:
    """How many brackets of arrays and inline tables the line leaves open; those in strings do not count."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"' + r"|'[^']*'", "", line).partition("#")[0]
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
