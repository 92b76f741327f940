"""Links and words that stand for a position which only a third party can tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MAP_LINK = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:www\.)?(?:"
    r"goo\.gl/maps/|maps\.app\.goo\.gl/|g\.co/maps/|maps\.apple/p/|g\.page/|binged\.it/|her\.is/|ge0\.me/"
    r"|(?:maps\.)?yandex\.[a-z.]{2,6}/(?:maps/|navi/)?-/|go\.2gis\.com/|what3words\.com/|w3w\.co/"
    r"|(?:maps|www)\.google\.[a-z.]{2,6}/(?:maps)?\?(?:[^\s\"'<>]{0,200}&)?cid=|waze\.com/(?:ul|live-map)/\?(?:[^\s\"'<>]{0,200}&)?place="
    r")[^\s\"'<>)\]}]{2,200}",
    re.IGNORECASE,
)
_SHORT_LINK = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:www\.)?"
    r"(?:bit\.ly|tinyurl\.com|t\.co|ow\.ly|is\.gd|buff\.ly|rb\.gy|cutt\.ly|tiny\.cc|t\.ly|shorturl\.at|goo\.gl|rebrand\.ly)"
    r"/[\w-]{3,40}",
    re.IGNORECASE,
)
_MAP_WORDS = re.compile(
    r"(?<![a-z])(?:maps?|directions?|location|located|find us|visit us|route|navigate|parking|gps)(?![a-z])",
    re.IGNORECASE,
)
_THREE_WORDS = re.compile(r"(?<!/)///[^\W\d_]{3,20}\.[^\W\d_]{3,20}\.[^\W\d_]{3,20}(?![\w.])")
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Unresolvable:
    """A place in a text, between `start` and `end`, that stands for a position nobody can tell offline."""

    start: int
    end: int
    reason: str


def unresolvable_links(text: str) -> list[Unresolvable]:
    """Map links and word codes in `text` (as published) that cannot be resolved without asking a third party.

    A general short link counts only where words about maps or directions stand near.
    """
    return sorted(_found(text), key=lambda found: found.start)


def _found(text: str) -> Iterator[Unresolvable]:
    asks = "cannot be resolved without asking a third party"
    for found in _MAP_LINK.finditer(text):
        yield Unresolvable(*found.span(), f"map link: {asks}")
    for found in _SHORT_LINK.finditer(text):
        if _MAP_LINK.match(text, found.start()):
            continue
        if _MAP_WORDS.search(text, max(0, found.start() - _AROUND), found.start()) or _MAP_WORDS.search(
            text, found.end(), found.end() + _AROUND
        ):
            yield Unresolvable(*found.span(), f"short link beside words about a map: {asks}")
    for found in _THREE_WORDS.finditer(text):
        yield Unresolvable(*found.span(), f"what3words address: {asks}")
