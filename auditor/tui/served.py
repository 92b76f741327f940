"""The program behind one browser: `python -m auditor.tui.served FOLDER PERIOD PROFILE`, for `serve`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.workspace import Workspace


def main(arguments: list[str]) -> int:
    """Run the face on the workspace in FOLDER, or the setup when there is none. Empty texts are no choice."""
    from auditor.core.errors import AuditorError
    from auditor.tui import run

    folder, period, profile = arguments
    root = Path(folder)

    def open_workspace() -> "Workspace | None":
        from auditor.core.period import Period
        from auditor.store.root import AGENCY_FILE
        from auditor.workspace import Workspace

        if not (root / AGENCY_FILE).is_file():
            return None
        return Workspace(root, profile=profile or None, period=Period.parse(period) if period else None)

    try:
        return run(open_workspace, root)
    except AuditorError as error:
        print(f"auditor: {error}", file=sys.stderr)  # noqa: T201 - the parent shows it
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
