"""An index that goes along with a refresh has seen what the store has."""

from pathlib import Path

import pytest

from benchmarks.made_library import make_library
from loaders import Library
from loaders.query import parse_query
from loaders.search import SearchIndex

SIZE = 600


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make_library(folder, SIZE)
    return folder


def open_index(library: Library) -> SearchIndex:
    index, _ = library.open_index(fed=False)
    return index


def has_seen_all(index: SearchIndex, library: Library) -> bool:
    return len(index) == library.store.counts().files and not library.store.unseen(index.stamp, 1)


def test_an_index_that_goes_along_has_seen_all_in_the_end(made: Path, tmp_path: Path) -> None:
    with Library.open(made, tmp_path / "cache") as library, open_index(library) as index:
        *_, last = library.refresh(processes=2, index=index)
        assert last.done == SIZE
        assert has_seen_all(index, library)
        assert not library.index_lags
        title = library.store.list_rows(library.store.rows(limit=1))[0].title
        assert index.search(parse_query(title)).hits[0].title == title


def test_a_refresh_that_stops_in_the_middle_leaves_the_rest_to_the_next(made: Path, tmp_path: Path) -> None:
    with Library.open(made, tmp_path / "cache") as library, open_index(library) as index:
        steps = library.refresh(processes=0, index=index)
        assert next(progress for progress in steps if progress.done).done < SIZE
        del steps
    with Library.open(made, tmp_path / "cache") as library, open_index(library) as index:
        assert not has_seen_all(index, library)
        for _ in library.refresh(index=index):
            pass
        assert library.store.counts().files == SIZE
        assert has_seen_all(index, library)


def test_what_the_index_missed_before_it_sees_though_no_file_has_changed(made: Path, tmp_path: Path) -> None:
    with Library.open(made, tmp_path / "cache") as library, open_index(library) as index:
        library.load()
        assert len(index) == 0
        for _ in library.refresh(index=index):
            pass
        assert has_seen_all(index, library)


def test_an_index_that_another_program_writes_to_is_left_alone(made: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with Library.open(made, cache) as library, open_index(library) as index, SearchIndex(cache / "index") as other:
        other.remove([1])  # it writes from here on
        *_, last = library.refresh(processes=0, index=index)
        assert last.done == library.store.counts().files == SIZE
        assert len(index) == 0
