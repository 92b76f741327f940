"""A WARC file: the responses that some crawler has kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from auditor.collect.files import BODY_LIMIT, too_large
from auditor.collect.http_words import content_type
from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, Listener, Progress


class WarcCollector:
    """Collects the responses and resources of a WARC file (ISO 28500), packed or plain.

    A `revisit` record repeats an earlier response: it is given without body, by `same_as`. What the
    archive itself cut short is listed as unchecked. Raises ConfigurationError when there is no such file.
    """

    def __init__(self, path: Path | str, body_limit: int = BODY_LIMIT) -> None:
        self._path = Path(path)
        self._limit = body_limit
        self.name = str(path)
        if not self._path.is_file():
            raise ConfigurationError(f"{path} does not exist")

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The responses in their order; see `Collector`."""
        documents = pages = size = missed = 0
        for item in self._items(cancel):
            if isinstance(item, Resource):
                documents += 1
                pages += item.status == 200 and "html" in item.media_type
                size += len(item.body)
            else:
                missed += 1
            listener(Progress(self.name, documents, pages, size, unchecked=missed, current=item.url))
            yield item
        if not documents and not missed:
            yield Unchecked(self.name, "the archive holds no responses")

    def _items(self, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        last = self.name
        try:
            with self._path.open("rb") as file:
                for record in ArchiveIterator(file):
                    if cancel:
                        yield Unchecked(self.name, "cancelled; the rest of the archive was not read")
                        return
                    if record.rec_type in ("response", "resource", "revisit"):
                        last = record.rec_headers.get_header("WARC-Target-URI") or last
                        yield from self._read(record, last)
        except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
            place = "" if last == self.name else f"after {last}"
            yield Unchecked(self.name, f"the archive is damaged ({type(error).__name__})", place)

    def _read(self, record: Any, url: str) -> Iterator[Resource | Unchecked]:
        head = record.http_headers
        headers = tuple((str(n), str(v)) for n, v in head.headers) if head else ()
        declared = (head.get_header("Content-Type") if head else record.content_type) or ""
        status = int(head.get_statuscode() or 0) if head else 200
        if record.rec_type == "revisit":
            first = record.rec_headers.get_header("WARC-Refers-To-Target-URI") or url
            yield Resource(url, b"", *content_type(declared), status, headers, same_as=first)
            return
        stream = record.content_stream()
        body = stream.read(self._limit)
        yield Resource(url, body, *content_type(declared), status, headers)
        if stream.read(1):
            yield too_large(url, self._limit)
        elif record.rec_headers.get_header("WARC-Truncated"):
            yield Unchecked(url, "the archive holds only a part of it")
