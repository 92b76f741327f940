"""What an audit is besides answers: actions, waivers, evidence, history, sign-off. For both faces."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from auditor.core import actions, waivers
from auditor.core.actions import NewAction
from auditor.core.assessment import Assessment
from auditor.core.calendar import Reminder, as_ics, reminders
from auditor.core.compare import Comparison, compare
from auditor.core.errors import ConfigurationError
from auditor.core.outlook import NextStep, TrendPoint, Turn, forecast, next_steps, reasons_for_gaps, trend
from auditor.core.period import Period
from auditor.core.quarters import Carried, carried, note_missed
from auditor.core.record import Action, Answer, AuditRecord, Evidence, EvidenceKind, Waiver
from auditor.core.signing import SignatureState, sign, signatures
from auditor.core.status import Status
from auditor.core.victim_data import warning
from auditor.core.waivers import NewWaiver
from auditor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Attached:
    """Evidence that was added, and what the user should know of it."""

    evidence: Evidence
    words: tuple[str, ...] = ()


class Casework:
    """The casework of one workspace. Texts are masked before they are saved; every change is on disk."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    # --- corrective actions ----------------------------------------------------------------------

    def start_action(self, new: NewAction, period: Period | None = None) -> Action:
        """Save a new corrective action. Raises ConfigurationError as `core.actions.start` does."""
        mask = self.workspace.mask
        safe = replace(
            new,
            title=mask(new.title),
            root_cause=mask(new.root_cause),
            interim=mask(new.interim),
            owner=mask(new.owner),
        )
        made: list[Action] = []

        def change(record: AuditRecord) -> AuditRecord:
            after, action = actions.start(record, self._judged(record), safe, self.workspace.today)
            made.append(action)
            return after

        self.workspace.change(change, period)
        return made[0]

    def change_action(self, action_id: str, **values: object) -> Action:
        """Save other values of an open action: owner, due, root_cause, interim, title, status."""
        safe = {k: self.workspace.mask(v) if isinstance(v, str) else v for k, v in values.items()}
        record = self.workspace.change(lambda r: actions.change(r, action_id, **safe))
        return actions.find(record, action_id)

    def close_action(self, action_id: str, by: str, evidence: str) -> Action:
        """Save that an action is done, as seen by someone other than its owner."""
        words, who, day = self.workspace.mask(evidence), self.workspace.mask(by), self.workspace.today
        record = self.workspace.change(lambda r: actions.close(r, action_id, who, words, day))
        return actions.find(record, action_id)

    def overdue(self) -> tuple[Action, ...]:
        """Actions that are late today."""
        return actions.overdue(self.workspace.record(), self.workspace.today)

    # --- waivers ---------------------------------------------------------------------------------

    def grant_waiver(self, new: NewWaiver) -> Waiver:
        """Save a waiver from today on. Raises ConfigurationError for one that may not be."""
        mask = self.workspace.mask
        safe = replace(
            new,
            reason=mask(new.reason),
            compensating=mask(new.compensating),
            owner=mask(new.owner),
            approver=mask(new.approver),
        )
        made: list[Waiver] = []

        def change(record: AuditRecord) -> AuditRecord:
            after, waiver = waivers.start(record, self._judged(record), safe, self.workspace.today)
            made.append(waiver)
            return after

        self.workspace.change(change)
        return made[0]

    def renew_waiver(self, waiver_id: str, expires: date, approver: str) -> Waiver:
        """Save that a waiver holds longer, counted as a renewal."""
        who, today = self.workspace.mask(approver), self.workspace.today
        record = self.workspace.change(lambda r: waivers.renew(r, waiver_id, expires, who, today))
        return waivers.find(record, waiver_id)

    def withdraw_waiver(self, waiver_id: str, by: str, reason: str) -> Waiver:
        """Save that a waiver holds no more from today on."""
        words, who, today = self.workspace.mask(reason), self.workspace.mask(by), self.workspace.today
        record = self.workspace.change(lambda r: waivers.withdraw(r, waiver_id, who, words, today))
        return waivers.find(record, waiver_id)

    def waiver_warnings(self) -> tuple[str, ...]:
        """What should be known of the waivers: expired, excusing nothing, many ending at once."""
        record, today = self.workspace.record(), self.workspace.today
        assessment = self.workspace.assessment()
        expired = [w for w in record.waiver if w.expired(today)]
        return (
            *(f"{w.id} on {w.subject} expired on {w.expires}" for w in expired),
            *(
                f"{w.id} on {w.subject} excuses nothing: there is no failure it stands for"
                for w in waivers.unused(record, assessment)
            ),
            *(str(cliff) for cliff in waivers.cliffs(record, today)),
        )

    @property
    def zone(self) -> str:
        """The time zone in which days end here: `local time, UTC+01:00`."""
        offset = self.workspace.clock().isoformat()[19:]
        return f"local time, UTC{'' if offset == '+00:00' else offset}"

    # --- evidence --------------------------------------------------------------------------------

    def attach_file(self, control_id: str, path: Path, effective: date | None = None) -> Attached:
        """Keep a copy of a file as evidence of a control; pictures without what tells their place.

        The copy is searched for the confidential facts and refused on a hit; what looks like data of the
        people served gives a warning. Raises ConfigurationError or DisclosureError.
        """
        from auditor.collect.extract import read
        from auditor.core.document import Resource
        from auditor.publish import refuse_disclosure
        from auditor.store.evidence import keep, prepare

        control = self.workspace.control(control_id)
        prepared = prepare(path)
        refuse_disclosure(prepared.name, prepared.data, self.workspace.searcher)
        document = read(Resource(url=prepared.name, body=prepared.data))
        words = (*prepared.words, *warning(fragment.text for fragment in document.fragments))
        keep(self.workspace.root, prepared)
        evidence = self._evidence(EvidenceKind.FILE, prepared.digest, prepared.name, effective)
        self._attach(control.id, evidence)
        return Attached(evidence, words)

    def attach_words(self, control_id: str, text: str, effective: date | None = None) -> Attached:
        """Keep a link or a note as evidence of a control."""
        control = self.workspace.control(control_id)
        if not text.strip():
            raise ConfigurationError("evidence needs words, a link or a file")
        kind = EvidenceKind.LINK if text.startswith(("https://", "http://")) else EvidenceKind.NOTE
        evidence = self._evidence(kind, self.workspace.mask(text.strip()), "", effective)
        self._attach(control.id, evidence)
        return Attached(evidence, warning([text]))

    def remove_evidence(self, control_id: str, which: str) -> Evidence:
        """Take evidence from a control; a copied file that no other answer refers to is deleted.

        `which` is its name, its words, or the beginning of either. Raises ConfigurationError when it fits
        none or several.
        """
        from auditor.store.evidence import discard

        control = self.workspace.control(control_id)
        answer = self.workspace.record().answer_to(control.id)
        held = answer.evidence if answer else ()
        begin = which.strip().casefold()
        fits = [e for e in held if begin and (e.title or e.reference).casefold().startswith(begin)]
        if len(fits) != 1:
            names = ", ".join(e.title or e.reference for e in held) or "none"
            how = "no evidence" if not fits else "more than one piece of evidence"
            raise ConfigurationError(f"{control.id} has {how} “{which}”", f"there is: {names}")
        (gone,) = fits

        def change(record: AuditRecord) -> AuditRecord:
            now = record.answer_to(control.id)
            rest = tuple(e for e in now.evidence if e != gone) if now else ()
            return record.with_answer(now.model_copy(update={"evidence": rest})) if now else record

        self.workspace.change(change)
        if gone.kind is EvidenceKind.FILE and gone.reference not in self._files_referred_to():
            discard(self.workspace.root, gone.reference, Path(gone.title).suffix.lower())
        return gone

    def _files_referred_to(self) -> dict[str, str]:
        """Name and hash of every file that any quarter's answers refer to, by hash."""
        records = (self.workspace.record(p) for p in self.workspace.records.periods())
        every = (e for r in records for a in r.answer for e in a.evidence)
        return {e.reference: e.title for e in every if e.kind is EvidenceKind.FILE}

    def _evidence(self, kind: EvidenceKind, reference: str, title: str, effective: date | None) -> Evidence:
        today = self.workspace.today
        if effective is not None and effective > today:
            raise ConfigurationError(f"evidence cannot speak of {effective}, a day to come")
        return Evidence(
            kind=kind, reference=reference, title=title, effective=effective or today, added=today
        )

    def _attach(self, control_id: str, evidence: Evidence) -> None:
        def change(record: AuditRecord) -> AuditRecord:
            answer = record.answer_to(control_id) or Answer(
                control=control_id, status=Status.UNANSWERED, at=self.workspace.clock()
            )
            rest = tuple(e for e in answer.evidence if e != evidence)
            return record.with_answer(answer.model_copy(update={"evidence": (*rest, evidence)}))

        self.workspace.change(change)

    # --- history ---------------------------------------------------------------------------------

    def compare(self, before: Period, after: Period) -> Comparison:
        """Two quarters side by side. Raises ConfigurationError for one without a record."""
        for period in (before, after):
            if self.workspace.records.read(period) is None:
                known = ", ".join(map(str, self.workspace.records.periods())) or "none"
                raise ConfigurationError(f"there is no record of {period}", f"there are: {known}")
        return compare(self.workspace.assessment(before), self.workspace.assessment(after))

    def trend(self) -> tuple[TrendPoint, ...]:
        """Every quarter from the first up to now; those without an audit are gaps."""
        periods = self.workspace.records.periods()
        scores = {p: self.workspace.score(p) for p in periods}
        reasons = reasons_for_gaps(self.workspace.record(p) for p in periods)
        return trend(scores, reasons, self.workspace.period)

    def note_missed(self, period: Period, reason: str, by: str) -> None:
        """Save why an earlier quarter had no audit. Raises ConfigurationError when it had one."""
        if self.workspace.records.read(period) is not None:
            raise ConfigurationError(f"{period} was not missed: it has a record")
        words, who = self.workspace.mask(reason), self.workspace.mask(by)
        self.workspace.change(lambda record: note_missed(record, period, words, who))

    def carried(self, period: Period | None = None) -> tuple[Carried, ...]:
        """Answers that nobody looked at this quarter."""
        return carried(self.workspace.assessment(period))

    def forecast(self, until: date) -> tuple[Turn, ...]:
        """What time alone will change from today until a day."""
        workspace = self.workspace
        return forecast(workspace.profile, workspace.agency, workspace.record(), workspace.today, until)

    def next_steps(self, period: Period | None = None) -> tuple[NextStep, ...]:
        """What to do first."""
        return next_steps(self.workspace.assessment(period), self.workspace.score(period))

    # --- proof -----------------------------------------------------------------------------------

    def sign(self, role: str, name: str, period: Period | None = None) -> tuple[SignatureState, ...]:
        """Save a signature and give all of them. Raises ConfigurationError as `core.signing.sign` does."""
        at: datetime = self.workspace.clock()
        wanted, who = period or self.workspace.period, self.workspace.mask(name)
        record = self.workspace.records.change(
            wanted,
            lambda: self.workspace.record(wanted),
            lambda r: sign(r, role, who, at),
            event="signed",
            by=who,
        )
        return signatures(record)

    def signatures(self, period: Period | None = None) -> tuple[SignatureState, ...]:
        """Who signed, and whether the record is still what they signed."""
        return signatures(self.workspace.record(period))

    def verify(self) -> tuple[str, ...]:
        """Every problem of ledger, records, evidence and signatures; empty when all is as it was left."""
        from auditor.store.evidence import problems

        found = list(self.workspace.records.verify())
        if found:
            return tuple(found)
        for period in self.workspace.records.periods():
            record = self.workspace.record(period)
            found += [
                f"the record of {period} was changed after {s.signature.name} signed it as {s.signature.role}"
                for s in signatures(record)
                if not s.intact
            ]
        return (*found, *problems(self.workspace.root, self._files_referred_to()))

    def accept(self, by: str, note: str) -> tuple[str, ...]:
        """Take changed records into the ledger, by name and with a reason; gives what was accepted."""
        return self.workspace.records.accept(self.workspace.mask(by), self.workspace.mask(note))

    # --- calendar --------------------------------------------------------------------------------

    def reminders(self) -> tuple[Reminder, ...]:
        """Dates worth a reminder."""
        return reminders(self.workspace.record(), self.workspace.assessment())

    def calendar(self) -> bytes:
        """The reminders as an iCalendar file. Raises DisclosureError rather than give a fact away."""
        from auditor.publish import refuse_disclosure, stamp

        data = as_ics(self.reminders(), stamp(self.workspace.clock()))
        refuse_disclosure("calendar.ics", data, self.workspace.searcher)
        return data

    def _judged(self, record: AuditRecord) -> Assessment:
        from auditor.core.assessment import assess

        return assess(self.workspace.profile, self.workspace.agency, record, self.workspace.today)
