"""Where a formula on one line is broken."""

from tui.rendering.tex.breaking import joined, loosened


def lines(text: str, width: int) -> list[str]:
    return [part.replace("\xa0", " ") for part in loosened(joined(text), width, len).split(" ")]


def test_a_formula_that_fits_is_one_word() -> None:
    assert lines("a + b = c", 9) == ["a + b = c"]


def test_relations_are_the_first_to_break() -> None:
    assert lines("a + b = c + d ≤ e", 8) == ["a + b", "= c + d", "≤ e"]


def test_wide_gaps_break_before_relations_do() -> None:
    assert lines("a = b,  c = d + e", 12) == ["a = b,", "c = d + e"]


def test_only_parts_that_are_too_wide_are_broken_before_operations() -> None:
    assert lines("a + b = c + d + e", 7) == ["a + b", "= c", "+ d", "+ e"]


def test_brackets_break_last() -> None:
    assert lines("f(a, b) = g(a + b)", 10) == ["f(a, b)", "= g(a + b)"]
    assert lines("f(a, b) = g(a + b)", 7) == ["f(a, b)", "=", "g(a", "+", "b)"]


def test_lists_break_behind_commas() -> None:
    assert lines("x, y, z", 5) == ["x,", "y,", "z"]


def test_a_long_arrow_is_a_relation() -> None:
    assert lines("A + B ─(heat)→ C", 12) == ["A + B", "─(heat)→ C"]
