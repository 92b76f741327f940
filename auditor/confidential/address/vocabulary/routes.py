"""Roads that are known by a number: highways, county roads, rural routes; and post office boxes."""

import re

from auditor.confidential.address.vocabulary.numbers import in_words, ordinal_forms
from auditor.confidential.address.vocabulary.words import STATES

_SPELLED = """
state statehighway statehwy sthwy stateroute staterte statert stateroad staterd
state sthighway trunkhighway trunkhwy th stroute strte strd sr sh
us ushighway ushwy usroute usrte usrt unitedstateshighway federalhighway
interstate interstatehighway interstatehwy ih i
county csah countystateaidhighway countystateaidhwy cr ch cth countytrunk countytrunkhighway countytrunkhwy
farm farmmarketroad farmmarketrd farmmarket farmmktrd
farm farmtomarketroad farmtomarketrd farmtomarket farmroad farmrd farmtomktroad farmtomktrd farmtomkt
farm fmroad fmrd fm
ranch ranchmarketroad ranchmarketrd ranchmarket ranchroad ranchrd ranchtomarketroad ranchtomarket rm
range rangeroad rangerd rgeroad rgerd
township townshiproad townshiprd twproad twprd tr
forest forestroad forestrd forestserviceroad fsroad fr fsr
private privateroad privaterd prvtrd pvtrd pr
rural ruralroute ruralrte ruralrt rr rfd rfdroute rd ruraldelivery
line line
concession concession conc concessionroad concessionrd concrd
sideroad sideroad sdrd sderd
private privateroad privaterd pvtroad pvtrd pvtrd prvtrd pr
loop loop loophighway stateloop lp
spur spur statespur spurhighway
bypass bypass byp byps bypas bpass
psc psc
cmr cmr
unit unit
contract highwaycontract highwaycontractroute hc hcr starroute
box postofficebox pobox pob po postbox box pobx lockbox apartado postfach boitepostale casellapostale
box caixapostal postbus gpobox lockedbag privatebag
"""
ROUTES: dict[str, list[str]] = {"highway": []}
for _line in _SPELLED.strip().split("\n"):
    _kind, *_ways = _line.split()
    ROUTES.setdefault(_kind, []).extend([_kind, *_ways] if _kind in ("us", "interstate") else _ways)
ROUTES["county"] += ["county", "cty"]
ROUTES["county"] += [
    county + road
    for county in ("county", "co", "cnty", "cty")
    for road in ("road", "rd", "highway", "hwy", "hiway", "route", "rte", "rt")
]
"""Each class of road, and how it is written before its number (run together)."""

_PLAIN = ("highway", "hwy", "route", "rte", "rt", "hiway", "hway", "hgwy", "hiwy", "highwy", "hy", "road")
"""What people write when they leave the class out."""

_COUNTED = ("line", "concession", "sideroad")
"""Roads between rows of farms, as in Ontario, that are counted before their class as well: "9th Line"."""

_CLASSES = sorted(
    ((spelling, kind) for kind, spellings in ROUTES.items() for spelling in spellings),
    key=lambda s: -len(s[0]),
)

_BY_LETTERS = frozenset(code for codes in STATES.values() for code in codes if len(code) == 2) | {"m", "k"}
"""Letters that a state puts before the numbers of its roads."""

_ROUTE = re.compile(
    r"(?P<words>(?:[a-z]+\.?[\s.-]*){1,5}?)(?:(?:number|no)\.?\s*|#\s*)?"
    r"(?P<number>\d{1,2}[a-z]?\b(?!\s*(?:st|nd|rd|th)\b)|\d{3,4}[a-z]?\b)"
)


BOXED = ("box", "rural", "contract", "psc", "cmr", "unit")
"""Routes whose deliveries are numbered by box; the last three are those of the forces abroad."""


def read_route(text: str) -> tuple[str, str] | None:
    """The class and number of the road that `text` (folded, trimmed) begins with, or None."""
    found = _ROUTE.match(text)
    if not found:
        return _lettered(text)
    words = re.sub("[^a-z]", "", found["words"])
    if words in _PLAIN[:-1]:
        return "highway", found["number"]
    if words == "i" and "-" not in found[0] and found[0][1:2] == " ":
        return None
    if words in ("rd", "road", "ch", "fr") or (words == "pr" and "-" in found[0]):
        # "PR-2" is a road of Puerto Rico, "PR 462" a private one in Texas.
        return ("state", found["number"]) if words == "pr" else None
    if words in ("psc", "cmr", "unit") and not re.match(r"[\s,]*(?:box|bx)\b", text[found.end() :]):
        return None
    for spelling, kind in _CLASSES:
        if words == spelling:
            return kind, found["number"]
    if words in _BY_LETTERS and "-" in found[0]:
        # "M-28", "IA-92": the state's letters and the number of its road.
        return "state", found["number"]
    return None


_LETTERED = re.compile(r"((?:[a-z]+\.?[\s-]+){1,3})([a-z]{1,2})(?![a-z'])")


def _lettered(text: str) -> tuple[str, str] | None:
    """A county road with letters in place of a number, as in Wisconsin: "County Road KK", "CTH K"."""
    found = _LETTERED.match(text)
    spelling = re.sub("[^a-z]", "", found[1]) if found else ""
    if not found or len(spelling) < 3 or spelling not in ROUTES["county"]:
        # "Ch de la Gare" is a chemin.
        return None
    return None if found[2] in ("rd", "hw", "rt") else ("county", found[2])


def names_of(state: str) -> list[str]:
    """The code of a state and its name in full."""
    full = max((name for name, codes in STATES.items() if state in codes), key=len, default=state)
    return [state, full]


_PARTS = re.compile(
    "interstate|state|county|highway|hiway|route|township|forest|service|ranch|range|farm|market|rural|trunk"
    "|star|concession|sideroad|road|line|delivery|to|rd|hwy|rte|rt"
)


def route_words(form: str) -> tuple[str, ...]:
    """The words and the number of a road's form in full ("countyroad12"), or nothing for a shortened one."""
    found = re.fullmatch(r"([a-z]+?)(\d+)", form)
    words = _PARTS.findall(found[1]) if found else []
    return (*words, found[2]) if found and words and "".join(words) == found[1] else ()


def route_forms(kind: str, number: str, state: str) -> list[str]:
    """How the road is written, run together."""
    spellings, turned = list(ROUTES[kind]), list[str]()
    if kind in ("state", "us", "interstate", "highway", "county"):
        spellings += _PLAIN[:-1]
    if kind == "highway":
        spellings += (*ROUTES["state"], *ROUTES["us"])
    if kind in ("state", "highway") and state:
        roads = ("", "highway", "hwy", "route", "rte", "rt", "road", "rd", "stateroute", "statehighway")
        spellings += [name + road for name in (*names_of(state), f"{state}s") for road in roads]
    if kind in ("state", "highway") and state in ("mi", "ks"):
        spellings.append(state[0])
    if kind in ("range", "ranch"):
        spellings.append("rr")
    if kind == "rural":
        spellings += ["route", "rte", "rt"]
    if kind in _COUNTED and number.isdecimal():
        turned = [f"{n}{spelling}" for n in (*ordinal_forms(int(number)), number) for spelling in spellings]
    if kind == "county":
        spellings.append(_PLAIN[-1])
    if kind == "rural":
        turned = [f"r{number}box", f"r{number}bx"]
    said = in_words(int(number)) if number.isdecimal() and len(number) <= 4 else []
    return sorted(
        {
            *turned,
        }
        | {
            f"{spelling}{sign}{n}"
            for spelling in spellings
            for sign in ("", "no", "number")
            for n in (number, f"0{number}", *said)
        }
    )
