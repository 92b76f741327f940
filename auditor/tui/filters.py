"""Which controls the checklist shows."""

from collections.abc import Callable

from auditor.core.assessment import ControlResult
from auditor.core.record import AuditRecord
from auditor.core.status import Status
from auditor.tui.agenda import is_stale

Filter = Callable[[ControlResult], bool]


def filters(name: str, record: AuditRecord, previous: AuditRecord | None) -> dict[str, Filter]:
    """Each filter by its word. `name` is who works: theirs is what they answered, or see to by an action."""
    me = name.casefold().strip()
    mine = {a.control for r in (record, previous) if r for a in r.answer if a.by.casefold() == me}
    mine |= {a.control for a in record.action if a.owner.casefold() == me and not a.closed}
    before = {a.control: a for a in previous.answer} if previous else {}
    return {
        "all": lambda _: True,
        "open": lambda r: r.status is Status.UNANSWERED,
        "critical": lambda r: r.control.critical,
        "failed": lambda r: r.status in (Status.UNMET, Status.PARTIAL),
        "stale": lambda r: is_stale(r, before.get(r.control.id)),
        "mine": lambda r: bool(me) and r.control.id in mine,
    }


NAMES = ("all", "open", "critical", "failed", "stale", "mine")
