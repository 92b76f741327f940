"""Is the confidential address readable on the website's pages?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class SiteAddress(Check):
    """Finds a confidential address in anything that a page shows or hides."""

    id: ClassVar[str] = "site-address"
    title: ClassVar[str] = "Confidential address on the website's pages"
    looks_for: ClassVar[str] = (
        "The confidential address, in any spelling, in the text and source of every page."
    )
    sends: ClassVar[str] = "Requests for the agency's own pages, to the agency's own website."
    remedy: ClassVar[str] = (
        "Take the address out of the page, publish again, and check the page once more. "
        "Then ask search engines and web archives to remove their copies."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ADDRESS})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in pages; other files are the subject of `file-address`."""
        if reading.document.is_page:
            yield from findings_by_place(self, reading, brief)
