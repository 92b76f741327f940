"""`auditor run`: the automated checks of this agency."""

import argparse

from auditor.cli.command import add_crawl, add_output, add_places
from auditor.cli.output import Console


class RunCommand:
    """Runs the checks on the agency's websites and saves what they find in the quarter's record."""

    name = "run"
    help = "run the automated checks on the agency's websites and save the findings"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument("check", nargs="*", metavar="CHECK", help="only these (default: all)")
        add_output(parser, "text, json, ...", "text")
        parser.add_argument(
            "--exit-zero", action="store_true", help="exit 0 in place of 1; never of 2, 3 or 5"
        )
        add_places(parser)
        add_crawl(parser)

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Run, save, show."""
        from auditor.cli.going_on import interruptible
        from auditor.cli.reach import crawl_options
        from auditor.cli.scanning import check_options, conclude, means_of, tell_of_key
        from auditor.core.status import Severity
        from auditor.workspace import Workspace

        check_options(args)
        workspace = Workspace.discover()
        console.talk("checking the agency's websites", is_fixed=True)
        console.learn(workspace.searcher.mask)
        tell_of_key(workspace.facts, console)
        means = means_of(args, workspace.memory_folder)
        with interruptible(workspace.agency.websites, workspace.wanted, args.check, means, console):
            outcome = workspace.run(
                args.check,
                listener=console.listen,
                options=crawl_options(args, own_site=True),
                means=means,
            )
        return conclude(outcome, workspace.wanted, args, console, fail_on=Severity.MEDIUM)
