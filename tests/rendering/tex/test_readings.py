"""Formulas that are easily read as something else."""

from tests.rendering.tex.written import line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_a_difference_of_capitals_keeps_its_brackets_over_a_bar_and_below_one() -> None:
    check({"rN\\left(\\frac{K-N}{K}\\right)": "rN((K−N)/K)", "\\frac{1}{A-B}": "1/(A−B)"})


def test_a_fraction_with_a_minus_behind_a_factor_is_no_difference() -> None:
    check({"a\\frac{-b}{c}": "a (−b)/c", "x = \\frac{-b}{c}": "x = −b/c", "\\frac{-b}{c}": "−b/c"})
