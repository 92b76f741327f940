"""The normal form of addresses (WHATWG URL, RFC 3986) and the bounds of a site."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.collect.urls import Scope, key, normal, registrable

BASE = "https://www.example.org/a/b/c.html?x=1"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("d.html", "https://www.example.org/a/b/d.html"),
        ("../d", "https://www.example.org/a/d"),
        ("../../../../d", "https://www.example.org/d"),
        ("./", "https://www.example.org/a/b/"),
        ("", "https://www.example.org/a/b/c.html?x=1"),
        ("?y=2", "https://www.example.org/a/b/c.html?y=2"),
        ("#top", "https://www.example.org/a/b/c.html?x=1"),
        ("/d#e", "https://www.example.org/d"),
        ("//other.example/d", "https://other.example/d"),
        ("HTTP://WWW.Example.ORG:80/d", "http://www.example.org/d"),
        ("https://www.example.org:443", "https://www.example.org/"),
        ("https://www.example.org:8443/", "https://www.example.org:8443/"),
        ("\\d\\e", "https://www.example.org/d/e"),
        ("  /d\n", "https://www.example.org/d"),
        ("/d\n/e", "https://www.example.org/d/e"),
        ("https:/d", "https://www.example.org/d"),
        ("/ä b", "https://www.example.org/%C3%A4%20b"),
        ("/%7euser/%c3%a4", "https://www.example.org/~user/%C3%A4"),
        ("/a%2fb", "https://www.example.org/a%2Fb"),
        ("/%2e%2E/d", "https://www.example.org/d"),
        ("/a/./b/../c", "https://www.example.org/a/c"),
        ("https://user:secret@www.example.org/d", "https://www.example.org/d"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://[0:0::1]/", "http://[::1]/"),
        ("javascript:alert(1)", ""),
        ("mailto:a@example.org", ""),
        ("data:text/html,x", ""),
        ("ftp://example.org/", ""),
        ("https://", ""),
        ("https://exa mple.org/", ""),
        ("http://www.example.org:99999/", ""),
    ],
)
def test_addresses_are_understood_as_browsers_do(written, meant):
    assert normal(written, BASE) == meant


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_the_normal_form_of_a_normal_form_is_itself(link):
    once = normal(link, BASE)
    assert normal(once) == once or not once


@given(st.text(alphabet="abc/.?&=%2e~#:@\\ ", max_size=40))
@settings(max_examples=100)
def test_a_key_does_not_depend_on_scheme_or_www(link):
    url = normal("/" + link.lstrip("/\\ "), BASE)
    if url:
        assert key(url) == key(url.replace("https://www.", "http://", 1))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.example.org/p?a=1&b=2", "http://example.org/p?b=2&a=1", True),
        ("https://example.org/p", "https://example.org/p?", True),
        ("https://example.org/p", "https://example.org/p?utm_campaign=x&fbclid=y", True),
        ("https://example.org/p;jsessionid=A1?q=1", "https://example.org/p?q=1", True),
        ("https://example.org/p", "https://example.org/p/", False),
        ("https://example.org/p", "https://example.org/P", False),
        ("https://example.org/p?a=1", "https://example.org/p?a=2", False),
        ("https://example.org/p?a=1&a=1", "https://example.org/p?a=1", False),
        ("https://example.org/", "https://wwwexample.org/", False),
        ("https://example.org/", "https://example.org:8443/", False),
    ],
)
def test_what_counts_as_the_same_page(one, other, same):
    assert (key(one) == key(other)) is same


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.org", "example.org"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("shelter.github.io", "shelter.github.io"),
        ("127.0.0.1:8000", "127.0.0.1"),
        ("localhost", "localhost"),
    ],
)
def test_the_registrable_domain(host, domain):
    assert registrable(host) == domain


def test_the_scope_is_the_hosts_that_were_named():
    scope = Scope(["https://www.example.org/"], ["Blog.Example.org"])
    for url in ("http://example.org/", "https://www.example.org/x", "https://blog.example.org/"):
        assert url in scope
    for url in (
        "https://donate.example.org/",
        "https://example.org.evil.example/",
        "https://example.org:8443/",
    ):
        assert url not in scope
    assert scope.is_sibling("https://donate.example.org/")
    assert not scope.is_sibling("https://example.com/")
    assert "https://donate.example.org/" in Scope(["https://example.org/"], subdomains=True)
    assert "https://other.github.io/" not in Scope(["https://mine.github.io/"], subdomains=True)


def test_old_links_by_http_are_taken_as_https_where_the_site_was_named_so():
    scope = Scope(["https://www.example.org/"], ["blog.example.org"])
    assert scope.preferred("http://example.org/a?b=1") == "https://example.org/a?b=1"
    assert scope.preferred("https://example.org/a") == "https://example.org/a"
    assert scope.preferred("http://blog.example.org/a") == "http://blog.example.org/a"
    assert Scope(["http://example.org/"]).preferred("http://example.org/a") == "http://example.org/a"


def test_a_host_may_be_written_as_an_address():
    scope = Scope(["https://example.org/"], ["https://Help.example.org/start", " 127.0.0.1:8000 "])
    assert "http://help.example.org/x" in scope
    assert "http://127.0.0.1:8000/x" in scope


def test_another_port_is_another_site():
    scope = Scope(["http://127.0.0.1:8000/"], subdomains=True)
    assert "http://127.0.0.1:8000/x" in scope
    assert "http://127.0.0.1:6379/" not in scope
    assert "http://127.0.0.1/" not in scope
