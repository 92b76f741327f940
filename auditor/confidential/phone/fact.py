"""A confidential telephone number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from auditor.confidential.fact import Fact
from auditor.confidential.finder import Finder

_ACCESS_CODES = ("00", "011", "0011")
"""What is dialled before a country code: most countries, North America, Australia."""
_MOBILE_MARKS = {"52": "1", "54": "9"}
"""What callers from abroad dial, or used to dial, before a mobile number in Mexico and Argentina."""


@dataclass(frozen=True, slots=True)
class Line:
    """The parts of a number, for the finder. `local` is what is dialled inside the area, if anything."""

    country: str = field(repr=False)
    national: str = field(repr=False)
    trunk: str = field(repr=False)
    area: str = field(repr=False)
    extension: str = field(default="", repr=False)

    @property
    def local(self) -> str:
        """The number without its area code; empty when it is not dialled so."""
        rest = self.national[len(self.area) :]
        return rest if self.area and 6 <= len(rest) <= 8 else ""

    def dialled(self) -> list[str]:
        """Every run of digits that reaches the line from outside its area."""
        country, national, trunk = self.country, self.national, self.trunk
        runs = [national, country + national]
        runs += [code + country + national for code in _ACCESS_CODES]
        if mobile := _MOBILE_MARKS.get(country):
            runs += [country + mobile + national, mobile + national]
        if trunk and trunk != country:
            runs += [trunk + national, f"{trunk}0{national}", country + trunk + national]
            runs += [code + country + trunk + national for code in _ACCESS_CODES]
        if country == "54" and national.startswith("9") and self.area:
            runs += self._argentine_mobile()
        return runs

    def _argentine_mobile(self) -> list[str]:
        """Inside Argentina a mobile number has no 9 before its area code, and a 15 behind it."""
        area, rest = self.area[1:], self.national[len(self.area) :]
        runs = [area + rest, f"0{area}{rest}", f"{area}15{rest}", f"0{area}15{rest}", f"15{rest}"]
        return [*runs, f"54{area}{rest}", *(f"{code}54{area}{rest}" for code in _ACCESS_CODES)]


class Phone(Fact):
    """A telephone number, perhaps with an extension, that must not get out."""

    __slots__ = ("_line", "_mains")

    def __init__(self, line: Line, label: str = "phone", mains: tuple[Line, ...] = ()) -> None:
        super().__init__(label)
        self._line = line
        self._mains = mains

    @classmethod
    def parse(cls, number: str, extension: str = "", label: str = "phone", region: str = "US") -> Self:
        """The phone written as `number`; without `+` it is read as one of `region` (ISO 3166).

        Raises ValueError, without quoting the number, when it cannot be a telephone number.
        """
        import phonenumbers

        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            raise ValueError("not a telephone number; write it with + and country code") from None
        if not phonenumbers.is_possible_number(parsed):
            raise ValueError("too short or too long for a telephone number; write it with + and country code")
        country = str(parsed.country_code)
        national = phonenumbers.national_significant_number(parsed)
        home = phonenumbers.region_code_for_country_code(int(country))
        trunk = phonenumbers.ndd_prefix_for_region(home, True) or ""
        width = phonenumbers.length_of_geographical_area_code(parsed)
        if country == "1":
            width = 3
        wanted = "".join(c for c in extension if c.isalnum()) or parsed.extension or ""
        return cls(Line(country, national, trunk, national[:width], wanted), label)

    def beside(self, mains: Sequence["Phone"]) -> Self:
        """This phone, whose extension also counts next to one of the public numbers `mains`."""
        return type(self)(self._line, self.label, tuple(main.line for main in mains))

    @classmethod
    def compile(cls, facts: Sequence[Self]) -> Finder:
        """One finder for all of `facts`."""
        from auditor.confidential.phone.finder import PhoneFinder

        return PhoneFinder(facts)

    def weaknesses(self) -> list[str]:
        """A short number is a common run of digits."""
        if len(self._line.national) < 7:
            return ["a short number is found only with its country code or beside a word such as “phone”"]
        return []

    def forms(self) -> int:
        """Every way to dial the number, in figures and in words."""
        return 2 * (len(set(self._line.dialled())) + bool(self._line.local))

    @property
    def line(self) -> Line:
        """The parts of the number, for the finder."""
        return self._line

    @property
    def mains(self) -> tuple[Line, ...]:
        """Public numbers beside which the extension gives the line away."""
        return self._mains
