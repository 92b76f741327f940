"""What stands beside an address on a page and must not hide it: headings, capitals, other numbers."""

from collections.abc import Iterator

from auditor.confidential import Address
from tests.recall.corpus import Case, Wanted

BEHIND: dict[str, tuple[str, ...]] = {
    "2318 Larkmoor Avenue, Duluth, MN 55811": (
        "\nArkansas River Refuge",
        "\nON SATURDAY JUNE 8",
        ", IN THE REAR",
        " (OR CALL US)",
        "\nME AND MY SISTER",
        "\nOK TO PARK",
        "\nCO-OP",
        "\nVirginia will meet you",
        " | California law",
        "\nOhio State game",
        "\n\n\nWisconsin Coalition against Violence",
        ", DULUTH\nON SATURDAY JUNE 8",
        " Duluth\nVirginia",
        ", Garage",
        ", Saturdays",
        " (Upstairs)",
        ", Thanks!",
        ", Nov. 11",
    ),
    "14 Larkfield Terrace, Leeds LS6 2BH": (
        " can be visited",
        "\nCan you come?",
        "\nSpain",
        ", Leeds can take nine women",
        "\nTurkey dinner",
    ),
    "5/48 Wattlebird Street, Ballarat VIC 3350": (
        " can be reached",
        ", Ballarat Vic\n\n© 2024 Willow Path",
        ", Ballarat Vic © 2024 Willow Path",
    ),
}
"""What follows the house number and street."""
ELSEWHERE: dict[str, tuple[str, ...]] = {
    "2318 Larkmoor Avenue, Duluth, MN 55811": (
        ", Atlanta, Georgia",
        ", Virginia, MN",
        "\nRichmond, VA 23220",
        ", Texas",
        ", OR 97301",
        "\nGA 30301",
        ", Garland",
        ", Duluth, GA",
        " Augusta ME",
        " Duluth GA",
    ),
    "14 Larkfield Terrace, Leeds LS6 2BH": (", Dublin, Ireland", ", Spain", "\nToronto\nCanada", " Ireland"),
}
"""The same, where it names another place."""
BEFORE: dict[str, tuple[str, ...]] = {
    "25 rue des Glycines, 69004 Lyon, France": ("en 2025. Rue des Glycines, 25",),
    "418 Larkspur Hollow Road, Asheville, NC 28803": (
        "until 4:30. Larkspur Hollow Road, house 418, Asheville",
    ),
    "5209 Mount Orrin Road, Cheyenne, WY 82009": ("Rent for the 5209 Mt. Orrin property rose",),
    "86-24 Tamsin Street, Rego Park, NY 11374": ("Inspection, 2 units: 86-24 Tamsin Street",),
    "1640-1644 Dovercroft Parkway, Columbus, GA 31906": ("Schedule: 1640–44 Dovercroft Pkwy",),
    "2318 Quillfeather Avenue, Dayton, OH 45406": (
        "Building permit 24-0117: Quillfeather Ave No. 2318",
        "2024: Quillfeather Ave No. 2318",
    ),
    "RR 4 Box 217, Ozark, AR 72949": ("Rural Rt 4, P.O. Box 217, Ozark, AR",),
    "17 Old Quarry Road, Bangor, ME 04401": (
        "June 5 - 17 Old Quarry Road",
        "Item 9 - 17 Old Quarry Road",
        "9-5 - 17 Old Quarry Road",
        "5 - 17 Old Quarry Road",
        "5 to 17 Old Quarry Road",
        "in the drawer.\nNo 17 Old Quarry Road",
        "Please take a box. 17 Old Quarry Road",
        "June 8, 17 Old Quarry Road",
        "in May\n17 Old Quarry Road",
        "Take Route 9 to 17 Old Quarry Road",
    ),
    "905 North Halvorsen Street, Boise, ID 83702": ("Bus 12 to 905 North Halvorsen Street",),
    "14 Larkfield Terrace, Leeds LS6 2BH": (
        "Flat 3 - 14 Larkfield Terrace",
        "24/7 - 14 Larkfield Terrace",
        "Elm Court, 14 Larkfield Terrace",
    ),
    "12 bis rue des Tisserands, 69004 Lyon, France": (
        "Lot 5 - 12 bis rue des Tisserands",
        "Résidence de la Place 12 bis, rue des Tisserands",
    ),
    "Bachmühlenstraße 7, 79102 Freiburg, Germany": (
        "Bachmühlenstraße 7 - 0761 555 0199",
        "Bachmühlenstraße 7 - 2025",
        "Bergstraße 7, Bachmühlenstraße 7",
        "Mühlenweg 3, Bachmühlenstraße 7",
        "Bachmühlenstraße 7, 1. Mai geschlossen",
        "Bachmühlenstraße 7 am 7. Mai",
        "Bachmühlenstraße 7 March 14, 2026",
    ),
    "Calle de los Almendros 27, 28015 Madrid, Spain": (
        "Calle de los Almendros 27 - 910 555 999",
        "Calle de los Almendros, 27, de mayo a junio",
    ),
}
"""Numbers and words before the house number, or behind it where it stands behind the street."""
OTHER_NUMBER: dict[str, tuple[str, ...]] = {
    "2318 Quillfeather Avenue, Dayton, OH 45406": ("/news/2318/quillfeather-avenue-repaving-toledo",),
    "3 Harbinger Square, Worcester, MA 01608": ("Open positions: 3. Harbinger Square Dance Club meets",),
    "17 Old Quarry Road, Bangor, ME 04401": (
        "13 - 15 Old Quarry Road",
        "Elm Street 17, Old Quarry Road 20",
        "On Dec. 17 Old Quarry Road will be closed for paving.",
        "June 5-17 Old Quarry Road will be closed",
        "16. Elm Street\n17. Old Quarry Road\n18. Main",
        "stop 17 Old Quarry Road",
        "Photo 17: Old Quarry Road",
    ),
    "14 Larkfield Terrace, Leeds LS6 2BH": (
        "High Street 14, Larkfield Terrace",
        "14) Larkfield Terrace",
        "Stop 14 - Larkfield Terrace",
    ),
    "Bachmühlenstraße 7, 79102 Freiburg, Germany": (
        "Bergstraße 7, Bachmühlenstraße 17",
        "Bergstraße 7, Bachmühlenstraße",
        "Bachmühlenstraße, 7. Mai 2025",
        "Bachmühlenstraße 7 Uhr",
        "Bachmühlenstraße 7,50 Euro",
        "Bachmühlenstraße 7 Tage gesperrt",
        "Linie 7 Bachmühlenstraße",
    ),
    "Calle de los Almendros 27, 28015 Madrid, Spain": (
        "Calle Mayor 27, Calle de los Almendros 3",
        "Calle de los Almendros, 27 de mayo de 2025",
        "Calle de los Almendros, 27 viviendas",
    ),
    "Via Ettore Bonfanti 56, 40121 Bologna, Italy": (
        "Via Roma 56, via Ettore Bonfanti 12",
        "via Ettore Bonfanti 56 km",
    ),
    "Korenpadstraat 112, 3511 AB Utrecht, Netherlands": (
        "Kerkstraat 112, Korenpadstraat 9",
        "Korenpadstraat 112 woningen",
    ),
}
"""Numbers beside the street that are of something else."""


def cases() -> Iterator[Case]:
    """Every line as a case."""
    for table, form, wanted in (
        (BEHIND, "beside: behind the street", Wanted.FOUND),
        (ELSEWHERE, "beside: another place", Wanted.SILENT),
    ):
        for fact, texts in table.items():
            searcher = Address.parse(fact, "site")
            for text in texts:
                yield Case(form, searcher, f"{fact.split(',')[0]}{text}", wanted)
    for table, form, wanted in (
        (BEFORE, "beside: other numbers", Wanted.FOUND),
        (OTHER_NUMBER, "beside: a number of something else", Wanted.SILENT),
    ):
        for fact, texts in table.items():
            searcher = Address.parse(fact, "site")
            for text in texts:
                yield Case(form, searcher, text, wanted)
