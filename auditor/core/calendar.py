"""Dates worth a reminder, and their iCalendar file. Nothing in it but ids and days: calendars are shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from auditor.core.assessment import Assessment
from auditor.core.outlook import expiry
from auditor.core.record import ActionStatus, AuditRecord

LINE_OCTETS = 75


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day, and what is due. `uid` is the same every time, so that a calendar updates its entry."""

    day: date
    summary: str
    uid: str


def reminders(record: AuditRecord, assessment: Assessment) -> tuple[Reminder, ...]:
    """Next audit, actions due, waivers and evidence that run out, by day. Words are ids alone."""
    following = assessment.period.next
    found = [Reminder(following.start, f"Safety audit {following} begins", f"audit-{following}")]
    for action in record.action:
        if action.status is ActionStatus.CLOSED:
            continue
        found.append(Reminder(action.due, f"Corrective action {action.id} due", f"action-{action.id}"))
        if action.interim_by is not None and not action.interim:
            summary = f"Interim protection for {action.id} due"
            found.append(Reminder(action.interim_by, summary, f"interim-{action.id}"))
    found += [
        Reminder(w.expires, f"Waiver {w.id} ends", f"waiver-{w.id}")
        for w in record.waiver
        if w.expires >= assessment.as_of
    ]
    for result in assessment.results:
        last = expiry(assessment.profile, record, result.control.id, assessment.as_of)
        # What runs out with the quarter is the next audit itself.
        if last is not None and last != assessment.period.end:
            control = result.control.id
            found.append(Reminder(last, f"Evidence for {control} runs out", f"evidence-{control}"))
    return tuple(sorted(found, key=lambda r: (r.day, r.uid)))


def as_ics(entries: Iterable[Reminder], stamp: datetime) -> bytes:
    """The reminders as an iCalendar file (RFC 5545) of whole-day events, made at `stamp`."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//agency-auditor//calendar//EN", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(entry.uid)}@agency-auditor",
            f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(entry.summary)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _escaped(text: str) -> str:
    flat = " ".join(text.split())
    return flat.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """A content line, folded so that none is longer than 75 octets, never inside a character."""
    parts: list[bytes] = []
    current = b""
    for character in line:
        octets = character.encode()
        if len(current) + len(octets) > LINE_OCTETS - (1 if parts else 0):
            parts.append(current)
            current = b""
        current += octets
    return b"\r\n ".join([*parts, current]) + b"\r\n"
