"""The outline of the article that is read."""

from pathlib import Path

from tests.tui.support import Desk, lines_of, open_desk
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.screens.outline import OutlineScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.heading_list import HeadingList

FILLING = "\n\n".join(["Some words."] * 12)
ANSWER = "\n\n".join(
    f"{heading}\n\n{FILLING}"
    for heading in ("## First", "### Of $x^2$ and *more*", "#### Deeper", "## Second", "## Last\n\nThe end.")
)


def outline(desk: Desk) -> list[str]:
    return lines_of(desk.app.screen.query_one(HeadingList))


async def test_the_outline_lists_headings_as_they_show_indented_by_level(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=ANSWER)), size=(80, 24)) as desk:
        await desk.press("enter", "enter", "t")
        assert outline(desk) == ["▌ First", "    Of x² and more", "      Deeper", "  Second", "  Last"]


async def test_the_outline_opens_at_the_heading_under_which_the_reader_is(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=ANSWER)), size=(80, 24)) as desk:
        await desk.press("enter", "enter")
        await desk.press(*["right_square_bracket"] * 3, "j", "j", "t")
        (here,) = [text for text in outline(desk) if text.endswith("here")]
        assert here.split() == ["▌", "Deeper", "here"]


async def test_enter_goes_to_a_heading_and_escape_stays(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=ANSWER)), size=(80, 24)) as desk:
        await desk.press("enter", "enter", "t", "down", "down", "down", "enter")
        assert desk.shows(ReaderScreen)
        shown = lines_of(desk.page)
        assert shown[0].strip() == "Second"
        for leave in ("escape", "t", "q", "backspace"):
            await desk.press("t", "k", leave)
            assert desk.shows(ReaderScreen)
            assert lines_of(desk.page) == shown
        assert desk.page.has_focus


async def test_a_heading_near_the_end_is_the_current_one_after_going_there(tmp_path: Path) -> None:
    answer = f"## First\n\n{FILLING}\n\n{FILLING}\n\n## Second\n\nOne.\n\n## Third\n\nTwo."
    async with open_desk(write(tmp_path, Written(answer=answer)), size=(80, 24)) as desk:
        await desk.press("enter", "enter", "t", "down", "enter", "t")
        assert [text.split()[1] for text in outline(desk) if text.endswith("here")] == ["Second"]
        await desk.press("escape", "k", "t")
        assert [text.split()[1] for text in outline(desk) if text.endswith("here")] == ["First"]


async def test_a_long_outline_opens_around_the_current_heading(tmp_path: Path) -> None:
    answer = "\n\n".join(f"## Part {n}\n\n{FILLING}" for n in range(40))
    async with open_desk(write(tmp_path, Written(answer=answer)), size=(80, 24)) as desk:
        await desk.press("enter", "enter", *["right_square_bracket"] * 31, "t")
        texts = [text.split()[-2 if text.endswith("here") else -1] for text in outline(desk)]
        at = texts.index("30")
        assert "here" in outline(desk)[at]
        assert 0 < at < len(texts) - 1


async def test_an_article_without_headings_says_so(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer="Just this.")), size=(80, 24)) as desk:
        await desk.press("enter", "enter", "t")
        assert desk.shows(ReaderScreen)
        assert "no headings" in desk.toasts


async def test_the_outline_keeps_its_place_in_a_terminal_of_another_size(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=ANSWER)), size=(120, 40)) as desk:
        await desk.press("enter", "enter", "t", "down", "down", "down")
        await desk.resize(60, 20)
        assert desk.shows(OutlineScreen)
        assert [text.split()[1] for text in outline(desk) if "▌" in text] == ["Second"]
        await desk.press("enter")
        assert lines_of(desk.page)[0].strip() == "Second"
