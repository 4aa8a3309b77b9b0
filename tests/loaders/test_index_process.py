"""An index that a process of its own feeds is the same index, and the process never outlives the program."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.made_library import make_library
from loaders import Library
from loaders.index_errors import SearchIndexError
from loaders.index_process import Fed, IndexProcess
from loaders.query import parse_query

SIZE = 1_500
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make_library(folder, SIZE)
    return folder


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Iterator[Library]:
    """A library that has been read, with a cache."""
    with Library.open(made, tmp_path / "cache") as library:
        library.load()
        yield library


def start(library: Library, *, anew: bool = False) -> IndexProcess:
    assert library.cache_folder
    return IndexProcess(library.folder, library.cache_folder, anew=anew)


def run(library: Library, *, anew: bool = False) -> list[Fed]:
    process = start(library, anew=anew)
    try:
        return list(process.steps())
    finally:
        process.close()


def test_what_a_process_has_fed_is_found_here(library: Library) -> None:
    assert library.read_index() is None
    assert library.index_lag == SIZE
    steps = run(library)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1] == Fed(SIZE, SIZE)
    assert not library.index_lags
    assert library.index_lag == 0
    index = library.read_index()
    assert index
    title = library.store.list_rows(library.store.rows(limit=1))[0].title
    assert index.search(parse_query(title)).hits[0].title == title


def test_an_index_that_is_open_follows_what_the_process_commits(library: Library) -> None:
    process = start(library)
    try:
        index, lengths = None, []
        for _ in process.steps():
            index = index or library.read_index()
            if index:
                index.follow()
                lengths.append(len(index))
    finally:
        process.close()
    assert index
    assert lengths == sorted(lengths)
    assert lengths[-1] == SIZE
    assert library.store.knows(index.stamp)


def test_a_process_that_is_closed_in_the_middle_loses_nothing(library: Library) -> None:
    process = start(library)
    for step in process.steps():
        if step.searchable:
            process.close()
    assert library.index_lags
    assert run(library)[-1].searchable == SIZE
    assert not library.index_lags


def test_a_process_that_is_closed_twice_is_closed(library: Library) -> None:
    process = start(library)
    process.close()
    process.close()
    assert list(process.steps()) == []


def test_a_damaged_index_is_begun_anew_and_the_process_says_why(library: Library) -> None:
    run(library)
    assert library.cache_folder
    (library.cache_folder / "index" / "meta.json").write_text("{")
    with pytest.raises(SearchIndexError):
        library.read_index()
    first, *_, last = run(library)
    assert "cannot be read" in first.why
    assert last.searchable == SIZE


def test_an_index_that_shall_be_begun_anew_is(library: Library) -> None:
    run(library)
    assert run(library, anew=True)[0] == Fed(0, 0)


def test_the_index_of_another_store_is_not_read(library: Library) -> None:
    run(library)
    assert library.cache_folder
    library.close()
    for file in library.cache_folder.glob("articles.db*"):
        file.unlink()
    with Library.open(library.folder, library.cache_folder) as other:
        other.load()
        assert other.read_index() is None
        assert "another store" in run(other)[0].why


def feed_by(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes that are started from now on do something else in the place of feeding."""
    lines = ["import loaders.library", "def feed(*_):", *(f"    {line}" for line in code.splitlines())]
    lines += ["loaders.library.Library.feed_index = feed"]
    (folder / "sitecustomize.py").write_text("\n".join(lines))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(ROOT)]))


def test_an_index_that_fails_in_the_process_fails_here(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed_by(
        "from loaders.index_errors import SearchIndexError\nraise SearchIndexError('a file cannot be written')",
        tmp_path,
        monkeypatch,
    )
    with pytest.raises(SearchIndexError, match="a file cannot be written"):
        run(library)


PROGRAM = """
import sys
from pathlib import Path
from loaders.index_process import IndexProcess
process = IndexProcess(Path(sys.argv[1]), Path(sys.argv[2]))
print(process._process.pid, flush=True)
next(process.steps())
print("feeding", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it waits for the end of a process that is no child")
def test_no_process_outlives_a_program_that_is_killed(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed_by("import threading\nthreading.Event().wait()", tmp_path, monkeypatch)
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(made), str(tmp_path / "cache")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    descriptor = os.pidfd_open(int(program.stdout.readline()))
    assert program.stdout.readline() == "feeding\n"
    program.kill()
    program.communicate()
    ended, _, _ = select.select([descriptor], [], [], 60)
    os.close(descriptor)
    assert ended
