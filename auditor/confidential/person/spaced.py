"""Names whose letters are spaced out: "A l e x   F e r n a n d e z"."""

import re
from collections.abc import Iterable, Iterator

from auditor.confidential.glance import Glance

_LETTERS = re.compile(r"(?<![a-z0-9])[a-z](?:[\s.\-_*·]{1,3}[a-z](?![a-z0-9'])){6,60}")
"""Seven single letters or more, apart by one to three signs each."""
_LEAST = 7
"""A name of fewer letters is not looked for: initials in a row may spell it."""


_SINGLE = b" x "
_SINGLES = re.compile(rb" x(?: {1,3}x){6} ")
"""What the outline of a text has where such letters stand."""


def may_be_spaced(seen: Glance) -> bool:
    """False only when no letters are spaced out in the text.

    The single letters of the outline are looked up first, which is far cheaper than the expression.
    """
    outline = seen.outline
    at = outline.find(_SINGLE)
    while at >= 0:
        if _SINGLES.match(outline, at):
            return _LETTERS.search(seen.text) is not None
        at = outline.find(_SINGLE, at + 2)
    return False


def spaced_names(text: str, names: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Where one of `names` (given name and surname in letters) is spaced out, in either order."""
    wanted = {run for given, surname in names for run in (given + surname, surname + given)}
    wanted = {run for run in wanted if len(run) >= _LEAST}
    for found in _LETTERS.finditer(text):
        places = [at for at in range(*found.span()) if text[at].isalpha()]
        letters = "".join(text[at] for at in places)
        for run in wanted:
            at = letters.find(run)
            if at >= 0:
                yield places[at], places[at + len(run) - 1] + 1
