"""Which websites are the agency's own, and which of its hosts are read with each of them."""

from collections.abc import Sequence
from pathlib import Path

from auditor.collect.login import without_login
from auditor.collect.urls import Scope, host_named, normal, registrable


class OwnSites:
    """The agency's `websites` and `subdomains`, as agency.toml lists them."""

    def __init__(self, websites: Sequence[str], subdomains: Sequence[str] = ()) -> None:
        self._subdomains = tuple(subdomains)
        self._scope = Scope(filter(None, map(_address, (*websites, *subdomains))))
        self._domains = frozenset(registrable(host_named(site)) for site in websites)

    def holds(self, target: str) -> bool:
        """True for a web address on one of the agency's own hosts."""
        target = without_login(target)
        is_file = "://" not in target and Path(target).exists()
        return not is_file and _address(target) in self._scope

    def beside(self, target: str) -> tuple[str, ...]:
        """The subdomains that are read with `target`, one of the agency's own: those of its domain, and those
        that belong to no website of the agency. None for a stranger's.
        """
        if not self.holds(target):
            return ()
        domain = registrable(host_named(without_login(target)))
        others = self._domains - {domain}
        return tuple(host for host in self._subdomains if registrable(host_named(host)) not in others)


def _address(text: str) -> str:
    return normal(text if "://" in text else f"https://{text}")
