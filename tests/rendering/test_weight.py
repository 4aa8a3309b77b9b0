"""Texts that would keep a reader waiting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.rendering.markdown import markdown_lines
from tui.rendering.styles import PageStyles
from tui.rendering.weight import is_too_heavy

COUNT = 10_000
HEAVY = {
    "opening brackets": "[" * COUNT,
    "images that never end": "![" * COUNT,
    "links that never end": "![a](" * COUNT,
    "closing brackets and parentheses": "](" * 4 * COUNT,
    "brackets in brackets": "[a" * COUNT + "]" * COUNT,
    "brackets spread over a paragraph": "[a " * 400 + "[b\n" * 600,
    "asterisks after letters": "*a " * 4 * COUNT,
    "underscores": "_" * 4 * COUNT,
    "backticks": "`a " * 4 * COUNT,
    "dollars": "$" * 4 * COUNT,
    "ampersands": "&" * 4 * COUNT,
    "angle brackets": "<" * COUNT * 2,
    "a wide table with short rows": "|a" * 400 + "\n" + "|-" * 400 + "\n" + "x\n" * 400,
    "a table in a quote": "> " + "|a" * 400 + "|\n> " + "|:-:" * 400 + "|\n" + "> x\n" * 400,
    "a long table": "|a|b|\n|-|-|\n" + "|c|d|\n" * COUNT,
    "pluses": "a+" * 13 * COUNT,
    "headings": "# a\n" * COUNT * 2,
    "items": "- a\n" * COUNT * 2,
    "definitions": "[a]: b\n" * COUNT,
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_text_that_is_too_heavy_shows_as_it_was_written(name: str) -> None:
    text = HEAVY[name]
    assert is_too_heavy(text)
    lines = markdown_lines(text, 80, PageStyles.plain())
    letters = "".join(segment.text for line in lines for segment in line.segments)
    assert letters.replace(" ", "") == "".join(text.split())


def test_long_prose_and_long_tables_of_real_life_are_not_too_heavy() -> None:
    prose = "Some *words* and a [link](https://example.com/), as in `code`, $x^2$.\n\n" * 1_500
    table = "|name|count|\n|---|--:|\n" + "|one of them|1,000|\n" * 2_000
    intervals = "The interval [0, 1) is half open; so is [1, 2). " * 30
    assert not is_too_heavy(prose)
    assert not is_too_heavy(table)
    assert not is_too_heavy(intervals)


@given(st.lists(st.sampled_from(["a b", "", "  c", "\t", "é漢", "x" * 90, "*", "\n"])), st.integers(1, 100))
def test_a_text_as_it_was_written_keeps_all_but_blanks(texts: list[str], width: int) -> None:
    source = "\n".join(texts) + "[" * COUNT
    lines = markdown_lines(source, width, PageStyles.plain())
    kept = "".join(segment.text for line in lines for segment in line.segments)
    assert kept.replace(" ", "") == "".join(source.split())
