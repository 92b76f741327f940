"""Polish, Czech and Slovak names as sentences decline them: "we Wrocławiu", "przy Marszałkowskiej"."""

from auditor.confidential.address.model import Parts
from auditor.confidential.address.vocabulary.lists import words

_COUNTRIES = ("pl", "cz", "sk")
_TYPES = frozenset(["ulica", "aleja", "osiedle", "plac", "namesti", "nabrezi"])
LED = words("w we v ve z ze do na u")
"""Words before a declined name."""
IN_TOWN = words("w we v ve")
"""Words for "in"."""
_LEAST = 3
_MOST_ADDED = 3


def is_slavic(parts: Parts) -> bool:
    """True for an address of a country whose names are declined."""
    return parts.country in _COUNTRIES or bool(parts.types and parts.types <= _TYPES)


def stem_of(town: str) -> str:
    """What stays of a town's name however it is declined: "Praha" is "v Praze"."""
    return town[: max(_LEAST, len(town) - 2)]


def declines(written: str, town: str) -> bool:
    """True when `written` may be the declined name of `town`."""
    stem = stem_of(town)
    return len(town) > _LEAST and written.startswith(stem) and len(written) <= len(town) + _MOST_ADDED


def declined(word: str) -> set[str]:
    """An adjective that a street is named by in other cases: "Dlouhá" as "Dlouhé", "Piękna" as "Pięknej"."""
    if len(word) > _LEAST and word.endswith("ie"):
        # "Aleje Jerozolimskie"
        return {word[:-1] + "ch"}
    if word.endswith("ovo"):
        # "Karlovo náměstí"
        return {word[:-1] + "e", word[:-1] + "a"}
    if len(word) <= _LEAST or not word.endswith("a"):
        return set()
    return {word[:-1] + ending for ending in ("ej", "iej", "e", "ou")}
