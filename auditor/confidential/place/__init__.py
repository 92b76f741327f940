"""Positions: how texts write them, and how near they come to a confidential one."""

from auditor.confidential.place.fact import DEFAULT_RADIUS_M, Place
from auditor.confidential.place.links import Unresolvable, unresolvable_links

__all__ = ["DEFAULT_RADIUS_M", "Place", "Unresolvable", "unresolvable_links"]
