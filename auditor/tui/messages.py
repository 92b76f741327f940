"""What workers tell the application and its screens. Workers post these and touch no widget."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from auditor.core.compare import Comparison
    from auditor.core.errors import AuditorError
    from auditor.core.events import Notice, Progress
    from auditor.core.outlook import TrendPoint
    from auditor.core.record import AuditRecord
    from auditor.workspace import Workspace


class Opened(Message):
    """The workspace is open; None when there is none yet, so that one must be made."""

    def __init__(self, workspace: "Workspace | None") -> None:
        super().__init__()
        self.workspace = workspace


class NotOpened(Message):
    """The workspace cannot be opened."""

    def __init__(self, error: "AuditorError") -> None:
        super().__init__()
        self.error = error


class Saved(Message):
    """A change is on disk; `record` is what the disk holds."""

    def __init__(self, record: "AuditRecord") -> None:
        super().__init__()
        self.record = record


class SaveFailed(Message):
    """A change could not be written."""

    def __init__(self, error: "AuditorError") -> None:
        super().__init__()
        self.error = error


class RunEvent(Message):
    """Running checks report where they stand."""

    def __init__(self, event: "Progress | Notice") -> None:
        super().__init__()
        self.event = event


class Interrupted(Message):
    """Whether a run was interrupted that can be gone on with, in words; empty when none was."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class RunEnded(Message):
    """The checks have run, were cancelled, or could not run (`error`)."""

    def __init__(self, error: "AuditorError | None" = None) -> None:
        super().__init__()
        self.error = error


class Exported(Message):
    """A report was written to `path`, or could not be (`error`)."""

    def __init__(self, path: str, error: "AuditorError | None" = None) -> None:
        super().__init__()
        self.path = path
        self.error = error


class Preview(Message):
    """The report as text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Compared(Message):
    """The quarters were judged: all of them in a row, and two of them side by side."""

    def __init__(
        self, points: "Sequence[TrendPoint]", comparison: "Comparison | None", problem: str = ""
    ) -> None:
        super().__init__()
        self.points = points
        self.comparison = comparison
        self.problem = problem


class Trended(Message):
    """The quarters before this one, judged and scored, the gaps among them included."""

    def __init__(self, points: "Sequence[TrendPoint]") -> None:
        super().__init__()
        self.points = points


class PageChecked(Message):
    """One page was read once more: what came of it, and whether nothing is left there."""

    def __init__(self, text: str, *, proved: bool) -> None:
        super().__init__()
        self.text = text
        self.proved = proved


class Told(Message):
    """Something the user should know of a change that was saved."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
