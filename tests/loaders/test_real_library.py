"""A whole library of real articles, when there is one: `CARREL_TEST_LIBRARY=folder pytest tests/loaders`."""

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders import Library
from loaders.answer import escape_newlines, undo_csv_quoting
from loaders.clean import clean
from loaders.front_matter import Fields, read_yaml, split_front_matter
from loaders.plain_fields import read_plain_fields

FOLDER = os.environ.get("CARREL_TEST_LIBRARY", "")

pytestmark = pytest.mark.skipif(not FOLDER, reason="CARREL_TEST_LIBRARY names no folder")


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library.open(FOLDER) as opened:
        opened.load()
        yield opened


def files() -> dict[str, dict[str, Any]]:
    """Read the front matter of all files with nothing of ours, by path."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = {}
    for file in sorted(Path(FOLDER).rglob("*.md")):
        front = file.read_bytes().decode("utf-8").split("\n---\n")[0].removeprefix("---\n")
        found[file.relative_to(FOLDER).as_posix()] = yaml.load(front, loader)  # noqa: S506 - it is a safe one
    return found


def subject_of(fields: dict[str, Any]) -> str:
    match = re.fullmatch(r"/learn/([^/]+)/questions/[^/]+", fields["url"])
    assert match
    return match[1]


def test_all_of_a_real_library_is_read_as_its_files_say(library: Library) -> None:
    store = library.store
    written = files()
    assert written
    assert store.paths() == set(written)
    assert store.counts().files == len(written)
    assert store.problems() == []

    listed = Counter(subject_of(fields) for fields in written.values() if not fields.get("no_index"))
    assert {subject.key: subject.articles for subject in store.subjects() if subject.articles} == listed
    assert store.counts().articles == listed.total() == len(store.rows())

    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for fields in written.values():
        spellings[subject_of(fields)][fields["subject"]] += 1
    for subject in store.subjects():
        assert spellings[subject.key][subject.name] == max(spellings[subject.key].values())
        assert len(store.rows(subject.key)) == subject.articles

    for path, fields in written.items():
        article = store.article(fields["url"])
        assert article is not None, path
        assert article.extra == {}, path
        assert (article.path, article.id, article.date) == (path, fields["id"], fields["date"]), path
        assert article.title == fields["title"].strip(), path
        stored = fields["answer"]
        assert escape_newlines(article.answer) == stored or undo_csv_quoting(stored) != stored, path
        assert article.score == fields.get("score"), path
        assert article.no_index is bool(fields.get("no_index")), path


def test_related_articles_and_backlinks_agree_with_a_naive_count(library: Library) -> None:
    store = library.store
    written = files()
    urls = {fields["url"] for fields in written.values()}
    by_slug = Counter(url.rpartition("/")[2] for url in urls)
    found_by_url = by_other_signs = found_by_loops = 0
    forth: set[tuple[str, str]] = set()
    for fields in written.values():
        links = {
            int(name.removeprefix("related_article")): link["url"]
            for name, link in fields.items()
            if name.startswith("related_article")
        }
        here = fields["url"]
        naive = {url for url in links.values() if url in urls and url != here}
        found_by_loops += len(naive)
        neighbours = store.related(here)
        shown = [neighbour.key for neighbour in neighbours]
        assert len(set(shown)) == len(shown)
        assert here not in shown
        for neighbour in neighbours:
            url = links[neighbour.number or 0]
            if url in urls:
                assert (neighbour.found, neighbour.key) == (True, url)
                found_by_url += 1
            elif neighbour.found:
                by_other_signs += 1
            else:
                assert neighbour.key == url
                assert not by_slug[url.rpartition("/")[2]]
            if neighbour.found:
                forth.add((here, neighbour.key))
        assert naive <= set(shown)
    assert found_by_loops - by_other_signs <= found_by_url <= found_by_loops
    back = {(source.key, url) for url in urls for source in store.backlinks(url)}
    assert back == forth


def test_copies_are_the_files_with_one_id_and_one_slug(library: Library) -> None:
    places: dict[tuple[int, str], set[str]] = defaultdict(set)
    for fields in files().values():
        places[fields["id"], fields["url"].rpartition("/")[2]].add(fields["url"])
    for urls in places.values():
        for url in urls:
            assert {row.key for row in library.store.copies(url)} == urls - {url}


def test_every_list_is_in_order_and_every_row_opens(library: Library) -> None:
    store = library.store
    everything = store.list_rows(store.rows())
    assert len({row.key for row in everything}) == len(everything)
    for row in everything[:: max(1, len(everything) // 500)]:
        assert store.row_of(row.key) == row.row
        assert [found.key for found in store.find(row.key)] == [row.key]
    plain = [row.title.lower() for row in everything if row.title.isascii() and row.title[:1].isalnum()]
    assert plain == sorted(plain)


def test_front_matter_says_the_same_with_and_without_a_parser_of_yaml() -> None:
    fronts = [
        split_front_matter(clean(file.read_text("utf-8"))).front or "" for file in Path(FOLDER).rglob("*.md")
    ]
    read = [(fields, front) for front in fronts if (fields := read_plain_fields(front)) is not None]
    assert len(read) > len(fronts) * 0.9
    assert all(Fields(fields) == read_yaml(front) for fields, front in read)
