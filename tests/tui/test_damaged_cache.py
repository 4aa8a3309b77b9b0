"""A cache that turns out to be damaged while the program is open."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import Library
from tests.tui.support import open_desk
from tests.writing import Written
from tui.messages import CacheFailed
from tui.places import sample_library
from tui.screens.library import LibraryScreen


@pytest.fixture
def damaged_cache(tmp_path: Path) -> Path:
    """A cache of the sample library whose file opens, and is broken further on."""
    cache = tmp_path / "cache"
    with Library.open(sample_library(), cache) as library:
        library.load()
    file = cache / "articles.db"
    data = bytearray(file.read_bytes())
    page = int.from_bytes(data[16:18], "big")
    data[2 * page :] = b"\x55" * (len(data) - 2 * page)
    file.write_bytes(data)
    return cache


async def test_it_is_made_anew_and_the_reader_is_told(
    damaged_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library_watch._PATIENCE", 0)
    async with open_desk(cache=damaged_cache) as desk:
        assert desk.shows(LibraryScreen)
        assert "109 articles" in desk.place
        assert "damaged" in desk.toasts
    with Library.open(sample_library(), damaged_cache) as library:
        assert library.store.counts().articles == 109


async def test_a_library_that_went_away_with_its_cache_leaves_what_is_shown(
    write_library: Callable[..., Path],
) -> None:
    folder = write_library(Written(title="What is a tide?"))
    async with open_desk(folder) as desk:
        shutil.rmtree(folder)
        desk.app.post_message(CacheFailed(desk.library, "the disk is full"))
        await desk.settle()
        assert desk.shows(LibraryScreen)
        assert "the disk is full" in desk.toasts
