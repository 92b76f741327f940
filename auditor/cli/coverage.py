"""What a check covered, in a few lines: by type, what was left unread and why, and which limit cut it."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.scan.run import ScanOutcome

_FAMILIES = (
    ("pages", ("text/html", "application/xhtml")),
    ("pictures", ("image/",)),
    ("PDF files", ("application/pdf",)),
    ("office files", ("officedocument", "opendocument", "msword", "ms-excel", "ms-powerpoint", "rtf")),
    ("style sheets", ("text/css",)),
    ("scripts", ("javascript", "ecmascript")),
    ("data files", ("json", "xml", "csv", "calendar", "vcard", "yaml")),
    ("texts", ("text/",)),
    ("recordings", ("audio/", "video/")),
    ("archives", ("zip", "tar", "gzip", "7z", "rar")),
)
_MOST = 8


def family(media_type: str) -> str:
    """What people call files of this type."""
    return next((name for name, parts in _FAMILIES if any(p in media_type for p in parts)), "other files")


def coverage_lines(outcome: "ScanOutcome") -> Iterator[str]:
    """Lines for standard error. Nothing in them that the report does not hold; reasons are masked there."""
    kinds: Counter[str] = Counter()
    for media_type, number in outcome.media_types.items():
        kinds[family(media_type)] += number
    if kinds:
        yield "read: " + ", ".join(f"{number} {name}" for name, number in kinds.most_common() if number)
    if outcome.run.coverage.absent:
        yield f"tried and not there: {outcome.run.coverage.absent} addresses"
    unchecked = outcome.run.coverage.unchecked
    reasons = Counter(entry.reason for entry in unchecked)
    for reason, number in reasons.most_common(_MOST):
        yield f"not examined: {number} x {reason}"
    if len(reasons) > _MOST:
        yield f"not examined: {len(unchecked) - sum(n for _, n in reasons.most_common(_MOST))} more"
    limits = sorted({entry.mend for entry in unchecked if entry.mend.startswith("--")})
    if limits:
        yield f"cut by limits; raise them with {', '.join(limits)}"
