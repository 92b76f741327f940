"""Does the website name the building?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class SiteName(Check):
    """Finds place names that give the confidential location away."""

    id: ClassVar[str] = "site-name"
    title: ClassVar[str] = "Names that give the place away"
    looks_for: ClassVar[str] = "Names of the building or place that the agency listed as confidential."
    sends: ClassVar[str] = "Requests for the agency's own pages and files, to the agency's own website."
    remedy: ClassVar[str] = (
        "Use a neutral name in public (“our residence”), publish again, and check once more. "
        "Look at press texts and event announcements too: names spread from there."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.NAME})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in pages and files alike."""
        yield from findings_by_place(self, reading, brief)
