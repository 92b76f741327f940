"""The rules of the WHATWG URL standard (url.spec.whatwg.org) that links of a site meet, section by section.

The cases were written from the rules: each names the state or step of the parser that it is about.
"""

import pytest

from auditor.collect.urls import normal

BASE = "https://www.example.org/a/b/c.html?x=1#f"

CASES = [
    # 4.4 URL parsing, first steps: leading and trailing C0 control or space, tab and newline anywhere
    ("trim", "\x00\x1f /d \x1f", "https://www.example.org/d"),
    ("tabs and newlines", "ht\ttps://www.exa\nmple.org/d\r", "https://www.example.org/d"),
    ("only spaces", "   ", "https://www.example.org/a/b/c.html?x=1"),
    # scheme start state, scheme state
    ("scheme in capitals", "hTTpS://www.example.org/", "https://www.example.org/"),
    ("a colon in the first segment", "./a:b", "https://www.example.org/a/b/a:b"),
    ("no scheme begins with a digit", "1http://x", "https://www.example.org/a/b/1http://x"),
    ("same scheme without slashes is relative", "https:d", "https://www.example.org/a/b/d"),
    ("another special scheme without slashes", "http:d", "http://d/"),
    ("special authority slashes state: one", "http:/other.example/d", "http://other.example/d"),
    ("special authority ignore slashes state: many", "https://////other.example/d", "https://other.example/d"),
    ("backslashes are slashes in special schemes", "https:\\\\other.example\\d", "https://other.example/d"),
    ("scheme relative with backslashes", "\\\\other.example/d", "https://other.example/d"),
    ("mixed slashes", "/\\other.example/d", "https://other.example/d"),
    # authority state, host state, port state
    ("the last @ ends the credentials", "https://a:b@c@www.example.org/d", "https://www.example.org/d"),
    ("empty credentials", "https://@www.example.org/d", "https://www.example.org/d"),
    ("default port", "https://www.example.org:443/d", "https://www.example.org/d"),
    ("the other scheme's port stays", "https://www.example.org:80/d", "https://www.example.org:80/d"),
    ("noughts before a port", "https://www.example.org:00443/d", "https://www.example.org/d"),
    ("an empty port", "https://www.example.org:/d", "https://www.example.org/d"),
    ("a port out of range", "https://www.example.org:65536/", ""),
    ("a port that is no number", "https://www.example.org:8o/", ""),
    ("no host", "https:///?x", ""),
    # 3.5 host parsing
    ("host in capitals", "https://WWW.EXAMPLE.ORG/d", "https://www.example.org/d"),
    ("percent-encoded host", "https://www.%65xample.org/d", "https://www.example.org/d"),
    ("full-width letters", "https://www.ｅxample.org/d", "https://www.example.org/d"),
    ("an ideographic full stop", "https://www。example。org/d", "https://www.example.org/d"),
    ("a soft hyphen", "https://www.exam\u00adple.org/d", "https://www.example.org/d"),
    ("punycode stays", "https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("capitals outside ASCII", "https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
    ("forbidden host code point", "https://www.exa<mple.org/", ""),
    ("a host with a percent sign", "https://a%00b/", ""),
    ("a full stop at the end stays", "https://www.example.org./d", "https://www.example.org./d"),
    # IPv4 parser: decimal, octal, hexadecimal, fewer parts
    ("one number", "http://2130706433/", "http://127.0.0.1/"),
    ("octal", "http://0177.0.0.01/", "http://127.0.0.1/"),
    ("hexadecimal", "http://0x7f000001/", "http://127.0.0.1/"),
    ("three parts", "http://127.0.1/", "http://127.0.0.1/"),
    ("a full stop behind", "http://127.0.0.1./", "http://127.0.0.1/"),
    ("a part too large", "http://256.1.1.1/", ""),
    ("five parts", "http://1.2.3.4.5/", ""),
    ("a number and letters", "http://1.2.3.4x/", "http://1.2.3.4x/"),
    # IPv6 parser and serializer
    ("compressed", "http://[2001:DB8:0:0:0:0:0:1]/", "http://[2001:db8::1]/"),
    ("the longest run of noughts", "http://[1:0:0:2:0:0:0:3]/", "http://[1:0:0:2::3]/"),
    ("an embedded IPv4 address", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
    ("unclosed", "http://[::1/", ""),
    ("a zone", "http://[fe80::1%25eth0]/", ""),
    # path state: dot segments in every spelling
    ("one dot", "/a/./d", "https://www.example.org/a/d"),
    ("two dots", "/a/../d", "https://www.example.org/d"),
    ("two dots at the end", "/a/b/..", "https://www.example.org/a/"),
    ("one dot at the end", "/a/b/.", "https://www.example.org/a/b/"),
    ("half encoded", "/a/.%2e/d", "https://www.example.org/d"),
    ("encoded capitals", "/a/%2E%2E/d", "https://www.example.org/d"),
    ("one encoded dot", "/a/%2e/d", "https://www.example.org/a/d"),
    ("above the root", "/../../d", "https://www.example.org/d"),
    ("three dots are a name", "/.../d", "https://www.example.org/.../d"),
    ("empty segments stay", "/a//d", "https://www.example.org/a//d"),
    ("a backslash in the path", "/a\\..\\d", "https://www.example.org/d"),
    # path and query percent-encode sets; RFC 3986 6.2.2 folds what is unreserved
    ("space", "/a b", "https://www.example.org/a%20b"),
    ("quotes and angle brackets", '/"<>`', "https://www.example.org/%22%3C%3E%60"),
    ("braces", "/{d}", "https://www.example.org/%7Bd%7D"),
    ("a lone percent sign stays", "/100%", "https://www.example.org/100%"),
    ("an invalid escape stays", "/%zz", "https://www.example.org/%zz"),
    ("unreserved characters are not escaped", "/%41%2D%7E", "https://www.example.org/A-~"),
    ("reserved ones are", "/a%2fb%3fc", "https://www.example.org/a%2Fb%3Fc"),
    ("an apostrophe in a query", "/?q='", "https://www.example.org/?q=%27"),
    ("an apostrophe in a path stays", "/it's", "https://www.example.org/it's"),
    ("other letters in a query", "/?q=é", "https://www.example.org/?q=%C3%A9"),
    ("a question mark in a query", "/?a?b", "https://www.example.org/?a?b"),
    ("a slash in a query", "/?a=/../b", "https://www.example.org/?a=/../b"),
    ("an emoji", "/😀", "https://www.example.org/%F0%9F%98%80"),
    # relative state, fragment state
    ("only a query", "?y", "https://www.example.org/a/b/c.html?y"),
    ("an empty query", "?", "https://www.example.org/a/b/c.html?"),
    ("only a fragment", "#g", "https://www.example.org/a/b/c.html?x=1"),
    ("a fragment with a question mark", "d#g?h", "https://www.example.org/a/b/d"),
    ("the base's last segment goes", "d", "https://www.example.org/a/b/d"),
    ("a folder", "d/", "https://www.example.org/a/b/d/"),
    # opaque paths and schemes that no crawler asks for
    ("javascript", "JavaScript:alert(1)", ""),
    ("data", "data:text/html,<a href=/d>", ""),
    ("a file", "file:///etc/passwd", ""),
    ("blob", "blob:https://www.example.org/1", ""),
    ("telephone", "tel:+12175550100", ""),
    ("websocket", "wss://www.example.org/", ""),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_link_is_joined_by_the_rules(written, meant):
    assert normal(written, BASE) == meant


@pytest.mark.parametrize("written", [case[1] for case in CASES if case[2]])
def test_a_normal_form_is_stable(written):
    once = normal(written, BASE)
    assert normal(once) == once
    assert normal(once, BASE) == once
