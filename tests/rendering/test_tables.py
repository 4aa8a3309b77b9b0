"""Tables in room enough, in little room and in none."""

from tests.rendering.samples import page, shown, shown_lines


def test_a_table_has_a_rule_under_its_header() -> None:
    assert shown("| Metal | Symbol |\n|---|---|\n| tin | Sn |\n| lead | Pb |") == (
        "Metal   Symbol\n──────────────\ntin     Sn\nlead    Pb"
    )


def test_columns_are_aligned_as_the_author_asked() -> None:
    assert shown("| left | center | right |\n|:--|:-:|--:|\n| a | b | c |") == (
        "left   center   right\n─────────────────────\na        b          c"
    )


def test_cells_wrap_and_rows_stand_apart_when_they_do() -> None:
    text = "| a | b |\n|---|---|\n| one | some longer text |\n| two | x |"
    assert shown_lines(text, 17) == [
        "a     b",
        "─────────────────",
        "one   some longer",
        "      text",
        "",
        "two   x",
    ]


def test_ten_columns_in_thirty_cells_show_as_records() -> None:
    header = "|" + "|".join(f"name {number}" for number in range(10)) + "|"
    row = "|" + "|".join(f"value {number}" for number in range(10)) + "|"
    lines = shown_lines(f"{header}\n{'|-' * 10}|\n{row}\n{row}", 30)
    record = [f"name {number}: value {number}" for number in range(10)]
    assert lines == [*record, "", *record]


def test_a_header_without_rows_shows_on_a_narrow_page() -> None:
    assert shown_lines("| alpha | beta |\n|---|---|", 8) == ["alpha", "beta"]


def test_empty_cells_leave_their_place() -> None:
    assert shown("| a | b | c |\n|---|---|---|\n| | x | |") == "a   b   c\n─────────\n    x"


def test_a_bar_in_code_or_a_formula_cuts_no_cell() -> None:
    assert "|x|   a|b" in shown("| f | code |\n|---|---|\n| $|x|$ | `a|b` |")


def test_cells_beyond_the_header_are_kept() -> None:
    assert shown("| a | b |\n|---|---|\n| 1 | $5 | $6 |").endswith("1   $5 | $6")


def test_wide_characters_keep_columns_straight() -> None:
    assert shown("| 漢字 | b |\n|---|---|\n| a | c |") == "漢字   b\n────────\na      c"


def test_a_table_in_a_list_fits_its_item() -> None:
    result = page("- item\n\n  | a | b |\n  |---|---|\n  | c | d |", 20)
    assert result.text_of(len(result.lines) - 1) == "  c   d"
