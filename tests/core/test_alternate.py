"""Of two readings of the same letters, the one that names another town decides."""

from auditor.core.alternate import settled
from auditor.core.check import Hit
from auditor.core.document import Fragment
from auditor.core.match import Match
from auditor.core.status import Confidence, Grade, Kind

STREET = "1247 North Maple Street"


def hit(text: str, rule: str, span: str = STREET, kind: Kind = Kind.ADDRESS) -> Hit:
    start = text.find(span)
    grade = Grade.EXACT if rule == "number-street" else Grade.PARTIAL
    match = Match(start, start + len(span), "shelter", kind, grade, Confidence.HIGH, rule, "x")
    return Hit(Fragment(text, "html-text"), match)


def test_a_torn_town_is_read_where_it_is_whole():
    whole = hit(f"at {STREET}, Shelbyville, IL", "other-place")
    torn = hit(f"at {STREET}, Shelbyvi lle, IL", "number-street")
    assert settled([torn, whole]) == (whole,)


def test_an_address_elsewhere_read_as_a_whole_decides_too():
    text = f"{STREET}, Shelby ville, IL 62565"
    whole = hit(text, "unknown-address", text, Kind.OTHER_ADDRESS)
    torn = hit(f"{STREET}, Shelby vi lle, IL 62565", "number-street")
    assert settled([torn, whole]) == (whole,)


def test_the_same_street_with_other_words_behind_it_stays():
    other = hit(f"{STREET}, Shelbyville, IL", "other-place")
    for text in (f"{STREET} is where we live now", STREET, f"{STREET}, Springfield, IL 62704"):
        ours = hit(text, "number-street")
        assert settled([other, ours]) == (other, ours)


def test_a_town_that_is_cut_off_decides_nothing():
    cut = hit(f"{STREET}, Springfi", "other-place", STREET)
    whole = hit(f"{STREET}, Springfield, IL", "number-street", f"{STREET}, Springfield, IL")
    assert settled([cut, whole]) == (cut, whole)


def test_without_another_town_nothing_is_compared():
    hits = [hit(STREET, "number-street"), hit(f"{STREET} x", "number-street")]
    assert settled(hits) == tuple(hits)
