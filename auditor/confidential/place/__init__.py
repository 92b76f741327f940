"""Positions: how texts write them, and how near they come to a confidential one."""

from auditor.confidential.place.fact import Place
from auditor.confidential.place.links import Unresolvable, unresolvable_links

__all__ = ["Place", "Unresolvable", "unresolvable_links"]
