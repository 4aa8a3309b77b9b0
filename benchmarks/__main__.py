"""`python -m benchmarks` measures what Carrel costs and writes the table.

`quality LIBRARY` tells how well it finds the articles of any library, `search LIBRARY` how fast.
"""

import compileall
import sys
import tempfile
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.import_costs import measure_first_opening, measure_import
from benchmarks.keys import measure_list, measure_page
from benchmarks.machine import machine
from benchmarks.made_library import make_library
from benchmarks.memory import measure_memory
from benchmarks.opening import measure_opening
from benchmarks.plan import Plan
from benchmarks.report import Row, write
from benchmarks.search_keys import measure_search_keys
from benchmarks.search_speed import main as measure_search
from benchmarks.search_speed import measure_search_speed
from benchmarks.terminal import COLUMNS, LINES, ROOT

_RESULTS = Path(__file__).parent / "RESULTS.md"
_SMALL = 1_000
MEASUREMENTS: dict[str, Callable[[Plan], Iterator[Row]]] = {
    "import": measure_import,
    "first-opening": measure_first_opening,
    "opening": measure_opening,
    "list": measure_list,
    "page": measure_page,
    "search": measure_search_speed,
    "search-keys": measure_search_keys,
    "memory": measure_memory,
}
"""All that can be measured, by the names that `--only` takes."""
_NOTES = (
    "All modules are compiled, as pip leaves them. All files are in the page cache. Imports, loops and refreshes"
    " run in a Python of their own, whose start is not counted; `cat` is `xargs -0 cat`.",
    f"Programs run in a pseudo-terminal of {COLUMNS} × {LINES} cells that knows synchronized output. A start is"
    " counted to the moment when the words come out of it; a key to the end of the first frame, and where it opens"
    " an article, of the first frame with the first words of its text.",
    "Memory is VmHWM of the program's process.",
)


def main(words: Sequence[str] | None = None) -> None:
    """Make a library, measure, write the table and print it; or say how well the articles of one are found."""
    given = list(sys.argv[1:] if words is None else words)
    if given[:1] == ["quality"]:
        from benchmarks.quality import main as measure_quality  # noqa: PLC0415 - it brings another engine along

        measure_quality(given[1:])
        return
    if given[:1] == ["search"]:
        measure_search(given[1:])
        return
    options = _parse(given)
    _compile()
    with tempfile.TemporaryDirectory(prefix="carrel-benchmarks-") as scratch:
        plan = Plan(options.folder or Path(scratch) / "library", options.articles, Path(scratch), options.runs)
        _say(f"making {plan.articles:,} articles")
        make_library(plan.library, plan.articles)
        rows = list(_measure(plan, options.only or list(MEASUREMENTS)))
    _say(write(options.output, plan.articles, machine(), rows, _NOTES))


def _compile() -> None:
    """Compile all modules: a checkout in which Python writes no bytecode would compile them at each start."""
    for package in ("benchmarks", "loaders", "tui"):
        compileall.compile_dir(ROOT / package, quiet=1)


def _measure(plan: Plan, names: Sequence[str]) -> Iterator[Row]:
    for name in names:
        _say(f"measuring {name}")
        for row in MEASUREMENTS[name](plan):
            _say("  " + " | ".join(filter(None, row.cells())))
            yield row
    if "memory" in names and plan.articles > _SMALL:
        library = plan.scratch / "small"
        make_library(library, _SMALL)
        yield from measure_memory(Plan(library, _SMALL, plan.scratch, plan.runs))


def _parse(words: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--articles", type=_count, default=36_000, help="how large the library is (%(default)s)")
    parser.add_argument(
        "--runs", type=_count, default=3, help="how often to measure what takes long (%(default)s)"
    )
    parser.add_argument(
        "--only", nargs="+", choices=MEASUREMENTS, metavar="NAME", help=f"only some of: {', '.join(MEASUREMENTS)}"
    )
    parser.add_argument(
        "--folder",
        type=_path,
        help="where the library is made, and stays; by default in a temporary folder",
    )
    parser.add_argument("--output", type=Path, default=_RESULTS, help="the file of the table")
    options = parser.parse_args(words)
    if options.articles < _SMALL:
        parser.error(f"lists and pages are measured in {_SMALL:,} articles or more")
    return options


def _path(word: str) -> Path:
    return Path(word).absolute()


def _count(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ArgumentTypeError(f"{word} is less than one")
    return number


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
