"""How long a key takes to change the screen."""

import json
import re
from collections.abc import Iterator

from benchmarks.import_costs import FIRST_TITLE, fill_cache
from benchmarks.plan import Plan
from benchmarks.programs.options import FIRST, ROWS
from benchmarks.programs.pages import NEXT, READY
from benchmarks.report import Row, percentile_95
from benchmarks.terminal import Terminal
from loaders import Library

OPTIONS = "benchmarks.programs.options"
PAGES = "benchmarks.programs.pages"
_KEYS = {"Down": "\x1b[B", "PgDn": "\x1b[6~", "End": "\x1b[F", "Home": "\x1b[H"}
_PRESSED = 20
"""Few enough that PgDn does not reach the end of the shorter list."""
_ARTICLES = 100
_BEGINNING = re.compile(r"[ \d.*#-]*([a-z]+ [a-z]+)", re.IGNORECASE)
"""The first two words of a text that stand side by side however it is laid out."""


def measure_list(plan: Plan) -> Iterator[Row]:
    """Press keys in the list of all articles, and the same ones in an OptionList."""
    fill_cache(plan)
    with Terminal(OPTIONS) as options, Terminal("tui", plan.library, environment=_home(plan)) as carrel:
        options.wait_for(FIRST)
        carrel.wait_for(FIRST_TITLE)
        _press(carrel, "\t")
        options.settle()
        for name, key in _KEYS.items():
            ours: list[float] = []
            theirs: list[float] = []
            for _ in range(_PRESSED):
                for terminal, times in ((options, theirs), (carrel, ours)):
                    if name in {"End", "Home"}:
                        terminal.press(_KEYS["Home" if name == "End" else "End"])
                        terminal.settle()
                    terminal.press(key)
                    times.append(terminal.wait_for_frame())
                    terminal.settle()
            against = f"`OptionList` of {ROWS:,}"
            yield Row(f"{name} in a list of {plan.articles:,}", ours, against, theirs, "≤ 1.5 ×")


def measure_page(plan: Plan) -> Iterator[Row]:
    """Read articles one after another, and the same texts in Textual's Markdown widget."""
    fill_cache(plan)
    texts, beginnings = _texts(plan)
    file = plan.scratch / "texts.json"
    file.write_text(json.dumps(texts), "utf-8")
    markdown, opening, following = [], [], []
    with (
        Terminal(PAGES, file) as pages,
        Terminal("tui", plan.library, environment=_home(plan)) as lists,
        Terminal("tui", plan.library, environment=_home(plan)) as reader,
    ):
        pages.wait_for(READY)
        for terminal in (lists, reader):
            terminal.wait_for(FIRST_TITLE)
            _press(terminal, "\t")
        pages.settle()
        for number, beginning in enumerate(beginnings):
            pages.press(NEXT)
            markdown.append(pages.wait_for_frame(beginning))
            pages.settle()
            lists.press("\r")
            opening.append(lists.wait_for_frame(beginning))
            _press(lists, "q", _KEYS["Down"])
            reader.press("J" if number else "\r")
            following.append(reader.wait_for_frame(beginning))
            reader.settle()
    del following[0]  # which Enter opened
    against = "Textual's `Markdown`"
    for what, times in (("Enter in the list to the page", opening), ("J to the next page", following)):
        yield Row(f"{what}, median", times, against, markdown, "≥ 5 × as fast", faster=True)
        yield Row(
            f"{what}, 95th percentile",
            times,
            against,
            markdown,
            "≥ 5 × as fast",
            faster=True,
            figure=percentile_95,
        )


def _texts(plan: Plan) -> tuple[list[str], list[str]]:
    """Give the texts of the first articles of the list, and how each begins on a screen."""
    with Library.open(plan.library, plan.cache) as library:
        rows = library.store.list_rows(library.store.rows(limit=_ARTICLES))
        articles = [library.store.article(row.key) for row in rows]
    texts = [article.text for article in articles if article]
    return texts, [_beginning(text) for text in texts]


def _beginning(text: str) -> str:
    """Give two words of a text as they stand side by side on any screen."""
    plain = (part for part in text.split("\n\n") if not part.startswith(("```", "|")))
    found = _BEGINNING.match(next(plain, ""))
    return found[1] if found else ""


def _press(terminal: Terminal, *keys: str) -> None:
    """Press keys that are not measured, when the program is at rest."""
    for key in keys:
        terminal.settle()
        terminal.press(key)
    terminal.settle()


def _home(plan: Plan) -> dict[str, str]:
    return {"CARREL_HOME": str(plan.home)}
