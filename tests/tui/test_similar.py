"""Similar articles in the panel of the reader."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from loaders import Article, Neighbour
from tests.tui.support import Desk, open_desk, text_of
from tests.writing import Written
from tui.live_index import LiveIndex

TIDES = [
    Written(title="What drives the tides of the sea?", slug="tides", id=1, keywords=("tides", "moon", "sea")),
    Written(title="How does the moon raise tides?", slug="moon-tides", id=2, keywords=("moon", "tides")),
    Written(title="How are tides of the sea predicted?", slug="predicting", id=300, keywords=("tides", "sea")),
    Written(title="How are tides of the sea predicted", slug="predicting-2", id=700, keywords=("tides", "sea")),
    Written(title="What is a sonnet?", slug="sonnet", id=900, keywords=("poem",)),
]


def similar(desk: Desk) -> str:
    return text_of(desk.panel).partition("Similar")[2]


async def test_an_article_without_related_ones_has_similar_ones_to_go_on_with(
    write_library: Callable[..., Path],
) -> None:
    async with open_desk(write_library(*TIDES)) as desk:
        await desk.open_article("Physics", "What drives the tides")
        assert "moon raise" in similar(desk)
        assert "sonnet" not in similar(desk)
        await desk.press("tab", "enter")
        assert "How does the moon raise tides?" in desk.place or "predicted" in desk.place
        await desk.press("backspace")
        assert "What drives the tides" in desk.place


async def test_similar_articles_are_none_of_those_that_are_listed_and_copies_show_once(
    write_library: Callable[..., Path],
) -> None:
    first, second, *others = TIDES
    folder = write_library(first.with_related([second.link()]), second, *others)
    async with open_desk(folder) as desk:
        await desk.open_article("Physics", "What drives the tides")
        assert "moon raise" not in similar(desk)
        assert similar(desk).count("predicted") == 1
        await desk.press("1")
        assert "How does the moon raise tides?" in desk.place
        assert "What drives the tides" not in similar(desk).replace("\n", " ")


async def test_going_back_returns_to_the_similar_article_that_was_highlighted(
    write_library: Callable[..., Path],
) -> None:
    async with open_desk(write_library(*TIDES)) as desk:
        await desk.open_article("Physics", "What drives the tides")
        await desk.press("tab", "j")
        highlighted = desk.panel.highlighted
        assert highlighted == 1
        await desk.press("enter", "backspace")
        assert desk.panel.highlighted == highlighted
        assert desk.panel.has_focus


async def test_the_page_does_not_wait_and_no_article_shows_what_is_similar_to_another(
    write_library: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = LiveIndex.similar
    asked: list[str] = []
    may_answer, began = threading.Semaphore(0), threading.Semaphore(0)

    def slowly(index: LiveIndex, article: Article, listed: Sequence[Neighbour]) -> list[Neighbour] | None:
        asked.append(article.title)
        began.release()
        assert may_answer.acquire(timeout=20)
        return find(index, article, listed)

    async with open_desk(write_library(*TIDES)) as desk:
        monkeypatch.setattr(LiveIndex, "similar", slowly)
        await desk.press("tab")
        await desk.pilot.press("enter")
        assert await asyncio.to_thread(began.acquire, timeout=20)
        for _ in range(4):
            await desk.pilot.press("J")
        assert "What is a sonnet?" in text_of(desk.page)
        assert len(asked) == 1
        may_answer.release()
        may_answer.release()
        await desk.settle()
        assert len(asked) == 2
        assert asked[-1] == "What is a sonnet?"
        assert "tides" not in text_of(desk.panel)


async def test_the_panel_is_as_it_was_where_there_is_no_index(
    write_library: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LiveIndex, "feed", lambda _: iter(()))
    async with open_desk(write_library(*TIDES)) as desk:
        await desk.open_article("Physics", "What drives the tides")
        assert "This article names none." in text_of(desk.panel)
        assert "Similar" not in text_of(desk.panel)
