"""A few answers still wear the quotation marks of a spreadsheet's export."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.answer import undo_csv_quoting
from loaders.parse import parse_article
from tests.writing import Written


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ('"The play ""Tin"" is short."', 'The play "Tin" is short.'),
        ('"""Tin"" is short."', '"Tin" is short.'),
        ('"It is ""Tin"""', 'It is "Tin"'),
        ('"Of ""Tin"",\nof ""Lead""."', 'Of "Tin",\nof "Lead".'),
    ],
)
def test_the_marks_of_a_spreadsheet_are_taken_off(text: str, repaired: str) -> None:
    assert undo_csv_quoting(text) == repaired


@pytest.mark.parametrize(
    "text", ["", '"', '""', '"a"', 'a ""b"" c', '"a" and "b"', '"a" is "" and "b"', '"a ""b"" c', '"a """b"" c"']
)
def test_other_marks_stay(text: str) -> None:
    assert undo_csv_quoting(text) == text


@given(st.text())
def test_the_repair_undoes_what_a_spreadsheet_does(text: str) -> None:
    exported = '"' + text.replace('"', '""') + '"'
    assert undo_csv_quoting(exported) == (text if '"' in text else exported)


def test_an_article_shows_its_answer_restored_and_repaired() -> None:
    written = Written(answer='"The ""Tin"" song.\n\nIt has $p \\neq q$."')
    article = parse_article(written.path, written.text().encode()).article
    assert article is not None
    assert article.answer == 'The "Tin" song.\n\nIt has $p \\neq q$.'
