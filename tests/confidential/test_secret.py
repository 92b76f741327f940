"""A secret shows its label and nothing else."""

import copy
import json
import pickle
from collections.abc import Sequence

import pytest

from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.fold import Folded
from auditor.confidential.searcher import Searcher
from auditor.confidential.secret import Secret
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind


class Word(Fact):
    """A fact that is one word."""

    __slots__ = ("_word",)

    def __init__(self, word: str, label: str = "label") -> None:
        super().__init__(label)
        self._word = word

    @classmethod
    def compile(cls, facts: Sequence["Word"]) -> Finder:
        return WordFinder({fact._word: fact.label for fact in facts})


class WordFinder:
    def __init__(self, words: dict[str, str]) -> None:
        self.words = words

    def may_match(self, text: str) -> bool:
        return True

    def find(self, folded: Folded, original: str) -> list[Match]:
        found = []
        for word, label in self.words.items():
            at = folded.text.find(word)
            while at >= 0:
                first, last = folded.span(at, at + len(word))
                found.append(Match(first, last, label, Kind.NAME, Grade.EXACT, Confidence.HIGH, "word", "r"))
                at = folded.text.find(word, at + 1)
        return found


def test_shows_only_the_label() -> None:
    word = Word("maple", "shelter")
    shown = [repr(word), str(word), f"{word}", f"{word:>30}", "%s" % word, repr([word]), "{!r}".format(word)]  # noqa: UP031, UP032 - every way of formatting is tried
    assert all("maple" not in text for text in shown)
    assert repr(word) == "<Word shelter>"


@pytest.mark.parametrize("copier", [copy.copy, copy.deepcopy, pickle.dumps])
def test_cannot_be_copied_or_stored(copier) -> None:
    with pytest.raises(TypeError) as caught:
        copier(Word("maple"))
    assert "maple" not in str(caught.value)


def test_cannot_be_dumped() -> None:
    with pytest.raises(TypeError):
        json.dumps(Word("maple"))
    with pytest.raises(TypeError):
        vars(Word("maple"))


def test_is_equal_to_itself_alone() -> None:
    word = Word("maple")
    assert word == word
    assert word != Word("maple")
    assert len({word, word, Word("maple")}) == 2


def test_a_secret_type_needs_slots() -> None:
    with pytest.raises(TypeError, match="__slots__"):

        class Loose(Secret):
            pass


def test_masks_until_nothing_is_found() -> None:
    searcher = Searcher([Word("maple", "shelter"), Word("xshelx", "hide")])
    assert searcher.mask("A maple here") == "A [shelter] here"
    tricky = Searcher([Word("maple", "maple"), Word("ab", "x")])
    assert "maple" not in tricky.mask("my maple aabb")
    assert tricky.find_in(tricky.mask("my maple aabb maple")) == []


def test_a_public_fact_is_not_reported() -> None:
    searcher = Searcher([Word("maple")], public=[Word("maple tree"), Word("oak")])
    assert searcher.find_in("a maple tree") == []
    assert len(searcher.find_in("a maple tree, maple oak")) == 1
