"""Can a case manager's direct number be read on the website?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class SitePhone(Check):
    """Finds confidential phone numbers and extensions anywhere on the website."""

    id: ClassVar[str] = "site-phone"
    title: ClassVar[str] = "Confidential phone numbers"
    looks_for: ClassVar[str] = (
        "Confidential phone numbers and extensions, in any spelling, in pages and files."
    )
    sends: ClassVar[str] = "Requests for the agency's own pages and files, to the agency's own website."
    remedy: ClassVar[str] = (
        "Replace the number by the agency's public line, publish again, and check once more. "
        "If callers already use it, have the carrier change the number."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.PHONE})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in pages and files alike."""
        yield from findings_by_place(self, reading, brief)
