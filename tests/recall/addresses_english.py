"""Ways of writing English-language addresses, one form after the other, and near misses of each form."""

from collections.abc import Iterator

from auditor.confidential import Address
from tests.recall.corpus import Case, Wanted

PLANTED: dict[str, tuple[str, ...]] = {
    "2830 Mount Selby Drive, Danbury, VA 24153": (
        "street_number: 2830\nstreet_name: Mount Selby\nstreet_type: Dr\ncity: Danbury",
        '{"street_number": "2830", "street_name": "Mount Selby", "street_type": "Dr", "city": "Danbury", "state": "VA"}',
        '{"house_num":"2830","pre_direction":"","st_name":"Mount Selby","street_suffix":"Dr","zip":"24153"}',
        '<div data-house-number="2830" data-street-name="Mount Selby" data-street-suffix="Dr" data-city="Danbury">',
        "AddressNumber=2830;StreetName=Mount Selby;StreetNamePostType=Drive;PlaceName=Danbury",
        '{"AddressNumber":"2830","StreetNamePreDirectional":"","StreetName":"Mount Selby","StreetNamePostType":"Dr","PlaceName":"Danbury"}',
        "house_num,st_nam,road_type\n2830,Mount Selby,Dr",
        "st_num: 2830, st_nam: MOUNT SELBY, st_typ: DR, city_nam: DANBURY",
        '{"addr:housenumber": "2830", "addr:street": "Mount Selby Drive"}',
        "2830 Mt Selby Rd, Danbury VA 24153",
        "2830 Mount Selby Lane, Danbury, Virginia 24153",
        "Number: 2830\nStreet: Mount Selby\nType: Drive\nTown: Danbury",
        "number = 2830, street = Mount Selby, kind = Dr",
        "house number: 2830; road name: Mount Selby; road type: Drive",
        "Street name: Mount Selby\nStreet type: Drive\nHouse number: 2830",
        '{"addr:housenumber":"2830","addr:street:name":"Mount Selby","addr:street:type":"Drive"}',
        "house_number=2830|street_name=Mount Selby|street_type=Dr|city=Danbury",
    ),
    "1247 North Maple Street, Springfield, IL 62704": (
        '{"number": 1247, "pre_dir": "N", "st_name": "Maple", "st_type": "St"}',
        '{"streetNumber":"1247","preDirectional":"N","streetName":"Maple","streetSuffix":"St"}',
        "hse_nbr: 1247\nst_dir: N\nst_name: MAPLE\nst_suffix: ST",
        "ADDR_NUM: 1247 | PREFIX_DIR: N | STREET_NAME: MAPLE | SUFFIX_TYPE: ST",
        "<street_no>1247</street_no><street_dir>N</street_dir><street_nm>Maple</street_nm><street_typ>St</street_typ>",
        '<td class="house-no">1247</td><td class="predir">N</td><td class="street-name">Maple</td><td class="street-type">St</td>',
        "primary_number: 1247\nstreet_predirection: N\nstreet_name: Maple\nstreet_suffix: St\ncity_name: Springfield",
        "1247 N Maple Ave, Springfield, IL 62704",
        "1247 (Suite 300) North Maple Street",
        "1247 (#3) North Maple Street",
        "1247 (rear) North Maple Street",
    ),
    "47 Ashdown Close, Flat 3, Glasgow G12 8QQ": ("47/3 Ashdown Close",),
    "18 Fenwick Street, Glasgow G11 5NJ": (
        "18 (2/1) Fenwick Street",
        "18/3 Fenwick Street",
        "Flat 2/1, 18 Fenwick Street",
        "2/1 18 Fenwick Street, Glasgow",
        "2/1, 18 Fenwick St",
        "18 Flat 2/1 Fenwick St",
        "18 0/2 Fenwick St",
        "18 (Flat 2) Fenwick Street, Glasgow",
        "18 Fenwick Street (2/1), Glasgow",
        "18 Fenwick Street, 2/1, Glasgow",
        "Flat 2/1 18 Fenwick Street",
        "2F1, 18 Fenwick Street",
    ),
    "47 Ashdown Close, Edinburgh EH6 5JT": (
        "47(3) Ashdown Close, Edinburgh",
        "47/3 Ashdown Close, Edinburgh",
    ),
    "Flat 3, 47 Ashdown Close, Edinburgh EH6 5JT": (
        "47/3 Ashdown Close, Edinburgh",
        "Flat 3 at 47 Ashdown Cl",
    ),
    "214 Larool Road, Caulfield VIC 3162": (
        "7/214 Larool Rd",
        "U7/214 Larool Rd",
        "Unit 7/214 Larool Rd, Caulfield",
        "7/214-216 Larool Rd",
        "Unit 7, 214-216 Larool Road",
        "Lvl 2/214 Larool Rd",
        "Level 2, Suite 5, 214 Larool Rd",
        "Shop 5/214 Larool Rd, Caulfield",
        "Suite 1.02/214 Larool Rd, Caulfield",
        "Suite 102, Level 1, 214 Larool Rd, Caulfield",
        "1A/214 Larool Rd",
        "Unit 1A/214 Larool Rd",
        "G02/214 Larool Rd",
        "Apt G02, 214 Larool Rd",
        "Villa 3/214 Larool Rd",
        "Townhouse 3, 214 Larool Rd",
        "Lot 3, 214 Larool Rd",
        "Lot 3 (No. 214) Larool Rd",
        "Lot 3 (214) Larool Road, Caulfield",
        "7 / 214 Larool Rd",
        "7\\214 Larool Rd",
        "7-214 Larool Rd",
        "Rear 214 Larool Rd",
        "R 214 Larool Rd",
        "214R Larool Rd",
    ),
    "1440 South 2700 East, Salt Lake City, UT 84108": (
        "2700 E 1440 S, SLC",
        "1440 South twenty-seven hundred East",
        "1440 South, 2700 East",
        "1440S 2700E, Salt Lake City",
    ),
    "N84W16301 Menomonee Avenue, Menomonee Falls, WI 53051": (
        "N84 W16301 Menomonee Ave",
        "W16301 N84 Menomonee Avenue",
    ),
    "4150 Pine Street, Salem, OR 97306": ("4150 Pine Sreet, Salem",),
    "660 Broadway, Ashby, OH 43055": (
        "Office: 660 Broadway, Ashby",
        "The front door: 660 Broadway",
    ),
    "660 Maple Street, Ashby, OH 43055": ("Department: 660 Maple St",),
    "2348 rue Beaubien Est, Montréal, QC H2H 1K8": (
        "2348 Beaubien E",
        "2348 Beaubien St. E.",
    ),
    "88 Thornhill Avenue, Montreal, QC H3X 1A1": ("88 avenue Thornhill",),
    "88 Thornhill Street, Montreal, QC H3X 1A1": ("88 rue Thornhill",),
    "88 Thornhill Boulevard, Montreal, QC H3X 1A1": ("88 boul. Thornhill",),
    "88 Thornhill Place, Montreal, QC H3X 1A1": ("88, place Thornhill",),
    "12 Ashgrove Terrace, Dublin 9": (
        "12 Ashgrove Terrace, Dublin 9",
        "12 Ashgrove Terrace, Dublin\n9 am - 5 pm",
        "12 Ashgrove Terrace, Dublin 9am-5pm",
    ),
    "12 Ashgrove Terrace, Drumcondra, Dublin 9": (
        "12 Ashgrove Terrace, D9",
        "12 Ashgrove Tce, Dublin",
        "12 Ashgrove Tce, Drumcondra",
        "12 Ashgrove Tce, Dublin D09",
        "12 Ashgrove Terrace, Dublin D09 X2P4",
        "12 Ashgrove Terrace, Dublin 09",
    ),
    "12 Ashgrove Terrace, London SW9": (
        "12 Ashgrove Terrace, London SW9",
        "12 Ashgrove Terrace, SW9",
        "12 Ashgrove Terrace, London SW9 8HE",
        "12 Ashgrove Terrace, London",
    ),
    "12 Ashgrove Terrace, Glasgow G12": (
        "12 Ashgrove Terrace, Glasgow G12",
        "12 Ashgrove Terrace, Glasgow G12 8QQ",
    ),
    "12 Ashgrove Terrace, Terenure, Dublin 6W": ("12 Ashgrove Terrace, Dublin 6W",),
    "Via Garibaldi 61, 40121 Bologna": ("Bus 18, 24, 31 Via Garibaldi, 61",),
    "12 Ashgrove Terrace, Dublin 9, D09 X2P4": ("12 Ashgrove Terrace, Dublin, D09X2P4",),
    "12 Ashgrove Terrace, Dublin D09 X2P4": ("12 Ashgrove Terrace, Dublin 9",),
    "12 Main Street, B12, Springfield, IL 62704": ("12 Main St, Springfield",),
    "Na Příkopě 14, 110 00 Praha 1": ("Na Příkopě 14, Praha 1",),
    "Via Garibaldi 31, 40121 Bologna": ("Bus 18, 24: Via Garibaldi 31",),
    "61 Maple Street, Springfield, IL 62704": (
        "Bus 18, 24: 61 Maple Street",
        "Bus 18, 24, 31. 61 Maple Street",
        "Bus 18, 24 61 Maple Street",
        "by bus: 61 Maple Street",
    ),
    "1247 Maple Street, Springfield, IL 62704": ("Bus 18, 24 1247 Maple Street",),
    "1247 East Maple Street, Springfield, IL 62704": (
        '{\n  "house_number": "1247",\n  "pre_direction": "E",\n  "street_name": "Maple",\n  "street_type": "St",\n  "city": "Springfield"\n}',
        "Street number\n1247\nStreet direction\nE\nStreet name\nMaple\nStreet type\nSt\nCity\nSpringfield",
    ),
    "1247 West Maple Street, Springfield, IL 62704": (
        "street_name: Maple\nstreet_dir: W\nstreet_type: St\nstreet_number: 1247",
        "HouseNumber=1247&PreDir=W&StreetName=Maple&StreetSuffix=St&City=Springfield&State=IL&Zip=62704",
        "number:1247;predirectional:W;name:Maple;suffix:St;city:Springfield",
        "<StreetNumber>1247</StreetNumber><StreetDirection>W</StreetDirection><StreetName>Maple</StreetName><StreetSuffix>ST</StreetSuffix>",
        "<address><number>1247</number><pre_directional>W</pre_directional><street>Maple</street><suffix>St</suffix></address>",
        "house_no: 1247, direction: W, street: Maple, type: St",
        "addr_no = '1247'; addr_dir = 'W'; addr_street = 'Maple'; addr_type = 'St';",
        '<input name="house_number" value="1247"><input name="predir" value="W"><input name="street_name" value="Maple"><input name="street_type" value="St">',
        '<span itemprop="streetNumber">1247</span> <span itemprop="streetName">W Maple St</span>',
    ),
    "14 Hawthorn Close, Bristol BS7 9QQ": (
        "<premise>14</premise><thoroughfare>Hawthorn Close</thoroughfare><posttown>Bristol</posttown>",
        '"building_number":"14","thoroughfare":"Hawthorn Close","post_town":"BRISTOL","postcode":"BS7 9QQ"',
        '"line_1":"14 Hawthorn Close","line_2":"","post_town":"Bristol"',
    ),
    "Flat 3, 14 Hawthorn Close, Bristol BS7 9QQ": (
        "sub_building: Flat 3\nbuilding_number: 14\nthoroughfare: Hawthorn Close\npost_town: BRISTOL",
    ),
    "18 Fenwick Street, Edinburgh EH6 5JT": (
        "1F2 18 Fenwick Street",
        "(1F2) 18 Fenwick Street",
        "18/PF1 Fenwick Street",
        "18 PF2 Fenwick Street",
        "GFL, 18 Fenwick Street",
        "Basement flat, 18 Fenwick Street",
        "18-2 Fenwick Street",
        "18, Flat 3, Fenwick Street",
    ),
    "Unit 7, 214 Larool Road, Caulfield VIC 3162": (
        "214 Larool Rd U7",
        "214 Larool Rd (Unit 7), Caulfield, Victoria",
    ),
    "7/214 Larool Road, Caulfield VIC 3162": (
        "214 Larool Rd, Caulfield",
        "7/214 Larool Rd",
    ),
    "12 Hinemoa Street, Birkenhead, Auckland 0626": (
        "2/12 Hinemoa St, Birkenhead",
        "12A Hinemoa St",
        "Flat 2, 12 Hinemoa St",
        "12 Hinemoa St, Northcote Point, Auckland 0626",
        "Level 1/12 Hinemoa Street",
        "12 Hinemoa Str., Akl",
    ),
}

HINTS: dict[str, tuple[str, ...]] = {
    "2830 Mount Selby Drive, Danbury, VA 24153": ("2830 Mount Selby Rd, Danbury",),
    "Ulice Dlouhá 14, Praha 1": ("Dlouhá 14, Praha 1",),
    "415 42nd Street, Queens, NY 11104": ("415 42nd Ave, Queens, NY 11104",),
    "1247 North Maple Street, Springfield, IL 62704": ("1247 Maple Ave, Springfield, IL 62704",),
    "12 Elm Street, Salem, OR 97306": ("12 Elm Court, Salem, OR 97306",),
}

NEAR: dict[str, tuple[str, ...]] = {
    "2830 Mount Selby Drive, Danbury, VA 24153": (
        "We love Danbury. Mount Selby Drive in Portland, OR is nice.",
        "Mount Selby Drive is closed.",
        "2830 Mount Selby Rd, Danbury, VA 24019",
        '{"street_number": "2830", "street_name": "Mount Selby", "street_type": "Dr", "city": "Portland", "state": "OR"}',
        '{"street_number": "2755", "street_name": "Mount Selby", "street_type": "Dr", "city": "Danbury"}',
        '{"street_number": "2830", "street_name": "Mount Hollins", "street_type": "Ave"}',
    ),
    "1247 North Maple Street, Springfield, IL 62704": (
        "street_number: 1249\nstreet_name: Maple\nstreet_type: St",
        "street_number: 1247\nstreet_name: Oak\nstreet_type: St\nstreet_number: 12\nstreet_name: Maple\nstreet_type: St",
        "Suite 1247: Maple Street Dental",
        "1247 (2019) North Maple Street Fair",
    ),
    "3 Fenwick Street, Glasgow G11 5NJ": ("18/3 Fenwick Street, London",),
    "18 Fenwick Street, Glasgow G11 5NJ": ("the 18/3 score at Fenwick Street",),
    "1440 South 2700 East, Salt Lake City, UT 84108": (
        "2700 South 1440 East, Salt Lake City",
        "1440 South 2700 West, Salt Lake City",
    ),
    "4150 Pine Street, Salem, OR 97306": (
        "4150 Pink Street, Salem, OR",
        "4150 Pint Street",
        "4150 Vine Street, Salem, OR",
        "4150 Pike Street, Salem, OR 97306",
    ),
    "915 Old Kiln Road, Barrow, TN 37433": ("915 Old Kiln workers went on strike",),
    "12 Ashgrove Terrace, Drumcondra, Dublin 9, D09 X2P4": ("12 Ashgrove Terrace, Dundrum, Dublin 14",),
    "12 Ashgrove Terrace, Drumcondra, Dublin 9": (
        "12 Ashgrove Terrace, Dundrum, Dublin 14",
        "12 Ashgrove Terrace, Dublin 6W",
    ),
    "12 Ashgrove Terrace, Dublin 9": (
        "12 Ashgrove Terrace, Dublin 14",
        "12 Ashgrove Terrace, D14",
    ),
    "12 Ashgrove Terrace, London SW9 8HE": (
        "12 Ashgrove Terrace, London NW3",
        "12 Ashgrove Terrace, London N16",
    ),
    "12 Ashgrove Terrace, London SW9": ("12 Ashgrove Terrace, London NW3",),
    "12 Ashgrove Terrace, Glasgow G12 8QQ": ("12 Ashgrove Terrace, Glasgow G41",),
    "12 Ashgrove Terrace, Glasgow G12": ("12 Ashgrove Terrace, Glasgow G41",),
    "12 Ashgrove Terrace, Terenure, Dublin 6W": ("12 Ashgrove Terrace, Dublin 6",),
    "61 Maple Street, Springfield, IL 62704": (
        "Bus 18, 24, 61 Maple Street",
        "Take bus 61 to Maple Street",
        "Routes 5, 61 Maple Street line",
    ),
    "18 Maple Street, Springfield, IL 62704": ("Bus 18 Maple Street",),
    "12 Ashgrove Terrace, Dublin D09 X2P4": ("12 Ashgrove Terrace, Dublin 14",),
    "Via Garibaldi 31, 40121 Bologna": ("Bus 18, 24, 31 Via Garibaldi, 61",),
    "1247 West Maple Street, Springfield, IL 62704": (
        "<StreetNumber>1247</StreetNumber><StreetDirection>E</StreetDirection><StreetName>Maple</StreetName><StreetSuffix>ST</StreetSuffix>",
        "ticket number: 1247\nstreet name: Maple",
    ),
    "247 North Maple Street, Springfield, IL 62704": ("(1) 247 (3) North Oak and Maple Street",),
    "7 Larool Road, Caulfield VIC 3162": ("7/214 Larool Rd, Caulfield",),
    "216 Larool Road, Caulfield VIC 3162": ("Unit 216, 214 Larool Rd, Caulfield",),
    "7/214 Larool Road, Caulfield VIC 3162": (
        "7/216 Larool Rd",
        "7 Larool Rd",
    ),
}


def cases() -> Iterator[Case]:
    """Every line as a case."""
    for table, form, wanted in (
        (PLANTED, "english: planted", Wanted.FOUND),
        (HINTS, "english: hints", Wanted.HINT),
        (NEAR, "english: near misses", Wanted.SILENT),
    ):
        for fact, texts in table.items():
            searcher = Address.parse(fact, "site")
            for text in texts:
                yield Case(form, searcher, text, wanted)
