"""What a maintainer may look at without a check: the plan of a crawl, and what is read in a file."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from auditor.cli.exit_codes import ExitCode
from auditor.cli.output import Console, printable
from auditor.core.document import Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel

if TYPE_CHECKING:
    from auditor.collect.options import CrawlOptions
    from auditor.core.match import TextSearcher

_LONGEST = 400


def show_plan(targets: Mapping[str, "CrawlOptions"], console: Console) -> ExitCode:
    """The addresses that robots.txt and the sitemaps of each target name. Nothing else is asked for.

    Raises ConfigurationError for a target that is no website.
    """
    from auditor.collect.login import without_login
    from auditor.collect.targets import collector_for
    from auditor.collect.website import WebsiteCollector

    known = 0
    for target, options in targets.items():
        collector = collector_for(target, options)
        if not isinstance(collector, WebsiteCollector):
            raise ConfigurationError(
                f"{without_login(target)} is no website", "--plan reads robots.txt and sitemaps"
            )
        plan = collector.plan(console.listen, Cancel())
        known += len(plan.pages)
        for page in plan.pages:
            console.data(printable(page))
        for left in plan.left_out:
            console.talk(f"not planned: {left.url} ({left.reason})")
        console.talk(f"{len(plan.pages)} addresses, a pause of {plan.delay:g} s between requests")
    return ExitCode.MET if known else ExitCode.INCONCLUSIVE


def show_fragments(
    targets: Mapping[str, "CrawlOptions"], searcher: "TextSearcher", console: Console
) -> ExitCode:
    """Every fragment of every document, masked: its carrier, its place, and the beginning of its text."""
    from auditor.collect.extract import read
    from auditor.collect.targets import collector_for

    documents = 0
    for target, options in targets.items():
        for item in collector_for(target, options).collect(console.listen, Cancel()):
            if isinstance(item, Unchecked):
                console.data(f"? {searcher.mask(item.url)}: {searcher.mask(item.reason)}")
                continue
            document = read(item)
            documents += 1
            console.data(f"{searcher.mask(document.url)}  {document.media_type}, {document.size} bytes")
            for fragment in document.fragments:
                place = searcher.mask(fragment.place(0))
                text = printable(" ".join(searcher.mask(fragment.text).split()))
                tail = f" … ({len(text)} characters)" if len(text) > _LONGEST else ""
                console.data(f"  {fragment.carrier:<16} {place or '-'}\n    {text[:_LONGEST]}{tail}")
            for entry in document.unchecked:
                console.data(
                    f"  ? {searcher.mask(entry.place) or 'all of it'}: {searcher.mask(entry.reason)}"
                )
    return ExitCode.MET if documents else ExitCode.INCONCLUSIVE
