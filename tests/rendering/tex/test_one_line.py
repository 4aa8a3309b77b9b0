"""What a formula looks like within a sentence."""

import pytest

from tests.rendering.tex.written import line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_signs_have_the_blanks_that_a_printer_gives_them() -> None:
    check(
        {
            "a+b": "a + b",
            "a=-b": "a = −b",
            "-x": "−x",
            "(-x)": "(−x)",
            "2 \\cdot -3": "2 · −3",
            "x\\to 0^+": "x → 0⁺",
            "f(x,y)": "f(x, y)",
            "f: A \\to B": "f: A → B",
            "2:1": "2:1",
            "\\{ n : n > 2 \\}": "{n : n > 2}",
            "a / b": "a / b",
            "m/s": "m/s",
            "10,000.5": "10,000.5",
            "(1,2)": "(1, 2)",
            "n!": "n!",
            "x := 2": "x := 2",
            "\\neg p \\land q": "¬p ∧ q",
            "a * b": "a * b",
            "7 \\bmod 3": "7 mod 3",
            "7 \\equiv 1 \\pmod{3}": "7 ≡ 1 (mod 3)",
        }
    )


def test_letters_stand_together_and_words_apart() -> None:
    check(
        {
            "a b c": "abc",
            "1s^2 2s^2": "1s² 2s²",
            "e^x dx": "eˣ dx",
            "2 x": "2x",
            "K_p e(t)": "Kₚe(t)",
            "m a_c": "m a_c",
            "{x^2}^3": "(x²)³",
            "{x_1}^2": "x₁²",
            "2m v_f^2": "2m v²_f",
            "x e^{i\\pi}": "x e^(iπ)",
            "d v_y": "dv_y",
            "PE_f": "PE_f",
            "min_f": "min_f",
            "\\frac{d v_y}{m a_c}": "dv_y/(m a_c)",
            "speed of light": "speed of light",
            "v = 5 km": "v = 5 km",
            "100 \\text{ m}": "100 m",
            "5\\text{kg}": "5 kg",
            "5\\,\\mathrm{kg}": "5 kg",
            "a\\det(M)": "a det(M)",
            "\\text{area}(T)": "area(T)",
            "\\text{kg m}^2 \\text{s}^{-1}": "kg m² s⁻¹",
            "\\text{H}_2 \\text{O}": "H₂O",
            "\\text{total_cost}": "total_cost",
            "\\text{if } x": "if x",
            "\\text{so } -1 < x": "so −1 < x",
        }
    )


def test_names_of_functions_stand_apart_from_letters_but_not_from_brackets() -> None:
    check(
        {
            "\\sin x": "sin x",
            "2\\sin(x)": "2 sin(x)",
            "\\sin^2\\theta": "sin² θ",
            "\\log_2 n": "log₂ n",
            "\\log_b(x)": "log_b(x)",
            "\\tan^{-1}\\left(\\frac{y}{x}\\right)": "tan⁻¹(y/x)",
            "\\max(a, b)": "max(a, b)",
            "\\operatorname{lcm}(a, b)": "lcm(a, b)",
            "A/\\ker f": "A/ker f",
        }
    )


def test_fractions_have_brackets_where_sums_and_factors_need_them() -> None:
    check(
        {
            "\\frac{a}{b}": "a/b",
            "\\frac{a+b}{c+d}": "(a + b)/(c + d)",
            "\\frac{ab}{c}": "ab/c",
            "\\frac{a}{bc}": "a/(bc)",
            "\\frac{dy}{dx}": "dy/dx",
            "\\frac{\\Delta x}{\\Delta t}": "Δx/Δt",
            "\\frac{1}{f(x)}": "1/f(x)",
            "\\frac{P(A \\cap B)}{P(B)}": "P(A ∩ B)/P(B)",
            "\\frac{u}{p(n+1)}": "u/(p(n + 1))",
            "\\frac{1}{G(a+b)}": "1/(G(a + b))",
            "\\frac{1}{2} m v^2": "(1/2)mv²",
            "\\frac{a}{b}c": "(a/b)c",
            "m \\frac{v^2}{r}": "m v²/r",
            "3\\frac12": "3 1/2",
            "\\frac{a}{b}\\frac{c}{d}": "(a/b)(c/d)",
            "\\frac{\\frac{a}{b}}{c}": "(a/b)/c",
            "\\frac{a}{\\frac{b}{c}}": "a/(b/c)",
            "-\\frac{-4}{2}": "−(−4)/2",
            "\\frac{1}{-2}": "1/(−2)",
            "\\sin\\frac{x}{2}": "sin(x/2)",
            "\\left(\\frac{a}{b}\\right)^2": "(a/b)²",
            "{\\frac{a}{b}}^2": "(a/b)²",
            "\\frac{a}{b}.": "a/b.",
            "\\frac{\\text{mass}}{\\text{unit volume}}": "mass/(unit volume)",
            "\\frac{7!}{2!(7-2)!}": "7!/(2!(7 − 2)!)",
            "{a \\over b+c}": "a/(b + c)",
            "\\left(-\\frac{\\sqrt{3}}{2}, \\frac{1}{2}\\right)": "(−√3/2, 1/2)",
        }
    )


def test_scripts_are_small_when_every_character_has_a_small_form() -> None:
    check(
        {
            "x^2": "x²",
            "x_1": "x₁",
            "x^{n-1}": "xⁿ⁻¹",
            "u_{n+1} = au_n + b": "uₙ₊₁ = auₙ + b",
            "x_i^2": "xᵢ²",
            "10^-3": "10⁻³",
            "x^10": "x¹⁰",
            "A^T": "Aᵀ",
            "90^\\circ": "90°",
            "e^{i\\pi}": "e^(iπ)",
            "x^{1/2}": "x^(1/2)",
            "2^{x^2}": "2^(x²)",
            "F_{\\text{net}}": "Fₙₑₜ",
            "E_{\\text{total}}": "E_total",
            "x_{i,j}": "x_(i,j)",
            "P^0_{solvent}": "P⁰_solvent",
            "P_{solvent}^0": "P⁰_solvent",
            "K_d x": "K_d x",
            "f'(x)": "f′(x)",
            "f''": "f″",
            "x'^2": "x′²",
            "\\int_0^t": "∫₀ᵗ",
        }
    )


def test_what_stands_before_its_letter_stays_there() -> None:
    check(
        {
            "^1H + ^1H \\rightarrow ^2H + e^+ + \\nu_e": "¹H + ¹H → ²H + e⁺ + νₑ",
            "{}^{4}\\mathrm{He}": "⁴He",
            "a {}^{4}\\mathrm{He}": "a ⁴He",
        }
    )


def test_both_limits_are_written_in_one_style() -> None:
    check(
        {
            "\\sum_{i=1}^n x_i": "∑ᵢ₌₁ⁿ xᵢ",
            "\\sum_{i=1}^\\infty x_i": "∑_(i=1)^∞ xᵢ",
            "\\int_{-\\infty}^{\\infty} f(x) \\, dx": "∫_(−∞)^∞ f(x) dx",
            "\\int_{0.2}^{0.5} x": "∫_0.2^0.5 x",
            "\\int f(t) dt": "∫ f(t) dt",
            "\\int\\int f": "∫∫ f",
            "\\lim_{x \\to 0} f(x)": "lim_(x→0) f(x)",
            "\\sum F = 0": "∑ F = 0",
        }
    )


def test_roots_cover_what_they_must() -> None:
    check(
        {
            "\\sqrt{3}": "√3",
            "\\sqrt{b^2 - 4ac}": "√(b² − 4ac)",
            "\\sqrt{2\\pi}": "√(2π)",
            "\\sqrt{x^2}": "√(x²)",
            "2\\sqrt{3}x": "2√3 x",
            "\\sqrt[3]{x}": "∛x",
            "\\sqrt[n]{a}": "ⁿ√a",
            "x\\sqrt[n]{a}": "x ⁿ√a",
            "\\sqrt{(a + b)}": "√(a + b)",
        }
    )


def test_brackets_and_bars_hold_what_they_hold() -> None:
    check(
        {
            "|-3|": "|−3|",
            "|a| + |b|": "|a| + |b|",
            "\\|v\\|^2": "‖v‖²",
            "P(A|B)": "P(A | B)",
            "\\{x \\mid x > 0\\}": "{x | x > 0}",
            "[0, 1)": "[0, 1)",
            "\\langle u, v \\rangle": "⟨u, v⟩",
            "\\left. f \\right|_{x=0}": "f|ₓ₌₀",
            "\\lfloor x \\rfloor": "⌊x⌋",
            "\\binom{n}{k}": "C(n, k)",
            "{n \\choose k}": "C(n, k)",
        }
    )


def test_marks_stand_on_their_letters() -> None:
    check(
        {
            "\\vec{v}": "v\u20d7",
            "\\hat{x}": "x\u0302",
            "\\bar{x}_1": "x\u0304₁",
            "\\hat{b_1}": "b\u0302₁",
            "\\overline{AB}": "A\u0305B\u0305",
            "\\hat{a + b}": "(a + b)\u0302",
        }
    )


def test_alphabets_are_plain_where_a_terminal_has_no_other() -> None:
    check(
        {
            "\\mathbf{F}": "F",
            "\\mathbb R": "ℝ",
            "\\mathbb{R}^3": "ℝ³",
            "\\mathcal{L}": "ℒ",
            "\\mathcal{P}(S)": "P(S)",
            "\\mathrm{d}x": "dx",
        }
    )


def test_negated_signs_have_their_own_character() -> None:
    check(
        {
            "P \\not\\equiv Q": "P ≢ Q",
            "a \\nmid b": "a ∤ b",
            "x \\notin A": "x ∉ A",
            "a \\not= b": "a ≠ b",
            "a \\not\\approxeq b": "a ≊\u0338 b",
        }
    )


def test_matrices_and_cases_are_lists() -> None:
    check(
        {
            "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}": "[1 2; 3 4]",
            "\\begin{pmatrix} a + b & 2 \\\\ 3 & 4 \\end{pmatrix}": "(a + b, 2; 3, 4)",
            "\\begin{bmatrix} 1 & | & 2 \\\\ 3 & | & 4 \\end{bmatrix}": "[1 | 2; 3 | 4]",
            "\\left[ \\begin{array}{c|c} 1 & 2 \\\\ 3 & 4 \\end{array} \\right]": "[1 | 2; 3 | 4]",
            "\\begin{cases} x & \\text{if } x \\geq 0 \\\\ -x & \\text{if } x < 0 \\end{cases}": (
                "{ x, if x ≥ 0; −x, if x < 0 }"
            ),
            "\\begin{align*} x &= 1 \\\\ y &= 2 \\end{align*}": "x = 1; y = 2",
            "\\begin{aligned} x &= 1, \\\\ y &= 2. \\end{aligned}": "x = 1, y = 2.",
            "x = 1 \\\\ y = 2 \\\\": "x = 1; y = 2",
        }
    )


def test_long_arrows_carry_their_words() -> None:
    check(
        {
            "A \\xrightarrow{H^+} B": "A ─(H⁺)→ B",
            "A \\xrightarrow[below]{above} B": "A ─(above; below)→ B",
            "R-OH + R'-OH": "R−OH + R′−OH",
        }
    )


def test_sizes_and_colours_change_nothing() -> None:
    check(
        {
            "\\displaystyle \\frac{a}{b}": "a/b",
            "\\big( x \\big)": "(x)",
            "\\color{red} x": "x",
            "\\textcolor{red}{x}": "x",
            "\\sum\\limits_{i} i": "∑ᵢ i",
            "x \\tag{1}": "x    (1)",
        }
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}", "x = (−b ± √(b² − 4ac))/(2a)"),
        ("f'(x) = \\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}", "f′(x) = lim_(h→0) (f(x + h) − f(x))/h"),
        ("e^{i\\pi} + 1 = 0", "e^(iπ) + 1 = 0"),
        ("\\overset{!}{=} \\underset{i}{x}", "=^! x_i"),
        ("T = 2\\pi\\sqrt{\\frac{L}{g}}", "T = 2π√(L/g)"),
    ],
)
def test_well_known_formulas_read_as_one_would_type_them(source: str, shown: str) -> None:
    assert line(source) == shown
