"""The terminal face: a Textual application over the workspace facade."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.workspace import Workspace

_REVEALING = ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS", "TEXTUAL_DEBUG")
"""Textual's developer switches: a log of every key, of confidential fields too; a picture of the screen."""


def run(
    workspace: "Workspace | Callable[[], Workspace | None] | None", root: Path, *, screen: str = "overview"
) -> int:
    """Run the terminal face until the user leaves, and return the exit code of the program.

    `workspace` may be a function that opens it: then the first frame is drawn before. Without a workspace
    it begins with the setup, which makes one in `root`. `screen` names the mode to begin with: overview,
    checklist, checks, findings or report. Raises what the function raises.
    """
    for name in _REVEALING:
        os.environ.pop(name, None)
    from auditor.tui.app import AuditorApp

    app = AuditorApp(workspace, root, screen=screen)
    code = app.run()
    if app.open_error is not None:
        raise app.open_error
    return code if code is not None else app.return_code or 0
