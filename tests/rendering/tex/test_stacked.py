"""What a formula looks like on lines of its own."""

from tests.rendering.tex.written import block, drawn, rows


def test_a_bar_is_two_wider_than_what_it_parts() -> None:
    assert rows("\\frac{a + b}{2}") == [" a + b", "───────", "   2"]


def test_an_underlined_text_keeps_the_blank_at_its_end() -> None:
    assert rows("\\underline{\\text{so: }} x") == ["s\u0332o\u0332:\u0332 x"]


def test_the_formula_for_squares_looks_as_in_a_book() -> None:
    assert block("x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}") == drawn("""
             −b ± √(b² − 4ac)
        x = ──────────────────
                    2a
    """)


def test_fractions_lie_in_fractions() -> None:
    assert block("\\frac{1}{1 + \\frac{a}{b}}") == drawn("""
            1
        ─────────
              a
         1 + ───
              b
    """)


def test_a_minus_does_not_run_into_a_bar() -> None:
    assert block("-\\frac{a}{b}c") == drawn("""
           a
        − ─── c
           b
    """)


def test_brackets_grow_with_what_they_hold() -> None:
    source = "\\left(\\frac{a}{b}\\right)^2 + (\\frac{c}{d})_1 + \\left\\{ \\frac{c}{d} \\right\\}"
    assert block(source) == drawn("""
        ⎛ a ⎞²  ⎛ c ⎞   ⎧ c ⎫
        ⎜───⎟ + ⎜───⎟ + ⎨───⎬
        ⎝ b ⎠   ⎝ d ⎠₁  ⎩ d ⎭
    """)


def test_a_bracket_may_stand_alone() -> None:
    assert block("\\left.\\frac{a}{b}\\right|_{x=0}") == drawn("""
         a │
        ───│
         b │ₓ₌₀
    """)


def test_where_one_integral_needs_rows_for_its_limits_all_have_them() -> None:
    assert block("\\int_{0}^{\\infty} f = \\int_{0}^{1} f") == drawn("""
         ∞     1
        ∫ f = ∫ f
         0     0
    """)
    assert rows("\\int_{0}^{1} f = \\int_{1}^{2} f") == ["∫₀¹ f = ∫₁² f"]


def test_limits_stand_above_and_below() -> None:
    assert block("\\sum_{i=1}^{n} x_i = \\lim_{x \\to 0} f(x)") == drawn("""
         n
         ∑ xᵢ = lim f(x)
        i=1     x→0
    """)


def test_limits_of_neighbours_keep_apart() -> None:
    assert block("\\sum_{i=1}^{n} \\sum_{j=1}^{m} a") == drawn("""
         n   m
         ∑   ∑ a
        i=1 j=1
    """)


def test_integrals_have_their_limits_at_the_right() -> None:
    assert block("\\int_0^1 f + \\int_{-\\infty}^{x} g") == drawn("""
         1     x
        ∫ f + ∫  g
         0     −∞
    """)


def test_an_integral_over_a_set_has_no_empty_row() -> None:
    assert rows("\\int_S f") == ["∫ f", " S"]


def test_exponents_without_small_forms_stand_higher() -> None:
    assert rows("e^{-x/2}") == [" −x/2", "e"]


def test_scripts_on_a_root_or_on_scripts_stand_outside_of_brackets() -> None:
    assert rows("{\\sqrt{x}}^2") == ["(√x)²"]
    assert rows("{x^2}^3") == ["(x²)³"]


def test_a_root_of_a_fraction_has_a_roof() -> None:
    assert block("T = 2\\pi \\sqrt{\\frac{L}{g}} + \\sqrt[3]{\\frac{a}{b}}") == drawn("""
               ┌───    ┌───
               │ L     │ a
        T = 2π │─── +  │───
              ╲│ g   ³╲│ b
    """)


def test_cases_stand_behind_a_brace() -> None:
    assert block(
        "|x| = \\begin{cases} x & \\text{if } x \\geq 0 \\\\ -x & \\text{if } x < 0 \\end{cases}"
    ) == drawn("""
              ⎧x    if x ≥ 0
        |x| = ⎨
              ⎩−x   if x < 0
    """)


def test_numbers_of_a_matrix_stand_under_each_other() -> None:
    assert block("\\begin{pmatrix} 1 & -1 \\\\ 10 & 2 \\\\ 3 & 4 \\end{pmatrix}") == drawn("""
        ⎛ 1 −1⎞
        ⎜10  2⎟
        ⎝ 3  4⎠
    """)


def test_a_line_parts_the_last_column_of_a_matrix() -> None:
    expected = drawn("""
        ⎡3 −1 −1 │ 0⎤
        ⎢1  1  0 │ 5⎥
        ⎣2  0 −3 │ 2⎦
    """)
    cells = "3 & -1 & -1 {0} 0 \\\\ 1 & 1 & 0 {0} 5 \\\\ 2 & 0 & -3 {0} 2"
    array = "\\left[ \\begin{array}{ccc|c} " + cells.replace("{0}", "&") + " \\end{array} \\right]"
    assert block(array) == expected
    assert block("\\begin{bmatrix} " + cells.replace("{0}", "& | &") + " \\end{bmatrix}") == expected


def test_a_determinant_stands_between_bars() -> None:
    assert rows("\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix}") == ["│a b│", "│c d│"]


def test_long_cells_of_a_matrix_do_not_read_as_a_sum() -> None:
    source = "\\begin{pmatrix} \\cos(a) & -\\sin(a) \\\\ 0 & 1 \\end{pmatrix}"
    assert rows(source) == ["⎛cos(a)   −sin(a)⎞", "⎝  0         1   ⎠"]


def test_a_truth_table_has_its_frame() -> None:
    source = "\\begin{array}{|c|c|} \\hline p & p \\to q \\\\ \\hline T & F \\\\ \\hline \\end{array}"
    assert block(source) == drawn("""
        ┌───┬───────┐
        │ p │ p → q │
        ├───┼───────┤
        │ T │   F   │
        └───┴───────┘
    """)


def test_a_table_may_have_inner_lines_alone() -> None:
    assert block("\\begin{array}{c|c} x & P \\\\ \\hline 1 & 2 \\end{array}") == ["x │ P", "──┼──", "1 │ 2"]


def test_equations_are_aligned_where_the_author_says() -> None:
    assert rows("\\begin{align*} 2x + y &= 10 \\\\ x &= 1 \\end{align*}") == ["2x + y = 10", "     x = 1"]
    assert rows("2x = 2 \\\\ x = 1") == ["2x = 2", "x = 1"]
    assert rows("\\begin{gather} a + b = c \\\\ d = e \\end{gather}") == ["a + b = c", "  d = e"]


def test_high_equations_stand_apart() -> None:
    assert rows("x = 1 \\\\ y = \\frac{a}{b}") == ["x = 1", "", "     a", "y = ───", "     b"]


def test_a_binomial_has_no_bar() -> None:
    assert rows("\\binom{n}{k}") == ["⎛n⎞", "⎜ ⎟", "⎝k⎠"]


def test_long_double_arrows_show_as_those_that_take_one_cell() -> None:
    assert rows("p \\implies q \\iff r") == ["p ⇒ q ⇔ r"]


def test_arrows_and_signs_carry_words() -> None:
    assert rows("A \\xrightarrow{H^+} B") == ["   H⁺", "A ────→ B"]
    assert rows("a \\overset{def}{=} b") == [" def", "a = b"]


def test_a_letter_keeps_apart_from_the_written_script_before_it() -> None:
    assert rows("F_y j = \\frac{A_y B_z}{2}") == ["         A_y B_z", "F_y j = ─────────", "            2"]


def test_equations_beside_each_other_part_before_any_of_them_breaks() -> None:
    assert rows("a = b, \\quad c = d + e, \\quad f = g", 20) == ["a = b,  c = d + e,", "f = g"]
    assert rows("a = b, \\quad c = d + e, \\quad f = g", 12) == ["a = b,", "c = d + e,", "f = g"]
    assert rows("a = b, \\quad c = d + e", 8) == ["a = b,", "c = d", "  + e"]


def test_what_a_formula_holds_for_goes_on_with_it() -> None:
    assert rows("a + b = c + d \\quad x > y", 16) == ["a + b = c + d", "  x > y"]


def test_a_wide_formula_is_broken_before_its_relations() -> None:
    assert rows("a + b = c + d = e + f", 9) == ["a + b", "  = c + d", "  = e + f"]
    assert rows("a + b = c + d = e + f", 19) == ["a + b = c + d", "  = e + f"]


def test_a_wide_side_is_broken_before_plus() -> None:
    assert rows("s = a + b + c + d", 11) == ["s = a + b", "  + c + d"]


def test_high_lines_of_a_broken_formula_stand_apart() -> None:
    assert rows("x = \\frac{a}{b} = c", 8) == ["     a", "x = ───", "     b", "", "  = c"]


def test_equations_that_are_too_wide_are_broken_one_by_one() -> None:
    assert rows("\\begin{align} a &= b + c \\\\ a + b + c &= d \\end{align}", 10) == [
        "a = b + c",
        "a + b + c",
        "  = d",
    ]


def test_what_cannot_be_broken_is_left_to_the_line() -> None:
    assert rows("\\frac{abcdefgh}{2}", 8) == []


def test_wide_characters_keep_columns_straight() -> None:
    assert rows("\\frac{\\text{質量}}{x}") == [" 質量", "──────", "  x"]
