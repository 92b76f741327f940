"""Positions: how texts write them, and how near they come to a confidential one."""

from auditor.confidential.place.fact import Place

__all__ = ["Place"]
