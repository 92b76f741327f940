"""`auditor init`: make a workspace, by asking or from a file."""

import argparse
import sys
from pathlib import Path
from typing import Any

from auditor.cli.output import Console, place_of
from auditor.core.errors import ConfigurationError

_CONFIDENTIAL = ("fingerprint_key", "address", "phone", "person", "plate", "place")


class InitCommand:
    """Writes agency.toml and confidential.toml."""

    name = "init"
    help = "make a workspace: agency.toml and confidential.toml"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        parser.add_argument(
            "folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="where (default: .)"
        )
        parser.add_argument(
            "--from",
            dest="source",
            metavar="FILE",
            help="a TOML file with the keys of agency.toml and confidential.toml; - is standard input",
        )

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Ask or read, check, write."""
        import tomli_w

        from auditor.confidential import Facts
        from auditor.core.agency import Agency
        from auditor.store.root import AGENCY_FILE
        from auditor.store.toml_files import build_model
        from auditor.workspace import Workspace

        folder = args.folder.resolve()
        if (folder / AGENCY_FILE).exists():
            raise ConfigurationError(f"{folder} already holds a workspace", f"edit {AGENCY_FILE} there")
        public, secret = _read(args.source) if args.source else _ask()
        agency = build_model(Agency, public, args.source or AGENCY_FILE)
        facts = Facts.from_table({"schema": 1, **secret})
        workspace = Workspace.create(folder, agency, tomli_w.dumps({"schema": 1, **secret}).encode())
        console.learn(workspace.searcher.mask)
        console.talk(
            f"made {place_of(workspace.root)}: agency.toml, and confidential.toml (readable by you alone)"
        )
        for label, weakness in facts.weaknesses():
            console.warn(f"{label}: {weakness}")
        console.talk("next: `auditor run` checks the website, `auditor` opens the checklist")
        return 0


def _read(source: str) -> tuple[dict[str, Any], dict[str, Any]]:
    from auditor.store.toml_files import parse_table, read_table

    table = parse_table(sys.stdin.read(), "standard input") if source == "-" else read_table(Path(source))
    secret = {key: table.pop(key) for key in _CONFIDENTIAL if key in table}
    return table, secret


def _ask() -> tuple[dict[str, Any], dict[str, Any]]:
    """Ask for the least that an audit needs. What is confidential is not shown while it is typed."""
    from getpass import getpass

    if not sys.stdin.isatty():
        raise ConfigurationError("init asks questions and needs a terminal", "or give --from FILE")

    def ask(question: str) -> str:
        return input(f"{question}: ").strip()

    def ask_list(question: str) -> list[str]:
        return [part.strip() for part in ask(f"{question} (separate by ;)").split(";") if part.strip()]

    name = ask("Agency's name")
    websites = [w if "://" in w else f"https://{w}" for w in ask_list("Websites")]
    public = {
        "addresses": ask_list("Addresses public on purpose"),
        "phones": ask_list("Phones public on purpose"),
    }
    secret: dict[str, Any] = {}
    if address := getpass("Confidential address, in one line (not shown): ").strip():
        secret["address"] = [{"label": "shelter", "text": address}]
    if phone := getpass("Confidential direct number (not shown; empty for none): ").strip():
        secret["phone"] = [{"label": "case manager line", "number": phone}]
    model = ask("Is the site hidden, confidential or public") or "hidden"
    site = [{"label": "shelter", "location_model": model.casefold()}]
    return {"schema": 1, "name": name, "websites": websites, "public": public, "site": site}, secret
