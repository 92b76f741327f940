"""A folder of files, or one file, taken as the website that a static host would make of it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from auditor.collect.files import (
    BODY_LIMIT,
    IGNORED_FILES,
    IGNORED_FOLDERS,
    INDEXES,
    media_type_of,
    static_url,
    too_large,
)
from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, Listener, Progress


class FolderCollector:
    """Collects the files below `path`, or `path` itself when it is a file.

    Addresses are `base_url` and the path below the folder; `index.html` becomes its folder's address.
    With an empty `base_url` they are plain relative paths. Symbolic links are followed to files inside
    the folder only; a link out of it, and whatever cannot be read, is listed as unchecked.
    """

    def __init__(self, path: Path | str, base_url: str = "", body_limit: int = BODY_LIMIT) -> None:
        self._root = Path(path)
        self._base = base_url.rstrip("/")
        self._limit = body_limit
        self.name = str(path)
        if not self._root.exists():
            raise ConfigurationError(f"{path} does not exist", "give a URL, a folder or a file")

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The files in a stable order; see `Collector`."""
        documents = pages = size = missed = 0
        for found in self.files():
            if cancel:
                yield Unchecked(self.name, "cancelled; the rest of the folder was not read")
                return
            for item in self.read(found) if isinstance(found, Path) else (found,):
                if isinstance(item, Unchecked):
                    missed += 1
                else:
                    documents += 1
                    pages += "html" in item.media_type
                    size += len(item.body)
                listener(Progress(self.name, documents, pages, size, unchecked=missed, current=item.url))
                yield item
        if not documents and not missed:
            yield Unchecked(self.name, "the folder holds no files to read")

    def files(self) -> Iterator[Path | Unchecked]:
        """Every file that is read, in a stable order, and what is there and cannot be."""
        return self._walk(self._root)

    def _walk(self, folder: Path) -> Iterator[Path | Unchecked]:
        if folder.is_file():
            yield folder
            return
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Unchecked(self.url(folder), f"the folder cannot be read: {error.strerror}")
            return
        for entry in entries:
            path = Path(entry.path)
            if entry.is_symlink() and not self._inside(path):
                yield Unchecked(self.url(path), "a symbolic link that leads out of the folder, or nowhere")
            elif entry.is_dir(follow_symlinks=False):
                if entry.name not in IGNORED_FOLDERS:
                    yield from self._walk(path)
            elif entry.is_symlink() and path.is_dir():
                continue  # its files come under their own paths
            elif entry.name not in IGNORED_FILES:
                yield path

    def _inside(self, path: Path) -> bool:
        try:
            return path.resolve(strict=True).is_relative_to(self._root.resolve())
        except (OSError, RuntimeError):
            return False

    def read(self, path: Path) -> Iterator[Resource | Unchecked]:
        """One of those files, and what of it could not be read."""
        url = self.url(path)
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                yield Unchecked(url, "not a regular file")
                return
            with path.open("rb") as file:
                body = file.read(self._limit)
                more = bool(file.read(1))
        except OSError as error:
            yield Unchecked(url, f"the file cannot be read: {error.strerror}")
            return
        yield Resource(url, body, media_type_of(path.name))
        if more:
            yield too_large(url, self._limit)

    def served(self, path: str) -> Resource | None:
        """What a static host answers to a request for `path` (decoded, as from the root), or None."""
        name = path.strip("/")
        if self._root.is_file():
            choices = [self._root] if name == self.url(self._root).strip("/") else []
        else:
            choices = [self._root / name, *(self._root / name / index for index in INDEXES)]
            choices.append(self._root / f"{name}.html")
        for choice in choices:
            if choice.is_file() and self._inside(choice):
                return next((item for item in self.read(choice) if isinstance(item, Resource)), None)
        return None

    def url(self, path: Path) -> str:
        """The address of one of those files."""
        if path == self._root:
            return f"{self._base}/{quote(path.name)}" if self._base else str(path)
        parts = path.relative_to(self._root).as_posix()
        return static_url(self._base, parts)
