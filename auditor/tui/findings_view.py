"""What the findings screen lists: which findings, in what order, under what headings. Knows no widget."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from textual.content import Content

from auditor.core.finding import Finding
from auditor.core.status import FindingStatus, Severity
from auditor.tui import finding_words, words
from auditor.tui.widgets.long_list import Row

FILTERS: dict[str, Callable[[Finding], bool]] = {
    "all": lambda _: True,
    "open": lambda f: f.status is FindingStatus.OPEN,
    "serious": lambda f: f.status is FindingStatus.OPEN and f.severity.at_least(Severity.HIGH),
    "settled": lambda f: f.status is not FindingStatus.OPEN,
}
_NARROW = 60
"""Cells under which a line has no room for the word beside the sign of a ruling; the card has it."""
ORDERS = {"severity": "most serious first", "page": "by page", "fact": "by fact"}


def searched(findings: Iterable[Finding], text: str) -> list[Finding]:
    """Those that hold `text` in page, label, carrier, place, excerpt or check."""
    wanted = text.casefold().strip()
    if not wanted:
        return list(findings)
    return [f for f in findings if wanted in _haystack(f)]


def _haystack(finding: Finding) -> str:
    parts = (finding.url, finding.label, finding.carrier, finding_words.place(finding), finding.excerpt)
    return "\n".join((*parts, finding.check, finding.severity.value)).casefold()


def ordered(findings: Iterable[Finding], order: str) -> list[Finding]:
    """Open before settled, the most serious first; by page or by fact, within each of them."""

    def grave(finding: Finding) -> tuple[object, ...]:
        return (finding.status is not FindingStatus.OPEN, finding.severity.rank, finding.url, finding.id)

    keys: dict[str, Callable[[Finding], tuple[object, ...]]] = {
        "severity": grave,
        "page": lambda f: (f.url, *grave(f)),
        "fact": lambda f: (f.label, f.kind.value, *grave(f)),
    }
    return sorted(findings, key=keys[order])


def place(before: Mapping[str, Finding], shown: Iterable[Finding], chosen: str | None) -> str | None:
    """Which of `shown` to put in front, after `chosen` was in front of the list `before`.

    The one that was, unless it was settled just now or is no longer shown: then the next open one below
    it, or else the nearest above, so that whoever rules on one after the other never loses the place.
    """
    now = {f.id: f for f in shown}
    was = before.get(chosen or "")
    settled = was is not None and _is_open(was) and chosen in now and not _is_open(now[was.id])
    if was is None or (chosen in now and not settled):
        return chosen
    order = list(before)
    at = order.index(was.id)
    near = [key for key in (*order[at + 1 :], *reversed(order[:at])) if key in now]
    return next((key for key in near if _is_open(now[key])), chosen if settled else next(iter(near), None))


def _is_open(finding: Finding) -> bool:
    return finding.status is FindingStatus.OPEN


def rows(findings: Sequence[Finding], order: str) -> list[Row]:
    """A line for each finding, under a heading for each page or fact when grouped."""
    if order == "severity":
        return [Row(f.id, partial(_line, f, order)) for f in findings]
    made: list[Row] = []
    for _, group in groupby(findings, key=_GROUPS[order]):
        members = list(group)
        title = _title(order, members[0])
        made.append(Row("", partial(_heading, title, len(members), sum(map(FILTERS["open"], members)))))
        made += [Row(f.id, partial(_line, f, order)) for f in members]
    return made


_GROUPS: dict[str, Callable[[Finding], tuple[str, ...]]] = {
    "page": lambda f: (f.url,),
    "fact": lambda f: (f.label, f.kind.value),
}


def _title(order: str, finding: Finding) -> str:
    return (
        words.page_of(finding.url)
        if order == "page"
        else f"{finding.label} ({finding.kind.value.replace('_', ' ')})"
    )


def _heading(title: str, count: int, still_open: int, width: int) -> Content:
    tail = f"  {words.count(count, 'finding')}, {still_open} open"
    return Content.assemble(
        (words.shorten(words.plain(title), max(8, width - len(tail))), "bold $text-primary"), (tail, "$muted")
    )


def _line(finding: Finding, order: str, width: int) -> Content:
    severity, status = words.SEVERITY[finding.severity], words.FINDING[finding.status]
    page, place = words.page_of(finding.url), finding_words.place(finding)
    place = place if order == "page" else f"{page} · {place}"
    narrow = width < _NARROW
    label = 12 if narrow else 18
    head = Content.assemble(
        "  " if order != "severity" else "",
        severity.content(11),
        (f"{status.glyph} " if narrow else f"{status.glyph} {status.word}".ljust(14), status.colour),
        f"{words.shorten(words.plain(finding.label), label):<{label + 1}}" if order != "fact" else "",
    )
    return head + Content.styled(
        words.shorten(words.plain(place), max(4, width - head.cell_length)), "$muted"
    )
