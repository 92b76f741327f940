"""A login in the address of a target reaches the site, and nothing else."""

import base64

import pytest

from auditor.cli import main
from auditor.collect.login import logins, without_login
from auditor.core.agency import Agency
from auditor.core.errors import ConfigurationError
from auditor.store.toml_files import build_model
from tests.sites.server import Reply, moved, serve

ENTRY = "Basic " + base64.b64encode(b"kim:opensesame!").decode()


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("https://kim:opensesame!@a.example/x?y@z", "https://a.example/x?y@z"),
        ("http://kim@a.example", "http://a.example"),
        ("kim:open@a.example/", "a.example/"),
        ("//kim:open@a.example/", "//a.example/"),
        ("https://a:b@c:d@a.example:8443/", "https://a.example:8443/"),
        ("htps://kim:open@a.example", "htps://a.example"),
        ("https:\\\\kim:open@a.example", "https:\\\\a.example"),
        ("https://a.example/@kim", "https://a.example/@kim"),
        ("https://a.example?mail=kim@a.example", "https://a.example?mail=kim@a.example"),
        ("folder/with@sign", "folder/with@sign"),
    ],
)
def test_a_target_is_shown_without_its_login(target, shown):
    assert without_login(target) == shown


def test_a_login_is_unescaped_and_sent_as_basic_authentication():
    found = logins(["https://kim:open%73esame!@a.example/x", "https://b.example"])
    assert found == {"https://a.example/x": ENTRY}


def guarded(asked):
    return Reply("<a href='/in'>x</a>") if asked.headers.get("Authorization") == ENTRY else Reply("no", 401)


FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "md")


@pytest.fixture
def scanned(tmp_path, monkeypatch, capfd):
    """Scans a site behind a login, into every format; gives all that was written anywhere."""
    monkeypatch.setenv("AUDITOR_ADDRESS", "1247 North Maple Street, Springfield, IL 62704")

    def run(pages, *options):
        with serve(pages) as site:
            target = site.url.replace("//", "//kim:opensesame!@")
            formats = [part for name in FORMATS for part in ("-f", f"{name}:{tmp_path / name}")]
            code = main(
                ["scan", target, "-v", "--workers", "0", "--memory", str(tmp_path / "m"), *formats, *options]
            )
            written = "".join(p.read_text() for p in tmp_path.rglob("*") if p.is_file())
            out, err = capfd.readouterr()
            return code, written + out + err, site

    return run


@pytest.mark.parametrize("options", [(), ("--plan",), ("--show-fragments",), ("--max-pages", "1")])
def test_a_login_opens_the_site_and_is_written_nowhere(scanned, options):
    code, written, site = scanned({"/": guarded, "/in": guarded}, *options)
    assert code in (0, 3)
    assert written
    for part in ("opensesame", "kim", ENTRY.split()[1]):
        assert part not in written
    assert all(r.headers.get("authorization") == ENTRY for r in site.log)


@pytest.mark.parametrize("pages", [{}, {"/": Reply("no", 401)}, {"/": Reply("no", 500)}, {"/": moved("/")}])
def test_a_failure_does_not_tell_the_login(scanned, pages):
    _, written, _ = scanned(pages)
    assert "opensesame" not in written


def test_a_login_does_not_follow_a_link_to_another_host(scanned):
    with serve({"/": "elsewhere"}) as other:
        scanned({"/": lambda asked: Reply(f"<a href='{other.url}/'>x</a>")})
        assert other.log == []


@pytest.mark.parametrize(
    "target",
    ["htps://kim:opensesame!@a.example/", "https://kim:opensesame!@@/", "ftp://kim:opensesame!@a.example/"],
)
def test_a_target_that_cannot_be_read_is_not_quoted_with_its_login(target, monkeypatch, capfd):
    monkeypatch.setenv("AUDITOR_ADDRESS", "1247 North Maple Street, Springfield, IL 62704")
    assert main(["scan", target]) == 2
    out, err = capfd.readouterr()
    assert err
    assert "opensesame" not in out + err


def test_agency_toml_takes_no_login():
    table = {"schema": 1, "name": "A", "websites": ["https://kim:opensesame!@a.example/"]}
    with pytest.raises(ConfigurationError, match="AUDITOR_HTTP_HEADERS") as caught:
        build_model(Agency, table, "agency.toml")
    assert "opensesame" not in str(caught.value)
