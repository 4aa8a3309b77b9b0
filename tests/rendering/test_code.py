"""Blocks of code."""

from rich.cells import cell_len

from tests.rendering.samples import page, shown, shown_lines
from tui.rendering.page import Page
from tui.rendering.styles import PageStyles

ANSI = PageStyles.ansi()


def styles_of(result: Page) -> dict[str, str]:
    return {segment.text: str(segment.style) for line in result.lines for segment in line}


def test_code_keeps_its_blanks_and_newlines() -> None:
    assert shown("```\nif x:\n    y\n\nz\n```") == " if x:\n     y\n\n z"


def test_code_lies_on_a_background_as_wide_as_the_page() -> None:
    result = page("```\nx\n\nlonger\n```", 20)
    widths = [sum(cell_len(segment.text) for segment in line) for line in result.lines if line]
    assert widths[1:] == [20, 20, 20]
    assert not result.wide_blocks


def test_a_line_of_code_wider_than_the_page_is_left_whole_and_told() -> None:
    code = "x" * 50
    result = page(f"```\n{code}\ny\n```", 30)
    (wide,) = result.wide_blocks
    assert (result.text_of(wide.first).strip(), wide.end - wide.first) == (code, 2)


def test_code_fills_the_room_that_its_list_leaves() -> None:
    result = page("- item\n  ```\n  x\n  ```", 20)
    assert sum(cell_len(segment.text) for segment in result.lines[-1]) == 20
    assert result.text_of(len(result.lines) - 1) == "   x"


def test_code_of_a_known_language_is_highlighted() -> None:
    styles = styles_of(page('```python\nreturn "a", 42 # why\n```', 60, ANSI))
    assert styles["return"] == str(ANSI.code_keyword)
    assert styles["42"] == str(ANSI.code_number)
    assert styles["# why"] == str(ANSI.code_comment)


def test_code_of_an_unknown_language_is_plain() -> None:
    for language in ("", "plaintext", "no-such-language", "-"):
        styles = styles_of(page(f"```{language}\nreturn 42\n```", 60, ANSI))
        assert "return 42" in styles


def test_a_highlighted_string_over_lines_keeps_all_of_them() -> None:
    assert shown('```python\nx = """a\n\n b"""\n```') == ' x = """a\n\n  b"""'


def test_long_code_is_plain() -> None:
    styles = styles_of(page("```python\n" + "return 42\n" * 3000 + "```", 60, ANSI))
    assert "return 42" in styles


def test_tabs_in_code_reach_the_next_stop() -> None:
    assert shown("```\na\tb\n```") == " a   b"


def test_indented_code_is_code() -> None:
    assert shown_lines("text\n\n    <x>  *y*") == ["text", "", " <x>  *y*"]
