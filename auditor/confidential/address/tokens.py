"""Cuts folded text into words and numbers, mending what keeps an address from being seen."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_SPACED_OUT = 4
"""Single characters in a row that are a word spaced out."""
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}\s*/?>")


@dataclass(slots=True, repr=False)
class Token:
    """A word or number at `start` to `end` of the folded text. `kind` is "w" or "d"."""

    text: str
    start: int
    end: int
    kind: str


@dataclass(slots=True, repr=False)
class Tokens:
    """The tokens of a stretch of folded text, and the gaps between them."""

    text: str
    items: list[Token] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Token:
        return self.items[index]

    def gap(self, index: int) -> str:
        """What stands between token `index` and the next one, without simple tags."""
        if not 0 <= index < len(self.items) - 1:
            return "\n\n"
        gap = self.text[self.items[index].end : self.items[index + 1].start]
        return _TAG.sub("", gap) if "<" in gap else gap

    def word(self, index: int) -> str:
        """The token's text, or nothing outside the stretch."""
        return self.items[index].text if 0 <= index < len(self.items) else ""

    def is_digits(self, index: int) -> bool:
        """True when the token at `index` is a number in figures."""
        return 0 <= index < len(self.items) and self.items[index].kind == "d"


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text` between `start` and `end`; letters spaced out are put together again."""
    items: list[Token] = []
    single = run = 0
    for found in _outside_tags(text, start, end):
        word = found[0]
        first, last = found.span()
        items.append(Token(word.replace("'", ""), first, last, "d" if word[0].isdecimal() else "w"))
        single = single + 1 if last - first == 1 else 0
        run = max(run, single)
    return Tokens(text, list(_unspaced(text, items)) if run >= _SPACED_OUT else items)


def _outside_tags(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    tags = [tag.span() for tag in _TAG.finditer(text, start, end)] if "<" in text[start:end] else []
    at = 0
    for found in _TOKEN.finditer(text, start, end):
        while at < len(tags) and tags[at][1] <= found.start():
            at += 1
        if at == len(tags) or found.start() < tags[at][0]:
            yield found


def _unspaced(text: str, tokens: list[Token]) -> Iterable[Token]:
    """Puts runs of single characters together that stand apart by the same gap each.

    Four or more are such a run; fewer only beside one: "8 8   P a r k   R d".
    """
    runs = list(_runs(text, tokens))
    long = [stop - first >= _SPACED_OUT for first, stop in runs]
    for at, (first, stop) in enumerate(runs):
        beside = any(long[max(0, at - 1) : at + 2])
        if long[at] or (beside and stop - first > 1):
            yield from _by_kind(tokens[first:stop])
        else:
            yield from tokens[first:stop]


def _runs(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The tokens in stretches: of single characters by the same gap, or one token alone."""
    at = 0
    while at < len(tokens):
        stop = at + 1
        gap = text[tokens[at].end : tokens[stop].start] if stop < len(tokens) else ""
        if _is_single(tokens[at]) and 0 < len(gap) <= 3:
            while (
                stop < len(tokens)
                and _is_single(tokens[stop])
                and text[tokens[stop - 1].end : tokens[stop].start] == gap
            ):
                stop += 1
        if stop == at + 2 and stop < len(tokens) and _is_single(tokens[stop]):
            # The gap between two words, of which the second is the one spaced out.
            stop -= len(text[tokens[stop - 1].end : tokens[stop].start]) < len(gap)
        yield at, stop
        at = stop


def _is_single(token: Token) -> bool:
    return token.end - token.start == 1


def _by_kind(run: list[Token]) -> Iterable[Token]:
    """One token for each stretch of letters and each of digits in a spaced-out run."""
    first = 0
    for index in range(1, len(run) + 1):
        if index == len(run) or run[index].kind != run[first].kind:
            part = run[first:index]
            yield Token("".join(t.text for t in part), part[0].start, part[-1].end, part[0].kind)
            first = index
