"""Ids of findings: the same wherever the same facts and key are, and worth nothing to who lacks the key."""

import hashlib
import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.confidential import Facts
from auditor.core.errors import ConfigurationError
from auditor.core.status import Kind

KEY = "0123456789abcdef" * 4
TABLE = {
    "schema": 1,
    "fingerprint_key": KEY,
    "address": [
        {
            "label": "shelter",
            "text": "1247 North Maple Street, Suite 300, Springfield, IL 62704",
            "latitude": 39.7817,
            "longitude": -89.6501,
            "names": ["Maple House"],
        }
    ],
    "phone": [{"label": "line", "number": "+1 217 555 0148", "extension": "12"}],
    "person": [{"label": "case manager", "name": "Alex Example"}],
    "plate": [{"label": "van", "number": "AB 12345"}],
}
PLACE = ("site-address", "shelter", Kind.ADDRESS, "https://www.example.org/contact", "html-text")


def ids(table=TABLE, environment=None):
    return Facts.from_table(table).keyed(environment or {}).fingerprints()


def changed(section: str, **values):
    return {**TABLE, section: [{**TABLE[section][0], **values}]}


def test_same_facts_and_key_give_same_ids_and_another_key_others():
    assert ids().of(*PLACE) == ids().of(*PLACE)
    assert len(ids().of(*PLACE)) == 16
    other = ids(environment={"AUDITOR_FINGERPRINT_KEY": "f9e8d7c6" * 5})
    assert other.of(*PLACE) != ids().of(*PLACE)
    assert other.key_mark != ids().key_mark


def test_desk_and_pipeline_agree_though_labels_and_layout_differ():
    pipeline = Facts.from_environment(
        {}, {"AUDITOR_ADDRESS": "1247 north maple street suite 300  SPRINGFIELD IL 62704\n"}
    ).keyed({"AUDITOR_FINGERPRINT_KEY": KEY})
    assert pipeline.has_own_key
    check, _, *rest = PLACE
    assert pipeline.fingerprints().of(check, "address 1", *rest) == ids().of(*PLACE)


def test_without_a_key_of_their_own_ids_hold_for_one_run():
    bare = {key: value for key, value in TABLE.items() if key != "fingerprint_key"}
    once, again = Facts.from_table(bare), Facts.from_table(bare)
    assert not once.has_own_key
    assert once.fingerprints().of(*PLACE) == once.fingerprints().of(*PLACE)
    assert once.fingerprints().of(*PLACE) != again.fingerprints().of(*PLACE)
    worker = Facts.from_table(once.reveal_for_saving())
    assert worker.fingerprints().of(*PLACE) == once.fingerprints().of(*PLACE)


@pytest.mark.parametrize(
    ("table", "kind", "label"),
    [
        (changed("address", text="9 Elm Road, Springfield, IL 62704"), Kind.ADDRESS, "shelter"),
        (changed("address", latitude=39.8), Kind.COORDINATES, "shelter"),
        (changed("address", names=["Elm House"]), Kind.NAME, "shelter"),
        (changed("phone", number="+1 217 555 0199"), Kind.PHONE, "line"),
        (changed("phone", extension="13"), Kind.PHONE, "line"),
        (changed("person", name="Bo Example"), Kind.PERSON, "case manager"),
        (changed("plate", number="XY 1"), Kind.PLATE, "van"),
    ],
)
def test_another_fact_under_an_old_label_is_not_covered_by_what_was_accepted(table, kind, label):
    where = ("check", label, kind, "https://www.example.org/", "html-text")
    assert ids(table).of(*where) != ids().of(*where)
    assert ids(table).facts_mark != ids().facts_mark
    assert ids(table).key_mark == ids().key_mark
    others = {("shelter", Kind.ADDRESS), ("line", Kind.PHONE), ("van", Kind.PLATE)} - {(label, kind)}
    for other, other_kind in others:
        place = ("check", other, other_kind, "u", "c")
        assert ids(table).of(*place) == ids().of(*place)


@given(
    st.lists(st.text(max_size=8), min_size=3, max_size=3),
    st.lists(st.text(max_size=8), min_size=3, max_size=3),
)
def test_different_places_have_different_ids(one, other):
    def of(parts):
        check, url, carrier = parts
        return ids().of(check, "shelter", Kind.ADDRESS, url, carrier)

    assert (of(one) == of(other)) is (one == other)


def test_who_knows_every_fact_and_page_but_not_the_key_cannot_confirm_a_guess():
    """Everything public or guessable, hashed in every order and by the same construction with usual keys."""
    seen = ids().of(*PLACE)
    fact = "1247northmaplestreetsuite300springfieldil62704"
    words = ("site-address", "shelter", "address", PLACE[3], "html-text", fact, TABLE["address"][0]["text"])
    for count in range(1, 6):
        for parts in itertools.permutations(words, count):
            for joint in ("\x1f", "", "|", "\n"):
                assert hashlib.sha256(joint.join(parts).encode()).hexdigest()[:16] != seen
    bare = {k: v for k, v in TABLE.items() if k != "fingerprint_key"}
    guessed = Facts.from_table(bare)
    assert guessed.fingerprints().of(*PLACE) != seen


@pytest.mark.parametrize("key", ["", "short", "a" * 64, 7, None, [KEY]])
def test_a_key_that_could_be_guessed_is_refused_without_being_told(key):
    with pytest.raises(ConfigurationError, match="drawn by chance") as caught:
        Facts.from_table({**TABLE, "fingerprint_key": key})
    assert "aaaa" not in str(caught.value)
    if isinstance(key, str) and key:
        with pytest.raises(ConfigurationError, match="AUDITOR_FINGERPRINT_KEY"):
            Facts.from_table({}).keyed({"AUDITOR_FINGERPRINT_KEY": key})


def test_the_key_cannot_be_printed_or_stored():
    marks = ids()
    assert KEY not in f"{marks!r} {marks} {marks:>80}"
    with pytest.raises(TypeError):
        pickle.dumps(marks)
    assert KEY not in repr(Facts.from_table(TABLE))
