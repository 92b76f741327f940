"""The reports of a workspace: what can be written, rendered and put in place. For both faces."""

from pathlib import Path

from auditor.core.period import Period
from auditor.core.score import score
from auditor.core.seal import digest
from auditor.report.edition import Edition
from auditor.report.history import QUARTERS_SHOWN, Quarter
from auditor.report.interface import AUDIT_FORMATS, find_format
from auditor.workspace.workspace import Workspace


class Reports:
    """Reports of one workspace, in every format and edition. None of them holds a confidential fact."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def formats(self) -> list[str]:
        """The names of the report formats."""
        return [entry.name for entry in AUDIT_FORMATS]

    def render(
        self,
        format_name: str,
        edition: str = "internal",
        period: Period | None = None,
        *,
        colour: bool = False,
    ) -> bytes:
        """The report of a quarter. Raises DisclosureError rather than give a fact away."""
        from auditor.publish import refuse_disclosure

        data = self._rendered(format_name, edition, period or self.workspace.period, colour=colour)
        extension = find_format(format_name, AUDIT_FORMATS).extension
        refuse_disclosure(f"report.{extension}", data, self.workspace.searcher)
        return data

    def export(
        self,
        format_name: str,
        path: Path | None = None,
        edition: str = "internal",
        period: Period | None = None,
    ) -> Path:
        """Write the report of a quarter, into `reports/` unless `path` says otherwise, and say where."""
        from auditor.publish import publish

        wanted = period or self.workspace.period
        entry = find_format(format_name, AUDIT_FORMATS)
        part = "".join(entry.name.partition("-")[1:])
        place = path or self.workspace.root / "reports" / f"{wanted}-{edition}{part}.{entry.extension}"
        return publish(place, self._rendered(format_name, edition, wanted), self.workspace.searcher)

    def _rendered(self, format_name: str, edition: str, period: Period, *, colour: bool = False) -> bytes:
        """The report before it is searched: for `render` and `export` alone, which search it."""
        import auditor
        from auditor.publish import render, stamp
        from auditor.registry import all_checks
        from auditor.report.view import ReportFacts, audit_view

        workspace = self.workspace
        record = workspace.record(period)
        view = audit_view(
            workspace.agency,
            self._quarter(period),
            record,
            ReportFacts(Edition(edition), stamp(workspace.clock()), auditor.__version__, digest(record)),
            mask=workspace.mask,
            history=self._before(period),
            checks=all_checks(),
        )
        return render(find_format(format_name, AUDIT_FORMATS), view, colour=colour)

    def _before(self, period: Period) -> list[Quarter]:
        """Earlier quarters that have a record, oldest first."""
        earlier = [p for p in self.workspace.records.periods() if p < period][-QUARTERS_SHOWN:]
        return [self._quarter(p) for p in earlier]

    def _quarter(self, period: Period) -> Quarter:
        """A quarter judged and scored."""
        assessment = self.workspace.assessment(period)
        return Quarter(assessment, score(assessment), self.workspace.record(period).missed)
