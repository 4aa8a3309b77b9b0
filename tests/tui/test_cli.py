"""The command line, as a shell sees it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders import Library
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.places import cache_folder, sample_library

ICE = "why-does-ice-float-on-water"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CARREL_HOME", str(folder))
    return folder


def carrel(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | environment,
    )


def answer(*words: str) -> dict[str, Any]:
    done = carrel(*words, "--json")
    assert done.returncode == 0, done.stderr
    value = json.loads(done.stdout)
    assert isinstance(value, dict)
    return value


def test_subjects_are_counted() -> None:
    subjects = answer("subjects")["subjects"]
    assert len(subjects) == 12
    assert {"key": "computer-science", "name": "Computer Science", "articles": 13} in subjects
    assert sum(subject["articles"] for subject in subjects) == 109


def test_a_subject_is_listed_by_key_or_by_name() -> None:
    by_key = answer("list", "computer-science")["articles"]
    by_name = answer("list", "Computer SCIENCE")["articles"]
    assert by_key == by_name
    assert len(by_key) == 13
    assert set(by_key[0]) == {
        "key", "url", "id", "title", "subject", "date", "author", "keywords", "description", "question", "related"
    }  # fmt: skip


def test_a_list_in_a_pipe_is_separated_by_tabs() -> None:
    lines = carrel("list", "music").stdout.splitlines()
    assert lines[-1].split("\t") == [
        "Why do octaves sound alike?", "Music", "2025-08-26", "/learn/music/questions/why-do-octaves-sound-alike"
    ]  # fmt: skip


def test_an_article_is_shown_as_json_with_real_newlines() -> None:
    article = answer("show", "what-is-a-carrel")
    assert article["title"] == "What is a carrel?"
    assert "\n\n" in article["answer"]
    assert article["date"] == "2024-09-03"
    assert [set(link) for link in article["related"]] == [{"key", "url", "title", "subject", "found"}] * len(
        article["related"]
    )


@pytest.mark.parametrize(
    "name",
    [
        "/learn/libraries-and-reading/questions/what-is-a-carrel",
        "libraries-and-reading/what-is-a-carrel.md",
        "what-is-a-carrel",
        "1101",
    ],
)
def test_an_article_is_found_by_key_path_slug_and_id(name: str) -> None:
    page = carrel("show", name).stdout
    assert page.startswith("What is a carrel?\nLibraries and Reading · Posted on Sep 03, 2024")
    assert "\x1b" not in page


def test_an_article_is_shown_as_markdown() -> None:
    assert carrel("show", "what-is-a-carrel", "--markdown").stdout.startswith("A **carrel** is")


def test_copies_of_one_article_count_as_one() -> None:
    assert "also in Earth Science" in carrel("show", ICE).stdout or "also in Physics" in carrel("show", ICE).stdout


def test_different_articles_of_one_name_are_listed(tmp_path: Path) -> None:
    write(tmp_path, Written(id=1), Written(id=2, subject="Art", subject_slug="art"))
    done = carrel("show", "why-is-the-sky-blue", "-l", str(tmp_path))
    assert done.returncode == 1
    assert "/learn/art/questions/why-is-the-sky-blue" in done.stderr
    assert "/learn/physics/questions/why-is-the-sky-blue" in done.stderr
    assert not done.stdout


def test_related_gives_both_directions_and_tells_what_is_not_there() -> None:
    neighbours = answer("related", "what-do-the-parts-of-an-isbn-mean")
    assert set(neighbours) == {"related", "linked_from", "similar"}
    missing = [neighbour for neighbour in neighbours["related"] if not neighbour["found"]]
    assert [(neighbour["key"], neighbour["title"]) for neighbour in missing] == [(None, "What is a call number?")]


def test_check_lists_problems_and_exits_with_1(tmp_path: Path) -> None:
    write(tmp_path, Written(date="2025-02-31"))
    done = carrel("check", "-l", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.startswith("physics/why-is-the-sky-blue.md:4: warning: ")
    assert carrel("check").returncode == 0


def test_what_is_not_found_exits_with_1() -> None:
    for words in (["show", "nothing"], ["related", "nothing"], ["list", "nothing"]):
        done = carrel(*words)
        assert done.returncode == 1
        assert done.stderr.startswith("carrel: there is no ")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["subjects", "-l", "/no/such/folder"], ["show"], ["list", "--nonsense"], ["--nonsense"], ["a", "b"]]
)
def test_wrong_usage_is_one_line_and_exits_with_2(words: list[str]) -> None:
    done = carrel(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("carrel: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_command_with_a_slip_is_recognised() -> None:
    assert "did you mean 'subjects'?" in carrel("subject").stderr


@pytest.mark.parametrize("terminal", ["xterm-256color", "dumb"])
def test_without_a_terminal_the_screens_say_so_at_once(terminal: str) -> None:
    done = carrel(str(sample_library()), TERM=terminal)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "terminal" in done.stderr


def test_help_and_version_need_neither_library_nor_terminal() -> None:
    assert "examples:" in carrel("--help").stdout
    assert carrel("--version").stdout.startswith("carrel 0.")
    for command in ("subjects", "list", "show", "related", "check"):
        assert carrel(command, "--help").returncode == 0


def test_the_commands_never_import_textual() -> None:
    script = "import sys; from tui.cli import main; main(sys.argv[1:]); sys.exit('textual' in sys.modules)"
    for words in (["subjects"], ["list", "music"], ["show", "what-is-a-carrel"], ["related", "1101", "--json"]):
        done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, check=False)
        assert done.returncode == 0, words


def test_a_reader_that_stops_reading_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() in {0, 141}


def test_an_ascii_terminal_gets_signs_instead_of_an_error() -> None:
    done = carrel("show", "what-is-eulers-identity-and-why-is-it-admired", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "\\u2019s identity" in done.stdout
    as_json = carrel("show", "what-is-eulers-identity-and-why-is-it-admired", "--json", PYTHONIOENCODING="ascii")
    assert "’" in json.loads(as_json.stdout)["title"]


def test_a_search_finds_what_was_asked_in_other_words_the_best_first() -> None:
    hits = answer("search", "why", "is", "ice", "light", "-n", "3")["hits"]
    assert len(hits) == 3
    assert "ice" in hits[0]["title"]
    assert {"score", "snippet", "answer", "key"} <= set(hits[0])
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_a_search_shows_copies_once_and_forgives_a_slip() -> None:
    titles = [hit["title"] for hit in answer("search", "photosintesis")["hits"]]
    assert titles[0] == "How does photosynthesis turn light into sugar?"
    titles = [hit["title"] for hit in answer("search", "ice", "float", "water")["hits"]]
    assert titles.count("Why does ice float on water?") == 1


def test_a_search_within_a_subject_finds_nothing_else() -> None:
    hits = answer("search", "water", "--subject", "Biology")["hits"]
    assert {hit["subject"] for hit in hits} == {"Biology"}


@pytest.mark.parametrize("query", ["zzzqqq", "", '"', "-", "\\"])
def test_a_search_that_finds_nothing_exits_with_1_whatever_was_asked(query: str) -> None:
    done = carrel("search", "--", query)
    assert done.returncode == 1
    assert done.stderr.startswith("carrel: nothing is found")


@pytest.mark.parametrize("query", ["AND OR NOT (((", "subject:", "a AND", "C++", "[/b] {", "ice:^~*?"])
def test_no_query_is_wrong(query: str) -> None:
    done = carrel("search", "--", query)
    assert done.returncode in {0, 1}
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("water", "-ice"), ("-ice", "-n", "500", "water"), ("water", "-n500", "-ice")])
def test_a_word_after_a_minus_must_be_absent_wherever_it_stands(words: tuple[str, ...]) -> None:
    keys = {hit["key"] for hit in answer("search", *words)["hits"]}
    assert keys
    assert not any(ICE in key for key in keys)


def test_a_word_after_a_minus_may_begin_like_an_option() -> None:
    assert answer("search", "water", "-nice", "-lice", "-subject:physics", "float")["hits"]
    assert carrel("search", "water", "--nosuch").returncode == 2


def test_a_search_tells_that_a_subject_is_unknown_and_that_a_word_was_mended() -> None:
    unknown = carrel("search", "subject:nosuch", "energy")
    assert unknown.returncode == 1
    assert "there is no subject 'nosuch'; `carrel subjects` lists them" in unknown.stderr
    mended = carrel("search", "photosintesis")
    assert mended.returncode == 0
    assert mended.stderr == "carrel: did you mean 'photosynthesis'?\n"
    assert carrel("search", "photosynthesis", "subject:bio").stderr == ""


@pytest.mark.parametrize(
    "command", [("list", "Phisics"), ("search", "--subject", "fysics", "water"), ("search", "subject:phisics")]
)
def test_a_subject_that_is_nearly_right_is_offered(command: tuple[str, ...]) -> None:
    done = carrel(*command)
    assert done.returncode == 1
    assert "did you mean 'physics'?" in done.stderr


def test_who_asks_for_no_name_of_an_article_is_told_how_to_look_for_it() -> None:
    done = carrel("show", "what floats")
    assert done.returncode == 1
    assert done.stderr.endswith("or look for it: carrel search 'what floats'\n")


def test_behind_two_dashes_everything_is_a_word() -> None:
    done = carrel("search", "--", "--json", "-n", "water")
    assert done.returncode == 0
    assert not done.stdout.startswith("{")
    assert ICE in carrel("search", "-n500", "--", "water").stdout
    assert ICE not in carrel("search", "-n500", "--", "-ice", "water").stdout


@pytest.mark.parametrize("number", ["1000000000", "9" * 30])
def test_more_hits_may_be_wanted_than_any_library_has(number: str) -> None:
    assert carrel("search", "water", "-n", number).returncode == 0


@pytest.mark.parametrize("number", ["0", "-3", "x"])
def test_a_number_of_hits_below_one_is_wrong(number: str) -> None:
    done = carrel("search", "water", "-n", number)
    assert done.returncode == 2
    assert number in done.stderr


def test_similar_articles_are_none_of_those_that_are_listed_already() -> None:
    neighbours = answer("related", "what-is-counterpoint")
    listed = {other["key"] for kind in ("related", "linked_from") for other in neighbours[kind]}
    similar = {other["key"] for other in neighbours["similar"]}
    assert len(similar) == 5
    assert not similar & listed


def test_an_import_tells_what_there_is_and_reads_nothing_twice() -> None:
    first = json.loads(carrel("import", str(sample_library()), "--json").stdout)
    again = json.loads(carrel("import", str(sample_library()), "--json").stdout)
    assert (first["articles"], first["subjects"], first["files"], first["read"]) == (109, 12, 110, 110)
    assert again["read"] == 0
    assert "109 articles, 12 subjects, 0 problems" in carrel("import", str(sample_library())).stdout


def test_an_import_with_an_index_makes_the_library_ready_to_be_searched() -> None:
    again = [carrel("import", str(sample_library()), "--index", "--json").stdout for _ in range(2)]
    assert [json.loads(told)["articles"] for told in again] == [109, 109]
    library = Library.open(sample_library(), cache_folder(sample_library(), os.environ))
    with library, library.open_index(fed=False)[0] as index:
        assert len(index) == library.store.counts().files == 110


def test_without_a_place_for_a_cache_commands_answer_from_memory_and_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = carrel("subjects", CARREL_CACHE=str(tmp_path / "file"))
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 12
    assert len(done.stderr.splitlines()) == 1
    assert "kept in memory" in done.stderr
    assert carrel("subjects", "--no-cache", CARREL_CACHE=str(tmp_path / "file")).stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is a thing of Linux")
def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "carrel: the output cannot be written: No space left on device\n"


def test_a_folder_that_is_not_there_is_told_of_before_the_missing_terminal(tmp_path: Path) -> None:
    done = carrel(str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "terminal" not in done.stderr


@pytest.mark.parametrize("command", ["list", "subjects"])
def test_an_empty_library_is_told_of(tmp_path: Path, command: str) -> None:
    done = carrel(command, "--library", str(tmp_path))
    assert done.returncode == 1
    assert "this library has no articles" in done.stderr


def test_the_first_library_imported_counts_as_opened_last_and_later_ones_do_not(tmp_path: Path) -> None:
    first = write(tmp_path / "first", Written(subject="Physics"))
    second = write(tmp_path / "second", Written(subject="Music", subject_slug="music"))
    assert carrel("import", str(first)).returncode == 0
    assert [subject["name"] for subject in answer("subjects")["subjects"]] == ["Physics"]
    assert carrel("import", str(second)).returncode == 0
    assert [subject["name"] for subject in answer("subjects")["subjects"]] == ["Physics"]
