"""Is the confidential address readable in the documents, images and data that the website offers?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.finding import Finding
from auditor.core.status import Kind
from checks.common import findings_by_place


class FileAddress(Check):
    """Finds a confidential address in files: documents, calendars, feeds, images, scripts."""

    id: ClassVar[str] = "file-address"
    title: ClassVar[str] = "Confidential address in documents and files"
    looks_for: ClassVar[str] = (
        "The confidential address in documents, calendars, feeds, images, scripts and metadata."
    )
    sends: ClassVar[str] = "Requests for the agency's own files, to the agency's own website."
    remedy: ClassVar[str] = (
        "Remove the file or replace it by one without the address, its metadata included, "
        "under another name. Then check it once more, and ask search engines and web archives "
        "to remove their copies."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.ADDRESS})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """Findings in everything that is not a page."""
        if not reading.document.is_page:
            yield from findings_by_place(self, reading, brief)
