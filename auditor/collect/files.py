"""What sources of files share: which files a static host serves, under which address and type."""

import mimetypes
from pathlib import PurePosixPath
from urllib.parse import quote

from auditor.core.document import Unchecked

BODY_LIMIT = 64 * 1024**2
"""The largest file read whole, in bytes."""

IGNORED_FOLDERS = frozenset(
    [
        ".git",
        ".hg",
        ".svn",
        ".bzr",
        "node_modules",
        "__pycache__",
        ".venv",
        ".tox",
        ".nox",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".cache",
        ".sass-cache",
        ".idea",
        ".vscode",
    ]
)
"""Folders that no static host serves: version control, installed packages, caches, editors."""
IGNORED_FILES = frozenset(
    {".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitattributes", ".hgignore"}
)
"""Files that systems leave behind. Other hidden files, such as `.well-known/` or `.env`, are read."""
INDEXES = ("index.html", "index.htm")
"""Names that a static host leaves out of the address."""
PAGE_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".php": "text/html",
}


def media_type_of(name: str) -> str:
    """The type a static host would declare for a file name; empty when it has no idea."""
    suffix = PurePosixPath(name).suffix.lower()
    return PAGE_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or ""


def static_url(base: str, path: str) -> str:
    """The address under which a static host at `base` serves `path` (with slashes, relative).

    `index.html` becomes its folder's address. Without a base it is the path itself.
    """
    if not base:
        return path
    name = path.rpartition("/")[2]
    if name in INDEXES:
        path = path[: -len(name)]
    return f"{base.rstrip('/')}/{quote(path)}"


def is_served(path: str) -> bool:
    """False for what no static host serves: see IGNORED_FOLDERS and IGNORED_FILES."""
    *folders, name = path.split("/")
    return name not in IGNORED_FILES and IGNORED_FOLDERS.isdisjoint(folders)


def too_large(url: str, limit: int) -> Unchecked:
    """Says that only the first `limit` bytes of a file were read."""
    return Unchecked(url, f"larger than the limit of {limit / 1024**2:g} MB; the rest was not read")
