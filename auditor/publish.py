"""The leak-proof writer: what is meant for others is read back and searched before it is put in place."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.core.document import Fragment, Resource
from auditor.core.errors import DisclosureError
from auditor.core.match import TextSearcher
from auditor.core.status import Kind
from auditor.store.files import write_atomic, write_through

if TYPE_CHECKING:
    from auditor.core.finding import Finding
    from auditor.report.interface import FormatEntry
    from auditor.report.scan_view import ScanFacts
    from auditor.scan.run import ScanOutcome


def refuse_disclosure(name: str, data: bytes, searcher: TextSearcher) -> None:
    """Raise DisclosureError when `data`, read as the public could read it, gives a confidential fact away.

    The file is read by the product's own extractors, so that a PDF's or a spreadsheet's every part is
    searched, and as plain text besides; each text also without the escapes of Markdown and its like. The
    error names the label and the place, never the fact.
    """
    from auditor.collect.extract import read
    from auditor.report.unescape import readings

    if any(m.kind is not Kind.OTHER_ADDRESS for m in searcher.find_in(name)):
        raise DisclosureError("the file's name would give a confidential fact away", "choose another name")
    document = read(Resource(url=name, body=data))
    seen: set[str] = set()
    for fragment in (*document.fragments, *_as_text(data)):
        for text in readings(fragment.text):
            if text in seen:
                continue
            seen.add(text)
            for match in searcher.find_in(text):
                if match.kind is not Kind.OTHER_ADDRESS:
                    place = searcher.mask(fragment.place(match.start)) or fragment.carrier
                    raise DisclosureError(
                        f"not written: {Path(name).name} gives “{match.label}” away "
                        f"({match.reason}; {place})",
                        "take it out of the notes or names it came from",
                    )


def _as_text(data: bytes) -> Iterator[Fragment]:
    """The file as plain text, unless it is none."""
    with suppress(UnicodeDecodeError):
        yield Fragment(data.decode(), "text")


def publish(path: Path, data: bytes, searcher: TextSearcher) -> Path:
    """Write a file that others may read, after `refuse_disclosure`. Atomic, readable by its owner alone.

    What is there and no ordinary file (a pipe, a terminal, `/dev/null`) is written to, never replaced.
    """
    refuse_disclosure(str(path), data, searcher)
    if path.exists() and not path.is_file():
        write_through(path, data)
    else:
        write_atomic(path, data)
    return path


def render_scan(
    outcome: "ScanOutcome",
    facts: "ScanFacts",
    searcher: TextSearcher,
    format_name: str,
    *,
    colour: bool = False,
) -> bytes:
    """The result of a website check, masked, in one of the scan formats."""
    from auditor.registry import all_checks
    from auditor.report.interface import SCAN_FORMATS, find_format
    from auditor.report.scan_view import scan_view

    view = scan_view(outcome.run, outcome.findings, facts, mask=searcher.mask, checks=all_checks())
    return render(find_format(format_name, SCAN_FORMATS), view, colour=colour)


def render_change(
    outcome: "ScanOutcome",
    facts: "ScanFacts",
    searcher: TextSearcher,
    came_and_went: "tuple[Sequence[Finding], Sequence[Finding]]",
    *,
    took: str,
    colour: bool = False,
) -> bytes:
    """What an edit changed, masked, as lines of text. Raises DisclosureError rather than give a fact away."""
    from auditor.registry import all_checks
    from auditor.report.scan_view import scan_view
    from auditor.report.text_watch import change_text

    whole, came, went = (
        scan_view(outcome.run, findings, facts, mask=searcher.mask, checks=all_checks())
        for findings in (outcome.findings, *came_and_went)
    )
    data = change_text(whole, came.findings, went.findings, took=took, colour=colour)
    refuse_disclosure("change.txt", data, searcher)
    return data


def render(entry: "FormatEntry", view: object, *, colour: bool = False) -> bytes:
    """`view` in one format. Text is laid out for this terminal's width, and coloured when asked."""
    import shutil

    made = entry.load()
    if entry.name == "text":
        made = type(made)(min(shutil.get_terminal_size((100, 24)).columns, 100), colour=colour)
    data: bytes = made.render(view)
    return data


def stamp(clock_now: datetime) -> datetime:
    """When a report says it was made: SOURCE_DATE_EPOCH when set, for reproducible files, else now."""
    import os
    from datetime import UTC

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else clock_now
