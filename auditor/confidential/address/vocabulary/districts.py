"""Postal districts of a town: "Dublin 9", "Praha 5", "London SW9", "Glasgow G12"."""

import re

_BEHIND_TOWN = re.compile(r"^(?P<town>[a-z][a-z .'-]*[a-z])\s+(?P<code>d?\d{1,2}w?|[a-z]{1,2}\d[\da-z]?)$")
_ALONE = re.compile(r"^(?P<code>d\d{1,2}w?|[a-z]{1,2}\d[\da-z]?)$")
_LETTERED = re.compile(r"(?P<code>[a-z]{1,2}\d[\da-z]?)(?P<rest>\s?\d[a-z]{2})?(?![a-z\d])")
_COUNTED = re.compile(
    r"(?P<code>d?\s?\d{1,2}\s?w?)(?P<rest>\s(?=[a-z]*\d)[a-z\d]{4})?(?![a-z\d]|[-:/.]\d|\s?%)"
)


def district_in(segment: str) -> tuple[str, str]:
    """The town and the district that `segment`, a line of a typed address, names; or ("", "")."""
    if found := _BEHIND_TOWN.match(segment):
        return found["town"], plain(found["code"])
    found = _ALONE.match(segment)
    return ("", plain(found["code"])) if found else ("", "")


def plain(code: str) -> str:
    """A district as it is compared: Dublin's "D09" and "Dublin 9" are both "9"."""
    figures = re.fullmatch(r"d?\s?0?(\d{1,2})\s?(w?)", code)
    return figures[1] + figures[2] if figures else code


def of_eircode(postcode: str) -> str:
    """The district of Dublin that an Irish postcode belongs to, or ""."""
    return plain(postcode[:3]) if re.match(r"d(?:\d\d|6w)", postcode) else ""


def district_at(text: str, start: int, wanted: str) -> tuple[str, int]:
    """A district of the same sort as `wanted` at `start` of folded `text`, and where it ends with what else
    belongs to the postcode; ("", 0) when there is none.
    """
    found = (_COUNTED if wanted[0].isdecimal() else _LETTERED).match(text, start)
    return (plain(found["code"]), found.end()) if found else ("", 0)
