"""Which controls the checklist shows."""

from collections.abc import Callable

from auditor.core.assessment import ControlResult
from auditor.core.status import Status

FILTERS: dict[str, Callable[[ControlResult], bool]] = {
    "all": lambda _: True,
    "open": lambda r: r.status is Status.UNANSWERED,
    "critical": lambda r: r.control.critical,
    "failed": lambda r: r.status in (Status.UNMET, Status.PARTIAL),
    "stale": lambda r: r.stale,
}
