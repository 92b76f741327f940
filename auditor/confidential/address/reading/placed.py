"""What a text says about the place of a street: whether it is the address's own."""

from dataclasses import dataclass, field


@dataclass(slots=True, repr=False)
class Place:
    """What is said about the place. `stop` is the end of the tokens that agree.

    `quarter`: of the towns that the address names only a smaller one agrees, such as a quarter.
    """

    stop: int
    town: bool = False
    quarter: bool = False
    county: bool = False
    state: bool = False
    postcode: bool = False
    other_state: bool = False
    other_postcode: bool = False
    postcode_typo: bool = False
    other_country: bool = False
    unit: str = ""
    unknown: list[str] = field(default_factory=list)
    closed: bool = False
    slug: bool = False
    next_line: bool = False
    piped: bool = False

    @property
    def verdict(self) -> str:
        """agree, other (another place is named), doubt (perhaps another place), or nothing."""
        if self.postcode:
            return "agree"
        if self.other_state or self.other_country:
            return "other"
        if self.other_postcode:
            return ("agree" if self.postcode_typo else "doubt") if self.town else "other"
        if self.quarter and self.unknown and self.closed:
            # "Vila Nova, Joinville" for Vila Nova in Curitiba.
            return "doubt"
        if self.town:
            return "agree"
        if self.unknown:
            return "other" if self.state else "doubt" if self.closed else ""
        return "agree" if self.state else ""
