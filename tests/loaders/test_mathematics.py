"""Formulas are found in a text, and money is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.mathematics import LONGEST, formula_end, formula_spans

texts = st.text(alphabet="$\\\\()[]` \n\tab7é>US", max_size=60)


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("$a$ and $ b $ and \\(c\\) and \\[d\\] and $$e$$", ["$a$", "$ b $", "\\(c\\)", "\\[d\\]", "$$e$$"]),
        ("$3 each, $ d $ miles", ["$ d $"]),
        ("US$ 1.3 and US$ 2.4", []),
        ("US$ 5 and US$ 6, but $x$ and $ y $", ["$x$", "$ y $"]),
        ("$6, US$ 5 or AU$ 7", []),
        ("$US$ 5 times, the space BUS$ 5$", ["$US$"]),
        ("C$_{2}$H$_{6}$O", ["$_{2}$", "$_{6}$"]),
        ("US$ 5 and $$x$$", ["$$x$$"]),
        ("$a$$b$", ["$a$", "$b$"]),
        ("$a$$b$ and $c$$d$", ["$a$", "$b$", "$c$", "$d$"]),
        ("$a\nb$", []),
        ("\\( a\n\nb \\) $$c$$", ["$$c$$"]),
        ("$$a\n\nb$$", ["$$a\n\nb$$"]),
        ("so $$a\n\nb$$", []),
        ("\\\\(a\\) \\$b$", []),
        ("$$$$ \\(\\) $ $", []),
        ("$x `$` y$", []),
        (f"$$ {'x' * LONGEST} $$ $y$", ["$y$"]),
    ],
)
def test_formulas_are_found_and_money_is_not(text: str, formulas: list[str]) -> None:
    assert [text[start:end] for start, end in formula_spans(text)] == formulas


@given(texts)
def test_formulas_stand_one_after_the_other(text: str) -> None:
    position = 0
    for start, end in formula_spans(text):
        assert position <= start < end <= len(text)
        assert formula_end(text, start, end) == end
        position = end


@given(texts, st.integers(0, 60))
def test_nothing_is_read_beyond_the_end(text: str, end: int) -> None:
    for start in range(min(end, len(text))):
        assert formula_end(text, start, end) == formula_end(text[:end], start, len(text[:end]))
