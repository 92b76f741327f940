"""A fake source for check tests: fragments with words that a fake searcher knows."""

from collections.abc import Callable

import pytest

from auditor.confidential import Facts
from auditor.core.check import Brief, Check, Hit, Reading
from auditor.core.document import Document, Fragment
from auditor.core.finding import Finding
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind


class WordSearcher:
    """Finds the word "SECRET", and grades it by the letter after it: e exact, p probable, h hint."""

    GRADES = {"e": Grade.EXACT, "p": Grade.PROBABLE, "h": Grade.PARTIAL}

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def find_in(self, text: str) -> list[Match]:
        found = []
        start = text.find("SECRET")
        while start >= 0:
            grade = self.GRADES[text[start + 6]]
            found.append(
                Match(
                    start, start + 7, "shelter", self.kind, grade, Confidence.HIGH, "word", "the word itself"
                )
            )
            start = text.find("SECRET", start + 1)
        return found

    def mask(self, text: str) -> str:
        for letter in self.GRADES:
            text = text.replace(f"SECRET{letter}", "[shelter]")
        return text


Examine = Callable[..., list[Finding]]


@pytest.fixture
def examine() -> Examine:
    def run(
        check: Check, kind: Kind, *texts: tuple[str, str], page: bool = True, url: str = "https://a.example/x"
    ):
        searcher = WordSearcher(kind)
        fragments = tuple(Fragment(text, carrier, anchors=((0, "line 1"),)) for carrier, text in texts)
        hits = tuple(Hit(f, m) for f in fragments for m in searcher.find_in(f.text))
        document = Document(url, fragments=fragments, is_page=page)
        return list(check.examine(Reading(document, hits), Brief(searcher, Facts().fingerprints())))

    return run
