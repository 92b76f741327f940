"""Files are whole or not there; one program at a time changes a workspace."""

import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from auditor.core.errors import WorkspaceError
from auditor.store import files
from auditor.store.files import leftovers, locked, write_atomic

ROOT = Path(__file__).parents[2]


def test_what_is_written_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.toml"
    write_atomic(path, b"data")
    assert path.read_bytes() == b"data"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [p.name for p in path.parent.iterdir()] == ["file.toml"]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_in_the_middle_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "file.toml"
    write_atomic(path, b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os if failing == "fsync" else files.Path, failing, fail)
    with pytest.raises(WorkspaceError, match="No space left on device"):
        write_atomic(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["file.toml"]


def test_killed_in_the_middle_the_old_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    write_atomic(path, b"old")
    program = f"""
        import os, signal
        from pathlib import Path
        from auditor.store.files import write_atomic
        write_atomic(Path({str(path)!r}), b"new", before_replace=lambda: os.kill(os.getpid(), signal.SIGKILL))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, check=False)
    assert done.returncode == -9
    assert path.read_bytes() == b"old"
    assert [p.read_bytes() for p in leftovers(path)] == [b"new"]


def test_a_place_that_cannot_be_written_is_one_clear_line() -> None:
    with pytest.raises(
        WorkspaceError, match=r"cannot write file.toml in /proc/self/nowhere: .* \(check the folder"
    ):
        write_atomic(Path("/proc/self/nowhere/file.toml"), b"data")


def test_a_read_only_folder_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is simulated, for a superuser may write anywhere."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", refuse)
    monkeypatch.setattr(files.tempfile, "mkstemp", refuse)
    with pytest.raises(WorkspaceError, match="Permission denied"):
        write_atomic(tmp_path / "file.toml", b"data")
    with pytest.raises(WorkspaceError, match="Permission denied"), locked(tmp_path):
        pass


def test_a_second_program_waits_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = f"""
        import sys
        from pathlib import Path
        from auditor.store.files import locked
        with locked(Path({str(tmp_path)!r})):
            print("held", flush=True)
            sys.stdin.read()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        monkeypatch.setattr(files, "PATIENCE", 0.2)
        with pytest.raises(WorkspaceError, match="another program is using"), locked(tmp_path):
            pass
        other.kill()
        other.wait()
        with locked(tmp_path):
            pass
