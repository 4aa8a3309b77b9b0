"""How well articles are found, beside the plain ways: `python -m benchmarks quality LIBRARY`."""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple, TypeAlias

from benchmarks.baselines import BareTantivy, FullTextOfSqlite, LinkedGroups, NearestIds
from benchmarks.questions import MAKERS, Question, Words, answers, make_questions
from loaders.article import Article
from loaders.library import Library
from loaders.query import parse_query
from loaders.search import SearchIndex

Search: TypeAlias = Callable[[str], Sequence[int]]
"""Finds the rows of articles for what somebody types."""
Alike: TypeAlias = Callable[[Article], Sequence[int]]
"""Finds the rows of articles like one."""

_SHOWN = 10
_FEWEST_LINKS = 3


class Result(NamedTuple):
    """One way of finding on one kind of question."""

    kind: str
    way: str
    first: float
    """The share of questions whose article came first."""
    in_five: float
    milliseconds: list[float]


def read_articles(folder: Path) -> list[Article]:
    """Read all articles of a library, in the order of their titles."""
    with Library.open(folder) as library:
        library.load()
        rows = library.store.list_rows(library.store.rows())
        read = (library.store.article(row.key) for row in rows)
        return [article for article in read if article]


def measure_search(articles: Sequence[Article], count: int, seed: int) -> Iterator[Result]:
    """Ask every kind of question in every way."""
    index = SearchIndex()
    index.add(enumerate(articles))
    index.commit("")
    sqlite, bare = FullTextOfSqlite(articles), BareTantivy(articles)
    ways: dict[str, Search] = {
        "FTS5": lambda text: sqlite.search(text, _SHOWN),
        "Tantivy": lambda text: bare.search(text, _SHOWN),
        "Carrel": lambda text: [hit.row for hit in index.search(parse_query(text), _SHOWN).hits],
    }
    words = Words(articles)
    for kind, maker in MAKERS.items():
        questions = make_questions(articles, maker, words, count, seed)
        for way, search in ways.items():
            yield _ask(kind, way, search, questions, articles)


def measure_similar(articles: Sequence[Article], count: int, seed: int) -> Iterator[tuple[str, float]]:
    """Look for the related links of articles without looking at them: recall at ten, for each way."""
    index = SearchIndex()
    index.add(enumerate(articles))
    index.commit("")
    bare = BareTantivy(articles)
    ids = NearestIds(articles)
    groups = LinkedGroups(articles)
    ways: dict[str, Alike] = {
        "BM25 on the title": lambda article: bare.search_titles(article.title, _SHOWN + 1),
        "nearest ids": lambda article: ids.near(article, _SHOWN),
        "Carrel without ids": lambda article: _similar(index, _without_id(article)),
        "Carrel": lambda article: _similar(index, article),
        "who knows each lesson by the links": lambda article: groups.near(article, _SHOWN),
    }
    wanted = list(linked(articles))
    chosen = random.Random(seed).sample(wanted, min(count, len(wanted)))  # noqa: S311 - a repeatable draw
    for way, alike in ways.items():
        yield (
            way,
            sum(_recall(alike(article), links, articles, article) for article, links in chosen) / len(chosen),
        )


def linked(articles: Sequence[Article]) -> Iterator[tuple[Article, set[str]]]:
    """Give the articles that name at least three others of the library, with the names of those."""
    named = {article.key: _name(article) for article in articles}
    for article in articles:
        links = {named[link.url] for link in article.related if link.url in named} - {_name(article)}
        if len(links) >= _FEWEST_LINKS:
            yield article, links


def main(words: Sequence[str] | None = None) -> None:
    """Print the tables for the library that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks quality", description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("-n", "--questions", type=int, default=400)
    parser.add_argument("--seed", type=int, default=2025)
    options = parser.parse_args(words)
    articles = read_articles(options.library)
    print(f"{len(articles)} articles, {options.questions} questions a kind, seed {options.seed}\n")
    print(f"{'question':34}{'found by':10}{'first':>7}{'in five':>9}{'median':>10}{'95th':>10}")
    for result in measure_search(articles, options.questions, options.seed):
        slowest = quantiles(result.milliseconds, n=20)[-1]
        print(
            f"{result.kind:34}{result.way:10}{result.first:7.3f}{result.in_five:9.3f}"
            f"{median(result.milliseconds):7.2f} ms{slowest:7.2f} ms"
        )
    print("\nrelated links found again, in the first ten")
    for way, recall in measure_similar(articles, options.questions, options.seed):
        print(f"{way:38}{recall:13.3f}")


def _ask(
    kind: str, way: str, search: Search, questions: Sequence[Question], articles: Sequence[Article]
) -> Result:
    first = in_five = 0
    times = []
    for question in questions:
        start = time.perf_counter()
        found = search(question.text)
        times.append((time.perf_counter() - start) * 1000)
        right = [answers(question, articles[row]) for row in found[:5]]
        first += right[:1] == [True]
        in_five += any(right)
    return Result(kind, way, first / len(questions), in_five / len(questions), times)


def _similar(index: SearchIndex, article: Article) -> list[int]:
    return [hit.row for hit in index.similar(article, _SHOWN)]


def _without_id(article: Article) -> Article:
    return replace(article, id=None)


def _recall(found: Sequence[int], links: set[str], articles: Sequence[Article], article: Article) -> float:
    names = [name for row in found if (name := _name(articles[row])) != _name(article)]
    return len(links.intersection(names[:_SHOWN])) / min(_SHOWN, len(links))


def _name(article: Article) -> str:
    """Give what copies share."""
    return f"{article.id} {article.slug}"
