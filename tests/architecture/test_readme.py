"""README.md shows the help that the program prints."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("readme.py")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SCRIPT.parents[2])}


def test_the_help_blocks_are_up_to_date():
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], env=ENVIRONMENT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr


def test_a_stale_block_is_noticed(tmp_path):
    (tmp_path / "tests" / "architecture").mkdir(parents=True)
    copy = tmp_path / "tests" / "architecture" / "readme.py"
    copy.write_text(SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")
    readme = tmp_path / "README.md"
    readme.write_text("<!-- help: auditor -->\nold words\n<!-- end help -->\n", encoding="utf-8")

    def run(*arguments):
        return subprocess.run(
            [sys.executable, str(copy), *arguments],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            timeout=120,
        )

    assert run("--check").returncode == 1
    assert "old words" in readme.read_text(encoding="utf-8")
    assert run().returncode == 0
    assert "usage: auditor" in readme.read_text(encoding="utf-8")
    assert run("--check").returncode == 0
