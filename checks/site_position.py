"""Do map links, coordinates or photo positions lead to the confidential place?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class SitePosition(Check):
    """Finds positions near the confidential point, whatever format holds them."""

    id: ClassVar[str] = "site-position"
    title: ClassVar[str] = "Positions that lead to the confidential place"
    looks_for: ClassVar[str] = (
        "Coordinates, map links, plus codes and photo positions within the radius of the confidential point."
    )
    sends: ClassVar[str] = "Requests for the agency's own pages and files, to the agency's own website."
    remedy: ClassVar[str] = (
        "Remove the map or coordinates; strip the position from photos before they are published "
        "(and put a clean copy under another file name). Then check once more."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.COORDINATES})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in pages and files alike."""
        yield from findings_by_place(self, reading, brief)
