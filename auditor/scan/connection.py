"""Connections that TLS could not secure become findings; what lies behind them stays unchecked as well."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from auditor.core.check import Brief, Check, Reading
from auditor.core.document import TLS, Document, Resource, Unchecked
from auditor.core.events import Cancel
from auditor.core.finding import Finding
from auditor.core.status import Kind
from auditor.runner import ExamineAll, Examined, Item

_NO_TLS = "nothing came over https"


def untried(checks: Sequence[Check]) -> dict[str, str]:
    """The checks of the connection by id, with the reason why they say nothing of what is no website."""
    return {check.id: _NO_TLS for check in checks if Kind.TLS in check.kinds}


class Connections:
    """Lets the checks of the connection look at what could not be reached: each fault of a host once.

    `secured` tells whether anything at all came over https from a website.
    """

    def __init__(self, checks: Sequence[Check], brief: Brief) -> None:
        self._checks = tuple(check for check in checks if Kind.TLS in check.kinds)
        self._brief = brief
        self._told: set[tuple[str, str]] = set()
        self.secured = False

    def around(self, examine_all: ExamineAll, *, website: bool) -> ExamineAll:
        """`examine_all`, with findings for what is unchecked because of TLS."""

        def examine(stream: Iterable[Item], cancel: Cancel) -> Iterator[Examined | Unchecked]:
            for item in examine_all(self._watched(stream) if website else stream, cancel):
                if isinstance(item, Unchecked) and item.cause.startswith(TLS):
                    yield self._judged(item)
                else:
                    yield item

        return examine

    def untried(self) -> dict[str, str]:
        """Why a check of the connection says nothing, by its id: it may not pass for want of connections."""
        return {} if self.secured else untried(self._checks)

    def _watched(self, stream: Iterable[Item]) -> Iterator[Item]:
        for item in stream:
            self.secured |= isinstance(item, Resource) and item.url.startswith("https://")
            yield item

    def _judged(self, item: Unchecked) -> Examined:
        parts = urlsplit(item.url)
        origin = f"{parts.scheme}://{parts.netloc}/"
        findings: tuple[Finding, ...] = ()
        if (origin, item.cause) not in self._told:
            self._told.add((origin, item.cause))
            reading = Reading(Document(origin, unchecked=(item,)), ())
            findings = tuple(f for check in self._checks for f in check.examine(reading, self._brief))
        return Examined(origin, read=False, findings=findings, unchecked=(item,))
