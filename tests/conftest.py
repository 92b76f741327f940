"""Tests run without the developer's own workspace, variables or colours, and as if in no pipeline."""

import os

import pytest
from hypothesis import settings

settings.register_profile("steady", settings.default, deadline=None)
"""No example fails for being slow: machines that share their cores are noisy."""
settings.load_profile("steady")

_PIPELINE = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_EVENT_PATH", "CI_PROJECT_VISIBILITY")
_OUTPUT = ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in list(os.environ):
        if name.startswith("AUDITOR_") or name in (*_PIPELINE, *_OUTPUT):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))
