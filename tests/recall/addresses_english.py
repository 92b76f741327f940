"""Ways of writing English-language addresses, one form after the other, and near misses of each form."""

from collections.abc import Iterator

from auditor.confidential import Address
from tests.recall.corpus import Case, Wanted

PLANTED: dict[str, tuple[str, ...]] = {
    "2830 Mount Selby Drive, Danbury, VA 24153": (
        "house_num,st_nam,road_type\n2830,Mount Selby,Dr",
        '{"addr:housenumber": "2830", "addr:street": "Mount Selby Drive"}',
        "2830 Mt Selby Rd, Danbury VA 24153",
        "2830 Mount Selby Lane, Danbury, Virginia 24153",
    ),
    "1247 North Maple Street, Springfield, IL 62704": (
        "hse_nbr: 1247\nst_dir: N\nst_name: MAPLE\nst_suffix: ST",
        "ADDR_NUM: 1247 | PREFIX_DIR: N | STREET_NAME: MAPLE | SUFFIX_TYPE: ST",
        "primary_number: 1247\nstreet_predirection: N\nstreet_name: Maple\nstreet_suffix: St\ncity_name: Springfield",
        "1247 N Maple Ave, Springfield, IL 62704",
    ),
    "18 Fenwick Street, Glasgow G11 5NJ": (
        "Flat 2/1, 18 Fenwick Street",
        "2/1 18 Fenwick Street, Glasgow",
        "2/1, 18 Fenwick St",
        "18 0/2 Fenwick St",
    ),
    "214 Larool Road, Caulfield VIC 3162": (
        "7/214 Larool Rd",
        "U7/214 Larool Rd",
        "Unit 7/214 Larool Rd, Caulfield",
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
    ),
    "1247 North Maple Street, Springfield, IL 62704": (
        "street_number: 1249\nstreet_name: Maple\nstreet_type: St",
        "street_number: 1247\nstreet_name: Oak\nstreet_type: St\nstreet_number: 12\nstreet_name: Maple\nstreet_type: St",
        "Suite 1247: Maple Street Dental",
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
