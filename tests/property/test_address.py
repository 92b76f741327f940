"""Laws of finding and masking addresses, whatever the spelling."""

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.confidential import Address, Searcher
from auditor.confidential.address.finder import AddressFinder
from auditor.confidential.fold import fold
from auditor.core.status import Grade
from tests.recall.address_writing import ADDRESSES
from tests.recall.addresses_by_rule import HINTS, NEAR, PLANTED

FACTS = [Address.parse(written.full(), f"site {index}") for index, written in enumerate(ADDRESSES)]
FINDERS = [AddressFinder([fact._target]) for fact in FACTS]
ALL = Searcher(FACTS)

forms = st.sampled_from([*PLANTED.values(), *HINTS.values(), *NEAR.values()])
planted = st.sampled_from(list(PLANTED.values()))
which = st.integers(0, len(ADDRESSES) - 1)
filler = st.lists(
    st.sampled_from(
        ["please", "come", "quietly", "Ring", "the", "bell,", "then", "wait.", "\n", "–", "<p>", "é"]
    ),
    max_size=8,
)
noise = st.text(alphabet="1247 NSnorth.-,Maple Street\n#&%$/\u200bé0oIl", max_size=80) | st.lists(
    st.sampled_from(
        ["1247", "88", "Maple", "Lakeview Drive", "-", "⓿", "²", "½", "Ⅻ", "一", "&#", "\\u", "%F0"]
    )
    | st.characters(),
    max_size=20,
).map("".join)


@st.composite
def texts(draw: st.DrawFn, written_by=forms) -> tuple[int, str]:
    """An address in some form between other words, and which address it is."""
    index = draw(which)
    form = draw(written_by)(ADDRESSES[index])
    return index, " ".join([*draw(filler), form, *draw(filler)])


@settings(max_examples=150, deadline=None)
@given(texts())
def test_nothing_is_found_after_masking(case: tuple[int, str]) -> None:
    masked = ALL.mask(case[1])
    assert ALL.find_in(masked) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(texts(), min_size=2, max_size=4), st.sampled_from(["\n", " ", ", ", "; and "]))
def test_several_addresses_are_masked_together(cases: list[tuple[int, str]], joint: str) -> None:
    assert ALL.find_in(ALL.mask(joint.join(text for _, text in cases))) == []


@settings(max_examples=100, deadline=None)
@given(noise)
def test_masking_ends_on_any_text(text: str) -> None:
    assert ALL.find_in(ALL.mask(text)) == []


@settings(max_examples=100, deadline=None)
@given(texts(written_by=planted), st.sampled_from(["quietly", "wait here"]))
def test_masking_leaves_the_rest_readable(case: tuple[int, str], word: str) -> None:
    index, text = case
    masked = FACTS[index].mask(f"{word} ** {text} ** {word}")
    assert masked.startswith(word)
    assert masked.endswith(word)
    assert f"[site {index}]" in masked


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts().map(lambda case: case[1]), noise), which)
def test_the_prefilter_never_dismisses_what_the_search_finds(text: str, index: int) -> None:
    finder = FINDERS[index]
    if list(finder.find(fold(text), text)):
        assert finder.may_match(text)


@settings(max_examples=100, deadline=None)
@given(texts())
def test_spans_lie_within_the_text(case: tuple[int, str]) -> None:
    for match in ALL.find_in(case[1]):
        assert 0 <= match.start < match.end <= len(case[1])


@settings(max_examples=60, deadline=None)
@given(texts(written_by=planted))
def test_an_address_is_found_as_well_among_others_as_alone(case: tuple[int, str]) -> None:
    index, text = case
    alone = {(m.grade, m.label) for m in FACTS[index].find_in(text) if m.grade is not Grade.PARTIAL}
    together = {(m.grade, m.label) for m in ALL.find_in(text)}
    assert alone <= together
