"""Files written whole or not at all, readable by their owner alone."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from auditor.core.errors import WorkspaceError

PRIVATE = 0o600


def write_atomic(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Put `data` at `path`: temporary file in the same folder, fsync, atomic replace.

    Raises WorkspaceError when the folder cannot be written. A file already there stays whole.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _unwritable(path, error) from None


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the file system allows it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, error: OSError) -> WorkspaceError:
    return WorkspaceError(
        f"cannot write {path.name} in {path.parent}: {error.strerror}",
        "check the folder's permissions and space",
    )


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the workspace for one change. Raises WorkspaceError when another program holds it for long.

    The lock is the operating system's, so that a killed program leaves none behind.
    """
    import fcntl
    import time

    path = folder / ".auditor.lock"
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        deadline = time.monotonic() + 5
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise WorkspaceError(
                        f"another program is using the workspace {folder}", "close it, then try again"
                    ) from None
                time.sleep(0.05)
        yield
    finally:
        os.close(handle)
