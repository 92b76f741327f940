"""Kinds of street and compass directions, with the ways they are written.

English street types follow USPS Publication 28, appendix C1 (every variant it lists), with further
types in use in Canada, the United Kingdom, Ireland, Australia and New Zealand.
"""

from auditor.confidential.address.vocabulary.lists import table, words

_ENGLISH = """
alley aly allee ally | annex anx anex annx | arcade arc | avenue ave av aven avenu avn avnue
bayou byu bayoo | beach bch | bend bnd | bluff blf bluf | bluffs blfs | bottom btm bot bottm
boulevard blvd blv boul boulv bulevar bvd bd bld bl
branch br brnch | bridge brg brdge | brook brk | brooks brks
burg bg | burgs bgs | bypass byp bypa bypas byps | camp cp cmp | canyon cyn canyn cnyn | cape cpe
causeway cswy causwa | center ctr cen cent centr centre cnter cntr | centers ctrs centres
circle cir circ circl crcl crcle | circles cirs | cliff clf | cliffs clfs | club clb | common cmn
commons cmns | corner cor | corners cors | course crse | court ct crt | courts cts | cove cv
coves cvs | creek crk | crescent cres cresc crsent crsnt cr | crest crst | crossing xing crssng crossng crsg
crossroad xrd | crossroads xrds | curve curv | dale dl | dam dm | divide dv div dvd
drive dr driv drv | drives drs | estate est | estates ests | expressway expy exp expr express expw
extension ext extn extnsn | extensions exts | fall | falls fls | ferry fry frry | field fld
fields flds | flat flt | flats flts | ford frd | fords frds | forest frst forests | forge frg forg
forges frgs | fork frk | forks frks | fort ft frt | freeway fwy freewy frway frwy
garden gdn gardn grden grdn | gardens gdns grdns | gateway gtwy gatewy gatway gtway | glen gln
glens glns | green grn | greens grns | grove grv grov gr gve | groves grvs
harbor hbr harb harbr hrbor harbour | harbors hbrs harbours | haven hvn | heights hts ht
highway hwy highwy hiway hiwy hway hgwy | hill hl | hills hls | hollow holw hllw hollows holws
inlet inlt | island is islnd | islands iss islnds | isle isles
junction jct jction jctn junctn juncton | junctions jcts jctns | key ky | keys kys | knoll knl knol
knolls knls | lake lk | lakes lks | land | landing lndg lndng | lane ln la | light lgt | lights lgts
loaf lf | lock lck | locks lcks | lodge ldg ldge lodg | loop loops lp | mall | manor mnr
manors mnrs | meadow mdw | meadows mdws mdw medows | mews | mill ml | mills mls | mission msn missn mssn
motorway mtwy | mount mt mnt | mountain mtn mntain mntn mountin mtin | mountains mtns mntns
neck nck | orchard orch orchrd | oval ovl | overpass opas | park prk parks
parkway pkwy parkwy pkway pky pwy parkways pkwys | pass | passage psge | path paths | pike pikes
pine pne | pines pnes | place pl | plain pln | plains plns | plaza plz plza | point pt | points pts
port prt | ports prts | prairie pr prr | radial radl rad radiel | ramp | ranch rnch ranches rnchs
rapid rpd | rapids rpds | rest rst | ridge rdg rdge | ridges rdgs | river riv rvr rivr | road rd
roads rds | route rte rt | row | rue | run | shoal shl | shoals shls | shore shr shoar
shores shrs shoars | skyway skwy | spring spg spng sprng | springs spgs spngs sprngs | spur spurs
square sq sqr sqre squ | squares sqs sqrs | station sta statn stn
stravenue stra strav straven stravn strvn strvnue | stream strm streme | street st strt str
streets sts | summit smt sumit sumitt | terrace ter terr tce | throughway trwy thruway thwy
trace trce traces | track trak tracks trk trks | trafficway trfy | trail trl trails trls
trailer trlr trlrs | tunnel tunl tunel tunls tunnels tunnl | turnpike tpke trnpk turnpk tpk
underpass upas | union un | unions uns | valley vly vally vlly | valleys vlys | viaduct via vdct viadct
view vw | views vws | village vlg vill villag villg villiage | villages vlgs | ville vl
vista vis vist vst vsta | walk walks wlk | wall | way wy | ways | well wl | wells wls | close cl clo
parade pde pd | esplanade esp | promenade prom | quay qy | circuit cct | rise | chase | wharf
approach app | broadway bdwy bway bdway brdway brdwy | concourse con | link lnk | mead | nook | outlook otlk
reach
retreat rtt | concession conc | sideroad sdrd | townline tline | line | cross | gate gt | gates
hamlet | mews ms | bank | boardwalk | drove | croft crft | garth | brow | wynd | vennel | loan | brae
toft | fold | holt | gill | gait | yard yd | villas | cottages | buildings bldgs | side | end | copse
coppice | covert | down | downs | edge | hatch | knap | lea | leas | leys | moor
pightle | shaw | slade | spinney | steps | thorpe | tye | vale | warren | weald | strand | causey
"""

_SPANISH = """
calle cll cl carrer | avenida avda avd avinguda avgda | paseo pso po passeig pg | camino cami cmno cam cmo
carretera ctra | calzada calz | plaza pza placa | rambla rbla | glorieta gta | ronda rda
"""
_FRENCH = """
rue | boulevard bd | chemin ch chem | impasse imp | quai | cours | allee all | faubourg fbg fg faub | ruelle
"""
_ITALIAN = (
    "via | viale vle | piazza pzza | corso cso | largo lgo | vicolo vic | strada | piazzale ple | salita"
)
_PORTUGUESE = "rua | travessa tv trav | praca pca | estrada estr | alameda al | rodovia rod | largo | beco"

JOINED = (
    "strasse", "straat", "gasse", "weg", "platz", "allee", "ring", "damm", "ufer", "gracht", "laan",
    "plein", "kade", "steenweg", "dijk", "singel", "hof", "markt", "berg", "steig", "pfad", "gatan", "gata",
    "gaten", "gade", "vagen", "vegen", "veien", "vej", "torget", "torv", "katu", "gurtel", "promenade",
    "vag", "vei", "veg", "plass", "plassen", "plads", "pladsen", "plats", "stigen", "straede", "steg",
    "stiege", "siedlung", "brucke", "wiese", "graben", "zeile", "winkel", "deich", "twiete", "chaussee",
)  # fmt: skip
"""German, Dutch and Nordic types, which are usually written as the end of the street's name."""

_DIRECTIONS = """
n north no nth norte nte nord noord | s south so sth sur sud zuid
e east est este oost ost oriente ote | w west oeste ouest poniente pte
ne northeast noreste nordest | nw northwest noroeste nordouest
se southeast sureste sudest | sw southwest suroeste sudouest
"""


_OTHER = """
utca u | ter | korut krt | ulica ul ulice ulicy ulici | aleja al aleje alei | plac placu pl
osiedle os | prospekt pr | caddesi cad cd
namesti nam namestie | nabrezi nabr | sokak sk sokagi
bulvari blv | carrera cra kra cr kr crr k ak | transversal tv tr transv trans tranv trv
diagonal dg diag diagl | jiron jr
pasaje psje pje
"""

STREET_TYPES = table(_OTHER, _ENGLISH, _SPANISH, _FRENCH, _ITALIAN, _PORTUGUESE)
"""Every spelling of a street type, and the types it may stand for."""
for _spelling, _meaning in (
    ("strasse", "street"),
    ("straat", "street"),
    ("c", "calle"),
    ("r", "rue"),
    ("r", "rua"),
    ("v", "via"),
    ("av", "avenida"),
):
    STREET_TYPES[_spelling] = STREET_TYPES.get(_spelling, frozenset()) | {_meaning}
for _spelling, _meaning in (
    ("p", "paseo"), ("mkt", "markt"), ("pr", "praca"), ("pc", "praca"), ("g", "gasse"), ("p", "praca"),
):  # fmt: skip
    STREET_TYPES[_spelling] = STREET_TYPES.get(_spelling, frozenset()) | {_meaning}
for _spelling, _meaning in (("pl", "plaza"), ("bd", "boulevard"), ("pza", "piazza"), ("vle", "viale")):
    STREET_TYPES[_spelling] = STREET_TYPES.get(_spelling, frozenset()) | {_meaning}

for _spelling, _meaning in (
    ("tr", "trail"),
    ("gr", "gracht"),
    ("gr", "graben"),
    ("ch", "chaussee"),
    ("br", "brucke"),
    ("stwg", "steenweg"),
    ("stw", "steenweg"),
    ("bulevar", "boulevard"),
    ("k", "katu"),
    ("pl", "plads"),
    ("pl", "pladsen"),
    ("pl", "platz"),
    ("pl", "plein"),
    ("ln", "laan"),
    ("al", "allee"),
    ("g", "gatan"),
    ("g", "gata"),
    ("g", "gade"),
    ("v", "vagen"),
    ("v", "vej"),
    *((spelling, road) for road in ("gata", "gaten") for spelling in ("gata", "gaten", "gate", "gt")),
    *((spelling, road) for road in ("vegen", "veien") for spelling in ("vegen", "veien", "veg", "vei", "v")),
):
    STREET_TYPES[_spelling] = STREET_TYPES.get(_spelling, frozenset()) | {_meaning}
for _spelling in JOINED:
    STREET_TYPES.setdefault(_spelling, frozenset([_spelling]))

PREFIX_TYPES = frozenset(
    word.strip()
    for text in (
        _SPANISH,
        _FRENCH,
        _ITALIAN,
        _PORTUGUESE,
        "ulica ul ulice ulicy ulici plac placu aleja aleje alei osiedle os namesti nam namestie nabrezi nabr",
        "carrera cra kra jiron pasaje transversal transv diagonal diag dg",
    )
    for word in text.replace("|", " ").split()
) | {
    "c",
    "r",
    "v",
    "av",
    "avenue",
    "ave",
    "place",
    "pl",
    "route",
    "rte",
    "square",
    "cl",
    "viaduct",
    "boul",
    "blvd",
    "blv",
    "bulevar",
}
"""Types that stand before the name in the Romance languages."""

USUAL_TYPES = words("street st avenue ave av road rd boulevard blvd lane ln drive dr")
"""Types that are hardly ever part of a name, with their usual short forms."""

TRANSLATED = {
    "rue": "street", "chemin": "road", "calle": "street", "rua": "street", "croissant": "crescent",
    "promenade": "drive", "ruelle": "lane", "terrasse": "terrace", "cour": "court", "voie": "way",
    "sentier": "trail", "cercle": "circle", "carre": "square", "cote": "hill", "avenida": "avenue",
}  # fmt: skip
"""Types that are also written in English, with the type behind the name: "Sainte-Catherine Street"."""

DIRECTIONS = {word: min(codes) for word, codes in table(_DIRECTIONS).items()}
"""Every spelling of a direction, and its compass letters."""

DIRECTIONS |= {
    north + east: DIRECTIONS[north][0] + DIRECTIONS[east][0]
    for north in ("n", "no", "nth", "north", "s", "so", "sth", "south")
    for east in ("e", "east", "w", "west")
    if len(north + east) > 3 or len(north) == len(east)
}

DIRECTION_WORDS: dict[str, tuple[str, ...]] = {
    "n": ("n", "nth", "north"), "s": ("s", "sth", "south"), "e": ("e", "east"), "w": ("w", "west"),
    "ne": ("ne", "northeast"), "nw": ("nw", "northwest"),
    "se": ("se", "southeast"), "sw": ("sw", "southwest"),
}  # fmt: skip
"""How each direction is usually written in English."""

LONG_TYPES = frozenset(m for meanings in STREET_TYPES.values() for m in meanings if len(m) >= 5)
"""Types long enough to be recognised with a typing error."""

LINKS = words(
    "de la las los el del du des d l le les da do"
    " das dos di della delle dei degli dell al der den am an im van het the of"
)
"""Small words that join a type to a name, and are often left out."""
