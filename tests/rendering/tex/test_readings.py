"""Formulas that are easily read as something else."""

from tests.rendering.tex.written import block, drawn, line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_a_difference_of_capitals_keeps_its_brackets_over_a_bar_and_below_one() -> None:
    check({"rN\\left(\\frac{K-N}{K}\\right)": "rN((K − N)/K)", "\\frac{1}{C-H}": "1/(C−H)"})


def test_a_fraction_with_a_minus_behind_a_factor_is_no_difference() -> None:
    check({"a\\frac{-b}{c}": "a (−b)/c", "x = \\frac{-b}{c}": "x = −b/c", "\\frac{-b}{c}": "−b/c"})


def test_small_raised_and_lowered_characters_are_scripts() -> None:
    check(
        {
            "x² + y²": "x² + y²",
            "a₁₂ = 10⁻³": "a₁₂ = 10⁻³",
            "√x² + 2": "√x² + 2",
            "\\frac{x²}{y}": "x²/y",
            "\\text{m²}": "m²",
        }
    )


def test_relations_may_be_written_as_in_programs() -> None:
    check(
        {"a != b": "a ≠ b", "n!=n(n-1)!": "n! = n(n − 1)!", "x -> 0": "x → 0", "a : b :: c : d": "a : b :: c : d"}
    )


def test_an_ordinal_stands_right_behind_its_number() -> None:
    check({"n\\text{th}": "nth", "2\\text{nd}": "2nd", "5\\text{kg}": "5 kg"})


def test_double_quotes_of_tex_are_double_quotes() -> None:
    check({"\\text{``a''}": "“a”", "\\text{`a'}": "‘a’"})


def test_a_conclusion_stands_apart_from_its_sign() -> None:
    check({"\\therefore x = 2": "∴ x = 2", "a = b \\because c": "a = b ∵ c"})


def test_equations_lined_up_by_columns_of_signs_read_as_equations() -> None:
    table = "\\begin{array}{lcl} a & = & b + c \\\\ & = & d \\end{array}"
    check({table: "a = b + c; = d"})
    assert block(table) == drawn("""
        a = b + c
          = d
    """)
    assert block("\\begin{array}{rcrcl} 2x & + & 3y & = & 7 \\\\ x & - & y & = & 10 \\end{array}") == drawn("""
        2x + 3y = 7
         x −  y = 10
    """)
    assert block("\\begin{eqnarray} a &=& b \\\\ cc &=& d \\end{eqnarray}") == drawn("""
         a = b
        cc = d
    """)


def test_signs_in_a_table_without_equations_keep_their_columns() -> None:
    check({"\\begin{array}{ccc} f' & + & 0 \\\\ x & - & a + b \\end{array}": "f′, +, 0; x, −, a + b"})


def test_columns_of_a_table_may_be_written_as_often_as_they_are_meant() -> None:
    assert block("\\begin{array}{|*{2}{c}|} a & b \\\\ c & d \\end{array}") == drawn("""
        │ a b │
        │ c d │
    """)
    check({"\\begin{array}{@{}l@{\\,}p{2cm}} a & b \\end{array}": "a b"})


def test_rarer_commands_are_known() -> None:
    check(
        {
            "\\not{=}": "≠",
            "\\not p": "p̸",
            "a \\equiv b \\pod{n}": "a ≡ b (n)",
            "\\cancelto{0}{x} + 1": "x̸⁰ + 1",
            "\\prescript{14}{6}{C}": "¹⁴₆C",
            "\\varlimsup_{n} a": "lim supₙ a",
            "\\overleftrightarrow{AB}": "AB⃡",
            "\\Bbb R^3": "ℝ³",
            "A \\xhookrightarrow{i} B": "A ─(i)↪ B",
            "\\tiny x \\preccurlyeq \\Alpha": "x ≼ Α",
            "25\\celsius": "25℃",
        }
    )


def test_one_pair_of_brackets_is_enough() -> None:
    check(
        {
            "\\int \\frac{-1}{x} dx": "∫ (−1/x) dx",
            "\\ln\\frac{-x}{y}": "ln(−x/y)",
            "Fe^{3+}_{(aq)}": "Fe³⁺_(aq)",
            "f|_{[a,b]}": "f|_[a,b]",
            "x_{(a)(b)}": "x_((a)(b))",
        }
    )


def test_bras_and_kets_are_added() -> None:
    check(
        {
            "|00\\rangle+|11\\rangle": "|00⟩ + |11⟩",
            "\\frac{|0\\rangle+|1\\rangle}{\\sqrt{2}}": "(|0⟩ + |1⟩)/√2",
            "\\langle0|+\\langle1|": "⟨0| + ⟨1|",
            "|\\psi\\rangle\\langle\\psi|": "|ψ⟩⟨ψ|",
            "|\\langle\\phi|\\psi\\rangle|^2": "|⟨φ | ψ⟩|²",
            "\\langle\\psi|H|\\psi\\rangle": "⟨ψ|H|ψ⟩",
        }
    )


def test_numbers_behind_an_arrow_belong_to_the_nucleus_behind_them() -> None:
    check({"\\rightarrow^2H+^1_0n": "→ ²H + ¹₀n", "\\to^{234}_{90}Th": "→ ²³⁴₉₀Th", "=^{def} x": "=ᵈᵉᶠ x"})


def test_what_a_fraction_holds_is_not_taken_for_less() -> None:
    check(
        {
            "\\frac{\\text{weight}}{\\text{height (m)}^2}": "weight/(height (m)²)",
            "\\frac{\\overline{x+y}}{z}": "(x̅ +̅ y̅)/z",
            "\\frac{\\overline{AB}}{\\overline{CD}}": "A̅B̅/C̅D̅",
        }
    )


def test_brackets_behind_a_root_are_not_taken_for_its_own() -> None:
    check({"\\sqrt{a}(b+c)": "√a (b + c)", "\\sqrt{a+b}(c)": "√(a + b)(c)", "\\sqrt{f(x)}": "√f(x)"})


def test_bonds_are_told_from_differences_of_quantities() -> None:
    check(
        {
            "T_2-T_1": "T₂ − T₁",
            "L=T-V": "L = T − V",
            "E_{red}-E_{ox}": "E_red − Eₒₓ",
            "CH_3-CH_2-OH": "CH₃−CH₂−OH",
            "R'-OH": "R′−OH",
            "C-F": "C−F",
        }
    )


def test_letters_of_other_languages_have_their_marks_in_text() -> None:
    check(
        {
            '\\text{caf\\\'e, na\\"ive, fran\\c{c}ais, Schr\\"{o}dinger}': "café, naïve, français, Schrödinger",
            "\\text{l'H\\^opital and Erd\\H{o}s}": "l’Hôpital and Erdős",
            "\\text{ma\\~{n}ana \\v s\\.z\\=a\\k a}": "mañana šżāą",
            "\\text{\\'\\i and \\L\\'od\\'z}": "í and Łódź",
        }
    )


def test_a_second_script_belongs_to_the_first() -> None:
    check({"e^x^2": "e^(x²)", "2^{2}^{n}": "2^(2ⁿ)", "x_n_k": "x_(nₖ)", "x''^2": "x″²"})


def test_commands_that_browsers_know_are_known() -> None:
    check(
        {
            "A \\sqsubset B \\nleqslant C": "A ⊏ B ≰ C",
            "\\llbracket x \\rrbracket": "⟦x⟧",
            "⟦x⟧ + 1": "⟦x⟧ + 1",
            "x \\in \\Reals \\isin \\Complex": "x ∈ ℝ ∈ ℂ",
            "\\tg x + \\arcctg y": "tg x + arcctg y",
            "\\upalpha\\dag": "α†",
            "\\ddddot{x}": "x\u20dc",
            "A \\xhookleftarrow{i} B": "A ─(i)↩ B",
            "\\comm{A}{B} = \\pqty{x}": "[A, B] = (x)",
            "\\Set{x | x > 0}": "{x | x > 0}",
            "\\curl F + \\laplacian f": "∇×F + ∇²f",
            "\\operatornamewithlimits{argmax}_x f": "argmaxₓ f",
            "\\begingroup x \\endgroup": "x",
        }
    )
