"""What stands above and below something, without a bar between."""

from tests.rendering.tex.written import block, drawn, line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_two_rows_without_a_bar_are_parted_by_a_semicolon_on_one_line() -> None:
    check(
        {
            "\\sum_{i \\ge 0 \\atop i \\ne j} x_i": "∑_(i≥0; i≠j) xᵢ",
            "\\sum_{\\substack{i = 1 \\\\ j = 2}}^n a": "∑_(i=1; j=2)^n a",
            "\\left\\{{n \\atop k}\\right\\}": "{n; k}",
            "{n \\brack k}": "[n; k]",
            "{n \\brace k}": "{n; k}",
            "x {a \\atop b} y": "x(a; b)y",
        }
    )
    assert block("\\left\\langle {a \\atop b + c} \\right\\rangle") == drawn("""
        ⟨  a  ⟩
         b + c
    """)


def test_a_general_fraction_has_the_brackets_and_the_bar_that_it_asks_for() -> None:
    check(
        {
            "\\genfrac{(}{)}{0pt}{}{n}{k}": "C(n, k)",
            "\\genfrac{}{}{}{}{a}{b + c}": "a/(b + c)",
            "\\genfrac[]{0pt}{0}{n}{k}": "[n; k]",
            "\\genfrac{\\{}{\\}}{0pt}{}{n}{k}": "{n; k}",
            "\\genfrac{(}{)}{}{1}{a+b}{c}": "((a + b)/c)",
            "\\genfrac{.}{|}{}{}{a}{c}_{x=0}": "a/c|ₓ₌₀",
        }
    )


def test_scripts_at_the_corners_of_a_sum_stay_there() -> None:
    check(
        {
            "\\sideset{}{'}\\sum_{n} a_n": "∑′ₙ aₙ",
            "\\sideset{_1^2}{_3^4}\\prod_a^b x": "²₁∏₃⁴ₐᵇ x",
        }
    )
    assert block("\\sideset{}{'}\\sum_{n} a_n") == drawn("""
        ∑′ aₙ
        n
    """)


def test_long_arrows_lie_over_and_under_their_letters() -> None:
    check(
        {
            "\\underrightarrow{AB}": "AB\u20ef",
            "\\underleftarrow{AB}": "AB\u20ee",
            "\\underleftrightarrow{AB}": "AB\u034d",
            "\\overrightharpoon{AB}": "AB\u20d1",
        }
    )


def test_a_brace_shows_what_it_holds() -> None:
    check(
        {
            "\\overbrace{x \\cdots x}^{n \\text{ times}}": "(x⋯x)^(n times)",
            "\\underbrace{a + b}_{\\text{sum}} + d": "(a + b)_sum + d",
            "\\underbrace{a + b}": "a + b",
            "\\underbrace{\\sqrt{a}}_{n}": "(√a)_n",
            "\\underbrace{x^2}_{n} - \\underbrace{-a}_{n}": "(x²)_n − (−a)_n",
            "\\overset{\\frown}{AB}": "(AB)^⌢",
        }
    )
    assert block("\\underbrace{a + b + c}_{\\text{sum}} + d") == drawn("""
        a + b + c + d
        └───┬───┘
           sum
    """)
    assert block("y = \\overbrace{x}^{\\text{one}} + 1") == drawn("""
           one
           ┌┴┐
        y = x + 1
    """)
