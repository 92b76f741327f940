"""Every street type and unit designator of USPS Publication 28 (appendices C1 and C2) is understood.

The tables are facts of that publication: the standard abbreviation first, then the name in full and every
variant that it lists.
"""

import pytest

from auditor.confidential import Address
from auditor.confidential.address.vocabulary.streets import STREET_TYPES
from auditor.confidential.address.vocabulary.words import UNITS

SUFFIXES = """
aly alley allee ally | anx anex annex annx | arc arcade | ave avenue av aven avenu avn avnue | byu bayou bayoo
bch beach | bnd bend | blf bluff bluf | blfs bluffs | btm bottom bot bottm | blvd boulevard boul boulv
br branch brnch | brg bridge brdge | brk brook | brks brooks | bg burg | bgs burgs | byp bypass bypa bypas byps
cp camp cmp | cyn canyon canyn cnyn | cpe cape | cswy causeway causwa | ctr center cen cent centr centre cnter cntr
ctrs centers | cir circle circ circl crcl crcle | cirs circles | clf cliff | clfs cliffs | clb club | cmn common
cmns commons | cor corner | cors corners | crse course | ct court | cts courts | cv cove | cvs coves | crk creek
cres crescent crsent crsnt | crst crest | xing crossing crssng | xrd crossroad | xrds crossroads | curv curve
dl dale | dm dam | dv divide div dvd | dr drive driv drv | drs drives | est estate | ests estates
expy expressway exp expr express expw | ext extension extn extnsn | exts extensions | fall | fls falls
fry ferry frry | fld field | flds fields | flt flat | flts flats | frd ford | frds fords | frst forest forests
frg forge forg | frgs forges | frk fork | frks forks | ft fort frt | fwy freeway freewy frway frwy
gdn garden gardn grden grdn | gdns gardens grdns | gtwy gateway gatewy gatway gtway | gln glen | glns glens
grn green | grns greens | grv grove grov | grvs groves | hbr harbor harb harbr hrbor | hbrs harbors | hvn haven
hts heights ht | hwy highway highwy hiway hiwy hway | hl hill | hls hills | holw hollow hllw hollows holws | inlt inlet
is island islnd | iss islands islnds | isle isles | jct junction jction jctn junctn juncton | jcts junctions jctns
ky key | kys keys | knl knoll knol | knls knolls | lk lake | lks lakes | land | lndg landing lndng | ln lane
lgt light | lgts lights | lf loaf | lck lock | lcks locks | ldg lodge ldge lodg | loop loops | mall | mnr manor
mnrs manors | mdw meadow | mdws meadows medows | mews | ml mill | mls mills | msn mission missn mssn | mtwy motorway
mt mount mnt | mtn mountain mntain mntn mountin mtin | mtns mountains mntns | nck neck | orch orchard orchrd
oval ovl | opas overpass | park prk | park parks | pkwy parkway parkwy pkway pky | pkwy parkways pkwys | pass
psge passage | path paths | pike pikes | pne pine | pnes pines | pl place | pln plain | plns plains | plz plaza plza
pt point | pts points | prt port | prts ports | pr prairie prr | radl radial rad radiel | ramp
rnch ranch ranches rnchs | rpd rapid | rpds rapids | rst rest | rdg ridge rdge | rdgs ridges | riv river rvr rivr
rd road | rds roads | rte route | row | rue | run | shl shoal | shls shoals | shr shore shoar | shrs shores shoars
skwy skyway | spg spring spng sprng | spgs springs spngs sprngs | spur | spur spurs | sq square sqr sqre squ
sqs squares sqrs | sta station statn stn | stra stravenue strav straven stravn strvn strvnue | strm stream streme
st street strt str | sts streets | smt summit sumit sumitt | ter terrace terr | trwy throughway | trce trace traces
trak track tracks trk trks | trfy trafficway | trl trail trails trls | trlr trailer trlrs
tunl tunnel tunel tunls tunnels tunnl | tpke turnpike trnpk turnpk | upas underpass | un union | uns unions
vly valley vally vlly | vlys valleys | via viaduct vdct viadct | vw view | vws views
vlg village vill villag villg villiage | vlgs villages | vl ville | vis vista vist vst vsta | walk | walk walks
wall | way wy | ways | wl well | wls wells
"""
DESIGNATORS = """
apt apartment | bsmt basement | bldg building | dept department | fl floor | frnt front | hngr hanger hangar | key
lbby lobby | lot | lowr lower | ofc office | ph penthouse | pier | rear | rm room | side | slip | spc space | stop
ste suite | trlr trailer | unit | uppr upper
"""


def groups(table):
    return [group.split() for group in table.replace("\n", "|").split("|") if group.strip()]


@pytest.mark.parametrize("group", groups(SUFFIXES), ids=" ".join)
def test_every_variant_of_a_street_type_is_one_type(group):
    shared = frozenset.intersection(*(STREET_TYPES[spelling] for spelling in group))
    assert shared, group


@pytest.mark.parametrize("group", groups(DESIGNATORS), ids=" ".join)
def test_every_variant_of_a_unit_is_one_unit(group):
    assert frozenset.intersection(*(UNITS[spelling] for spelling in group)), group


@pytest.mark.parametrize("group", groups(SUFFIXES), ids=" ".join)
def test_an_address_with_one_variant_is_found_by_all(group):
    address = Address.parse(f"4821 North Tamarack {group[-1].title()}, Dayton, OH 45402")
    for spelling in group:
        found = address.find_in(f"We are at 4821 N. Tamarack {spelling.title()}, Dayton.")
        assert [match.grade.value for match in found] == ["exact"], spelling
