"""Pages that are laid out before they are asked for."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from loaders import Article
from tests.tui.support import Desk, open_desk, text_of
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.rendering.page import Page, render_page
from tui.widgets.rest import Rest


def lettered(folder: Path) -> Path:
    """Write articles that stand in the list by their letters."""
    return write(folder, *(Written(title=f"{x}?", slug=x, id=ord(x), answer=f"Answer {x}.") for x in "ABCDE"))


async def open_third(desk: Desk) -> None:
    await desk.press("tab", "j", "j", "enter")
    assert "Answer C." in text_of(desk.page)


async def test_the_articles_after_and_before_are_laid_out_while_one_is_read(
    tmp_path: Path, laid_out: list[str]
) -> None:
    async with open_desk(lettered(tmp_path)) as desk:
        await open_third(desk)
        assert laid_out == ["C?", "D?", "B?"]
        await desk.press("J")
        assert "Answer D." in text_of(desk.page)
        assert laid_out == ["C?", "D?", "B?", "E?"]
        await desk.press("J", "J")
        assert "Answer E." in text_of(desk.page)
        assert laid_out == ["C?", "D?", "B?", "E?"]


async def test_who_does_not_rest_has_nothing_laid_out_but_what_they_see(
    tmp_path: Path, laid_out: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Rest, "begin", lambda _: None)
    async with open_desk(lettered(tmp_path)) as desk:
        await open_third(desk)
        await desk.press("J", "J", "backspace", "J", "M", "M")
        assert laid_out == ["C?", "D?", "E?", "E?"]


async def test_the_article_that_is_highlighted_in_the_list_is_laid_out_before_it_is_opened(
    tmp_path: Path, laid_out: list[str]
) -> None:
    async with open_desk(lettered(tmp_path)) as desk:
        await open_third(desk)
        await desk.press("q", "G")
        assert laid_out == ["C?", "D?", "B?", "E?"]
        await desk.press("enter")
        assert "Answer E." in text_of(desk.page)
        assert laid_out.count("E?") == 1


@pytest.mark.parametrize("key", ["-", "M"])
async def test_what_is_ahead_is_laid_out_anew_for_another_width_and_for_source(
    tmp_path: Path, laid_out: list[str], key: str
) -> None:
    async with open_desk(lettered(tmp_path)) as desk:
        await open_third(desk)
        laid_out.clear()
        await desk.press(key)
        assert laid_out == ["C?", "D?", "B?"]
        await desk.press("K")
        assert "Answer B." in text_of(desk.page)
        assert laid_out == ["C?", "D?", "B?", "A?"]


async def test_what_is_ahead_is_laid_out_anew_for_another_theme(tmp_path: Path, laid_out: list[str]) -> None:
    async with open_desk(lettered(tmp_path)) as desk:
        await open_third(desk)
        laid_out.clear()
        desk.app.theme = "carrel-light"
        await desk.settle()
        await desk.settle()
        assert laid_out == ["C?", "D?", "B?"]


@pytest.mark.parametrize("key", ["q", "1"])
async def test_leaving_stops_what_is_laid_out_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    laid_out: list[str] = []
    began, may_go_on = threading.Event(), threading.Event()

    def slowly(article: Article, *args: Any, **options: Any) -> Page:
        laid_out.append(article.title)
        if article.title == "D?":
            began.set()
            assert may_go_on.wait(20)
        return render_page(article, *args, **options)

    monkeypatch.setattr("tui.rendering.kept_pages.render_page", slowly)
    lettered(tmp_path)
    target = Written(title="E?", slug="E", id=ord("E")).link()
    write(tmp_path, Written(title="C?", slug="C", id=ord("C"), answer="Answer C.", related=[target]))
    async with open_desk(tmp_path) as desk:
        await desk.press("tab", "j", "j")
        await desk.pilot.press("enter")
        assert await asyncio.to_thread(began.wait, 20)
        await desk.pilot.press(key)
        may_go_on.set()
        await desk.settle()
        assert "B?" not in laid_out


async def test_an_article_that_changes_after_it_was_laid_out_ahead_shows_as_it_is(tmp_path: Path) -> None:
    async with open_desk(lettered(tmp_path)) as desk:
        await open_third(desk)
        write(tmp_path, Written(title="D?", slug="D", id=ord("D"), answer="Another answer."))
        for _ in desk.library.refresh():
            pass
        await desk.press("J")
        assert "Another answer." in text_of(desk.page)
