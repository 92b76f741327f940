"""An agency's workspace, for both faces: the quarter, its casework and reports, a page checked again."""

from auditor.store.root import CONFIDENTIAL_FILE
from auditor.workspace.workspace import Clock, Workspace, now

__all__ = ["CONFIDENTIAL_FILE", "Clock", "Workspace", "now"]
