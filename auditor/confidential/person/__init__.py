"""People: how texts write their names, handles and initials."""

from auditor.confidential.person.fact import Person

__all__ = ["Person"]
