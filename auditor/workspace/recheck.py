"""One page looked at again, to prove that what was found there is gone. For both faces."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.core.document import Unchecked
from auditor.core.errors import ConfigurationError, InconclusiveError
from auditor.core.finding import Finding
from auditor.core.record import AuditRecord, Ruling
from auditor.core.status import FindingStatus
from auditor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What became of the findings of one page: `gone` were open and are proved fixed, `there` remain."""

    url: str
    gone: tuple[Finding, ...]
    there: tuple[Finding, ...]

    def sentence(self) -> str:
        """In one line, for the person who asked."""
        still = f"{len(self.there)} still there" if self.there else "nothing is left there"
        return f"{len(self.gone)} gone, {still}."


def recheck(workspace: Workspace, url: str, by: str) -> Rechecked:
    """Ask for the page at `url` once, search it, and rule “fixed” on what it no longer shows.

    What it shows anew is added. Raises ConfigurationError for an address that cannot be asked for,
    InconclusiveError when the page, or a part of it, could not be read: that proves nothing.
    """
    found = _look(workspace, url)
    seen = {finding.id for finding in found}
    moment = workspace.clock()
    gone: list[Finding] = []

    def change(record: AuditRecord) -> AuditRecord:
        here = [f for f in record.ruled_findings() if f.url == url]
        gone[:] = [f for f in here if f.status is FindingStatus.OPEN and f.id not in seen]
        rest = tuple(f for f in record.finding if f.id not in seen)
        record = record.model_copy(update={"finding": (*rest, *found)})
        for finding in gone:
            reason = f"looked again on {moment:%Y-%m-%d %H:%M}: the page no longer shows it"
            fixed = Ruling(finding=finding.id, status=FindingStatus.FIXED, reason=reason, by=by, at=moment)
            record = record.with_ruling(fixed)
        for finding in here:
            ruled_fixed = finding.status is FindingStatus.FIXED
            record = record.without_ruling(finding.id) if ruled_fixed and finding.id in seen else record
        return record

    workspace.change(change)
    return Rechecked(url, tuple(gone), tuple(found))


def _look(workspace: Workspace, url: str) -> Sequence[Finding]:
    """Everything found on the page now."""
    from auditor.collect.options import CrawlOptions
    from auditor.collect.page import fetch_page

    if not url.startswith(("http://", "https://")) or "[" in url.partition("://")[2].partition("/")[2]:
        raise ConfigurationError(f"{url} cannot be asked for by itself", "run the checks on the whole site")
    resource = fetch_page(url, CrawlOptions(obey_robots=False))
    if isinstance(resource, Unchecked):
        raise InconclusiveError(f"{url} could not be read: {resource.reason}", resource.mend)
    outcome = workspace.wanted.examiner(()).examine(resource)
    if not outcome.read or outcome.unchecked or outcome.failed:
        reasons = [entry.reason for entry in outcome.unchecked] + [reason for _, reason in outcome.failed]
        raise InconclusiveError(f"{url} could not be read in full: {'; '.join(reasons)}")
    return outcome.findings
