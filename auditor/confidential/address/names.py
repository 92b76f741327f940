"""Finds the names of streets among tokens: as written, shortened, run together, apart, or mistyped."""

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.confidential.address.forms import Form, Target
from auditor.confidential.address.glue import Splitter
from auditor.confidential.address.mistyped import (
    LEAST_MISTYPED,
    joins,
    kind_of_error,
    may_begin,
    mistyped_at,
    torn,
)
from auditor.confidential.address.reading.reading import Hit
from auditor.confidential.address.tokens import Token
from auditor.confidential.address.vocabulary.numbers import LOOKALIKES
from auditor.confidential.address.vocabulary.roman import roman_value
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, STREET_TYPES
from auditor.confidential.address.window import Window
from auditor.confidential.common_words import COMMON

_MOST_TOKENS = 9
_REACH = 7
"""How many tokens from its house number a mistyped name is looked for."""


class NameIndex:
    """Every form of every street's name, for looking up at any token."""

    __slots__ = ("_figures", "_forms", "_fuzzy", "_glued", "_heads", "_known", "_splitter")

    def __init__(self, targets: Sequence[Target]) -> None:
        self._forms: dict[str, list[Form]] = {}
        for target in targets:
            for text, form in target.forms.items():
                self._forms.setdefault(text, []).append(form)
        self._known = frozenset(word for target in targets for word in target.parts.name) | self._forms.keys()
        self._figures = dict(_run_together(targets))
        self._heads = frozenset(text[:n] for text in self._forms for n in range(1, len(text)))
        whole = {"".join(target.parts.name) for target in targets}
        long = [t for t in self._forms if not t.isdecimal() and (len(t) >= 5 or (len(t) == 4 and t in whole))]
        long.sort(key=len, reverse=True)
        self._glued = re.compile("|".join(map(re.escape, long))) if long else None
        self._splitter = Splitter(frozenset(t for target in targets for t in target.towns if len(t) >= 3))
        self._fuzzy: dict[int, list[tuple[str, Form]]] = {}
        for target in targets:
            near = [
                (text, form)
                for text, form in target.forms.items()
                if (len(text) >= LEAST_MISTYPED or _is_short_name(text, target))
                and _has_long_type(text, form)
                and (text.isalpha() or (target.parts.route and len(form.words) > 1))
                and not form.weak
                and not form.strict
                and (target.parts.route or len("".join(target.parts.name)) >= 3)
            ]
            self._fuzzy[id(target)] = near

    def hits(self, window: Window, numbers: dict[int, list[Target]]) -> Iterator[Hit]:
        """The names in the window, by position; of two that overlap at one token the longest.

        `numbers` tells where house numbers begin near which something like the street was seen.
        """
        self._letters_as_figures(window)
        self._figures_as_letters(window)
        self._unglue(window)
        taken: set[tuple[int, int]] = set()
        for index in range(len(window.tokens)):
            for hit in self._at(window, index):
                if (hit.form.surname or hit.form.shorter) and (id(hit.form.target), hit.first) in taken:
                    # The whole name was read there, with what leads it.
                    continue
                taken |= {(id(hit.form.target), i) for i in range(hit.first, hit.stop)}
                yield hit
        for hit in self._mistyped(window, numbers):
            # A whole name and type put together again may read better than the name alone.
            if hit.form.typed or (id(hit.form.target), hit.first) not in taken:
                yield hit

    def _at(self, window: Window, index: int) -> Iterator[Hit]:
        tokens = window.tokens
        text = ""
        best: dict[int, Hit] = {}
        for stop in range(index + 1, min(len(tokens), index + _MOST_TOKENS) + 1):
            if stop > index + 1 and not joins(window, stop - 2):
                break
            word = tokens.word(stop - 1).lstrip("0") or tokens.word(stop - 1)
            if stop > index + 1 and self._is_initial(text, word):
                continue
            text += word
            for form in self._forms.get(text, ()):
                if _is_other_ruler(window, form, stop):
                    continue
                if tokens.word(stop - 1) not in form.target.parts.name:
                    # The full stop of "Avda. Const. 14" ends no sentence.
                    window.shortened.add(stop - 1)
                best[id(form.target)] = Hit(form, index, stop, _quality(window, form, index, stop))
            if text not in self._heads:
                break
        yield from best.values()

    def _is_initial(self, text: str, word: str) -> bool:
        """True for a letter between the words of a name that has none there: "Martin L. King"."""
        if len(word) != 1 or not word.isalpha() or len(text) < 4 or text not in self._heads:
            return False
        return text + word not in self._heads and text + word not in self._forms

    def _mistyped(self, window: Window, numbers: dict[int, list[Target]]) -> Iterator[Hit]:
        """Names with one typing error, looked for near their own house number only."""
        tokens = window.tokens
        reached: dict[int, int] = {}
        likely: dict[tuple[int, str], list[tuple[str, Form]]] = {}
        for index, token in enumerate(tokens.items):
            for target in numbers.get(token.start, ()):
                # Where numbers stand close together each word is looked at once.
                low = max(0, index - _REACH, reached.get(id(target), 0))
                high = reached[id(target)] = min(len(tokens), index + _REACH)
                for first in range(low, high):
                    # Words come again and again: which names one may begin is worked out once.
                    key = id(target), tokens.word(first)
                    if key not in likely:
                        likely[key] = [n for n in self._fuzzy[id(target)] if may_begin(key[1], *n)]
                    yield from self._mistyped_forms(window, first, likely[key])
                yield from torn(window, index, target)

    def _mistyped_forms(self, window: Window, first: int, likely: list[tuple[str, Form]]) -> Iterator[Hit]:
        for text, form in likely:
            stop = mistyped_at(window, first, text, form)
            last = window.tokens.word(stop - 1) if stop else ""
            if stop and not _is_other_figure(form, last) and not _is_other_letter(form, last):
                yield Hit(form, first, stop, kind_of_error(window, first, form))

    def _unglue(self, window: Window) -> None:
        """Replace words that hold a street's name run together with its neighbours by their parts."""
        if self._glued is None:
            return
        items = window.tokens.items
        result: list[Token] = []
        changed = False
        for token in items:
            if cut := self._figures.get(token.text, 0):
                # "340916thstreet" is 3409 16th Street.
                changed = True
                result += _laid_out(token, [token.text[:cut], token.text[cut:]], kind="d")
                continue
            letters = token.kind == "w" and 4 <= len(token.text) <= 90
            wordy = letters and len(token.text) > 4
            parts = self._parts(token) if wordy else None
            if (
                letters
                and parts is None
                and result
                and result[-1].kind == "d"
                and result[-1].end == token.start
            ):
                parts = self._behind_ordinal(token)
            if parts:
                changed = True
                result += parts
            else:
                result.append(token)
        if changed:
            window.tokens.items = result

    def _figures_as_letters(self, window: Window) -> None:
        """Put words together in which figures or signs stand for letters: "N0rth Map1e"."""
        tokens = window.tokens
        if not tokens or not _MIXED.search(tokens.text, tokens[0].start, tokens[len(tokens) - 1].end):
            return
        for index in range(len(tokens) - 2, -1, -1):
            for count in (5, 3, 2):
                word = _as_letters(window, index, count)
                if word and (word in self._known or word in DIRECTIONS or word in STREET_TYPES):
                    last = tokens[index + count - 1]
                    tokens.items[index : index + count] = [Token(word, tokens[index].start, last.end, "w")]
                    break

    def _letters_as_figures(self, window: Window) -> None:
        """Put the figures of a numbered street together that letters stand for: "l6th", "1Oth"."""
        tokens = window.tokens
        if not tokens or not _MISREAD.search(tokens.text, tokens[0].start, tokens[len(tokens) - 1].end):
            return
        for index in range(len(tokens) - 2, -1, -1):
            if tokens.gap(index) or not (tokens.is_digits(index) or tokens.is_digits(index + 1)):
                continue
            count = 3 if tokens.is_digits(index + 1) and not tokens.gap(index + 1) else 2
            text = "".join(tokens.word(index + at) for at in range(count))
            figures = text[:-2].translate(LOOKALIKES)
            known = text[-2:] in _ENDINGS and figures + text[-2:] in self._forms
            if known and figures != text[:-2] and figures.isdecimal():
                start, end = tokens[index].start, tokens[index + count - 1].end
                parts = (Token(figures, start, end - 2, "d"), Token(text[-2:], end - 2, end, "w"))
                tokens.items[index : index + count] = parts

    def _behind_ordinal(self, token: Token) -> list[Token] | None:
        """ "thave" of "5thave" in two."""
        rest = self._splitter.right(token.text[2:]) if token.text[:2] in _ENDINGS else None
        if not rest:
            return None
        return list(_laid_out(token, [token.text[:2], *rest]))

    def _parts(self, token: Token) -> list[Token] | None:
        text = token.text
        if (
            self._glued is None
            or text in self._forms
            or text in COMMON
            or not (found := self._glued.search(text))
        ):
            return None
        left = self._splitter.left(text[: found.start()])
        right = self._splitter.right(text[found.end() :])
        if left is None or right is None or (found.start() == 1 and not right and len(found[0]) <= 4):
            # "Spine" is no south of Pine.
            return None
        return list(_laid_out(token, [*left, found[0], *right]))


_ENDINGS = ("st", "nd", "rd", "th")
_MISREAD = re.compile(r"(?:[oilsbzg|]\d|\d[oilsbzg|])(?:st|nd|rd|th)(?![a-z])")
_SIGNS_AS_LETTERS = {"|": "l", "@": "a", "$": "s", "!": "i"}
_MIXED = re.compile("[a-z](?:[0134578][a-z]|[|@$!][a-z]|[013457]{1,2}[^a-z0-9])")
_FIGURES_AS_LETTERS = str.maketrans("0134578", "oleastb")


def _as_letters(window: Window, index: int, count: int) -> str:
    """The word that `count` tokens from `index` on look like when figures are read as letters, or ""."""
    tokens = window.tokens
    if index + count > len(tokens):
        return ""
    parts = [tokens.word(index)]
    for at in range(index + 1, index + count):
        gap = tokens.gap(at - 1)
        if gap and gap not in _SIGNS_AS_LETTERS:
            return ""
        parts += (_SIGNS_AS_LETTERS.get(gap, ""), tokens.word(at))
    text = "".join(parts)
    if len(text) < 4 or not any(c.isalpha() for c in text):
        return ""
    return text.translate(_FIGURES_AS_LETTERS)


def _run_together(targets: Sequence[Target]) -> Iterator[tuple[str, int]]:
    """House number and the figures of a numbered street run together, and where the street begins."""
    for target in targets:
        for number in target.number_texts:
            for form in target.forms:
                figures = re.match(r"\d+", form)
                if figures and number.isdecimal():
                    yield number + figures[0], len(number)


def _laid_out(token: Token, words: Iterable[str], kind: str = "w") -> Iterator[Token]:
    """The words of which `token` is made, as tokens of their own."""
    at = token.start
    straight = token.end - token.start == len(token.text)
    for word in words:
        # Letters spaced out are not one to one with the text: then the parts share one span.
        start, end = (at, at + len(word)) if straight else (token.start, token.end)
        yield Token(word, start, end, kind)
        at += len(word)


def _quality(window: Window, form: Form, index: int, stop: int) -> str:
    """ "apart" when words are broken where the name has no break, otherwise "clean"."""
    count = stop - index
    if count == 1 or not form.words or count <= len(form.words):
        return "clean"
    tokens = window.tokens
    breaks = [tokens.gap(i) for i in range(index, stop - 1)]
    if sum(gap != "" for gap in breaks) < len(form.words):
        return "clean"
    if any("-" in gap and "\n" in gap for gap in breaks) or all(
        len(tokens.word(i)) == 1 for i in range(index, stop)
    ):
        return "clean"
    return "apart"


def _is_other_ruler(window: Window, form: Form, stop: int) -> bool:
    """True where another Roman figure follows a ruler's name: "Louis XVI" for Louis XIV."""
    following = window.tokens.word(stop)
    if len(following) < 2 or not roman_value(following) or not window.close(stop - 1):
        return False
    name = form.target.parts.name
    return bool(name) and roman_value(name[-1]) not in (0, roman_value(following))


def _is_other_figure(form: Form, last: str) -> bool:
    """True for "XXII" where the name ends in XXIII: that is no typing error."""
    wanted, seen = roman_value(form.words[-1]) if form.words else 0, roman_value(last)
    return wanted > 0 and seen > 0 and wanted != seen


def _is_other_letter(form: Form, last: str) -> bool:
    """True for "KK" where a county's road is known by the letter K: that is no typing error."""
    route = form.target.parts.route
    return route is not None and route[1].isalpha() and last != route[1]


def _is_short_name(text: str, target: Target) -> bool:
    """True for a whole name of four letters, in which few errors are recognised."""
    return len(text) == LEAST_MISTYPED - 1 and text == "".join(target.parts.name)


def _has_long_type(text: str, form: Form) -> bool:
    """False for a name run together with a type of a letter or two before it: "r" with "flores"."""
    parts = form.target.parts
    return not (form.typed and parts.type_first) or text.startswith(
        tuple(t for t in parts.types if len(t) > 2)
    )
