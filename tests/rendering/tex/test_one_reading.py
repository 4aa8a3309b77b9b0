"""Formulas that mean different things look different on one line."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from tests.rendering.tex.written import line


class Written(NamedTuple):
    """A formula, and how firmly it holds together in print: 9 a letter, 5 a power, 2 a product, 1 a sum."""

    source: str
    rank: int


def bound(part: Written, least: int) -> str:
    return part.source if part.rank >= least else f"\\left({part.source}\\right)"


UNARY: dict[str, tuple[Callable[[Written], str], int]] = {
    "root": (lambda a: f"\\sqrt{{{a.source}}}", 9),
    "nth root": (lambda a: f"\\sqrt[n]{{{a.source}}}", 9),
    "bar": (lambda a: f"\\overline{{{a.source}}}", 9),
    "brackets": (lambda a: f"\\left|{a.source}\\right|", 9),
    "minus": (lambda a: f"-{bound(a, 2)}", 1),
    "sine": (lambda a: f"\\sin {bound(a, 3)}", 2),
    "factorial": (lambda a: f"{bound(a, 9)}!", 5),
    "square": (lambda a: f"{bound(a, 9)}^2", 5),
    "power": (lambda a: f"{bound(a, 9)}^{{\\frac{{1}}{{2}}}}", 5),
    "prime": (lambda a: f"{bound(a, 9)}'", 5),
    "index": (lambda a: f"{bound(a, 9)}_1", 5),
    "exponent": (lambda a: f"e^{{{a.source}}}", 5),
    "sum": (lambda a: f"\\sum_i {bound(a, 2)}", 2),
}
BINARY: dict[str, tuple[Callable[[Written, Written], str], int]] = {
    "over": (lambda a, b: f"\\frac{{{a.source}}}{{{b.source}}}", 8),
    "choose": (lambda a, b: f"\\binom{{{a.source}}}{{{b.source}}}", 9),
    "plus": (lambda a, b: f"{a.source} + {bound(b, 2)}", 1),
    "times": (lambda a, b: f"{bound(a, 3)} {bound(b, 3)}", 3),
    "to": (lambda a, b: f"{bound(a, 4)}:{bound(b, 4)}", 2),
}


def deeper(parts: list[Written]) -> Iterator[Written]:
    for (write, rank), part in product(UNARY.values(), parts):
        yield Written(write(part), rank)
    letter = Written("c", 9)
    for (name, (write_both, rank)), part in product(BINARY.items(), parts):
        yield Written(write_both(letter, part), rank)
        if not (name == "over" and part.source.startswith("-")):
            # A minus over a bar is a minus before it.
            yield Written(write_both(part, letter), rank)


def test_no_two_formulas_share_a_line() -> None:
    level = [Written("a", 9)]
    formulas = list(level)
    for _ in range(3):
        level = list(deeper(level))
        formulas += level
    sources = defaultdict(set)
    for formula in formulas:
        sources[line(formula.source)].add(formula.source)
    assert [found for found in sources.values() if len(found) > 1] == []
