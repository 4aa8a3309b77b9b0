"""Chemical formulas."""

from tests.rendering.tex.written import block, drawn, line


def check(table: dict[str, str]) -> None:
    assert {source: line(f"\\ce{{{source}}}") for source in table} == table


def test_digits_behind_an_element_are_counts() -> None:
    check(
        {
            "H2O": "H₂O",
            "2H2O": "2H₂O",
            "C_2H_5OH": "C₂H₅OH",
            "Ca(OH)2": "Ca(OH)₂",
            "CuSO4.5H2O": "CuSO₄·5H₂O",
            "1/2 O2": "1/2 O₂",
        }
    )


def test_signs_at_the_end_are_charges() -> None:
    check(
        {
            "H+": "H⁺",
            "OH-": "OH⁻",
            "NH4+": "NH₄⁺",
            "SO4^2-": "SO₄²⁻",
            "MnO4^{-}": "MnO₄⁻",
            "H+ (aq)": "H⁺ (aq)",
            "H+(aq)": "H⁺(aq)",
            "H+/H2": "H⁺/H₂",
        }
    )


def test_signs_between_elements_are_bonds() -> None:
    check({"CH3-CH3": "CH₃−CH₃", "CH2=CH2": "CH₂=CH₂", "HC#CH": "HC≡CH", "R'-OH": "R′−OH"})


def test_isotopes_have_their_numbers_before_them() -> None:
    check({"^{12}_{6}C": "¹²₆C", "^14C": "¹⁴C"})


def test_reactions_have_arrows() -> None:
    check(
        {
            "2H2 + O2 -> 2H2O": "2H₂ + O₂ → 2H₂O",
            "N2O4 <=> 2NO2": "N₂O₄ ⇌ 2NO₂",
            "A ->[H+] B": "A ─(H⁺)→ B",
            "Ag+ + Cl- -> AgCl v": "Ag⁺ + Cl⁻ → AgCl ↓",
            "A \\rightarrow B": "A → B",
        }
    )


def test_words_on_an_arrow_stand_above_and_below_it() -> None:
    assert block("\\ce{A ->[H2O][\\Delta] B}") == drawn("""
          H₂O
       A ─────→ B
           Δ
    """)


def test_mathematics_within_a_formula_shows_without_its_dollars() -> None:
    check({"$n$ H2O": "n H₂O", "$\\frac{1}{2}$O2": "(1/2)O₂"})


def test_fractions_hold_chemical_formulas() -> None:
    check(
        {
            "K = \\frac{[H+][OH-]}{[H2O]}": "K = [H⁺][OH⁻]/[H₂O]",
            "\\frac{1}{2}O2": "(1/2)O₂",
            "\\frac{[A+]}{[B-][C]}": "[A⁺]/([B⁻][C])",
            "\\frac12 O2": "(1/2) O₂",
            "\\overset{+7}{Mn}O4": "Mn^(+7)O₄",
            "\\underset{acid}{HCl} -> Cl-": "(HCl)_acid → Cl⁻",
        }
    )
    assert line("\\frac{\\ce{[H+][A-]}}{\\ce{[HA]}}") == "[H⁺][A⁻]/[HA]"


def test_bonds_at_the_ends_of_a_repeated_unit_are_no_charges() -> None:
    check({"(-CH2-CH2-)_n": "(−CH₂−CH₂−)ₙ", "[-CH2-]_n": "[−CH₂−]ₙ", "[Cl-]": "[Cl⁻]", "-CH3": "−CH₃"})


def test_what_is_said_beside_a_reaction_reads_as_usual() -> None:
    check(
        {
            "A -> B \\quad \\Delta H = -5 kJ": "A → B  ΔH = −5 kJ",
            "A ->[H2SO4 (conc.)] B": "A ─(H₂SO₄ (conc.))→ B",
            "\\alpha + e-": "α + e⁻",
        }
    )


def test_radicals_have_their_dot() -> None:
    check({"Cl^. + ^.OH": "Cl• + •OH", "CuSO4 . 5 H2O": "CuSO₄ · 5 H₂O"})
