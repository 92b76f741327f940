"""Does the website name staff who should not be named?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class SitePerson(Check):
    """Finds the names of staff who are not on the agency's public list."""

    id: ClassVar[str] = "site-person"
    title: ClassVar[str] = "Confidential staff names"
    looks_for: ClassVar[str] = (
        "Names of staff listed as confidential, in the usual orders, with initials, in addresses and handles."
    )
    sends: ClassVar[str] = "Requests for the agency's own pages and files, to the agency's own website."
    remedy: ClassVar[str] = (
        "Take the name out, or use the role or first name alone where risk allows, publish again, "
        "and check once more. Look at author names of posts and properties of documents too."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.PERSON})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in pages and files alike."""
        yield from findings_by_place(self, reading, brief)
