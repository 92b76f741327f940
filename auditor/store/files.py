"""Files written whole or not at all, readable by their owner alone."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from auditor.core.errors import WorkspaceError

PRIVATE = 0o600
PATIENCE = 5.0
"""Seconds to wait for another program that is changing the workspace."""


def write_atomic(
    path: Path, data: bytes, mode: int = PRIVATE, before_replace: Callable[[], None] | None = None
) -> None:
    """Put `data` at `path`: temporary file in the same folder, fsync, atomic replace.

    Raises WorkspaceError when the folder cannot be written. A file already there stays whole.
    `before_replace` runs when the temporary file is safe on disk and the old file still stands: when it
    raises, nothing is replaced; when it went through and the replacing did not, the temporary file is
    left, so that the change can be finished (see `leftovers`).
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise unwritable(path, error) from None
    announced = False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        if before_replace is not None:
            before_replace()
            announced = True
        Path(name).replace(path)
        _sync_folder(path.parent)
    except BaseException as error:
        if not announced:
            Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise unwritable(path, error) from None
        raise


def write_through(path: Path, data: bytes) -> None:
    """Write to a pipe or device as it stands. Raises WorkspaceError when it cannot be written."""
    try:
        with path.open("wb", buffering=0) as stream:
            stream.write(data)
    except OSError as error:
        raise unwritable(path, error) from None


def leftovers(path: Path) -> tuple[Path, ...]:
    """Temporary files of `path` that a killed program left behind. Only to be asked for under the lock."""
    return tuple(sorted(path.parent.glob(f".{path.name}.*"))) if path.parent.is_dir() else ()


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the file system allows it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unwritable(path: Path, error: OSError) -> WorkspaceError:
    """The error of a file that cannot be written, with the system's reason."""
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
        raise unwritable(path, error) from None
    try:
        deadline = time.monotonic() + PATIENCE
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
