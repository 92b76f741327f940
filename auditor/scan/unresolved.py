"""Links to a place on a map that only a third party can resolve: listed, because nobody may be asked."""

import re
from collections.abc import Iterable

from auditor.core.document import THIRD_PARTY, Document, Unchecked
from auditor.core.match import TextSearcher

_MEND = "open it yourself, see where it leads, and take it out if that is to be kept"
# The hosts such links begin with, seen from their last dot: a literal first character keeps this fast.
_MAY_BE = re.compile(
    r"\.(?:(?:gl|co|apple|page|it|is|me|ly|gd|gy|cc|at)/|(?<=yandex\.)|(?<=2gis\.)|(?<=google\.)"
    r"|com/(?:(?<=what3words\.com/)|(?<=url\.com/)|(?<=waze\.com/)))",
    re.IGNORECASE,
)


def unresolved(document: Document, searcher: TextSearcher) -> Iterable[Unchecked]:
    """Each map link and word code of the document once, masked."""
    from auditor.confidential.place import unresolvable_links

    found: dict[str, Unchecked] = {}
    for fragment in document.fragments:
        text = fragment.text
        if "///" not in text and not _MAY_BE.search(text):
            continue
        for link in unresolvable_links(text):
            shown = searcher.mask(text[link.start : link.end])
            reason = f"{link.reason} ({shown})"
            place = searcher.mask(fragment.place(link.start))
            found.setdefault(reason, Unchecked(document.url, reason, place, _MEND, THIRD_PARTY))
    return found.values()
