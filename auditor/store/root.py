"""Where the workspace is. Needs nothing heavy, so that the faces can ask before they load anything."""

import os
from pathlib import Path

AGENCY_FILE = "agency.toml"
CONFIDENTIAL_FILE = "confidential.toml"
MEMORY_FOLDER = ".auditor-memory"
"""What runs know of the websites: see `auditor.store.site_memory`."""


def find_root(start: Path | None = None) -> Path | None:
    """The workspace: AUDITOR_HOME, or the nearest folder upward that holds agency.toml; None without one."""
    if home := os.environ.get("AUDITOR_HOME"):
        return Path(home).expanduser()
    here = (start or Path.cwd()).resolve()
    return next((folder for folder in (here, *here.parents) if (folder / AGENCY_FILE).is_file()), None)
