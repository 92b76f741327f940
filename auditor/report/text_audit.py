"""The audit for a terminal or a mail: verdict first, then what is critical, then what to do."""

from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.common import FindingGroup
from auditor.report.followup_rows import ActionRow
from auditor.report.layout import Page, bar
from auditor.report.rows import ControlRow
from auditor.report.words import Tone

_BAR = 30


class AuditText:
    """Plain text. `colour` only adds to what words and signs already say; `width` is in columns."""

    name = "text"
    extension = "txt"
    binary = False

    def __init__(self, width: int = 80, *, colour: bool = False) -> None:
        self._width = width
        self._colour = colour

    def render(self, view: AuditView) -> bytes:
        """The whole text."""
        page = Page(self._width, colour=self._colour)
        _head(page, view)
        _critical(page, view)
        _sections(page, view)
        _losses(page, view)
        _counts(page, view)
        _notes(page, view)
        _checks(page, view)
        _actions(page, view)
        _waivers(page, view)
        _changes(page, view)
        _trend(page, view)
        _signatures(page, view)
        page.heading(view.edition.title)
        page.line(view.edition.statement, indent=1)
        return page.encode()


def _head(page: Page, view: AuditView) -> None:
    page.line(f"{view.agency} · {view.title}", bold=True)
    page.line(f"{view.span}, as of {words.day(view.as_of)} · {view.profile_title} {view.profile_version}")
    page.line(f"Sites: {view.site_sentence}")
    page.line()
    page.lead(f"{view.glyph} {view.verdict_word}:", view.verdict_sentence, view.tone)
    page.line(f"Score {view.interval}  {bar(view.floor, view.ceiling, _BAR)}", view.tone)
    page.line(f"Rating {view.rating_word}. {view.change_sentence}")
    page.line(
        f"Decided {words.percent(view.coverage)} of the weight; "
        f"not applicable {words.percent(view.left_out_share)} of the checklist."
    )


def _critical(page: Page, view: AuditView) -> None:
    if view.critical:
        page.heading("Critical failures")
    for control in view.critical:
        _control(page, control)


def _control(page: Page, control: ControlRow) -> None:
    page.lead(f"{control.glyph} {control.id}", control.question, control.tone, indent=1)
    page.line(f"{control.word}: {control.reason}" if control.reason else control.word, indent=2)
    page.lead("→", control.remedy, indent=2)


def _sections(page: Page, view: AuditView) -> None:
    page.heading("Sections")
    for section in view.sections:
        page.line(section.title, bold=True, indent=1)
        shown = bar(section.floor, section.ceiling, _BAR // 2)
        page.line(f"{shown}  {section.interval}, {section.words}", section.tone, indent=2)


def _notes(page: Page, view: AuditView) -> None:
    if view.notes:
        page.heading("To be known of the answers")
    for note in view.notes:
        page.line(f"{words.sentence(note)}.", indent=1)


def _losses(page: Page, view: AuditView) -> None:
    if view.losses:
        page.heading("Where points are lost")
    for loss in view.certain_losses:
        page.lead(f"{loss.words:>6}", f"{loss.control}: {loss.reason}", indent=1)
    if view.undecided_sentence:
        page.line(view.undecided_sentence, indent=1)


def _counts(page: Page, view: AuditView) -> None:
    if view.counted:
        page.heading("Counts and coverage")
    for control in view.counted:
        page.lead(control.id, f"{control.sample}: {control.question}", indent=1)


def _checks(page: Page, view: AuditView) -> None:
    page.heading("Automated checks")
    page.line(view.finding_sentence, indent=1)
    for run in view.runs:
        page.line(run.words, indent=1)
    for check in view.checks:
        reason = f", {check.reason}" if check.reason else ""
        page.lead(check.glyph, f"{check.title}: {check.word}{reason}", check.tone, indent=1)
    for unchecked in view.unchecked:
        page.lead("?", f"not examined: {unchecked.total} × {unchecked.reason}", Tone.WARN, indent=1)
    if view.finding_groups:
        for group in view.finding_groups:
            _findings(page, group)
    else:
        for row in view.finding_counts:
            page.line(row.words, indent=2)


def _findings(page: Page, group: FindingGroup) -> None:
    page.heading(group.title)
    for cluster in group.clusters:
        finding = cluster.first
        page.lead(f"{finding.glyph} {finding.severity.value}", finding.what, finding.tone, indent=1)
        if finding.excerpt:
            page.line(f"“{finding.excerpt}”", indent=2)
        for row in cluster.shown:
            page.line(row.url, indent=2)
            page.line(f"{row.place} · {row.status_word}", indent=2)
        if cluster.more:
            page.line(cluster.more, indent=2)
        if finding.ruling_note:
            page.line(f"Ruling: {finding.ruling_note}", indent=2)
    page.lead("→", group.remedy, indent=1)


def _actions(page: Page, view: AuditView) -> None:
    if not view.actions:
        return
    page.heading("Corrective actions")
    page.line(f"{words.sentence(view.action_sentence)}.", indent=1)
    for action in view.actions:
        _action(page, action)


def _action(page: Page, action: ActionRow) -> None:
    page.lead(action.id, action.title, action.tone, indent=1)
    carried = " · carried over" if action.carried_over else ""
    owner = f" · {action.owner}" if action.owner else ""
    page.line(f"{action.subject} · due {words.day(action.due)}{owner} · {action.word}{carried}", indent=2)
    if action.interim:
        page.line(f"Until then: {action.interim}", indent=2)


def _waivers(page: Page, view: AuditView) -> None:
    if view.waivers:
        page.heading("Waivers")
    for waiver in view.waivers:
        page.lead(waiver.id, f"{waiver.subject}, {waiver.word}: {waiver.reason}", indent=1)
        page.line(f"Instead: {waiver.compensating}. Approved by {waiver.approver}.", indent=2)
    if view.left_out:
        page.heading("Not applicable")
    for row in view.left_out:
        page.lead(row.id, row.reason, indent=1)


def _changes(page: Page, view: AuditView) -> None:
    if view.changes:
        page.heading(f"Changed since {view.previous}")
    for change in view.changes:
        page.lead(
            f"{change.control}",
            f"{change.words}, {words.signed(change.points)} ({change.kind})",
            change.tone,
            indent=1,
        )


def _trend(page: Page, view: AuditView) -> None:
    if len(view.trend) < 2:
        return
    page.heading("Trend")
    for quarter in view.trend:
        page.lead(quarter.period, quarter.words, indent=1)


def _signatures(page: Page, view: AuditView) -> None:
    page.heading("Sign-off")
    for signature in view.signatures:
        name = f" {signature.name}" if signature.name else ""
        page.line(f"{words.sentence(signature.role)}:{name} {signature.words}", indent=1)
    if view.digest:
        page.line(f"Record SHA-256 {view.digest}", indent=1)
