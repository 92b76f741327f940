"""What a collector brings back: documents made of fragments, and what could not be read."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field


class Places(Sequence[tuple[int, str]]):
    """Anchors that can tell the place of one offset without working out all of them."""

    def place_at(self, offset: int) -> str:
        """The place of the last anchor at or before `offset`, or "" when there is none."""
        index = bisect_right(self, offset, key=lambda anchor: anchor[0]) - 1
        return self[index][1] if index >= 0 else ""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text that a document shows or hides, with the carrier that holds it.

    `carrier` is a stable word ("html-text", "html-attribute", "html-comment", "json-ld", "script",
    "pdf-text", "image-gps", ...). `where` says how a person finds the piece again ("page 3",
    "meta description", "sheet Staff, cell B4"). `anchors` refine `where` inside a long text: sorted
    pairs of character offset and place ("line 120"); the last one at or before a match counts.

    Positions that a format stores as numbers are written into `text` as `geo:LAT,LON` (decimal
    degrees, WGS 84), so that one recogniser serves every format.
    """

    text: str
    carrier: str
    where: str = ""
    anchors: Sequence[tuple[int, str]] = ()

    def place(self, offset: int) -> str:
        """Where a person finds the character at `offset`."""
        anchors = self.anchors
        if isinstance(anchors, Places):
            near = anchors.place_at(offset)
        else:
            index = bisect_right(anchors, offset, key=lambda anchor: anchor[0]) - 1
            near = anchors[index][1] if index >= 0 else ""
        return ", ".join(part for part in (self.where, near) if part)


THIRD_PARTY = "third party"
"""`Unchecked.cause` of a link that only others can resolve: the same link on many pages is listed once."""


TLS = "tls-"
"""How `Unchecked.cause` begins where no secure connection could be made: `tls-expired`, `tls-early`,
`tls-name`, `tls-untrusted`, `tls-revoked`, `tls-refused` for the certificate, `tls-protocol` for the rest."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that could not be examined, and why. It never counts as a pass.

    `place` narrows it down inside `url` ("page 4", "attachment plan.docx"). `mend` says what would
    make it checkable ("install agency-auditor[ocr]"), if anything would. `cause` is "extra" when only an
    optional extra is missing, so that callers can tell this from a file that is damaged or protected, and
    begins with `TLS` when the connection could not be secured.
    """

    url: str
    reason: str
    place: str = ""
    mend: str = ""
    cause: str = ""


GONE = frozenset({404, 410})
"""Statuses of addresses at which there is nothing (RFC 9110 sections 15.5.5 and 15.5.11)."""


def has_content(status: int) -> bool:
    """True for the status of an answer that brings what was asked for (RFC 9110 section 15.3)."""
    return status < 300


@dataclass(frozen=True, slots=True)
class Resource:
    """Raw bytes from a source, before extraction. `url` is where the public finds them.

    `media_type` is what the source declared (no parameters, lower case; may lie or be empty),
    `charset` the declared character set, `headers` further response headers worth searching.
    `same_as` is the URL of an earlier resource of the same bytes: the body is then left out, what was
    found there holds for this URL too, and only this URL and its headers are new.
    `unchanged` says that the resource is what it was when it was last read, which is remembered: the
    body is left out. `cut` says that the body is not all there is.
    """

    url: str
    body: bytes = field(repr=False)
    media_type: str = ""
    charset: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    same_as: str = ""
    unchanged: bool = False
    cut: bool = False

    @property
    def is_absent(self) -> bool:
        """True for the answer that there is nothing at this address; its error page is read all the same."""
        return self.status in GONE

    @property
    def has_content(self) -> bool:
        """False for an answer that is absent, sends elsewhere, or refuses."""
        return has_content(self.status)


@dataclass(frozen=True, slots=True)
class Document:
    """A resource turned into searchable fragments.

    `media_type` is the recognised type, `size` the bytes read, `aliases` further URLs that serve the
    same bytes. `unchecked` names the parts that could not be read. `is_page` tells HTML pages from other
    files.
    """

    url: str
    media_type: str = ""
    size: int = 0
    fragments: tuple[Fragment, ...] = field(default=(), repr=False)
    unchecked: tuple[Unchecked, ...] = ()
    aliases: tuple[str, ...] = ()
    is_page: bool = False
