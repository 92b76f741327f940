"""Recognises the names of streets with a typing error, or with spaces misplaced."""

from collections.abc import Iterator

from auditor.confidential.address.forms import Form, Target
from auditor.confidential.address.reading.reading import Hit
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, STREET_TYPES
from auditor.confidential.address.window import Window
from auditor.confidential.common_words import COMMON
from auditor.confidential.edits import at_edge, one_edit, swapped

_STOPS = frozenset(",;|!?()")


LEAST_MISTYPED = 5
"""Names of fewer letters are not recognised with a typing error: it makes another name too easily."""


def joins(window: Window, index: int) -> bool:
    """True when the name may go on from token `index` to the next."""
    gap = window.tokens.gap(index)
    return gap in ("", " ", "-", "_") or (len(gap.strip(" .#")) <= 2 and not _STOPS.intersection(gap))


def torn(window: Window, number: int, target: Target) -> Iterator[Hit]:
    """Name and type together near their number, with spaces misplaced and at most one typing error."""
    tokens = window.tokens
    for first in (*range(number + 1, min(number + 5, len(tokens))), *range(max(0, number - 5), number)):
        if len(tokens.word(first)) == 1 and tokens.is_digits(first - 1) and not tokens.gap(first - 1):
            # "146C Copper Road": the letter is the number's.
            continue
        text = ""
        for stop in range(first + 1, min(first + 7, len(tokens) + 1)):
            if stop == first + 1 and tokens.word(first) in DIRECTIONS:
                # It is read as the direction; as a letter too many it would hide another one.
                break
            if tokens.is_digits(stop - 1):
                break
            # A tab parts the cells of a table: no word is torn there.
            if stop > first + 1 and (not joins(window, stop - 2) or "\t" in tokens.gap(stop - 2)):
                break
            text += tokens.word(stop - 1)
            if len(text) > 45:
                break
            # With a type of its own behind it, the name must not be another word.
            kind = tokens.word(stop - 1) if stop > first + 1 else ""
            if len(text) >= 6 and _is_whole(text, target, kind if kind in STREET_TYPES else ""):
                yield Hit(Form(target, typed=True), first, stop, "typo")
                break


def kind_of_error(window: Window, first: int, form: Form) -> str:
    """ "edge" where the mistyped word may as well be another one, otherwise "typo"."""
    for written, meant in zip(
        (window.tokens.word(first + i) for i in range(len(form.words))), form.words, strict=True
    ):
        if written != meant and (written in COMMON or written in STREET_TYPES):
            return "edge"
        if written == f"{meant}s" and meant in COMMON and not window.capital(first):
            # "15 orchards crossing the valley"
            return "edge"
        if written != meant and len(meant) < LEAST_MISTYPED:
            return "edge"
        if written != meant and not meant.startswith(written) and written != f"{meant}s":
            return "edge" if at_edge(written, meant) else "typo"
    return "typo"


def _is_whole(text: str, target: Target, kind: str) -> bool:
    """True for name and type with at most one typing error. `kind`: the type, if it stands apart."""
    if text in target.whole:
        return True
    name = text[: len(text) - len(kind)] if kind else ""
    if name and (name in COMMON or name in STREET_TYPES or not STREET_TYPES[kind] & target.parts.types):
        return False
    return any(
        typo
        and text[0] == meant[0]
        and abs(len(text) - len(meant)) <= 1
        and text != f"{meant}s"
        and one_edit(text, meant)
        and not (name and meant.endswith(kind) and _is_another(name, meant.removesuffix(kind)))
        for meant, typo in target.whole.items()
    )


def _is_another(name: str, meant: str) -> bool:
    return len(meant) < LEAST_MISTYPED or at_edge(name, meant)


def _contracts(written: str, meant: str) -> bool:
    """True when `written`, which a full stop follows, is short for `meant`: "Fco.", "Seb."."""
    rest = iter(meant)
    return len(written) >= 2 and written[0] == meant[0] and all(letter in rest for letter in written)


def may_begin(written: str, text: str, form: Form) -> bool:
    """False only when `mistyped_at` finds no name that begins with the word `written`."""
    if len(form.words) <= 1:
        return text.startswith(written) or one_edit(written, text)
    meant = form.words[0]
    return written == meant or _contracts(written, meant) or one_edit(written, meant)


def _slips_within(written: str, meant: str) -> bool:
    """True for a name of four letters with two changed round, or one doubled, and no other word."""
    if written in COMMON or written in STREET_TYPES:
        return False
    doubled = {meant[: at + 1] + meant[at:] for at in range(len(meant))}
    return swapped(written, meant) or written in doubled


def mistyped_at(window: Window, first: int, text: str, form: Form) -> int:
    """The end of a name with one typing error that begins at token `first`, or 0."""
    tokens = window.tokens
    if len(form.words) <= 1:
        word = tokens.word(first)
        # "Mapl." is cut short; anything else must be one typing error away.
        if len(word) >= 3 and text.startswith(word) and tokens.gap(first).startswith("."):
            window.shortened.add(first)
            return first + 1
        near = one_edit(word, text) if len(text) >= LEAST_MISTYPED else _slips_within(word, text)
        return first + 1 if len(word) >= 4 and near else 0
    errors = 0
    for offset, meant in enumerate(form.words):
        if first + offset >= len(tokens) or (offset and not joins(window, first + offset - 1)):
            return 0
        written = tokens.word(first + offset)
        if written != meant:
            errors += 1
            following = STREET_TYPES.get(tokens.word(first + offset + 1), frozenset())
            inside = offset + 1 < len(form.words) or bool(following & form.target.parts.types)
            dotted = tokens.gap(first + offset).startswith(".") and inside
            if dotted and errors == 1 and _contracts(written, meant):
                continue
            road = len(meant) == 4 and form.words[-1].isdecimal() and swapped(written, meant)
            if errors > 1 or not (road or (len(meant) >= LEAST_MISTYPED and one_edit(written, meant))):
                return 0
    return first + len(form.words) if errors == 1 else 0
