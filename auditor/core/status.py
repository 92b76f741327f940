"""The words of an audit: statuses, grades, severities. Each enum's value is what files and JSON hold."""

from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """What a person answered to a control's question."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"

    @property
    def decided(self) -> bool:
        """True when the answer says how far the control is met."""
        return self in (Status.MET, Status.PARTIAL, Status.UNMET)


class Outcome(StrEnum):
    """What an automated check concluded. `unchecked` always has a reason and never counts as a pass."""

    CLEAR = "clear"
    FOUND = "found"
    UNCHECKED = "unchecked"


class _Ordered(StrEnum):
    """A string enum whose members compare by order of definition, the first being the highest."""

    @cached_property
    def rank(self) -> int:
        """0 for the highest member."""
        return type(self)._member_names_.index(self.name)

    def at_least(self, other: "_Ordered") -> bool:
        """True when this member is as high as `other`, or higher."""
        return self.rank <= other.rank


class Grade(_Ordered):
    """How closely a text matches a confidential fact."""

    EXACT = "exact"
    PROBABLE = "probable"
    PARTIAL = "partial"


class Severity(_Ordered):
    """How much harm a finding can do."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


class Confidence(_Ordered):
    """How sure the tool is that a finding is one."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Kind(StrEnum):
    """What a finding is about: a sort of fact, or with `tls` the connection to the website itself."""

    ADDRESS = "address"
    PHONE = "phone"
    COORDINATES = "coordinates"
    PERSON = "person"
    NAME = "name"
    PLATE = "plate"
    OTHER_ADDRESS = "other_address"
    TLS = "tls"


class LocationModel(StrEnum):
    """How a site is run: secret, known locally but not published, or open on purpose."""

    HIDDEN = "hidden"
    CONFIDENTIAL = "confidential"
    PUBLIC = "public"


class FindingStatus(StrEnum):
    """What became of a finding after people looked at it."""

    OPEN = "open"
    BASELINED = "baselined"
    WAIVED = "waived"
    FALSE_POSITIVE = "false_positive"
    FIXED = "fixed"
