"""The words for statuses, severities, dates and numbers, the same in every format."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from auditor.core.score import claimed
from auditor.core.status import FindingStatus, Grade, Kind, LocationModel, Outcome, Severity, Status


class Tone(StrEnum):
    """How something stands, for colour. Never the only sign: a word and a glyph stand beside it."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    NONE = "none"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

STATUS_WORD = {
    Status.MET: "met",
    Status.PARTIAL: "partly met",
    Status.UNMET: "not met",
    Status.NOT_APPLICABLE: "not applicable",
    Status.UNANSWERED: "not answered",
}
STATUS_GLYPH = {
    Status.MET: "✓",
    Status.PARTIAL: "◐",
    Status.UNMET: "✗",
    Status.NOT_APPLICABLE: "–",
    Status.UNANSWERED: "?",
}
STATUS_TONE = {
    Status.MET: Tone.GOOD,
    Status.PARTIAL: Tone.WARN,
    Status.UNMET: Tone.BAD,
    Status.NOT_APPLICABLE: Tone.NONE,
    Status.UNANSWERED: Tone.WARN,
}
OUTCOME_WORD = {
    Outcome.CLEAR: "nothing found",
    Outcome.FOUND: "found",
    Outcome.UNCHECKED: "could not check",
}
OUTCOME_GLYPH = {Outcome.CLEAR: "✓", Outcome.FOUND: "✗", Outcome.UNCHECKED: "?"}
OUTCOME_TONE = {Outcome.CLEAR: Tone.GOOD, Outcome.FOUND: Tone.BAD, Outcome.UNCHECKED: Tone.WARN}

SEVERITY_TONE = {
    Severity.CRITICAL: Tone.BAD,
    Severity.HIGH: Tone.BAD,
    Severity.MEDIUM: Tone.WARN,
    Severity.LOW: Tone.NONE,
    Severity.INFO: Tone.NONE,
}
SEVERITY_GLYPH = {
    Severity.CRITICAL: "✗",
    Severity.HIGH: "✗",
    Severity.MEDIUM: "!",
    Severity.LOW: "·",
    Severity.INFO: "·",
}
KIND_WORD = {
    Kind.ADDRESS: "address",
    Kind.PHONE: "phone number",
    Kind.COORDINATES: "position on the map",
    Kind.PERSON: "person's name",
    Kind.NAME: "place name",
    Kind.PLATE: "number plate",
    Kind.OTHER_ADDRESS: "unsorted address",
    Kind.TLS: "secure connection",
}
GRADE_WORD = {Grade.EXACT: "exact match", Grade.PROBABLE: "probable match", Grade.PARTIAL: "partial match"}
FINDING_WORD = {
    FindingStatus.OPEN: "open",
    FindingStatus.BASELINED: "known (baseline)",
    FindingStatus.WAIVED: "waived",
    FindingStatus.FALSE_POSITIVE: "false alarm",
    FindingStatus.FIXED: "fixed",
}
MODEL_WORD = {
    LocationModel.HIDDEN: "hidden",
    LocationModel.CONFIDENTIAL: "confidential",
    LocationModel.PUBLIC: "public",
}
RATING_WORD = {
    1: "full practice",
    2: "sound, with minor gaps",
    3: "significant improvement needed",
    4: "minimal practice, or none",
}


def day(value: date) -> str:
    """`14 November 2026`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """`14 November 2026, 09:30 UTC`, in the zone that `value` carries."""
    return f"{day(value)}, {value:%H:%M} {value.tzname() or ''}".rstrip()


def span(first: date, last: date) -> str:
    """`1 October to 31 December 2026`."""
    start = day(first)
    return f"{start.removesuffix(f' {last.year}')} to {day(last)}"


def percent(value: float) -> str:
    """A share of 100 with at most one decimal, rounded down: a report never claims more than there is."""
    shown = claimed(value)
    return f"{shown:.0f}%" if shown == int(shown) else f"{shown:.1f}%"


def points(value: float) -> str:
    """Points of 100 with one decimal."""
    return f"{value:.1f}"


def signed(value: float) -> str:
    """A change in points, with its sign; `no change` when it rounds to none."""
    rounded = round(value, 1)
    if rounded == 0:
        return "no change"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):.1f} points"


def count(number: int, one: str, many: str = "") -> str:
    """`1 page`, `3 pages`, `no pages`."""
    word = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {word}"


def listing(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    every = list(items)
    return " and ".join((", ".join(every[:-1]), every[-1])) if len(every) > 1 else "".join(every)


def shortened(items: Sequence[str], shown: int) -> list[str]:
    """The first items, and how many more there are in place of the rest."""
    rest = len(items) - shown
    return [*items[:shown], f"{rest} more"] if rest > 1 else list(items)


def size(number: int) -> str:
    """Bytes as a person reads them."""
    value = float(number)
    for unit in ("bytes", "kB"):
        if value < 1000:
            return f"{value:.0f} {unit}"
        value /= 1000
    return f"{value:.1f} MB" if value < 1000 else f"{value / 1000:.1f} GB"


def age(days: int) -> str:
    """How old evidence is."""
    if days <= 0:
        return "today"
    if days < 60:
        return count(days, "day")
    if days < 730:
        return count(round(days / 30.44), "month")
    return count(days // 365, "year")


def sentence(text: str) -> str:
    """`text` with a capital first letter, and nothing else changed."""
    return text[:1].upper() + text[1:]


_ACRONYMS = frozenset(
    [
        "css",
        "csv",
        "docx",
        "exif",
        "gif",
        "gps",
        "html",
        "http",
        "ics",
        "iptc",
        "js",
        "json",
        "ld",
        "ocr",
        "pdf",
        "pptx",
        "rss",
        "svg",
        "tls",
        "uri",
        "url",
        "vcf",
        "xlsx",
        "xml",
        "xmp",
    ]
)


def carrier_word(carrier: str) -> str:
    """The carrier of a finding as words: `html-comment` becomes `HTML comment`."""
    parts = carrier.replace("_", "-").split("-")
    return " ".join(part.upper() if part in _ACRONYMS else part for part in parts if part)


def interval(floor: float, ceiling: float) -> str:
    """`54% to 88%`, or one figure when both are the same."""
    low, high = percent(floor), percent(ceiling)
    return low if low == high else f"{low} to {high}"
