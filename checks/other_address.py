"""Which postal addresses does the website show that nobody has sorted yet?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class OtherAddress(Check):
    """Lists postal addresses that are neither confidential nor published on purpose."""

    id: ClassVar[str] = "other-address"
    title: ClassVar[str] = "Postal addresses that nobody has sorted"
    looks_for: ClassVar[str] = "Postal addresses which are neither listed as confidential nor as public."
    sends: ClassVar[str] = "Requests for the agency's own pages and files, to the agency's own website."
    remedy: ClassVar[str] = (
        "Decide: list the address as public in agency.toml, or as confidential, or take it off the website."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.OTHER_ADDRESS})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in pages and files alike, for a person to sort."""
        yield from findings_by_place(self, reading, brief)
