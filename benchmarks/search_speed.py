"""How long a search takes, beside `rg` and bare Tantivy: `python -m benchmarks search LIBRARY`, or as one row."""

import argparse
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.baselines import BareTantivy
from benchmarks.import_costs import fill_cache
from benchmarks.plan import Plan
from benchmarks.questions import Words, make_questions, random_words
from benchmarks.report import Row, percentile_95, table
from loaders import Library
from loaders.article import Article
from loaders.query import parse_query
from loaders.quoting import quote
from loaders.search import SearchIndex

_QUESTIONS = 200
_SHOWN = 20
_SEED = 2025
_MOST_COMPARED = 100_000
"""In a larger library `rg` takes seconds a question, and bare Tantivy's index would fill the memory. Questions are
made from so many articles, spread over the library: all of them would fill it too."""
_WHAT = f"a search, rows and sentences of {_SHOWN} hits included"


def measure_search_speed(plan: Plan) -> Iterator[Row]:
    """Ask three words of a title at a time; each is asked of all before the next."""
    fill_cache(plan)
    with Library.open(plan.library, plan.cache) as library, library.open_index()[0] as index:
        yield from _rows(library, index, _QUESTIONS)


def main(words: Sequence[str] | None = None) -> None:
    """Print the table for the library that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks search", description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("-n", "--questions", type=int, default=_QUESTIONS)
    options = parser.parse_args(words)
    with (
        tempfile.TemporaryDirectory(prefix="carrel-benchmarks-") as scratch,
        Library.open(options.library, Path(scratch) / "cache") as library,
    ):
        library.load()
        with library.open_index()[0] as index:
            print(table(_rows(library, index, options.questions)))


def _rows(library: Library, index: SearchIndex, count: int) -> Iterator[Row]:
    articles = _articles(library)
    questions = [
        question.text for question in make_questions(articles, random_words, Words(articles), count, _SEED)
    ]
    ways: dict[str, Callable[[str], object]] = {
        "Carrel": lambda text: quote(index.search(parse_query(text), _SHOWN), library.store)
    }
    if library.store.counts().articles <= _MOST_COMPARED:
        bare = BareTantivy(articles)
        ways["Tantivy"] = lambda text: bare.search(text, _SHOWN)
        if shutil.which("rg"):
            ways["rg"] = lambda text: _rg(library.folder, text)
    del articles
    times: dict[str, list[float]] = {way: [] for way in ways}
    for text in [*questions[:3], *questions]:  # the first ones warm up
        for way, search in ways.items():
            start = time.perf_counter()
            search(text)
            times[way].append(time.perf_counter() - start)
    times = {way: taken[3:] for way, taken in times.items()}
    carrel = times["Carrel"]
    yield Row(
        f"{_WHAT}, median",
        carrel,
        "`rg -il` for the same words" if "rg" in times else "",
        times.get("rg", ()),
        "≥ 40 × as fast" if "rg" in times else "`rg` is not installed, or the library too large for it",
        faster=True,
    )
    yield Row(f"{_WHAT}, 95th percentile", carrel, wanted="≤ 40 ms at 1,000,000", figure=percentile_95)
    if "Tantivy" in times:
        more = [one - other for one, other in zip(carrel, times["Tantivy"], strict=True)]
        yield Row(f"{_WHAT}: more than bare Tantivy's query, median", more, wanted="≤ 5 ms")


def _articles(library: Library) -> list[Article]:
    rows = library.store.rows()
    some = library.store.list_rows(rows[:: -(-len(rows) // _MOST_COMPARED) or 1])
    return [article for row in some if (article := library.store.article(row.key))]


def _rg(folder: Path, text: str) -> None:
    patterns = [part for word in text.split() for part in ("-e", word)]
    subprocess.run(["rg", "-il", *patterns, str(folder)], stdout=subprocess.DEVNULL, check=False)  # noqa: S603, S607 - found above, and no shell
