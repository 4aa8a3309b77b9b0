"""What it costs to read a library for the first time, and to look for what has changed."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.plan import Plan
from benchmarks.report import Row
from benchmarks.tasks import paths_of, run_task
from benchmarks.terminal import Terminal

FIRST_TITLE = "How does "
"""How all titles of a made library begin."""
FIRST_PAGE = "Posted on "
"""What only the page of an article shows."""
_CHANGED = 10


def fill_cache(plan: Plan) -> None:
    """Make the whole cache, store and index, unless it is there and fresh."""
    run_task("refresh-with-index", plan.library, plan.cache)


def measure_import(plan: Plan) -> Iterator[Row]:
    """Measure a whole import beside a plain loop and `cat`, then what refreshing what was imported takes."""
    run_task("cat", plan.library)  # from here on the files are in the page cache
    cat, loop, whole, nothing, some, indexed = ([] for _ in range(6))
    for _ in range(plan.runs):
        cat.append(run_task("cat", plan.library))
        loop.append(run_task("plain-loop", plan.library))
        shutil.rmtree(plan.cache, ignore_errors=True)
        whole.append(run_task("refresh", plan.library, plan.cache))
        nothing.append(run_task("refresh", plan.library, plan.cache))
        for path in islice(paths_of(plan.library), _CHANGED):
            file = Path(path)
            file.write_bytes(file.read_bytes())
        some.append(run_task("refresh", plan.library, plan.cache))
        with_index = plan.scratch / "with-index"
        indexed.append(run_task("refresh-with-index", plan.library, with_index))
        shutil.rmtree(with_index)
    yield Row(
        "first import, complete", whole, "a loop of `frontmatter.load`", loop, "≥ 1.8 × as fast", faster=True
    )
    yield Row("first import, complete", whole, "`cat` of the same files", cat)
    yield Row("first import with the search index", indexed, "first import without it", whole, "≤ 1.8 × the cost")
    yield Row("refresh, nothing changed", nothing, "first import", whole, "≤ 1 s at 36,000, ≤ 30 s at 1,000,000")
    yield Row(f"refresh, {_CHANGED} files changed", some, "first import", whole)


def measure_first_opening(plan: Plan) -> Iterator[Row]:
    """Measure how long a new reader waits for an article, without any cache."""
    lists = []
    pages = []
    for run in range(plan.runs):
        home = plan.scratch / f"first-{run}"
        with Terminal("tui", plan.library, environment={"CARREL_HOME": str(home)}) as terminal:
            lists.append(terminal.wait_for(FIRST_TITLE))
            terminal.press("R")
            pages.append(lists[-1] + terminal.wait_for_frame(FIRST_PAGE))
        shutil.rmtree(home)
    yield Row("first opening ever, process start to the first list", lists)
    yield Row(
        "first opening ever, process start to the page of an article (R, for any one)",
        pages,
        wanted="≤ 1 s at 36,000, ≤ 1.5 s at 1,000,000",
    )
