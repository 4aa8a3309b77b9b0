"""A folder of very many files is compared with the store a part at a time, as if it were one."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


def test_a_folder_that_cannot_be_read_to_its_end_loses_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    @contextmanager
    def breaking_off(path: "str | Path") -> Iterator[Iterator["os.DirEntry[str]"]]:
        with scan(path) as found:
            yield entries(found) if Path(path).name == "physics" else found

    def entries(found: "Iterator[os.DirEntry[str]]") -> "Iterator[os.DirEntry[str]]":
        yield from (next(found), next(found), next(found))
        raise OSError(5, "Input/output error")

    with Library.open(folder) as library:
        library.load()
        (folder / one(5).path).unlink()
        monkeypatch.setattr(os, "scandir", breaking_off)
        assert len(titles(library)) == FILES
        assert [problem.code for problem in library.store.problems()] == ["unreadable"]
        monkeypatch.setattr(os, "scandir", scan)
        assert len(titles(library)) == FILES - 1
        assert library.store.problems() == []
