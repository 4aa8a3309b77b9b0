import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.query import Query, parse_query


@given(st.text(), st.booleans())
def test_any_string_is_a_query(text: str, typing: bool) -> None:
    assert isinstance(parse_query(text, typing=typing), Query)


@given(
    st.lists(st.sampled_from(['"', "-", "subject:", "after:2024", "before:", "a", " ", "“", "author:x", ":", "é"]))
)
def test_signs_in_any_order_are_a_query(parts: list[str]) -> None:
    parse_query("".join(parts), typing=True)


def test_plain_words_are_words_whatever_signs_stand_between_them() -> None:
    query = parse_query("What's a C++ pointer (in short)?")
    assert query.words == ("What's", "a", "C++", "pointer", "in", "short")


def test_operators_of_other_programs_are_text() -> None:
    assert parse_query("tin AND (solder OR nocol:x").words == ("tin", "AND", "solder", "OR", "nocol", "x")


def test_quoted_words_stand_together() -> None:
    query = parse_query('melting "soft metal" point')
    assert query.words == ("melting", "soft", "metal", "point")
    assert query.phrases == (("soft", "metal"),)


def test_curly_quotes_quote_as_well() -> None:
    assert parse_query("“soft metal”").phrases == (("soft", "metal"),)


def test_a_quote_that_does_not_end_holds_to_the_end() -> None:
    assert parse_query('why "soft met').phrases == (("soft", "met"),)


def test_a_word_after_a_minus_must_be_absent() -> None:
    query = parse_query('tin -solder -"soft metal"')
    assert query.words == ("tin",)
    assert query.without == (("solder",), ("soft", "metal"))


@pytest.mark.parametrize("text", ["x-ray", "-5", "a - b"])
def test_a_minus_within_a_word_or_before_a_number_excludes_nothing(text: str) -> None:
    assert parse_query(text).without == ()


def test_filters_are_taken_out_of_the_text() -> None:
    query = parse_query('tin subject:physics author:"A. Smith"')
    assert query == Query(words=("tin",), subjects=("physics",), authors=("A. Smith",))


def test_several_subjects_may_be_named() -> None:
    assert parse_query("subject:physics Subject:chemistry").subjects == ("physics", "chemistry")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("after:2024", datetime.date(2024, 1, 1)),
        ("after:2024-12", datetime.date(2024, 12, 1)),
        ("after:2024-12-24", datetime.date(2024, 12, 24)),
        ("after:2023-02-31", datetime.date(2023, 2, 28)),
    ],
)
def test_dates_may_be_years_months_and_days(text: str, day: datetime.date) -> None:
    assert parse_query(text) == Query(after=day)


@pytest.mark.parametrize("text", ["after:tomorrow", "after:2024-13", "after:0000", "after:99999", "after:"])
def test_a_date_that_is_none_is_text(text: str) -> None:
    query = parse_query(text)
    assert query.after is None
    assert query.words[0] == "after"


@pytest.mark.parametrize("text", ["", " ", "?!", '""', "-", "“”"])
def test_nothing_to_look_for_is_an_empty_query(text: str) -> None:
    assert not parse_query(text)


def test_the_last_word_is_a_beginning_only_while_somebody_types_it() -> None:
    assert parse_query("soft met", typing=True).unfinished
    assert not parse_query("soft met").unfinished
    assert not parse_query("soft met ", typing=True).unfinished
    assert not parse_query('"soft met', typing=True).unfinished
    assert not parse_query("met -so", typing=True).unfinished


def test_a_very_long_query_is_cut() -> None:
    assert len(parse_query("tin " * 10_000).words) == 32
