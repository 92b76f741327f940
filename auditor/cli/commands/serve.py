"""`auditor serve`: the terminal face in a browser on this computer."""

import argparse
from pathlib import Path

from auditor.cli.command import add_period
from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError


class ServeCommand:
    """Serves the face on 127.0.0.1, to the one browser that opens the printed address first."""

    name = "serve"
    help = "the same face in a browser on this computer (127.0.0.1 only, one-time address)"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        add_period(parser)
        parser.add_argument("--profile", metavar="ID", help="the checklist to use instead of agency.toml's")
        parser.add_argument(
            "--port", type=int, default=0, metavar="N", help="a fixed port (default: a free one)"
        )

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Serve until Ctrl+C."""
        from auditor.store.root import find_root

        try:
            from auditor.tui.browser import command_for, serve
        except ImportError:
            raise ConfigurationError(
                "the face in a browser needs textual-serve", "pip install 'agency-auditor[serve]'"
            ) from None

        def tell(url: str) -> None:
            console.data(url)
            console.talk("Open it in a browser on this computer; it works once. Ctrl+C ends.")

        serve(command_for(find_root() or Path.cwd(), args.period or "", args.profile or ""), tell, args.port)
        return 0
