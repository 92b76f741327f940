"""From what the user names to the collector that reads it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from auditor.collect.interface import Collector
from auditor.collect.login import without_login
from auditor.collect.options import CrawlOptions
from auditor.core.errors import ConfigurationError
from auditor.core.memory import Memory

if TYPE_CHECKING:
    from auditor.collect.render import Shelf


def collector_for(
    target: str, options: CrawlOptions | None = None, memory: Memory | None = None
) -> Collector:
    """The collector for what `target` names; `memory` is what is known of a website from earlier runs.

    `-` is standard input; `git:REVISION` or `git:REVISION:FOLDER` a revision of the repository here;
    what exists on disk is read from there (a folder, a file, a .zip, a .warc or .warc.gz); anything else
    must look like a web address. Raises ConfigurationError for the rest.
    """
    text = target.strip()
    if not text:
        raise ConfigurationError("an empty target", "give a URL, a folder or a file")
    if text == "-":
        from auditor.collect.stream import StreamCollector

        return StreamCollector(sys.stdin.buffer)
    if text.startswith("git:"):
        from auditor.collect.revision import RevisionCollector

        revision, _, below = text.removeprefix("git:").partition(":")
        return RevisionCollector(revision or "HEAD", below=below)
    if "://" not in text and Path(text).exists():
        return _local(Path(text))
    if text.lower().startswith("file://"):
        return _local(Path(unquote(urlsplit(text).path)))
    if _looks_like_web(text):
        from auditor.collect.website import WebsiteCollector

        return WebsiteCollector([text], options, memory)
    reason = f"{without_login(text)} is neither a web address nor an existing folder or file"
    raise ConfigurationError(reason, "write https://… for a website")


def is_website(collector: Collector) -> bool:
    """True for a collector that asks a web server."""
    from auditor.collect.website import WebsiteCollector

    return isinstance(collector, WebsiteCollector)


def shelf_of(collector: Collector) -> "Shelf | None":
    """What a browser may take a collector's files from without a server; None where it cannot."""
    from auditor.collect.folder import FolderCollector

    return collector.served if isinstance(collector, FolderCollector) else None


def _local(path: Path) -> Collector:
    name = path.name.lower()
    if path.is_file() and name.endswith(".zip"):
        from auditor.collect.packed import ZipCollector

        return ZipCollector(path)
    if name.endswith((".warc", ".warc.gz")):
        from auditor.collect.warc import WarcCollector

        return WarcCollector(path)
    from auditor.collect.folder import FolderCollector

    return FolderCollector(path)


def _looks_like_web(text: str) -> bool:
    if "://" in text:
        return text.lower().startswith(("http://", "https://"))
    host = text.partition("/")[0].partition(":")[0]
    return host == "localhost" or (
        "." in host.strip(".") and not text.startswith((".", "/", "~")) and " " not in host
    )
