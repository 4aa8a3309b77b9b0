"""The reader's screen: the page, the panel, the way back."""

from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollRight

from loaders import Progress
from tests.tui.support import SIZES, lines_of, open_desk, text_of
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.messages import LibraryRequested
from tui.screens.fields import FieldsScreen
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen

EULER = "What is Euler’s identity, and why is it admired?"


@pytest.mark.parametrize("size", SIZES)
async def test_related_2_opens_and_back_returns_to_the_same_row_and_line(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        await desk.open_article("Mathematics", EULER)
        row = "Mathematics › What is Euler’s identity"
        assert row in desk.place
        await desk.press("j", "j", "j")
        line = lines_of(desk.page)[0]
        related = desk.panel.related(2)
        assert related
        await desk.press("2")
        assert related.title in desk.place
        await desk.press("backspace")
        assert row in desk.place
        assert lines_of(desk.page)[0] == line
        await desk.press("backspace")
        assert desk.shows(LibraryScreen)
        assert any(text.startswith("▌ What is Euler’s identity") for text in lines_of(desk.articles))


@pytest.mark.parametrize("size", SIZES)
async def test_a_row_of_the_panel_opens_and_is_highlighted_again_on_the_way_back(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        await desk.open_article("Mathematics", EULER)
        await desk.press("tab", "j")
        highlighted = [text for text in lines_of(desk.panel) if "▌" in text]
        assert highlighted
        await desk.press("enter")
        assert EULER not in desk.place
        await desk.press("H")
        assert [text for text in lines_of(desk.panel) if "▌" in text] == highlighted


async def test_forward_goes_where_back_came_from_also_from_the_library() -> None:
    async with open_desk() as desk:
        await desk.open_article("Mathematics", EULER)
        await desk.press("1")
        place = desk.place
        await desk.press("backspace", "L")
        assert desk.place == place
        await desk.press("q")
        assert desk.shows(LibraryScreen)
        await desk.press("L")
        assert desk.place == place


async def test_the_page_tells_subject_date_author_minutes_and_keywords() -> None:
    async with open_desk(size=(120, 40)) as desk:
        await desk.open_article("Libraries and Reading", "What is a carrel?")
        text = text_of(desk.page)
        assert "What is a carrel?" in text
        assert "Libraries and Reading · Posted on Sep 03, 2024 · Carrel · 1 minute" in text
        assert "Keywords" in text


async def test_an_article_filed_twice_says_where_else() -> None:
    async with open_desk() as desk:
        await desk.open_article("Physics", "Why does ice float on water?")
        assert "also in Earth Science" in text_of(desk.page)


async def test_the_panel_lists_related_articles_then_those_that_link_here() -> None:
    async with open_desk() as desk:
        await desk.open_article("Physics", "What is entropy?")
        lines = [text.strip() for text in lines_of(desk.panel) if text.strip()]
        assert lines[0] == "Related"
        assert lines[1].startswith("1 ")
        assert "Mathematics" in lines
        assert any(text.startswith("Linked from · ") for text in lines)


async def test_a_link_that_leads_nowhere_is_told_and_never_highlighted() -> None:
    async with open_desk() as desk:
        await desk.open_article("Libraries and Reading", "What do the parts of an ISBN mean?")
        assert "not in this library" in text_of(desk.panel)
        await desk.press("5")
        assert "not in this library" in desk.toasts
        await desk.press("tab", *["j"] * 6)
        assert not any("▌" in text and "call number" in text for text in lines_of(desk.panel))


async def test_the_panel_begins_at_its_top_until_it_is_used(tmp_path: Path) -> None:
    there = Written(title="Which one is there?", slug="there", id=9)
    missing = [Written(title=f"Where is number {n}?", slug=f"missing-{n}", id=20 + n).link() for n in range(1, 5)]
    folder = write(tmp_path, there, Written(title="A first one", related=[*missing, there.link()]))
    async with open_desk(folder, size=(80, 24)) as desk:
        await desk.press("enter", "enter")
        assert lines_of(desk.panel)[0].strip() == "Related"
        await desk.press("tab")
        assert any(text.startswith("▌5 Which one is there?") for text in lines_of(desk.panel))


async def test_a_number_without_a_link_says_so(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, Written())) as desk:
        await desk.press("enter", "enter")
        assert "This article names none." in text_of(desk.panel)
        await desk.press("3")
        assert "no related article 3" in desk.toasts


async def test_r_hides_and_shows_the_panel_and_the_line_at_the_top_stays() -> None:
    async with open_desk(size=(100, 24)) as desk:
        await desk.open_article("History", "Why did the Industrial Revolution begin in Britain?")
        await desk.press("space", "space")
        words = lines_of(desk.page)[0].split()[:3]
        await desk.press("r")
        assert desk.app.screen.has_class("-without-panel")
        assert " ".join(words) in " ".join(" ".join(lines_of(desk.page)[:2]).split())
        await desk.press("r")
        assert desk.panel.display
        assert lines_of(desk.page)[0].split()[:3] == words


async def test_resizing_keeps_the_words_at_the_top() -> None:
    async with open_desk(size=(120, 40)) as desk:
        await desk.open_article("History", "Why did the Industrial Revolution begin in Britain?")
        await desk.press("space", "space")
        words = lines_of(desk.page)[0].split()[:3]
        await desk.resize(70, 24)
        assert " ".join(words) in " ".join(" ".join(lines_of(desk.page)[:2]).split())


async def test_the_panel_stands_below_where_there_is_no_room_beside() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("Mathematics", EULER)
        assert desk.panel.region.y > desk.page.region.y
        await desk.resize(120, 40)
        assert desk.panel.region.x > desk.page.region.x


async def test_the_panel_below_leaves_most_of_a_small_terminal_to_the_page() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("Mathematics", EULER)
        assert desk.page.size.height >= 15
        assert lines_of(desk.panel)[0].strip() == "Related"


async def test_the_text_is_never_wider_than_80_columns_and_is_centred() -> None:
    async with open_desk(size=(200, 50)) as desk:
        await desk.open_article("History", "Why did the Industrial Revolution begin in Britain?")
        widths = [(len(text) - len(text.lstrip()), len(text)) for text in lines_of(desk.page) if text]
        left = min(start for start, _ in widths)
        assert max(end for _, end in widths) - left <= 80
        assert left > 20


async def test_next_and_previous_walk_through_the_list_without_leaving() -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "What is equal temperament?")
        await desk.press("J")
        assert "What is the circle of fifths?" in desk.place
        await desk.press("K", "K")
        assert "What is counterpoint?" in desk.place
        await desk.press("escape")
        assert any(text.startswith("▌ What is counterpoint?") for text in lines_of(desk.articles))


async def test_the_list_has_an_end_for_next() -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "Why do octaves sound alike?")
        await desk.press("J")
        assert "last article of the list" in desk.toasts
        assert "Why do octaves sound alike?" in desk.place


async def test_all_fields_of_the_article_show_and_close() -> None:
    async with open_desk() as desk:
        await desk.open_article("Mathematics", EULER)
        await desk.press("i")
        assert desk.shows(FieldsScreen)
        shown = text_of(desk.app.screen.query_one("Definitions"))
        for name in ("_schema", "seo.page_keywords", "file_name", "related_article1", "no_index"):
            assert name in shown
        await desk.press("escape")
        assert desk.shows(ReaderScreen)


async def test_a_random_article_is_one_key_away() -> None:
    async with open_desk() as desk:
        await desk.open_article("Mathematics", EULER)
        await desk.press("R", "backspace")
        assert "Euler" in desk.place


async def test_the_top_line_tells_how_far_the_page_is_read() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("History", "Why did the Industrial Revolution begin in Britain?")
        assert " 0%" in desk.place
        await desk.press("G")
        assert "100%" in desk.place


async def test_two_keys_in_one_breath_leave_one_screen_and_open_one() -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "What is counterpoint?")
        desk.app.screen.post_message(LibraryRequested())
        desk.app.screen.post_message(LibraryRequested())
        await desk.settle()
        assert desk.shows(LibraryScreen)
        desk.articles.action_open()
        desk.articles.action_open()
        await desk.settle()
        await desk.press("backspace")
        assert desk.shows(LibraryScreen)


async def test_back_returns_to_the_very_line_also_to_a_blank_one() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("History", "Why did the Industrial Revolution begin in Britain?")
        for _ in range(6):
            await desk.press("j")
            shown = lines_of(desk.page)
            await desk.press("1", "backspace")
            assert lines_of(desk.page) == shown


async def test_going_back_and_forth_between_sizes_ends_where_it_began() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("History", "Why did the Industrial Revolution begin in Britain?")
        await desk.press("space", "space", "j")
        shown = lines_of(desk.page)
        for size in ((60, 20), (120, 40), (44, 12), (100, 30), (80, 24)):
            await desk.resize(*size)
        assert lines_of(desk.page) == shown


async def test_in_a_low_terminal_the_panel_takes_the_place_of_the_page() -> None:
    async with open_desk(size=(80, 14)) as desk:
        await desk.open_article("Mathematics", EULER)
        assert not lines_of(desk.panel)
        await desk.press("tab")
        assert any("▌" in text for text in lines_of(desk.panel))
        await desk.press("tab")
        assert not lines_of(desk.panel)
        assert "Euler" in text_of(desk.page)


async def test_wide_code_is_reached_by_keys_and_left_of_it_lies_the_way_back(tmp_path: Path) -> None:
    code = f"Prose stays.\n\n```\n{'x' * 120} end\n```"
    async with open_desk(write(tmp_path, Written(answer=code)), size=(80, 24)) as desk:
        await desk.press("enter", "enter")
        prose = next(text for text in lines_of(desk.page) if "Prose" in text)
        assert "end" not in text_of(desk.page)
        assert "›" in text_of(desk.page)
        await desk.press(*["right"] * 8)
        assert "end" in text_of(desk.page)
        assert prose in lines_of(desk.page)
        await desk.press(*["left"] * 9)
        assert desk.shows(LibraryScreen)


async def test_code_stays_scrolled_sideways_until_the_article_is_opened_again(tmp_path: Path) -> None:
    code = f"```\n{'x' * 120} end\n```"
    async with open_desk(write(tmp_path, Written(answer=code)), size=(80, 24)) as desk:
        await desk.press("enter", "enter", *["right"] * 8)
        await desk.resize(90, 24)
        assert "end" in text_of(desk.page)
        write(tmp_path, Written(answer=f"{code}\n\nMore."))
        desk.library.load()
        desk.app.get_screen("reader", ReaderScreen).follow_library()
        await desk.settle()
        assert "More." in text_of(desk.page)
        assert "end" in text_of(desk.page)
        await desk.press("q", "enter")
        assert "end" not in text_of(desk.page)


async def test_a_wheel_scrolls_the_code_under_the_mouse_sideways(tmp_path: Path) -> None:
    code = f"One.\n\n```\n{'x' * 60}{'y' * 60}\n```\n\n```\n{'v' * 60}{'z' * 60}\n```"
    async with open_desk(write(tmp_path, Written(answer=code)), size=(80, 24)) as desk:
        await desk.press("enter", "enter")
        line = next(number for number, text in enumerate(lines_of(desk.page)) if "xxx" in text)
        before = text_of(desk.page).count("y"), text_of(desk.page).count("z")
        desk.page.post_message(MouseScrollRight(desk.page, 10, line, 0, 0, 0, False, False, False))
        desk.page.post_message(MouseScrollDown(desk.page, 10, line, 0, 0, 0, True, False, False))
        await desk.settle()
        after = text_of(desk.page).count("y"), text_of(desk.page).count("z")
        assert (after[0] - before[0], after[1] - before[1]) == (16, 0)


async def test_links_that_all_lead_nowhere_can_still_be_scrolled_through(tmp_path: Path) -> None:
    links = [
        {"id": -n, "title": f"Where does number {n} lead?", "subject": "Art", "url": f"/no/{n}"}
        for n in range(1, 6)
    ]
    async with open_desk(write(tmp_path, Written(related=links)), size=(80, 24)) as desk:
        await desk.press("enter", "enter", "tab")
        assert "number 5" not in text_of(desk.panel)
        await desk.press("G", "j", "j", "j", "j", "j")
        assert "number 5" in text_of(desk.panel)


async def test_leaving_the_reader_highlights_the_article_that_was_read_last() -> None:
    async with open_desk() as desk:
        await desk.open_article("Music", "How does a piano make its sound?")
        await desk.press("J", "J", "backspace", "backspace", "backspace")
        assert any(text.startswith("▌ How does a piano") for text in lines_of(desk.articles))


async def test_a_file_that_changes_shows_its_new_text_at_the_same_line(tmp_path: Path) -> None:
    long = "\n\n".join(f"Paragraph {n}." for n in range(60))
    folder = write(tmp_path, Written(answer=long))
    async with open_desk(folder) as desk:
        await desk.press("enter", "enter", "d")
        top = lines_of(desk.page)[0]
        write(tmp_path, Written(answer=long.replace("Paragraph 12.", "Something new.")))
        await desk.follow()
        assert lines_of(desk.page)[0] == top
        assert "Something new." in text_of(desk.page)


GONE = "This article is not in the library any more"


async def test_an_article_whose_file_goes_stays_on_the_page_and_that_is_told_once(tmp_path: Path) -> None:
    folder = write(tmp_path, Written(), Written(title="Another?", slug="another", id=2))
    async with open_desk(folder) as desk:
        await desk.open_article("Physics", "Why is the sky blue?")
        (folder / Written().path).unlink()
        await desk.follow()
        assert desk.toasts.count(GONE) == 1
        assert "The page shows it as it was last" in " ".join(desk.toasts.split())
        assert "Air scatters blue light" in text_of(desk.page)
        desk.app.clear_notifications()
        await desk.follow()
        await desk.resize(100, 30)
        assert GONE not in desk.toasts
        assert "Air scatters blue light" in text_of(desk.page)


async def test_an_article_that_comes_back_is_shown_as_it_is_and_missed_again_when_it_goes(tmp_path: Path) -> None:
    folder = write(tmp_path, Written(), Written(title="Another?", slug="another", id=2))
    async with open_desk(folder) as desk:
        await desk.open_article("Physics", "Why is the sky blue?")
        (folder / Written().path).unlink()
        await desk.follow()
        desk.app.clear_notifications()
        write(folder, Written(answer="Something new."))
        await desk.follow()
        assert GONE not in desk.toasts
        assert "Something new." in text_of(desk.page)
        (folder / Written().path).unlink()
        await desk.follow()
        assert desk.toasts.count(GONE) == 1


@pytest.mark.parametrize(
    ("gone", "keys", "title"),
    [
        ("Bbb?", "J", "Ccc?"),
        ("Bbb?", "K", "Aaa?"),
        ("Bbb?", "JK", "Aaa?"),
        ("Bbb?", "KJ", "Ccc?"),
        ("Aaa?", "J", "Bbb?"),
        ("Aaa?", "K", "Aaa?"),
        ("Ddd?", "J", "Ddd?"),
        ("Ddd?", "K", "Ccc?"),
    ],
)
async def test_from_an_article_that_is_gone_the_next_and_the_previous_are_those_beside_it(
    tmp_path: Path, gone: str, keys: str, title: str
) -> None:
    titles = ("Aaa?", "Bbb?", "Ccc?", "Ddd?")
    written = [Written(title=each, slug=each[:3].lower(), id=number) for number, each in enumerate(titles)]
    folder = write(tmp_path, *written)
    async with open_desk(folder) as desk:
        await desk.open_article("Physics", gone)
        (folder / written[titles.index(gone)].path).unlink()
        await desk.follow()
        await desk.press(*keys)
        assert title in desk.place


async def test_while_files_are_still_read_no_article_is_said_to_be_gone(tmp_path: Path) -> None:
    folder = write(tmp_path, Written(), Written(title="Another?", slug="another", id=2))
    async with open_desk(folder) as desk:
        await desk.open_article("Physics", "Why is the sky blue?")
        (folder / Written().path).unlink()
        await desk.follow(Progress(0, 1))
        assert GONE not in desk.toasts
        await desk.follow()
        assert desk.toasts.count(GONE) == 1


async def test_formulas_are_drawn_and_show_their_source_on_demand() -> None:
    async with open_desk() as desk:
        await desk.open_article("Mathematics", EULER)
        assert "\\pi" not in text_of(desk.page)
        await desk.press("M")
        assert "e^{i\\pi}" in text_of(desk.page)
        assert "TeX source" in desk.place
        await desk.press("M")
        assert "\\pi" not in text_of(desk.page)
        assert "TeX source" not in desk.place


async def test_the_brackets_move_from_heading_to_heading() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.open_article("History", "Why did the Industrial Revolution begin in Britain?")
        await desk.press("right_square_bracket")
        first = lines_of(desk.page)[0]
        await desk.press("right_square_bracket")
        assert lines_of(desk.page)[0] != first
        await desk.press("left_square_bracket")
        assert lines_of(desk.page)[0] == first


async def test_the_answer_and_its_link_can_be_copied() -> None:
    async with open_desk() as desk:
        await desk.open_article("Libraries and Reading", "What is a carrel?")
        await desk.press("y")
        assert desk.app.clipboard.startswith("A **carrel** is a small desk")
        await desk.press("Y")
        assert desk.app.clipboard == "/learn/libraries-and-reading/questions/what-is-a-carrel"
        assert "The link is sent to the terminal" in desk.toasts


@pytest.mark.parametrize(
    ("before", "after"), [((200, 50), (99, 30)), ((99, 30), (200, 50)), ((150, 40), (99, 30))]
)
async def test_after_resizing_the_page_is_in_the_middle_again(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    async with open_desk(size=after) as desk:
        await desk.open_article("Music", "What is counterpoint?")
        wanted = lines_of(desk.page)
    async with open_desk(size=before) as desk:
        await desk.open_article("Music", "What is counterpoint?")
        await desk.resize(*after)
        assert lines_of(desk.page) == wanted
