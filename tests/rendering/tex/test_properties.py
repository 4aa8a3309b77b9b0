"""What holds for every formula."""

import re
import unicodedata
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rendering.tex.written import line
from tui.rendering.cells import width_of
from tui.rendering.mathematics import read_formula
from tui.rendering.tex.breaking import joined, loosened
from tui.rendering.tex.commands import COMMANDS
from tui.rendering.tex.parser import parse
from tui.rendering.tex.stacked import stack
from tui.rendering.tex.symbols import SYMBOLS

PIECES = [
    *COMMANDS,
    *list(SYMBOLS)[::7],
    *"{}{}()[]|^_&'+-=,.!/: ab12Δ",
    "\\\\",
    "\\right",
    "\\end{cases}",
    "\\begin{cases}",
    "\\begin{array}{c|c}",
    "{matrix}",
    "\\hline",
    "->",
    "漢",
    "\u0301",
]

_COMMANDS = re.compile(r"\\begin\{array\}\{[|c]*\}|\\(?:begin|end)\{\w+\}|\\[A-Za-z]+")

any_source = st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
widths = st.integers(min_value=1, max_value=120)

names = st.sampled_from(["a", "b", "x", "7", "12", "3.5", "\\alpha", "\\text{so it is}", "\\sin x", "-1"])


def of(template: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda found: template.format(*found))


def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        of("{} + {}", inner, inner),
        of("{} = {}", inner, inner),
        of("{{{}}}{{{}}}", inner, inner),
        of("\\frac{{{}}}{{{}}}", inner, inner),
        of("\\binom{{{}}}{{{}}}", inner, inner),
        of("{{{}}}^{{{}}}", inner, inner),
        of("{{{}}}_{{{}}}^{{{}}}", inner, inner, inner),
        of("\\sum_{{{}}}^{{{}}} {}", inner, inner, inner),
        of("\\lim_{{{}}} {}", inner, inner),
        of("\\int_{{{}}} {}", inner, inner),
        of("\\sqrt[{}]{{{}}}", names, inner),
        of("\\sqrt{{{}}}", inner),
        of("\\left( {} \\right]", inner),
        of("| {} |", inner),
        of("\\{{ {} \\}}", inner),
        of("\\hat{{{}}}", inner),
        of("\\overline{{{}}}", inner),
        of("\\begin{{pmatrix}} {} & {} \\\\ {} \\end{{pmatrix}}", inner, inner, inner),
        of("\\begin{{cases}} {} & {} \\\\ {} & 1 \\end{{cases}}", inner, inner, inner),
        of("\\begin{{aligned}} {} &= {} \\\\ {} \\end{{aligned}}", inner, inner, inner),
        of("\\begin{{array}}{{|c|c|}} \\hline {} & {} \\end{{array}}", inner, inner),
        of("x \\xrightarrow[{}]{{{}}} y", names, inner),
        of("\\overset{{{}}}{{{}}}", inner, inner),
        of("\\underbrace{{{}}}_{{{}}}", inner, inner),
        of("{{{} \\atop {}}}", inner, inner),
        of("{{{}}}^{{{}}}^{{{}}}", inner, inner, inner),
        of("{{{}}}!", inner),
        of("\\left. {} \\right|_{{{}}}", inner, names),
        of("\\ce{{\\frac{{{}}}{{{}}}}}", names, names),
        of("\\SI{{{}}}{{m/s}}", st.sampled_from(["1", "2.5"])),
    )


formulas = st.recursive(names, deeper, max_leaves=12)


def letters(text: str) -> Counter[str]:
    """Count letters and digits, whether small or on the line."""
    # Roots of third and fourth degree are signs of their own.
    whole = text.replace("∛", "3").replace("∜", "4")
    plain = unicodedata.normalize("NFKD", whole)
    return Counter(character for character in plain if character.isalnum())


@given(any_source, widths)
@settings(max_examples=500, deadline=None)
def test_any_text_shows_in_some_way(source: str, width: int) -> None:
    formula = read_formula(f"${source}$")
    assert formula.text.strip()
    assert formula.fitted(width)
    rows = formula.rows(width)
    assert rows is None or {width_of(row) for row in rows} == {width_of(rows[0])}
    assert rows is None or width_of(rows[0]) <= width


@given(formulas, widths)
@settings(max_examples=300, deadline=None)
def test_stacked_rows_have_one_width_and_fit(source: str, width: int) -> None:
    rows = stack(parse(source), width, width_of)
    if rows is not None:
        assert len({width_of(row) for row in rows}) == 1
        assert width_of(rows[0]) <= width


@given(formulas)
@settings(max_examples=300, deadline=None)
def test_no_letter_and_no_digit_is_lost(source: str) -> None:
    wanted = letters(_COMMANDS.sub(" ", source))
    assert wanted <= letters(line(source))
    rows = stack(parse(source), 10_000, width_of)
    assert rows is not None
    assert wanted <= letters("".join(rows))


@given(formulas)
@settings(max_examples=300, deadline=None)
def test_nothing_of_tex_is_left(source: str) -> None:
    assert not set("\\$&") & set(line(source))


@given(formulas, widths)
@settings(max_examples=200, deadline=None)
def test_breaking_adds_and_drops_nothing(source: str, width: int) -> None:
    shown = line(source)
    loose = loosened(joined(shown), width, width_of)
    assert loose.replace("\xa0", "").replace(" ", "") == shown.replace(" ", "")
    assert loose.split()
