"""`auditor scan`: what a web maintainer sees in a pipeline."""

import json
import os
import stat
import threading

import pytest

from tests.sites.server import serve

ADDRESS = "1247 North Maple Street, Suite 300, Springfield, IL 62704"


@pytest.fixture(autouse=True)
def _facts(monkeypatch):
    monkeypatch.setenv("AUDITOR_ADDRESS", ADDRESS)
    monkeypatch.setenv("AUDITOR_PHONES", "+1 217 555 0148")


def test_a_clean_folder_is_clear(cli, site):
    ended = cli("scan", site(index="<p>Call us at 217 555 0100</p>"), "-q")
    assert ended.code == 0


@pytest.mark.parametrize(
    "body",
    [
        "<p>Visit 1247 N. Maple St., Ste 300</p>",
        "<p>1247 <b>North</b>\n<br>Maple Street</p>",
        '<img alt="1247 n maple street">',
        "<!-- 1247 North Maple Street -->",
        "<script>var a = '1247 North Maple Street';</script>",
        (
            '<script type="application/ld+json">{"@type":"PostalAddress","streetAddress":"1247 North Maple Street",'
            '"addressLocality":"Springfield"}</script>'
        ),
        "<p>1247 N&#111;rth Maple&nbsp;Street</p>",
        "<p>Ask for Alex at (217) 555-0148</p>",
        '<a href="tel:+12175550148">call</a>',
    ],
)
def test_a_leak_fails_the_build_and_is_not_repeated(cli, site, body):
    ended = cli("scan", site(index=body))
    assert ended.code == 1
    assert "index.html" in ended.out


def test_json_v1_has_the_contract_s_keys(cli, site):
    ended = cli("scan", site(index="<p>1247 North Maple Street</p>"), "-f", "json", "-q")
    data = json.loads(ended.out)
    assert data["schema"] == "json-v1"
    assert data["exit_code"] == ended.code == 1
    assert data["coverage"]["pages"] == 1
    [finding] = data["findings"]
    assert (finding["check"], finding["kind"], finding["grade"]) == ("site-address", "address", "exact")
    assert (finding["carrier"], finding["status"]) == ("html-text", "open")
    assert set(finding) >= {"id", "rule", "label", "severity", "confidence", "url", "where", "excerpt"}


def test_exit_zero_masks_a_finding_but_not_an_empty_folder(cli, site, tmp_path):
    leaky = site(index="<p>1247 North Maple Street</p>")
    assert cli("scan", leaky, "--exit-zero").code == 0
    empty = tmp_path / "empty"
    empty.mkdir()
    assert cli("scan", empty, "--exit-zero").code == 3


def test_fail_on_moves_the_bar(cli, site):
    hint = site(index="<p>on North Maple Street in Springfield</p>")
    assert cli("scan", hint).code == 1
    assert cli("scan", hint, "--fail-on", "critical").code == 0


def test_nothing_to_search_for_is_a_usage_error(cli, site, monkeypatch):
    folder = site(index="<p>hello</p>")
    monkeypatch.delenv("AUDITOR_ADDRESS")
    monkeypatch.delenv("AUDITOR_PHONES")
    ended = cli("scan", folder, "-q")
    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert "AUDITOR_ADDRESS" in ended.err


def test_an_unreachable_host_is_inconclusive(cli):
    ended = cli("scan", "http://127.0.0.1:9/", "--max-seconds", "10")
    assert ended.code == 3
    assert "Traceback" not in ended.err


def test_a_target_that_is_not_there_is_a_usage_error(cli):
    ended = cli("scan", "no/such/folder")
    assert ended.code == 2
    assert "no/such/folder" in ended.err


def test_a_vague_address_is_searched_with_a_warning(cli, site, monkeypatch):
    monkeypatch.setenv("AUDITOR_ADDRESS", "North Maple Street, Springfield, IL")
    ended = cli("scan", site(index="<p>hello</p>"))
    assert "number" in ended.err


def test_several_formats_in_one_run(cli, site, tmp_path):
    folder = site(index="<p>1247 North Maple Street</p>")
    target = tmp_path / "out.json"
    ended = cli("scan", folder, "-f", f"json:{target}", "-f", "text")
    assert json.loads(target.read_text())["exit_code"] == 1
    assert "index.html" in ended.out
    assert target.stat().st_mode & 0o077 == 0
    assert "1247" not in target.read_text()


def test_an_option_s_variable_sets_its_default(cli, site, monkeypatch):
    monkeypatch.setenv("AUDITOR_FAIL_ON", "nonsense")
    ended = cli("scan", site(index="x"))
    assert ended.code == 2
    assert "AUDITOR_FAIL_ON" in ended.err


def test_a_device_is_written_to_and_never_replaced(cli, site, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    assert cli("scan", site(index="<p>hello</p>"), "-q", "-f", f"json:{pipe}").code == 0
    reader.join(timeout=20)
    assert json.loads(read[0])["exit_code"] == 0
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_variable_of_the_format_gives_way_to_the_option(cli, site, monkeypatch):
    monkeypatch.setenv("AUDITOR_FORMAT", "json")
    folder = site(index="<p>hello</p>")
    assert json.loads(cli("scan", folder, "-q").out)["schema"] == "json-v1"
    assert not cli("scan", folder, "-q", "-f", "text").out.startswith("{")


KEYS = ("0123456789abcdef" * 4, "fedcba9876543210" * 4)


def ids_of(ended) -> list[str]:
    return [finding["id"] for finding in json.loads(ended.out)["findings"]]


def test_a_baseline_holds_while_pages_are_edited_and_says_when_facts_or_key_change(
    cli, site, tmp_path, monkeypatch
):
    monkeypatch.setenv("AUDITOR_FINGERPRINT_KEY", KEYS[0])
    folder = site(index="<p>Visit 1247 N. Maple St</p>", other="<p>Call 217 555 0148</p>")
    known = tmp_path / "known.json"
    assert cli("scan", folder, "-f", f"json:{known}", "--exit-zero", "--hide-places").code == 0
    assert "index" not in known.read_text("utf-8")
    site(index="<h1>New</h1><p>We are at<br>1247 North Maple Street, Suite 300</p><p>more</p>")
    assert cli("scan", folder, "--baseline", str(known)).code == 0

    site(other="<p>mended</p>")
    mended = cli("scan", folder, "--baseline", str(known))
    assert mended.code == 0
    assert "1 baseline entry found no more, to be taken out" in " ".join(mended.out.split())

    monkeypatch.setenv("AUDITOR_ADDRESS", "9 Elm Road, Springfield, IL 62704")
    site(index="<p>9 Elm Road, Springfield, IL 62704</p>")
    moved = cli("scan", folder, "--baseline", str(known))
    assert moved.code == 1
    assert "facts have changed since the baseline was written" in " ".join(moved.out.split())

    monkeypatch.setenv("AUDITOR_FINGERPRINT_KEY", KEYS[1])
    other = cli("scan", folder, "--baseline", str(known))
    assert other.code == 1
    assert "another fingerprint key" in " ".join(other.out.split())


def test_desk_and_pipeline_give_the_same_ids(cli, site, tmp_path, monkeypatch):
    folder = site(index="<p>Visit 1247 N. Maple St</p>")
    monkeypatch.delenv("AUDITOR_ADDRESS")
    monkeypatch.delenv("AUDITOR_PHONES")
    facts = tmp_path / "confidential.toml"
    facts.write_text(f'fingerprint_key = "{KEYS[0]}"\n[[address]]\nlabel = "shelter"\ntext = "{ADDRESS}"\n')
    desk = cli("scan", folder, "--facts", str(facts), "-f", "json")
    monkeypatch.setenv("AUDITOR_CONFIDENTIAL", facts.read_text())
    pipeline = cli("scan", folder, "-f", "json", "--workers", "2")
    assert ids_of(desk) == ids_of(pipeline) != []


def test_without_a_key_the_ids_hold_for_one_run_and_the_program_says_so(cli, site):
    folder = site(index="<p>Visit 1247 N. Maple St</p>")
    first, second = cli("scan", folder, "-f", "json"), cli("scan", folder, "-f", "json")
    assert ids_of(first) != ids_of(second)
    assert "AUDITOR_FINGERPRINT_KEY" in first.err
    assert "AUDITOR_FINGERPRINT_KEY" not in cli("scan", folder, "-f", "json", "-q").err


def test_the_first_word_comes_before_anything_is_loaded_and_quiet_says_nothing(cli, site):
    folder = site(index="<p>Hello</p>")
    loud, quiet = cli("scan", folder, "--facts", "missing.toml"), cli("scan", folder, "-q")
    assert loud.err.startswith("checking 1 target\n")
    assert quiet.err == ""


def test_a_public_log_is_not_told_the_file_either(cli, site, monkeypatch):
    folder = site(contact="<p>1247 North Maple Street</p>")
    monkeypatch.setenv("CI", "true")
    for style in ("text", "json", "sarif", "junit", "github", "gitlab", "md", "csv"):
        ended = cli("scan", folder / "contact.html", "-f", style)
        assert ended.code == 1
        assert "contact" not in ended.out + ended.err
    assert "contact" in cli("scan", folder / "contact.html", "--show-places").out


def test_github_gets_ten_annotations_and_the_rest_in_the_step_s_summary(cli, site, tmp_path, monkeypatch):
    folder = site(
        **{f"page{n}": "<p>1247 North Maple Street</p><!-- 1247 North Maple Street -->" for n in range(8)}
    )
    summary = tmp_path / "summary.md"
    summary.write_text("# An earlier step\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ended = cli("scan", folder, "-f", "github", "-q", "--show-places")
    assert ended.code == 1
    assert len([line for line in ended.out.splitlines() if line.startswith("::")]) == 10
    assert "7 more findings, see the summary" in ended.out
    text = summary.read_text("utf-8")
    assert text.startswith("# An earlier step\n## ✗ LEAK FOUND")
    assert "page7.html" in text
    assert "Maple" not in text
    before = summary.stat().st_size
    cli("scan", folder, "-f", "text", "-q")
    assert summary.stat().st_size == before


@pytest.mark.parametrize("style", ["text", "json", "sarif", "junit", "github", "gitlab", "md", "csv"])
@pytest.mark.parametrize("reachable", [True, False])
def test_a_name_and_password_in_a_url_are_in_no_output(cli, style, reachable):
    login = "walter:hunter2x@"
    pages = {"/": f"<p>1247 North Maple Street</p><a href='http://{login}127.0.0.1/next'>next</a>"}
    with serve(pages) as site:
        address = site.url if reachable else "http://127.0.0.1:1"
        ended = cli("scan", f"{address.replace('://', f'://{login}')}/", "-f", style, "-v", "--workers", "0")
    assert ended.code == (1 if reachable else 3)
    assert "walter" not in ended.out + ended.err
    assert "hunter2x" not in ended.out + ended.err


@pytest.mark.parametrize("wrong", [["-f", "xls"], ["--baseline", "missing.json"]])
def test_a_wrong_option_is_told_before_anything_is_visited(cli, wrong):
    pages = {"/": "<p>Hello</p>"}
    with serve(pages) as site:
        assert cli("scan", f"{site.url}/", "-q", *wrong).code == 2
        assert site.log == []


@pytest.mark.parametrize(
    "remark",
    [
        "<!-- auditor: ignore --><p>{}</p>",
        "<p data-auditor-ignore>{}</p>",
        "<p>{} <!-- noqa --></p>",
        "<!-- auditor-disable --><p>{}</p><!-- auditor-enable -->",
    ],
)
def test_no_remark_in_a_page_accepts_a_finding(cli, site, remark):
    assert cli("scan", site(index=remark.format("1247 North Maple Street")), "-q").code == 1
