"""Decides whether the output of a website check may say where a confidential fact stands.

The log and the files of a public repository's pipeline can be read by anyone. There a finding's place
is withheld, unless the user asked for it. See docs/ci.md for the rule in words.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_YES = frozenset({"1", "true", "yes", "on"})
_EVENT_LIMIT = 8 * 1024**2
"""Larger event files than this are not read, in bytes; GitHub's limit for one is below."""


@dataclass(frozen=True, slots=True)
class Places:
    """The decision, and why."""

    shown: bool
    reason: str


def decide_places(environ: Mapping[str, str], asked: bool | None = None) -> Places:
    """Whether places may be shown.

    `asked` is what the user said (`--show-places`, `--hide-places`), None for neither. Without a word
    of theirs: shown on a machine of one's own, and in a pipeline only when it says that its project is
    private. A pipeline that says nothing counts as public.
    """
    if asked is not None:
        return Places(asked, "as asked")
    if environ.get("GITHUB_ACTIONS", "").casefold() in _YES:
        private = _github_private(environ)
        return Places(
            private, f"the GitHub repository is {'private' if private else 'not known to be private'}"
        )
    if environ.get("GITLAB_CI", "").casefold() in _YES:
        private = environ.get("CI_PROJECT_VISIBILITY", "").casefold() == "private"
        return Places(private, f"the GitLab project is {'private' if private else 'not known to be private'}")
    if environ.get("CI", "").casefold() not in ("", "0", "false", "no"):
        return Places(False, "a build pipeline counts as public")
    return Places(True, "not in a build pipeline")


def _github_private(environ: Mapping[str, str]) -> bool:
    """Whether the event that started the workflow says that the repository is private."""
    path = Path(environ.get("GITHUB_EVENT_PATH", ""))
    try:
        if not path.is_file() or path.stat().st_size > _EVENT_LIMIT:
            return False
        event = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    repository = event.get("repository") if isinstance(event, dict) else None
    if not isinstance(repository, dict) or repository.get("private") is not True:
        return False
    # An “internal” repository counts as private there, and is open to a whole enterprise.
    return bool(repository.get("visibility", "private") == "private")
