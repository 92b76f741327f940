"""Can a vehicle's number plate be read on the website?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class SitePlate(Check):
    """Finds the plates of vehicles used for youth travel."""

    id: ClassVar[str] = "site-plate"
    title: ClassVar[str] = "Vehicle number plates"
    looks_for: ClassVar[str] = "Number plates listed as confidential, with any spacing."
    sends: ClassVar[str] = "Requests for the agency's own pages and files, to the agency's own website."
    remedy: ClassVar[str] = (
        "Remove or blur the plate, publish again, and check once more. "
        "A plate that was public for long should be changed."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.PLATE})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in pages and files alike."""
        yield from findings_by_place(self, reading, brief)
