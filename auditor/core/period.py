"""Quarters. An audit belongs to one, written `2026-Q4`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from auditor.core.errors import ConfigurationError

_FORM = re.compile(r"([12][0-9]{3})-Q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar quarter. Quarters order by time."""

    year: int
    quarter: int

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The quarter that `text` names. Raises ConfigurationError when it is not of the form 2026-Q4."""
        found = _FORM.fullmatch(text.strip().upper())
        if found is None:
            raise ConfigurationError(f"“{text}” is not a quarter", "write it like 2026-Q4")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Period":
        """The quarter that holds `day`."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @property
    def start(self) -> date:
        """First day."""
        return date(self.year, 3 * self.quarter - 2, 1)

    @property
    def end(self) -> date:
        """Last day."""
        return self.next.start - timedelta(days=1)

    @property
    def next(self) -> "Period":
        """The quarter after this one."""
        return Period(self.year + 1, 1) if self.quarter == 4 else Period(self.year, self.quarter + 1)

    @property
    def previous(self) -> "Period":
        """The quarter before this one."""
        return Period(self.year - 1, 4) if self.quarter == 1 else Period(self.year, self.quarter - 1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{self.year}-Q{self.quarter}"
