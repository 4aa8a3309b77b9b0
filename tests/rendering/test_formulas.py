r"""Formulas are found whole: `\\`, `_` and `*` in them are no Markdown."""

from functools import partial

import pytest

from tests.rendering import samples

shown = partial(samples.shown, formulas_as_source=True)

FORMULAS = [
    "$a_1 * b_1 * c$",
    r"$ x \\ y $",
    r"$\{a, b\}$",
    r"\( a_{1}*b_{2}*c \)",
    r"$$\text{a}_1 [b](c) `d$$",
    "$|x|$",
    r"$&lt;$",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_markdown_leaves_a_formula_alone(formula: str) -> None:
    assert shown(f"so {formula} holds", 80) == f"so {formula} holds"


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_stays_whole_wherever_it_stands(formula: str) -> None:
    assert formula in shown(f"- **strong {formula}** text", 80)
    assert formula in shown(f"### About {formula}", 80)
    assert formula in shown(f"> quoted {formula}", 80)


def test_money_is_no_formula() -> None:
    assert shown("costs $30 *and* is $40", 80) == "costs $30 and is $40"
    assert shown("US$ 1.3 *and* US$ 133.9", 80) == "US$ 1.3 and US$ 133.9"
    assert shown("$3 per gallon *or* $ d*e*f $", 80) == "$3 per gallon or $ d*e*f $"


def test_a_formula_ends_before_the_next_line() -> None:
    assert shown("$ a\n*b* $", 80) == "$ a\nb $"


def test_code_holds_no_formula() -> None:
    assert shown("`echo $$` *and* `$$`", 80) == "echo $$ and $$"


def test_a_display_of_several_lines_is_one_block() -> None:
    assert shown("so:\n$$\na\n+ b\n= c\n- d\n$$\nthen", 80) == "so:\n\n    $$ a + b = c - d $$\n\nthen"


def test_a_display_in_an_item_stands_below_its_words() -> None:
    assert shown("1. so:\n   \\[ x \\\\ y \\]\n2. end", 80) == "1. so:\n\n       \\[ x \\\\ y \\]\n\n2. end"


def test_a_display_under_a_heading_keeps_the_air_that_it_has_elsewhere() -> None:
    assert shown("# One\n$$x$$\n# Two\ntext", 80) == "One\n\n    $$x$$\n\nTwo\ntext"


def test_a_display_within_a_sentence_stays_there() -> None:
    assert shown("as $$x$$ for", 80) == "as $$x$$ for"


def test_signs_that_are_never_closed_stay_in_the_text() -> None:
    assert shown("a $$ b *c*\n\nd $$", 80) == "a $$ b c\n\nd $$"
    assert shown(r"a \( b", 80) == "a ( b"


def test_displays_in_code_are_left_alone() -> None:
    assert shown("```\n$$\na\n$$\n```", 80) == " $$\n a\n $$"


def test_a_display_in_a_quote_loses_the_quoting_signs() -> None:
    assert shown("> $$\n> a\n> $$", 80) == "▎     $$ a $$"
