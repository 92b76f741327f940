"""The parts of a telephone number, and how it is dialled."""

from dataclasses import dataclass, field

_ACCESS_CODES = ("00", "011", "0011")
"""What is dialled before a country code: most countries, North America, Australia."""
_MOBILE_MARKS = {"52": "1", "54": "9"}
"""What callers from abroad dial, or used to dial, before a mobile number in Mexico and Argentina."""


@dataclass(frozen=True, slots=True)
class Line:
    """The parts of a number, for the finder. `local` is what is dialled inside the area, if anything.

    `cut` tells that the extension was typed as figures behind a hyphen, which may be a part of the number.
    """

    country: str = field(repr=False)
    national: str = field(repr=False)
    trunk: str = field(repr=False)
    area: str = field(repr=False)
    extension: str = field(default="", repr=False)
    cut: bool = False

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
        from_abroad = (f"54{area}{rest}", f"54{area}15{rest}")
        return [*runs, *from_abroad, *(code + run for code in _ACCESS_CODES for run in from_abroad)]
