"""What the end-to-end tests share: the real program, run as a person would."""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import auditor as package

_spec = importlib.util.spec_from_file_location("tattle", Path(__file__).with_name("tattle.py"))
tattle = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tattle)

ROOT = Path(package.__file__).parents[1]
DEMO = Path(str(files("auditor.demo")))


def clean_environment(home, **more):
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("AUDITOR_", "PYTHON", "COV_", "TEXTUAL"))
    }
    return (
        kept
        | {
            "HOME": str(home),
            "TMPDIR": str(home / "tmp"),
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "PYTHONPATH": str(ROOT),
        }
        | more
    )


@pytest.fixture(scope="session")
def told():
    """Which secrets of the sample agency some bytes give away."""
    return tattle.told


@pytest.fixture(scope="session")
def root():
    """The folder that the program is imported from."""
    return ROOT


@pytest.fixture(scope="session")
def site():
    """The sample website as a folder."""
    return DEMO / "site"


@pytest.fixture(scope="session")
def secrets():
    """The sample's confidential facts, as TOML text and as a table."""
    text = (DEMO / "confidential.toml").read_text(encoding="utf-8")
    return text, tomllib.loads(text)


@pytest.fixture
def home(tmp_path):
    """A home folder of its own, with its own temporary folder."""
    folder = tmp_path / "home"
    (folder / "tmp").mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def auditor_in():
    """Runs the program in a home folder: `auditor_in(home, "scan", target, cwd=..., env={...}, stdin="...")`."""

    def run(home, *arguments, cwd=None, env=None, stdin="", timeout=180):
        return subprocess.run(
            [sys.executable, "-m", "auditor", *map(str, arguments)],
            cwd=cwd or home,
            env=clean_environment(home, **(env or {})),
            input=stdin.encode(),
            capture_output=True,
            check=False,
            timeout=timeout,
        )

    return run


@pytest.fixture
def auditor(home, auditor_in):
    """The same in a fresh home folder of the test's own."""
    return functools.partial(auditor_in, home)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory, auditor_in):
    """One demonstration that keeps its workspace: home folder, workspace, and what it printed."""
    home = tmp_path_factory.mktemp("demonstration")
    (home / "tmp").mkdir()
    done = auditor_in(home, "demo", "--no-tui", "--keep", home / "kept")
    assert done.returncode == 0, done.stderr.decode()
    return home, home / "kept", done


@pytest.fixture
def kept(demonstration, tmp_path):
    """A copy of the workspace that a demonstration left."""
    return shutil.copytree(demonstration[1], tmp_path / "kept")


@pytest.fixture
def environment(home):
    """The variables of a process in the fresh home; keywords add to them."""
    return functools.partial(clean_environment, home)
