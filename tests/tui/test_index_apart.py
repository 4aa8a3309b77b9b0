"""A library of which the index has much to see is searched while a process of its own feeds it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import Library
from loaders.index_process import Fed, IndexProcess
from tests.tui.support import lines_of, open_desk
from tui.live_index import LiveIndex


@pytest.fixture(autouse=True)
def _everything_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.live_index._MUCH", 1)


async def test_hits_come_from_what_the_process_has_fed(tmp_path: Path) -> None:
    async with open_desk(cache=tmp_path / "cache") as desk:
        await desk.search("sky blue")
        assert lines_of(desk.hits)[0][2:].startswith("Why is the sky blue?")
        assert "indexing" not in desk.place


def test_nobody_opens_an_index_that_nobody_asks(tmp_path: Path, sample: Path) -> None:
    with Library.open(sample, tmp_path / "cache") as library:
        library.load()
        index = LiveIndex(library)
        *_, last = index.feed()
        assert last.finished
        assert last.searchable == last.total == library.store.counts().files
        assert index._index is None
        *_, last = index.feed()  # as whoever asks does
        assert last.finished
        assert index.titles("why is the sky", [])[0].title == "Why is the sky blue?"


def test_a_title_is_found_while_the_process_still_feeds(tmp_path: Path, sample: Path) -> None:
    with Library.open(sample, tmp_path / "cache") as library:
        library.load()
        for _ in LiveIndex(library).feed():
            pass
        index = LiveIndex(library)
        _fall_behind(library)
        for progress in index.feed():
            if not progress.finished:
                assert index.titles("why is the sky", [])[0].title == "Why is the sky blue?"


def _fall_behind(library: Library) -> None:
    """Let the library not know any more that its index has seen all."""
    assert library.cache_folder
    (library.cache_folder / "index.seen").unlink()


def test_where_no_process_can_be_started_the_program_feeds(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-python"))
    _assert_fed(sample, tmp_path / "cache")


def test_what_a_process_that_dies_has_not_seen_the_program_feeds(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start: Callable[..., None] = IndexProcess.__init__

    def die(process: IndexProcess, *arguments: object, **options: object) -> None:
        start(process, *arguments, **options)
        process._process.kill()

    monkeypatch.setattr(IndexProcess, "__init__", die)
    _assert_fed(sample, tmp_path / "cache")


def _assert_fed(folder: Path, cache: Path) -> None:
    with Library.open(folder, cache) as library:
        library.load()
        *_, last = LiveIndex(library).feed()
        assert last.finished
        assert last.searchable == library.store.counts().files
        assert not library.index_lags


def test_an_index_that_was_begun_anew_is_let_go(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(sample, tmp_path / "cache") as library:
        library.load()
        index = LiveIndex(library)
        for _ in index.feed():
            pass
        for _ in index.feed():
            pass
        before = index._index
        assert before is not None
        _fall_behind(library)
        monkeypatch.setattr(IndexProcess, "steps", lambda _: iter([Fed(0, 0, "it was damaged")]))
        whys = [progress.why for progress in index.feed()]
        assert whys[0] == "it was damaged"
        assert index._index is not before
