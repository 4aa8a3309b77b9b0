"""What every screen has: help, commands, themes, and what is remembered."""

import json
from pathlib import Path

import pytest
from rich.style import Style
from textual.binding import Binding
from textual.command import CommandList
from textual.widgets import Static

from tests.tui.support import Desk, lines_of, open_desk, text_of
from tui.app import CarrelApp
from tui.messages import SampleRequested
from tui.places import sample_library
from tui.screens.help import HelpScreen
from tui.screens.jump import JumpScreen
from tui.screens.library import LibraryScreen
from tui.screens.missing_library import MissingLibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.state import StateFile
from tui.widgets.article_list import ArticleList
from tui.widgets.definitions import Definitions
from tui.widgets.key_bar import KeyBar
from tui.widgets.query_prompt import QueryPrompt
from tui.widgets.related_panel import RelatedPanel
from tui.widgets.subject_list import SubjectList

OWN = (
    CarrelApp,
    LibraryScreen,
    ReaderScreen,
    HelpScreen,
    MissingLibraryScreen,
    SearchScreen,
    JumpScreen,
    QueryPrompt,
    ArticleList,
    SubjectList,
    RelatedPanel,
)
TAKEN_BY_TERMINALS = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+s", "ctrl+j", "ctrl+b"}


def test_every_action_has_an_id_a_description_and_a_tooltip() -> None:
    for owner in OWN:
        for binding in owner.__dict__.get("BINDINGS", []):
            assert isinstance(binding, Binding)
            assert binding.id
            assert "." in binding.id
            assert binding.description
            assert binding.tooltip


def test_no_action_depends_on_a_key_that_terminals_take() -> None:
    for owner in OWN:
        for binding in owner.__dict__.get("BINDINGS", []):
            keys = set(binding.key.split(","))
            assert not keys <= TAKEN_BY_TERMINALS | {key for key in keys if key.startswith("alt+")}, binding


async def test_help_lists_the_live_keys_of_the_library_and_of_the_reader() -> None:
    async with open_desk(size=(120, 70)) as desk:
        await desk.press("question_mark")
        shown = text_of(desk.app.screen.query_one("Definitions"))
        assert "Enter l →" in shown
        assert "Open the related article of this number" not in shown
        await desk.press("escape")
        await desk.open_article("Music", "What is counterpoint?")
        await desk.press("f1")
        shown = text_of(desk.app.screen.query_one("Definitions"))
        assert "Open the related article of this number" in shown
        assert "j ↓" in shown
        assert "Move one line down" in shown
        await desk.press("question_mark")
        assert desk.shows(ReaderScreen)


async def test_a_key_that_was_changed_stands_in_help_and_works() -> None:
    async with open_desk(size=(120, 50)) as desk:
        desk.app.set_keymap({"show.help": "f9"})
        await desk.press("f9")
        assert desk.shows(HelpScreen)


async def run_command(desk: Desk, words: str) -> None:
    await desk.press("colon")
    await desk.press(*words)
    await desk.press("enter", "enter")


async def test_help_is_as_high_as_its_lines() -> None:
    async with open_desk(size=(120, 40)) as desk:
        await desk.press("question_mark")
        assert lines_of(desk.app.screen.query_one(Definitions))[-1].startswith("G End")


async def test_in_the_palette_names_are_bold_and_their_meanings_are_not() -> None:
    async with open_desk() as desk:
        await desk.press("colon")
        await desk.press("down")
        rows = desk.app.screen.query_one(CommandList)
        name, meaning = (
            next(segment.style for segment in rows.render_line(y) if segment.text.strip()) for y in (0, 1)
        )
        assert name
        assert name.bold
        assert meaning
        assert not meaning.bold


async def test_the_palette_runs_the_actions_of_the_screen_under_it() -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "What is counterpoint?")
        await run_command(desk, "related3")
        assert "What is counterpoint?" not in desk.place


async def test_the_key_bar_shows_what_fits_and_always_the_way_to_help() -> None:
    async with open_desk(size=(80, 24)) as desk:
        bar = text_of(desk.app.screen.query_one(KeyBar))
        assert bar.startswith("Enter Open")
        assert bar.endswith("? Help   : Commands")
        await desk.resize(40, 12)
        assert text_of(desk.app.screen.query_one(KeyBar)).endswith("? Help   : Commands")


async def test_a_click_on_the_key_bar_does_what_the_key_does() -> None:
    async with open_desk() as desk:
        bar = text_of(desk.app.screen.query_one(KeyBar))
        await desk.pilot.click(KeyBar, offset=(bar.index("Help") + 2, 0))
        await desk.settle()
        assert desk.shows(HelpScreen)


async def test_a_click_highlights_a_row_and_a_second_one_opens_it() -> None:
    async with open_desk() as desk:
        await desk.pilot.click(ArticleList, offset=(10, 4))
        await desk.settle()
        assert desk.articles.highlighted == 4
        await desk.pilot.click(ArticleList, offset=(10, 4))
        await desk.settle()
        assert desk.shows(ReaderScreen)


async def test_theme_and_library_are_remembered(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    library = tmp_path / "library"
    library.mkdir()
    async with open_desk(library, state=state) as desk:
        desk.app.theme = "carrel-light"
        await desk.settle()
    kept = json.loads(state.read_text())
    assert kept["theme"] == "carrel-light"
    assert kept["library"] == str(library)
    async with open_desk(library, state=state) as desk:
        assert desk.app.theme == "carrel-light"


async def test_the_sample_library_is_not_remembered_as_the_last_one(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    async with open_desk(sample_library(), state=state):
        pass
    assert not state.exists()


async def test_every_theme_paints_both_screens() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("Mathematics", "What is Euler’s identity")
        for theme in desk.app.available_themes:
            desk.app.theme = theme
            await desk.pilot.pause()
            assert "Euler" in text_of(desk.page)


async def test_a_library_that_is_gone_offers_the_sample() -> None:
    app = CarrelApp(None, StateFile(None), reason="there is no folder /media/stick/learn", watches=False)
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        assert desk.shows(MissingLibraryScreen)
        await desk.press("enter")
        assert desk.shows(LibraryScreen)
        assert "Sample library" in desk.place


async def test_q_and_ctrl_q_work_in_a_page_over_the_screen() -> None:
    for name in ("ctrl+q", "Q"):
        async with open_desk() as desk:
            await desk.press("question_mark", name)
            assert not desk.app.is_running


async def test_help_can_be_scrolled_to_its_end_on_a_small_terminal() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.press("question_mark")
        definitions = desk.app.screen.query_one("Definitions")
        await desk.press("G")
        assert "Move to the last line" in text_of(definitions)
        assert "Esc closes" in str(desk.app.screen.query_one("#overlay-foot", Static).render())


async def test_a_new_theme_repaints_the_page_whole() -> None:
    async with open_desk() as desk:
        await desk.open_article("Mathematics", "What is Euler’s identity")
        desk.app.theme = "carrel-light"
        await desk.settle()
        colors = {
            segment.style.color for segment in desk.page.render_line(0) if segment.style and segment.text.strip()
        }
        assert colors == {Style.parse("#2a2723").color}


async def test_an_overlay_and_a_terminal_that_was_too_small_both_go() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.resize(30, 8)
        await desk.press("question_mark", "enter")
        await desk.resize(80, 24)
        assert desk.shows(LibraryScreen)


async def test_two_enters_in_one_breath_open_the_sample_once() -> None:
    app = CarrelApp(None, StateFile(None), reason="there is no folder /media/stick/learn", watches=False)
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Desk(app, pilot)
        app.post_message(SampleRequested())
        app.post_message(SampleRequested())
        await desk.settle()
        assert desk.shows(LibraryScreen)


async def test_what_is_said_again_while_it_shows_is_said_once() -> None:
    async with open_desk() as desk:
        await desk.press("enter", "enter", "K", "K", "K")
        assert desk.toasts.count("first article of the list") == 1
        desk.app.notify("Something else.", markup=False)
        await desk.settle()
        assert len(desk.toasts.splitlines()) == 2


async def test_what_was_said_does_not_cover_the_words_about_too_small_a_terminal() -> None:
    async with open_desk() as desk:
        await desk.press("enter", "enter", "K")
        await desk.resize(30, 8)
        assert not any(toast.display for toast in desk.app.screen.query("Toast"))
        await desk.resize(80, 24)
        assert "first article" in desk.toasts


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (120, 30)])
async def test_help_says_how_it_closes_however_many_keys_there_are(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        await desk.press("enter", "enter", "question_mark")
        overlay = desk.app.screen.query_one("#overlay")
        foot = desk.app.screen.query_one("#overlay-foot")
        assert overlay.content_region.contains_region(foot.region)
        overlay.query_one(Definitions).move_to_bottom()
        await desk.settle()
        assert lines_of(overlay.query_one(Definitions))[-1]


async def test_help_tells_of_the_numbered_keys_in_one_line() -> None:
    async with open_desk(size=(120, 60)) as desk:
        await desk.press("enter", "enter", "question_mark")
        lines = lines_of(desk.app.screen.query_one(Definitions))
        assert [line.split()[:3] for line in lines if "of this number" in line] == [["1", "…", "5"]]
