"""The search: hits while somebody types, scopes, spelling, past searches, and the way back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from tests.tui.support import SIZES, lines_of, open_desk, text_of
from tests.writing import Written
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.state import StateFile


@pytest.mark.parametrize("size", [*SIZES, (60, 20), (44, 12)])
async def test_hits_come_while_typing_with_subject_and_the_sentence_that_answers(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        await desk.search("sky bl")
        assert desk.first_hit.startswith("Why is the sky blue?")
        assert "The sky is blue because the molecules" in " ".join(text_of(desk.hits).split())
        assert ("Physics" in desk.first_hit) == (size[0] > 70)
        await desk.type_in("ue")
        assert "Search  in all articles" in desk.place
        assert desk.first_hit.startswith("Why is the sky blue?")


async def test_the_first_letter_finds_already() -> None:
    async with open_desk() as desk:
        await desk.search("z")
        assert "Zheng He" in text_of(desk.hits)


async def test_words_that_match_are_bold_in_question_and_sentence() -> None:
    async with open_desk() as desk:
        await desk.search("sky")
        for line in (0, 1):
            bold = {s.text for s in desk.hits.render_line(line) if s.style and s.style.bold and s.text.strip()}
            assert bold == {"sky"}


async def test_nothing_found_says_so_and_offers_the_nearest_spelling_by_enter() -> None:
    async with open_desk() as desk:
        await desk.search("entropyxqz")
        assert "Nothing is found" in desk.notice
        assert "entropy" in desk.notice
        await desk.press("enter")
        assert desk.prompt.value == "entropy"
        assert "What is entropy?" in desk.first_hit


async def test_a_slip_is_forgiven_and_the_right_spelling_offered() -> None:
    async with open_desk() as desk:
        await desk.search("entorpy")
        assert "What is entropy?" in desk.first_hit
        assert "Did you mean entropy?" in desk.note
        await desk.press("ctrl+y")
        assert desk.prompt.value == "entropy"
        assert not desk.note


async def test_an_empty_prompt_tells_what_can_be_asked() -> None:
    async with open_desk() as desk:
        await desk.search("")
        assert '"two words"' in desk.notice
        await desk.type_in("sky")
        await desk.press("ctrl+u")
        assert '"two words"' in desk.notice
        assert not lines_of(desk.hits)


async def test_enter_opens_the_highlighted_hit_and_back_leads_to_the_search_as_it_was() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        await desk.press("down", "down", "down")
        hit = desk.hits.hit
        assert hit
        shown = text_of(desk.hits)
        await desk.press("enter")
        assert desk.shows(ReaderScreen)
        assert hit.row.title in desk.place
        await desk.press("1", "backspace", "backspace")
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "light"
        assert desk.hits.hit == hit
        assert text_of(desk.hits) == shown


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_leaving_an_article_that_was_found_leads_to_the_search_and_then_to_the_library(key: str) -> None:
    async with open_desk() as desk:
        await desk.search("light")
        await desk.press("down", "down", "enter")
        hit = desk.place
        await desk.press("escape", "1", key)  # nothing is marked any more
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "light"
        assert desk.hits.hit
        assert desk.hits.hit.row.title in hit
        await desk.press("escape")
        assert desk.shows(LibraryScreen)
        await desk.press("tab", "enter", key)
        assert desk.shows(LibraryScreen)


async def test_a_search_over_an_article_leads_back_to_the_article_and_to_older_searches() -> None:
    async with open_desk() as desk:
        await desk.search("entropy")
        await desk.press("enter")
        await desk.search("sky blue")
        await desk.press("tab", "tab", "enter")
        assert "Why is the sky blue?" in desk.place
        await desk.press("backspace")
        assert desk.prompt.value == "sky blue"
        await desk.press("escape")
        assert "What is entropy?" in desk.place
        await desk.press("backspace")
        assert desk.prompt.value == "entropy"
        assert "What is entropy?" in desk.first_hit
        await desk.press("escape")
        assert desk.shows(LibraryScreen)
        await desk.press("L")
        assert "What is entropy?" in desk.place


async def test_a_hit_opens_at_the_first_match_and_n_goes_on() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.search("scattering violet")
        await desk.press("enter")
        sought = desk.page.sought
        assert sought
        assert sought.words == "scattering violet"
        tally = desk.page.tally
        assert tally
        assert tally.current == 1
        await desk.press("n")
        assert desk.page.tally == tally._replace(current=2)
        await desk.press("escape")
        assert desk.page.sought is None
        assert desk.shows(ReaderScreen)


async def test_escape_goes_back_exactly_to_where_the_reader_was() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.press("tab", *["j"] * 40)
        shown = text_of(desk.articles)
        await desk.search("entropy")
        await desk.press("enter", "backspace", "escape")
        assert desk.shows(LibraryScreen)
        assert text_of(desk.articles) == shown
        await desk.press("enter", "d")
        page = text_of(desk.page)
        await desk.search("sky")
        await desk.press("tab", "tab", "down", "escape")
        assert text_of(desk.page) == page


async def test_past_searches_come_back_by_up_in_an_empty_prompt_also_the_next_time(tmp_path: Path) -> None:
    async with open_desk(state=tmp_path / "state.json") as desk:
        for text in ("entropy", "sky blue"):
            await desk.search(text)
            await desk.press("enter", "escape", "escape", "escape")
    async with open_desk(state=tmp_path / "state.json") as desk:
        await desk.search("")
        assert "sky blue" in desk.notice
        await desk.press("up")
        assert desk.prompt.value == "sky blue"
        await desk.press("up", "up")
        assert desk.prompt.value == "entropy"
        assert "What is entropy?" in desk.first_hit
        await desk.press("down")
        assert desk.prompt.value == "sky blue"
        await desk.press("down")
        assert desk.prompt.value == "sky blue"
        assert desk.hits.highlighted == 1


def test_past_searches_are_bounded_and_each_stands_there_once(tmp_path: Path) -> None:
    state = StateFile(tmp_path / "state.json")
    for number in [*range(200), 150]:
        state.remember_search(f"query {number} " + "x" * 2000)
    kept = StateFile(tmp_path / "state.json").state.searches
    assert len(kept) == 50
    assert kept[0].startswith("query 150 ")
    assert sum(text.startswith("query 150 ") for text in kept) == 1
    assert all(len(text) <= 1000 for text in kept)


async def test_more_hits_come_when_the_highlight_reaches_the_last_one() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.search("the")
        for _ in range(8):
            await desk.press("pagedown")
        highlighted = desk.hits.highlighted
        assert highlighted is not None
        assert highlighted > 20
        await desk.press("pageup")
        assert (desk.hits.highlighted or 0) < highlighted


async def test_questions_that_ask_nearly_the_same_are_one_row(write_library: Callable[..., Path]) -> None:
    folder = write_library(
        Written(title="What is a lever?", slug="a", id=1),
        Written(title="What is a lever", slug="b", id=900),
        Written(title="What is the lever?", slug="c", id=1800),
    )
    async with open_desk(folder) as desk:
        await desk.search("lever")
        assert "+2 similar" in text_of(desk.hits)
        assert len([line for line in lines_of(desk.hits) if "lever" in line]) == 1


HOSTILE = [
    '[/] [b]x[/b] "',
    "AND OR NOT (",
    "a:b^2~3 *?\\",
    "\x1b[2J\x07",
    "𝔘𝔫𝔦 ﷽ é",
    "-",
    '"',
    "subject:",
    "٣" * 400,
]


async def test_whatever_is_typed_or_pasted_is_a_search() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.press("slash")
        for text in HOSTILE:
            desk.prompt.post_message(events.Paste(text))
            await desk.settle()
            assert desk.shows(SearchScreen)
            text_of(desk.hits)
            await desk.press("ctrl+u")


async def test_a_question_that_is_pasted_over_several_lines_is_one() -> None:
    async with open_desk() as desk:
        await desk.press("slash")
        desk.prompt.post_message(events.Paste("why is\n  the sky\r\nblue?\n"))
        await desk.settle()
        assert desk.prompt.value == "why is the sky blue?"
        assert "Why is the sky blue?" in desk.first_hit


async def test_titles_with_markup_are_hits_as_they_are(write_library: Callable[..., Path]) -> None:
    folder = write_library(Written(title="What is [/] and [b]bold[/b]?", answer="It is [@click=app.quit]bold[/]."))
    async with open_desk(folder) as desk:
        await desk.search("bold")
        assert "What is [/] and [b]bold[/b]?" in text_of(desk.hits)
        assert "[@click=app.quit]bold[/]" in text_of(desk.hits)


async def test_keys_that_are_typed_do_not_stand_on_the_key_bar() -> None:
    async with open_desk() as desk:
        await desk.press("slash")
        bar = text_of(desk.app.screen.query_one("KeyBar"))
        assert "F1 Help" in bar
        assert "/ Search" not in bar
        await desk.press("f1")
        assert "Enter" in text_of(desk.app.screen.query_one("Definitions"))


async def test_a_click_highlights_a_hit_and_another_one_opens_it() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        line = next(number for number, text in enumerate(lines_of(desk.hits)) if number and not text) + 1
        await desk.pilot.click(desk.hits, offset=(5, line))
        await desk.settle()
        assert desk.hits.highlighted == 1
        assert desk.prompt.has_focus
        await desk.pilot.click(desk.hits, offset=(5, line))
        await desk.settle()
        assert desk.shows(ReaderScreen)


async def test_a_question_longer_than_the_prompt_shows_its_end() -> None:
    async with open_desk(size=(60, 20)) as desk:
        await desk.search("why does " + "light " * 20 + "bend")
        assert text_of(desk.prompt).rstrip().endswith("light bend")
        await desk.press("home")
        assert text_of(desk.prompt).startswith("why does light")


async def test_two_escapes_at_once_close_the_search_and_nothing_else() -> None:
    async with open_desk() as desk:
        await desk.press("slash")
        desk.app.simulate_key("escape")
        desk.app.simulate_key("escape")
        await desk.settle()
        assert desk.shows(LibraryScreen)
