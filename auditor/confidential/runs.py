"""The runs of letters and figures in a text, worked out once for all finders that look words up."""

import re

from auditor.confidential.fold import Folded

_RUN = re.compile("[a-z0-9]+")


class _Last:
    """The text looked at last and its runs."""

    pair: tuple[Folded, frozenset[str]] | None = None


def runs_of(folded: Folded) -> frozenset[str]:
    """Every run of letters and figures in `folded`."""
    last = _Last.pair
    if last is None or last[0] is not folded:
        last = _Last.pair = (folded, frozenset(_RUN.findall(folded.text)))
    return last[1]
