"""What the checks share: one finding for each fact, carrier and page, graded by harm."""

from collections import defaultdict
from collections.abc import Iterator

from auditor.core.check import Brief, Check, Hit, Reading, make_finding
from auditor.core.finding import Finding
from auditor.core.match import strongest
from auditor.core.status import Grade, Kind, Severity

# An address or a position lets a trafficker come to the door; a number or a name lets him call and follow.
_SEVERITY = {
    (Kind.ADDRESS, Grade.EXACT): Severity.CRITICAL,
    (Kind.ADDRESS, Grade.PROBABLE): Severity.CRITICAL,
    (Kind.ADDRESS, Grade.PARTIAL): Severity.MEDIUM,
    (Kind.COORDINATES, Grade.EXACT): Severity.CRITICAL,
    (Kind.COORDINATES, Grade.PROBABLE): Severity.CRITICAL,
    (Kind.COORDINATES, Grade.PARTIAL): Severity.MEDIUM,
    (Kind.PHONE, Grade.EXACT): Severity.CRITICAL,
    (Kind.PHONE, Grade.PROBABLE): Severity.HIGH,
    (Kind.PERSON, Grade.EXACT): Severity.HIGH,
    (Kind.NAME, Grade.EXACT): Severity.HIGH,
    (Kind.NAME, Grade.PROBABLE): Severity.HIGH,
    (Kind.PLATE, Grade.EXACT): Severity.HIGH,
}


def severity_of(kind: Kind, grade: Grade) -> Severity:
    """The harm that a match of this kind and grade can do; medium unless the table says otherwise."""
    if kind is Kind.OTHER_ADDRESS:
        return Severity.INFO
    return _SEVERITY.get((kind, grade), Severity.MEDIUM)


def findings_by_place(check: Check, reading: Reading, brief: Brief) -> Iterator[Finding]:
    """One finding for each label, kind and carrier; the surest match is shown, the others are counted."""
    groups: dict[tuple[str, Kind, str], list[Hit]] = defaultdict(list)
    for hit in reading.hits:
        if hit.match.kind in check.kinds:
            groups[hit.match.label, hit.match.kind, hit.fragment.carrier].append(hit)
    for (_, kind, _), hits in groups.items():
        best = strongest(hit.match for hit in hits)
        assert best is not None
        first = next(hit for hit in hits if hit.match is best)
        ordered = [first, *(hit for hit in hits if hit is not first)]
        yield make_finding(check, reading, ordered, severity_of(kind, best.grade), brief)
