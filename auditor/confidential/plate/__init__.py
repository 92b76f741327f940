"""Number plates: what a typed entry says, and where texts show them."""

from auditor.confidential.plate.fact import Plate

__all__ = ["Plate"]
