"""What a printer tells apart by height, and one line by brackets or blanks."""

from tests.rendering.tex.written import block, drawn, line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_a_factorial_belongs_to_the_root_or_to_what_is_in_it() -> None:
    check(
        {
            "\\sqrt{a}!": "(√a)!",
            "\\sqrt{a!}": "√(a!)",
            "\\sqrt{(a)!}": "√((a)!)",
            "\\sqrt[3]{n}!^2": "(∛n)!²",
            "\\frac{\\sqrt{n}!}{2}": "(√n)!/2",
        }
    )
    assert block("\\frac{\\sqrt{n}!}{2}") == drawn("""
         (√n)!
        ───────
           2
    """)


def test_a_script_on_braces_is_a_script_on_all_that_they_hold() -> None:
    check(
        {
            "{\\sin x}^2": "(sin x)²",
            "\\sin x^2": "sin x²",
            "{-1}^n": "(−1)ⁿ",
            "{a+b}^2": "(a + b)²",
            "{x_1}_2": "(x₁)₂",
            "{x_1}^2": "x₁²",
            "{SO_4}^{2-}": "SO₄²⁻",
            "{\\text{m}/\\text{s}}^2": "m/s²",
        }
    )
    assert block("{a+b}^2") == ["(a + b)²"]


def test_braces_behind_a_function_hold_its_argument() -> None:
    check(
        {
            "\\sin{x+y} + 1": "sin(x + y) + 1",
            "\\exp{-x^2}": "exp(−x²)",
            "\\ln{ab}": "ln ab",
            "\\lim_{x \\to 0}{x + 1}": "lim_(x→0) x + 1",
        }
    )


def test_the_bar_of_an_evaluation_stands_behind_the_whole() -> None:
    check(
        {
            "\\left. x^2 + x \\right|_0^1": "(x² + x)|₀¹",
            "\\left. (x^2 + x) \\right|_0^1": "(x² + x)|₀¹",
            "\\left. \\frac{x^2}{2} \\right|_0^1": "x²/2|₀¹",
            "\\left. \\frac{x^2}{2} + x \\right|_0^1": "(x²/2 + x)|₀¹",
        }
    )
    assert block("\\left. x^2 + x \\right|_0^1") == ["(x² + x)|₀¹"]
    assert block("\\left. \\frac{x}{2} + x \\right|_0^1") == drawn("""
         x     │¹
        ─── + x│
         2     │₀
    """)


def test_lines_over_neighbours_are_not_one_line() -> None:
    check(
        {
            "\\overline{A}\\overline{B} = \\overline{AB}": "A\u0305 B\u0305 = A\u0305B\u0305",
            "\\overline{A}B": "A\u0305B",
            "\\overline{\\overline{A}\\,\\overline{B}}": "(\u0305A\u0305\u0305 B\u0305\u0305)\u0305",
            "\\overline{\\overline{A}}\\,\\overline{\\overline{B}}": "A\u0305\u0305 B\u0305\u0305",
            "\\overline{a+b}^2": "(a\u0305 +\u0305 b\u0305)²",
            "\\overline{AB}^2": "A\u0305B\u0305²",
        }
    )


def test_the_mean_of_squares_is_not_the_square_of_the_mean() -> None:
    check(
        {
            "\\bar{x^2}": "x\u0305²\u0305",
            "\\bar{x}^2": "x\u0304²",
            "\\bar{xy}": "x\u0305y\u0305",
            "\\bar{\\sqrt{x}}": "√\u0305x\u0305",
            "\\bar{-x}": "−\u0305x\u0305",
            "\\bar{x_1}": "x\u0304₁",
            "\\dot{x^2}": "(x²)\u0307",
            "\\hat{\\sigma^2}": "σ\u0302²",
            "\\hat{f'}": "f\u0302′",
        }
    )


def test_names_of_two_words_need_no_brackets_for_what_stands_below_them() -> None:
    check(
        {
            "\\underset{x}{\\arg\\max}\\, f(x)": "arg max_x f(x)",
            "{\\arg\\max}_{x} f(x)": "arg maxₓ f(x)",
            "\\underset{x \\in X}{\\operatorname{arg\\,max}} f": "arg max_(x∈X) f",
        }
    )


def test_what_a_derivative_is_taken_of_has_brackets() -> None:
    check({"\\nabla\\frac{1}{r}": "∇(1/r)", "\\Delta\\frac{1}{\\lambda}": "Δ(1/λ)", "x\\frac{1}{r}": "x 1/r"})


def test_the_degree_of_a_root_is_no_power_of_what_stands_before_it() -> None:
    check(
        {
            "(a+b)\\sqrt[n]{c}": "(a + b) ⁿ√c",
            "n!\\sqrt[n]{2}": "n! ⁿ√2",
            "\\text{so}\\sqrt[n]{2}": "so ⁿ√2",
            "2\\sqrt[3]{x}": "2∛x",
        }
    )


def test_a_ratio_is_a_division() -> None:
    check(
        {
            "\\frac{a:b}{c:d}": "(a:b)/(c:d)",
            "\\frac{a}{b}:c": "(a/b):c",
            "a:\\frac{b}{c}": "a:(b/c)",
            "\\frac{a}{b}:": "a/b:",
            "\\frac{a}{b} : \\frac{c}{d}": "a/b : c/d",
        }
    )


def test_words_behind_a_percentage_and_quantifiers_behind_each_other_stand_apart() -> None:
    check(
        {
            "10% of x": "10% of x",
            "5\\% is": "5% is",
            "x + 1 if n is even or odd": "x + 1 if n is even or odd",
            "a b if": "ab if",
            "\\forall x \\exists y \\neg\\exists z": "∀x ∃y¬∃z",
        }
    )
