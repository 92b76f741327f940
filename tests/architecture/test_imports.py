"""Starting the program stays light: what a command does not need is not loaded. Each case is a fresh interpreter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = [
    "textual",
    "requests",
    "pydantic",
    "rich",
    "jinja2",
    "PIL",
    "selectolax",
    "pypdfium2",
    "phonenumbers",
    "tldextract",
]

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


def modules_after(*arguments):
    program = (
        "import sys\n"
        "from auditor.cli import main\n"
        "try:\n"
        f"    main({list(arguments)!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.rsplit("LOADED", 1)[1].split())


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("scan", "--help"), ("report", "--help"), ("demo", "--help")]
)
def test_help_and_version_load_nothing_heavy(arguments):
    loaded = modules_after(*arguments)
    assert "auditor" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_every_command_has_help():
    from auditor.cli.commands import COMMANDS

    assert {"demo", "init", "audit", "answer", "run", "scan", "score", "report", "profile", "checks"} <= {
        c.name for c in COMMANDS
    }
    for command in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", command.name, "--help"],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(f"usage: auditor {command.name}")
