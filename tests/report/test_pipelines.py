"""The files that other people's pipelines use: the action's script run for real, and what names what."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ADDRESS = "1247 North Maple Street, Suite 300, Springfield, IL 62704"


@pytest.fixture
def run_action(tmp_path):
    """Runs the action's check step as the runner would: inputs and event as variables."""
    tools = tmp_path / "bin"
    tools.mkdir()
    command = tools / "auditor"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m auditor "$@"\n', encoding="utf-8")
    command.chmod(0o755)

    def run(*, private: bool, **inputs: str) -> subprocess.CompletedProcess[str]:
        event = tmp_path / "event.json"
        event.write_text(json.dumps({"repository": {"private": private}}), encoding="utf-8")
        environment = {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "AUDITOR_ADDRESS": ADDRESS,
            "AUDITOR_FINGERPRINT_KEY": "0123456789abcdef" * 4,
            **{f"SCAN_{name.upper()}": value for name, value in inputs.items()},
        }
        return subprocess.run(
            ["bash", str(ROOT / "action" / "scan.sh")],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def pages(tmp_path) -> Path:
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "contact.html").write_text("<p>Visit 1247 N. Maple St, Suite 300</p>", encoding="utf-8")
    (folder / "index.html").write_text("<p>Welcome</p>", encoding="utf-8")
    return folder


def test_the_action_annotates_a_private_repository_and_tells_a_public_one_only_how_many(run_action, pages):
    private = run_action(private=True, targets="public\n\n")
    assert private.returncode == 1, private.stderr
    assert "::error file=public/contact.html,line=1," in private.stdout
    assert "contact.html" in (pages.parent / "summary.md").read_text("utf-8")
    (pages.parent / "summary.md").unlink()
    public = run_action(private=False, targets="public", sarif="out.sarif")
    assert public.returncode == 1
    assert "::error title=" in public.stdout
    everything = (
        public.stdout
        + public.stderr
        + (pages.parent / "summary.md").read_text("utf-8")
        + (pages.parent / "out.sarif").read_text("utf-8")
    )
    assert "contact" not in everything
    assert "Maple" not in everything
    shown = run_action(private=False, targets="public", show_places="true")
    assert "contact.html" in shown.stdout


def test_the_action_passes_a_clean_folder_and_takes_no_orders_from_its_inputs(run_action, pages, tmp_path):
    (pages / "contact.html").unlink()
    assert run_action(private=True, targets="public").returncode == 0
    hostile = run_action(private=True, targets='public\n$(touch "owned")\n--help')
    assert hostile.returncode == 2
    assert not (tmp_path / "owned").exists()
    assert run_action(private=True, targets="").returncode != 0


def test_the_action_takes_a_baseline(run_action, pages):
    first = run_action(private=True, targets="public", show_places="true")
    assert first.returncode == 1
    known = re.findall(r"id ([0-9a-f]{16})", first.stdout)
    (pages.parent / "known.json").write_text(
        json.dumps({"findings": [{"id": i} for i in [*known, "0" * 16]]}), "utf-8"
    )
    second = run_action(private=True, targets="public", baseline="known.json")
    assert second.returncode == 0, second.stdout + second.stderr
    assert "0" * 16 in (pages.parent / "summary.md").read_text("utf-8")


def test_the_action_s_variables_and_inputs_agree():
    action = (ROOT / "action.yml").read_text("utf-8")
    script = (ROOT / "action" / "scan.sh").read_text("utf-8")
    assert set(re.findall(r"^\s+(SCAN_[A-Z_]+):", action, re.MULTILINE)) == set(
        re.findall(r"SCAN_[A-Z_]+", script)
    )
    inputs = action[action.index("inputs:") : action.index("runs:")]
    assert set(re.findall(r"inputs\.([a-z-]+)", action)) == set(
        re.findall(r"^  ([a-z-]+):", inputs, re.MULTILINE)
    )
    assert "${{ inputs" not in script
    run_lines = [line for line in action.splitlines() if line.strip().startswith("run:")]
    assert all("${{" not in line for line in run_lines)


def test_the_hook_calls_a_command_that_there_is():
    from auditor.cli.parser import build_parser

    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entry = re.search(r"entry: auditor (.+)", hook)
    assert entry
    args = build_parser().parse_args([*entry[1].split(), "a.html", "b.html"])
    assert args.target == ["a.html", "b.html"]
    assert args.quiet
