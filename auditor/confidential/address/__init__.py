"""Postal addresses: taking them apart, and recognising them in any spelling."""

from auditor.confidential.address.address import Address

__all__ = ["Address"]
