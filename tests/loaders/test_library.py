"""Folders of files become libraries, whatever lies in them."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import CacheError, Counts, Library, LibraryError, Progress
from loaders.article import MAX_FILE_BYTES
from tests.writing import Written

WriteLibrary = Callable[..., Path]

SKY = Written()
ICE = Written(title="Why does ice float?", slug="why-does-ice-float", id=2, related=[SKY.link()])
TIN = Written(title="What is tin?", slug="what-is-tin", subject="Chemistry", subject_slug="chemistry", id=3)

needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user"
)


def load(folder: Path | str) -> Library:
    library = Library.open(folder)
    library.load()
    return library


def titles(library: Library) -> list[str]:
    return [row.title for row in library.store.list_rows(library.store.rows())]


def problems(library: Library) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in library.store.problems()]


# Opening


def test_a_library_is_open_at_once_and_full_when_it_is_loaded(write_library: WriteLibrary) -> None:
    with Library.open(write_library(SKY, ICE, TIN)) as library:
        assert library.store.counts() == Counts(0, 0, 0, 0)
        library.load()
        assert library.store.counts() == Counts(articles=3, subjects=2, files=3, problems=0)
        assert [subject.name for subject in library.store.subjects()] == ["Chemistry", "Physics"]
        assert [one.title for one in library.store.related(ICE.url)] == [SKY.title]
        assert [one.title for one in library.store.backlinks(SKY.url)] == [ICE.title]


@pytest.mark.parametrize(
    ("name", "shown"), [("physics", "physics"), ("learn", "top/learn"), ("learn/physics", "physics")]
)
def test_a_library_has_the_name_of_its_folder(tmp_path: Path, name: str, shown: str) -> None:
    folder = tmp_path / "top" / name
    folder.mkdir(parents=True)
    with Library.open(folder) as library:
        assert library.name == shown


def test_the_root_of_all_folders_has_a_name() -> None:
    with Library.open(os.sep) as library:
        assert library.name == os.sep


def test_a_folder_may_be_given_relative_to_the_working_folder(
    write_library: WriteLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_library(SKY)
    monkeypatch.chdir(folder.parent)
    with Library.open(folder.name) as library:
        monkeypatch.chdir(folder)
        library.load()
        assert titles(library) == [SKY.title]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"there is no folder .*missing"):
        Library.open(tmp_path / "missing")


def test_a_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "file.md").touch()
    with pytest.raises(LibraryError, match=r"file\.md is a file; a library is a folder"):
        Library.open(tmp_path / "file.md")


def test_a_folder_that_leads_back_to_itself_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(LibraryError, match="cannot be read"):
        Library.open(tmp_path / "loop")


@needs_permissions
def test_a_folder_that_may_not_be_read_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir(mode=0)
    with pytest.raises(LibraryError, match="cannot be read"):
        Library.open(tmp_path / "secret")


def test_a_cache_keeps_a_library_for_the_next_time(write_library: WriteLibrary, tmp_path: Path) -> None:
    folder = write_library(SKY, ICE)
    with Library.open(folder, tmp_path / "cache") as library:
        library.load()
    with Library.open(folder, tmp_path / "cache") as library:
        assert sorted(titles(library)) == sorted([SKY.title, ICE.title])
        library.load()
        assert library.store.counts().files == 2


def test_a_cache_that_is_something_else_is_made_anew(write_library: WriteLibrary, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "articles.db").write_text("words " * 1000)
    with Library.open(write_library(SKY), cache) as library:
        library.load()
        assert titles(library) == [SKY.title]


def test_a_cache_that_cannot_be_made_says_why(write_library: WriteLibrary, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CacheError, match="cannot be used"):
        Library.open(write_library(SKY), tmp_path / "file" / "cache")


# What lies in a folder


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert [step.finished for step in library.refresh()][-1]
        assert library.store.counts() == Counts(0, 0, 0, 0)


def test_markdown_files_are_read_in_all_folders_and_other_files_are_not(tmp_path: Path) -> None:
    for path in ("a.md", "b/B.MD", "b/c/d/c.markdown", "b.md/e.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"# {path}")
    for path in ("a.txt", "md", "b/.hidden.md", ".git/x.md", "a.md~"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("# no")
    with load(tmp_path) as library:
        assert library.store.paths() == {"a.md", "b/B.MD", "b/c/d/c.markdown", "b.md/e.md"}
        assert [subject.key for subject in library.store.subjects()] == ["b", "b-md", "d", "unfiled"]


def test_files_without_front_matter_are_articles_with_their_first_heading_as_title(tmp_path: Path) -> None:
    (tmp_path / "Fine Arts").mkdir()
    (tmp_path / "Fine Arts" / "fresco.md").write_text("# What is fresco?\n\nPaint on wet plaster.")
    (tmp_path / "Fine Arts" / "tempera.md").write_text("Paint with egg.")
    with load(tmp_path) as library:
        assert titles(library) == ["tempera", "What is fresco?"]
        assert library.store.subject_name("fine-arts") == "Fine Arts"
        article = library.store.article("Fine Arts/tempera.md")
        assert article is not None
        assert article.text == "Paint with egg."
        assert {problem.severity for problem in library.store.problems()} == {"information"}


@pytest.mark.parametrize(
    "data",
    [
        SKY.text().encode("utf-8-sig"),
        SKY.text().encode("utf-16"),
        SKY.text().replace("\n", "\r\n").encode(),
        SKY.text().replace("\n", "\r").encode(),
    ],
    ids=["bom", "utf-16", "crlf", "cr"],
)
def test_files_of_other_editors_read_the_same(write_library: WriteLibrary, data: bytes) -> None:
    folder = write_library(SKY)
    with load(folder) as library:
        expected = library.store.article(SKY.url)
    (folder / SKY.path).write_bytes(data)
    with load(folder) as library:
        assert library.store.article(SKY.url) == expected
        assert problems(library) == []


def test_a_file_in_latin_1_is_read_with_a_problem(write_library: WriteLibrary) -> None:
    folder = write_library(SKY)
    (folder / SKY.path).write_bytes(SKY.text().replace("sky blue", "sky bleu pâle").encode("latin-1"))
    with load(folder) as library:
        assert titles(library) == ["Why is the sky bleu p�le?"]
        assert problems(library) == [("bad-encoding", SKY.path)]


def test_empty_files_are_entries_of_the_library(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    (tmp_path / "fences.md").write_text("---\n---\n")
    with load(tmp_path) as library:
        assert titles(library) == ["empty", "fences"]
        assert problems(library) == [("empty-file", "empty.md")]


def test_symbolic_links_are_told_and_not_followed(write_library: WriteLibrary, tmp_path: Path) -> None:
    folder = write_library(SKY)
    (tmp_path / "outside.md").write_text("# secret")
    (folder / "file.md").symlink_to(tmp_path / "outside.md")
    (folder / "folder").symlink_to(tmp_path, target_is_directory=True)
    (folder / "up").symlink_to("..", target_is_directory=True)
    (folder / "dangling.md").symlink_to("nowhere")
    (folder / "dangling").symlink_to("nowhere")
    (folder / "other.txt").symlink_to(tmp_path / "outside.md")
    with load(folder) as library:
        assert titles(library) == [SKY.title]
        assert problems(library) == [
            ("symbolic-link", "dangling.md"),
            ("symbolic-link", "file.md"),
            ("symbolic-link", "folder"),
            ("symbolic-link", "up"),
        ]


def test_a_link_that_leads_to_itself_ends_nothing(write_library: WriteLibrary) -> None:
    folder = write_library(SKY)
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "loop").symlink_to("loop")
    with load(folder) as library:
        assert titles(library) == [SKY.title]
        assert [path for _, path in problems(library)] == ["loop", "loop.md"]


def test_the_library_itself_may_be_a_symbolic_link(write_library: WriteLibrary, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(write_library(SKY), target_is_directory=True)
    with load(tmp_path / "link") as library:
        assert titles(library) == [SKY.title]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_socket_that_poses_as_an_article_is_told_and_waited_for_never(
    write_library: WriteLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_library(SKY)
    os.mkfifo(folder / "pipe.md")
    monkeypatch.chdir(folder)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
        with load(folder) as library:
            assert titles(library) == [SKY.title]
            assert problems(library) == [("unreadable", "pipe.md"), ("unreadable", "socket.md")]
            assert "no regular file" in library.store.problems()[0].message


@needs_permissions
def test_files_and_folders_that_may_not_be_read_are_told(write_library: WriteLibrary) -> None:
    folder = write_library(SKY, ICE)
    (folder / SKY.path).chmod(0)
    (folder / "secret").mkdir(mode=0)
    with load(folder) as library:
        assert titles(library) == [ICE.title]
        assert problems(library) == [("unreadable", SKY.path), ("unreadable", "secret")]


def test_a_folder_that_lies_too_deep_is_told(write_library: WriteLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_library(SKY)
    monkeypatch.chdir(folder)
    for _ in range(20):
        Path("d" * 250).mkdir()
        monkeypatch.chdir("d" * 250)
    Path("deep.md").touch()
    with load(folder) as library:
        assert titles(library) == [SKY.title]
        ((code, path),) = problems(library)
        assert code == "unreadable"
        assert path.startswith("ddd")


def test_a_file_that_is_too_large_is_told_and_not_read(write_library: WriteLibrary) -> None:
    folder = write_library(SKY)
    with (folder / "sparse.md").open("wb") as file:
        file.truncate(20 * 1024**3)
    (folder / "largest.md").write_bytes(b"x" * MAX_FILE_BYTES)
    (folder / "larger.md").write_bytes(b"x" * (MAX_FILE_BYTES + 1))
    with load(folder) as library:
        assert sorted(titles(library)) == [SKY.title, "largest"]
        assert problems(library) == [
            ("too-large", "larger.md"),
            ("no-front-matter", "largest.md"),
            ("too-large", "sparse.md"),
        ]


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names must be Unicode on this system")
@pytest.mark.parametrize(
    ("name", "key"),
    [
        (b"caf\xe9.md", "caf<U+DCE9>.md"),
        (b"esc\x1b[31m.md", "esc␛[31m.md"),
        (b"two\nlines.md", "two lines.md"),
        (b"-rf *.md", "-rf *.md"),
        (b"$(touch x);.md", "$(touch x);.md"),
        ("e\u0301.md".encode(), "é.md"),
        ("漢字 “x”.md".encode(), "漢字 “x”.md"),
        (b"n" * 252 + b".md", "n" * 252 + ".md"),
    ],
)
def test_files_of_any_name_are_read_and_found_again(tmp_path: Path, name: bytes, key: str) -> None:
    (tmp_path / os.fsdecode(name)).write_text("---\nauthor: A\n---\n")
    with load(tmp_path) as library:
        assert library.store.paths() == {os.fsdecode(name)}
        article = library.store.article(key)
        assert article is not None
        assert article.title == key.removesuffix(".md")
        assert os.fsencode(article.path) == name
        assert [row.key for row in library.store.find(os.fsdecode(name))] == [key]
        library.load()
        assert library.store.counts().files == 1


def test_names_that_differ_in_the_writing_of_an_accent_are_told_as_one_key(tmp_path: Path) -> None:
    (tmp_path / "é.md").write_text("# composed")
    (tmp_path / "e\u0301.md").write_text("# decomposed")
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("one file on this system")
    with load(tmp_path) as library:
        assert titles(library) == ["decomposed"]
        assert ("duplicate-key", "é.md") in problems(library)


# Refreshing


def test_a_refresh_goes_step_by_step_and_the_store_fills_with_it(tmp_path: Path) -> None:
    for number in range(450):
        (tmp_path / f"{number:03}.md").write_text(f"# {number:03}")
    with Library.open(tmp_path) as library:
        steps = library.refresh()
        seen = []
        for step in steps:
            assert library.store.counts().files == step.done
            seen.append(step)
        assert seen[0] == Progress(0, 450, counted=False)
        assert seen[-1] == Progress(450, 450)
        assert len(seen) > 2
        assert [step.finished for step in seen] == [False] * (len(seen) - 1) + [True]
        assert titles(library) == [f"{number:03}" for number in range(450)]


def test_a_refresh_that_is_stopped_keeps_what_it_has_read_and_the_next_one_ends_it(tmp_path: Path) -> None:
    for number in range(450):
        (tmp_path / f"{number:03}.md").write_text(f"# {number:03}")
    with Library.open(tmp_path) as library:
        steps = library.refresh()
        assert next(steps).done == 0
        read = next(step.done for step in steps if step.done)
        steps.close()  # type: ignore[attr-defined] # it is a generator
        assert library.store.counts().files == read > 0
        library.load()
        assert library.store.counts().files == 450


def test_a_refresh_sees_new_changed_and_removed_files(write_library: WriteLibrary) -> None:
    folder = write_library(SKY, ICE)
    with load(folder) as library:
        (folder / SKY.path).unlink()
        write_library(TIN, Written(title="Why does ice swim?", slug=ICE.slug, id=2))
        library.load()
        assert titles(library) == [TIN.title, "Why does ice swim?"]
        assert library.store.article(SKY.url) is None
        assert library.store.related(ICE.url) == []
        assert library.store.paths() == {ICE.path, TIN.path}


def test_the_last_file_that_goes_leaves_an_empty_library(write_library: WriteLibrary) -> None:
    folder = write_library(SKY)
    with load(folder) as library:
        (folder / SKY.path).unlink()
        for step in library.refresh():
            if step.finished:
                assert library.store.counts() == Counts(0, 0, 0, 0)


def test_a_file_that_becomes_too_large_or_a_link_leaves_with_a_problem(
    write_library: WriteLibrary, tmp_path: Path
) -> None:
    folder = write_library(SKY, ICE, TIN)
    with load(folder) as library:
        (folder / SKY.path).write_bytes(b"x" * (MAX_FILE_BYTES + 1))
        (folder / ICE.path).rename(tmp_path / "moved.md")
        (folder / ICE.path).symlink_to(tmp_path / "moved.md")
        library.load()
        assert titles(library) == [TIN.title]
        assert problems(library) == [("symbolic-link", ICE.path), ("too-large", SKY.path)]


def test_a_problem_that_is_mended_is_gone_after_the_next_refresh(write_library: WriteLibrary) -> None:
    folder = write_library(SKY)
    (folder / SKY.path).write_text(SKY.text().replace(SKY.date, "soon"))
    with load(folder) as library:
        assert problems(library) == [("bad-date", SKY.path)]
        write_library(SKY)
        library.load()
        assert problems(library) == []


def test_a_file_that_vanishes_while_it_is_looked_for_is_missed_without_a_word(write_library: WriteLibrary) -> None:
    folder = write_library(SKY, ICE)
    with Library.open(folder) as library:
        steps = library.refresh()
        next(steps)
        (folder / SKY.path).unlink()
        for _ in steps:
            pass
        assert titles(library) == [ICE.title]
        assert problems(library) == []
        library.load()
        assert (titles(library), problems(library)) == ([ICE.title], [])


def test_a_library_whose_folder_vanishes_keeps_what_was_read_and_says_so(
    write_library: WriteLibrary, tmp_path: Path
) -> None:
    folder = write_library(SKY)
    with load(folder) as library:
        folder.rename(tmp_path / "elsewhere")
        library.load()
        assert titles(library) == [SKY.title]
        assert problems(library) == [("unreadable", ".")]
        (tmp_path / "elsewhere").rename(folder)
        library.load()
        assert (titles(library), problems(library)) == ([SKY.title], [])


def test_of_two_files_with_one_url_the_first_is_shown_until_it_goes(write_library: WriteLibrary) -> None:
    folder = write_library(SKY)
    (folder / "again.md").write_text(SKY.text())
    with load(folder) as library:
        assert problems(library) == [("duplicate-key", SKY.path)]
        (folder / "again.md").unlink()
        library.load()
        assert problems(library) == []
        assert titles(library) == [SKY.title]


def test_nothing_is_written_into_the_folder(write_library: WriteLibrary) -> None:
    folder = write_library(SKY, ICE)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    with load(folder):
        assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


# Alone


def test_a_library_is_read_without_anything_that_draws_on_a_screen(sample: Path) -> None:
    program = (
        "import sys\n"
        "from loaders import Library\n"
        "library = Library.open(sys.argv[1])\n"
        "library.load()\n"
        "assert library.store.counts().articles\n"
        "print([name for name in sys.modules if name.partition('.')[0] in {'textual', 'rich', 'tui'}])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(sample)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("[]\n", "", 0)
