"""A workspace with a small checklist of its own, a calendar that the test turns, and the command line."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from auditor.cli import main
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework

SECRET = "1247 North Maple Street, Suite 300, Springfield, IL 62704"
LEAKS = ("1247", "Maple St", "62704")
IDS = re.compile(r"\b[0-9a-f]{16,64}\b")
"""Fingerprints and hashes, which by chance may hold the figures of a fact."""

AGENCY = """\
schema = 1
name = "Maple County Youth Services"
websites = ["https://www.example.org"]
profile = "maple"
site = [{ label = "shelter", location_model = "hidden" }]
"""

CONTROLS = (
    ("A-1", 5, True, "quarterly", ""),
    ("A-2", 5, True, "quarterly", ""),
    ("A-3", 4, False, "quarterly", "vehicles are unmarked"),
    ("A-4", 3, False, "yearly", ""),
    ("A-5", 2, False, "yearly", ""),
    ("A-6", 1, False, "quarterly", ""),
)


def profile_text() -> str:
    head = 'schema = 1\nid = "maple"\nversion = "1"\ntitle = "Ours"\ndescription = "Ours."\n'
    text = f'{head}\n[[section]]\nid = "all"\ntitle = "All"\n'
    for name, weight, critical, review, sample in CONTROLS:
        text += (
            f'\n[[section.control]]\nid = "{name}"\nquestion = "Is {name} so?"\nwhy = "Because."\n'
            f'how_to_verify = "Look."\nevidence = "A note."\nremedy = "Mend {name}."\nweight = {weight}\n'
            f'critical = {str(critical).lower()}\nreview = "{review}"\nsample = "{sample}"\n'
            'sources = [{ title = "Ours" }]\n'
        )
    return text


class Calendar:
    """The day that the program believes it is."""

    def __init__(self) -> None:
        self.day = date(2026, 2, 10)

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def table(self) -> dict[str, Any]:
        return json.loads(self.out)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


def make_folder(folder: Path) -> Path:
    """A workspace with the small checklist and one secret."""
    (folder / "profiles").mkdir(parents=True)
    (folder / "agency.toml").write_text(AGENCY)
    (folder / "confidential.toml").write_text(
        f'schema = 1\n[[address]]\nlabel = "shelter"\ntext = "{SECRET}"\n'
    )
    (folder / "profiles/maple.toml").write_text(profile_text())
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "workspace")


@pytest.fixture
def casework(root: Path, calendar: Calendar) -> Casework:
    return Casework(Workspace(root, calendar))


@pytest.fixture
def cli(
    root: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Ended]:
    """Run `auditor ARGS` on the calendar's day; whatever it prints is searched for the secret."""
    monkeypatch.chdir(root)
    monkeypatch.delenv("AUDITOR_HOME", raising=False)
    monkeypatch.setattr(Workspace, "discover", lambda: Workspace(root, calendar))

    def run(*args: object) -> Ended:
        try:
            code = main([str(a) for a in args])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = (data.decode() for data in capfdbinary.readouterr())
        for leak in LEAKS:
            assert leak not in IDS.sub("", out + err)
        return Ended(code, out, err)

    return run
