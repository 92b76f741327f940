"""Postcodes of the countries whose addresses are understood."""

import re

_PATTERNS = (
    ("us", r"(?<![\d-])(\d{5})(?:[-\s]?(\d{4}))?(?![\d-])"),
    ("ca", r"\b([abceghj-nprstvxy]\d[abceghj-nprstv-z])[\s-]?(\d[abceghj-nprstv-z]\d)\b"),
    ("ie", r"\b([ac-fhknprtv-y]\d[\dw])[\s-]?([\dac-fhknprtv-y]{4})\b"),
    ("gb", r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[abd-hjlnp-uw-z]{2})\b"),
    ("ar", r"\b([a-hj-np-z]\d{4})([a-z]{3})\b"),
    ("nl", r"(?<![\d-])([1-9]\d{3})\s?([a-z]{2})\b"),
    ("br", r"(?<![\d-])(\d{5})-?(\d{3})(?![\d-])"),
    ("pt", r"(?<![\d-])(\d{4})-(\d{3})(?![\d-])"),
    ("pl", r"(?<![\d-])(\d{2})-(\d{3})(?![\d-])"),
    *((country, r"(?<![\d-])(\d{3})\s(\d{2})(?![\d-])") for country in ("se", "cz", "sk", "gr")),
    ("four", r"(?<![\d-])(\d{4})(?![\d-])"),
)
PATTERNS = {country: re.compile(pattern) for country, pattern in _PATTERNS}
"""The shape of a postcode by country; `us` also serves the other countries with five figures."""

FINE = frozenset(["ca", "gb", "nl", "ie", "ar"])
"""Countries whose postcode stands for a few doors, so that with a house number it is an address."""


LETTERED = ("gb", "ca", "ie")
"""Countries whose postcodes begin with a letter, each in a shape of its own."""
BEFORE_TOWNS = ("pl", "se")
"""Codes in two groups of figures, told from house numbers by the town behind them where no country is
given. The Czech, Slovak and Greek ones look like Sweden's."""
IN_GROUPS = frozenset(["pt", "br", "pl", "se", "cz", "sk", "gr"])
"""Countries whose code is written in two groups of figures."""
_FIRST_GROUP = {"pt": 4, "br": 5, "pl": 2}
"""How many figures the first of two groups has; elsewhere three, where there are five in all."""


def own_code_at(text: str, start: int, postcode: str, country: str) -> int:
    """Where `postcode`, a code that is written in two groups of figures, ends; 0 when `text` has not got it
    at `start`.
    """
    cut = _FIRST_GROUP.get(country, 3 if len(postcode) == 5 else 0)
    if not cut or not postcode.isdecimal():
        return 0
    found = re.compile(rf"{postcode[:cut]}[\s-]?{postcode[cut:]}(?!\d)").match(text, start)
    return found.end() if found else 0


def outward_code_at(text: str, start: int, postcode: str, country: str) -> int:
    """Where the first half of a British `postcode`, which stands for a district, ends; 0 when it is not
    at `start` by itself.
    """
    if country != "gb":
        return 0
    found = re.compile(rf"{postcode[:-3]}(?!\s?\d)(?![a-z])").match(text, start)
    return found.end() if found else 0


def code_of(found: re.Match[str], country: str) -> str:
    """The postcode in one canonical spelling; for the ZIP code, its five figures."""
    if country in ("us", "four"):
        return found[1]
    return found[1] + found[2]
