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
    "5/48 Wattlebird Street, Ballarat VIC 3350": (" can be reached",),
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
        " Duluth GA",
    ),
    "14 Larkfield Terrace, Leeds LS6 2BH": (", Dublin, Ireland", ", Spain", "\nToronto\nCanada", " Ireland"),
}
"""The same, where it names another place."""


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
