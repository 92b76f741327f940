"""The files that other people's pipelines use: the action's script run for real, and what names what."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

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


# --- GitLab, cron, workflow files ----------------------------------------------------------------------


def component() -> tuple[dict, dict]:
    """Inputs and jobs of the GitLab component, its inputs filled in with their defaults."""
    text = (ROOT / "templates" / "auditor.yml").read_text("utf-8")
    [head, _] = yaml.safe_load_all(text)
    inputs = head["spec"]["inputs"]
    for name, value in inputs.items():
        text = text.replace(f"$[[ inputs.{name} ]]", value["default"] or '""')
    assert "$[[" not in text
    return inputs, list(yaml.safe_load_all(text))[1]


@pytest.fixture
def in_bash(tmp_path, pages):
    """Runs script lines as a pipeline would, the program at hand and the package installer idle."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, line in {
        "auditor": f'exec "{sys.executable}" -m auditor "$@"',
        "python3": "exit 0",
        "pip": "exit 0",
        "mail": f'cat > "{tmp_path}/mailed.txt"',
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (tools / name).chmod(0o755)

    def run(lines: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            **variables,
        }
        script = "set -e\n" + "\n".join(lines)
        return subprocess.run(
            ["bash", "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.mark.parametrize(("visibility", "told"), [("private", True), ("internal", False), ("public", False)])
def test_the_gitlab_component_runs_and_minds_who_may_read_its_log(in_bash, tmp_path, visibility, told):
    inputs, jobs = component()
    [job] = jobs.values()
    variables = {
        "CI": "true",
        "GITLAB_CI": "true",
        "CI_PROJECT_VISIBILITY": visibility,
        "AUDITOR_ADDRESS": ADDRESS,
    }
    ended = in_bash(job["script"], **job["variables"], **variables)
    assert ended.returncode == 1, ended.stderr
    written = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]
    everything = (
        ended.stdout + ended.stderr + "".join((tmp_path / name).read_text("utf-8") for name in written)
    )
    assert ("contact.html" in everything) is told
    assert "Maple" not in everything
    assert json.loads((tmp_path / "gl-code-quality-report.json").read_text("utf-8"))
    assert set(inputs) == set(
        re.findall(r"inputs\.([a-z-]+)", (ROOT / "templates/auditor.yml").read_text("utf-8"))
    )


def test_the_gitlab_component_takes_no_orders_from_its_inputs(in_bash, tmp_path):
    [job] = component()[1].values()
    hostile = {**job["variables"], "SCAN_TARGET": '$(touch "owned")', "SCAN_BASELINE": "; touch owned"}
    assert in_bash(job["script"], **hostile, AUDITOR_ADDRESS=ADDRESS).returncode == 2
    assert not (tmp_path / "owned").exists()


def test_the_cron_line_mails_only_when_there_is_something_to_tell(in_bash, pages, tmp_path):
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    [line] = re.findall(r"^17 6 \* \* 1  (.+)$", page, re.MULTILINE)
    (tmp_path / "secrets").write_text(f'AUDITOR_ADDRESS="{ADDRESS}"\n', encoding="utf-8")
    line = line.replace("/etc/auditor/secrets", str(tmp_path / "secrets"))
    line = line.replace("/var/lib/auditor", str(tmp_path)).replace("https://www.example.org", "public")
    leaky = in_bash([line])
    assert leaky.stdout + leaky.stderr == ""
    mailed = (tmp_path / "mailed.txt").read_text("utf-8")
    assert "LEAK FOUND" in mailed
    assert "contact" not in mailed
    (tmp_path / "mailed.txt").unlink()
    (pages / "contact.html").unlink()
    clean = in_bash([line])
    assert (clean.returncode, clean.stdout + clean.stderr) == (0, "")
    assert not (tmp_path / "mailed.txt").exists()


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        ("vendor.github-actions", ["action.yml"]),
        ("vendor.github-workflows", [".github/workflows/*.yml"]),
    ],
)
def test_files_for_hosts_are_valid_by_the_hosts_schemas(kind, files):
    paths = [str(path) for pattern in files for path in ROOT.glob(pattern)]
    assert paths
    told = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, *paths],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.returncode == 0, told.stdout


def test_the_gitlab_component_s_job_is_valid_by_gitlab_s_schema(tmp_path):
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(yaml.safe_dump(component()[1]), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"]
    told = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False, timeout=120)
    assert told.returncode == 0, told.stdout


def test_every_example_in_the_guide_is_yaml_that_names_options_that_there_are():
    from auditor.cli.parser import build_parser

    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        assert yaml.safe_load(block)
    commands = re.findall(r"auditor (scan (?!`)[^\n`|]+)", page)
    assert len(commands) > 5
    for command in commands:
        words = command.partition(" || ")[0].partition("  #")[0].split()
        assert build_parser().parse_args(words).command == "scan"


# --- before a commit -----------------------------------------------------------------------------------


def test_the_hook_calls_a_command_that_there_is():
    from auditor.cli.parser import build_parser

    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entry = re.search(r"entry: auditor (.+)", hook)
    assert entry
    args = build_parser().parse_args([*entry[1].split(), "a.html", "b.html"])
    assert args.target == ["a.html", "b.html"]
    assert args.quiet


def test_pre_commit_lets_a_clean_commit_through_and_refuses_a_leak(tmp_path):
    """The hook as it is written, run by pre-commit itself; only the program is the one at hand."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    entry = hook["entry"].replace("auditor", f"{sys.executable} -m auditor", 1)
    own = hook | {"language": "system", "entry": entry}
    del own["minimum_pre_commit_version"]
    work = tmp_path / "work"
    work.mkdir()
    config = {"repos": [{"repo": "local", "hooks": [own]}]}
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "AUDITOR_ADDRESS": ADDRESS,
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{
            f"GIT_{who}_{what}": "a@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words],
            cwd=work,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    git("init", "-q")
    install = [sys.executable, "-m", "pre_commit", "install"]
    assert (
        subprocess.run(install, cwd=work, env=environment, capture_output=True, check=False).returncode == 0
    )
    (work / "index.html").write_text("<p>Hello</p>", encoding="utf-8")
    git("add", "-A")
    assert git("commit", "-m", "clean").returncode == 0
    (work / "contact.html").write_text("<p>Visit 1247 N. Maple St, Suite 300</p>", encoding="utf-8")
    git("add", "-A")
    refused = git("commit", "-m", "leak")
    assert refused.returncode == 1
    assert "LEAK FOUND" in refused.stdout + refused.stderr
    assert "Maple" not in refused.stdout + refused.stderr
    assert len(git("log", "--oneline").stdout.splitlines()) == 1
