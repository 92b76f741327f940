"""A confidential telephone number."""

from collections.abc import Sequence
from typing import Self

from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder
from auditor.confidential.phone.line import Line


class Phone(Fact):
    """A telephone number, perhaps with an extension, that must not get out.

    `lines` are all numbers that what was typed may mean; `countries`, of how many each may be.
    """

    __slots__ = ("_countries", "_lines", "_mains")

    def __init__(
        self,
        lines: Sequence[Line],
        label: str = "phone",
        mains: tuple[Line, ...] = (),
        countries: int = 1,
    ) -> None:
        super().__init__(label)
        self._lines = tuple(lines)
        self._mains = mains
        self._countries = countries

    @classmethod
    def parse(
        cls, number: str, extension: str = "", label: str = "phone", regions: Sequence[str] = ()
    ) -> Self:
        """The phone written as `number`, perhaps with a remark behind it, or two numbers.

        Without `+` it is read as one of `regions` (ISO 3166), of North America, or of the usual other
        countries. Raises ValueError, without quoting the number, when it cannot be a telephone number.
        """
        from auditor.confidential.phone.typed import lines_of

        lines, countries = lines_of(number, extension, regions)
        return cls(lines, label, countries=countries)

    def beside(self, mains: Sequence["Phone"]) -> Self:
        """This phone, whose extension also counts next to one of the public numbers `mains`."""
        lines = tuple(line for main in mains for line in main.lines)
        return type(self)(self._lines, self.label, lines, self._countries)

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        from auditor.confidential.phone.finder import PhoneFinder

        return PhoneFinder(facts)

    def weaknesses(self) -> list[str]:
        """A short number is a common run of digits; one without country code may be of any country."""
        found = []
        if any(len(line.national) < 7 for line in self._lines):
            found.append(
                "a short number is found only with its country code or beside a word such as “phone”"
            )
        if self._countries > 1:
            found.append(
                f"no country code: looked for as a number of {self._countries} countries; "
                "write it with + and country code"
            )
        return found

    def forms(self) -> int:
        """Every way to dial the number, in figures and in words."""
        return sum(2 * (len(set(line.dialled())) + bool(line.local)) for line in self._lines)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The parts of each number, for the finder."""
        return self._lines

    @property
    def extension(self) -> str:
        """The extension, the same for all lines; empty without one."""
        return self._lines[0].extension

    @property
    def mains(self) -> tuple[Line, ...]:
        """Public numbers beside which the extension gives the line away."""
        return self._mains


def region_of(number: str) -> str:
    """The country (ISO 3166) of a typed number that begins with its country code; empty for any other."""
    if not number.lstrip(" (").startswith(("+", "00")):
        return ""
    from auditor.confidential.phone.typed import named_region

    return named_region(number)
