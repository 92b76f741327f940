"""The one facade that both faces use: open a workspace, answer, run, assess, score, export."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.core import answers
from auditor.core.agency import Agency
from auditor.core.answers import NewAnswer
from auditor.core.assessment import Assessment, assess
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, Listener, ignore
from auditor.core.period import Period
from auditor.core.profile import Control, Profile
from auditor.core.quarters import start_quarter
from auditor.core.record import Answer, AuditRecord, Evidence, EvidenceKind
from auditor.core.score import Score, score
from auditor.core.status import FindingStatus
from auditor.store.facts_file import facts_at_hand, give_key, read_facts
from auditor.store.files import write_atomic
from auditor.store.profiles import load_profile
from auditor.store.records import RecordStore
from auditor.store.root import AGENCY_FILE, CONFIDENTIAL_FILE, MEMORY_FOLDER, find_root
from auditor.store.toml_files import read_model, write_model

if TYPE_CHECKING:
    from auditor.collect.options import CrawlOptions
    from auditor.confidential import Facts
    from auditor.core.match import TextSearcher
    from auditor.scan.crew import Wanted
    from auditor.scan.remember import Interrupted
    from auditor.scan.run import Means, ScanOutcome

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment in local time, with its offset, to the second."""
    return datetime.now(UTC).astimezone().replace(microsecond=0)


class Workspace:
    """An agency's workspace folder. Every change is on disk when its method returns."""

    def __init__(
        self, root: Path, clock: Clock = now, *, profile: str | None = None, period: Period | None = None
    ) -> None:
        """Open the workspace at `root`. Raises ConfigurationError when a file of it is unusable.

        `profile` takes the place of the one that agency.toml names, `period` that of the current quarter.
        """
        self.root = root
        self.clock = clock
        self.agency: Agency = read_model(Agency, root / AGENCY_FILE)
        self.profile: Profile = load_profile(profile or self.agency.profile, root)
        self.records = RecordStore(root, self._now)
        self._period = period

    @classmethod
    def discover(cls, clock: Clock = now) -> "Workspace":
        """The workspace of the current folder. Raises ConfigurationError when there is none."""
        root = find_root()
        if root is None:
            raise ConfigurationError("there is no workspace here", "run `auditor init`, or set AUDITOR_HOME")
        return cls(root, clock)

    @classmethod
    def create(cls, root: Path, agency: Agency, confidential: bytes, clock: Clock = now) -> "Workspace":
        """Make a workspace: agency.toml, confidential.toml (0600) and a .gitignore that keeps it out of git.

        `confidential` is the TOML of the secrets. Raises ConfigurationError when one is already there.
        """
        if (root / AGENCY_FILE).exists():
            raise ConfigurationError(f"{root} already holds a workspace", "edit agency.toml there")
        write_atomic(
            root / ".gitignore", b"confidential.toml*\naudits/\nevidence/\nrecords/\nreports/\n.auditor*\n"
        )
        write_atomic(root / CONFIDENTIAL_FILE, confidential)
        give_key(root / CONFIDENTIAL_FILE)
        write_atomic(root / AGENCY_FILE, write_model(agency))
        return cls(root, clock)

    # --- facts -----------------------------------------------------------------------------------

    @cached_property
    def facts(self) -> "Facts":
        """The confidential facts, by the rule of `facts_at_hand`."""
        path = self.root / CONFIDENTIAL_FILE
        give_key(path)
        return facts_at_hand(path) or read_facts(path)

    @cached_property
    def wanted(self) -> "Wanted":
        """What the checks search for."""
        from auditor.scan.crew import Wanted

        return Wanted(self.facts, self.agency.public)

    @cached_property
    def searcher(self) -> "TextSearcher":
        """Finds and masks the confidential facts; what is public on purpose is never a match."""
        return self.wanted.searcher

    def mask(self, text: str) -> str:
        """`text` safe to show."""
        return self.searcher.mask(text)

    # --- quarters and answers --------------------------------------------------------------------

    def _now(self) -> datetime:
        """The clock's time. A method, so that whoever holds it follows a clock that is replaced."""
        return self.clock()

    @property
    def today(self) -> date:
        """The current day, local time."""
        return self.clock().date()

    @property
    def period(self) -> Period:
        """The quarter at work: the current one unless another was asked for."""
        return self._period or Period.of(self.today)

    def written(self, text: str | None) -> Period:
        """The quarter that a user names, the current one for none.

        Raises ConfigurationError for one that has not begun: nobody can have looked yet.
        """
        if not text:
            return self.period
        period, current = Period.parse(text), Period.of(self.today)
        if period > current:
            raise ConfigurationError(f"{period} has not begun", f"the current quarter is {current}")
        return period

    def held(self, text: str | None) -> Period:
        """As `written`, for reading: raises ConfigurationError for a past quarter without a record too."""
        period = self.written(text)
        if period != self.period and self.records.read(period) is None:
            known = ", ".join(map(str, self.records.periods())) or "none"
            raise ConfigurationError(f"there is no record of {period}", f"there are: {known}")
        return period

    def at(self, period: Period) -> "Workspace":
        """This workspace with another quarter at work."""
        return Workspace(self.root, self.clock, profile=self.profile.id, period=period)

    def record(self, period: Period | None = None) -> AuditRecord:
        """The record of a quarter (the current one by default); a fresh one when nothing was saved yet."""
        wanted = period or self.period
        return self.records.read(wanted) or self._new_record(wanted)

    def change(
        self, change: Callable[[AuditRecord], AuditRecord], period: Period | None = None
    ) -> AuditRecord:
        """Apply `change` to a quarter's record and save it."""
        wanted = period or self.period
        return self.records.change(wanted, lambda: self._new_record(wanted), change)

    def answer(self, new: NewAnswer, period: Period | None = None) -> AuditRecord:
        """Save an answer, what a person typed masked: a record may be mailed or printed one day.

        Raises ConfigurationError for an unknown control, or as `core.answers.give` does.
        """
        control = self.control(new.control)
        evidence = tuple(self._masked(e) for e in new.evidence)
        safe = replace(
            new,
            note=self.mask(new.note),
            by=self.mask(new.by),
            verified_by=self.mask(new.verified_by),
            evidence=evidence,
        )
        return self.change(lambda record: answers.give(record, control, safe, self.clock()), period)

    def restore_answer(
        self, control_id: str, answer: Answer | None, period: Period | None = None
    ) -> AuditRecord:
        """Put back an earlier answer (None: unanswered), for undo."""
        if answer is None:
            return self.change(lambda record: record.without_answer(control_id), period)
        control = self.profile.control(control_id)
        if control is not None and not answer.asked:
            answer = answer.model_copy(update={"asked": control.meaning})
        return self.change(lambda record: record.with_answer(answer), period)

    def evidence_from(self, text: str) -> Evidence:
        """Evidence of today from what a person typed: a link, or a note of what was seen."""
        link = text.startswith(("https://", "http://"))
        kind = EvidenceKind.LINK if link else EvidenceKind.NOTE
        return Evidence(kind=kind, reference=text, effective=self.today, added=self.today)

    def _masked(self, evidence: Evidence) -> Evidence:
        texts = {"reference": self.mask(evidence.reference), "title": self.mask(evidence.title)}
        return evidence.model_copy(update=texts)

    def rule(self, finding: str, status: FindingStatus, reason: str, by: str) -> AuditRecord:
        """Save what a person decided about a finding. Raises as `core.answers.rule` does."""
        words, who, at = self.mask(reason), self.mask(by), self.clock()
        return self.change(lambda record: answers.rule(record, finding, status, words, who, at))

    def control(self, control_id: str) -> Control:
        """The control of that id. Raises ConfigurationError, with the nearest one, when there is none."""
        import difflib

        control = self.profile.control(control_id)
        if control is None:
            close = difflib.get_close_matches(control_id.upper(), [c.id for c in self.profile.controls], n=1)
            tip = f"did you mean {close[0]}?" if close else "see `auditor profile show`"
            raise ConfigurationError(f"profile {self.profile.id} has no control “{control_id}”", tip)
        return control

    def previous_record(self, period: Period | None = None) -> AuditRecord | None:
        """The latest record before a quarter; None for the first one."""
        wanted = period or self.period
        earlier = [p for p in self.records.periods() if p < wanted]
        return self.records.read(earlier[-1]) if earlier else None

    def _new_record(self, period: Period) -> AuditRecord:
        return start_quarter(self.previous_record(period), self.profile, period, self.clock())

    # --- checks ----------------------------------------------------------------------------------

    def run(
        self,
        check_ids: Sequence[str] = (),
        *,
        listener: Listener = ignore,
        cancel: Cancel | None = None,
        options: "CrawlOptions | None" = None,
        resume: bool = False,
        means: "Means | None" = None,
    ) -> "ScanOutcome":
        """Run automated checks on the agency's websites and save what they found.

        What has not changed since the last run is not read again, unless `means` says otherwise. `resume`
        goes on with a run that was interrupted; see `interrupted_run`.

        A cancelled run is saved too; what it did not see is listed as unchecked. The websites are the
        agency's own: what robots.txt disallows is visited unless `options` say otherwise.
        """
        from auditor.collect.options import CrawlOptions
        from auditor.collect.own import OwnSites
        from auditor.scan.remember import Memories
        from auditor.scan.run import Means, scan_targets

        if not self.agency.websites:
            raise ConfigurationError("agency.toml names no websites", 'add websites = ["https://…"]')
        own = OwnSites(self.agency.websites, self.agency.subdomains)
        outcome = scan_targets(
            self.agency.websites,
            self.wanted,
            check_ids,
            listener=listener,
            cancel=cancel if cancel is not None else Cancel(),
            options=lambda site: replace(options or CrawlOptions(obey_robots=False), hosts=own.beside(site)),
            clock=self.clock,
            means=means or Means(memories=Memories(self.memory_folder, resume=resume)),
        )
        self.change(lambda record: record.with_run(outcome.run, outcome.findings))
        return outcome

    @property
    def memory_folder(self) -> Path:
        """Where runs keep what they know of the websites: no contents of pages, nothing confidential."""
        return self.root / MEMORY_FOLDER

    def interrupted_run(self, check_ids: Sequence[str] = ()) -> "Interrupted | None":
        """When the last run was interrupted (cancelled, Ctrl-C, killed): since when, and how far it came.

        None when there is nothing to continue, or when the facts, the checks or the program have changed
        since. `run(resume=True)` goes on with it.
        """
        from auditor.scan.remember import interrupted

        if not self.memory_folder.is_dir():
            return None
        return interrupted(self.agency.websites, self.wanted, check_ids, self.memory_folder)

    # --- judgement -------------------------------------------------------------------------------

    def assessment(self, period: Period | None = None, as_of: date | None = None) -> Assessment:
        """Every control judged: a past quarter as of its last day, the current one as of today."""
        wanted = period or self.period
        day = as_of or min(self.today, wanted.end)
        record = self.record(wanted)
        return assess(self.profile_of(record), self.agency, record, day)

    def profile_of(self, record: AuditRecord) -> Profile:
        """The profile that a record was made with: a past quarter is judged by the questions of its time."""
        if record.profile == self.profile.id or Period.parse(record.period) >= Period.of(self.today):
            return self.profile
        return load_profile(record.profile, self.root)

    def score(self, period: Period | None = None, as_of: date | None = None) -> Score:
        """The score of a quarter."""
        return score(self.assessment(period, as_of))
