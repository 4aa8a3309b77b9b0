"""The steps to the next article and the one before: of a search, or of the library's list."""

import asyncio
import threading
from pathlib import Path

import pytest

from tests.tui.support import Desk, lines_of, open_desk, text_of
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.asking import Answer, Question
from tui.live_index import LiveIndex
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen


def titles_of_hits(desk: Desk) -> list[str]:
    """Walk through the hits and back, and give their titles."""
    titles = []
    for _ in range(4):
        assert desk.hits.hit
        titles.append(desk.hits.hit.row.title)
        desk.hits.move_by(1)
    desk.hits.move_to_top()
    return titles


def lever(letter: str, subject: str = "Physics", **fields: object) -> Written:
    """Write of levers, the less in the title the later the letter."""
    words = " ".join(["lever"] * (30 - 3 * "ABCDEFGH".index(letter)))
    return Written(
        title=f"{letter}: what is a lever?",
        slug=letter,
        id=ord(letter),
        subject=subject,
        subject_slug=subject.lower(),
        answer=f"Answer {letter}. A {words}.",
        **fields,  # type: ignore[arg-type]
    )


def levers(folder: Path) -> Path:
    """Write three hits of a search for levers, and beside each in the list an article that is none."""
    others = (
        Written(title=f"{x}: what is a spring?", slug=f"{x}-spring", id=ord(x) + 100, answer=f"Spring {x}.")
        for x in "ABC"
    )
    return write(folder, *map(lever, "ABC"), *others)


async def test_next_and_previous_of_a_hit_are_the_hits_beside_it_at_their_first_match() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        titles = titles_of_hits(desk)
        await desk.press("enter", "J")
        assert titles[1] in desk.place
        assert desk.page.sought
        assert desk.page.sought.words == "light"
        assert desk.page.tally
        assert desk.page.tally.current == 1
        await desk.press("J")
        assert titles[2] in desk.place
        await desk.press("K", "K")
        assert titles[0] in desk.place


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_leaving_a_hit_after_steps_leads_to_the_search_at_that_hit_and_then_to_before_it(key: str) -> None:
    async with open_desk() as desk:
        await desk.search("light")
        titles = titles_of_hits(desk)
        await desk.press("enter", "J", "J", *(["escape"] if key == "escape" else []), key)
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "light"
        assert desk.hits.hit
        assert desk.hits.hit.row.title == titles[2]
        await desk.press("escape")
        assert desk.shows(LibraryScreen)


async def test_back_after_a_step_leads_to_the_hit_before_at_its_line_and_at_last_to_the_search() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.search("light")
        titles = titles_of_hits(desk)
        await desk.press("enter", "d")
        line = lines_of(desk.page)[0]
        await desk.press("J", "backspace")
        assert titles[0] in desk.place
        assert lines_of(desk.page)[0] == line
        await desk.press("L")
        assert titles[1] in desk.place
        await desk.press("backspace", "backspace")
        assert desk.shows(SearchScreen)
        assert desk.hits.hit
        assert desk.hits.hit.row.title == titles[0]


async def test_hits_have_an_end_on_either_side(tmp_path: Path) -> None:
    async with open_desk(levers(tmp_path)) as desk:
        await desk.search("lever")
        await desk.press("enter", "K")
        assert "This is the first hit." in desk.toasts
        assert "Answer A." in text_of(desk.page)
        await desk.press("J", "J", "J")
        assert "This is the last hit." in desk.toasts
        assert "Answer C." in text_of(desk.page)


async def test_the_hits_beside_one_are_laid_out_while_it_is_read(tmp_path: Path, laid_out: list[str]) -> None:
    async with open_desk(levers(tmp_path)) as desk:
        await desk.search("lever")
        await desk.press("down", "enter")
        assert [title[0] for title in laid_out] == ["B", "C", "A"]
        assert all("lever" in title for title in laid_out)


async def test_an_article_that_a_hit_leads_to_belongs_to_the_list_and_the_hit_to_the_search(
    tmp_path: Path,
) -> None:
    spring = Written(title="B: what is a spring?", slug="B-spring", id=ord("B") + 100)
    levers(tmp_path)
    write(tmp_path, lever("A", related=[spring.link()]))
    async with open_desk(tmp_path) as desk:
        await desk.search("lever")
        await desk.press("enter", "1")
        assert "Spring B." in text_of(desk.page)
        await desk.press("J")
        assert "Answer C." in text_of(desk.page)
        await desk.press("backspace", "backspace")
        assert "Answer A." in text_of(desk.page)
        await desk.press("J")
        assert "Answer B." in text_of(desk.page)


async def test_steps_from_a_hit_over_an_article_lead_back_to_that_article() -> None:
    async with open_desk() as desk:
        await desk.open_article("Physics", "What is entropy?")
        await desk.press("slash")
        await desk.type_in("light")
        await desk.press("tab", "enter", "J", "J", "q")
        assert desk.shows(SearchScreen)
        await desk.press("escape")
        assert "What is entropy?" in desk.place


async def test_after_another_search_the_steps_of_a_hit_are_still_those_of_its_own() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        titles = titles_of_hits(desk)
        await desk.press("enter", "slash")
        await desk.type_in("music")
        await desk.press("tab", "tab", "escape", "J")
        assert desk.shows(ReaderScreen)
        assert titles[1] in desk.place
        await desk.press("q")
        assert desk.prompt.value == "light"
        assert desk.hits.hit
        assert desk.hits.hit.row.title == titles[1]


async def test_the_step_from_the_last_hit_that_was_shown_leads_to_those_beyond() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.search("the")
        await desk.press("enter", *["J"] * 24)
        assert desk.shows(ReaderScreen)
        assert "last hit" not in desk.toasts
        title = desk.place
        await desk.press("q")
        assert desk.hits.highlighted == 24
        assert desk.hits.hit
        assert desk.hits.hit.row.title[:30] in title


async def test_a_hit_that_is_opened_before_those_beyond_it_are_found_is_not_called_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = LiveIndex.answer
    began, may_answer = threading.Event(), threading.Event()

    def slowly(index: LiveIndex, question: Question) -> Answer:
        if question.limit > 20:
            began.set()
            assert may_answer.wait(20)
        return answer(index, question)

    monkeypatch.setattr(LiveIndex, "answer", slowly)
    async with open_desk(size=(80, 24)) as desk:
        await desk.search("the")
        desk.hits.move_to_bottom()
        assert await asyncio.to_thread(began.wait, 20)
        desk.hits.open()  # as a click does
        await desk.pilot.pause()
        assert desk.shows(ReaderScreen)
        may_answer.set()
        await desk.settle()
        title = desk.place
        await desk.press("J")
        assert desk.place != title
        assert "last hit" not in desk.toasts


async def test_a_hit_that_has_left_the_library_is_passed_over(tmp_path: Path) -> None:
    async with open_desk(levers(tmp_path)) as desk:
        await desk.search("lever")
        await desk.press("enter")
        (tmp_path / lever("B").path).unlink()
        desk.library.load()
        await desk.press("J")
        assert "Answer C." in text_of(desk.page)


async def test_the_step_from_an_article_of_another_subject_leads_on_in_that_subject(laid_out: list[str]) -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "What is counterpoint?")
        await desk.press("ctrl+o")
        await desk.type_in("black hole")
        laid_out.clear()
        await desk.press("enter")
        assert "Astronomy › What is a black hole?" in desk.place
        ahead = laid_out[1]
        await desk.press("J")
        assert desk.place.startswith(f"Astronomy › {ahead[:20]}")
        await desk.press("K")
        assert "What is a black hole?" in desk.place
        await desk.press("q")
        assert desk.subjects.subject
        assert desk.subjects.subject.name == "Astronomy"
        assert any(text.startswith("▌ What is a black hole?") for text in lines_of(desk.articles))


async def test_the_list_of_all_articles_holds_those_of_every_subject() -> None:
    async with open_desk() as desk:
        await desk.press("tab", "enter", "ctrl+o")
        await desk.type_in("black hole")
        await desk.press("enter", "J", "q")
        assert desk.subjects.subject is None
        assert any(text.startswith("▌") for text in lines_of(desk.articles))


async def test_the_step_from_an_article_that_is_kept_out_of_lists_stays_in_the_subject(tmp_path: Path) -> None:
    unlisted = lever("H", "Music", no_index=True)
    levers(tmp_path)
    write(tmp_path, unlisted, lever("G", "Music"), lever("A", related=[unlisted.link()]))
    async with open_desk(tmp_path) as desk:
        await desk.open_article("Physics", "A: what is a lever?")
        await desk.press("1")
        assert "Answer H." in text_of(desk.page)
        await desk.press("J", "q")
        assert desk.subjects.subject
        assert desk.subjects.subject.name == "Physics"
