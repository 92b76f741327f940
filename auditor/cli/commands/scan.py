"""`auditor scan`: the website check alone, for build pipelines."""

import argparse
from pathlib import Path

from auditor.cli.command import add_crawl, add_output, add_pipeline
from auditor.cli.output import Console

_SEVERITIES = ("critical", "high", "medium", "low", "info")


class ScanCommand:
    """Checks URLs, folders or files for the confidential facts."""

    name = "scan"
    help = "check websites, folders or files for the confidential facts"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("target", nargs="+", metavar="TARGET", help="a URL, a folder or a file")
        parser.add_argument(
            "--check", action="append", default=[], metavar="ID", help="only this check; repeat it"
        )
        parser.add_argument(
            "--facts",
            type=Path,
            metavar="FILE",
            help="the confidential.toml to search for (default: the workspace's)",
        )
        parser.add_argument(
            "--fail-on",
            choices=_SEVERITIES,
            default="medium",
            help="exit 1 from this severity on (default: medium)",
        )
        parser.add_argument(
            "--exit-zero", action="store_true", help="exit 0 in place of 1; never of 2, 3 or 5"
        )
        add_output(parser, "text, json, sarif, junit, github, gitlab, md", "text")
        add_pipeline(parser)
        looks = parser.add_mutually_exclusive_group()
        looks.add_argument(
            "--plan", action="store_true", help="only show what robots.txt and the sitemaps say there is"
        )
        looks.add_argument(
            "--show-fragments",
            action="store_true",
            help="only show, masked, what is read in each file, and where",
        )
        add_crawl(parser)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Check and show. Raises ConfigurationError when there is nothing to search for."""
        from auditor.cli.looking import show_fragments, show_plan
        from auditor.cli.scanning import conclude, crawl_options, wanted_for_scan
        from auditor.core.events import Cancel
        from auditor.core.status import Severity
        from auditor.scan import scan_targets
        from auditor.workspace import now

        if args.plan:
            return show_plan(args.target, crawl_options(args), console)
        wanted, own_sites = wanted_for_scan(args.facts, console)
        if args.show_fragments:
            return show_fragments(args.target, wanted.searcher, crawl_options(args), console)
        own = any(target.startswith(tuple(own_sites)) for target in args.target) if own_sites else False
        outcome = scan_targets(
            args.target,
            wanted,
            args.check,
            listener=console.listen,
            cancel=Cancel(),
            clock=now,
            options=crawl_options(args, own_site=own),
            workers=args.workers,
        )
        return conclude(outcome, wanted, args, console, fail_on=Severity(args.fail_on))
