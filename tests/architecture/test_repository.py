"""Promises about the repository itself: what belongs together, and what must not be in it."""

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]


def repository_files():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [p for p in paths if p.is_file() and p.stat().st_size < 2_000_000]


def text_of(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_names_a_package_index_or_a_path_of_somebody_s_machine():
    # written in pieces, so that this file does not name them either
    index = re.compile(
        "|".join(
            [
                "files.python" + "hosted",
                "pypi" + r"\.org",
                "--index" + "-url",
                "--extra-" + "index",
                "PIP_" + "INDEX",
            ]
        )
    )
    machine = re.compile(
        r"(?<![\w.-])/(?:" + "|".join(["ho" + "me", "Us" + "ers", "ro" + "ot", "wo" + "rk"]) + r")/\w"
    )
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in repository_files()
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if index.search(line) or machine.search(line)
    ]
    assert wrong == []


def test_no_work_is_left_for_later():
    later = re.compile(
        "|".join(
            [
                r"\bTO" + r"DO\b",
                r"\bFIX" + r"ME\b",
                r"\bXX" + r"X\b",
                r"coming " + "soon",
                r"not " + "implemented yet",
            ]
        )
    )
    wrong = [
        str(path.relative_to(ROOT))
        for path in repository_files()
        if path.suffix in {".py", ".toml", ".md", ".tcss", ".html"} and later.search(text_of(path))
    ]
    assert wrong == []


def test_modules_stay_readable_in_one_sitting():
    long = {
        str(path.relative_to(ROOT)): lines
        for package in ("auditor", "checks", "profiles")
        for path in (ROOT / package).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_a_check_is_one_module_one_test_file_and_one_section_of_the_guide():
    modules = {p.stem for p in (ROOT / "checks").glob("*.py")} - {"__init__", "common"}
    tests = {p.stem.removeprefix("test_") for p in (ROOT / "tests" / "checks").glob("test_*.py")} - {"common"}
    guide = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    sections = {m.replace("-", "_") for m in re.findall(r"^## `?([a-z0-9-]+)`?\b.*$", guide, re.MULTILINE)}
    assert modules == tests == sections
    from checks import BUILTIN

    assert {check.id.replace("-", "_") for check in BUILTIN} == modules


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
        "docs/ci.md",
        "docs/development.md",
        "docs/security.md",
        "docs/tour.md",
    ],
)
def test_links_between_documents_lead_somewhere(name):
    document = ROOT / name
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (document.parent / unquote(target)).exists(), f"{name} links to {target}"


def test_the_exit_codes_are_told_alike_everywhere():
    from auditor.cli.exit_codes import ExitCode

    def table(name):
        return re.findall(r"^\| (\d+) \| (.+) \|$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)

    assert {int(code) for code, _ in table("README.md")} == {int(code) for code in ExitCode}
    assert table("README.md") == table("docs/ci.md")
