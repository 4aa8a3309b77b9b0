"""What it costs to open a library that has a cache."""

from collections.abc import Iterator

from benchmarks.import_costs import FIRST_TITLE, fill_cache
from benchmarks.plan import Plan
from benchmarks.programs.empty import WORDS
from benchmarks.report import Row
from benchmarks.terminal import Terminal

EMPTY = "benchmarks.programs.empty"


def measure_opening(plan: Plan) -> Iterator[Row]:
    """Open Carrel and the empty program in turns; the first of each is not counted."""
    fill_cache(plan)
    carrel = []
    empty = []
    for _ in range(plan.pairs + 1):
        with Terminal(EMPTY) as terminal:
            empty.append(terminal.wait_for(WORDS))
        with Terminal("tui", plan.library, environment={"CARREL_HOME": str(plan.home)}) as terminal:
            carrel.append(terminal.wait_for(FIRST_TITLE))
            terminal.settle()
    yield Row(
        "opening with a cache, process start to the first list",
        carrel[1:],
        "an empty Textual program",
        empty[1:],
        "≤ 1.35 × at 36,000, ≤ 1.45 × at 1,000,000",
    )
