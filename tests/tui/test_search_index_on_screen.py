"""The index behind a search: while it is fed, when it is of no use, and when it fails."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import ArticleStore, Library
from loaders.feeding import feed
from loaders.unseen import Unseen
from tests.tui.support import Desk, lines_of, open_desk
from tui.places import sample_library
from tui.state import StateFile


def make_cache(folder: Path, *, indexed: bool = True) -> Path:
    """Read the sample into a cache; give the folder of its index."""
    with Library.open(sample_library(), folder) as library:
        library.load()
        if indexed:
            library.open_index()[0].close()
    return folder / "index"


def truncate(index: Path) -> None:
    for file in index.iterdir():
        if file.suffix in {".idx", ".pos", ".term", ".store", ".fast"}:
            file.write_bytes(file.read_bytes()[:20])


def make_foreign(index: Path) -> None:
    for file in index.iterdir():
        file.unlink()
    (index / "notes.txt").write_text("no index")


def set_other_schema(index: Path) -> None:
    meta = index / "meta.json"
    meta.write_text(meta.read_text().replace("title_code", "titel_code"))


@pytest.mark.parametrize("damage", [truncate, make_foreign, set_other_schema])
async def test_an_index_of_no_use_is_made_anew_with_a_word_about_it(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(make_cache(tmp_path / "cache"))
    async with open_desk(cache=tmp_path / "cache") as desk:
        await desk.search("sky")
        await desk.settle()
        assert "Why is the sky blue?" in desk.first_hit
        assert "made anew" in desk.toasts


async def test_an_index_that_has_not_seen_all_is_fed_before_anyone_searches(tmp_path: Path) -> None:
    make_cache(tmp_path / "cache", indexed=False)
    async with open_desk(cache=tmp_path / "cache") as desk:
        await desk.search("sky")
        assert "Why is the sky blue?" in desk.first_hit
        assert not desk.toasts


async def test_while_the_index_is_fed_the_screen_says_how_far_it_is_and_finds_what_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("loaders.feeding._BATCH", 20)
    monkeypatch.setattr("loaders.feeding._FIRST_COMMIT", 20)
    unseen = ArticleStore.unseen
    gates = {call: (threading.Event(), threading.Event()) for call in (3, 5)}
    calls = []

    def slowly(store: ArticleStore, stamp: str, limit: int) -> Unseen:
        calls.append(stamp)
        if len(calls) in gates:
            reached, go_on = gates[len(calls)]
            reached.set()
            assert go_on.wait(timeout=20)
        return unseen(store, stamp, limit)

    monkeypatch.setattr(ArticleStore, "unseen", slowly)
    opened = Library.open(sample_library())
    opened.load()
    first = opened.store.unseen("", 20).articles
    calls.clear()
    from tui.app import CarrelApp

    app = CarrelApp(opened, StateFile(None), watches=False)
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot, opened)
        await pilot.press("slash")
        assert await asyncio.to_thread(gates[3][0].wait, timeout=20)
        await pilot.pause()
        assert "indexing 40 of 110" in desk.place
        seen = {article.title for _, article in first}
        await pilot.press(*"is")
        while not desk.hits.hit:
            await pilot.pause()
        assert desk.hits.hit.row.title in seen
        few = desk.hits.virtual_size.height
        gates[3][1].set()
        assert await asyncio.to_thread(gates[5][0].wait, timeout=20)
        while desk.hits.virtual_size.height == few:
            await pilot.pause()
        gates[5][1].set()
        await desk.settle()
        assert "indexing" not in desk.place
        await desk.press("ctrl+u")
        await desk.type_in("sky")
        assert "Why is the sky blue?" in desk.first_hit


async def test_an_index_that_fails_while_it_is_asked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_cache(tmp_path / "cache")
    from loaders.search import Hits, SearchIndex, SearchIndexError

    search = SearchIndex.search
    calls = []

    def fail_once(index: SearchIndex, *arguments: object, **options: object) -> Hits:
        calls.append(index)
        if len(calls) == 1:
            raise SearchIndexError("a file of the index cannot be read")
        return search(index, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(SearchIndex, "search", fail_once)
    async with open_desk(cache=tmp_path / "cache") as desk:
        await desk.press("slash", "s")
        await desk.settle()
        assert calls[0] is not calls[-1]
        assert lines_of(desk.hits)


def test_feeding_in_parts_gives_the_index_that_feeding_at_once_gives(sample: Path) -> None:
    with Library.open(sample) as library:
        library.load()
        index, _ = library.open_index(fed=False)
        assert len(index) == 0
        steps = list(feed(index, library.store))
        assert steps[-1] == len(index) == 110
