"""The audit as Markdown. Whatever came from outside is escaped, so that it reads as it was typed."""

import re
from collections.abc import Iterable, Sequence

from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.common import FindingGroup
from auditor.report.rows import SectionRow, SourceRow

# Everything that CommonMark or GitHub's dialect reads as markup inside a line. `@` and `#` would
# call people and issues; a colon is escaped only where it would make a bare URL into a link.
_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~@$&])")
_AUTOLINK = re.compile(r"(https?|ftp)(:)(?=//)|\b(www)(\.)", re.IGNORECASE)
# At the start of a line these would begin a list, a heading's underline or a quotation.
_STARTER = re.compile(r"^(\d{1,9})?([-+=.)])")


def escape(text: str) -> str:
    """`text` on one line, with every character that Markdown would act on made plain."""
    line = _ACTIVE.sub(r"\\\1", " ".join(text.split()))
    line = _STARTER.sub(lambda m: f"{m[1] or ''}\\{m[2]}", line)
    return _AUTOLINK.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", line)


def code(text: str) -> str:
    """`text` as a code span; a longer fence than any run of backticks inside keeps it closed."""
    line = " ".join(text.split()).replace("|", "¦")
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}" if line else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table with a line of headings. Cells are escaped already."""
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    return [*lines, *(f"| {' | '.join(cell or '–' for cell in row)} |" for row in rows), ""]


class AuditMarkdown:
    """GitHub-flavoured Markdown."""

    name = "md"
    extension = "md"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The whole document."""
        blocks = (
            _head(view),
            _critical(view),
            _sections(view),
            *(_controls(section) for section in view.sections),
            _losses(view),
            _counts(view),
            _notes(view),
            _checks(view),
            *(_findings(group) for group in view.finding_groups),
            _actions(view),
            _waivers(view),
            _left_out(view),
            _changes(view),
            _sources(view.sources),
            _closing(view),
        )
        lines = [line for block in blocks for line in block]
        return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _head(view: AuditView) -> list[str]:
    return [
        f"# {escape(view.agency)}: {escape(view.title)}",
        "",
        f"**{view.glyph} {view.verdict_word}.** {escape(view.verdict_sentence)}",
        "",
        *table(
            ("", ""),
            (
                ("Score", f"**{view.interval}**. {escape(view.interval_sentence)}"),
                ("Rating", escape(view.rating_word)),
                ("Change", escape(view.change_sentence)),
                ("Decided", f"{words.percent(view.coverage)} of the weight"),
                ("Not applicable", f"{words.percent(view.left_out_share)} of the checklist's weight"),
                ("Corrective actions", escape(view.action_sentence)),
                ("Period", f"{view.span}, as of {words.day(view.as_of)}"),
                ("Sites", escape(view.site_sentence)),
                ("Checklist", escape(f"{view.profile_title}, version {view.profile_version}")),
            ),
        ),
        f"> **{view.edition.title}.** {view.edition.audience} {view.edition.statement}",
        "",
    ]


def _critical(view: AuditView) -> list[str]:
    lines = ["## Critical failures", ""]
    if not view.critical:
        return [*lines, "None.", ""]
    for control in view.critical:
        reason = f"{words.sentence(': '.join(filter(None, (control.word, control.reason))))}."
        lines += [f"- **{escape(control.id)}** {escape(control.question)}  ", f"  {escape(reason)}  "]
        lines.append(f"  *What to do:* {escape(control.remedy)}")
    return [*lines, ""]


def _sections(view: AuditView) -> list[str]:
    rows = ((escape(s.title), s.interval, escape(s.words)) for s in view.sections)
    return ["## Sections", "", *table(("Section", "Score", ""), rows)]


def _controls(section: SectionRow) -> list[str]:
    rows = [
        (
            escape(c.id) + (" **critical**" if c.critical else ""),
            escape(c.question),
            f"{c.glyph} {c.word}" + (f" ({escape(c.counted)})" if c.counted else ""),
            escape("; ".join((*c.remarks, c.note) if c.note else c.remarks)),
            c.age,
            escape(c.verifier),
        )
        for c in section.controls
    ]
    head = ("Control", "Question", "Answer", "Remarks", "Evidence age", "By")
    return [f"### {escape(section.title)}", "", *table(head, rows)]


def _notes(view: AuditView) -> list[str]:
    if not view.notes:
        return []
    return [
        "### To be known of the answers",
        "",
        *(f"- {escape(words.sentence(n))}." for n in view.notes),
        "",
    ]


def _losses(view: AuditView) -> list[str]:
    if not view.losses:
        return []
    lines = ["## Where points are lost", ""]
    if view.certain_losses:
        rows = ((escape(x.control), x.words, escape(x.reason)) for x in view.certain_losses)
        lines += table(("Control", "Points", "Reason"), rows)
    return [*lines, escape(view.undecided_sentence), ""] if view.undecided_sentence else lines


def _counts(view: AuditView) -> list[str]:
    if not view.counted:
        return []
    rows = ((escape(c.id), escape(c.question), escape(c.sample)) for c in view.counted)
    return ["## Counts and coverage", "", *table(("Control", "Question", "Counted"), rows)]


def _checks(view: AuditView) -> list[str]:
    lines = ["## Automated checks", "", escape(view.finding_sentence), ""]
    lines += [f"- {escape(run.words)}" for run in view.runs]
    if view.checks:
        rows = ((escape(c.title), f"{c.glyph} {c.word}", escape(c.reason)) for c in view.checks)
        lines += ["", *table(("Check", "Result", ""), rows)]
    if view.unchecked:
        rows3 = ((escape(u.reason), str(u.total), escape(u.where), escape(u.mend)) for u in view.unchecked)
        lines += ["Could not be examined:", "", *table(("Reason", "How many", "Which", "To mend"), rows3)]
    if view.finding_counts:
        lines += [*(f"- {escape(count.words)}" for count in view.finding_counts), ""]
    return lines


def _findings(group: FindingGroup) -> list[str]:
    lines = [f"### {escape(group.title)}", ""]
    for cluster in group.clusters:
        finding = cluster.first
        lines.append(
            f"- {finding.glyph} **{finding.severity.value}** {escape(finding.what)}, {finding.status_word}  "
        )
        if finding.excerpt:
            lines.append(f"  {code(finding.excerpt)}  ")
        if finding.ruling_note:
            lines.append(f"  Ruling: {escape(finding.ruling_note)}  ")
        lines += [f"  - {code(f.url)}, {escape(f.place)}, id {code(f.id)}" for f in cluster.shown]
        if cluster.more:
            lines.append(f"  - {escape(cluster.more)}")
    return [*lines, "", f"*What to do:* {escape(group.remedy)}", ""]


def _actions(view: AuditView) -> list[str]:
    if not view.actions:
        return ["## Corrective actions", "", "None recorded.", ""]
    rows = (
        (
            escape(a.id),
            escape(a.subject),
            escape(a.title),
            escape(a.owner),
            words.day(a.due),
            a.word + (", carried over" if a.carried_over else ""),
            escape(a.interim),
            escape(a.verified_by),
        )
        for a in view.actions
    )
    head = ("No.", "About", "Action", "Owner", "Due", "State", "Until then", "Verified by")
    return ["## Corrective actions", "", *table(head, rows)]


def _waivers(view: AuditView) -> list[str]:
    if not view.waivers:
        return []
    rows = (
        (escape(w.subject), escape(w.word), escape(w.reason), escape(w.compensating), escape(w.approver))
        for w in view.waivers
    )
    head = ("Control", "Valid", "Reason", "Instead", "Approved by")
    return ["## Waivers", "", *table(head, rows)]


def _left_out(view: AuditView) -> list[str]:
    if not view.left_out:
        return []
    rows = ((escape(r.id), escape(r.question), escape(r.reason)) for r in view.left_out)
    return ["## Not applicable", "", *table(("Control", "Question", "Reason"), rows)]


def _changes(view: AuditView) -> list[str]:
    if not view.changes:
        return []
    rows = (
        (escape(c.control), escape(c.words), words.signed(c.points), escape(c.kind)) for c in view.changes
    )
    trend = [f"- {t.period}: {t.words}" for t in view.trend]
    head = ("Control", "Change", "Score", "")
    return [f"## Since {view.previous}", "", *table(head, rows), *trend, ""]


def _sources(sources: Sequence[SourceRow]) -> list[str]:
    if not sources:
        return []
    rows = ((escape(s.words), escape(", ".join(s.controls)), code(s.url)) for s in sources)
    return ["## Legal and professional sources", "", *table(("Source", "Controls", "Address"), rows)]


def _closing(view: AuditView) -> list[str]:
    rows = ((escape(words.sentence(s.role)), escape(s.name), escape(s.words)) for s in view.signatures)
    digest = [f"SHA-256 of the record: {code(view.digest)}", ""] if view.digest else []
    return [
        "## Sign-off",
        "",
        *table(("Role", "Name", ""), rows),
        *digest,
        "## Method and limits",
        "",
        *(line for text in view.method for line in (text, "")),
        f"Written {words.moment(view.generated)} by auditor {view.version}.",
        "",
    ]
