"""The quick look for letters spaced out dismisses no text in which the expression finds them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.confidential.fold import fold
from auditor.confidential.glance import glance
from auditor.confidential.person import spaced

joints = st.sampled_from([" ", "  ", " . ", "-", "_", "·", "*", ".", "\n", "\u00a0", "' ", "   ", "    ", ""])
letters = st.sampled_from([*"aBxz", "ж", "é", "1", "ab", "'", "ſ"])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(letters, joints), max_size=24).map(lambda pairs: "".join(map("".join, pairs))))
@example("A l e x F e r")
@example("x A-l-e-x_F*e·r")
@example("1 A l e x F e r'")
def test_nothing_is_dismissed(text: str) -> None:
    folded = fold(text)
    assert spaced.may_be_spaced(glance(folded)) == (spaced._LETTERS.search(folded.text) is not None)
