"""What is copied: the answer, its link, a selection, a block of code."""

from pathlib import Path

import pytest

from tests.tui.support import Desk, lines_of, open_desk, text_of
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.messages import ArticleRequested
from tui.screens.code_blocks import CodeBlocksScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.code_list import CodeList

PYTHON = "```python\ndef f():\n    return 1\n```"
LISTED = "1. Steps:\n\n   ```\n   one\n     two\n   ```"


async def open_text(desk: Desk) -> None:
    desk.app.post_message(ArticleRequested(Written().url))
    await desk.settle()


def find(desk: Desk, words: str) -> tuple[int, int]:
    """Find where words begin on the page that shows."""
    return next((text.index(words), y) for y, text in enumerate(lines_of(desk.page)) if words in text)


def selects(desk: Desk) -> bool:
    return desk.page.text_selection is not None


async def drag(desk: Desk, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the mouse at one place of the page, and let go of it at another."""
    await desk.pilot.mouse_down(desk.page, offset=start)
    await desk.pilot.hover(desk.page, offset=end)
    await desk.pilot.mouse_up(desk.page, offset=end)
    await desk.settle()


async def test_what_the_mouse_selects_is_copied_as_it_shows_without_margins(tmp_path: Path) -> None:
    answer = f"The *first* line.\n\nThe second line.\n\n{PYTHON}\n\n{LISTED}\n\nThe end."
    async with open_desk(write(tmp_path, Written(answer=answer)), size=(120, 40)) as desk:
        await open_text(desk)
        x, y = find(desk, "first")
        await drag(desk, (x, y), (x + 4, y))
        assert desk.app.clipboard == "first"
        assert "The selection" in desk.toasts
        end_x, end_y = find(desk, "The end.")
        await drag(desk, (x, y), (end_x + 2, end_y))
        assert desk.app.clipboard == (
            "first line.\n\nThe second line.\n\ndef f():\n    return 1\n\n1. Steps:\n\none\n  two\n\nThe"
        )
        await drag(desk, (end_x + 2, end_y), (x, y))
        assert desk.app.clipboard.endswith("two\n\nThe")


async def test_a_selection_in_code_that_is_scrolled_sideways_takes_what_shows(tmp_path: Path) -> None:
    answer = f"```\n{'x' * 120} the end\n```"
    async with open_desk(write(tmp_path, Written(answer=answer)), size=(90, 30)) as desk:
        await open_text(desk)
        await desk.press(*["right"] * 10)
        x, y = find(desk, "the end")
        await drag(desk, (x, y), (x + 2, y))
        assert desk.app.clipboard == "the"
        assert "the end" in text_of(desk.page)


async def test_a_selection_from_the_margins_takes_whole_lines(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer="One line.\n\nAnother.")), size=(120, 40)) as desk:
        await open_text(desk)
        _, y = find(desk, "One line.")
        width = desk.page.content_size.width
        await drag(desk, (0, y), (width - 2, y + 2))
        assert desk.app.clipboard == "One line.\n\nAnother."


async def test_a_selection_stays_on_the_page_when_the_mouse_leaves_it(tmp_path: Path) -> None:
    answer = "One line.\n\nAnother.\n\nA third."
    async with open_desk(write(tmp_path, Written(answer=answer)), size=(120, 40)) as desk:
        await open_text(desk)
        x, y = find(desk, "One line.")
        await desk.pilot.mouse_down(desk.page, offset=(x, y))
        await desk.pilot.hover(desk.page, offset=(x + 3, y))
        await desk.pilot.hover(desk.panel, offset=(5, y + 2))
        await desk.pilot.mouse_up(desk.panel, offset=(5, y + 2))
        await desk.settle()
        assert desk.app.clipboard == "One line.\n\nAnother."


async def test_wide_characters_and_accents_are_selected_whole(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer="漢字の e\u0301a 🙂 end.")), size=(120, 40)) as desk:
        await open_text(desk)
        x, y = find(desk, "漢字")
        await drag(desk, (x + 3, y), (x + 7, y))
        assert desk.app.clipboard == "字の e\u0301"


async def test_escape_takes_a_selection_back_before_it_leaves(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer="One line.")), size=(120, 40)) as desk:
        await open_text(desk)
        x, y = find(desk, "One line.")
        await drag(desk, (x, y), (x + 2, y))
        assert selects(desk)
        await desk.press("ctrl+c")
        assert desk.app.clipboard == "One"
        await desk.press("escape")
        assert not selects(desk)
        assert desk.shows(ReaderScreen)
        await desk.press("escape")
        assert desk.shows(LibraryScreen)


async def test_what_is_selected_is_marked_and_no_longer_after_the_page_is_laid_out_anew(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer="One line.")), size=(120, 40)) as desk:
        await open_text(desk)
        x, y = find(desk, "One line.")
        plain = [segment.style for segment in desk.page.render_line(y)]
        await drag(desk, (x + 4, y), (x + 7, y))
        marked = [segment.text for segment in desk.page.render_line(y) if segment.style not in plain]
        assert marked == ["line"]
        assert all(
            segment.style.color != segment.style.bgcolor for segment in desk.page.render_line(y) if segment.style
        )
        await desk.press("minus")
        assert not selects(desk)


async def test_the_only_block_of_code_is_copied_at_once(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=f"Text.\n\n{PYTHON}"))) as desk:
        await open_text(desk)
        await desk.press("c")
        assert desk.app.clipboard == "def f():\n    return 1"
        assert desk.shows(ReaderScreen)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_of_several_blocks_of_code_one_is_chosen_from_a_list(tmp_path: Path, size: tuple[int, int]) -> None:
    async with open_desk(write(tmp_path, Written(answer=f"{PYTHON}\n\n{LISTED}")), size=size) as desk:
        await open_text(desk)
        await desk.press("c")
        assert desk.shows(CodeBlocksScreen)
        rows = text_of(desk.app.screen.query_one(CodeList)).split("\n")
        assert "def f():" in rows[0]
        assert "python" in rows[0]
        assert "2 lines" in rows[1]
        await desk.press("escape")
        assert desk.app.clipboard == ""
        await desk.press("c", "j", "enter")
        assert desk.app.clipboard == "one\n  two"


async def test_the_block_of_code_in_sight_is_highlighted_first(tmp_path: Path) -> None:
    blocks = "\n\n".join(f"Text {n}.\n\n```\ncode {n}\nmore\n```" for n in range(20))
    async with open_desk(write(tmp_path, Written(answer=blocks)), size=(80, 24)) as desk:
        await open_text(desk)
        while "code 7" not in lines_of(desk.page)[0]:
            await desk.press("j")
        await desk.press("c", "enter")
        assert desk.app.clipboard == "code 7\nmore"


async def test_of_blocks_without_a_line_between_the_one_in_sight_is_highlighted_first(tmp_path: Path) -> None:
    items = "".join(f"- ```\n  first line {number}\n  second line {number}\n  ```\n" for number in range(40))
    async with open_desk(write(tmp_path, Written(answer=items)), size=(80, 24)) as desk:
        await open_text(desk)
        first = next(n for n, line in enumerate(lines_of(desk.page)) if "first line 2" in line)
        desk.page.scroll_to_line(first)
        await desk.press("c", "enter")
        assert desk.app.clipboard == "first line 2\nsecond line 2"
        desk.page.scroll_to_line(first + 1)
        await desk.press("c", "enter")
        assert desk.app.clipboard == "first line 2\nsecond line 2"


async def test_an_article_without_code_says_so(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written())) as desk:
        await open_text(desk)
        await desk.press("c")
        assert "no blocks of code" in desk.toasts


async def test_a_text_too_long_for_a_terminal_is_not_sent_to_it(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer="word " * 20_000))) as desk:
        await open_text(desk)
        await desk.press("Y", "y")
        assert desk.app.clipboard == Written().url
        assert "too long" in desk.toasts
