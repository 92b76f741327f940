"""Quarters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.core.errors import ConfigurationError
from auditor.core.period import Period

days = st.dates(date(1900, 1, 1), date(2900, 1, 1))


@given(days)
def test_every_day_is_in_its_quarter_and_in_no_neighbour(day: date) -> None:
    quarter = Period.of(day)
    assert day in quarter
    assert day not in quarter.next
    assert day not in quarter.previous
    assert quarter.next.previous == quarter
    assert quarter.end + timedelta(days=1) == quarter.next.start
    assert Period.parse(str(quarter)) == quarter
    assert quarter.previous < quarter < quarter.next


@pytest.mark.parametrize("text", ["2026-Q4", "2026-q4", " 2026-Q4 "])
def test_small_slips_are_read(text: str) -> None:
    assert Period.parse(text) == Period(2026, 4)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-Q5", "2026-Q0", "0000-Q1", "26-Q1", "2026-Q4 and more", "２０２６-Q1"]
)
def test_anything_else_is_refused_with_the_form(text: str) -> None:
    with pytest.raises(ConfigurationError, match="write it like 2026-Q4"):
        Period.parse(text)
