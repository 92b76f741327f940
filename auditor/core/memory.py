"""What is remembered of a site between two runs: addresses, validators, masked outcomes, never contents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from auditor.core.document import Unchecked
from auditor.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """An address that was met. `depth` counts links from a start point; `guessed` only looked like one."""

    url: str
    depth: int = 0
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Remembered:
    """What came of reading one resource: everything masked, nothing of its text.

    `digest` is a keyed digest of the body and of what tells how to read it; `etag` and `modified` are the
    validators of RFC 9110 section 8.8, by which a server says that nothing has changed.
    """

    digest: str
    etag: str = ""
    modified: str = ""
    is_page: bool = False
    media_type: str = ""
    size: int = 0
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    status: int = 200

    @property
    def validators(self) -> dict[str, str]:
        """The request headers that ask whether the resource has changed; none without a validator."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


class Memory(Protocol):
    """What a collector asks and tells while it reads a site that it may have read before."""

    def places(self) -> Iterable[Place]:
        """Every address met before, in the order in which they were met."""
        ...

    def earlier(self, url: str) -> Remembered | None:
        """What a server may be asked about instead of the whole resource; None when it must be read."""
        ...

    def is_done(self, url: str) -> bool:
        """True when the run that is being continued has read `url` already."""
        ...

    def met(self, place: Place) -> None:
        """A new address is going to be asked for. Safe to call from any thread."""
        ...

    def left_out(self, counts: Mapping[str, int]) -> None:
        """How many addresses have been left out so far, by reason."""
        ...

    def left_out_before(self) -> Mapping[str, int]:
        """What was left out before, by reason: pages that are not read again do not tell it again."""
        ...
