"""Which network addresses may be connected to: resolved first, checked, and connected to as checked."""

import ipaddress
import socket
from collections.abc import Iterable

SocketAddress = tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class ForbiddenAddressError(OSError):
    """A host resolved to an address that the crawl must not touch."""


class HostUnknownError(OSError):
    """A host name that no name server knows."""


class AddressGuard:
    """Resolves hosts and refuses addresses that are not on the public internet.

    `trusted` are the hosts that the user named as targets; one that is itself a private address, or
    `localhost`, is let through, and only that one. `allow_private` lets the names among them (with or
    without `www.`) resolve to private addresses too.
    """

    def __init__(self, trusted: Iterable[str], *, allow_private: bool = False) -> None:
        names = [name.strip("[]").lower().removeprefix("www.") for name in trusted]
        self._exempt = frozenset(n for n in names if allow_private or _names_private(n))

    def resolve(self, host: str, port: int) -> list[SocketAddress]:
        """The addresses of `host`, all of them permitted.

        Raises HostUnknownError when there is none, ForbiddenAddressError when one is not permitted: a
        name that mixes public and private addresses is an attack or a mistake, not a site.
        """
        name = host.strip("[]").lower()
        try:
            found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise HostUnknownError(f"the host name {name} is not known") from error
        if name.removeprefix("www.") not in self._exempt:
            for *_, address in found:
                if not is_public(str(address[0])):
                    raise ForbiddenAddressError(f"{name} leads to a private or reserved network address")
        return [(family, address) for family, _, _, _, address in found]


def is_public(address: str) -> bool:
    """True when `address` (text form) is globally reachable, whatever IPv6 wrapping it comes in."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = _embedded(parsed)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _names_private(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return not is_public(name)
    except ValueError:
        return False
