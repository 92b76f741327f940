"""Reads house numbers in words."""

from auditor.confidential.address.forms import Target
from auditor.confidential.address.reading.compare import OTHER, SPOKEN, Seen
from auditor.confidential.address.vocabulary.numbers import NUMBER_WORDS, REPEATS, spoken
from auditor.confidential.address.window import Window


def words_before(window: Window, first: int) -> tuple[str, int] | None:
    """The figures that number words right before token `first` stand for, and where they begin."""
    at = first
    while at > 0 and first - at < 4 and window.tokens.word(at - 1) in NUMBER_WORDS and window.close(at - 1):
        at -= 1
    value = spoken([window.tokens.word(i) for i in range(at, first)]) if at < first else None
    return (value, at) if value else None


def in_own_words(window: Window, index: int, target: Target, step: int) -> Seen | None:
    """The number in words of the address's own language, from `index` on by `step`: "treinta y seis"."""
    tokens, text = window.tokens, ""
    first = index - (step < 0 and tokens.word(index) in REPEATS)
    longest = max(map(len, target.said), default=0)
    at = first
    while 0 <= at < len(tokens) and len(text) < longest and (at == first or window.close(min(at, at - step))):
        text = tokens.word(at) + text if step < 0 else text + tokens.word(at)
        further = tokens.word(at + step)
        if text in target.said and not (further and text + further in target.said):
            return Seen(SPOKEN, min(at, index), max(at, index) + 1)
        at += step
    return None


def in_words(window: Window, index: int, target: Target) -> Seen | None:
    tokens = window.tokens
    first = index
    while first >= 0 and index - first < 10 and tokens.word(first) in NUMBER_WORDS:
        if first < index and not window.near(first):
            break
        first -= 1
    first += 1
    while first <= index and tokens.word(first) == "and":
        first += 1
    if first > index:
        return None
    value = spoken([tokens.word(i) for i in range(first, index + 1)])
    if value is None:
        return None
    if (
        tokens.is_digits(first - 1)
        and window.close(first - 1)
        and target.is_number(tokens.word(first - 1) + value)
    ):
        # "12 forty-seven"
        return Seen(SPOKEN, first - 1, index + 1)
    return Seen(SPOKEN if target.is_number(value) else OTHER, first, index + 1)
