"""A folder of very many files is compared with the store a part at a time, as if it were one."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pytest

import loaders.files
from loaders import Library
from tests.writing import Written

FILES = 7
WriteLibrary = Callable[..., Path]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders.files, "_PART", 2)


@pytest.fixture
def folder(write_library: WriteLibrary) -> Path:
    return write_library(*(one(number) for number in range(FILES)))


def one(number: int) -> Written:
    return Written(title=f"Question {number}?", slug=f"question-{number}", id=number)


def titles(library: Library) -> list[str]:
    library.load()
    return [row.title for row in library.store.list_rows(library.store.rows())]


def changes(library: Library) -> int:
    return max(progress.changes for progress in library.refresh())


def test_all_of_it_is_read_and_read_once(folder: Path) -> None:
    with Library.open(folder) as library:
        assert titles(library) == [one(number).title for number in range(FILES)]
        assert changes(library) == 0


@pytest.mark.parametrize("number", range(FILES))
def test_a_file_of_any_part_can_change_be_renamed_and_go(folder: Path, number: int) -> None:
    file = folder / one(number).path
    with Library.open(folder) as library:
        library.load()
        file.write_text(file.read_text().replace(one(number).title, "Another question?"))
        assert titles(library)[0] == "Another question?"
        file = file.rename(file.with_name("another.md"))
        assert len(titles(library)) == FILES
        file.unlink()
        assert titles(library) == [one(other).title for other in range(FILES) if other != number]
        assert library.store.names("physics") == {
            f"{one(other).slug}.md" for other in range(FILES) if other != number
        }


def test_as_many_files_may_come_as_go(folder: Path) -> None:
    with Library.open(folder) as library:
        library.load()
        (folder / one(3).path).unlink()
        (folder / one(9).path).write_text(one(9).text())
        assert titles(library) == [one(number).title for number in range(10) if number not in {3, 7, 8}]


def test_the_folders_in_it_are_found_in_whatever_part_they_stand(folder: Path) -> None:
    for name in ("a", "m", "z"):
        inner = folder / "physics" / name
        inner.mkdir()
        (inner / "inner.md").write_text(Written(slug=name, title=f"Within {name}?").text())
    with Library.open(folder) as library:
        assert len(titles(library)) == FILES + 3
        (folder / "physics" / "m" / "inner.md").unlink()
        (folder / "physics" / "m").rmdir()
        for _ in library.refresh_folders(["physics"]):
            pass
        assert library.store.folders() == {"physics", "physics/a", "physics/z"}


def test_two_of_them_are_not_mixed_up(folder: Path) -> None:
    other = folder / "chemistry"
    other.mkdir()
    for number in range(FILES):
        (other / f"{number}.md").write_text(Written(slug=f"other-{number}", title=f"Other {number}?").text())
    with Library.open(folder) as library:
        assert len(titles(library)) == 2 * FILES
        (other / "6.md").unlink()
        (folder / one(0).path).unlink()
        assert len(titles(library)) == 2 * FILES - 2


def test_what_bars_the_way_to_some_of_it_is_told_once(folder: Path) -> None:
    for name in ("a.md", "question-3a.md", "z.md"):
        (folder / "physics" / name).symlink_to(folder / one(0).path)
    with Library.open(folder) as library:
        assert len(titles(library)) == FILES
        assert [problem.path for problem in library.store.problems()] == [
            "physics/a.md",
            "physics/question-3a.md",
            "physics/z.md",
        ]


def breaking_off(monkeypatch: pytest.MonkeyPatch, after: int, look: int = 1) -> None:
    """Let the system fail after some files of `physics`, from so manieth a look at it on."""
    scan = os.scandir
    looks = 0

    @contextmanager
    def scandir(path: "str | Path") -> Iterator[Iterator["os.DirEntry[str]"]]:
        nonlocal looks
        is_meant = Path(path).name == "physics"
        looks += is_meant
        with scan(path) as found:
            yield entries(found) if is_meant and looks >= look else found

    def entries(found: "Iterator[os.DirEntry[str]]") -> "Iterator[os.DirEntry[str]]":
        yield from islice(found, after)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_cannot_be_read_to_its_end_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(folder) as library:
        library.load()
        (folder / one(5).path).unlink()
        breaking_off(monkeypatch, after=3)
        assert len(titles(library)) == FILES
        assert [problem.code for problem in library.store.problems()] == ["unreadable"]
        monkeypatch.undo()
        monkeypatch.setattr(loaders.files, "_PART", 2)
        assert len(titles(library)) == FILES - 1
        assert library.store.problems() == []


def test_nor_does_one_that_fails_when_it_is_looked_at_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(folder) as library:
        library.load()
        (folder / one(5).path).unlink()
        breaking_off(monkeypatch, after=3, look=2)
        assert len(titles(library)) == FILES
        monkeypatch.undo()
        assert len(titles(library)) == FILES - 1


def test_a_name_that_the_system_gives_twice_is_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    @contextmanager
    def scandir(path: "str | Path") -> Iterator[Iterator["os.DirEntry[str]"]]:
        with scan(path) as found:
            entries = list(found)
            yield iter([*entries, *entries])

    with Library.open(folder) as library:
        monkeypatch.setattr(os, "scandir", scandir)
        assert len(titles(library)) == FILES
        file = folder / one(2).path
        file.write_text(file.read_text().replace(one(2).title, "Another question?"))
        assert "Another question?" in titles(library)
        assert changes(library) == 0
