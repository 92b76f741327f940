"""People: how texts write their names, handles and initials."""

from auditor.confidential.person.fact import Person
from auditor.confidential.person.typed import plain_names

__all__ = ["Person", "plain_names"]
