"""Facts in scripts and with signs that the rules do not know are found as they are written, and warned of."""

import pytest

from auditor.confidential import Facts
from auditor.core.status import Grade, Kind

FACTS = [
    ("address", "東京都千代田区丸の内1-9-1", Kind.ADDRESS),
    ("address", "서울특별시 중구 세종대로 110", Kind.ADDRESS),
    ("address", "شارع الملك فهد 12، الرياض", Kind.ADDRESS),
    ("address", "רחוב הרצל 10, תל אביב", Kind.ADDRESS),
    ("address", "ул. Тверская, д. 13, Москва", Kind.ADDRESS),
    ("names", "Дом Клён", Kind.NAME),
    ("names", "Haus <Nord>", Kind.NAME),
    ("person", "山田 太郎", Kind.PERSON),
    ("person", "محمد علي", Kind.PERSON),
]


def facts_of(section: str, text: str) -> Facts:
    entry = {
        "address": {"address": [{"label": "x", "text": text}]},
        "names": {"address": [{"label": "x", "names": [text]}]},
        "person": {"person": [{"label": "x", "name": text}]},
    }
    return Facts.from_table({"schema": 1, **entry[section]})


@pytest.mark.parametrize(("section", "text", "kind"), FACTS)
def test_a_fact_in_any_script_is_found_and_masked(section, text, kind):
    facts = facts_of(section, text)
    searcher = facts.searcher()
    for page in (text, f"See {text} now", f"<p>{text.replace(' ', '&nbsp; ')}</p>", text.replace(" ", "\n")):
        assert [(m.kind, m.grade) for m in searcher.find_in(page)] == [(kind, Grade.EXACT)]
        assert searcher.find_in(searcher.mask(page)) == []
    assert facts.counts() == {kind.value: 1}
    assert len(facts) == 1


@pytest.mark.parametrize(("section", "text", "kind"), FACTS)
def test_half_of_it_is_no_exact_match(section, text, kind):
    half = text[: len(text) // 2]
    assert not [m for m in facts_of(section, text).searcher().find_in(half) if m.grade is Grade.EXACT]


def test_it_is_said_that_other_spellings_are_not_known():
    assert any("as it is written" in weakness for _, weakness in facts_of(*FACTS[0][:2]).weaknesses())
    assert not facts_of("address", "1247 North Maple Street, Springfield, IL 62704").weaknesses()


def test_words_in_plain_letters_keep_to_the_rules_of_their_kind():
    assert facts_of("names", "Maple House").searcher().find_in("a maple house with a porch") == []


def test_a_person_of_any_script_does_not_stop_the_search():
    assert facts_of("person", "Анна Иванова").searcher().find_in("спросите: Анна Иванова")


@pytest.mark.parametrize(
    ("fact", "text", "other"),
    [
        (
            "ул. Кленовая д. 10, кв. 40, г. Тверь, 170000",
            "Приходите: ул. Кленовая, д. 10",
            "ул. Кленовая, д. 11",
        ),
        ("香港东路6号, 青岛市, 山东省", "地址：青岛市香港东路6号", "香港东路7号"),
        ("רחוב הרצל 10, תל אביב", "רחוב הרצל 10", "רחוב הרצל 12"),
        ("12 شارع الملك فهد، الرياض", "12 شارع الملك فهد", "13 شارع الملك فهد"),
    ],
)
def test_street_and_number_of_an_address_in_any_script_are_enough(fact, text, other):
    searcher = facts_of("address", fact).searcher()
    assert [m.grade for m in searcher.find_in(text)] == [Grade.EXACT]
    assert not searcher.find_in(other)


@pytest.mark.parametrize(
    "fact",
    ["Carr. 2 Km 5.5, Bayamon, PR 00959", "Carretera Norte Km 15.5, Tallyville", "Cra 18#63B-64, Bogota"],
)
def test_an_address_in_plain_letters_that_is_not_understood_is_found_as_typed(fact):
    searcher = facts_of("address", fact).searcher()
    assert [m.grade for m in searcher.find_in(f"Come to {fact.lower()}.")] == [Grade.EXACT]


@pytest.mark.parametrize(
    "fact", ["Springfield, IL 62704", "Springfield IL 62704", "Highway 50, Fallon, NV", "Maple House"]
)
def test_a_town_or_a_street_without_a_number_is_no_such_address(fact):
    assert not [m for m in facts_of("address", fact).searcher().find_in(fact) if m.rule == "as-written"]
