"""How much memory the program takes."""

from collections.abc import Iterator

from benchmarks.import_costs import FIRST_PAGE, FIRST_TITLE, fill_cache
from benchmarks.opening import EMPTY
from benchmarks.plan import Plan
from benchmarks.programs.empty import WORDS
from benchmarks.report import Row
from benchmarks.terminal import Terminal

_READ = 100


def measure_memory(plan: Plan) -> Iterator[Row]:
    """Read articles in a library with a cache, one after another; nothing where the system does not count."""
    fill_cache(plan)
    carrel: list[float] = []
    empty: list[float] = []
    for _ in range(plan.runs):
        with Terminal(EMPTY) as terminal:
            terminal.wait_for(WORDS)
            terminal.settle()
            empty.append(terminal.peak_memory())
        with Terminal("tui", plan.library, environment={"CARREL_HOME": str(plan.home)}) as terminal:
            terminal.wait_for(FIRST_TITLE)
            terminal.settle()
            terminal.press("\t")
            terminal.settle()
            terminal.press("\r")
            terminal.wait_for_frame(FIRST_PAGE)
            for _ in range(min(_READ, plan.articles) - 1):
                terminal.press("J")
                terminal.wait_for_frame(FIRST_PAGE)
            terminal.settle()
            carrel.append(terminal.peak_memory())
    if all(empty):
        yield Row(
            f"peak memory with {plan.articles:,} articles in the cache, after {_READ} of them were read",
            carrel,
            "an empty Textual program",
            empty,
            "≤ 1.6 × at 36,000, ≤ 2 × at 1,000,000",
            unit="MiB",
        )
