"""One document from a stream, such as standard input."""

from collections.abc import Iterator
from typing import IO

from auditor.collect.files import BODY_LIMIT, too_large
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel, Listener, Progress


class StreamCollector:
    """Collects what `stream` (binary) holds as one document; its type is recognised by its contents."""

    def __init__(self, stream: IO[bytes], name: str = "stdin", body_limit: int = BODY_LIMIT) -> None:
        self._stream = stream
        self._limit = body_limit
        self.name = name

    def collect(self, listener: Listener, cancel: Cancel) -> Iterator[Resource | Unchecked]:
        """The document; see `Collector`."""
        chunks: list[bytes] = []
        size = 0
        while size <= self._limit and (chunk := self._stream.read(1 << 16)):
            if cancel:
                yield Unchecked(self.name, "cancelled while reading")
                return
            chunks.append(chunk)
            size += len(chunk)
        body = b"".join(chunks)[: self._limit]
        if not body:
            yield Unchecked(self.name, "nothing came in")
            return
        listener(Progress(self.name, documents=1, bytes_read=len(body), current=self.name))
        yield Resource(self.name, body)
        if size > self._limit:
            yield too_large(self.name, self._limit)
