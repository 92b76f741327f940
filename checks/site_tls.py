"""Can the website be reached over a connection that TLS secures?"""

from collections.abc import Iterator
from typing import ClassVar

from auditor.core.check import Brief, Check, Reading
from auditor.core.document import TLS, Unchecked
from auditor.core.finding import Finding
from auditor.core.status import Confidence, Grade, Kind, Severity

_LABEL = "website"


class SiteTls(Check):
    """Reports certificates that are refused and connections that cannot be secured.

    Nothing confidential is shown by them, so none is graver than medium; but they fail a check by default,
    because the pages behind them were not read, and because visitors are warned off or learn to click
    warnings away, after which anybody on the way can read along or change the hotline's number.
    """

    id: ClassVar[str] = "site-tls"
    title: ClassVar[str] = "Secure connection to the website"
    looks_for: ClassVar[str] = (
        "Certificates that are expired, for another host or vouched for by nobody, and failing TLS."
    )
    sends: ClassVar[str] = "Requests for the agency's own pages, to the agency's own website."
    remedy: ClassVar[str] = (
        "Have the web host mend the certificate or the TLS set-up, "
        "and have it renewed by itself from then on. "
        "Tell nobody to click the browser's warning away. Then check once more: the pages were not read."
    )
    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TLS})

    def examine(self, reading: Reading, brief: Brief) -> Iterator[Finding]:
        """One finding for each way in which the connection to the document failed."""
        faults = {u.cause: u for u in reading.document.unchecked if u.cause.startswith(TLS)}
        for cause, fault in faults.items():
            yield self._finding(reading.document.url, cause, fault, brief)

    def _finding(self, url: str, cause: str, fault: Unchecked, brief: Brief) -> Finding:
        mask = brief.searcher.mask
        carrier = "tls-connection" if cause == f"{TLS}protocol" else "tls-certificate"
        shown = mask(url)
        return Finding(
            # The cause is part of the id: who accepts one fault has not accepted the next.
            id=brief.fingerprints.of(self.id, cause, Kind.TLS, shown, carrier),
            check=self.id,
            rule=cause,
            label=_LABEL,
            kind=Kind.TLS,
            grade=Grade.EXACT,
            severity=Severity.MEDIUM,
            confidence=Confidence.HIGH,
            url=shown,
            carrier=carrier,
            reason=mask(fault.reason),
            remedy=self.remedy,
        )
