"""Numbers and units as the package siunitx writes them."""

from tests.rendering.tex.written import line


def check(table: dict[str, str]) -> None:
    assert {source: line(source) for source in table} == table


def test_numbers_may_have_a_power_of_ten() -> None:
    check(
        {
            "\\num{1.5e-3}": "1.5 × 10⁻³",
            "\\num{-3.2E4}": "−3.2 × 10⁴",
            "\\num{e9}": "10⁹",
            "\\num{12345}": "12345",
            "\\num{1,5}": "1,5",
            "\\num{5 +- 0.1}": "5 ± 0.1",
            "\\num{3 x 4}": "3 × 4",
            "\\num{10^3}": "10³",
            "\\num{1.25(3)e2}": "1.25(3) × 10²",
            "\\ang{30}": "30°",
            "\\ang{12;30;5}": "12° 30′ 5″",
        }
    )


def test_units_may_be_written_as_they_are() -> None:
    check(
        {
            "\\SI{9.8}{m/s^2}": "9.8 m/s²",
            "\\si{kg.m.s^{-2}}": "kg·m·s⁻²",
            "\\SI{5}{\\ohm}": "5 Ω",
            "\\SI{20}{\\%}": "20%",
            "\\SI[per-mode=symbol]{5}{m}": "5 m",
            "\\SI{5}{\\text{m}}": "5 m",
            "\\qty{5}{N m}": "5 N m",
            "x = \\SI{5}{m} + y": "x = 5 m + y",
            "\\qty(x + y)": "(x + y)",
        }
    )


def test_units_may_be_spelled_out() -> None:
    check(
        {
            "\\SI{9.8}{\\meter\\per\\second\\squared}": "9.8 m/s²",
            "\\SI{3e8}{\\m\\per\\s}": "3 × 10⁸ m/s",
            "\\si{\\kilogram\\meter\\per\\second\\squared}": "kg m/s²",
            "\\qty{5}{\\kilo\\gram}": "5 kg",
            "\\qty{25}{\\degreeCelsius}": "25 °C",
            "\\qty{45}{\\degree}": "45°",
            "\\unit{\\joule\\per\\kelvin\\per\\mole}": "J/(K mol)",
            "\\unit{\\square\\metre}": "m²",
            "\\unit{\\metre\\cubed}": "m³",
            "\\unit{\\cubic\\centi\\metre}": "cm³",
            "\\unit{\\metre\\tothe{4}}": "m⁴",
            "\\unit{\\per\\second}": "s⁻¹",
            "\\unit{\\per\\square\\second}": "s⁻²",
            "\\unit{\\micro\\metre}": "μm",
            "\\SI{10}{\\percent}": "10%",
            "\\SI{1}{\\electronvolt}": "1 eV",
            "\\frac{\\SI{5}{m}}{\\SI{2}{s}}": "(5 m)/(2 s)",
        }
    )


def test_several_quantities_share_their_unit() -> None:
    check(
        {
            "\\SIrange{1}{5}{\\metre}": "1–5 m",
            "\\numrange{1}{5}": "1–5",
            "\\qtylist{1;2;3}{\\metre}": "1, 2, 3 m",
            "\\numlist{1;2}": "1, 2",
        }
    )


def test_quantities_of_chemistry_have_powers_behind_their_units() -> None:
    check(
        {
            "\\pu{123 kJ mol-1}": "123 kJ mol⁻¹",
            "\\pu{5 mol//L}": "5 mol/L",
            "\\pu{1.5e-3 m2}": "1.5 × 10⁻³ m²",
            "\\pu{9.8 m s^-2}": "9.8 m s⁻²",
            "\\pu{25 °C}": "25 °C",
            "\\pu{3 kg*m/s2}": "3 kg·m/s²",
        }
    )
