"""The ways of writing one name in plain letters."""

import re

from auditor.confidential.fold import fold

_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_DIGRAPH = re.compile("(?<![aeioq])([aou])e(?=[a-z])", re.IGNORECASE)


def spellings(text: str) -> tuple[str, ...]:
    """`text` folded, with umlauts written out ("mueller"), and with digraphs read as umlauts ("muller")."""
    plain = fold(text).text
    out = fold(text.translate(_WRITTEN_OUT)).text
    return tuple(dict.fromkeys((plain, out, _DIGRAPH.sub(r"\1", plain))))
