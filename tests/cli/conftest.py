"""A workspace and a website of a fictitious agency, and a way to run the command line."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.cli import main

AGENCY = """\
schema = 1
name = "Maple County Youth Services"
websites = ["https://www.example.org"]
profile = "seed-2018"

[[site]]
label = "shelter"
location_model = "hidden"

[public]
addresses = ["PO Box 12, Springfield, IL 62705"]
phones = ["+1 217 555 0100"]
"""
SECRET = """\
schema = 1

[[address]]
label = "shelter"
text = "1247 North Maple Street, Suite 300, Springfield, IL 62704"

[[phone]]
label = "case manager line"
number = "+1 217 555 0148"
"""
LEAKS = ("1247", "Maple St", "maple st", "0148", "62704", "Suite 300")
IDS = re.compile(r"\b[0-9a-f]{16,64}\b")
"""Fingerprints and hashes, which by chance may hold the figures of a fact."""


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ended]:
    """Run `auditor ARGS` here; whatever it prints is searched for the secrets."""

    def run(*args: str) -> Ended:
        try:
            code = main([str(a) for a in args])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = (data.decode() for data in capfdbinary.readouterr())
        for leak in LEAKS:
            assert leak not in IDS.sub("", out + err)
        return Ended(code, out, err)

    return run


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace folder, found through AUDITOR_HOME."""
    (tmp_path / "agency.toml").write_text(AGENCY)
    (tmp_path / "confidential.toml").write_text(SECRET)
    monkeypatch.setenv("AUDITOR_HOME", str(tmp_path))
    # A key drawn by chance makes ids that now and then hold the digits of a secret.
    monkeypatch.setenv("AUDITOR_FINGERPRINT_KEY", "kept-for-the-tests-" * 2)
    return tmp_path


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of pages: site(index="<p>text</p>")."""

    def make(**pages: str) -> Path:
        folder = tmp_path / "site"
        folder.mkdir(exist_ok=True)
        for name, body in pages.items():
            (folder / f"{name}.html").write_text(f"<!doctype html><title>t</title><body>{body}</body>")
        return folder

    return make
