"""Masking for output: a fact is hidden in every encoding that a reader could undo."""

import re

from auditor.core.document import Resource
from auditor.core.match import Match, TextSearcher
from auditor.core.status import Kind

# Percent, backslash and equals escapes, character references, runs that may be base64 or hexadecimal.
_MAY_ENCODE = re.compile(r"%[0-9A-Fa-f]{2}|\\.|=[0-9A-F]{2}|&#?\w+;|[A-Za-z0-9+/_=-]{12}")
_PARTS = re.compile(r"[^\s/?&=#;,:\"'<>()\[\]{}|]+")
_TOKENS = re.compile(r"\S+")


class DiscreetSearcher:
    """A searcher whose `mask` also hides facts that stand percent-encoded, escaped or in base64.

    A page's address or an excerpt can carry the fact a second time, in a form that the search of a plain
    text does not read. What is shown is therefore read the way documents are; the smallest part that still
    gives a fact away is replaced whole.
    """

    def __init__(self, inner: TextSearcher) -> None:
        self._inner = inner

    def find_in(self, text: str) -> list[Match]:
        """As the inner searcher."""
        return self._inner.find_in(text)

    def mask(self, text: str) -> str:
        """`text` without any fact, plain or encoded."""
        text = self._inner.mask(text)
        for pattern in (_PARTS, _TOKENS):
            if not self._gives_away(text):
                return text
            text = pattern.sub(self._mask_part, text)
        label = self._gives_away(text)
        return f"[{label}]" if label else text

    def _mask_part(self, found: re.Match[str]) -> str:
        label = self._gives_away(found[0])
        return f"[{label}]" if label else found[0]

    def _gives_away(self, text: str) -> str:
        """The label of a fact that stands encoded in `text`, or nothing."""
        from auditor.collect.extract import read

        if not _MAY_ENCODE.search(text):
            return ""
        document = read(Resource(url="", body=text.encode("utf-8", "replace"), media_type="text/plain"))
        for fragment in document.fragments:
            for match in self._inner.find_in(fragment.text):
                if match.kind is not Kind.OTHER_ADDRESS:
                    return match.label
        return ""
