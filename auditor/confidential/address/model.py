"""An address taken apart. It holds secrets and shows none."""

from auditor.confidential.secret import Secret


class Parts(Secret):
    """The parts of one address, folded; empty where the address has none.

    `crossing`: the number of a street which is crossed, its letter and the house's number, as in Colombia.

    `number` is the house number without letter and fraction ("1247", "37-12", "n84w16301"), `high` the
    end of a range; `number_last` tells that it stands behind the street. `name` holds the words of the
    street's name without type and direction, `types` the canonical types its type may stand for. `route`
    is (class, number) for a road known by its number. `towns` are the localities, `district` the postal
    district of the town ("9" of "Dublin 9"); `town_guessed` tells that no sign parts the town from the
    street, `turned` that the coordinates of a grid were changed round by `several.turned_grid`.
    """

    __slots__ = (
        "after", "before", "building", "country", "crossing", "district", "fraction", "high", "joined",
        "letter", "name", "number", "number_last", "plus4", "postcode", "route", "state", "town_guessed",
        "towns", "turned", "type_first",
        "types", "umlauts", "unit", "unit_type",
    )  # fmt: skip

    def __init__(self, label: str = "") -> None:
        super().__init__(label)
        self.number = ""
        self.high = ""
        self.letter = ""
        self.fraction = ""
        self.before = ""
        self.after = ""
        self.name: tuple[str, ...] = ()
        self.types: frozenset[str] = frozenset()
        self.type_first = False
        self.joined = False
        self.number_last = False
        self.umlauts = False
        self.route: tuple[str, str] | None = None
        self.unit = ""
        self.unit_type: frozenset[str] = frozenset()
        self.building: tuple[str, ...] = ()
        self.town_guessed = False
        self.towns: list[str] = []
        self.state = ""
        self.postcode = ""
        self.plus4 = ""
        self.country = ""
        self.crossing = ""
        self.district = ""
        self.turned = False

    @property
    def on_grid(self) -> bool:
        """True where the street has a number and a direction for its name: 1440 South 2700 East."""
        counted = not self.types and len(self.name) == 1 and self.name[0].isdecimal()
        return bool(counted and self.before and self.after)
