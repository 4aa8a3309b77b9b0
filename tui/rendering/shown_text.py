"""The text of a page as it reads, whatever lines it is on, and where each stretch of it stands."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from tui.rendering.finding import Range
from tui.rendering.page import Page


class Span(NamedTuple):
    """Characters of one line."""

    line: int
    start: int
    end: int


class _Stretch(NamedTuple):
    """A run of a line with the text that it shows."""

    joint: str
    line: int
    start: int
    text: str


class ShownText:
    """Joins what wrapping has cut: paragraph after paragraph, cell after cell, each on a line of `text`."""

    def __init__(self, page: Page) -> None:
        parts: list[str] = []
        self._stretches: list[_Stretch] = []
        self._starts: list[int] = []
        self._on_line: dict[int, list[int]] = defaultdict(list)
        length = 0
        for number, chain in enumerate(_chains(page)):
            before = "\n" if number else ""
            for stretch in chain:
                before += stretch.joint
                parts += (before, stretch.text)
                length += len(before)
                self._on_line[stretch.line].append(len(self._stretches))
                self._stretches.append(stretch)
                self._starts.append(length)
                length += len(stretch.text)
                before = ""
        self.text = "".join(parts)
        self.stacked = "\n".join([formula.text for formula in page.stacked])
        """Formulas that are drawn over several lines, as they read in a sentence, each on a line."""
        self._stacked_ends = list(accumulate([len(formula.text) + 1 for formula in page.stacked]))
        self._drawn = page.stacked

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Give the characters of the page that show a part of the text, line by line."""
        for number in range(max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)):
            if span := self._span(number, start, end):
                yield span

    def ranges_of(self, line: int) -> list[Range]:
        """Give the parts of the text that show on a line."""
        return [
            (self._starts[number], self._starts[number] + len(self._stretches[number].text))
            for number in self._on_line.get(line, ())
        ]

    def drawn(self, places: Iterable[Range]) -> Iterator[Range]:
        """Give the parts of the text that draw the formulas in which places of `stacked` lie."""
        for number in dict.fromkeys([bisect_right(self._stacked_ends, start) for start, _ in places]):
            if number < len(self._drawn):
                formula = self._drawn[number]
                shown = [at for line in range(formula.first, formula.end) for at in self.ranges_of(line)]
                if shown:
                    yield shown[0][0], shown[-1][1]

    def start_of(self, line: int) -> int:
        """Find where the text begins that shows on a line, or on the next line that shows any."""
        places = zip(self._stretches, self._starts, strict=True)
        return next((start for stretch, start in places if stretch.line >= line), len(self.text))

    def _span(self, number: int, start: int, end: int) -> Span | None:
        stretch = self._stretches[number]
        shift = stretch.start - self._starts[number]
        first, last = max(start + shift, stretch.start), min(end + shift, stretch.start + len(stretch.text))
        return Span(stretch.line, first, last) if first < last else None


def _chains(page: Page) -> list[list[_Stretch]]:
    """Gather the stretches that read on from each other; a cell of a table begins where its first line does."""
    chains: list[list[_Stretch]] = []
    columns: dict[int, list[_Stretch]] = {}
    for line, runs in enumerate(page.runs):
        shown = page.text_of(line) if page.lines[line] else ""
        if not shown:
            continue
        for start, end, joint, column in runs:
            if joint is None or column not in columns:
                columns[column] = []
                chains.append(columns[column])
            columns[column].append(_Stretch(joint or "", line, start, shown[start:end].rstrip()))
    return chains
