"""E-mail messages and saved web pages (MIME): headers and every part."""

import email
import email.policy

from auditor.collect.extract import charset
from auditor.collect.extract.part import Basket, Part


def read(part: Part, basket: Basket) -> None:
    """Read a message or an MHTML page."""
    message = email.message_from_bytes(part.body, policy=email.policy.compat32)
    for number, piece in enumerate(message.walk()):
        basket.budget.check_time()
        if number >= basket.budget.limits.members:
            basket.skip(f"only the first {number} parts were read")
            return
        place = f"part {number}" if number else "message"
        headers = "\n".join(decoded_header(_plain(value)) for _, value in piece.raw_items())
        basket.add("mail-header", headers, f"{place}, headers")
        if not piece.is_multipart():
            body = piece.get_payload(decode=True)
            if isinstance(body, bytes):
                name = piece.get_filename() or ""
                declared = str(piece.get_content_charset() or "")
                basket.nested(body, place, str(name), piece.get_content_type(), declared)


def _plain(value: object) -> str:
    """A header as text; bytes beyond ASCII, which only newer mail may hold (RFC 6532), are told like any."""
    raw = str(value).encode("utf-8", "surrogateescape")
    return raw.decode("ascii") if raw.isascii() else "\n".join(charset.readings(raw))


def decoded_header(value: object) -> str:
    """A header value with its encoded words decoded (RFC 2047)."""
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(str(value))))
    except (ValueError, LookupError):
        return str(value)
