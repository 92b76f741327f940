"""Sources besides websites and folders: ZIP, WARC, a git revision, standard input."""

import io
import subprocess
import zipfile

import pytest

from auditor.collect.packed import ZipCollector
from auditor.collect.revision import RevisionCollector
from auditor.collect.stream import StreamCollector
from auditor.collect.targets import collector_for
from auditor.collect.warc import WarcCollector
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel
from tests.collect.helpers import collect

# --- ZIP -----------------------------------------------------------------------------------------


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "site.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("index.html", "<h1>Home</h1>")
        file.writestr("blog/", "")
        file.writestr("blog/a b.html", "<h1>Post</h1>")
        file.writestr(".git/config", "x")
        file.writestr("../../escape.txt", "label only")
    return path


def test_a_zip_is_read_as_a_site(archive):
    found = collect(collector_for(str(archive)))
    assert [(r.url.removeprefix(str(archive)), r.body) for r in found.resources] == [
        ("/", b"<h1>Home</h1>"),
        ("/blog/a%20b.html", b"<h1>Post</h1>"),
        ("/../../escape.txt", b"label only"),
    ]
    assert found.unchecked == []
    assert sorted(p.name for p in archive.parent.iterdir()) == ["site.zip"]


def test_a_zip_bomb_is_cut(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for n in range(5):
            file.writestr(f"{n}.txt", b"0" * 1_000_000)
    found = collect(ZipCollector(path, body_limit=1000, total_limit=2500))
    assert [len(r.body) for r in found.resources] == [1000, 1000, 1000]
    assert len(found.unchecked) == 4


def test_damaged_and_encrypted_members_are_unchecked(archive):
    data = bytearray(archive.read_bytes())
    body = data.index(b"index.html") + len("index.html")
    data[body + 2] ^= 0xFF
    entry = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1) + 1)
    data[entry + 8] |= 1
    archive.write_bytes(bytes(data))
    found = collect(ZipCollector(archive))
    assert "cannot be unpacked" in found.reasons[0]
    assert "encrypted" in found.reasons[1]
    assert len(found.resources) == 1


def test_no_zip_and_an_empty_one(tmp_path):
    (tmp_path / "not.zip").write_text("plain")
    with pytest.raises(ConfigurationError):
        collector_for(str(tmp_path / "not.zip"))
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    assert (
        collect(ZipCollector(tmp_path / "empty.zip")).unchecked[0].reason
        == "the archive holds no files to read"
    )


# --- WARC ----------------------------------------------------------------------------------------


def warc(path, *, gz=True):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=gz)

        def response(url, body, status="200 OK", kind="text/html; charset=utf-8", **extra):
            head = StatusAndHeaders(
                status, [("Content-Type", kind), ("X-Where", "there")], protocol="HTTP/1.1"
            )
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=head, warc_headers_dict=extra
            )
            writer.write_record(record)

        response("https://www.example.org/", b"<h1>Home</h1>")
        response("https://www.example.org/gone", b"nothing", "404 Not Found")
        response("https://www.example.org/part", b"ha", **{"WARC-Truncated": "length"})
        again = writer.create_revisit_record(
            "https://www.example.org/again", "sha1:X", "https://www.example.org/", "2026-01-01T00:00:00Z",
            http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"),
        )  # fmt: skip
        writer.write_record(again)
        writer.write_record(writer.create_warc_record("https://www.example.org/", "request", payload=io.BytesIO(b""),
                            http_headers=StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)))  # fmt: skip
    return path


@pytest.mark.parametrize("name", ["site.warc.gz", "site.warc"])
def test_a_warc_gives_its_responses(tmp_path, name):
    found = collect(collector_for(str(warc(tmp_path / name, gz=name.endswith("gz")))))
    home, gone, part, again = found.resources
    assert (home.url, home.body, home.media_type, home.charset) == (
        "https://www.example.org/",
        b"<h1>Home</h1>",
        "text/html",
        "utf-8",
    )
    assert ("X-Where", "there") in home.headers
    assert gone.status == 404
    assert part.body == b"ha"
    assert (again.body, again.same_as) == (b"", "https://www.example.org/")
    assert found.reasons == ["https://www.example.org/part the archive holds only a part of it"]


def test_a_damaged_warc_is_unchecked(tmp_path):
    path = warc(tmp_path / "site.warc", gz=False)
    path.write_bytes(
        path.read_bytes().replace(b"WARC/1.0", b"nonsense", 2).replace(b"nonsense", b"WARC/1.0", 1)
    )
    found = collect(WarcCollector(path))
    assert "damaged" in found.unchecked[-1].reason
    path.write_bytes(b"")
    assert collect(WarcCollector(path)).unchecked != []


# --- git -----------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}.items():
        monkeypatch.setenv(name, value)

    def git(*arguments):
        identity = ["-c", "user.name=Jane Roe", "-c", "user.email=jane@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *identity, *arguments], check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old päge.html").write_text("before")
    (tmp_path / "site" / "link").symlink_to("/etc/hostname")
    (tmp_path / "big.pdf").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    (tmp_path / "long.txt").write_text("x" * 3000)
    git("add", "-A")
    git("commit", "-qm", "one")
    (tmp_path / "site" / "old päge.html").write_text("after")
    git("commit", "-qam", "two")
    return tmp_path


def test_a_revision_is_read_from_the_store(repository):
    found = collect(RevisionCollector("HEAD~1", repository, body_limit=1000))
    assert {r.url: len(r.body) for r in found.resources} == {"long.txt": 1000, "site/old päge.html": 6}
    assert found.at_url("site/old päge.html").body == b"before"
    assert sorted(u.url for u in found.unchecked) == ["big.pdf", "long.txt"]


def test_a_folder_of_a_revision_is_a_target(repository, monkeypatch):
    monkeypatch.chdir(repository)
    found = collect(collector_for("git:HEAD:site"))
    assert [(r.url, r.body) for r in found.resources] == [("old päge.html", b"after")]


@pytest.mark.parametrize("revision", ["no-such", "--help", "HEAD^{tree}"])
def test_a_revision_that_is_not_there_is_refused(repository, revision):
    with pytest.raises(ConfigurationError):
        RevisionCollector(revision, repository)


def test_outside_a_repository_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ConfigurationError):
        RevisionCollector("HEAD", tmp_path)


# --- a stream ------------------------------------------------------------------------------------


def test_a_stream_is_one_document():
    found = collect(StreamCollector(io.BytesIO(b"<h1>Home</h1>")))
    assert [(r.url, r.body) for r in found.resources] == [("stdin", b"<h1>Home</h1>")]


def test_a_stream_is_bounded_and_never_empty_handed():
    found = collect(StreamCollector(io.BytesIO(b"x" * 5000), body_limit=1000))
    assert [len(r.body) for r in found.resources] == [1000]
    assert "larger than the limit" in found.unchecked[0].reason
    assert collect(StreamCollector(io.BytesIO())).unchecked[0].reason == "nothing came in"


def test_every_source_says_that_it_was_cancelled(archive, repository, tmp_path):
    cancel = Cancel()
    cancel.set()
    sources = [
        ZipCollector(archive),
        WarcCollector(warc(tmp_path / "a.warc")),
        RevisionCollector("HEAD", repository),
    ]
    for source in [*sources, StreamCollector(io.BytesIO(b"x"))]:
        found = collect(source, cancel)
        assert found.resources == []
        assert found.unchecked[0].reason.startswith("cancelled")
