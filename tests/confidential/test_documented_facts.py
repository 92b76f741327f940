"""docs/matching.md: every example about phones, places, people, names and plates holds."""

import re
from pathlib import Path

import pytest

from auditor.confidential import Person, Phone, Place, PlaceName, Plate
from auditor.core.match import strongest

MATCHING = Path(__file__).parents[2] / "docs" / "matching.md"
FACTS = {
    "phone": Phone.parse("+1 217 555 0148", "12"),
    "place": Place(39.7817, -89.6501, 150),
    "person": Person.parse("Alex Fernandez"),
    "name": PlaceName.parse("Maple House"),
    "plate": Plate.parse("AB 12345"),
}
ROW = re.compile(r"^\| (\w+) \| `([a-z-]+)` \| (exact|probable|partial|nothing) \| `(.+?)` \| ", re.MULTILINE)
ROWS = [row for row in ROW.findall(MATCHING.read_text(encoding="utf-8")) if row[0] in FACTS]


@pytest.mark.parametrize(("kind", "rule", "grade", "example"), ROWS)
def test_the_documented_example_holds(kind, rule, grade, example):
    match = strongest(FACTS[kind].find_in(example))
    assert (match.grade.value if match else "nothing") == grade
    assert match is None or match.rule == rule


def test_every_kind_is_documented_with_a_match_and_a_near_miss():
    for kind in FACTS:
        grades = {grade for found, _, grade, _ in ROWS if found == kind}
        assert "nothing" in grades
        assert len(grades) >= 3
