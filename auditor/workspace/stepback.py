"""Taking a step of the casework back on disk. The ledger keeps both: the step, and that it was taken back."""

from auditor.core import undoing
from auditor.core.period import Period
from auditor.core.record import AuditRecord
from auditor.workspace.workspace import Workspace


def take_back(workspace: Workspace, before: AuditRecord, after: AuditRecord, by: str) -> AuditRecord:
    """Save the record without the step from `before` to `after`, and give it.

    Raises ConfigurationError as `core.undoing.take_back` does.
    """
    period = Period.parse(after.period)
    return workspace.records.change(
        period,
        lambda: workspace.record(period),
        lambda record: undoing.take_back(record, before, after),
        event="signature taken back" if undoing.signs(before, after) else "saved",
        by=by,
    )
