"""Which network addresses a crawl may touch."""

import socket

import pytest

from auditor.collect.guard import AddressGuard, ForbiddenAddressError, HostUnknownError, is_public
from tests.collect.helpers import crawl
from tests.sites.server import moved, serve


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
    ],
)
def test_only_global_addresses_are_public(address, public):
    assert is_public(address) is public


def resolver(monkeypatch, *addresses):
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: answer)


def test_a_public_name_that_leads_inside_is_refused(monkeypatch):
    resolver(monkeypatch, "93.184.216.34", "10.0.0.5")
    with pytest.raises(ForbiddenAddressError, match=r"www\.example\.org"):
        AddressGuard(["www.example.org"]).resolve("www.example.org", 80)


def test_private_names_need_leave(monkeypatch):
    resolver(monkeypatch, "10.0.0.5")
    guard = AddressGuard(["staging.example.org"], allow_private=True)
    assert guard.resolve("staging.example.org", 80) == [(socket.AF_INET, ("10.0.0.5", 80))]
    with pytest.raises(ForbiddenAddressError):
        guard.resolve("other.example.org", 80)


@pytest.mark.parametrize("target", ["127.0.0.1", "localhost", "[::1]", "192.168.1.5"])
def test_an_address_given_as_the_target_is_permitted_alone(monkeypatch, target):
    resolver(monkeypatch, "127.0.0.1")
    guard = AddressGuard([target])
    assert guard.resolve(target, 80)
    with pytest.raises(ForbiddenAddressError):
        guard.resolve("elsewhere.example", 80)


def test_unknown_names_say_so():
    with pytest.raises(HostUnknownError, match=r"nowhere\.invalid is not known"):
        AddressGuard([]).resolve("nowhere.invalid", 80)
    with pytest.raises(HostUnknownError):
        AddressGuard([]).resolve("x" * 300, 80)


def test_the_connection_goes_where_the_guard_looked(monkeypatch):
    """A name that changes its answer between the look and the connection gains nothing."""
    real = socket.getaddrinfo
    asked = []

    def changing(host, port, *arguments, **options):
        asked.append(host)
        return real("127.0.0.1", port, *arguments, **options)

    with serve({"/": "home"}) as site:
        monkeypatch.setattr(socket, "getaddrinfo", changing)
        found = crawl(f"http://rebind.example:{site.port}/")
        assert site.log == []
    assert "private or reserved" in found.unchecked[0].reason
    assert set(asked) == {"rebind.example"}


def test_the_host_header_keeps_the_name(monkeypatch):
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda h, p, *a, **k: real("127.0.0.1", p, *a, **k))
    with serve({"/": "home"}) as site:
        found = crawl(f"http://staging.example:{site.port}/", allow_private=True)
        assert site.log[0].headers["host"] == f"staging.example:{site.port}"
    assert any(r.body == b"home" for r in found.resources)


def test_a_redirect_into_the_machine_is_not_followed():
    with serve({"/": "inside"}) as inside, serve({"/": moved("/")}) as site:
        site.pages = {"/": moved(f"http://localhost:{inside.port}/")}
        crawl(site.url)
        assert inside.log == []


def test_ipv6_is_spoken():
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    guard = AddressGuard(["[::1]"])
    assert guard.resolve("::1", 80)[0][0] == socket.AF_INET6
