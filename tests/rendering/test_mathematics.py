"""Formulas on a page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rendering.samples import page, shown, shown_lines
from tui.rendering.styles import PageStyles

WORDS = "a formula such as"
SAMPLES = [
    "so $a + b = c$ holds",
    "so $$\\frac{a}{b} + \\sum_{i=1}^n x_i$$ holds",
    "$$\n\\frac{a}{b} = \\frac{c}{d} + \\frac{e}{f} = g\n$$",
    "- item:\n  $$ x = \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} $$.\n- end",
    "| a | $x^2 + y^2 = z^2$ |\n|---|---|\n| $\\frac{a}{b}$ | c |",
    "### The $n$-th $\\sqrt{x}$",
    "$$\\unknown{x}$$ and $\\unknown$",
    "$$ a $$\n$$ \\frac{b}{c} $$",
]


def test_a_formula_flows_in_its_sentence() -> None:
    assert shown("The root of $x^2$ is $ |x| $, not \\(x\\).") == "The root of x² is |x|, not x."
    assert shown("Sugar is C$_{12}$H$_{22}$O$_{11}$.") == "Sugar is C₁₂H₂₂O₁₁."


def test_a_formula_is_not_broken_while_it_fits_a_line() -> None:
    assert shown_lines(f"{WORDS} $a + b = c$ stands", 22) == [WORDS, "a + b = c stands"]


def test_a_formula_wider_than_a_line_is_broken_before_its_relations() -> None:
    assert shown_lines(f"{WORDS} $a + b = c + d = e + f$ stands", 18) == [
        WORDS,
        "a + b = c + d",
        "= e + f stands",
    ]


def test_a_formula_stays_with_the_sign_that_follows() -> None:
    assert shown_lines("so many words $a + b$, and", 17) == ["so many words", "a + b, and"]


def test_formulas_show_in_headings_emphasis_and_links() -> None:
    text = "### About $x_1$\n\n**strong $a_1$** and *$b_2$* and [to $c_3$](https://example.com)"
    assert shown(text) == "About x₁\nstrong a₁ and b₂ and to c₃"
    assert page(text).headings[0].text == "About x₁"


def test_a_wide_formula_in_a_heading_has_plain_blanks_in_the_outline() -> None:
    assert page("### On $a + b$\ntext").headings[0].text == "On a + b"


def test_no_other_blanks_than_usual_ones_reach_the_page() -> None:
    result = page("so $a + b = c$ and $$x + y$$\n\n$$x + y$$", 8)
    assert "\xa0" not in "".join(segment.text for line in result.lines for segment in line)


def test_formulas_show_in_cells_of_a_table() -> None:
    text = "| angle | point |\n|---|---|\n| $30^\\circ$ | $\\left(\\frac{\\sqrt{3}}{2}, \\frac{1}{2}\\right)$ |"
    assert shown_lines(text)[2] == "30°     (√3/2, 1/2)"


def test_a_formula_in_a_narrow_cell_is_broken_before_its_relation() -> None:
    text = "| a | b |\n|---|---|\n| $x + y + z = a + b + c$ | some words |"
    assert shown_lines(text, 30)[2:] == ["x + y + z           some words", "= a + b + c"]


def test_a_display_is_stacked_and_stands_by_itself() -> None:
    assert shown_lines("so:\n$$\nx = \\frac{a}{b}\n$$\nand") == [
        "so:",
        "",
        "         a",
        "    x = ───",
        "         b",
        "",
        "and",
    ]


def test_a_display_within_a_sentence_stays_on_its_line() -> None:
    assert shown("as $$\\frac{a}{b}$$ for") == "as a/b for"


def test_a_sign_after_a_display_stands_on_its_baseline() -> None:
    assert shown_lines("$$\\frac{a}{b}$$.") == ["     a", "    ───.", "     b"]
    assert shown_lines("$$a = 1 \\\\ b = 2$$,") == ["    a = 1", "    b = 2,"]


def test_a_display_in_an_item_is_stacked_below_its_words() -> None:
    assert shown_lines("1. so:\n   $$ \\frac{a}{b} $$\n2. end") == [
        "1. so:",
        "",
        "        a",
        "       ───",
        "        b",
        "",
        "2. end",
    ]


def test_a_display_in_a_quote_is_stacked_behind_its_bar() -> None:
    assert shown_lines("> $$\\frac{a}{b}$$") == ["▎      a", "▎     ───", "▎      b"]


def test_stacked_displays_under_each_other_stand_apart() -> None:
    assert shown_lines("$$x$$\n$$y$$") == ["    x", "    y"]
    assert shown_lines("$$x$$\n$$\\frac{a}{b}$$") == ["    x", "", "     a", "    ───", "     b"]


def test_a_display_gives_up_its_indent_before_its_shape() -> None:
    assert shown_lines("$$\\frac{abcdefgh}{2}$$", 12) == [" abcdefgh", "──────────", "    2"]


def test_a_display_that_fits_in_no_way_is_one_line_wrapped() -> None:
    text = "$$\\frac{abc + def + ghi}{2} = 1$$"
    assert shown_lines(text, 14) == ["    (abc + def", "    + ghi)/2", "    = 1"]


@pytest.mark.parametrize("source", ["$\\unknown{x} + 1$", "$$\\frac{a}{$$", "$ {} $"])
def test_what_is_no_tex_shows_as_it_was_written(source: str) -> None:
    assert shown(f"so {source} is") == f"so {source} is"


def test_formulas_show_as_their_source_when_asked() -> None:
    text = "so $x^2$\n\n$$\\frac{a}{b}$$"
    assert shown(text, formulas_as_source=True) == "so $x^2$\n\n    $$\\frac{a}{b}$$"


def test_a_formula_has_its_style_in_every_row() -> None:
    styles = PageStyles.plain()
    result = page("$$\\frac{a}{b}$$", 40, styles)
    assert [segment.style for line in result.lines[2:] for segment in line if segment.text.strip()] == [
        styles.formula
    ] * 3


def test_unsafe_characters_in_a_formula_become_signs() -> None:
    assert "\u202e" not in shown("$$\\frac{\u202ea}{b}$$ and $\u202eb$")


@pytest.mark.parametrize("text", SAMPLES)
@given(st.integers(1, 120), st.integers(1, 120), st.booleans(), st.booleans())
@settings(max_examples=30, deadline=None)
def test_what_follows_a_formula_has_one_place(
    text: str, width: int, other: int, as_source: bool, other_as_source: bool
) -> None:
    source = f"{text}\n\nthe end"
    here = page(source, width, formulas_as_source=as_source)
    there = page(source, other, formulas_as_source=other_as_source)
    places = []
    for result in (here, there):
        last = max(number for number in range(len(result.lines)) if "t" in result.text_of(number))
        first = max(number for number in range(last + 1) if not result.lines[number]) + 1
        places.append(result.position_of(first))
        assert list(result.positions) == sorted(result.positions)
    assert places[0] == places[1]


def test_the_row_of_a_display_at_the_top_is_found_again() -> None:
    text = "word\n\n$$\\frac{a + b + c}{d} = \\frac{e}{f}$$\n\nword"
    result = page(text, 60)
    rows = [number for number in range(len(result.lines)) if "─" in result.text_of(number)]
    for number in (rows[0] - 1, rows[0], rows[0] + 1):
        assert result.line_at(result.position_of(number)) == number
    source = page(text, 60, formulas_as_source=True)
    assert "$$" in source.text_of(source.line_at(result.position_of(rows[0])))
