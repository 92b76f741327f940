"""The example in docs/profiles.md is a profile that works."""

import re
from pathlib import Path

from auditor.store.profiles import load_profile, shipped_ids, validate_file

DOC = Path(__file__).parents[2] / "docs" / "profiles.md"


def test_the_example_is_valid(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    path = tmp_path / "maple.toml"
    path.write_text(example[1], encoding="utf-8")
    profile = validate_file(path)
    parent = load_profile("trafficking-youth-residential")
    assert {c.id for c in profile.controls} == ({c.id for c in parent.controls} | {"MAP-01"}) - {"VEH-03"}
    changed, before = profile.control("MEE-02"), parent.control("MEE-02")
    assert changed is not None
    assert before is not None
    assert (changed.weight, changed.question) == (5, before.question)


def test_the_table_lists_every_shipped_profile() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \|.*\| (?:`([^`]+)`)? ?\|$", DOC.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(name for name, _ in rows) == list(shipped_ids())
