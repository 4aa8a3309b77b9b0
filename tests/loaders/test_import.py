"""An import that is stopped, killed or disturbed loses nothing, and the next one is whole."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from benchmarks.made_library import made_articles, make_library
from loaders import Article, ArticleStore, Library, Progress
from loaders.workers import Workers
from tests.writing import Written

WriteLibrary = Callable[..., Path]

ROOT = Path(__file__).parents[2]
SIZE = 1_500
KILLS = 20
IMPORT = """
import sys
from pathlib import Path
from loaders import Library
library = Library.open(sys.argv[1], Path(sys.argv[2]))
print("open", flush=True)
for progress in library.refresh(processes=2):
    print(progress.done, progress.total, progress.counted, flush=True)
library.close()
"""

on_linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make_library(folder, SIZE)
    return folder


def start_import(folder: Path, cache: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(folder), str(cache)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def lines_of(process: "subprocess.Popen[str]") -> Iterator[str]:
    assert process.stdout is not None
    while line := process.stdout.readline():
        yield line


def kill(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def children_of(process: int) -> set[int]:
    """Find the processes that one has started, in /proc."""
    return {int(stat[0]) for stat in stats() if int(stat[3]) == process}


def stats() -> Iterator[list[str]]:
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = file.read_text()
        except OSError:
            continue
        number, _, rest = text.partition(" (")
        yield [number, "", *rest.rpartition(") ")[2].split()]


def steps(library: Library) -> list[Progress]:
    return list(library.refresh())


def contents(library: Library) -> tuple[object, ...]:
    """Give all that a store holds, but for the row numbers, which follow the order of reading."""
    store = library.store
    articles: list[Article | None] = [store.article(row.key) for row in store.list_rows(store.rows())]
    keys = [article.key for article in articles if article]
    return (
        store.counts(),
        store.subjects(),
        articles,
        [[one.key for one in store.related(key)] for key in keys],
        [[one.key for one in store.backlinks(key)] for key in keys],
        store.problems(),
        [sorted(store.names(folder)) for folder in sorted(store.folders())],
    )


def assert_whole(library: Library, folder: Path) -> None:
    """Every file is one article, none twice, and SQLite finds no fault in the store."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    assert sorted(library.store.paths()) == paths
    assert library.store.counts().files == len(paths)
    known = [
        f"{stored}/{name}" if stored else name
        for stored in library.store.folders()
        for name in library.store.names(stored)
    ]
    assert sorted(known) == paths


def assert_sound(cache: Path) -> None:
    with closing(sqlite3.connect(cache / "articles.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


# Killed


def test_an_import_that_is_killed_at_any_moment_is_whole_after_the_next_opening(
    made: Path, tmp_path: Path
) -> None:
    choose = random.Random()  # noqa: S311 - any moment will do
    cache = tmp_path / "cache"
    for _ in range(KILLS):
        process = start_import(made, cache)
        last = choose.randrange(12)
        for number, _ in enumerate(lines_of(process)):
            if number == last:
                break
        kill(process)
        with Library.open(made, cache) as library:
            before = library.store.counts().files
            assert len(library.store.paths()) == before
            if choose.random() < 0.5:  # else the next one that is killed goes on where this one was
                last_step = steps(library)[-1]
                assert (last_step.total, last_step.finished) == (SIZE - before, True)
                assert_whole(library, made)
                assert read_again(made, cache) == 0
                shutil.rmtree(cache)
            else:
                assert_sound(cache)
    with Library.open(made, cache) as library:
        library.load()
        assert_whole(library, made)
    assert_sound(cache)


def read_again(folder: Path, cache: Path) -> int:
    with Library.open(folder, cache) as library:
        return steps(library)[-1].total


@on_linux
def test_no_worker_outlives_a_program_that_is_killed(made: Path, tmp_path: Path) -> None:
    process = start_import(made, tmp_path / "cache")
    children: set[int] = set()
    for _ in lines_of(process):
        children |= children_of(process.pid)
        if children:
            break
    assert children
    watched = [os.pidfd_open(child) for child in children if child in {int(stat[0]) for stat in stats()}]
    kill(process)
    for descriptor in watched:
        assert signal_of_end(descriptor)
        os.close(descriptor)


def signal_of_end(descriptor: int) -> bool:
    """Wait until a process has ended."""
    import select

    ready, _, _ = select.select([descriptor], [], [], 60)
    return bool(ready)


@on_linux
def test_workers_that_die_lose_nothing(made: Path) -> None:
    with Library.open(made) as library:
        dead: set[int] = set()
        for progress in library.refresh(processes=2):
            for child in children_of(os.getpid()) - dead:
                if 0 < progress.done < SIZE - 500:
                    os.kill(child, signal.SIGKILL)
                    dead.add(child)
        assert len(dead) == 2
        assert_whole(library, made)


@on_linux
def test_a_worker_stands_back_for_the_program_that_is_read_in(write_library: WriteLibrary) -> None:
    folder = write_library(Written())
    with Workers(folder) as workers:
        workers.start(1)
        workers.give([Written().path])
        workers.take()
        (worker,) = children_of(os.getpid())
        assert os.getpriority(os.PRIO_PROCESS, worker) > os.getpriority(os.PRIO_PROCESS, 0)


def test_a_worker_that_was_dead_before_its_first_task_loses_nothing(write_library: WriteLibrary) -> None:
    folder = write_library(Written())
    with Workers(folder) as workers:
        workers.start(1)
        workers._processes[0].kill()
        workers._processes[0].wait()
        workers.give([Written().path])
        assert [record[0] for record in workers.take().batch.articles] == [Written().path.encode()]


def test_where_no_process_can_be_started_the_files_are_read_here(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(made / "no-python"))
    with Library.open(made) as library:
        library.load()
        assert_whole(library, made)


@pytest.mark.parametrize(("fewer", "fills"), [(0, 0), (10, 0), (SIZE - 10, 1)])
def test_only_an_import_that_finds_much_takes_memory_for_it(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fewer: int, fills: int
) -> None:
    with Library.open(made, tmp_path / "cache") as library:
        library.load()
        library.store.remove(sorted(library.store.paths())[:fewer])
        filling, calls = ArticleStore.filling, []

        def note(store: ArticleStore) -> AbstractContextManager[None]:
            calls.append(store)
            return filling(store)

        monkeypatch.setattr(ArticleStore, "filling", note)
        library.load()
        assert len(calls) == fills
        assert_whole(library, made)


# Stopped


def test_workers_and_reading_here_give_the_same_store(made: Path) -> None:
    with Library.open(made) as one, Library.open(made) as other:
        for _ in one.refresh(processes=0):
            pass
        for _ in other.refresh(processes=2):
            pass
        assert contents(one) == contents(other)


@pytest.mark.parametrize("processes", [0, 2])
def test_a_refresh_that_is_stopped_keeps_what_is_done_and_the_next_one_reads_the_rest(
    made: Path, tmp_path: Path, processes: int
) -> None:
    cache = tmp_path / "cache"
    with Library.open(made, cache) as library:
        work = library.refresh(processes)
        read = next(progress.done for progress in work if progress.done >= 500)
        work.close()  # type: ignore[attr-defined]  # it is a generator
        assert library.store.counts().files == read
    with Library.open(made, cache) as library:
        assert library.store.counts().files == read
        last = steps(library)[-1]
        assert (last.done, last.total, last.finished) == (SIZE - read, SIZE - read, True)
        assert_whole(library, made)


def test_progress_never_goes_back_and_the_first_of_it_comes_before_any_file_is_read(made: Path) -> None:
    with Library.open(made) as library:
        told = list(library.refresh(processes=2))
    assert told[0].done == 0
    assert [progress.done for progress in told] == sorted(progress.done for progress in told)
    assert [progress.total for progress in told] == sorted(progress.total for progress in told)
    assert [progress.finished for progress in told].count(True) == 1
    assert told[-1] == Progress(SIZE, SIZE)


def test_the_first_articles_can_be_read_when_few_files_have_been(made: Path) -> None:
    with Library.open(made) as library:
        work = library.refresh()
        first = next(progress for progress in work if progress.done)
        assert first.done <= 20
        assert library.store.counts().articles
        work.close()  # type: ignore[attr-defined]


# Disturbed


def test_files_that_vanish_while_others_are_read_are_missed_without_a_word(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    make_library(folder, 600)
    with Library.open(folder, tmp_path / "cache") as library:
        victims = sorted(folder.rglob("*.md"))[::7]
        for progress in library.refresh(processes=2):
            if progress.done and victims:
                victims.pop().unlink()
        steps(library)
        assert_whole(library, folder)
        assert library.store.problems() == []


def test_files_that_change_while_others_are_read_are_read_as_they_are_at_last(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    make_library(folder, 600)
    articles = {folder / article.path: article for article in made_articles(600)}
    with Library.open(folder, tmp_path / "cache") as library:
        victims = sorted(articles)[::7]
        changed = []
        for progress in library.refresh(processes=2):
            if progress.done and victims:
                changed.append(victim := victims.pop())
                victim.write_text(victim.read_text().replace(articles[victim].title, "What is new?"))
        steps(library)
        assert_whole(library, folder)
        for file in changed:
            article = library.store.article(articles[file].url)
            assert article is not None
            assert article.title == "What is new?"
