"""The end of a crawl: what it knows of and did not bring, and what else is worth telling."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.collect.frontier import BEYOND_MEMORY, TOO_DEEP, TRAP
from auditor.collect.joining import SHOWN
from auditor.core.document import Unchecked

if TYPE_CHECKING:
    from auditor.collect.crawl import Crawl


def left_out(crawl: "Crawl") -> Iterator[Unchecked]:
    """What the crawl knows of and did not bring, at its end."""
    site = crawl.starts.site
    reason, _, flag = crawl.limit.partition("|")
    waiting = len(crawl.frontier) + crawl.discarded
    if reason and (waiting or not flag or "seconds" in flag):
        yield Unchecked(site, f"{reason}; {waiting} known addresses were not visited", mend=flag)
    for reason, count in crawl.frontier.left_out().items():
        if reason == TOO_DEEP:
            text = f"{count} addresses more than {crawl.options.max_depth} links away were not visited"
            yield Unchecked(site, text, mend="--max-depth")
        elif reason == BEYOND_MEMORY:
            text = f"{count} addresses were beyond what can be remembered"
            yield Unchecked(site, text, mend="--max-pages")
        else:
            trap = reason.removeprefix(TRAP)
            yield Unchecked(site, f"{count} addresses left out as a trap: {trap}")
    yield from crawl.tally.abandoned()
    yield from crawl.tally.late_misses(crawl.frontier.confirmed)
    yield from crawl.starts.left_out()


def remarks(crawl: "Crawl") -> Iterator[str]:
    """What is worth telling at the end; where it was asked for, of each address why it was not read."""
    explained = crawl.options.explain
    if explained:
        yield from crawl.unread()
    yield from crawl.tally.remarks()
    if crawl.unguessed:
        count = crawl.unguessed
        yield f"{count} strings that look like addresses were not tried: most others led nowhere"
    yield from crawl.joiner.remarks(None if explained else SHOWN)
    yield from crawl.starts.remarks()
