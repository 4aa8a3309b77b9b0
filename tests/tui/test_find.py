"""Finding words in the article that is read."""

from pathlib import Path

import pytest
from textual import events

from tests.tui.support import SIZES, Desk, lines_of, open_desk, text_of
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.messages import ArticleRequested
from tui.rendering.finding import Sought, find_literal, literal
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.find_line import FindPrompt
from tui.widgets.page_styles import mark_styles
from tui.widgets.split_line import SplitLine

REVOLUTION = "Why did the Industrial Revolution begin in Britain?"
PARAGRAPHS = "\n\n".join(f"Paragraph {n}." if n % 10 else f"Paragraph {n} has a **needle**." for n in range(60))


async def find(desk: Desk, words: str) -> None:
    await desk.press("slash", *("space" if letter == " " else letter for letter in words))


async def press_at_once(desk: Desk, *keys: str) -> None:
    """Press keys faster than the program follows them."""
    for name in keys:
        desk.app.post_message(events.Key(name, name if len(name) == 1 else None))
    await desk.settle()
    await desk.settle()


def count(desk: Desk) -> str:
    """What the prompt tells of the matches; nothing when there is no prompt."""
    lines = desk.app.screen.query("FindLine").results()
    return "".join(line.query_one(SplitLine).right.plain for line in lines if line.display)


def marks(desk: Desk) -> list[str]:
    """The words on the page that are marked, as they stand from line to line."""
    backgrounds = {style.bgcolor for style in mark_styles(desk.page.app)}
    return [
        segment.text
        for y in range(desk.page.content_size.height)
        for segment in desk.page.render_line(y)
        if segment.style and segment.style.bgcolor in backgrounds
    ]


def current(desk: Desk) -> list[tuple[int, str]]:
    """The words of the current match, which is marked more than the others, with their lines."""
    background = mark_styles(desk.page.app).current.bgcolor
    return [
        (y, segment.text)
        for y in range(desk.page.content_size.height)
        for segment in desk.page.render_line(y)
        if segment.style and segment.style.bgcolor == background
    ]


async def open_long(desk: Desk) -> None:
    await desk.press("enter", "enter")
    assert desk.shows(ReaderScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_words_are_marked_as_they_are_typed_and_counted(tmp_path: Path, size: tuple[int, int]) -> None:
    answer = "A needle, a **Nee**dle and a thread.\n\n| a | b |\n|---|---|\n| NEEDLE | eye |"
    async with open_desk(write(tmp_path, Written(answer=answer)), size=size) as desk:
        await open_long(desk)
        await find(desk, "nee")
        assert marks(desk) == ["nee", "Nee", "NEE"]
        assert count(desk) == "1/3"
        await desk.press("d")
        assert marks(desk) == ["need", "Need", "NEED"] or marks(desk) == ["need", "Nee", "d", "NEED"]
        assert [text for _, text in current(desk)] == ["need"]


async def test_a_match_goes_on_over_the_end_of_a_line(tmp_path: Path) -> None:
    answer = "word " * 13 + "the quick\nbrown " + "word " * 12 + "silver *fox and* hound"
    async with open_desk(write(tmp_path, Written(answer=answer)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "silver fox and hound")
        assert count(desk) == "1/1"
        assert "".join(text for _, text in current(desk)).replace(" ", "") == "silverfoxandhound"
        assert len({y for y, _ in current(desk)}) == 2


async def test_formulas_are_found_by_what_they_show_and_by_what_a_keyboard_has(tmp_path: Path) -> None:
    answer = "So $x^2 - 1$ and C$_{12}$H$_{22}$.\n\n```python\nif x2 > 0:\n    pass\n```"
    async with open_desk(write(tmp_path, Written(answer=answer))) as desk:
        await open_long(desk)
        await find(desk, "x²")
        assert marks(desk)[0] == "x²"
        assert count(desk) == "1/1"
        await desk.press("escape")
        await find(desk, "x2")
        assert count(desk) == "1/2"
        await desk.press("escape")
        await find(desk, "x2 - 1")
        assert count(desk) == "1/1"
        await desk.press("escape")
        await find(desk, "c12h22")
        assert count(desk) == "1/1"


async def test_enter_keeps_the_marks_and_n_goes_round_with_a_word(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        await desk.press("enter", "n")
        assert count(desk) == "2/6"
        await desk.press("N", "N")
        assert count(desk) == "from the end again  6/6"
        assert "Paragraph 50 has a needle" in text_of(desk.page)
        await desk.press("n")
        assert count(desk) == "from the top again  1/6"
        await desk.press("n")
        assert count(desk) == "2/6"


async def test_a_match_out_of_sight_comes_with_what_stands_above_it(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        top = lines_of(desk.page)
        await find(desk, "paragraph 4.")
        assert lines_of(desk.page) == top
        await desk.press("escape")
        await find(desk, "paragraph 40")
        assert "Paragraph 40" not in "\n".join(lines_of(desk.page)[:4])
        assert "Paragraph 39." in text_of(desk.page)
        assert "Paragraph 41." in text_of(desk.page)


async def test_escape_in_the_prompt_goes_back_to_where_the_reader_was(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await desk.press("j", "j", "j")
        shown = lines_of(desk.page)
        await find(desk, "paragraph 40")
        assert lines_of(desk.page) != shown
        await desk.press("escape")
        assert lines_of(desk.page) == shown
        assert not marks(desk)
        assert not count(desk)
        await desk.press("j")
        assert desk.shows(ReaderScreen)
        await desk.press("escape")
        assert desk.shows(LibraryScreen)


async def test_escape_clears_what_was_found_then_goes_up(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        await desk.press("enter", "n")
        shown = lines_of(desk.page)
        await desk.press("escape")
        assert desk.shows(ReaderScreen)
        assert not marks(desk)
        assert not count(desk)
        assert lines_of(desk.page) == shown
        await desk.press("escape")
        assert desk.shows(LibraryScreen)


async def test_what_is_not_found_is_said_and_moves_nothing(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await desk.press("d")
        shown = lines_of(desk.page)
        await find(desk, "needle")
        await desk.press("x")
        assert count(desk) == "not in this article"
        assert lines_of(desk.page) == shown
        await desk.press("enter", "n")
        assert lines_of(desk.page) == shown


async def test_an_empty_find_leaves_no_trace(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        shown = lines_of(desk.page)
        await desk.press("slash", "enter")
        assert lines_of(desk.page) == shown
        await find(desk, "n")
        await desk.press("backspace")
        assert not marks(desk)
        assert not count(desk)
        await desk.press("enter", "escape")
        assert desk.shows(LibraryScreen)


async def test_words_that_are_pasted_over_several_lines_are_found_as_one() -> None:
    async with open_desk() as desk:
        await desk.open_article("Physics", "Why is the sky blue?")
        await desk.press("slash")
        prompt = desk.app.screen.query_one(FindPrompt)
        prompt.post_message(events.Paste("the\r\n  sky\n"))
        await desk.settle()
        assert prompt.value == "the sky"


async def test_letters_are_letters_in_the_prompt_also_those_typed_before_it_stands(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await press_at_once(desk, "slash", *"needle", "enter", "n")
        assert count(desk) == "2/6"
        await find(desk, "has a")
        await press_at_once(desk, *" needle", "enter", "n", "n")
        assert count(desk) == "4/6"
        await press_at_once(desk, "slash", *"Paragraph", "escape", "n")
        assert count(desk) == "5/6"
        await find(desk, "JqT1m?")
        assert desk.shows(ReaderScreen)
        assert count(desk) == "not in this article"


async def test_marks_stay_at_other_widths_and_with_other_colours_and_without_the_panel(tmp_path: Path) -> None:
    answer = PARAGRAPHS.replace("Paragraph 20 has a", "Paragraph 20, " + "word " * 20 + "has a")
    async with open_desk(write(tmp_path, Written(answer=answer)), size=(120, 40)) as desk:
        await open_long(desk)
        await find(desk, "has a needle")
        await desk.press("enter", "n", "n")
        assert count(desk) == "3/6"
        await desk.press("r")
        await desk.resize(60, 40)
        desk.app.theme = "carrel-light"
        await desk.settle()
        assert count(desk) == "3/6"
        assert "hasaneedle" in "".join(marks(desk)).replace(" ", "")
        await desk.press("n")
        assert count(desk) == "4/6"


async def test_formulas_as_source_are_found_by_their_source(tmp_path: Path) -> None:
    answer = "Then $\\alpha^2$.\n\nAnd $\\alpha_1$."
    async with open_desk(write(tmp_path, Written(answer=answer))) as desk:
        await open_long(desk)
        await find(desk, "alpha")
        assert count(desk) == "not in this article"
        await desk.press("enter", "M")
        assert count(desk) == "2 found"
        await desk.press("n", "n")
        assert count(desk) == "2/2"
        await desk.press("M")
        assert count(desk) == "not in this article"


async def test_an_article_that_changes_is_searched_anew_at_the_same_line(tmp_path: Path) -> None:
    folder = write(tmp_path, Written(answer=PARAGRAPHS))
    async with open_desk(folder, size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        await desk.press("enter", "n", "n")
        top = lines_of(desk.page)[0]
        write(tmp_path, Written(answer=PARAGRAPHS.replace("Paragraph 1.", "Any needles.")))
        await desk.follow()
        assert lines_of(desk.page)[0] == top
        assert count(desk) == "4/7"


async def test_an_article_that_changes_leaves_the_prompt_to_those_who_type(tmp_path: Path) -> None:
    folder = write(tmp_path, Written(answer=PARAGRAPHS))
    async with open_desk(folder, size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "need")
        write(tmp_path, Written(answer=PARAGRAPHS.replace("Paragraph 1.", "Any needles.")))
        await desk.follow()
        await desk.press("l", "e", "s")
        assert count(desk) == "1/1"


async def test_escape_brings_back_what_was_found_before(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        await desk.press("enter", "n", "n")
        shown = lines_of(desk.page)
        for words in ("40", "x"):
            await find(desk, words)
            await desk.press("escape")
            assert count(desk) == "3/6"
            assert lines_of(desk.page) == shown
        await desk.press("slash", "backspace", "escape")
        assert count(desk) == "3/6"
        await desk.press("slash", "enter")
        assert count(desk) == "3/6"


async def test_escape_finds_fewer_matches_in_an_article_that_has_changed_under_the_prompt(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        await desk.press("enter", "N")
        assert count(desk).endswith("6/6")
        await find(desk, "x")
        write(tmp_path, Written(answer=PARAGRAPHS.replace("needle", "pin", 4)))
        await desk.follow()
        await desk.press("escape")
        assert count(desk) == "2/2"
        await desk.press("N")
        assert count(desk) == "1/2"


async def test_the_prompt_is_left_for_another_pane_with_its_marks(tmp_path: Path) -> None:
    async with open_desk(size=(120, 40)) as desk:
        await desk.open_article("Music", "What is equal temperament?")
        await find(desk, "fifth")
        await desk.press("shift+tab")
        assert desk.panel.has_focus
        assert "fifth" in marks(desk)
        await desk.press("n")
        assert count(desk).startswith("2/")


async def test_find_shows_the_page_where_the_panel_has_taken_its_place() -> None:
    async with open_desk(size=(80, 14)) as desk:
        await desk.open_article("Music", "What is equal temperament?")
        await desk.press("tab")
        await find(desk, "fifth")
        assert marks(desk)
        await desk.press("enter", "tab", "n")
        assert marks(desk)


async def test_a_change_of_colours_keeps_the_marks(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        await desk.press("enter")
        for theme in ("carrel-light", "nord"):
            desk.app.theme = theme
            await desk.settle()
            assert [text for _, text in current(desk)] == ["needle"]
        desk.app.theme = "ansi-dark"
        await desk.settle()
        shown = [segment for y in range(8) for segment in desk.page.render_line(y)]
        assert [segment.text for segment in shown if segment.style and segment.style.reverse] == ["needle"]


async def test_the_next_article_is_searched_for_the_same_words_and_begins_at_its_top() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("Music", "What is equal temperament?")
        await find(desk, "fifth")
        await desk.press("enter", "J")
        assert count(desk).endswith(" found")
        assert "What is the circle of fifths?" in lines_of(desk.page)[0]
        assert "fifth" in marks(desk)
        await desk.press("n")
        assert count(desk).startswith("1/")
        await desk.press("q", "enter")
        assert not marks(desk)


async def test_n_goes_on_from_where_the_reader_has_scrolled(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        await desk.press("enter", "G", "N")
        assert count(desk) == "5/6" or count(desk) == "6/6"
        await desk.press("g", "n")
        assert count(desk) == "1/6"


async def test_an_article_opens_at_the_first_match_of_what_is_sought_and_n_goes_on(tmp_path: Path) -> None:
    def every_second_needle(text: str) -> list[tuple[int, int]]:
        return find_literal("needle", text)[1::2]

    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await desk.press("enter")
        assert desk.articles.key
        desk.articles.post_message(
            ArticleRequested(desk.articles.key, Sought("some needles", every_second_needle))
        )
        await desk.settle()
        assert desk.shows(ReaderScreen)
        assert count(desk) == "1/3"
        assert "Paragraph 10 has a needle." in text_of(desk.page)
        assert "Paragraph 9." in text_of(desk.page)
        assert [text for _, text in current(desk)] == ["needle"]
        await desk.press("n")
        assert count(desk) == "2/3"
        key = desk.app.get_screen("reader", ReaderScreen).article_key
        assert key
        desk.page.post_message(ArticleRequested(key, literal("paragraph 4")))
        await desk.settle()
        assert count(desk) == "1/11"
        assert [text for _, text in current(desk)] == ["Paragraph 4"]


async def test_the_prompt_moves_nothing_on_the_screen(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await open_long(desk)
        before = (desk.page.region, desk.panel.region)
        await find(desk, "needle")
        assert (desk.page.region, desk.panel.region) == before
        await desk.press("enter", "escape")
        assert (desk.page.region, desk.panel.region) == before


async def test_wide_code_scrolls_sideways_to_a_match(tmp_path: Path) -> None:
    code = f"```\n{'x' * 120} end\n```\n\nIn the end."
    async with open_desk(write(tmp_path, Written(answer=code)), size=(80, 24)) as desk:
        await open_long(desk)
        await find(desk, "end")
        assert [text for _, text in current(desk)] == ["end"]
        await desk.press("enter", "n")
        assert [text for _, text in current(desk)] == ["end"]
        assert "In the end." in text_of(desk.page)


async def test_the_smallest_terminal_has_room_for_a_word_and_for_what_became_of_it(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(40, 10)) as desk:
        await open_long(desk)
        await find(desk, "needle")
        prompt = desk.app.screen.query_one("#find-prompt")
        assert prompt.region.width > len("needle")
        await desk.press("enter", "N")
        tally = desk.app.screen.query_one("#find-count", SplitLine)
        assert tally.region.width >= len(count(desk)) == len("from the end again  6/6")


@pytest.mark.parametrize("words", ["quadratic formula derivation, the whole of it", "needle " * 500])
async def test_words_longer_than_the_prompt_stay_in_sight(tmp_path: Path, words: str) -> None:
    async with open_desk(write(tmp_path, Written(answer=PARAGRAPHS)), size=(80, 24)) as desk:
        await desk.press("enter", "enter", "slash")
        prompt = desk.app.screen.query_one("#find-prompt")
        prompt.post_message(events.Paste(words))
        await desk.settle()
        assert prompt.scrollable_content_region.height == 1
        await desk.press("enter")
        assert lines_of(prompt)[0].startswith(words[:12])


async def test_a_long_question_stays_in_sight_in_the_search() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.press("slash")
        desk.prompt.post_message(events.Paste("ice " * 1000))
        await desk.settle()
        assert desk.prompt.scrollable_content_region.height == 1
