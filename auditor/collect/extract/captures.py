"""Collections of other documents: web archives (WARC) and mailboxes (mbox)."""

import re
from io import BytesIO

from auditor.collect.extract.part import Basket, Part
from auditor.collect.extract.sniff import Clues

_FROM_LINE = re.compile(rb"(?:\A|\n)From [^\n]{1,200}\d{4}[^\n]*\r?\n(?=[!-9;-~]+:)")
_KEPT = ("response", "resource", "request", "metadata", "conversion", "warcinfo")


def is_warc(clues: Clues) -> bool:
    """A web archive (ISO 28500)."""
    return clues.head.startswith(b"WARC/")


def is_mbox(clues: Clues) -> bool:
    """A mailbox: messages one after the other, each after a line that begins with "From " (RFC 4155)."""
    return clues.head.startswith(b"From ") and bool(_FROM_LINE.match(clues.head))


def read_warc(part: Part, basket: Basket) -> None:
    """Read every record as the file that it keeps, with its address and headers."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(part.body)), 1):
            if number > basket.budget.limits.members:
                basket.skip(f"only the first {basket.budget.limits.members} records were read")
                return
            place = f"record {number}"
            headers = list(record.rec_headers.headers)
            headers += record.http_headers.headers if record.http_headers else []
            basket.add("http-header", "\n".join(str(value) for _, value in headers), place)
            if record.rec_type in _KEPT:
                body = record.content_stream().read(basket.budget.unpackable + 1)
                basket.budget.unpack(len(body))
                declared = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
                name = record.rec_headers.get_header("WARC-Target-URI") or ""
                basket.nested(body, place, name, declared.partition(";")[0].strip().lower())
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        basket.skip(f"the archive is damaged ({type(error).__name__})")


def read_mbox(part: Part, basket: Basket) -> None:
    """Read every message."""
    starts = [match.end() for match in _FROM_LINE.finditer(part.body)]
    limit = basket.budget.limits.members
    if len(starts) > limit:
        basket.skip(f"only the first {limit} of {len(starts)} messages were read")
    ends = [*(match.start() for match in _FROM_LINE.finditer(part.body, 1)), len(part.body)]
    for number, (start, end) in enumerate(zip(starts[:limit], ends[:limit], strict=True), 1):
        basket.nested(part.body[start:end], f"message {number}", "message.eml", "message/rfc822")
