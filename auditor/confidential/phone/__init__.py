"""Telephone numbers: how texts write them, and which of them are confidential."""

from auditor.confidential.phone.fact import Phone, region_of

__all__ = ["Phone", "region_of"]
