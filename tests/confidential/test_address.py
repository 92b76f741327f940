"""Rules of docs/matching.md, one example each way; and what an address says about itself."""

import copy
import re
from pathlib import Path

import pytest

from auditor.confidential import Address, Searcher
from auditor.confidential.address.typed.parse import parse
from auditor.core.match import Match, strongest
from auditor.core.status import Confidence, Grade, Kind

SHELTER = "1247 North Maple Street, Suite 300, Springfield, IL 62704"
MATCHING = Path(__file__).parents[2] / "docs" / "matching.md"


@pytest.fixture(scope="module")
def shelter() -> Address:
    return Address.parse(SHELTER, "shelter")


def best(address: Address, text: str) -> Match | None:
    return strongest(address.find_in(text))


def test_a_match_says_where_how_surely_and_why(shelter: Address) -> None:
    text = "Come to 1247 N. Maple St., Suite 300, Springfield, IL 62704 at noon."
    (match,) = shelter.find_in(text)
    assert text[match.start : match.end] == "1247 N. Maple St., Suite 300, Springfield, IL 62704"
    assert (match.grade, match.confidence, match.kind) == (Grade.EXACT, Confidence.HIGH, Kind.ADDRESS)
    assert (match.label, match.rule, match.reason) == ("shelter", "number-street", "number and street")


def test_shows_and_copies_nothing(shelter: Address) -> None:
    for shown in (
        repr(shelter),
        str(shelter),
        f"{shelter}",
        repr(shelter._target),
        repr(shelter._target.parts),
    ):
        assert "1247" not in shown
        assert "maple" not in shown.lower()
    with pytest.raises(TypeError):
        copy.copy(shelter)


def test_masks_and_leaves_the_rest(shelter: Address) -> None:
    text = "Write to 1247 N Maple St, Springfield, or PO Box 12."
    assert shelter.mask(text) == "Write to [shelter], or PO Box 12."


def _documented() -> list[tuple[str, str, str, str]]:
    """Rule, expectation, example and searched address from every line of the tables in docs/matching.md."""
    rows = re.findall(
        r"^\| `([a-z0-9-]+)` \| (exact|probable|partial|nothing) \| `(.+?)` \| (.*)$",
        MATCHING.read_text(),
        re.MULTILINE,
    )
    named = [re.search(r"\bfor \*([^*]+)\*", why) for *_, why in rows]
    return [
        (rule, grade, example.replace("\\n", "\n"), wanted[1] if wanted else SHELTER)
        for (rule, grade, example, _), wanted in zip(rows, named, strict=True)
    ]


@pytest.mark.parametrize(("rule", "grade", "example", "wanted"), _documented())
def test_the_documented_examples_hold(rule: str, grade: str, example: str, wanted: str) -> None:
    match = best(Address.parse(wanted, "shelter"), example)
    if grade == "nothing":
        assert match is None
    else:
        assert match is not None
        assert (match.grade.value, match.rule) == (grade, rule.removesuffix("-fine"))


def test_every_rule_is_documented() -> None:
    from auditor.confidential.address.reading.grade import _REASONS

    documented = {rule for rule, *_ in _documented()}
    assert set(_REASONS) <= documented


def test_public_addresses_are_not_reported() -> None:
    searcher = Searcher(
        [Address.parse(SHELTER, "shelter")],
        public=[Address.parse("1247 North Maple Street, Suite 10, Springfield, IL 62704", "office")],
    )
    assert searcher.find_in("1247 N Maple St") == []


def test_a_public_post_box_is_no_unlisted_address() -> None:
    public = [Address.parse("PO Box 12, Springfield, IL 62705", "post box")]
    searcher = Searcher([Address.parse(SHELTER, "shelter")], public, unknown_addresses=True)
    text = "PO Box 12, Springfield, IL 62705; 88 Elm Road, Salem, OR 97301; 1247 N Maple St"
    assert [(m.kind, text[m.start : m.end]) for m in searcher.find_in(text)] == [
        (Kind.OTHER_ADDRESS, "88 Elm Road, Salem, OR 97301"),
        (Kind.ADDRESS, "1247 N Maple St"),
    ]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "FSF, 51 Franklin Street, Fifth Floor, Boston, MA 02110-1301 USA",
            "51 Franklin Street, Fifth Floor, Boston, MA 02110-1301",
        ),
        ("write to P.O. Box 12, Salem, OR 97301", "P.O. Box 12, Salem, OR 97301"),
        ("Besuch: Hauptstraße 12a, 10115 Berlin", "Hauptstraße 12a, 10115 Berlin"),
        ("au 12 bis rue de la Paix", "12 bis rue de la Paix"),
        ("en Calle Mayor 5", "Calle Mayor 5"),
        ("In 2016 Iain Lane wrote it", None),
        ("I saw 12 Big Dogs On The Way home", None),
        ("since 1991-1997, Thomas G. Lane", None),
    ],
)
def test_unlisted_addresses_are_seen_by_their_shape(text: str, address: str | None) -> None:
    found = Searcher(unknown_addresses=True).find_in(text)
    assert [text[m.start : m.end] for m in found] == ([address] if address else [])
    assert all(m.grade is Grade.PARTIAL for m in found)


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        (SHELTER, []),
        ("Maple Street, Springfield", ["no house number"]),
        ("1247 Maple Street", ["no town"]),
        ("10 Broadway, New York, NY", ["no kind of street"]),
        ("", ["no house number", "no street", "no town"]),
    ],
)
def test_says_what_it_lacks(text: str, weak: list[str]) -> None:
    said = Address.parse(text).weaknesses()
    assert len(said) == len(weak)
    assert all(any(s.startswith(w) for s in said) for w in weak)


def test_counts_its_spellings() -> None:
    assert Address.parse(SHELTER).forms() > Address.parse("1247 Maple").forms() > 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (SHELTER, {"number": "1247", "before": "n", "name": ("maple",), "unit": "300", "towns": ["springfield"], "state": "il", "postcode": "62704"}),
        ("1247 N Maple St Springfield IL 62704-1234", {"number": "1247", "towns": ["springfield"], "plus4": "1234"}),
        ("Maple House, 1247 N Maple St, Springfield", {"number": "1247", "building": ("maple", "house"), "postcode": ""}),
        ("350 South 400 East, Salt Lake City, UT 84111", {"number": "350", "before": "s", "name": ("400",), "after": "e"}),
        ("N84W16301 Menomonee Ave, Menomonee Falls, WI", {"number": "n84w16301", "name": ("menomonee",)}),
        ("RR 2 Box 15, Pinedale, WY", {"route": ("rural", "2"), "number": "15"}),
        ("PO Box 12, Springfield, IL", {"route": ("box", ""), "number": "12"}),
        ("Unit 3/12 Smith St, Richmond VIC 3121", {"number": "12", "unit": "3", "state": "vic", "postcode": "3121"}),
        ("Flat 2, 12 High Street, Leeds LS1 4AB", {"number": "12", "unit": "2", "postcode": "ls14ab", "country": "gb"}),
        ("12 bis rue de la Paix, 75002 Paris", {"number": "12", "letter": "bis", "type_first": True, "postcode": "75002"}),
        ("Hauptstraße 12a, 10115 Berlin", {"number": "12", "letter": "a", "name": ("haupt",), "joined": True}),
        ("Calle Mayor, 12, 28013 Madrid, Spain", {"number": "12", "name": ("mayor",), "country": "es"}),
        ("10 Broadway, Lake Forest, IL", {"number": "10", "name": ("broadway",), "towns": ["lake forest"]}),
        ("One Microsoft Way, Redmond, WA", {"number": "1", "name": ("microsoft",)}),
        ("1 O'Connell Street, Dublin 1, D01 X2P4", {"number": "1", "letter": "", "name": ("oconnell",), "postcode": "d01x2p4"}),
    ],
)  # fmt: skip
def test_takes_addresses_apart(text: str, parts: dict[str, object]) -> None:
    parsed = parse(text, "x")
    assert {name: getattr(parsed, name) for name in parts} == parts


@pytest.mark.parametrize(
    ("written", "elsewhere"),
    [
        ("Harbor House 1247 North Maple Street, Springfield, IL 62704", "1247 N Maple St"),
        ("Community Alliance for Justice 1247 Maple Avenue, Brooklyn, N.Y., 11216", "1247 Maple Ave"),
        ("The Garden Club 100-106 Leonard St, London EC2A 4RH", "100-106 Leonard Street"),
        ("Brauerei Sonne Lindenstrasse 67 10999 Berlin Deutschland", "Lindenstr. 67"),
        ("Casa Abierta C. de Ruiz de Alarcón, 23 28014 Madrid, España", "Calle de Ruiz de Alarcón, 23"),
        ("Foyer du Parc 12 rue de la Paix 75002 Paris", "12, rue de la Paix"),
    ],
)
def test_a_venue_before_the_street_needs_no_comma(written: str, elsewhere: str) -> None:
    address = Address.parse(written)

    assert [match.grade for match in address.find_in(f"Come to {elsewhere} on Monday.")] == [Grade.EXACT]
    assert address.weaknesses() == []


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Calle Mayor 12 28013 Madrid", "12"),
        ("Alte Landstrasse 45, 8702 Zollikon", "45"),
        ("Suite 300 1247 North Maple Street, Springfield, IL 62704", "1247"),
        ("5850 US Highway 431, Albertville, AL 35950", "5850"),
        ("Avenue A 129, New York, NY 10009", "129"),
    ],
)
def test_a_number_that_is_the_streets_own_parts_nothing(written: str, number: str) -> None:
    assert parse(written, "x").number == number


@pytest.mark.parametrize(
    "text",
    [
        "#88-prospect-avenue",
        "utf-8\n#88-prospect-avenue",
        "/a.jpg 1x, /88_prospect_avenue.jpg 2x",
        "Come to 88.prospect.avenue any time.",
        "come to 88 prospect avenue any time",
        "84 to 92 Prospect Avenue",
        "--a:'88 Prospect Avenue'",
        "8 8  P r o s p e c t  A v e n u e",
        "8 8   P r o s p e c t   A v e",
        "P r o s p e c t  A v e n u e  8 8",
    ],
)
def test_a_small_number_and_a_plain_name_are_found(text: str) -> None:
    matches = Address.parse("88 Prospect Avenue, Hartford, CT 06105").find_in(text)

    assert [match.grade for match in matches] in ([Grade.EXACT], [Grade.PROBABLE])


@pytest.mark.parametrize(
    "text",
    [
        "see figure 88; Prospect Avenue station",
        "for ages 18-88. Prospect Avenue is closed",
        "from 10 to 20 Prospect Avenue",
        "No.\t88\nB\t\tProspect Avenue\t\t12",
        "page 88. Prospect Avenue runs north",
    ],
)
def test_a_small_number_that_belongs_elsewhere_is_not_found(text: str) -> None:
    matches = Address.parse("88 Prospect Avenue, Hartford, CT 06105").find_in(text)

    assert not [match for match in matches if match.grade is not Grade.PARTIAL]


def test_a_number_is_not_claimed_by_the_sentence_before() -> None:
    matches = Address.parse("1247 N Maple St, Springfield").find_in(
        "It is a part number. 1247 N. Maple St., Ste 300"
    )

    assert [match.grade for match in matches] == [Grade.EXACT]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/2024/1247-north-maple-street",
        "https://www.example.org/2024/05/1247-n-maple-st/",
        "http://127.0.0.1:8080/1247-north-maple-st",
        "http://127.0.0.1:8080/2024/05/06/1247_n_maple_st.html",
        "/5/1247-north-maple-street.jpg",
    ],
)
def test_figures_in_a_url_before_the_number_do_not_hide_it(url: str) -> None:
    matches = Address.parse("1247 North Maple Street, Springfield, IL").find_in(url)

    assert [match.grade for match in matches] == [Grade.EXACT]


@pytest.mark.parametrize("text", ["on 05/06/1247 North Maple Street", "version 3/1247/4 north maple street"])
def test_a_date_before_the_street_is_no_number(text: str) -> None:
    matches = Address.parse("1247 North Maple Street, Springfield, IL").find_in(text)

    assert not [match for match in matches if match.grade is not Grade.PARTIAL]


def test_an_article_before_a_files_name_does_not_make_it_words() -> None:
    fact = Address.parse("88 Lakeview Drive, Madison, WI 53703")
    assert fact.find_in("the 88_lakeview_dr.pdf")[0].grade is Grade.EXACT
    assert fact.find_in("the 88 lakeview drive-in visitors") == []
