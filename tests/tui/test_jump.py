"""The jump to a title."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from loaders import ArticleRow
from loaders.letters import typed_letters
from tests.tui.support import Desk, lines_of, open_desk, text_of
from tui.live_index import LiveIndex
from tui.screens.jump import JumpScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.widgets.notice import Notice
from tui.widgets.title_list import TitleList


def titles(desk: Desk) -> TitleList:
    return desk.app.screen.query_one(TitleList)


async def jump(desk: Desk, text: str) -> None:
    await desk.press("ctrl+o")
    await desk.type_in(text)


@pytest.mark.parametrize("size", [(44, 12), (80, 24), (120, 40)])
async def test_some_letters_of_some_words_in_any_order_lead_to_a_title(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        await jump(desk, "hole blk")
        assert "What is a black hole?" in lines_of(titles(desk))[0]
        assert ("Astronomy" in lines_of(titles(desk))[0]) == (size[0] > 60)
        await desk.press("enter")
        assert desk.shows(ReaderScreen)
        assert "What is a black hole?" in text_of(desk.page)


async def test_the_letters_that_were_typed_are_bold() -> None:
    async with open_desk() as desk:
        await jump(desk, "hole blk")
        strip = titles(desk).render_line(0)
        assert [s.text for s in strip if s.style and s.style.bold] == ["bl", "k", "hole"]


async def test_a_long_title_shows_the_letters_that_were_typed() -> None:
    async with open_desk(size=(60, 20)) as desk:
        await jump(desk, "mean lakes")
        assert lines_of(titles(desk))[0] == "▌ …less dense, and what does that mean for lakes?"


async def test_a_long_title_whose_first_word_was_typed_shows_its_beginning() -> None:
    async with open_desk(size=(44, 12)) as desk:
        await jump(desk, "why lakes")
        assert not [text for text in lines_of(titles(desk)) if text[2:].startswith("…Why")]


async def test_an_index_that_goes_on_leaves_the_highlight_on_its_title() -> None:
    async with open_desk() as desk:
        await jump(desk, "what")
        await desk.press("down", "down")
        chosen = titles(desk).article
        screen = desk.app.screen
        assert isinstance(screen, JumpScreen)
        screen.follow_index()
        await desk.settle()
        assert titles(desk).article == chosen
        await desk.type_in(" is")
        assert titles(desk).highlighted == 0


async def test_escape_stays_where_the_reader_was() -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "What is counterpoint?")
        await desk.press("d")
        page = text_of(desk.page)
        await jump(desk, "black")
        await desk.press("escape")
        assert desk.shows(ReaderScreen)
        assert text_of(desk.page) == page


async def test_a_jump_from_an_article_is_a_step_of_its_way() -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "What is counterpoint?")
        await jump(desk, "black hole")
        await desk.press("enter")
        assert "What is a black hole?" in desk.place
        await desk.press("backspace")
        assert "What is counterpoint?" in desk.place


async def test_a_jump_from_a_search_opens_the_article_over_what_was_there_before() -> None:
    async with open_desk() as desk:
        await desk.search("entropy")
        await jump(desk, "black hole")
        await desk.press("enter")
        assert "What is a black hole?" in desk.place
        await desk.press("backspace")
        assert desk.shows(LibraryScreen)


async def test_an_empty_prompt_lists_what_was_read_last_also_the_next_time(tmp_path: Path) -> None:
    async with open_desk(state=tmp_path / "state.json") as desk:
        for subject, title in (("Music", "What is counterpoint?"), ("Physics", "What is entropy?")):
            await desk.open_article(subject, title)
            await desk.press("escape", "escape")
    async with open_desk(state=tmp_path / "state.json") as desk:
        await desk.press("ctrl+o")
        shown = [line[2:].strip() for line in lines_of(titles(desk)) if line.strip()]
        assert shown[0].startswith("What is entropy?")
        assert shown[1].startswith("What is counterpoint?")
        await desk.press("down", "enter")
        assert "What is counterpoint?" in desk.place


async def test_an_article_that_was_read_comes_before_others_that_fit_as_well() -> None:
    async with open_desk() as desk:
        await jump(desk, "difference between")
        last = lines_of(titles(desk))[3][2:40].strip()
        await desk.press("down", "down", "down", "enter")
        await jump(desk, "difference between")
        assert lines_of(titles(desk))[0][2:40].strip() == last


async def test_letters_that_no_title_has_are_told_of() -> None:
    async with open_desk() as desk:
        await jump(desk, "qqqxz")
        notice = desk.app.screen.query_one(Notice)
        assert notice.display
        assert "No title has these letters" in str(notice.render())
        await desk.press("enter")
        assert desk.shows(JumpScreen)


async def test_enter_before_the_titles_are_there_opens_the_right_one(monkeypatch: pytest.MonkeyPatch) -> None:
    find = LiveIndex.titles
    may_answer = threading.Semaphore(0)
    asked: list[str] = []

    def slowly(index: LiveIndex, text: str, read: Sequence[str]) -> list[ArticleRow]:
        asked.append(text)
        assert may_answer.acquire(timeout=20)
        return find(index, text, read)

    async with open_desk() as desk:
        monkeypatch.setattr(LiveIndex, "titles", slowly)
        for name, letter in (("ctrl+o", None), *((letter, letter) for letter in "entropy"), ("enter", "\r")):
            desk.app.post_message(events.Key(name, letter))
        await desk.pilot.pause()
        may_answer.release()
        may_answer.release()
        await desk.settle()
        assert asked[-1] == "entropy"
        assert len(asked) == 2
        assert "What is entropy?" in desk.place


async def test_keys_of_the_screen_below_are_letters_in_the_prompt() -> None:
    async with open_desk() as desk:
        await jump(desk, "qQ?:")
        assert desk.prompt.value == "qQ?:"
        await desk.press("escape")
        await desk.search("sky")
        await desk.press("ctrl+o", "escape")
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "sky"


def shown(text: str, title: str) -> str:
    marked = {place for start, end in typed_letters(text, title) for place in range(start, end)}
    return "".join(letter.upper() if place in marked else letter for place, letter in enumerate(title.lower()))


def test_letters_are_marked_at_the_beginning_of_words_then_within_then_one_by_one() -> None:
    assert shown("bl ho", "what is a black hole") == "what is a BLack HOle"
    assert shown("lack", "what is a black hole") == "what is a bLACK hole"
    assert shown("blk", "what is a black hole") == "what is a BLacK hole"
    assert shown("ecole", "une école") == "une ÉCOLE"
    assert shown("bkacl", "what is a black hole") == "what is a black hole"
    assert shown("", "what") == "what"


@given(st.text(max_size=30), st.text(max_size=60))
def test_marks_lie_in_order_within_the_title(text: str, title: str) -> None:
    places = [place for mark in typed_letters(text, title) for place in mark]
    assert places == sorted(set(places))
    assert all(0 <= place <= len(title) for place in places)
    assert all(start < end for start, end in typed_letters(text, title))
