"""Small words and figures: made for a line of a terminal, and free of anything heavy to import."""

from datetime import date, datetime


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
