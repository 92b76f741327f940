"""A revision of a git repository, taken as the website that a static host would make of its files."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from auditor.collect.files import BODY_LIMIT, is_served, media_type_of, static_url, too_large
from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, Listener, Progress

LFS = b"version https://git-lfs.github.com/spec/"
"""How a file begins that is kept outside the repository."""


class RevisionCollector:
    """Collects the files of `revision` (`HEAD~1`, a tag, a commit) in the repository around `folder`.

    They are read from git's own store; the working tree is not looked at. `below` keeps to one folder
    of the repository. Raises ConfigurationError when git, the repository or the revision is not there.
    """

    def __init__(
        self,
        revision: str,
        folder: Path | str = ".",
        below: str = "",
        base_url: str = "",
        body_limit: int = BODY_LIMIT,
    ) -> None:
        self._folder = Path(folder)
        self._below = below.strip("/")
        self._base = base_url
        self._limit = body_limit
        self.name = f"git:{revision}" + (f":{self._below}" if self._below else "")
        self._commit = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )

    def _git(self, *arguments: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program; a revision cannot become an option
                ["git", "-C", str(self._folder), *arguments],  # noqa: S607 - git is found as the user finds it
                capture_output=True,
                check=True,
                timeout=120,
            )
        except FileNotFoundError as error:
            raise ConfigurationError("git is not installed", "install git, or scan a folder") from error
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise ConfigurationError(
                f"{self.name}: no such revision in this repository", "try git log"
            ) from error
        return done.stdout.decode("utf-8", "surrogateescape").strip("\n")

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The files of the revision in git's order; see `Collector`."""
        documents = pages = size = missed = 0
        for item in self._items(cancel):
            if isinstance(item, Resource):
                documents += 1
                pages += "html" in item.media_type
                size += len(item.body)
            else:
                missed += 1
            listener(Progress(self.name, documents, pages, size, unchecked=missed, current=item.url))
            yield item
        if not documents and not missed:
            yield Unchecked(self.name, "the revision holds no files to read")

    def _items(self, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        tree = f"{self._commit}:{self._below}" if self._below else self._commit
        listing = self._git("ls-tree", "-r", "-z", "--full-tree", tree)
        command = ["git", "-C", str(self._folder), "cat-file", "--batch"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as store:  # noqa: S603 - as above
            assert store.stdin is not None
            assert store.stdout is not None
            for entry in filter(None, listing.split("\0")):
                if cancel:
                    yield Unchecked(self.name, "cancelled; the rest of the revision was not read")
                    break
                about, _, path = entry.partition("\t")
                mode, _, identity = about.split(" ")
                if is_served(path):
                    yield from self._read(mode, identity, path, store.stdin, store.stdout)
            store.stdin.close()

    def _read(
        self, mode: str, identity: str, path: str, ask: IO[bytes], answer: IO[bytes]
    ) -> Iterator[Resource | Unchecked]:
        url = static_url(self._base, path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
        if mode == "160000":
            yield Unchecked(url, "a submodule: its files are in another repository")
            return
        ask.write(f"{identity}\n".encode())
        ask.flush()
        size = int(answer.readline().split()[2])
        body = answer.read(min(size, self._limit))
        left = size - len(body)
        while left > 0:
            left -= len(answer.read(min(left, 1 << 20)))
        answer.read(1)
        if mode == "120000":
            # A link is stored as its target's path; the file itself comes under its own path if it is inside.
            return
        if body.startswith(LFS):
            yield Unchecked(
                url,
                "kept in Git LFS: its contents are not in the repository",
                mend="git lfs pull, scan the folder",
            )
            return
        yield Resource(url, body, media_type_of(path))
        if size > self._limit:
            yield too_large(url, self._limit)
