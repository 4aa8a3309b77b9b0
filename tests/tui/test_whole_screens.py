"""Screens that cover each other come back as they were left, in the colours that are chosen by then."""

from textual.color import Color

from tests.tui.support import Desk, open_desk, text_of
from tui.places import sample_library
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.themes import THEMES


async def open_article(desk: Desk) -> ReaderScreen:
    await desk.open_article("Mathematics", "What is Euler’s identity")
    assert isinstance(desk.app.screen, ReaderScreen)
    return desk.app.screen


async def test_nothing_is_painted_of_a_library_that_the_reader_covers() -> None:
    async with open_desk(sample_library()) as desk:
        library = desk.app.screen
        assert isinstance(library, LibraryScreen)
        reader = await open_article(desk)
        assert [screen.is_current for screen in (library, reader)] == [False, True]
        await desk.press("i")  # the page still shows around the window over it
        assert [screen.is_current for screen in (library, reader)] == [False, True]
        await desk.press("escape", "q")
        assert [screen.is_current for screen in (library, reader)] == [True, False]


async def test_an_article_opens_in_the_colours_that_were_chosen_since_the_last_one() -> None:
    async with open_desk(sample_library()) as desk:
        await open_article(desk)
        await desk.press("q")
        for name, theme in THEMES.items():
            desk.app.theme = name
            await desk.settle()
            await desk.press("enter")
            paper = Color.parse(theme.background or "")
            assert desk.app.screen.styles.background == paper
            assert desk.page.background_colors[1] == paper
            assert "Euler" in text_of(desk.page)
            await desk.press("q")


async def test_a_terminal_that_was_resized_meanwhile_shows_the_article_in_its_new_size() -> None:
    async with open_desk(sample_library()) as desk:
        reader = await open_article(desk)
        await desk.press("q")
        await desk.resize(80, 24)
        await desk.press("enter")
        assert reader.size.width == 80
        assert reader.has_class("-normal")
        assert desk.page.size.width <= 80
