"""How far and how politely `scan` and `run` read: each target by the options, and by whose site it is."""

import argparse
from typing import TYPE_CHECKING

from auditor.core.errors import ConfigurationError

if TYPE_CHECKING:
    from auditor.collect.options import CrawlOptions
    from auditor.core.agency import Agency

_LIMITS = ("max_pages", "max_depth", "max_bytes", "max_body", "max_seconds", "connections", "delay")
_MAY_BE_NOUGHT = ("delay", "max_depth")


def agency_here() -> "Agency | None":
    """The agency of the workspace that the command runs in; None outside of any."""
    from auditor.core.agency import Agency
    from auditor.store.root import AGENCY_FILE, find_root
    from auditor.store.toml_files import read_model

    root = find_root()
    return read_model(Agency, root / AGENCY_FILE) if root else None


def scan_options(args: argparse.Namespace, agency: "Agency | None") -> "dict[str, CrawlOptions]":
    """The limits of `scan` for each target.

    The agency's own sites are read with the subdomains that agency.toml lists; a stranger's robots.txt is
    obeyed, also where the site is named beside one of the agency.
    """
    from auditor.collect.own import OwnSites

    own = OwnSites(agency.websites, agency.subdomains) if agency else OwnSites(())
    return {
        target: crawl_options(args, own_site=own.holds(target), hosts=own.beside(target))
        for target in args.target
    }


def crawl_options(
    args: argparse.Namespace, *, own_site: bool = False, hosts: tuple[str, ...] = ()
) -> "CrawlOptions":
    """The limits that the user gave; the collector's own defaults for the rest. `hosts` belong to the site.

    On the agency's own site robots.txt does not keep pages from the check: what it disallows is
    public all the same. On any other site it is obeyed, and what it kept away is unchecked.
    Raises ConfigurationError for a limit or a header that cannot be.
    """
    from auditor.collect.options import CrawlOptions

    given = {name: value for name in _LIMITS if (value := getattr(args, name)) is not None}
    for name, value in given.items():
        if value < 0 or (value == 0 and name not in _MAY_BE_NOUGHT):
            raise ConfigurationError(f"--{name.replace('_', '-')} must be more than 0")
    if "max_body" in given:
        given["body_limit"] = given.pop("max_body")
    return CrawlOptions(
        obey_robots=args.robots == "obey" or (args.robots is None and not own_site),
        hosts=hosts,
        subdomains=args.subdomains,
        exclude=tuple(args.exclude),
        contact=args.contact or "",
        user_agent=args.user_agent or "",
        allow_private=args.allow_private,
        explain=args.verbose,
        render=args.render,
        **given,
    )
