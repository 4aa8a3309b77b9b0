"""Screens that cover each other come back as they were left, in the colours that are chosen by then."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.events import MouseScrollDown

from loaders import Progress
from tests.tui.support import Desk, lines_of, open_desk, text_of
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.messages import LibraryProgressed
from tui.places import sample_library
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.themes import THEMES
from tui.widgets.rest import Rest


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


async def test_an_article_that_changes_while_a_search_lies_over_it_shows_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, Written(title="What is tin?", answer="A soft metal."))
    async with open_desk(tmp_path) as desk:
        await desk.press("tab", "enter")
        await desk.app.action_search()
        write(tmp_path, Written(title="What is tin?", answer="A metal that cries."))
        for _ in desk.library.refresh():
            pass
        desk.app.post_message(LibraryProgressed(desk.library, Progress(1, 1, counted=True)))
        await desk.press("escape")
        assert "that cries" in text_of(desk.page)


async def test_an_index_that_is_whole_while_a_search_lies_over_an_article_is_asked_for_similar_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_desk(sample_library()) as desk:
        reader = await open_article(desk)
        await desk.app.action_search()
        rested: list[str] = []
        monkeypatch.setattr(ReaderScreen, "at_rest", lambda _, article: rested.append(article.title))
        reader.follow_index()
        await desk.settle()
        assert {title[:24] for title in rested} == {"What is Euler’s identity"}


async def test_who_opens_an_article_before_all_is_ready_selects_in_the_same_colour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Rest, "begin", lambda _: None)
    async with open_desk(sample_library()) as desk:
        reader = await open_article(desk)
        mark = Color.parse(desk.app.get_css_variables()["mark"])
        assert reader.get_component_styles("screen--selection").background == mark


async def test_a_click_in_the_panel_opens_what_is_under_the_mouse_wherever_the_wheel_has_brought_it() -> None:
    async with open_desk(sample_library(), size=(80, 24)) as desk:
        await open_article(desk)
        for _ in range(6):
            await desk.pilot._post_mouse_events([MouseScrollDown], widget=desk.panel, offset=(5, 1))
        await desk.settle()
        assert desk.panel.scroll_offset.y
        line, text = next(
            (line, text) for line, text in enumerate(lines_of(desk.panel)) if text[:2].strip() and "?" in text
        )
        await desk.pilot.click(desk.panel, offset=(6, line))
        await desk.settle()
        assert text[4:].strip()[:20] in desk.place
