"""The terminal face: a Textual application over the workspace facade."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.workspace import Workspace


def run(workspace: "Workspace | None", root: Path, *, screen: str = "overview") -> int:
    """Run the terminal face until the user leaves, and return the exit code of the program.

    Without a workspace it begins with the setup, which makes one in `root`. `screen` names the mode to
    begin with: overview, checklist, checks, findings or report.
    """
    # Textual's debugging log would hold every key that is pressed, those of confidential fields too.
    for name in ("TEXTUAL", "TEXTUAL_LOG"):
        os.environ.pop(name, None)
    from auditor.tui.app import AuditorApp

    app = AuditorApp(workspace, root, screen=screen)
    code = app.run()
    return code if code is not None else app.return_code or 0
