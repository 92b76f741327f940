"""Positions: how texts write them, and how near they come to a confidential one."""

from auditor.confidential.place.angles import Axis
from auditor.confidential.place.fact import DEFAULT_RADIUS_M, Place
from auditor.confidential.place.links import Unresolvable, unresolvable_links
from auditor.confidential.place.typed import degrees_of, position_of

__all__ = [
    "DEFAULT_RADIUS_M",
    "Axis",
    "Place",
    "Unresolvable",
    "degrees_of",
    "position_of",
    "unresolvable_links",
]
