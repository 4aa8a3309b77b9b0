"""The first screen: subjects, articles, preview."""

from pathlib import Path

import pytest

from loaders import Progress
from tests.tui.support import SIZES, lines_of, open_desk, text_of
from tests.writing import Written
from tui.screens.library import LibraryScreen
from tui.screens.too_small import TooSmallScreen
from tui.widgets.notice import Notice
from tui.widgets.split_line import SplitLine


def write(folder: Path, *articles: Written) -> Path:
    for article in articles:
        file = folder / article.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article.text(), "utf-8")
    return folder


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_shows_the_library_its_subjects_and_articles(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        assert "Sample library · 109 articles · 12 subjects" in desk.place
        assert lines_of(desk.subjects)[0].split() == ["▌", "All", "articles", "109"]
        assert lines_of(desk.subjects)[9].split() == ["Mathematics", "11"]
        assert "How are exoplanets found?" in lines_of(desk.articles)[0]
        assert "Most exoplanets are found indirectly" in text_of(desk.preview)


async def test_what_just_fits_the_first_line_is_not_cut(tmp_path: Path) -> None:
    folder = tmp_path / ("n" * 44)
    folder.mkdir()
    async with open_desk(write(folder, Written()), size=(80, 24)) as desk:
        assert text_of(desk.app.screen.query_one("#place", SplitLine)).strip() == (
            f"Carrel  {'n' * 44} · 1 article · 1 subject"
        )


async def test_highlighting_a_subject_shows_its_articles_by_title() -> None:
    async with open_desk() as desk:
        await desk.press("j", "j")
        titles = [line[2:40].strip() for line in lines_of(desk.articles) if line]
        assert titles[0] == "How do bees tell each other where food"
        assert titles == sorted(titles, key=str.casefold)
        assert len(titles) == 10


async def test_a_copy_stands_in_the_list_of_each_of_its_subjects() -> None:
    async with open_desk() as desk:
        for subject in ("Physics", "Earth Science"):
            await desk.open_article(subject, "Why does ice float on water?")
            assert subject in desk.place
            await desk.press("escape", "escape")


async def test_the_movement_keys_reach_both_ends_of_a_list() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.press("tab", "G")
        assert desk.articles.highlighted == 108
        assert lines_of(desk.articles)[-1].startswith("▌ Why were medieval")
        await desk.press("space")
        assert desk.articles.highlighted == 108
        await desk.press("b", "u", "k", "g")
        assert desk.articles.highlighted == 0
        await desk.press("d", "j", "pagedown")
        assert 10 < (desk.articles.highlighted or 0) < 40


async def test_escape_goes_from_the_articles_to_the_subjects_and_never_quits() -> None:
    async with open_desk() as desk:
        await desk.press("enter")
        assert desk.articles.has_focus
        await desk.press("escape")
        assert desk.subjects.has_focus
        await desk.press("escape", "escape")
        assert desk.app.is_running


async def test_q_quits_at_the_top() -> None:
    async with open_desk() as desk:
        await desk.press("q")
        assert not desk.app.is_running
        assert desk.app.return_code == 0


async def test_a_narrow_terminal_shows_one_pane_at_a_time() -> None:
    async with open_desk(size=(44, 14)) as desk:
        assert desk.subjects.display
        assert not lines_of(desk.articles)
        await desk.press("j", "enter")
        assert not lines_of(desk.subjects)
        assert "How are exoplanets found?" in text_of(desk.articles)
        await desk.press("escape")
        assert "Astronomy" in text_of(desk.subjects)


@pytest.mark.parametrize("size", [(1, 1), (2, 5), (39, 24), (80, 9)])
async def test_a_terminal_that_is_too_small_says_so_and_comes_back(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        assert desk.shows(TooSmallScreen)
        await desk.resize(80, 24)
        assert desk.shows(LibraryScreen)
        assert "Mathematics" in text_of(desk.subjects)
        await desk.resize(*size)
        assert desk.shows(TooSmallScreen)


async def test_an_empty_folder_says_what_a_library_is(tmp_path: Path) -> None:
    async with open_desk(tmp_path) as desk:
        notice = desk.app.screen.query_one("#empty-library", Notice)
        assert notice.display
        assert "This folder holds no articles yet" in str(notice.render())


async def test_a_subject_whose_articles_are_all_kept_out_of_lists_says_so(tmp_path: Path) -> None:
    write(tmp_path, Written(no_index=True), Written(subject="Music", subject_slug="music", slug="a-song"))
    async with open_desk(tmp_path) as desk:
        await desk.press("j", "j")
        notice = desk.app.screen.query_one("#empty-list", Notice)
        assert notice.display
        assert "No articles are listed here" in str(notice.render())


async def test_problems_of_files_are_counted_at_the_top(tmp_path: Path) -> None:
    write(tmp_path, Written(), Written(slug="b", date="2025-02-31"))
    async with open_desk(tmp_path) as desk:
        assert "2 articles · 1 subject · 1 problem" in desk.place


async def test_a_title_with_markup_is_shown_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, Written(title="What is [/] and [b]bold[/b] [@click=app.quit]?"))
    async with open_desk(tmp_path) as desk:
        assert "What is [/] and [b]bold[/b] [@click=app.quit]?" in text_of(desk.articles)
        await desk.press("enter", "enter", "i")
        assert desk.app.is_running


async def test_no_control_character_of_a_file_reaches_the_screen(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\ntitle: "a\\e]0;x\\a b"\nanswer: "c\\x9b2J\\u202e d"\n---\n', "utf-8")
    async with open_desk(tmp_path) as desk:
        assert "a␛]0;x␇ b" in text_of(desk.articles)
        await desk.press("enter", "enter")
        assert "c<U+009B>2J<U+202E> d" in text_of(desk.page)


async def test_a_library_that_is_still_being_read_is_not_called_empty(tmp_path: Path) -> None:
    async with open_desk(tmp_path) as desk:
        screen = desk.app.screen
        assert isinstance(screen, LibraryScreen)
        screen.progress = Progress(0, 0, counted=False)
        assert desk.place.endswith("reading  ━━━━━━━━")
        screen.progress = Progress(0, 5, counted=False)
        await desk.settle()
        assert not any(notice.display for notice in screen.query(Notice))
        assert "0 articles" not in desk.place
        assert "reading 0 of 5+" in desk.place
        assert " 0 " not in f"{screen.query_one('#list-heading', SplitLine).right.plain} "
        screen.progress = Progress(0, 0)
        await desk.settle()
        assert screen.query_one("#empty-library").display
