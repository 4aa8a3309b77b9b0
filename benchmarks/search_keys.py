"""How long a letter of a search takes to show its hits, while somebody types."""

from collections.abc import Iterator, Sequence

from benchmarks.import_costs import FIRST_TITLE, fill_cache
from benchmarks.plan import Plan
from benchmarks.report import Row, percentile_95
from benchmarks.terminal import Terminal
from loaders import Library

_LETTERS_A_SECOND = 8
_QUESTIONS = 6
_LETTERS = 24
"""Of each question; the others say nothing new."""
_PROMPT = "sk in your own words"
"""After the letter that the cursor is on."""
_ERASE = "\x15"


def measure_search_keys(plan: Plan) -> Iterator[Row]:
    """Type titles of the library at a quick pace; the last frame before the next letter shows the hits."""
    fill_cache(plan)
    questions = _questions(plan)
    times: list[float] = []
    with Terminal("tui", plan.library, environment={"CARREL_HOME": str(plan.home)}) as terminal:
        terminal.wait_for(FIRST_TITLE)
        terminal.settle()
        terminal.press("/")
        terminal.wait_for(_PROMPT)
        terminal.settle()
        for question in questions:
            for letter in question[:_LETTERS]:
                terminal.press(letter)
                times.append(terminal.last_frame_within(1 / _LETTERS_A_SECOND))
            terminal.press(_ERASE)
            terminal.settle()
    what = f"a letter of a search, typed at {_LETTERS_A_SECOND} a second, to its hits"
    yield Row(f"{what}, median", times, wanted="before the next letter: 125 ms")
    yield Row(f"{what}, 95th percentile", times, wanted="before the next letter: 125 ms", figure=percentile_95)


def _questions(plan: Plan) -> Sequence[str]:
    with Library.open(plan.library, plan.cache) as library:
        for _ in library.feed_index(library.open_index(fed=False)[0]):
            pass
        rows = library.store.rows()
        step = max(1, len(rows) // _QUESTIONS)
        return [row.title for row in library.store.list_rows(rows[::step][:_QUESTIONS])]
