"""Small words and figures: made for a line of a terminal, and free of anything heavy to import."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from auditor.core.record import AuditRecord


def plain(text: str) -> str:
    """`text` on one line without control characters: what comes from a website must not steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def count(number: int, one: str, many: str = "") -> str:
    """`3 pages`, `1 page`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(moment: date | datetime) -> str:
    """A date as people write it: 5 Oct 2026."""
    return f"{moment.day} {moment:%b %Y}"


def size(number: float) -> str:
    """Bytes in decimal units: 1.2 MB."""
    for unit in ("B", "kB", "MB"):
        if number < 1000:
            return f"{number:.0f} {unit}" if unit == "B" else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.1f} GB"


def shorten(text: str, width: int) -> str:
    """`text` cut to `width` cells with an ellipsis."""
    return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"


def page_of(url: str) -> str:
    """A page without its scheme and host."""
    parts = urlsplit(url)
    return plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def subject_title(subject: str, record: "AuditRecord") -> str:
    """What an action or a waiver is about, for people: a control by its id, a finding by label and page."""
    found = next((f for f in record.finding if f.id == subject), None)
    return f"{plain(found.label)} in {page_of(found.url)}" if found else subject
