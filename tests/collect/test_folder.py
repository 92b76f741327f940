"""The folder collector, and the choice of a collector by target."""

import os
import sys

import pytest

from auditor.collect.folder import FolderCollector
from auditor.collect.options import CrawlOptions
from auditor.collect.targets import collector_for
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel
from tests.collect.helpers import collect


@pytest.fixture
def site(tmp_path):
    (tmp_path / "blog" / "first post").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known" / "security.txt").write_text("Contact: x")
    (tmp_path / "index.html").write_text("<h1>Home</h1>")
    (tmp_path / "blog" / "index.html").write_text("<h1>Blog</h1>")
    (tmp_path / "blog" / "first post" / "a.pdf").write_bytes(b"%PDF-1.7")
    return tmp_path


def test_addresses_are_those_of_a_static_host(site):
    found = collect(FolderCollector(site, "https://www.example.org/"))
    assert [r.url for r in found.resources] == [
        "https://www.example.org/.well-known/security.txt",
        "https://www.example.org/blog/first%20post/a.pdf",
        "https://www.example.org/blog/",
        "https://www.example.org/",
    ]
    assert [r.media_type for r in found.resources[1:]] == ["application/pdf", "text/html", "text/html"]
    assert found.unchecked == []


def test_without_a_base_they_are_paths_one_can_open(site):
    assert {r.url for r in collect(FolderCollector(site)).resources} == {
        ".well-known/security.txt",
        "blog/first post/a.pdf",
        "blog/index.html",
        "index.html",
    }


def test_links_out_of_the_folder_are_not_followed(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "private.txt").write_text("private")
    (site / "escape.txt").symlink_to(outside / "private.txt")
    (site / "escape").symlink_to(outside)
    (site / "nowhere").symlink_to(site / "missing")
    (site / "circle").symlink_to(site)
    (site / "copy.html").symlink_to(site / "index.html")
    found = collect(FolderCollector(site))
    assert b"private" not in [r.body for r in found.resources]
    assert {u.url for u in found.unchecked} == {"escape.txt", "escape", "nowhere"}
    assert "copy.html" in {r.url for r in found.resources}
    assert not any("circle" in r.url for r in found.resources)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
def test_what_is_no_file_is_unchecked_and_not_waited_for(site):
    os.mkfifo(site / "pipe")
    found = collect(FolderCollector(site))
    assert [u.reason for u in found.unchecked] == ["not a regular file"]


def test_an_unreadable_file_is_unchecked(site, monkeypatch):
    from pathlib import Path

    real = Path.open

    def refuse(self, *arguments, **options):
        if self.name == "a.pdf":
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    found = collect(FolderCollector(site))
    assert found.reasons == ["blog/first post/a.pdf the file cannot be read: Permission denied"]


def test_a_large_file_is_cut_and_reported(site):
    (site / "big.txt").write_bytes(b"x" * 5000)
    found = collect(FolderCollector(site, body_limit=1000))

    assert [u.url for u in found.unchecked] == ["big.txt"]
    assert max(len(r.body) for r in found.resources) == 1000


def test_a_file_of_just_the_limit_is_whole(site):
    (site / "big.txt").write_bytes(b"x" * 1000)
    assert collect(FolderCollector(site, body_limit=1000)).unchecked == []


def test_an_empty_folder_is_never_clear(tmp_path):
    found = collect(FolderCollector(tmp_path))
    assert found.resources == []
    assert [u.reason for u in found.unchecked] == ["the folder holds no files to read"]


def test_one_file_is_a_target(site):
    found = collect(collector_for(str(site / "index.html")))
    assert [r.body for r in found.resources] == [b"<h1>Home</h1>"]


def test_cancel_is_reported(site):
    cancel = Cancel()
    cancel.set()
    found = collect(FolderCollector(site), cancel)
    assert found.resources == []
    assert found.unchecked[0].reason.startswith("cancelled")


@pytest.mark.parametrize(
    "target", ["", "./no-such-folder", "/no/such/folder", "ftp://example.org", "nothing here"]
)
def test_what_is_neither_is_refused(target):
    with pytest.raises(ConfigurationError):
        collector_for(target)


@pytest.mark.parametrize(
    "target", ["https://www.example.org", "www.example.org/about", "localhost:8000", "HTTP://EXAMPLE.ORG"]
)
def test_what_looks_like_a_website_is_one(target):
    assert collector_for(target, CrawlOptions()).name.startswith(("http://", "https://"))
