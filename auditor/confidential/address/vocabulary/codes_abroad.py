"""Recognises postcodes of another country behind a street: they name another place."""

from auditor.confidential.address.tokens import Tokens
from auditor.confidential.address.vocabulary.postcodes import LETTERED, PATTERNS
from auditor.confidential.address.window import Window


def code_abroad(window: Window, at: int, country: str) -> int:
    """Where a British, Canadian or Irish postcode that is not of `country` ends, at token `at`; or 0."""
    if not window.shouted(at):
        return 0
    text, start = window.tokens.text, window.tokens[at].start
    shapes = (PATTERNS[other].match(text, start) for other in LETTERED if other != country)
    return next((shape.end() for shape in shapes if shape), 0)


def district_abroad(tokens: Tokens, at: int) -> bool:
    """True for the district of another town that an Irish postcode follows: "Dublin 7, D07 X2P4"."""
    if not tokens.is_digits(at) or len(tokens.word(at)) > 2 or at + 1 >= len(tokens):
        return False
    return PATTERNS["ie"].match(tokens.text, tokens[at + 1].start) is not None


def at_code_of_four(tokens: Tokens, at: int) -> bool:
    """True at four figures that are no year: "Maple Street, Auckland 1024"."""
    word = tokens.word(at)
    return len(word) == 4 and word.isdecimal() and word[:2] not in ("18", "19", "20")
