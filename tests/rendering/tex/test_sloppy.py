"""Formulas as people type them, who know little TeX or trust the reader."""

from tests.rendering.tex.written import block, drawn, line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_names_of_functions_need_no_backslash() -> None:
    check(
        {
            "2cos^2 x": "2 cos² x",
            "ln x + log_2(n)": "ln x + log₂(n)",
            "lim_{x→0} f(x)": "lim_(x→0) f(x)",
            "gcd(a,b)": "gcd(a, b)",
            "x_{max}": "xₘₐₓ",
            "xsin(x) + maximum": "xsin(x) + maximum",
        }
    )
    assert block("lim_{n→0} a") == drawn("""
        lim a
        n→0
    """)


def test_characters_of_unicode_are_the_signs_that_they_show() -> None:
    check(
        {
            "5 ⋅ 10^−3": "5 · 10⁻³",
            "5 – 3": "5 − 3",
            "pp. 5–3": "pp. 5–3",
            "{x ∣ x > 0}": "x | x > 0",
            "x≪y": "x ≪ y",
            "a∥b": "a ∥ b",
            "A⊊B": "A ⊊ B",
            "p⟺q": "p ⟺ q",
        }
    )


def test_remainders_may_be_written_in_letters() -> None:
    check({"a ≡ b (mod n)": "a ≡ b (mod n)", "7 = 1 (mod 3)": "7 = 1 (mod 3)", "f (x)": "f(x)"})


def test_a_factor_apart_from_a_quotient_stays_apart() -> None:
    check({"V = 4/3 \\pi r^3": "V = 4/3 πr³", "A = 1/2 bh": "A = 1/2 bh", "4/3\\pi": "4/3π", "a/3 b": "a/3b"})


def test_differentials_are_no_elements_with_bonds() -> None:
    check({"dU=TdS-PdV": "dU = TdS − PdV", "R_2S-H": "R₂S−H"})


def test_relations_behind_a_sign_of_columns_in_cases_are_equations() -> None:
    check({"\\begin{cases} 2x &= 7 \\\\ x &= 1, \\end{cases}": "{ 2x = 7; x = 1 }"})


def test_braces_around_a_differential_change_nothing() -> None:
    check({"\\int_0^1{x^2}{dx}": "∫₀¹ x² dx", "\\int{f(x)}dx": "∫ f(x) dx", "{\\cal L}(x)": "ℒ(x)"})


def test_negated_inclusions_are_known() -> None:
    check({"A \\nsubset B \\nsupset C": "A ⊄ B ⊅ C"})
