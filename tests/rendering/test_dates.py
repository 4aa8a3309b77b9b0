"""Dates by the tokens of moment.js."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.rendering.dates import format_date

DAY = datetime.date(2024, 12, 1)  # a Sunday


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("MMM DD, YYYY", "Dec 01, 2024"),
        ("D MMMM YY", "1 December 24"),
        ("dddd ddd dd d E", "Sunday Sun Su 0 7"),
        ("YYYY-MM-DD", "2024-12-01"),
        ("Do, Mo, M, Q", "1st, 12th, 12, 4"),
        ("DDDD DDD", "336 336"),
        ("WW W", "48 48"),
        ("HH:mm:ss H h hh A a", "00:00:00 0 12 12 AM am"),
        ("[Posted on] D [of M]", "Posted on 1 of M"),
        ("[] D [open", "1 [open"),
        ("", ""),
        ("¿?", "¿?"),
    ],
)
def test_a_date_is_written_by_its_pattern(pattern: str, expected: str) -> None:
    assert format_date(DAY, pattern).strip() == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st")],
)
def test_days_have_their_english_endings(day: int, expected: str) -> None:
    assert format_date(datetime.date(2024, 1, day), "Do") == expected


def test_the_week_is_that_of_its_iso_year() -> None:
    assert format_date(datetime.date(2021, 1, 3), "W WW DDDD") == "53 53 003"


@given(st.dates(), st.text("YMDQEWdohHmsAa[] ,.-x") | st.text())
def test_every_date_can_be_written_by_every_pattern(date: datetime.date, pattern: str) -> None:
    assert isinstance(format_date(date, pattern), str)
