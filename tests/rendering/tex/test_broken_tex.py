"""Formulas that are no formulas."""

import pytest

from tui.rendering.tex.cursor import TexError
from tui.rendering.tex.parser import parse

BROKEN = [
    "\\frac{a}",
    "\\frac",
    "x^",
    "x_{a",
    "}",
    "x_1^2_3",
    "\\SI{5}{\\nothing}",
    "\\SI{5}",
    "\\num{",
    "\\unit{\\tothe}",
    "\\pu{5",
    "\\left( x",
    "\\sideset{}{}x",
    "\\sideset{a}{}\\sum",
    "\\genfrac{(}{)}{0pt}{n}{k}",
    "\\text{\\c}",
    "\\text{\\'{ab}}",
    "\\right)",
    "\\left",
    "\\left\\nothing x \\right)",
    "\\begin{matrix} a",
    "\\begin{matrix} a \\end{array}",
    "\\begin{nothing} a \\end{nothing}",
    "\\begin{array} a \\end{array}",
    "\\begin",
    "\\unknown",
    "\\",
    "\\sqrt[3",
    "\\text{a",
    "\\text",
    "\\ce{A",
    "\\ce{A ->[B}",
    "\\not\\frac",
    "\\color",
]


@pytest.mark.parametrize("source", BROKEN)
def test_broken_and_unknown_tex_is_refused(source: str) -> None:
    with pytest.raises(TexError):
        parse(source)


@pytest.mark.parametrize(
    "part",
    ["(", "{", "\\left(", "\\frac{a}{", "x^{", "\\sqrt ", "\\ce{", "\\begin{matrix}", "{\\over ", "\\vec ", "^a"],
)
def test_thousands_of_levels_are_refused_and_do_no_harm(part: str) -> None:
    with pytest.raises(TexError):
        parse(part * 5000)


@pytest.mark.parametrize(("beginning", "part"), [("\\not", "{"), ("\\begin{array}", "{")])
def test_thousands_of_groups_where_one_is_expected_do_no_harm(beginning: str, part: str) -> None:
    with pytest.raises(TexError):
        parse(beginning + part * 5000)


def test_brackets_that_do_not_match_are_signs() -> None:
    parse(")" * 5000)
    parse("|" * 5000)
    parse("|\\rangle" * 5000)
    parse("](")
