"""Names of data fields that stand between the parts of an address: `"street_type": "Dr"`, `house-no="12"`."""

import re

from auditor.confidential.address.vocabulary.lists import in_order
from auditor.confidential.address.window import Window

_STREET = in_order(
    """
    street st str strt road rd addresses address addr adr type typ suffix sfx suf kind name nm nam
    dir direction directional drctn drn prefix predir postdir pre post pfx number nbr num nr no
    house hse hs civic premises premise thoroughfare data field values value val key label property
    itemprop schema span div td th class id qualifier modifier designator abbreviation abbrev abbr
    full line delivery primary base situs site mailing mail physical location loc input
    """
)
_PLACE = in_order(
    """
    city town municipality locality place region state province prov county country postal zipcode zip
    postcode code community suburb cty
    """
)
_SIGNS = frozenset(":=>")
_APART = frozenset("\n\t|")
_LONGEST = 10
"""Words of the names of fields that stand side by side, at most."""


def _pieces(words: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))})+")


_OF_STREETS = _pieces(_STREET)
_OF_PLACES = _pieces(_STREET + _PLACE)


def past_keys(window: Window, index: int, *, place: bool = False) -> int:
    """The token behind the names of fields that begin at `index`; `index` itself where none do.

    `place` takes in the fields of towns and postcodes too.
    """
    tokens, known = window.tokens, _OF_PLACES if place else _OF_STREETS
    if index >= len(tokens) or not tokens.gap(index - 1).strip(" "):
        return index
    stop = index
    for at in range(index, min(len(tokens) - 1, index + _LONGEST)):
        if not known.fullmatch(tokens.word(at)):
            break
        if _ends_key(window, at, first=stop):
            stop = at + 1
        elif tokens.gap(at) not in ("_", "-", " ", "") and tokens.word(at + 1) != "value":
            break
    return stop


def before_keys(window: Window, index: int) -> int:
    """The token before the names of fields that end at `index`; `index` itself where none do."""
    tokens = window.tokens
    if not _ends_key(window, index, first=index - 1):
        return index
    for at in range(index, max(-1, index - _LONGEST), -1):
        if not _OF_STREETS.fullmatch(tokens.word(at)):
            return at
        gap = tokens.gap(at - 1)
        if gap not in ("_", "-", " ", "") and tokens.word(at) != "value" and not _SIGNS.intersection(gap):
            return at - 1
    return index


def _ends_key(window: Window, at: int, *, first: int) -> bool:
    """True where a field's name ends at the token `at`: before a sign, or a line's end behind two words."""
    gap = window.tokens.gap(at)
    return bool(_SIGNS.intersection(gap) or (_APART.intersection(gap) and at > first)) and window.near(at)
