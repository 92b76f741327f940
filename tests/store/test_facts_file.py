"""A workspace's confidential.toml is given a key for fingerprints, once, and nothing else of it changes."""

import tomllib

import pytest

from auditor.core.errors import ConfigurationError
from auditor.core.status import Kind
from auditor.store.facts_file import give_key, read_facts

TOML = """# ours
schema = 1

[[phone]]   # Jo's
label = "line"
number = "+1 217 555 0148"
"""
PLACE = ("site-phone", "line", Kind.PHONE, "https://www.example.org/", "html-text")


def test_a_key_is_added_once_and_the_rest_stays(tmp_path):
    path = tmp_path / "confidential.toml"
    path.write_text(TOML, encoding="utf-8")
    first = read_facts(path)
    assert first.has_own_key
    text = path.read_text("utf-8")
    assert text.endswith(TOML)
    assert len(tomllib.loads(text)["fingerprint_key"]) == 64
    assert path.stat().st_mode & 0o777 == 0o600
    again = read_facts(path)
    assert path.read_text("utf-8") == text
    assert again.fingerprints().of(*PLACE) == first.fingerprints().of(*PLACE)


def test_a_broken_file_is_left_alone_and_told_by_its_reader(tmp_path):
    path = tmp_path / "confidential.toml"
    path.write_text("[[phone]\n", encoding="utf-8")
    give_key(path)
    assert path.read_text("utf-8") == "[[phone]\n"
    with pytest.raises(ConfigurationError, match="not valid TOML"):
        read_facts(path)
    give_key(tmp_path / "none.toml")
    assert not (tmp_path / "none.toml").exists()
