"""What the screens share: the quarter as it stands, who answers, what can be undone. Knows no widget."""

import contextlib
import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from auditor.core.assessment import Assessment, ControlResult
from auditor.core.errors import AuditorError
from auditor.core.events import Cancel
from auditor.core.finding import Finding
from auditor.core.outlook import NOBODY_SAID, TrendPoint, reasons_for_gaps, trend
from auditor.core.reassess import Assessor
from auditor.core.record import Answer, AuditRecord, Evidence, Ruling, Sample
from auditor.core.score import Score, score
from auditor.core.status import FindingStatus, Status
from auditor.tui.state import UiState
from auditor.tui.steps import CaseworkStep, Deed, Save, Step, Steps
from auditor.workspace import Workspace
from auditor.workspace.casework import Casework


class Session:
    """One visit to a workspace.

    An answer counts on the screen at once; the application's saving workers write it with `save_next`,
    which keeps the order in which answers were given. `saved` counts the answers known to be on disk.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.state = self._kept = UiState.load(workspace.root)
        self.record = workspace.record()
        self.previous = workspace.previous_record()
        self.on_change: Callable[[], object] = lambda: None
        self.waiting = 0
        self._jobs: queue.SimpleQueue[Save] = queue.SimpleQueue()
        self._saving = threading.Lock()
        self.saved = len(self.record.answer)
        self.drafts: dict[str, str] = {}
        self.running: Cancel | None = None
        self.steps = Steps()
        self._earlier: tuple[TrendPoint, ...] | None = None
        self._by_id: tuple[Assessment, dict[str, ControlResult]] | None = None
        self._found: tuple[AuditRecord, tuple[Finding, ...]] | None = None
        self._assessor: Assessor | None = None
        self._judged: tuple[AuditRecord, Assessment, Score] | None = None

    # --- judgement -------------------------------------------------------------------------------

    @property
    def assessment(self) -> Assessment:
        """Every control judged, answers that are still being written included."""
        return self._judge()[1]

    @property
    def score(self) -> Score:
        """The score of `assessment`."""
        return self._judge()[2]

    def _judge(self) -> tuple[AuditRecord, Assessment, Score]:
        if self._judged is None or self._judged[0] is not self.record:
            workspace = self.workspace
            profile = workspace.profile_of(self.record)
            if self._assessor is None or self._assessor.profile is not profile:
                self._assessor = Assessor(profile, workspace.agency)
            assessment = self._assessor.assess(self.record, min(workspace.today, workspace.period.end))
            same = self._judged is not None and self._judged[1] is assessment
            points = self._judged[2] if self._judged and same else score(assessment)
            self._judged = (self.record, assessment, points)
        return self._judged

    def result(self, control_id: str) -> ControlResult:
        """How one control stands. Raises KeyError when the profile has none of that id."""
        judged = self._judge()
        if self._by_id is None or self._by_id[0] is not judged[1]:
            self._by_id = (judged[1], {r.control.id: r for r in judged[1].results})
        return self._by_id[1][control_id]

    def findings(self) -> tuple[Finding, ...]:
        """Every finding, each with what was decided about it; waivers in force included."""
        if self._found is None or self._found[0] is not self.record:
            judged = {f.id: f for r in self.assessment.results for f in r.findings}
            self._found = (
                self.record,
                tuple(judged.get(f.id, f) for f in self.record.ruled_findings()),
            )
        return self._found[1]

    def last_answer(self, control_id: str) -> Answer | None:
        """What was answered in the latest quarter before this one."""
        return self.previous.answer_to(control_id) if self.previous else None

    def next_open(self, after: str = "") -> str | None:
        """The id of the next unanswered control after `after`, going round; None when all are answered."""
        results = self.assessment.results
        start = next((i + 1 for i, r in enumerate(results) if r.control.id == after), 0)
        for result in (*results[start:], *results[:start]):
            if result.status is Status.UNANSWERED:
                return result.control.id
        return None

    def earlier(self) -> tuple[TrendPoint, ...]:
        """The quarters before this one in a row, gaps included. Reads files: call it in a thread."""
        workspace = self.workspace
        if self._earlier is None:
            periods = [p for p in workspace.records.periods() if p < workspace.period]
            scores = {p: workspace.score(p) for p in periods}
            reasons = reasons_for_gaps([*(workspace.record(p) for p in periods), self.record])
            points = trend(scores, reasons)
            gap = points[-1].period.next if points else workspace.period
            missing = []
            while gap < workspace.period:
                missing.append(TrendPoint(gap, None, reasons.get(str(gap), NOBODY_SAID)))
                gap = gap.next
            self._earlier = (*points, *missing)
        return self._earlier

    def where_left(self) -> str | None:
        """The control to continue with: the one looked at last while it is open, else the next open one."""
        left = self.state.control
        known = self.workspace.profile.control(left) if left else None
        if known is not None and self.result(known.id).status is Status.UNANSWERED:
            return known.id
        return self.next_open(left)

    # --- answers ---------------------------------------------------------------------------------

    def answer(
        self,
        control_id: str,
        status: Status | None = None,
        *,
        note: str | None = None,
        evidence: tuple[Evidence, ...] | None = None,
        sample: Sample | None = None,
    ) -> Answer:
        """Take an answer, or change a part of the one there is, and hand it to the saving worker."""
        before = self.record.answer_to(control_id)
        kept = before or Answer(control=control_id, status=Status.UNANSWERED, at=self.workspace.clock())
        chosen = status or kept.status
        answer = Answer(
            control=control_id,
            status=chosen,
            note=self.mask(note) if note is not None else kept.note,
            by=self.name,
            at=self.workspace.clock(),
            evidence=evidence if evidence is not None else kept.evidence,
            sample=sample or (kept.sample if chosen is kept.status else None),
            verified_by=kept.verified_by if chosen is kept.status else "",
            asked=kept.asked if status is None else self.result(control_id).control.meaning,
        )
        self._can_undo_answer(control_id, before)
        self._take(self.record.with_answer(answer), lambda: self.workspace.restore_answer(control_id, answer))
        self.look_at(control_id)
        return answer

    def undo(self, *sorts: str) -> Step | None:
        """Take back the latest step of these sorts in this visit; None when there is nothing to take back."""
        step = self.steps.pop(*sorts)
        if step is not None:
            self._take(step.change(self.record), step.save)
        return step

    def _can_undo_answer(self, control_id: str, before: Answer | None) -> None:
        def change(record: AuditRecord) -> AuditRecord:
            return record.without_answer(control_id) if before is None else record.with_answer(before)

        back = Step("answer", control_id, change, lambda: self.workspace.restore_answer(control_id, before))
        self.steps.add(back)

    def rule(self, finding: str, status: FindingStatus, reason: str) -> None:
        """Decide about a finding. Raises ConfigurationError without a reason."""
        reason, name, before = self.mask(reason), self.name, self.record.ruling_on(finding)
        ruling = Ruling(finding=finding, status=status, reason=reason, by=name, at=self.workspace.clock())

        def back(record: AuditRecord) -> AuditRecord:
            return record.with_ruling(before) if before else record.without_ruling(finding)

        self.steps.add(Step("ruling", finding, back, lambda: self.workspace.change(back)))
        self._take(
            self.record.with_ruling(ruling), lambda: self.workspace.rule(finding, status, reason, name)
        )

    # --- casework --------------------------------------------------------------------------------

    def attach_file(
        self, control_id: str, path: Path, tell: Callable[[str], object], day: date | None = None
    ) -> None:
        """Keep a copy of a file as evidence of `day` (today); `tell` gets what the user should know of it."""
        self._can_undo_answer(control_id, self.record.answer_to(control_id))

        def attach(casework: Casework) -> None:
            for text in casework.attach_file(control_id, path, day).words:
                tell(text)

        self._take(self.record, CaseworkStep(self.workspace, attach, self.name).save)

    def do(self, sort: str, subject: str, deed: Deed) -> None:
        """Hand casework to the saving worker; it is shown once it is on disk, and can be taken back then."""
        work = CaseworkStep(self.workspace, deed, self.name)
        step = work.step(sort, subject)
        self.steps.add(step)

        def save() -> AuditRecord:
            try:
                return work.save()
            except AuditorError:
                self.steps.drop(step)
                raise

        self._take(self.record, save)

    def _take(self, record: AuditRecord, save: Save) -> None:
        self.record = record
        self.waiting += 1
        self._jobs.put(save)
        self.on_change()

    def save_next(self) -> AuditRecord | None:
        """Write the oldest change that waits; None when none does. Safe across threads.

        Raises AuditorError when it cannot be written.
        """
        with self._saving:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return None
            record = job()
        self.state.keep(self.workspace.root)
        return record

    def save_all(self) -> None:
        """Write everything that waits, before leaving. What cannot be written was said to be unsaved."""
        if self.state != self._kept:
            self.state.keep(self.workspace.root)
        while True:
            with contextlib.suppress(AuditorError):
                if self.save_next() is None:
                    return

    def was_saved(self, record: AuditRecord) -> None:
        """A job is done and `record` is what the disk now holds."""
        self.waiting -= 1
        self.saved = len(record.answer)
        if not self.waiting:
            self.record = record

    def was_not_saved(self) -> None:
        """A job failed: go back to what the disk holds once nothing else is under way."""
        self.waiting -= 1
        if not self.waiting:
            self.reload()

    def reload(self) -> None:
        """Read the record again, after a run changed it. What still waits to be written brings its own."""
        if self.waiting:
            return
        self.record = self.workspace.record()
        self.saved = len(self.record.answer)

    def evidence_from(self, text: str) -> Evidence:
        """Evidence of today from what a person typed, with confidential facts hidden."""
        return self.workspace.evidence_from(self.mask(text))

    # --- small things ----------------------------------------------------------------------------

    def mask(self, text: str) -> str:
        """`text` with every confidential fact hidden; without readable facts there is nothing to hide."""
        try:
            return self.workspace.mask(text)
        except AuditorError:
            return text

    def look_at(self, control_id: str) -> None:
        """Note the control in front; written with the next answer, or on leaving."""
        self.state = replace(self.state, control=control_id)

    def remember(self, **changes: str | int) -> None:
        """Keep something for the next visit."""
        self.state = self.state.keep(self.workspace.root, **changes)

    @property
    def name(self) -> str:
        """Who answers; empty until asked."""
        return self.state.name

    def searcher_problem(self) -> str:
        """Why the confidential facts cannot be used; empty when they can."""
        try:
            self.workspace.searcher  # noqa: B018 - built on first use
        except AuditorError as error:
            return str(error)
        return ""
