"""A cache is right whatever happened to it or to the library between two openings, and never in the way."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from loaders import ArticleStore, CacheError, Counts, Library
from loaders.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.writing import Written

WriteLibrary = Callable[..., Path]

ROOT = Path(__file__).parents[2]
SKY = Written()
ICE = Written(title="Why does ice float?", slug="why-does-ice-float", id=2, related=[SKY.link()])
TIN = Written(title="What is tin?", slug="what-is-tin", subject="Chemistry", subject_slug="chemistry", id=3)
ALL = [TIN.title, ICE.title, SKY.title]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def folder(write_library: WriteLibrary) -> Path:
    return write_library(SKY, ICE, TIN)


def titles(library: Library) -> list[str]:
    return [row.title for row in library.store.list_rows(library.store.rows())]


def read(library: Library) -> int:
    """Refresh, and count the files that were read."""
    return list(library.refresh())[-1].done


def fill(folder: Path, cache: Path) -> None:
    with Library.open(folder, cache) as library:
        library.load()


def run(program: str, *words: Path | str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: "subprocess.Popen[str]", words: str = "go") -> None:
    assert process.stdin is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()


def end(process: "subprocess.Popen[str]") -> str:
    said, _ = process.communicate()
    assert process.returncode == 0, said
    return said


# What changes between two openings


def test_a_library_that_did_not_change_is_not_read_again(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    with Library.open(folder, cache) as library:
        assert read(library) == 0
        assert titles(library) == ALL


def test_a_changed_file_is_read_again_and_no_other(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    (folder / ICE.path).write_text(ICE.text().replace(ICE.title, "Why does it float?"))
    with Library.open(folder, cache) as library:
        assert read(library) == 1
        assert titles(library) == [TIN.title, "Why does it float?", SKY.title]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no time at which an inode changed")
def test_a_change_is_found_when_size_and_time_are_put_back(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    file = folder / ICE.path
    before = file.stat()
    file.write_text(ICE.text().replace("float", "skate"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    with Library.open(folder, cache) as library:
        assert read(library) == 1
        assert "Why does ice skate?" in titles(library)


def test_a_file_that_another_one_replaces_with_its_size_and_time_is_read_again(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    file = folder / ICE.path
    before = file.stat()
    other = folder / "other"
    other.write_text(ICE.text().replace("float", "skate"))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)
    with Library.open(folder, cache) as library:
        assert read(library) == 1
        assert "Why does ice skate?" in titles(library)


def test_added_and_removed_files_come_and_go(folder: Path, cache: Path, write_library: WriteLibrary) -> None:
    fill(folder, cache)
    (folder / SKY.path).unlink()
    write_library(Written(title="What is rain?", slug="what-is-rain", id=9))
    with Library.open(folder, cache) as library:
        last = list(library.refresh())[-1]
        assert (last.done, last.removed) == (1, 1)
        assert titles(library) == ["What is rain?", TIN.title, ICE.title]
        assert library.store.article(SKY.url) is None
        assert [neighbour.found for neighbour in library.store.related(ICE.url)] == [False]


def test_a_renamed_file_is_the_same_article_under_another_path(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    (folder / SKY.path).rename(folder / "physics" / "renamed.md")
    with Library.open(folder, cache) as library:
        assert read(library) == 1
        assert titles(library) == ALL
        article = library.store.article(SKY.url)
        assert article is not None
        assert article.path == "physics/renamed.md"
        assert library.store.problems() == []


def test_a_renamed_folder_is_followed(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    (folder / "physics").rename(folder / "a")
    with Library.open(folder, cache) as library:
        assert read(library) == 2
        assert titles(library) == ALL
        assert library.store.paths() == {"a/why-is-the-sky-blue.md", "a/why-does-ice-float.md", TIN.path}
        assert library.store.problems() == []


def test_a_removed_tree_of_folders_is_forgotten(folder: Path, cache: Path) -> None:
    deep = folder / "physics" / "optics" / "light"
    deep.mkdir(parents=True)
    (deep / "ray.md").write_text("# What is a ray?")
    fill(folder, cache)
    shutil.rmtree(folder / "physics")
    with Library.open(folder, cache) as library:
        library.load()
        assert titles(library) == [TIN.title]
        assert library.store.folders() == {"chemistry"}


def test_a_folder_that_cannot_be_read_keeps_what_was_read(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, cache)
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "physics":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    with Library.open(folder, cache) as library:
        with monkeypatch.context() as patched:
            patched.setattr(os, "scandir", refuse)
            library.load()
        assert titles(library) == ALL
        assert [(problem.code, problem.path) for problem in library.store.problems()] == [
            ("unreadable", "physics")
        ]
        assert read(library) == 0
        assert library.store.problems() == []


def test_a_file_that_becomes_a_folder_and_back_is_followed(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    (folder / SKY.path).unlink()
    (folder / SKY.path).mkdir()
    (folder / SKY.path / "in.md").write_text("# What is within?")
    with Library.open(folder, cache) as library:
        library.load()
        assert titles(library) == [TIN.title, "What is within?", ICE.title]
        shutil.rmtree(folder / SKY.path)
        (folder / SKY.path).write_text(SKY.text())
        library.load()
        assert titles(library) == ALL


# Stores that are none


def older(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE words (word)")


def unnamed(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID + 1}")


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2 // 4096 * 4096)


def cut_short(file: Path) -> None:
    os.truncate(file, 50)


def empty(file: Path) -> None:
    os.truncate(file, 0)


def garbage(file: Path) -> None:
    file.write_bytes(b"\xff words \0" * 9_999)


def zeros(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


@pytest.mark.parametrize("spoil", [older, foreign, unnamed, cut, cut_short, empty, garbage, zeros])
def test_a_store_that_is_damaged_or_of_another_version_is_made_anew(
    folder: Path, cache: Path, spoil: Callable[[Path], None]
) -> None:
    fill(folder, cache)
    spoil(cache / "articles.db")
    with Library.open(folder, cache) as library:
        assert library.cached
        assert library.store.counts() == Counts(0, 0, 0, 0)
        library.load()
        assert titles(library) == ALL
    with Library.open(folder, cache) as library:
        assert titles(library) == ALL


@pytest.mark.parametrize("part", ["-wal", "-shm"])
def test_what_is_left_beside_a_store_does_no_harm(folder: Path, cache: Path, part: str) -> None:
    fill(folder, cache)
    (cache / f"articles.db{part}").write_bytes(b"rubbish " * 9_999)
    with Library.open(folder, cache) as library:
        library.load()
        assert titles(library) == ALL


def read_everything(library: Library) -> None:
    store = library.store
    store.counts(), store.subjects(), store.problems(), store.folders(), store.random_key()
    for row in store.list_rows(store.rows()):
        store.article(row.key), store.related(row.key), store.backlinks(row.key), store.copies(row.key)
        store.find(row.key), store.subject_name(row.subject_key)


@pytest.mark.parametrize("page", range(0, 40, 2))
def test_a_store_that_breaks_within_is_removed_and_made_anew(folder: Path, cache: Path, page: int) -> None:
    fill(folder, cache)
    file = cache / "articles.db"
    data = bytearray(file.read_bytes())
    start = 100 + page * len(data) // 40  # the first hundred bytes are the header: opening notices those
    data[start : start + 400] = bytes(byte ^ 0x55 for byte in data[start : start + 400])
    file.write_bytes(data)
    with suppress(CacheError), Library.open(folder, cache) as library:
        read_everything(library)
        library.load()
        read_everything(library)
        if not library.store.damaged:
            return  # what was hit is not in use
        assert library.store.counts() == Counts(0, 0, 0, 0)
        with library.open_again() as again:
            assert again.cached
            again.load()
            assert titles(again) == ALL
    with Library.open(folder, cache) as library:
        library.load()
        assert titles(library) == ALL


# Where nothing can be written


def test_what_the_index_reads_of_a_broken_record_has_the_store_made_anew(folder: Path, cache: Path) -> None:
    with Library.open(folder, cache) as library:
        library.load()
    with closing(sqlite3.connect(cache / "articles.db", isolation_level=None)) as connection:
        connection.execute("UPDATE articles SET keywords = '{'")
    with Library.open(folder, cache) as library:
        library.open_index()
        assert library.store.damaged
        with closing(library.open_again()) as again:
            again.load()
            assert titles(again) == ALL


def test_a_lock_that_somebody_has_written_into_is_a_lock_again(folder: Path, cache: Path) -> None:
    for _ in range(2):
        with Library.open(folder, cache) as library:
            library.load()
            assert titles(library) == ALL
        (cache / "writer.lock").write_bytes(b"something else" * 500)


def test_a_file_in_the_way_of_the_folder_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CacheError, match="cannot be used"):
        Library.open(folder, tmp_path / "file" / "cache")


@pytest.mark.parametrize("name", ["articles.db", "writer.lock"])
def test_a_folder_in_the_way_of_a_file_is_told(folder: Path, cache: Path, name: str) -> None:
    (cache / name).mkdir(parents=True)
    with pytest.raises(CacheError, match="cannot be used"):
        Library.open(folder, cache)


READ_WHERE_IT_CAN = """
try:
    library = Library.open(sys.argv[1], Path(sys.argv[2]))
    library.load()
    print("kept")
except CacheError as error:
    library = Library.open(sys.argv[1])
    library.load()
    print(library.store.counts().articles)
"""

READ_ONLY = """
import os, sys
from pathlib import Path
from loaders import CacheError, Library
import loaders.importing, loaders.reading  # root has what others may not read
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("filled", [False, True])
def test_a_folder_that_may_not_be_written_is_told_and_the_library_opens_in_memory(
    folder: Path, cache: Path, filled: bool
) -> None:
    if filled:
        fill(folder, cache)
    cache.mkdir(exist_ok=True)
    for path in cache.iterdir():
        path.chmod(0o444)
    cache.chmod(0o555)
    for parent in cache.parents:
        if os.geteuid() == 0 and not parent.stat().st_mode & 0o005:
            parent.chmod(parent.stat().st_mode | 0o055)  # let in the other user that root becomes
    process = run(READ_ONLY + READ_WHERE_IT_CAN, folder, cache)
    assert end(process) == "3\n"
    cache.chmod(0o755)


FULL = """
import resource, signal, sys
from pathlib import Path
from loaders import CacheError, Library
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("limit", [0, 1_000, 50_000, 150_000])
def test_a_full_disk_is_told_and_the_library_opens_in_memory(folder: Path, cache: Path, limit: int) -> None:
    for number in range(200):
        (folder / f"{number}.md").write_text(f"# Number {number}\n\n" + "text " * 500)
    assert end(run(FULL + READ_WHERE_IT_CAN, folder, cache, str(limit))) == "203\n"
    with Library.open(folder, cache) as library:  # when there is room again
        library.load()
        assert library.store.counts().articles == 203


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("limit", [0, 20_000])
def test_a_full_disk_does_not_cost_a_cache_that_is_there(folder: Path, cache: Path, limit: int) -> None:
    fill(folder, cache)
    (folder / "new.md").write_text("# New\n\n" + "text " * 50_000)
    assert end(run(FULL + READ_WHERE_IT_CAN, folder, cache, str(limit))) == "4\n"
    with Library.open(folder, cache) as library:
        assert library.store.counts().articles == 3
        assert read(library) == 1


def test_a_store_that_may_not_grow_is_told_while_it_is_filled(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, cache)
    (folder / "large.md").write_text("# Large\n\n" + "text " * 50_000)
    connect = sqlite3.connect

    def limited(*words: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*words, **options)  # type: ignore[call-overload]
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", limited)
        with Library.open(folder, cache) as library:
            with pytest.raises(CacheError, match="full"):
                library.load()
            assert titles(library) == ALL
    with Library.open(folder, cache) as library:
        assert read(library) == 1


# Two at once

HOLD = """
import sys
from pathlib import Path
from loaders import Library
library = Library.open(sys.argv[1], Path(sys.argv[2]))
work = library.refresh(processes=0)
print(next(work).elsewhere, flush=True)
sys.stdin.readline()
for progress in work:
    pass
print("done", flush=True)
sys.stdin.readline()
"""


def test_who_loads_the_library_waits_while_another_program_does(folder: Path, cache: Path) -> None:
    writer = run(HOLD, folder, cache)
    assert line(writer) == "False"
    with Library.open(folder, cache) as library:
        library.load(waiting=lambda: tell(writer))  # which lets the other one go on
        assert titles(library) == ALL
        assert line(writer) == "done"
        tell(writer)
        end(writer)


def test_while_one_program_writes_another_reads_and_takes_over_when_it_has_ended(
    folder: Path, cache: Path
) -> None:
    writer = run(HOLD, folder, cache)
    assert line(writer) == "False"
    with Library.open(folder, cache) as library:
        (step,) = library.refresh()
        assert step.elsewhere
        assert step.finished
        assert titles(library) == []
        tell(writer)
        assert line(writer) == "done"
        assert titles(library) == ALL
        (folder / SKY.path).unlink()
        assert [step.elsewhere for step in library.refresh()][-1] is False
        assert titles(library) == [TIN.title, ICE.title]
        tell(writer)
        end(writer)


def test_a_program_that_is_killed_while_it_writes_leaves_the_lock_to_others(folder: Path, cache: Path) -> None:
    writer = run(HOLD, folder, cache)
    assert line(writer) == "False"
    writer.kill()
    writer.communicate()
    with Library.open(folder, cache) as library:
        assert read(library) == 3
        assert titles(library) == ALL


OPEN = """
import sys
from pathlib import Path
from loaders import Library
print("ready", flush=True)
sys.stdin.readline()
library = Library.open(sys.argv[1], Path(sys.argv[2]))
print(library.store.counts().articles >= 0, flush=True)
sys.stdin.readline()
library.load()
print(library.store.version() > 0, flush=True)
"""


def test_many_programs_may_make_one_cache_at_the_same_moment(folder: Path, cache: Path) -> None:
    programs = [run(OPEN, folder, cache) for _ in range(6)]
    assert [line(program) for program in programs] == ["ready"] * 6
    for program in programs:
        tell(program)
    assert [line(program) for program in programs] == ["True"] * 6
    for program in programs:
        tell(program)
    assert [end(program) for program in programs] == ["True\n"] * 6
    with Library.open(folder, cache) as library:
        assert read(library) == 0
        assert titles(library) == ALL


# Deleted


def test_a_cache_that_was_deleted_is_made_again(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    shutil.rmtree(cache)
    with Library.open(folder, cache) as library:
        assert read(library) == 3


def test_a_cache_may_be_deleted_while_it_is_open(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    with Library.open(folder, cache) as library:
        shutil.rmtree(cache)
        assert titles(library) == ALL
        assert in_a_thread(lambda: titles(library)) == ALL
        with pytest.raises(CacheError):
            library.load()
        assert titles(library) == ALL
    fill(folder, cache)


def test_the_files_of_a_cache_may_be_deleted_while_it_is_open(folder: Path, cache: Path) -> None:
    fill(folder, cache)
    with Library.open(folder, cache) as library:
        for file in cache.iterdir():
            file.unlink()
        assert titles(library) == ALL
        assert in_a_thread(lambda: titles(library)) == ALL
        fill(folder, cache)  # another window makes it again
        assert in_a_thread(lambda: titles(library)) == ALL
    with Library.open(folder, cache) as library:
        assert titles(library) == ALL


def test_a_cache_may_be_deleted_in_the_middle_of_an_import(folder: Path, cache: Path) -> None:
    with Library.open(folder, cache) as library:
        work = library.refresh()
        next(work)
        shutil.rmtree(cache)
        for _ in work:
            pass
        assert titles(library) == ALL
    fill(folder, cache)
    with Library.open(folder, cache) as library:
        assert read(library) == 0


def in_a_thread(ask: Callable[[], list[str]]) -> list[str]:
    """Ask from a thread that has no connection yet."""
    answers: list[list[str]] = []
    thread = threading.Thread(target=lambda: answers.append(ask()))
    thread.start()
    thread.join()
    return answers[0]


# Alone


def test_a_store_in_memory_needs_no_file(tmp_path: Path) -> None:
    store = ArticleStore()
    store.close()
    assert list(tmp_path.iterdir()) == []
