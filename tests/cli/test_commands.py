"""The other commands, as a person without the terminal face uses them."""

import json
import os
import stat

import pytest

from tests.cli.conftest import AGENCY, SECRET


def answer_everything(cli, workspace, status="met"):
    listing = cli("profile", "show", "seed-2018").out
    ids = [
        w
        for line in listing.splitlines()
        for w in line.replace("!", " ").split()[:1]
        if "-" in w and w[0].isupper()
    ]
    for control in ids:
        assert cli("answer", control, status, "--by", "Jane Roe", "--note", "seen").code == 0
    return ids


def test_init_from_a_file_makes_a_private_workspace(cli, tmp_path, monkeypatch):
    source = tmp_path / "source.toml"
    source.write_text(AGENCY + SECRET.replace("schema = 1\n", ""))
    ended = cli("init", tmp_path / "new", "--from", source)
    assert ended.code == 0, ended.err
    secret = tmp_path / "new" / "confidential.toml"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert "confidential.toml" in (tmp_path / "new" / ".gitignore").read_text()
    assert "1247" not in (tmp_path / "new" / "agency.toml").read_text()
    again = cli("init", tmp_path / "new", "--from", source)
    assert again.code == 2
    assert "already" in again.err


def test_an_answer_is_on_disk_at_once_and_counts(cli, workspace):
    ended = cli("answer", "loc-03", "met", "--by", "Jane Roe", "--evidence", "walk-round of 3 May")
    assert ended.code == 0
    [record] = (workspace / "audits").glob("*.toml")
    assert "LOC-03" in record.read_text()
    assert stat.S_IMODE(record.stat().st_mode) == 0o600


def test_a_file_named_as_evidence_is_kept_and_one_that_is_not_there_is_refused(cli, workspace, tmp_path):
    page = tmp_path / "log.csv"
    page.write_text("visits,logged\n12,12\n")
    assert cli("answer", "LWK-01", "met", "--by", "Jane Roe", "--evidence", page).code == 0
    assert "file" in cli("evidence", "list").out
    assert len(list((workspace / "evidence").iterdir())) == 1
    gone = cli("answer", "LWK-02", "met", "--by", "Jane Roe", "--evidence", "gone.pdf")
    assert gone.code == 2
    assert "gone.pdf" in gone.err
    assert "LWK-02" not in cli("evidence", "list").out


@pytest.mark.parametrize(
    "words", ["looked at the register with two colleagues " * 12, "~nobody-of-that-name", "~"]
)
def test_words_that_cannot_be_a_path_are_words(cli, workspace, words):
    assert cli("answer", "LOC-05", "met", "--by", "Jane Roe", "--evidence", words).code == 0
    assert words.strip() in cli("evidence", "list").out


def test_an_answer_that_is_refused_keeps_no_file(cli, workspace, tmp_path):
    page = tmp_path / "log.csv"
    page.write_text("visits,logged\n12,12\n")
    assert cli("answer", "LWK-01", "met", "--sample", "13/12", "--evidence", page).code == 2
    assert "log.csv" not in cli("evidence", "list").out


def test_an_answer_that_seems_to_tell_of_a_client_is_warned_of(cli, workspace):
    told = cli("answer", "PLN-01", "met", "--by", "Jane Roe", "--note", "seen for DOB 03/04/2009")
    assert told.code == 0
    assert "dates of birth (1)" in told.err
    told = cli("answer", "PLN-01", "met", "--by", "Jane Roe", "--evidence", "client no. 20231")
    assert "client numbers" in told.err
    assert (
        "people you serve" not in cli("answer", "PLN-02", "met", "--by", "Jane Roe", "--note", "9 of 9").err
    )


def test_a_closed_action_tells_who_saw_it(cli, workspace):
    cli("answer", "LOC-03", "unmet", "--by", "Jane Roe")
    made = cli("action", "add", "LOC-03", "--owner", "Jane Roe").out
    number = made.split()[0]
    closed = cli("action", "close", number, "--by", "Ann Poe", "--evidence", "the wall is bare").out
    assert "seen by Ann Poe: the wall is bare" in closed
    assert "INTERIM" not in closed


def test_a_waiver_that_excuses_nothing_is_a_note_of_the_score(cli, workspace):
    grant = (
        "--reason",
        "r",
        "--compensating",
        "c",
        "--owner",
        "A",
        "--approver",
        "B",
        "--expires",
        "2026-12-20",
    )
    cli("answer", "LOC-03", "unmet", "--by", "Jane Roe")
    assert cli("waiver", "add", "LOC-03", *grant).code == 0
    assert "Waived    LOC-03" in cli("score").out
    cli("answer", "LOC-03", "met", "--by", "Jane Roe")
    after = cli("score").out
    assert "Waived" not in after
    assert "on LOC-03 excuses nothing" in after


def test_met_without_a_name_counts_as_partial(cli, workspace):
    assert "partial" in cli("answer", "LOC-03", "met").err


def test_not_applicable_needs_a_reason(cli, workspace):
    ended = cli("answer", "LOC-03", "na")
    assert ended.code == 2
    assert "reason" in ended.err


def test_an_unknown_control_names_the_nearest(cli, workspace):
    assert "LOC-01" in cli("answer", "LOCC-01", "met").err


def test_a_sample_of_the_wrong_form_is_refused(cli, workspace):
    assert cli("answer", "VEH-01", "partial", "--sample", "13/12").code == 2


def test_silence_fails_the_gate(cli, workspace):
    ended = cli("score")
    assert ended.code == 4
    assert "NOT MET" in ended.out


def test_everything_met_is_met(cli, workspace):
    answer_everything(cli, workspace)
    ended = cli("score", "--format", "json")
    data = json.loads(ended.out)
    assert (ended.code, data["floor"], data["verdict"]) == (0, 100.0, "met")
    assert cli("score", "--min-score", "101").code == 1


def test_reasons_and_steps(cli, workspace):
    ended = cli("score", "--explain", "--next", "--exit-zero")
    assert ended.code == 0
    assert "Points lost" in ended.out
    assert "not answered" in ended.out


@pytest.mark.parametrize("name", ["text", "md", "json", "html"])
def test_reports_are_masked_in_every_format(cli, workspace, name, tmp_path):
    cli(
        "answer",
        "LOC-01",
        "unmet",
        "--by",
        "Jane Roe",
        "--note",
        "it says 1247 N Maple Street, ask 217.555.0148",
    )
    path = tmp_path / f"report.{name}"
    ended = cli("report", "-f", f"{name}:{path}")
    assert ended.code == 4
    text = path.read_text()
    assert "1247" not in text
    assert "0148" not in text
    assert "shelter" in text


def test_malformed_toml_names_file_and_line(cli, workspace):
    (workspace / "agency.toml").write_text('schema = 1\nname = "x\n')
    ended = cli("score")
    assert ended.code == 2
    assert "agency.toml" in ended.err
    assert "line 2" in ended.err


def test_an_unknown_key_names_line_and_nearest(cli, workspace):
    (workspace / "agency.toml").write_text(AGENCY.replace("websites", "websitse"))
    ended = cli("score")
    assert ended.code == 2
    assert "line 3" in ended.err
    assert "websites" in ended.err


def test_an_error_in_the_secrets_does_not_print_them(cli, workspace, site):
    (workspace / "confidential.toml").write_text(SECRET.replace("text =", "txet ="))
    ended = cli("run")
    assert ended.code == 2
    assert "text" in ended.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_workspace_is_one_line(cli, workspace):
    workspace.chmod(0o500)
    ended = cli("answer", "LOC-03", "met")
    workspace.chmod(0o700)
    assert ended.code == 2
    assert "permissions" in ended.err


def test_a_folder_that_cannot_be_written_is_one_line(cli, workspace):
    (workspace / "audits").write_text("not a folder")
    ended = cli("answer", "LOC-03", "met")
    assert ended.code == 2
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    "command",
    [
        ("scan",),
        ("profile", "validate"),
        ("evidence", "add", "LOC-05", "--file"),
        ("report", "-o"),
        ("calendar", "-o"),
        ("init",),
    ],
)
def test_a_path_that_no_file_can_have_is_one_line(cli, workspace, command):
    ended = cli(*command, "a" * 300)
    assert ended.code == 2
    assert ended.err.strip().splitlines()[-1] == "auditor: a path is too long (give a shorter one)"


def test_no_workspace_is_one_line(cli):
    ended = cli("score")
    assert ended.code == 2
    assert "auditor init" in ended.err


def test_the_terminal_face_needs_a_terminal(cli, workspace):
    assert cli("audit").code == 2


def test_lists(cli):
    assert "seed-2018" in cli("profile", "list").out
    assert "site-address" in cli("checks", "list").out
    assert "remedy" in cli("checks", "show", "site-phone").out
    assert "critical" in cli("profile", "show", "seed-2018", "LOC-01").out
    assert cli("checks", "show", "nope").code == 2


def test_a_profile_of_ones_own_is_validated_by_its_id(cli, workspace):
    (workspace / "profiles").mkdir()
    (workspace / "profiles" / "ours.toml").write_text(
        'schema = 1\nid = "ours"\nversion = "1"\ntitle = "Ours"\ndescription = "d"\nextends = "seed-2018"\n'
    )
    assert "ours is valid" in cli("profile", "validate", "ours").out
    unknown = cli("profile", "validate", "theirs")
    assert unknown.code == 2
    assert "ours" in unknown.err
    assert "comes with the program" in cli("profile", "validate", "seed-2018").err


def test_profile_schema_and_validation(cli, tmp_path):
    assert json.loads(cli("profile", "schema").out)["$schema"].endswith("2020-12/schema")
    own = tmp_path / "own.toml"
    own.write_text(
        'schema = 1\nid = "own"\nversion = "1"\ntitle = "t"\ndescription = "d"\nextnds = "seed-2018"\n'
    )
    ended = cli("profile", "validate", own)
    assert ended.code == 2
    assert "line 6" in ended.err
    assert "extends" in ended.err
