"""The steps of a visit, and how each is taken back. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass

from auditor.core.record import AuditRecord
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework
from auditor.workspace.stepback import take_back

Save = Callable[[], AuditRecord]
Deed = Callable[[Casework], object]


@dataclass(frozen=True, slots=True)
class Step:
    """How to take a step back: its sort, what it was about, what puts it back on the screen and on disk."""

    sort: str
    subject: str
    change: Callable[[AuditRecord], AuditRecord]
    save: Save


class Steps:
    """The steps of one visit that can be taken back, latest last."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __len__(self) -> int:
        return len(self._steps)

    def add(self, step: Step) -> None:
        """A step was made."""
        self._steps.append(step)

    def drop(self, step: Step) -> None:
        """A step could not be saved, so there is nothing to take back."""
        if step in self._steps:
            self._steps.remove(step)

    def pop(self, *sorts: str) -> Step | None:
        """The latest step of these sorts, no longer among the steps; None when there is none."""
        step = next((step for step in reversed(self._steps) if step.sort in sorts), None)
        if step is not None:
            self._steps.remove(step)
        return step


class CaseworkStep:
    """One deed of the casework: `save` does it, `step` takes it back, from what was on disk around it."""

    def __init__(self, workspace: Workspace, deed: Deed, by: str) -> None:
        self._workspace, self._deed, self._by = workspace, deed, by
        self._around: tuple[AuditRecord, AuditRecord] | None = None

    def save(self) -> AuditRecord:
        """Do it, and give what the disk then holds."""
        before = self._workspace.record()
        self._deed(Casework(self._workspace))
        after = self._workspace.record()
        self._around = (before, after)
        return after

    def step(self, sort: str, subject: str) -> Step:
        """How it is taken back. It is shown once it is on disk."""
        return Step(sort, subject, lambda record: record, self._back)

    def _back(self) -> AuditRecord:
        if self._around is None:
            return self._workspace.record()
        return take_back(self._workspace, *self._around, self._by)
