"""Postcodes of the countries whose addresses are understood."""

import re

_PATTERNS = (
    ("us", r"(?<![\d-])(\d{5})(?:[-\s]?(\d{4}))?(?![\d-])"),
    ("ca", r"\b([abceghj-nprstvxy]\d[abceghj-nprstv-z])[\s-]?(\d[abceghj-nprstv-z]\d)\b"),
    ("ie", r"\b([ac-fhknprtv-y]\d[\dw])[\s-]?([\dac-fhknprtv-y]{4})\b"),
    ("gb", r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[abd-hjlnp-uw-z]{2})\b"),
    ("ar", r"\b([a-hj-np-z]\d{4})([a-z]{3})\b"),
    ("nl", r"(?<![\d-])([1-9]\d{3})\s?([a-z]{2})\b"),
    ("br", r"(?<![\d-])(\d{5})-(\d{3})(?![\d-])"),
    ("pt", r"(?<![\d-])(\d{4})-(\d{3})(?![\d-])"),
    ("four", r"(?<![\d-])(\d{4})(?![\d-])"),
)
PATTERNS = {country: re.compile(pattern) for country, pattern in _PATTERNS}
"""The shape of a postcode by country; `us` also serves the other countries with five figures."""

FINE = frozenset(["ca", "gb", "nl", "ie", "ar"])
"""Countries whose postcode stands for a few doors, so that with a house number it is an address."""


def code_of(found: re.Match[str], country: str) -> str:
    """The postcode in one canonical spelling; for the ZIP code, its five figures."""
    if country in ("us", "four"):
        return found[1]
    return found[1] + found[2]
