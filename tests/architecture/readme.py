"""Keeps the help blocks in README.md what the program prints. Run it to update them, with --check to compare.

A block stands between `<!-- help: auditor scan -->` and `<!-- end help -->`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"<!-- help: (?P<command>[a-z -]+?) -->\n.*?<!-- end help -->", re.DOTALL)


def help_text(command: str) -> str:
    """What `command --help` prints, at 80 columns and without colour."""
    words = command.split()
    if words[0] != "auditor":
        raise SystemExit(f"README.md: a help block must be of auditor, not of {words[0]}")
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "auditor", *words[1:], "--help"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode != 0:
        raise SystemExit(f"`{command} --help` ended with {done.returncode}: {done.stderr.strip()}")
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def updated(text: str) -> str:
    """`text` with every help block as the program prints it now."""
    return BLOCK.sub(
        lambda block: (
            f"<!-- help: {block['command']} -->\n```text\n$ {block['command']} --help\n"
            f"{help_text(block['command'])}\n```\n<!-- end help -->"
        ),
        text,
    )


def essence(text: str) -> str:
    """`text` without the line breaks and the option style that differ between Python versions."""
    text = re.sub(r"(-\w) (\S+), (--[\w-]+) \2", r"\1, \3 \2", text)
    return " ".join(text.split())


def main(arguments: list[str]) -> int:
    """Update README.md, or with --check say whether it is up to date."""
    text = README.read_text(encoding="utf-8")
    if not BLOCK.search(text):
        print("README.md has no help block", file=sys.stderr)
        return 1
    new = updated(text)
    if arguments == ["--check"]:
        if essence(new) != essence(text):
            print("README.md does not show the program's help; run `make readme-update`", file=sys.stderr)
            return 1
        print("README.md shows the program's help")
        return 0
    if new != text:
        README.write_text(new, encoding="utf-8")
        print("README.md updated")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
