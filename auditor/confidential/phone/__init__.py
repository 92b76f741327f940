"""Telephone numbers: how texts write them, and which of them are confidential."""

from auditor.confidential.phone.fact import Phone

__all__ = ["Phone"]
