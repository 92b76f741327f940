"""`auditor scan`: the website check alone, for build pipelines."""

import argparse
from pathlib import Path

from auditor.cli.command import add_crawl, add_output, add_pipeline
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

_SEVERITIES = ("critical", "high", "medium", "low", "info")


class ScanCommand:
    """Checks URLs, folders or files for the confidential facts."""

    name = "scan"
    help = "check websites, folders or files for the confidential facts"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument(
            "target",
            nargs="*",
            metavar="TARGET",
            help="a URL, a folder, a file (.zip and .warc as well), or - for standard input",
        )
        parser.add_argument(
            "--git",
            action="append",
            default=[],
            metavar="REVISION",
            help="a revision of the repository here, such as HEAD~1; repeat it",
        )
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
        looks.add_argument(
            "--watch",
            action="store_true",
            help="keep checking a folder while it is edited, and say what comes and goes (Ctrl-C ends)",
        )
        add_crawl(parser)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Check and show. Raises ConfigurationError when there is nothing to search for."""
        args.target += [f"git:{revision}" for revision in args.git]
        if not args.target:
            raise ConfigurationError("nothing to check", "give a URL, a folder, a file, or --git REVISION")
        many = "s" if len(args.target) > 1 else ""
        console.talk(f"checking {len(args.target)} target{many}", is_fixed=True)
        from auditor.cli.going_on import interruptible
        from auditor.cli.looking import show_fragments, show_plan
        from auditor.cli.reach import agency_here, scan_options
        from auditor.cli.scanning import (
            check_options,
            conclude,
            means_of,
            wanted_for_scan,
        )
        from auditor.cli.watching import watch_folder
        from auditor.core.events import Cancel
        from auditor.core.status import Severity
        from auditor.scan.run import scan_targets
        from auditor.workspace import now

        check_options(args)
        agency = agency_here()
        options = scan_options(args, agency)
        if args.plan:
            return show_plan(options, console)
        wanted = wanted_for_scan(args.facts, agency, console)
        if args.show_fragments:
            return show_fragments(options, wanted.searcher, console)
        if args.watch:
            return watch_folder(wanted, args, console, fail_on=Severity(args.fail_on))
        means = means_of(args)
        with interruptible(args.target, wanted, args.check, means, console):
            outcome = scan_targets(
                args.target,
                wanted,
                args.check,
                listener=console.listen,
                cancel=Cancel(),
                clock=now,
                options=options.__getitem__,
                means=means,
            )
        return conclude(outcome, wanted, args, console, fail_on=Severity(args.fail_on))
