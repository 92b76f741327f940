"""Taking a step of the casework back on disk. The ledger keeps both: the step, and that it was taken back.

The terminal face takes back the latest step of a visit, whatever it was, with `take_back`. The command line
has no visits: there each sort of step has a deed of its own that takes it back, and says by whom and why.
"""

from auditor.core import actions, quarters, signing, undoing, waivers
from auditor.core.errors import ConfigurationError
from auditor.core.period import Period
from auditor.core.record import Action, AuditRecord, Waiver
from auditor.core.undoing import Change
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


class StepBack:
    """What was done in one workspace, taken back by name: `by` whom, and for what `reason`.

    Both go into the ledger, masked. Each method raises ConfigurationError without them.
    """

    def __init__(self, workspace: Workspace, by: str, reason: str = "") -> None:
        self._workspace = workspace
        self._by, self._reason = workspace.mask(by.strip()), workspace.mask(reason.strip())

    def reopen_action(self, action_id: str) -> Action:
        """A closed action is open again. Raises as `core.actions.reopen` does."""
        record = self._save("action reopened", lambda r: actions.reopen(r, action_id))
        return actions.find(record, action_id)

    def drop_action(self, action_id: str) -> Action:
        """An action begun by mistake today is gone. Raises as `core.actions.drop` does."""
        gone, today = actions.find(self._workspace.record(), action_id), self._workspace.today
        self._save("action dropped", lambda r: actions.drop(r, action_id, today))
        return gone

    def restore_waiver(self, waiver_id: str) -> Waiver:
        """A withdrawn waiver holds again. Raises as `core.waivers.restore` does."""
        by, today = self._by, self._workspace.today
        record = self._save("waiver restored", lambda r: waivers.restore(r, waiver_id, by, today))
        return waivers.find(record, waiver_id)

    def forget_missed(self, missed: Period) -> None:
        """The reason given for a missed quarter is gone. Raises as `core.quarters.forget_missed` does."""
        self._save("reason taken back", lambda r: quarters.forget_missed(r, missed))

    def unsign(self, role: str, period: Period) -> tuple[signing.SignatureState, ...]:
        """The signer's own signature is gone. Raises as `core.signing.unsign` does. Gives those left."""
        record = self._save("signature taken back", lambda r: signing.unsign(r, role, self._by), period)
        return signing.signatures(record)

    def _save(self, event: str, change: Change, period: Period | None = None) -> AuditRecord:
        if not self._by:
            raise ConfigurationError("what was done is taken back by somebody", "give a name")
        if not self._reason and event not in _NEED_NO_REASON:
            raise ConfigurationError("what was done is taken back for a reason", "give it with --reason")
        wanted = period or self._workspace.period
        return self._workspace.records.change(
            wanted,
            lambda: self._workspace.record(wanted),
            change,
            event=event,
            by=self._by,
            note=self._reason,
        )


_NEED_NO_REASON = ("signature taken back", "reason taken back")
