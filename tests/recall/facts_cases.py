"""The corpora of phones, places, people, names and plates, as cases for `python -m tests.recall`."""

from collections.abc import Iterator

from auditor.confidential import Searcher
from tests.recall.corpus import Case, Wanted
from tests.recall.test_facts_recall import NEAR, PLANTED


def cases() -> Iterator[Case]:
    """A planted text needs a match of any grade: many of the forms are partial by rule."""
    for kind, fact, form, text in PLANTED:
        yield Case(f"{kind}: {form}", Searcher([fact]), text, Wanted.HINT)
    for kind, fact, form, text in NEAR:
        yield Case(f"{kind}: {form}", Searcher([fact]), text, Wanted.SILENT)
