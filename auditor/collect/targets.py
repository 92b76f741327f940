"""From what the user names to the collector that reads it."""

from pathlib import Path
from urllib.parse import urlsplit

from auditor.collect.interface import Collector
from auditor.collect.options import CrawlOptions
from auditor.core.errors import ConfigurationError


def collector_for(target: str, options: CrawlOptions | None = None) -> Collector:
    """The collector for a URL, a folder or a file.

    What exists on disk is read from there; anything else must look like a web address. Raises
    ConfigurationError for the rest.
    """
    text = target.strip()
    if not text:
        raise ConfigurationError("an empty target", "give a URL, a folder or a file")
    if "://" not in text and Path(text).exists():
        return _local(Path(text))
    if text.lower().startswith("file://"):
        return _local(Path(urlsplit(text).path))
    if _looks_like_web(text):
        from auditor.collect.website import WebsiteCollector

        return WebsiteCollector([text], options)
    raise ConfigurationError(
        f"{text} is neither a web address nor an existing folder or file", "write https://… for a website"
    )


def _local(path: Path) -> Collector:
    from auditor.collect.folder import FolderCollector

    return FolderCollector(path)


def _looks_like_web(text: str) -> bool:
    if "://" in text:
        return text.lower().startswith(("http://", "https://"))
    host = text.partition("/")[0].partition(":")[0]
    return host == "localhost" or (
        "." in host.strip(".") and not text.startswith((".", "/", "~")) and " " not in host
    )
