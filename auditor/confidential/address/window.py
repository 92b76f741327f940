"""A stretch of text around a possible address, in tokens, with the original letters at hand."""

import re
from dataclasses import dataclass, field

from auditor.confidential.address.tokens import Tokens
from auditor.confidential.address.vocabulary.streets import DIRECTIONS, STREET_TYPES
from auditor.confidential.fold import Folded, as_written

_CLOSE = re.compile(r"[\s.\-_+/*~]*$")


@dataclass(slots=True, repr=False)
class Window:
    """Tokens, and questions about how they stand to each other."""

    tokens: Tokens
    folded: Folded
    original: str
    small: bool | None = None
    shortened: set[int] = field(default_factory=set)
    """Tokens known to be cut short: the full stop behind them ends no sentence."""
    towns: dict[tuple[int, int], int] = field(default_factory=dict)
    """What was found out about towns: readings that overlap ask for the same ones."""

    def near(self, index: int) -> bool:
        """True when token `index` and the next one may belong to one address line or data record."""
        gap = self.tokens.gap(index)
        solid = gap.strip()
        return len(solid) <= 8 and not any(c in solid for c in "?!") and gap.count("\n") <= 3

    def close(self, index: int) -> bool:
        """True when only space, line ends, dots and hyphens stand between token `index` and the next."""
        return bool(_CLOSE.match(self.tokens.gap(index)))

    def sentence_ends(self, index: int) -> bool:
        """True when a sentence seems to end behind token `index`: a full stop behind a whole word."""
        gap, word = self.tokens.gap(index), self.tokens.word(index)
        if any(c in gap for c in "?!"):
            return True
        short = word.endswith(("str", "gr", "pl", "nr")) or (
            word in STREET_TYPES and word not in STREET_TYPES[word]
        )
        short = short or index in self.shortened
        return gap.startswith((". ", ".\n")) and len(word) > 4 and not short

    def capital(self, index: int) -> bool:
        """True when the token begins with a capital letter as published; not so behind the last one."""
        return index < len(self.tokens) and self.written(index)[:1].isupper()

    def shouted(self, index: int) -> bool:
        """True when the whole token is in capitals as published; not so behind the last one."""
        return index < len(self.tokens) and self.written(index).isupper()

    def written(self, index: int) -> str:
        """The token as published."""
        token = self.tokens[index]
        start, end = self.folded.span(token.start, token.end)
        return as_written(self.original[start:end])

    def lower_case_text(self) -> bool:
        """True when the stretch has no capital letter at all: a slug, a tag, a hasty message."""
        if self.small is None:
            items = self.tokens.items
            start, end = self.folded.span(items[0].start, items[-1].end) if items else (0, 0)
            self.small = not items or as_written(self.original[start:end]).islower()
        return self.small

    def direction(self, index: int, step: int) -> tuple[str, int]:
        """The direction at `index`, alone or with its neighbour by `step`, and how many tokens it takes."""
        word = self.tokens.word(index)
        other = index + step
        gap = self.tokens.gap(min(index, other))
        pair = self.tokens.word(other)
        both = pair + word if step < 0 else word + pair
        # "south west" and "s.w."; a longer word may also have been torn apart ("nor th").
        halves = (pair in DIRECTIONS and word in DIRECTIONS) or len(both) > 4
        if pair and word and halves and both in DIRECTIONS and gap.strip(" .-/_+") == "":
            return DIRECTIONS[both], 2
        return (DIRECTIONS[word], 1) if word in DIRECTIONS else ("", 0)
