"""Blocks that are wider than the page."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.rendering.samples import page
from tui.rendering.page import Page
from tui.rendering.sideways import Sideways
from tui.rendering.styles import PageStyles

CODE = "```\nabcdefghijklmnopqrstuvwxyz\n  short\n```"
PLAIN = PageStyles.plain().more


def shown(result: Page, sideways: Sideways) -> list[str]:
    return [
        "".join(segment.text for segment in sideways.shown(result, number, line, PLAIN)).rstrip()
        for number, line in enumerate(result.lines)
    ]


def everything(result: Page) -> range:
    return range(len(result.lines))


def test_a_block_shows_its_beginning_and_a_sign_where_it_goes_on() -> None:
    lines = shown(page(f"Prose.\n\n{CODE}", 12), Sideways())
    assert lines[-2:] == [" abcdefghij›", "   short"]


def test_all_lines_of_a_block_scroll_and_prose_stays() -> None:
    result, sideways = page(f"Prose.\n\n{CODE}", 12), Sideways()
    assert sideways.scroll(result, everything(result), 4)
    assert shown(result, sideways)[-4:] == ["Prose.", "", "‹efghijklmn›", "‹ort"]


def test_a_block_scrolls_to_its_end_and_no_further() -> None:
    result, sideways = page(CODE, 12), Sideways()
    assert sideways.scroll(result, everything(result), 100)
    assert shown(result, sideways)[-2:] == ["‹qrstuvwxyz", "‹"]
    assert not sideways.scroll(result, everything(result), 1)
    assert sideways.scroll(result, everything(result), -100)
    assert not sideways.scroll(result, everything(result), -1)


def test_only_blocks_among_the_lines_scroll() -> None:
    result, sideways = page(f"{CODE}\n\nProse.\n\n{CODE}", 12), Sideways()
    first, second = result.wide_blocks
    assert sideways.scroll(result, range(first.end - 1, second.first), 4)
    assert shown(result, sideways)[first.first] == "‹efghijklmn›"
    assert shown(result, sideways)[second.first] == " abcdefghij›"
    assert not sideways.scroll(result, range(first.end, second.first), 4)


def test_blocks_without_a_line_between_scroll_each_by_itself() -> None:
    item = "- ```\n  abcdefghijklmnopqrstuvwxyz\n  ```\n"
    result, sideways = page(item + item, 12), Sideways()
    first, second = result.wide_blocks
    assert sideways.scroll(result, range(second.first, second.end), 4)
    assert shown(result, sideways)[first.first] == "•  abcdefgh›"
    assert shown(result, sideways)[second.first] == "• ‹efghijkl›"


def test_bars_and_indents_before_a_block_stay() -> None:
    result, sideways = page("> - a\n>   ```\n>   abcdefghijklmnopqrstuvwxyz\n>   ```", 16), Sideways()
    sideways.scroll(result, everything(result), 2)
    assert shown(result, sideways)[-1] == "▎   ‹cdefghijkl›"


def test_a_block_stays_where_it_is_when_the_page_gets_another_width() -> None:
    narrow, wide, sideways = page(f"Prose.\n\n{CODE}", 12), page(f"Prose.\n\n{CODE}", 20), Sideways()
    sideways.scroll(narrow, everything(narrow), 4)
    assert shown(wide, sideways)[-2] == "‹efghijklmnopqrstuv›"


def test_cells_are_brought_into_sight_and_left_where_they_are_if_they_show() -> None:
    result, sideways = page(CODE, 22), Sideways()
    line = result.wide_blocks[0].first
    sideways.reveal(result, line, 5, 8)
    assert shown(result, sideways)[line] == " abcdefghijklmnopqrst›"
    sideways.reveal(result, line, 24, 25)
    assert "x" in shown(result, sideways)[line]
    sideways.reveal(result, line, 1, 2)
    assert shown(result, sideways)[line].startswith(" a")


def test_a_cell_of_the_page_is_found_on_the_whole_line() -> None:
    result, sideways = page(f"Prose.\n\n{CODE}", 12), Sideways()
    sideways.scroll(result, everything(result), 4)
    line = result.wide_blocks[0].first
    assert result.text_of(line)[sideways.cell_at(result, line, 1)] == "e"
    assert sideways.cell_at(result, line - 2, 1) == 1


def test_half_a_wide_character_shows_as_a_blank() -> None:
    result, sideways = page("```\n漢字漢字漢字漢字\n```", 11), Sideways()
    sideways.scroll(result, everything(result), 1)
    assert shown(result, sideways)[-1] == "‹ 字漢字漢›"


def test_blanks_at_the_end_of_code_make_no_block_wide() -> None:
    assert not page(f"```\na{' ' * 50}\n```", 12).wide_blocks


lines_of_code = st.lists(st.text("ab 漢\u0301", max_size=40), min_size=1, max_size=5).map("\n".join)


@given(lines_of_code, st.integers(1, 40), st.integers(-50, 50))
def test_a_scrolled_page_is_never_wider_than_itself_and_reaches_all(code: str, width: int, cells: int) -> None:
    result, sideways = page(f"```\n{code}\n```", width), Sideways()
    sideways.scroll(result, everything(result), cells)
    for block in result.wide_blocks:
        for line in range(block.first, block.end):
            segments = sideways.shown(result, line, result.lines[line], PLAIN)
            assert sum(cell_len(segment.text) for segment in segments) == max(width, 1)


@given(st.text("abcdefgh", min_size=10, max_size=60), st.integers(3, 30))
def test_every_letter_of_a_wide_line_can_be_reached(code: str, width: int) -> None:
    result, sideways = page(f"```\n{code}\n```", width), Sideways()
    seen = shown(result, sideways)[-1].strip(" ›")
    while sideways.scroll(result, everything(result), 1):
        seen += shown(result, sideways)[-1].strip(" ‹›")[-1]
    assert seen == code
