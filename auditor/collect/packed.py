"""A ZIP file, taken as the website that a static host would make of its contents."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from auditor.collect.files import BODY_LIMIT, is_served, media_type_of, static_url, too_large
from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, Listener, Progress

TOTAL_LIMIT = 8 * 1024**3
"""Unpacked bytes of one archive that are read."""


class ZipCollector:
    """Collects the files in a ZIP archive, in their order there.

    Names are only labels: nothing is unpacked to disk. Raises ConfigurationError when `path` is no ZIP.
    """

    def __init__(
        self,
        path: Path | str,
        base_url: str = "",
        body_limit: int = BODY_LIMIT,
        total_limit: int = TOTAL_LIMIT,
    ) -> None:
        self._path = Path(path)
        self._base = base_url or str(path)
        self._limit = body_limit
        self._total = total_limit
        self.name = str(path)
        if not zipfile.is_zipfile(self._path):
            raise ConfigurationError(f"{path} is not a ZIP archive", "check that the file is complete")

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The files of the archive; see `Collector`."""
        documents = pages = size = missed = 0
        try:
            archive = zipfile.ZipFile(self._path)
        except (zipfile.BadZipFile, OSError) as error:
            yield Unchecked(self.name, f"the archive cannot be read ({type(error).__name__})")
            return
        with archive:
            for info in archive.infolist():
                if cancel:
                    yield Unchecked(self.name, "cancelled; the rest of the archive was not read")
                    return
                if info.is_dir() or not is_served(info.filename):
                    continue
                if size >= self._total:
                    yield too_large(self.name, self._total)
                    return
                for item in self._read(archive, info):
                    if isinstance(item, Resource):
                        documents += 1
                        pages += "html" in item.media_type
                        size += len(item.body)
                    else:
                        missed += 1
                    listener(Progress(self.name, documents, pages, size, unchecked=missed, current=item.url))
                    yield item
        if not documents and not missed:
            yield Unchecked(self.name, "the archive holds no files to read")

    def _read(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Resource | Unchecked]:
        url = static_url(self._base, info.filename)
        if info.flag_bits & 1:
            yield Unchecked(url, "encrypted; the password is not known", mend="unpack it and scan the folder")
            return
        try:
            with archive.open(info) as file:
                body = file.read(self._limit)
                more = bool(file.read(1))
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            yield Unchecked(url, f"cannot be unpacked ({type(error).__name__})")
            return
        yield Resource(url, body, media_type_of(info.filename))
        if more:
            yield too_large(url, self._limit)
