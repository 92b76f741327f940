"""What must not get out, and how to recognise and mask it in text. Pure."""

from auditor.confidential.address import Address
from auditor.confidential.searcher import Searcher

__all__ = ["Address", "Searcher"]
