"""No text ends a search with an error, and what is found lies within the text; nothing is found in a masked one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.confidential import Address, Searcher
from auditor.core.status import Kind

ADDRESSES = (
    "1247 N Maple St, Suite 300, Springfield, IL 62704",
    "1380 South 2700 East, Salt Lake City, UT 84109",
    "W6754 County Road EE, Elkhorn, WI 53121",
    "45-618 Kealohi Nani Road, Kaneohe, HI 96744",
    "1640-1644 Dovercroft Parkway, Columbus, GA 31906",
    "931 1/2 Pellam Court, Lancaster, PA 17603",
    "RR 4 Box 217, Ozark, AR 72949",
    "PSC 1490 Box 3311, APO, AE 09128",
    "Rose Cottage, Church Lane, Wetherby LS22 4PL",
    "12 Ashgrove Terrace, Drumcondra, Dublin 9",
    "7/214 Larool Road, Caulfield VIC 3162",
    "2348 rue Laurier Est, Montréal, QC H2J 1N4",
    "6 rue du 8 Mai 1945, 35000 Rennes, France",
    "Via Ettore Bonfanti 56, 40121 Bologna, Italy",
    "Cra 18 # 63B-64, Bogotá, Colombia",
    "Jirón Las Magnolias Mz. C Lt. 14, Lima, Perú",
    "An der Alten Mühle 15a, 50667 Köln",
    "Kerkstraat 12 II, 1017 GC Amsterdam",
    "Na Příkopě 858/20, 110 00 Praha 1",
    "ul. Kościuszki 12/5, 50-011 Wrocław, Poland",
)
SEARCHERS = {text: Searcher([Address.parse(text)]) for text in ADDRESSES}
_SIGNS = st.sampled_from(
    [" ", ", ", "", "-", "/", "\n", " - ", ". ", ": ", " (", ") ", "#", "|", "&", "\u200b", "<b>", "%20"]
)
_PAGE = (
    "County Co. Parish of and corner block 1200 between to through No. nº Mz Lt bis Haus Nr. Flat Unit Suite PO Box"
    " Route RR MN GA Georgia Spain can ON IN May Mai mayo Uhr Euro 7,50 km s/n esq. entre Dublin 14 SW1A 02139-4301"
    " 2024 Jr. III St. Old Upper the in near opposite ¹ ½ Ã¼ street_name: 12 1247 47/3 86-24 C14 lt house"
)
_WORDS = st.sampled_from(_PAGE.split())


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str]:
    """An address, and a text of its pieces and of what else stands on a page."""
    address = draw(st.sampled_from(ADDRESSES))
    own = st.sampled_from([*address.replace(",", " ").split(), address, address.split(",")[0]])
    pieces = draw(st.lists(own | _WORDS, min_size=1, max_size=12))
    return address, "".join(piece + draw(_SIGNS) for piece in pieces)


@settings(max_examples=400, deadline=None)
@given(_texts())
def test_any_text_is_searched_and_masked(drawn: tuple[str, str]) -> None:
    address, text = drawn
    searcher = SEARCHERS[address]
    assert all(0 <= match.start < match.end <= len(text) for match in searcher.find_in(text))
    masked = searcher.mask(text)
    assert [match for match in searcher.find_in(masked) if match.kind is not Kind.OTHER_ADDRESS] == []
