"""Writes an address the way people do: the rules behind the generated corpus and the properties."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Written:
    """An American address in parts, each in full."""

    number: str
    direction: str
    name: str
    kind: str
    unit: str
    town: str
    state: str
    code: str
    postcode: str

    def full(self) -> str:
        """The address as its owner would type it."""
        street = " ".join(p for p in (self.number, self.direction, self.name, self.kind) if p)
        unit = f", Suite {self.unit}" if self.unit else ""
        return f"{street}{unit}, {self.town}, {self.code} {self.postcode}"

    def street(self) -> str:
        """Direction, name and type."""
        return " ".join(p for p in (self.direction, self.name, self.kind) if p)


ADDRESSES = (
    Written("1247", "North", "Maple", "Street", "300", "Springfield", "Illinois", "IL", "62704"),
    Written("88", "", "Lakeview", "Drive", "", "Madison", "Wisconsin", "WI", "53703"),
    Written("2210", "Southwest", "Washington", "Avenue", "12", "Portland", "Oregon", "OR", "97201"),
    Written("415", "East", "Fifth", "Boulevard", "", "Tulsa", "Oklahoma", "OK", "74103"),
    Written("9030", "", "Saint Charles", "Place", "7", "New Orleans", "Louisiana", "LA", "70115"),
    Written("17", "West", "Prospect Hill", "Lane", "", "Concord", "New Hampshire", "NH", "03301"),
    Written("640", "", "Martin Luther King", "Parkway", "210", "Durham", "North Carolina", "NC", "27701"),
    Written("3305", "South", "42nd", "Terrace", "", "Kansas City", "Missouri", "MO", "64111"),
    Written("1101", "", "Mount Vernon", "Road", "B", "Saint Paul", "Minnesota", "MN", "55101"),
    Written("72", "Northeast", "O'Fallon", "Court", "", "Bend", "Oregon", "OR", "97701"),
)

SHORT_KINDS = {
    "Street": "St", "Drive": "Dr", "Avenue": "Ave", "Boulevard": "Blvd", "Place": "Pl", "Lane": "Ln", "Parkway": "Pkwy",
    "Terrace": "Ter", "Road": "Rd", "Court": "Ct",
}  # fmt: skip
OTHER_KINDS = {
    "Street": "Lane", "Drive": "Court", "Avenue": "Place", "Boulevard": "Road", "Place": "Drive", "Lane": "Street", "Parkway": "Circle",
    "Terrace": "Street", "Road": "Avenue", "Court": "Boulevard",
}  # fmt: skip
SHORT_DIRECTIONS = {
    "North": "N", "South": "S", "East": "E", "West": "W", "Northeast": "NE", "Southwest": "SW", "": "",
}  # fmt: skip
OPPOSITE = {
    "North": "South",
    "South": "North",
    "East": "West",
    "West": "East",
    "Northeast": "Southwest",
    "Southwest": "Northeast",
}
SHORT_WORDS = (
    ("Saint ", "St. "),
    ("Mount ", "Mt. "),
    ("Fifth", "5th"),
    ("42nd", "Forty-Second"),
    ("O'", "O"),
)
TEENS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def below_hundred(number: int) -> str:
    """A number below one hundred in words."""
    if number < 20:
        return TEENS[number]
    tens, units = divmod(number, 10)
    return TENS[tens - 2] + (f"-{TEENS[units]}" if units else "")


def in_pairs(number: str) -> str:
    """A house number as spoken in pairs: twelve forty-seven, eleven oh one, four fifteen."""
    head, tail = number[:-2], int(number[-2:])
    last = below_hundred(tail) if tail >= 10 else f"oh {TEENS[tail]}" if tail else "hundred"
    return f"{below_hundred(int(head))} {last}" if head else below_hundred(tail)


def counted(number: str) -> str:
    """A house number counted out: one thousand two hundred forty-seven."""
    value = int(number)
    parts = []
    if value >= 1000:
        parts.append(f"{below_hundred(value // 1000)} thousand")
    if value % 1000 >= 100:
        parts.append(f"{TEENS[value % 1000 // 100]} hundred")
    if value % 100:
        parts.append(below_hundred(value % 100))
    return " ".join(parts)


def shortened(written: Written) -> Written:
    """The same address with every part abbreviated."""
    name = written.name
    for long, short in SHORT_WORDS:
        name = name.replace(long, short)
    return replace(
        written, name=name, direction=SHORT_DIRECTIONS[written.direction], kind=SHORT_KINDS[written.kind]
    )


def misspelled(word: str, at: int, how: str) -> str:
    """A word with one typing error at a place."""
    at %= len(word)
    if how == "drop":
        return word[:at] + word[at + 1 :]
    if how == "double":
        return word[: at + 1] + word[at:]
    if how == "change":
        return word[:at] + ("x" if word[at] != "x" else "y") + word[at + 1 :]
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
