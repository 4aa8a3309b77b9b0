"""While a library is open, it follows what happens in its folder."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import pytest

from loaders import Library, Progress, watching
from loaders.watching import CannotWatchError
from tests.loaders.test_cache import ALL, HOLD, ICE, SKY, TIN, end, line, run, tell, titles

WriteLibrary = Callable[..., Path]


class Watched:
    """A library that is watched, and moved on by a test step by step."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.stopped = threading.Event()
        self.steps = library.watch(self.stopped)

    def until(self, expected: list[str]) -> None:
        """Take steps until the list shows these titles."""
        while titles(self.library) != expected:
            next(self.steps)


@contextmanager
def watch(folder: Path, cache: Path | None = None) -> Iterator[Watched]:
    """Watch a library from the moment on at which the system tells of changes."""
    with Library.open(folder, cache) as library:
        watched = Watched(library)
        while next(watched.steps).changes or not library.store.counts().files:
            pass
        marker = folder / "marker.md"
        marker.write_text("# marker")
        watched.until(["marker", *ALL])
        marker.unlink()
        watched.until(ALL)
        yield watched
        watched.stopped.set()
        assert len(list(watched.steps)) < 5


@pytest.fixture
def folder(write_library: WriteLibrary) -> Path:
    return write_library(SKY, ICE, TIN)


def test_a_changed_file_is_told(folder: Path) -> None:
    with watch(folder) as watched:
        (folder / SKY.path).write_text(SKY.text().replace(SKY.title, "Why is it so blue?"))
        watched.until([TIN.title, ICE.title, "Why is it so blue?"])


def test_a_file_that_an_editor_replaces_is_told(folder: Path) -> None:
    with watch(folder) as watched:
        other = folder / ".why.swp"
        other.write_text(SKY.text().replace(SKY.title, "Why is it so blue?"))
        other.replace(folder / SKY.path)
        watched.until([TIN.title, ICE.title, "Why is it so blue?"])


def test_files_that_come_and_go_are_told(folder: Path) -> None:
    with watch(folder) as watched:
        (folder / SKY.path).unlink()
        watched.until([TIN.title, ICE.title])
        (folder / SKY.path).write_text(SKY.text())
        watched.until(ALL)
        (folder / SKY.path).rename(folder / "sky.md")
        while "sky.md" not in watched.library.store.paths():
            next(watched.steps)
        assert titles(watched.library) == ALL
        assert watched.library.store.problems() == []


def test_a_tree_of_folders_that_is_moved_in_renamed_and_moved_out_is_followed(
    folder: Path, tmp_path: Path
) -> None:
    tree = tmp_path / "tree"
    (tree / "v1.2" / "deep").mkdir(parents=True)
    (tree / "top.md").write_text("# A top")
    (tree / "v1.2" / "deep" / "down.md").write_text("# B down")
    with watch(folder) as watched:
        tree.rename(folder / "tree")
        watched.until(["A top", "B down", *ALL])
        (folder / "tree").rename(folder / "other tree")
        renamed = {"other tree/top.md", "other tree/v1.2/deep/down.md"}
        while watched.library.store.paths() != renamed | {SKY.path, ICE.path, TIN.path}:
            next(watched.steps)
        assert titles(watched.library) == ["A top", "B down", *ALL]
        (folder / "other tree" / "v1.2").rename(tmp_path / "v1.2")
        watched.until(["A top", *ALL])
        (tmp_path / "v1.2").rename(folder / "v1.2")
        watched.until(["A top", "B down", *ALL])
        shutil.rmtree(folder / "v1.2")
        watched.until(["A top", *ALL])
        (folder / "other tree").rename(tmp_path / "tree")
        watched.until(ALL)
        assert watched.library.store.folders() == {"chemistry", "physics"}


def test_what_a_walk_would_not_find_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (folder / "link").symlink_to(tmp_path / "outside")
    (folder / ".trash" / "in").mkdir(parents=True)
    with watch(folder) as watched:
        (tmp_path / "outside" / "a.md").write_text("# A")
        (folder / ".trash" / "b.md").write_text("# B")
        (folder / ".trash" / "in" / "c.md").write_text("# C")
        (folder / "z.md").write_text("# Z")
        watched.until([*ALL, "Z"])
        paths = watched.library.store.paths()
    assert paths == {SKY.path, ICE.path, TIN.path, "z.md"}


@pytest.mark.parametrize("folders", [["link"], [".trash"], [".trash/in"], ["link/in"], ["gone"], ["gone/in"]])
def test_folders_apart_are_not_read_when_something_changes_in_them(
    folder: Path, tmp_path: Path, folders: list[str]
) -> None:
    for place in (tmp_path / "outside" / "in", folder / ".trash" / "in"):
        place.mkdir(parents=True)
        (place / "a.md").write_text("# A")
        (place.parent / "b.md").write_text("# B")
    (folder / "link").symlink_to(tmp_path / "outside")
    with Library.open(folder) as library:
        library.load()
        assert list(library.refresh_folders(folders))[-1] == Progress(0, 0)
        assert titles(library) == ALL


def test_what_changed_during_the_first_refresh_is_told(folder: Path) -> None:
    with Library.open(folder) as library:
        watched = Watched(library)
        while not next(watched.steps).finished:
            pass
        (folder / TIN.path).unlink()  # before the system was asked to tell of anything
        watched.until([ICE.title, SKY.title])
        watched.stopped.set()
        list(watched.steps)


def test_a_library_that_is_opened_through_a_link_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with watch(tmp_path / "link") as watched:
        (folder / TIN.path).unlink()
        watched.until([ICE.title, SKY.title])


def test_watching_ends_when_it_is_told_to(folder: Path) -> None:
    with Library.open(folder) as library:
        stopped = threading.Event()
        steps = library.watch(stopped)
        next(steps)
        stopped.set()
        assert list(steps)[-1].finished
        assert titles(library) == ALL


class _Patience(threading.Event):
    """An event that never waits, and is set after a few rounds."""

    def __init__(self, rounds: int) -> None:
        super().__init__()
        self._left = rounds

    def wait(self, timeout: float | None = None) -> bool:
        del timeout
        self._left -= 1
        return self._left < 0


def test_where_the_system_tells_nothing_the_library_is_looked_through_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(library: Path, stopped: threading.Event) -> Iterator[set[str]]:
        raise CannotWatchError
        yield set()  # type: ignore[unreachable]

    monkeypatch.setattr(watching, "changed_folders", refuse)
    with Library.open(folder) as library:
        steps = library.watch(_Patience(2))
        while not next(steps).finished:
            pass
        (folder / SKY.path).unlink()
        assert [step.removed for step in steps if step.finished] == [1, 0]
        assert titles(library) == [TIN.title, ICE.title]


def test_a_system_without_a_watcher_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(CannotWatchError):
        next(watching.changed_folders(folder, threading.Event()))


def test_one_program_follows_what_another_one_writes_and_takes_over_when_it_has_ended(
    folder: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    writer: subprocess.Popen[str] = run(HOLD, folder, cache)
    assert line(writer) == "False"
    with Library.open(folder, cache) as library:
        watched = Watched(library)
        assert next(watched.steps).elsewhere
        tell(writer)
        assert line(writer) == "done"
        watched.until(ALL)
        tell(writer)
        end(writer)
        (folder / TIN.path).unlink()
        watched.until([ICE.title, SKY.title])
        watched.stopped.set()
        list(watched.steps)


def test_what_changes_while_another_program_writes_is_not_forgotten(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    told: SimpleQueue[Progress] = SimpleQueue()
    stopped = threading.Event()
    with Library.open(folder, cache) as library:

        def follow() -> None:
            for progress in library.watch(stopped):
                told.put(progress)

        thread = threading.Thread(target=follow)
        thread.start()
        while not told.get().done:
            pass
        while told.get().done:  # the refresh after the first one, which has nothing to do
            pass
        while line(writer := run(HOLD, folder, cache)) == "True":  # it came while a refresh was under way
            writer.communicate()
        (folder / "new.md").write_text("# A new one")
        while not told.get().elsewhere:
            pass
        writer.kill()
        writer.communicate()
        while titles(library) != ["A new one", *ALL]:
            told.get()
        stopped.set()
        thread.join()
