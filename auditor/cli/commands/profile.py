"""`auditor profile`: the checklists there are."""

import argparse
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.output import Console
from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.core.profile import Control, Profile


class ProfileCommand:
    """Lists, shows and validates profiles."""

    name = "profile"
    help = "list, show or validate checklists, their sources, or their JSON Schema"

    def prepare(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        actions.add_parser("list", help="a line each")
        show = actions.add_parser("show", help="one checklist, or one control of it")
        show.add_argument("profile", metavar="ID")
        show.add_argument("control", nargs="?", metavar="CONTROL")
        sources = actions.add_parser("sources", help="what it rests on; what nobody has read yet comes first")
        sources.add_argument("profile", metavar="ID")
        validate = actions.add_parser("validate", help="check a profile's file, or one of your own by its id")
        validate.add_argument("file", type=Path, metavar="FILE")
        actions.add_parser("schema", help="the JSON Schema of a profile")

    def run(self, args: argparse.Namespace, console: Console) -> int:
        """Do what the action says."""
        from auditor.store.profiles import (
            file_of,
            load_profile,
            own_ids,
            profile_schema,
            shipped_ids,
            validate_file,
        )
        from auditor.store.root import find_root

        root = find_root()
        if args.action == "list":
            for profile_id in (*shipped_ids(), *own_ids(root)):
                try:
                    profile = load_profile(profile_id, root)
                except ConfigurationError as error:
                    console.warn(f"{profile_id} cannot be used: {error}")
                else:
                    console.data(f"{profile.id:<30} {len(profile.controls):>3} controls  {profile.title}")
        elif args.action == "validate":
            path = file_of(str(args.file), root)
            profile = validate_file(path, root)
            console.data(f"{path.name}: {profile.id} is valid, {len(profile.controls)} controls")
        elif args.action == "sources":
            console.data(_sources(load_profile(args.profile, root)))
        elif args.action == "schema":
            import json

            console.data(json.dumps(profile_schema(), indent=2))
        else:
            console.data(_show(load_profile(args.profile, root), args.control))
        return 0


def _show(profile: "Profile", control_id: str | None) -> str:
    if control_id:
        control = profile.control(control_id)
        if control is None:
            import difflib

            close = difflib.get_close_matches(control_id.upper(), [c.id for c in profile.controls], n=1)
            tip = f"did you mean {close[0]}?" if close else f"see `auditor profile show {profile.id}`"
            raise ConfigurationError(f"profile {profile.id} has no control “{control_id}”", tip)
        return _card(control)
    lines = [f"{profile.title} ({profile.id}, version {profile.version})", profile.description.strip(), ""]
    for section in profile.sections:
        lines.append(f"{section.id}  {section.title}")
        for control in section.control:
            mark = "!" if control.critical else " "
            lines.append(f"  {mark} {control.id:<8} {control.weight}  {control.question}")
    lines += ["", "! critical; the figure is the weight"]
    return "\n".join(lines)


def _sources(profile: "Profile") -> str:
    """Each source with the controls that name it, those to be confirmed first."""
    from auditor.core.profile import Source

    named: dict[Source, list[str]] = {}
    for control in profile.controls:
        for source in control.sources:
            named.setdefault(source, []).append(control.id)
    lines = []
    for source in sorted(named, key=lambda s: (s.confirmed, s.title, s.place)):
        mark = " " if source.confirmed else "?"
        lines.append(f"{mark} {', '.join(filter(None, (source.title, source.place)))}")
        lines.append(f"      {', '.join(named[source])}{f'  {source.url}' if source.url else ''}")
    return "\n".join([*lines, "", "? general knowledge, to be confirmed in the original"])


def _card(control: "Control") -> str:
    rows = {
        "why": control.why,
        "verify": control.how_to_verify,
        "evidence": control.evidence,
        "remedy": control.remedy,
        "review": control.review.value,
        "checks": ", ".join(control.checks) or "none",
        "sources": "; ".join(
            " ".join(filter(None, (s.title, s.place, "" if s.confirmed else "(to be confirmed)")))
            for s in control.sources
        ),
    }
    critical = "  critical" if control.critical else ""
    head = f"{control.id}  weight {control.weight}{critical}\n{control.question}\n"
    body = (
        textwrap.fill(f"{name:<9} {text}", 100, subsequent_indent=" " * 10)
        for name, text in rows.items()
        if text
    )
    return "\n".join((head, *body))
