"""Where the sample website gives its secrets away. The secrets stand in confidential.toml alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.core.finding import Finding
from auditor.core.status import Grade, Kind

SHELTER = "shelter"
LINE = "case manager line"


@dataclass(frozen=True, slots=True)
class Leak:
    """One planted leak: the file that holds it, what carries it there, and how it came about.

    `carriers` are the carrier words under which a finding counts as this leak; the first one is the
    usual one.
    """

    page: str
    carriers: tuple[str, ...]
    kind: Kind
    label: str
    story: str


LEAKS: tuple[Leak, ...] = (
    Leak("index.html", ("json-ld",), Kind.COORDINATES, SHELTER, "a search-engine plugin added the position"),
    Leak("about.html", ("html-comment",), Kind.ADDRESS, SHELTER, "the designer kept the old footer"),
    Leak("staff.html", ("html-text",), Kind.PHONE, LINE, "a direct line in a staff portrait"),
    Leak("jobs.html", ("html-text",), Kind.ADDRESS, SHELTER, "where the trial night takes place"),
    Leak("volunteer.html", ("html-attribute",), Kind.PHONE, LINE, "where the form is routed"),
    Leak("contact.html", ("html-attribute", "html-link"), Kind.COORDINATES, SHELTER, "a map link"),
    Leak("annual-report.html", ("html-text",), Kind.ADDRESS, SHELTER, "a note to the accounts"),
    Leak("events/index.html", ("html-attribute",), Kind.ADDRESS, SHELTER, "the calendar widget's venue"),
    Leak("events/events.ics", ("calendar", "text"), Kind.ADDRESS, SHELTER, "an appointment's location"),
    Leak(
        "events/feed.xml",
        ("feed", "xml", "html-text"),
        Kind.ADDRESS,
        SHELTER,
        "parking advice in the events feed",
    ),
    Leak("press/2025-06-new-rooms.html", ("html-attribute",), Kind.ADDRESS, SHELTER, "a picture described"),
    Leak("blog/2021-05-garden-day.html", ("html-text",), Kind.ADDRESS, SHELTER, "an old story"),
    Leak("images/garden-day.jpg", ("image-gps",), Kind.COORDINATES, SHELTER, "the camera's own position"),
    Leak("files/donation-form.pdf", ("pdf-text",), Kind.ADDRESS, SHELTER, "the footer of a form"),
    Leak(
        "archive/volunteer-welcome-2019.html",
        ("html-text",),
        Kind.ADDRESS,
        SHELTER,
        "an old letter that only the sitemap remembers",
    ),
    Leak("archive/volunteer-welcome-2019.html", ("html-text",), Kind.PHONE, LINE, "the same old letter"),
)


def missed(findings: Iterable[Finding], base: str) -> tuple[Leak, ...]:
    """The planted leaks that none of `findings` tells of; `base` is where the site was served."""
    sure = [f for f in findings if f.grade is not Grade.PARTIAL]
    return tuple(leak for leak in LEAKS if not any(_tells_of(f, leak, base) for f in sure))


def _tells_of(finding: Finding, leak: Leak, base: str) -> bool:
    place = finding.url.removeprefix(base).lstrip("/")
    if not place or place.endswith("/"):
        place += "index.html"
    return (
        place == leak.page
        and finding.kind is leak.kind
        and finding.label == leak.label
        and finding.carrier in leak.carriers
    )
