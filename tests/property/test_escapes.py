"""Letters written as escapes of HTML, URLs or programs read like the letters themselves, capitals included."""

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.confidential import Address, Person, PlaceName, Plate

FACTS = {
    "the 88 Lakeview Drive": Address.parse("88 Lakeview Drive, Madison, WI 53703", "site"),
    "off 1247 N Maple": Address.parse("1247 North Maple Street, Springfield, IL 62704", "site"),
    "ask Alex Example": Person.parse("Alex Example", "case manager"),
    "at Maple House": PlaceName.parse("Maple House", "house"),
    "a van, AB 12345": Plate.parse("AB 12345", "van"),
}
ESCAPES = {
    "decimal": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "hexadecimal": lambda text: "".join(f"&#x{ord(c):x};" for c in text),
    "program": lambda text: "".join(f"\\u{ord(c):04x}" for c in text),
    "byte": lambda text: "".join(f"\\x{ord(c):02x}" for c in text),
    "url": lambda text: "".join(f"%{ord(c):02X}" for c in text),
    "url, as needed": quote,
}


@pytest.mark.parametrize("escape", ESCAPES.values(), ids=ESCAPES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_an_escaped_part_changes_nothing(escape, data) -> None:
    text = data.draw(st.sampled_from(list(FACTS)))
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    escaped = text[:start] + escape(text[start:stop]) + text[stop:]
    fact = FACTS[text]
    assert [m.grade for m in fact.find_in(escaped)] == [m.grade for m in fact.find_in(text)]
