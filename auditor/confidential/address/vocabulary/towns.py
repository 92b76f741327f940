"""Towns: the ways in which their names are written."""

from auditor.confidential.address.vocabulary.lists import words

_FRONTS = (
    ("saint", ("st", "ste")), ("mount", ("mt",)), ("fort", ("ft",)), ("north", ("n", "no")),
    ("south", ("s", "so")), ("east", ("e",)), ("west", ("w",)),
    ("santo", ("sto",)), ("santa", ("sta",)), ("colonia", ("col",)), ("barrio", ("bo",)),
    ("jardim", ("jd", "jdim")), ("parque", ("pq", "pque")), ("vila", ("vl",)), ("cidade", ("cid",)),
)  # fmt: skip
_ENDS = (("heights", "hts"), ("springs", "spgs"), ("beach", "bch"), ("city", "cty"), ("falls", "fls"))
"""Beginnings and ends of towns' names that are often shortened."""
QUARTERS = ("colonia", "barrio", "bairro", "urbanizacion", "urb", "col", "ciudad", "fracc", "fraccionamiento")
"""Words before the name of a quarter, often left out."""
_BY_WATER = words("am an auf im in ob bei vor unter upon on under by sur sous les lez aan op i d a")
"""Words that join a town's name to what it lies at: "Frankfurt am Main", "Stoke-on-Trent"."""
_ARTICLES = words("la las el los a le les il the")
"""Articles at the front of a town's name, often left out: "Coruña"."""
_ALIASES = """
newyork manhattan nyc | losangeles la | sanfrancisco sf sanfran | washington washingtondc dc
philadelphia phila philly | saintlouis stl | minneapolis mpls | indianapolis indy | oklahomacity okc
saltlakecity slc saltlake | jacksonville jax | lasvegas vegas | kansascity kc kcmo
buenosaires caba capitalfederal bsas | ciudaddemexico mexicocity cdmx mexicodf df mexico
munchen munich muenchen | koln cologne koeln | nurnberg nuremberg nuernberg | hannover hanover
wien vienna | zurich zuerich | geneve geneva genf | basel basle | bern berne | luzern lucerne
roma rome | milano milan | torino turin | firenze florence | venezia venice | napoli naples | genova genoa
lisboa lisbon | porto oporto | sevilla seville | zaragoza saragossa | lacoruna acoruna
bruxelles brussels brussel bxl | antwerpen antwerp anvers | gent ghent gand | brugge bruges
london ldn | birmingham bham | manchester mcr | edinburgh edin | auckland akl akld | christchurch chch
wellington wgtn | melbourne melb | winnipeg wpg | brisbane bne
denhaag thehague sgravenhage hague | lyon lyons | marseille marseilles | strasbourg strassburg
kobenhavn copenhagen kbh | stockholm sthlm | amsterdam adam | rotterdam rdam
frankfurtammain ffm | goteborg gothenburg gbg | saopaulo sampa sp | riodejaneiro rio rj
dublin baileathacliath | cork corcaigh | galway gaillimh | cardiff caerdydd | swansea abertawe
"""
KNOWN_AS = {name: group.split() for group in _ALIASES.replace("\n", "|").split("|") for name in group.split()}
"""Other names of well-known towns, run together."""
_BOROUGHS = (
    (("100", "101", "102"), ("manhattan",)), (("103",), ("statenisland",)), (("104",), ("bronx", "thebronx")),
    (("110", "111", "113", "114", "116"), ("queens",)), (("112",), ("brooklyn", "bklyn")),
)  # fmt: skip
"""Boroughs of New York by the first figures of their postcodes."""


_TOWN_FRONTS = words(
    """
    san santa los las la el st saint ste fort ft mount mt new north south east west port lake grand des palo
    little cape royal upper lower baton coeur big white
    """
)
_TOWN_ENDS = words(
    "city beach bay springs heights hts falls park valley hills lake grove island point rapids creek haven"
)
"""First and last words of towns of two words."""


def town_begins(names: list[str]) -> int:
    """Where the town begins among the words of an untyped street and a town written without a comma.

    The street keeps a word at least: "115 Broadway San Francisco".
    """
    for index in range(1, len(names)):
        if "".join(names[index:]) in KNOWN_AS:
            return index
    pair = len(names) > 2 and (names[-2] in _TOWN_FRONTS or names[-1] in _TOWN_ENDS)
    return len(names) - (2 if pair else 1)


def town_forms(town: str) -> set[str]:
    """How a town's name may be written, run together; initials too, as in NYC."""
    names = town.split()
    forms = _whole_forms(names)
    if len(names) > 1 and names[0] in QUARTERS:
        forms |= _whole_forms(names[1:])
    if len(names) == 3 and names[0] in ("cercado", "centro") and names[1] == "de":
        forms |= _whole_forms(names[2:])
    if len(names) == 2 and names[0] in _ARTICLES and len(names[1]) >= 5:
        forms.add(names[1])
    for index in range(1, len(names) - 1):
        if names[index] in _BY_WATER:
            forms |= _whole_forms(names[:index]) if len(names[0]) >= 4 else set()
            forms.add("".join(names[:index] + names[index + 1 :]))
    if len(names) > 1 and len(names[-1]) == 1 and len(names[0]) >= 4:
        # "København N", "Praha 5": the letter or figure is a district's.
        forms |= _whole_forms(names[:-1])
    if _BRUSSELS & forms:
        forms.add("bruxelles")
    for form in list(forms):
        forms.update(KNOWN_AS.get(form, ()))
    return forms


def quarters(towns: list[str]) -> set[str]:
    """How the places are written that stand before the last town of an address: its quarters.

    Two letters behind the town are its province's ("São Paulo, SP", "Bologna BO").
    """
    whole = [town for town in towns if len(town) > 2]
    own = [town for town in whole if town == whole[-1] or whole[-1].startswith(f"{town} ")]
    main = {form for town in own for form in town_forms(town)}
    return {form for town in whole for form in town_forms(town)} - main


_BRUSSELS = words(
    """
    ixelles elsene schaerbeek schaarbeek etterbeek uccle ukkel anderlecht molenbeek jette laeken laken evere
    auderghem oudergem forest vorst ganshoren koekelberg saintgilles sintgillis saintjosse woluwe haren
    """
)
"""Communes that are addressed as Brussels as well."""


def with_quarter(town: str) -> list[str]:
    """The town, and the town alone of a quarter and its town without a comma: "col centro monterrey"."""
    words_of = town.split()
    led = len(words_of) > 2 and words_of[0] in QUARTERS
    return [town, " ".join(words_of[town_begins(words_of) :])] if led else [town]


def boroughs(postcode: str) -> set[str]:
    """The names under which the part of New York with this ZIP code is addressed as well."""
    found = borough(postcode)
    return found | {"newyork", "nyc", "newyorkcity"} if found else set()


def borough(postcode: str) -> set[str]:
    """The names of the part of New York with this ZIP code, which its quarters' addresses may go by."""
    return {name for heads, names in _BOROUGHS if postcode[:3] in heads for name in names}


def _whole_forms(names: list[str]) -> set[str]:
    town = "".join(names)
    forms = {town}
    if len(names) > 1:
        initials = "".join(name[0] for name in names)
        forms |= {initials, f"{initials}c"}
    for long, shorts in _FRONTS:
        for short in shorts:
            if town.startswith(long) and len(town) > len(long) + 2:
                forms.add(short + town[len(long) :])
            elif town.startswith(short) and len(short) > 1 and len(town) > len(short) + 3:
                forms.add(long + town[len(short) :])
    for ending, short in _ENDS:
        if town.endswith(ending):
            forms.add(town[: -len(ending)] + short)
        elif town.endswith(short):
            forms.add(town[: -len(short)] + ending)
    return forms


def contracts(written: str, town: str) -> bool:
    """True when `written` is a town's name without most of its vowels: "Spfld", "Bklyn"."""
    if (
        not 4 <= len(written) < len(town) - 1
        or written[0] != town[0]
        or any(c in "aeiou" for c in written[1:])
    ):
        return False
    rest = iter(town)
    return written[-1] == town[-1] and all(letter in rest for letter in written)
