"""The store: subjects, lists, keys, copies, links, problems; in memory and in a file."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from loaders import Article, ArticleId, ArticleStore, Counts, Neighbour, Problem, RelatedLink, StoreError, Subject
from loaders.article import slug_of_url, slugify, subject_of_url
from loaders.schema import APPLICATION_ID, SCHEMA_VERSION


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ArticleStore]:
    """Give an empty store of each kind."""
    made = ArticleStore(tmp_path / "store.db" if request.param == "file" else None)
    yield made
    made.close()


def article(
    url: str,
    title: str = "T",
    *,
    path: str = "",
    subject: str = "",
    id: ArticleId | None = None,
    no_index: bool = False,
    links: tuple[RelatedLink, ...] = (),
) -> Article:
    """Make an article at `<subject>/<slug>`, for short."""
    url = f"/learn/{url.replace('/', '/questions/')}" if url else ""
    path = path or f"{subject_of_url(url)}/{slug_of_url(url)}.md"
    return Article(
        key=url or path,
        path=path,
        slug=slug_of_url(url or path),
        subject_key=subject_of_url(url) or slugify(subject),
        subject=subject or subject_of_url(url).title(),
        title=title,
        url=url,
        id=id,
        no_index=no_index,
        related=links,
    )


def link(
    number: int, url: str = "", id: ArticleId | None = None, title: str = "", subject: str = ""
) -> RelatedLink:
    return RelatedLink(number, id, title, subject, f"/learn/{url.replace('/', '/questions/')}" if url else "")


def key(url: str) -> str:
    return f"/learn/{url.replace('/', '/questions/')}"


def listed(store: ArticleStore, subject: str | None = None) -> list[str]:
    return [row.title for row in store.list_rows(store.rows(subject))]


def related(store: ArticleStore, url: str) -> list[tuple[int | None, str, bool]]:
    found = store.related(key(url))
    return [(one.number, one.key.removeprefix("/learn/").replace("/questions/", "/"), one.found) for one in found]


def linked_from(store: ArticleStore, url: str) -> list[str]:
    return [one.key.removeprefix("/learn/").replace("/questions/", "/") for one in store.backlinks(key(url))]


# Subjects and lists


def test_an_empty_store_has_nothing_and_says_so(store: ArticleStore) -> None:
    assert store.counts() == Counts(0, 0, 0, 0)
    assert (store.subjects(), list(store.rows()), store.problems(), store.paths()) == ([], [], [], set())
    assert (store.article("x"), store.row_of("x"), store.random_key(), store.find("x")) == (None, None, None, [])
    assert (store.related("x"), store.backlinks("x"), store.copies("x")) == ([], [], [])
    assert (store.subject_name("x"), store.list_rows([1, 2])) == ("", [])


def test_spellings_of_one_subject_are_one_subject_under_the_most_frequent(store: ArticleStore) -> None:
    store.save(
        [
            article("edu/a", subject="Education studies"),
            article("edu/b", subject="Education Studies"),
            article("edu/c", subject="Education Studies"),
            article("art/a", subject="Élan"),
            article("zoo/a", subject="“Zoo”"),
        ]
    )
    assert store.subjects() == [
        Subject("edu", "Education Studies", 3),
        Subject("art", "Élan", 1),
        Subject("zoo", "“Zoo”", 1),
    ]
    assert store.subject_name("edu") == "Education Studies"
    assert {row.subject for row in store.list_rows(store.rows("edu"))} == {"Education Studies"}


def test_the_name_of_a_subject_follows_its_files(store: ArticleStore) -> None:
    store.save([article("edu/a", subject="Old"), article("edu/b", subject="Old"), article("edu/c", subject="New")])
    assert store.subject_name("edu") == "Old"
    store.save([article("edu/b", subject="New")])
    assert store.subject_name("edu") == "New"
    store.remove(["edu/b.md", "edu/c.md"])
    assert store.subjects() == [Subject("edu", "Old", 1)]
    store.remove(["edu/a.md"])
    assert store.subjects() == []


def test_of_spellings_as_frequent_as_each_other_one_is_chosen_everywhere(store: ArticleStore) -> None:
    store.save([article("edu/a", subject="B"), article("edu/b", subject="A")])
    assert store.subject_name("edu") == store.subjects()[0].name == "A"


def test_a_list_is_in_the_order_of_titles_without_case_accents_and_quotes(store: ArticleStore) -> None:
    titles = ["zebra", "Étude", "“Eta”", "Zinc", "estuary"]
    store.save([article(f"s/{number}", title) for number, title in enumerate(titles)])
    assert listed(store, "s") == listed(store) == ["estuary", "“Eta”", "Étude", "zebra", "Zinc"]


def test_equal_titles_are_in_the_order_of_their_keys(store: ArticleStore) -> None:
    store.save([article("b/x"), article("c/x"), article("a/x")])
    assert [row.key for row in store.list_rows(store.rows())] == [key("a/x"), key("b/x"), key("c/x")]


def test_a_long_list_of_rows_comes_in_the_order_asked_for_without_those_that_are_gone(store: ArticleStore) -> None:
    store.save([article(f"s/{number:04}", f"{number:04}") for number in range(1200)])
    rows = list(store.rows())[::-1]
    assert [row.title for row in store.list_rows([*rows, 99_999])] == [f"{n:04}" for n in reversed(range(1200))]


def test_a_row_shows_what_a_list_needs(store: ArticleStore) -> None:
    store.save([article("edu/a", "Title", subject="Education")])
    (row,) = store.list_rows(store.rows())
    assert (row.key, row.title, row.subject_key, row.subject, row.date) == (
        key("edu/a"),
        "Title",
        "edu",
        "Education",
        None,
    )
    assert row.row == store.row_of(key("edu/a"))


def test_articles_with_no_index_stay_out_of_lists_and_counts_but_are_reached(store: ArticleStore) -> None:
    hidden = article("s/hidden", no_index=True, id=5)
    store.save([hidden, article("s/a", "A", links=(link(1, "s/hidden"),))])
    assert store.counts() == Counts(articles=1, subjects=1, files=2, problems=0)
    assert (listed(store, "s"), store.subjects()) == (["A"], [Subject("s", "S", 1)])
    assert store.article(hidden.key) == hidden
    assert related(store, "s/a") == [(1, "s/hidden", True)]
    assert linked_from(store, "s/hidden") == ["s/a"]
    assert [row.key for row in store.find("5")] == [hidden.key]


def test_a_subject_whose_articles_are_all_hidden_is_still_a_subject(store: ArticleStore) -> None:
    store.save([article("s/a", no_index=True)])
    assert store.subjects() == [Subject("s", "S", 0)]
    assert store.counts().subjects == 1


def test_a_random_article_is_one_that_can_be_opened(store: ArticleStore) -> None:
    store.save([article("s/x", path="a.md")])
    store.save([article("s/x", path=f"b{number}.md") for number in range(20)])
    for _ in range(20):
        assert store.random_key() == key("s/x")


# Keys


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
@pytest.mark.parametrize("at_once", [True, False])
def test_of_files_with_one_key_the_smallest_path_holds_it(
    store: ArticleStore, order: tuple[int, ...], at_once: bool
) -> None:
    files = [article("s/x", name, path=f"{name}.md") for name in ("B", "a", "é")]
    chosen = [files[number] for number in order]
    for batch in [chosen] if at_once else [[file] for file in chosen]:
        store.save(batch)
    assert store.article(key("s/x")) == files[0]
    assert listed(store, "s") == ["B"]
    assert store.counts() == Counts(articles=1, subjects=1, files=3, problems=2)
    assert [(p.code, p.severity, p.path) for p in store.problems()] == [
        ("duplicate-key", "error", "a.md"),
        ("duplicate-key", "error", "é.md"),
    ]
    assert "B.md" in store.problems()[0].message


def test_when_the_file_that_holds_a_key_goes_the_next_one_takes_over(store: ArticleStore) -> None:
    store.save([article("s/x", name, path=f"{name}.md") for name in "abc"])
    store.remove(["a.md"])
    assert listed(store) == ["b"]
    assert [problem.path for problem in store.problems()] == ["c.md"]
    store.remove(["b.md"])
    assert (listed(store), store.problems()) == (["c"], [])
    store.remove(["c.md"])
    assert store.counts() == Counts(0, 0, 0, 0)


def test_when_the_file_that_holds_a_key_takes_another_the_next_one_takes_over(store: ArticleStore) -> None:
    store.save([article("s/x", "a", path="a.md"), article("s/x", "b", path="b.md")])
    store.save([article("s/y", "a", path="a.md")])
    assert (listed(store), store.problems()) == (["a", "b"], [])
    store.save([article("s/x", "a", path="a.md")])
    assert [problem.path for problem in store.problems()] == ["b.md"]


# Copies


def test_copies_share_an_id_and_a_slug(store: ArticleStore) -> None:
    store.save(
        [
            article("a/x", id=1),
            article("b/x", id=1),
            article("c/x", id=1, no_index=True),
            article("d/x", id=2),
            article("e/y", id=1),
            article("f/z"),
            article("g/z"),
        ]
    )
    assert [row.key for row in store.copies(key("b/x"))] == [key("a/x"), key("c/x")]
    for alone in ("d/x", "e/y", "f/z"):
        assert store.copies(key(alone)) == []


# Links


def test_a_link_finds_its_article_by_url_first(store: ArticleStore) -> None:
    store.save(
        [article("a/x", id=1), article("b/y", id=2), article("s/s", links=(link(1, "b/y", id=1, subject="A"),))]
    )
    assert related(store, "s/s") == [(1, "b/y", True)]


def test_a_link_whose_url_is_gone_finds_the_slug_in_the_subject_that_it_names_first(store: ArticleStore) -> None:
    store.save(
        [
            article("a/x"),
            article("b/x"),
            article("s/named", links=(link(1, "gone/x", subject="B"),)),
            article("s/by-url", links=(link(1, "b/x"),)),
            article("s/neither", links=(link(1, "gone/x", subject="C"),)),
        ]
    )
    assert related(store, "s/named") == [(1, "b/x", True)]
    assert related(store, "s/by-url") == [(1, "b/x", True)]
    assert related(store, "s/neither") == [(1, "a/x", True)]
    assert linked_from(store, "b/x") == ["s/by-url", "s/named"]


def test_a_link_finds_an_id_that_one_article_has_alone(store: ArticleStore) -> None:
    store.save([article("a/x", id=7), article("s/s", links=(link(1, "gone/gone", id=7), link(2, id="seven")))])
    assert related(store, "s/s") == [(1, "a/x", True), (2, "", False)]
    assert linked_from(store, "a/x") == ["s/s"]


def test_a_link_finds_an_id_that_copies_share_in_the_subject_that_it_names_first(store: ArticleStore) -> None:
    store.save(
        [
            article("a/x", id=7),
            article("b/x", id=7),
            article("s/s", links=(link(1, "g/g", id=7, subject="B"), link(2, "g/h", id=7))),
        ]
    )
    assert related(store, "s/s") == [(1, "b/x", True), (2, "a/x", True)]


def test_a_link_does_not_guess_among_articles_that_share_an_id(store: ArticleStore) -> None:
    store.save(
        [article("a/x", id=7), article("b/y", id=7), article("s/s", links=(link(1, "g/g", id=7, title="G"),))]
    )
    assert store.related(key("s/s")) == [Neighbour(1, key("g/g"), key("g/g"), "G", "g", "", found=False)]
    store.remove(["b/y.md"])
    assert related(store, "s/s") == [(1, "a/x", True)]


def test_a_number_and_a_word_are_different_ids(store: ArticleStore) -> None:
    store.save([article("a/x", id=7), article("s/s", links=(link(1, "g/g", id="7"),))])
    assert related(store, "s/s") == [(1, "g/g", False)]


def test_repeated_links_and_links_to_itself_are_dropped_and_the_others_keep_their_numbers(
    store: ArticleStore,
) -> None:
    links = (link(1, "s/s"), link(2, "a/x"), link(3, "g/x"), link(4, "g/g"), link(5, "g/g"))
    store.save([article("a/x", id=1), article("s/s", links=links)])
    assert related(store, "s/s") == [(2, "a/x", True), (4, "g/g", False)]
    assert linked_from(store, "s/s") == []
    shown = store.article(key("s/s"))
    assert shown is not None
    assert shown.related == links


def test_a_link_that_nothing_answers_stays_until_something_does(store: ArticleStore) -> None:
    store.save([article("s/s", links=(link(3, "a/x", title="X?", subject="Art"),))])
    assert store.related(key("s/s")) == [Neighbour(3, key("a/x"), key("a/x"), "X?", "art", "Art", found=False)]
    store.save([article("a/x", "X", subject="Arts")])
    assert store.related(key("s/s")) == [Neighbour(3, key("a/x"), key("a/x"), "X", "a", "Arts")]
    store.remove(["a/x.md"])
    assert related(store, "s/s") == [(3, "a/x", False)]


def test_a_link_of_which_only_the_number_is_known_shows_it(store: ArticleStore) -> None:
    store.save([article("s/s", links=(link(1, id=7), link(2, id=8)))])
    assert [(one.title, one.found) for one in store.related(key("s/s"))] == [("7", False), ("8", False)]


def test_an_article_without_a_url_is_linked_by_its_path(store: ArticleStore) -> None:
    target = Article(key="n/sky.md", path="n/sky.md", slug="other", subject_key="n", subject="N", title="Sky")
    store.save([target, article("s/s", links=(RelatedLink(1, None, "", "", "n/sky.md"),))])
    assert related(store, "s/s") == [(1, "n/sky.md", True)]
    assert [one.key for one in store.backlinks("n/sky.md")] == [key("s/s")]


def test_linked_from_is_in_the_order_of_titles_each_article_once(store: ArticleStore) -> None:
    store.save(
        [
            article("a/x", id=1),
            article("s/b", "Émile", links=(link(1, "a/x"), link(2, "g/x"))),
            article("s/a", "zoo", links=(link(1, "a/x"),)),
            article("s/c", "“Delta”", links=(link(2, "g/g", id=1),)),
        ]
    )
    assert [one.title for one in store.backlinks(key("a/x"))] == ["“Delta”", "Émile", "zoo"]
    assert {one.number for one in store.backlinks(key("a/x"))} == {None}


def test_files_that_do_not_hold_their_key_neither_link_nor_answer(store: ArticleStore) -> None:
    store.save(
        [article("a/x"), article("s/s", path="s/1.md"), article("s/s", path="s/2.md", links=(link(1, "a/x"),))]
    )
    assert (related(store, "s/s"), linked_from(store, "a/x")) == ([], [])
    store.remove(["s/1.md"])
    assert (related(store, "s/s"), linked_from(store, "a/x")) == ([(1, "a/x", True)], ["s/s"])


# Finding


def test_an_article_is_found_by_key_path_slug_or_id(store: ArticleStore) -> None:
    store.save([article("a/x", id=7), article("b/x", id=7), article("a/y", id="w"), article("a/7", id=-3)])
    found = {
        name: [row.key for row in store.find(name)] for name in (key("a/x"), "b/x.md", "x", "w", "7", "-3", "?")
    }
    assert found == {
        key("a/x"): [key("a/x")],
        "b/x.md": [key("b/x")],
        "x": [key("a/x"), key("b/x")],
        "w": [key("a/y")],
        "7": [key("a/7")],
        "-3": [key("a/7")],
        "?": [],
    }


@pytest.mark.parametrize("name", ["", "\0", "--5", "9" * 30, "²", "a\nb", "%", "' OR 1=1", "\udcff"])
def test_any_word_can_be_looked_for(store: ArticleStore, name: str) -> None:
    store.save([article("a/x", id=7)])
    assert store.find(name) == []


def test_a_file_whose_name_is_no_utf_8_is_found_by_its_name(store: ArticleStore) -> None:
    odd = Article(key="<U+DCFF>.md", path="\udcff.md", slug="o", subject_key="s", subject="S", title="T")
    store.save([odd], [Problem("odd", "warning", "\udcff.md", 1, "m")])
    assert [row.key for row in store.find("\udcff.md")] == [odd.key]
    assert store.article(odd.key) == odd
    assert store.paths() == {"\udcff.md"}
    assert [problem.path for problem in store.problems()] == ["\udcff.md"]


def test_composed_and_decomposed_letters_find_the_same_article(store: ArticleStore) -> None:
    store.save([Article(key="/é", path="e.md", slug="é", subject_key="s", subject="S", title="T")])
    assert [row.key for row in store.find("/e\u0301")] == ["/é"]
    assert [row.key for row in store.find("e\u0301")] == ["/é"]


# Changing and removing


def test_a_file_that_changes_keeps_its_row_and_loses_what_it_said_before(store: ArticleStore) -> None:
    store.save([article("s/a", "A", links=(link(1, "s/b"), link(2, "s/c"))), article("s/b"), article("s/c")])
    row = store.row_of(key("s/a"))
    changed = article("t/z", "Z", path="s/a.md", links=(link(1, "s/c"),))
    store.save([changed])
    assert store.row_of(key("t/z")) == row
    assert (store.article(key("s/a")), store.article(key("t/z"))) == (None, changed)
    assert (related(store, "t/z"), linked_from(store, "s/b")) == ([(1, "s/c", True)], [])
    assert [(subject.key, subject.articles) for subject in store.subjects()] == [("s", 2), ("t", 1)]


def test_an_article_that_becomes_hidden_leaves_its_list(store: ArticleStore) -> None:
    store.save([article("s/a")])
    store.save([article("s/a", no_index=True)])
    assert (listed(store), store.subjects()) == ([], [Subject("s", "S", 0)])
    store.save([article("s/a")])
    assert (listed(store), store.subjects()) == (["T"], [Subject("s", "S", 1)])


def test_what_is_removed_leaves_nothing_behind(store: ArticleStore) -> None:
    store.save(
        [article("s/a", links=(link(1, "s/b"),)), article("s/b")], [Problem("p", "warning", "s/a.md", 1, "m")]
    )
    store.remove(["s/a.md", "unknown.md"])
    assert store.counts() == Counts(1, 1, 1, 0)
    assert (store.paths(), store.problems(), linked_from(store, "s/b")) == ({"s/b.md"}, [], [])


def test_more_files_than_one_query_takes_are_saved_and_removed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(target: str, **options: Any) -> sqlite3.Connection:
        connection = sqlite3.Connection(target, **options)
        connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 600)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    store = ArticleStore()
    store.save([article(f"s/{number}") for number in range(2_000)])
    assert len(store.list_rows(store.rows())) == 2_000
    store.remove(f"s/{number}.md" for number in range(1, 3_000))
    assert store.counts() == Counts(1, 1, 1, 0)
    store.close()


# Problems


def test_problems_are_in_the_order_of_paths_lines_and_codes(store: ArticleStore) -> None:
    problems = [
        Problem("b", "error", "a.md", None, "1"),
        Problem("a", "warning", "a.md", 2, "2"),
        Problem("b", "warning", "a.md", 2, "3"),
        Problem("a", "information", "b.md", 1, "4"),
    ]
    store.save([], problems[::-1])
    assert store.problems() == problems
    assert store.counts() == Counts(0, 0, 0, 4)
    assert store.paths() == {"a.md", "b.md"}


def test_a_file_that_is_saved_again_has_its_new_problems_alone(store: ArticleStore) -> None:
    old = Problem("old", "warning", "s/a.md", 1, "m")
    store.save([article("s/a")], [old])
    store.save([article("s/b")])
    assert store.problems() == [old]
    store.save([article("s/a")])
    assert store.problems() == []


def test_a_file_that_has_only_problems_now_is_no_article_any_more(store: ArticleStore) -> None:
    unreadable = Problem("unreadable", "error", "s/a.md", None, "m")
    store.save([article("s/a"), article("s/a", "B", path="s/b.md")])
    store.save([], [unreadable])
    assert (listed(store), store.problems()) == (["B"], [unreadable])
    assert store.paths() == {"s/a.md", "s/b.md"}


# Files


def test_a_file_keeps_its_articles_for_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    kept = article("s/a", "A", links=(link(1, "s/b"),))
    first = ArticleStore(file)
    first.save([kept], [Problem("p", "warning", "s/a.md", 1, "m")])
    first.close()
    second = ArticleStore(file)
    assert second.article(kept.key) == kept
    assert second.counts() == Counts(1, 1, 1, 1)
    second.close()


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    file.touch()
    ArticleStore(file).close()
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    connection.close()


def write_text(file: Path) -> None:
    file.write_text("This is not a database, and long enough to be sure of it. " * 100)


def write_foreign_tables(file: Path) -> None:
    run(file, "CREATE TABLE articles (row)")


def write_foreign_mark(file: Path) -> None:
    run(file, f"PRAGMA application_id = {APPLICATION_ID + 1}")


def write_other_version(file: Path) -> None:
    ArticleStore(file).close()
    run(file, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def write_half(file: Path) -> None:
    ArticleStore(file).close()
    file.write_bytes(file.read_bytes()[:100])


def run(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "write", [write_text, write_foreign_tables, write_foreign_mark, write_other_version, write_half]
)
def test_a_file_of_another_kind_or_version_is_refused_and_left_as_it_is(
    tmp_path: Path, write: Callable[[Path], None]
) -> None:
    file = tmp_path / "store.db"
    write(file)
    before = file.read_bytes()
    with pytest.raises(StoreError, match=r"store\.db is no store"):
        ArticleStore(file)
    assert file.read_bytes() == before


def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "missing" / "store.db"):
        with pytest.raises(StoreError):
            ArticleStore(place)


def test_a_save_that_fails_changes_nothing(store: ArticleStore) -> None:
    store.save([article("s/a", "A")])
    twice = article("s/b", links=(link(1, "s/a"), link(1, "s/a")))
    with pytest.raises(sqlite3.IntegrityError):
        store.save([article("s/a", "changed"), twice])
    assert (listed(store), store.counts()) == (["A"], Counts(1, 1, 1, 0))
    store.save([article("s/a", "B")])
    assert listed(store) == ["B"]


# Threads


def test_several_threads_read_whole_batches_while_one_writes(store: ArticleStore) -> None:
    done = threading.Event()
    start = threading.Barrier(4)

    def pair(number: int) -> list[Article]:
        here, there = f"s/{number}-a", f"s/{number}-b"
        return [article(here, links=(link(1, there),)), article(there, links=(link(1, here),))]

    def reader() -> int:
        start.wait()
        seen = 0
        while not (last := done.is_set()):
            rows = store.list_rows(store.rows())
            assert len(rows) % 2 == 0
            assert len(rows) >= seen
            for row in rows[-2:]:
                assert all(neighbour.found for neighbour in store.related(row.key))
                assert len(store.backlinks(row.key)) == 1
                assert store.article(row.key) is not None
            assert store.counts().files % 2 == 0
            seen = len(rows)
        assert last
        return store.counts().files

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(reader) for _ in range(3)]
        start.wait()
        try:
            for number in range(60):
                store.save(pair(number))
        finally:
            done.set()
        assert [one.result() for one in readers] == [120, 120, 120]


def test_a_store_may_be_opened_in_one_thread_and_closed_in_another(store: ArticleStore) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(store.save, [article("s/a")]).result()
        assert listed(store) == ["T"]
        pool.submit(store.close).result()
