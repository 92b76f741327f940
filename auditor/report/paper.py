"""The audit report as a sequence of blocks, for the formats that make pages: PDF and DOCX."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.common import FindingGroup
from auditor.report.rows import ControlRow, SectionRow


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `lead` stands before it in bold."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one line of headings. `widths` are shares of the line, one for each column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A critical control that closes the gate."""

    id: str
    question: str
    state: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One section's interval."""

    title: str
    value: str
    note: str
    floor: float
    ceiling: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Intervals of the sections, one below the other."""

    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Room for one signature."""

    role: str
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """The sign-off."""

    rows: tuple[Signature, ...]


Block = Heading | Text | Bullets | Table | Failure | Bars | Signatures


def body(view: AuditView) -> tuple[Block, ...]:
    """Everything after the first page's verdict and score."""
    return tuple(
        block
        for part in (_critical, _sections, _changes, _actions, _waivers, _checks, _controls, _closing)
        for block in part(view)
    )


def facts(view: AuditView) -> tuple[tuple[str, str], ...]:
    """What stands under the title."""
    return (
        ("Period", view.span),
        ("As of", words.day(view.as_of)),
        ("Checklist", f"{view.profile_title}, version {view.profile_version}"),
        ("Sites", view.site_sentence),
    )


def tiles(view: AuditView) -> tuple[tuple[str, str], ...]:
    """The figures under the score."""
    return (
        (words.percent(view.coverage), "of the weight decided"),
        (words.percent(view.left_out_share), "not applicable"),
        (str(len(view.critical)), "critical failure" if len(view.critical) == 1 else "critical failures"),
        (str(view.open_finding_total), "open finding" if view.open_finding_total == 1 else "open findings"),
        (str(len(view.open_actions)), view.action_words),
    )


def _critical(view: AuditView) -> Iterator[Block]:
    yield Heading("Critical failures")
    if not view.critical:
        yield Text("None.")
    for c in view.critical:
        state = ": ".join(filter(None, (c.word, c.reason)))
        yield Failure(c.id, c.question, f"{words.sentence(state)}.", c.remedy)


def _sections(view: AuditView) -> Iterator[Block]:
    yield Heading("Sections")
    yield Bars(tuple(Bar(s.title, s.interval, s.words, s.floor, s.ceiling) for s in view.sections))
    if view.losses:
        yield Heading("Where points are lost", 2)
        rows = tuple((x.control, x.words, x.question, words.sentence(x.reason)) for x in view.certain_losses)
        if rows:
            yield Table(("Control", "Points", "Question", "Reason"), rows, (1.1, 0.9, 4, 3))
        if view.undecided_sentence:
            yield Text(view.undecided_sentence)
    if view.counted:
        yield Heading("Counts and coverage", 2)
        counts = tuple((c.id, c.question, c.sample) for c in view.counted)
        yield Table(("Control", "Question", "Counted"), counts, (1.1, 4.5, 3))


def _changes(view: AuditView) -> Iterator[Block]:
    if len(view.trend) > 1:
        yield Heading("Trend and changes")
        yield Table(
            ("Quarter", "Score", "Verdict"),
            tuple((t.period, *_split(t.words)) for t in view.trend),
            (1, 2, 2),
        )
    if view.changes:
        yield Heading(f"Changed since {view.previous}", 2)
        rows = ((c.control, c.question, c.words, words.signed(c.points), c.kind) for c in view.changes)
        yield Table(("Control", "Question", "Change", "Score", "Kind"), tuple(rows), (1, 3.6, 2.1, 1.2, 1.6))


def _split(text: str) -> tuple[str, str]:
    score, _, verdict = text.partition(", ")
    return score, verdict or "–"


def _actions(view: AuditView) -> Iterator[Block]:
    yield Heading("Corrective action plan")
    if not view.actions:
        yield Text("No corrective actions are recorded.")
        return
    yield Text(f"{words.sentence(view.action_sentence)}.")
    rows = []
    for a in view.actions:
        more = (
            f"Cause: {a.root_cause}" if a.root_cause else "",
            f"Until then: {a.interim}" if a.interim else "",
            f"Evidence: {a.evidence}" if a.evidence else "",
        )
        state = (a.word, "carried over" if a.carried_over else "", _by(a.verified_by))
        rows.append((a.id, a.subject, _lines(a.title, *more), a.owner, words.day(a.due), _lines(*state)))
    head = ("No.", "About", "Action", "Owner", "Due", "State")
    yield Table(head, tuple(rows), (1.4, 1, 3, 1.3, 1.3, 1.6))


def _by(name: str) -> str:
    return f"verified by {name}" if name else ""


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _waivers(view: AuditView) -> Iterator[Block]:
    if view.waivers:
        yield Heading("Waivers", 2)
        yield Text("A waiver opens the gate for its control until it expires. It adds no points.")
        rows = ((w.subject, w.word, w.reason, w.compensating, w.approver) for w in view.waivers)
        head = ("Control", "Valid", "Reason", "Done instead", "Approved by")
        yield Table(head, tuple(rows), (1.1, 2, 2.3, 2.3, 1.4))
    if view.left_out:
        yield Heading("Not applicable", 2)
        rows3 = ((r.id, r.question, r.reason) for r in view.left_out)
        yield Table(("Control", "Question", "Reason"), tuple(rows3), (0.9, 3.5, 4.4))


def _checks(view: AuditView) -> Iterator[Block]:
    yield Heading("Automated checks")
    yield Text(view.finding_sentence)
    if view.finding_counts:
        yield Bullets(tuple(c.words for c in view.finding_counts))
    if view.runs:
        yield Heading("What was read", 2)
        yield Bullets(tuple(run.words for run in view.runs))
    if view.checks:
        rows = ((c.title, c.word, c.reason, c.sends) for c in view.checks)
        head = ("Check", "Result", "Detail", "Leaves this machine")
        yield Table(head, tuple(rows), (2.6, 1.5, 1.4, 3))
    if view.unchecked:
        yield Heading("Could not be examined", 2)
        yield Text("None of this counts as passed.")
        rows3 = ((str(u.total), u.reason, u.where, u.mend) for u in view.unchecked)
        yield Table(("How many", "Reason", "Which", "To mend"), tuple(rows3), (0.9, 2, 3.6, 2))
    for group in view.finding_groups:
        yield from _findings(group)


def _findings(group: FindingGroup) -> Iterator[Block]:
    yield Heading(group.title, 2)
    yield Text(group.remedy, "What to do:")
    rows = [
        (
            f.severity.value,
            _lines(
                f.what,
                f"“{f.excerpt}”" if f.excerpt else "",
                f"Ruling: {f.ruling_note}" if f.ruling_note else "",
            ),
            _lines(*(part for row in cluster.shown for part in (row.url, row.place)), cluster.more),
            _lines(f.status_word, *(row.id for row in cluster.shown)),
        )
        for cluster in group.clusters
        for f in (cluster.first,)
    ]
    yield Table(("Severity", "What", "Where", "State"), tuple(rows), (0.9, 3.8, 3.3, 1.7))


def _controls(view: AuditView) -> Iterator[Block]:
    yield Heading("All controls")
    if view.notes:
        yield Bullets(tuple(f"{words.sentence(note)}." for note in view.notes))
    for section in view.sections:
        yield from _section(section)


def _section(section: SectionRow) -> Iterator[Block]:
    yield Heading(section.title, 2)
    rows = tuple(_control(c) for c in section.controls)
    head = ("Control", "Question", "Answer", "Evidence age", "By")
    yield Table(head, rows, (0.9, 5.1, 1.35, 1.25, 1.4))


def _control(c: ControlRow) -> tuple[str, ...]:
    notes: Iterable[str] = (
        *c.remarks,
        f"Note: {c.note}" if c.note else "",
        *(f"Evidence: {e.words}" for e in c.evidence),
    )
    return (
        _lines(c.id, "critical" if c.critical else ""),
        _lines(c.question, *notes),
        _lines(c.word, c.counted),
        c.age,
        c.verifier,
    )


def _closing(view: AuditView) -> Iterator[Block]:
    if view.sources:
        yield Heading("Legal and professional sources")
        rows = ((s.words, ", ".join(s.controls), s.url) for s in view.sources)
        yield Table(("Source", "Controls that rest on it", "Address"), tuple(rows), (3.4, 2.6, 3))
    yield Heading("Sign-off")
    yield Signatures(tuple(Signature(words.sentence(s.role), s.name, s.words) for s in view.signatures))
    if view.digest:
        yield Text(view.digest, "SHA-256 of the record that was signed:")
    yield Heading("Method and limits")
    for text in view.method:
        yield Text(text)
    yield Text(f"{view.edition.audience} {view.edition.statement}", f"{view.edition.title}.")
