"""Lines in the making: segments with what a page must know of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.rendering.cells import count_letters

if TYPE_CHECKING:
    from tui.rendering.mathematics import Formula


class Piece(NamedTuple):
    """Some text of one style, not yet on a line."""

    text: str
    style: Style
    url: str = ""
    """Where a link leads; empty elsewhere."""
    formula: "Formula | None" = None
    """The formula that the text shows, when it does."""

    @property
    def letters(self) -> int:
        """Count the characters that are not blank; those of a formula are the ones of its source."""
        return count_letters(self.text) if self.formula is None else self.formula.letters

    def letters_between(self, start: int, end: int) -> int:
        """Count the characters of a stretch of the text; those of a formula are spread over what shows."""
        if self.formula is None:
            return count_letters(self.text[start:end])
        shown = count_letters(self.text)
        before, until = (count_letters(self.text[:place]) for place in (start, end))
        return self.formula.letters * until // shown - self.formula.letters * before // shown


class LinkCells(NamedTuple):
    """The cells of a line that belong to one link."""

    start: int
    end: int
    url: str


class HeadingMark(NamedTuple):
    """Says that a heading begins on a line."""

    level: int
    text: str


class StackedMark(NamedTuple):
    """Says that a formula begins on a line and is drawn over several."""

    lines: int
    text: str
    """How it reads in a sentence."""


class Run(NamedTuple):
    """A stretch of a line that is text, not a margin or a bar; how it reads on from the one above it."""

    start: int = 0
    """Its first character."""
    end: int | None = None
    """The character after its last; None for the end of the line."""
    joint: str | None = None
    """What the end of the line above stands for: a blank, nothing within a word; None where text begins anew."""
    column: int = 0
    """Which column of a table it stands in."""


@dataclass(slots=True)
class Line:
    """One line; blank unless told otherwise."""

    segments: list[Segment]
    letters: int = 0
    """Non-blank characters of the article that show here; bullets, bars and rules are not counted."""
    code_start: int | None = None
    """The cells before the code on a line of code, which is not wrapped however wide it is; None elsewhere."""
    begins_code: bool = False
    """Whether a block of code begins here."""
    links: tuple[LinkCells, ...] = ()
    heading: HeadingMark | None = None
    stacked: StackedMark | None = None
    runs: tuple[Run, ...] = (Run(),)
    """Where its text stands; a line of a table has a run for each column that goes on in it."""


def blank_line() -> Line:
    """Make a line without text."""
    return Line([])


def indent(lines: Sequence[Line], first: Sequence[Segment], rest: Sequence[Segment], cells: int) -> None:
    """Put segments before the first line, others before the rest; both are `cells` characters of one cell.

    A blank line gets only what is visible of them, so that no line ends in blanks.
    """
    for number, line in enumerate(lines):
        before = rest if number else first
        line.segments[:0] = before if line.segments else _without_blank_end(before)
        if line.links:
            line.links = tuple(LinkCells(start + cells, end + cells, url) for start, end, url in line.links)
        if line.code_start is not None:
            line.code_start += cells
        if cells:
            line.runs = shifted(line.runs, cells)


@lru_cache(maxsize=256)
def shifted(runs: tuple[Run, ...], characters: int) -> tuple[Run, ...]:
    """Give runs as they stand behind so many more characters."""
    return tuple(
        Run(start + characters, None if end is None else end + characters, joint, column)
        for start, end, joint, column in runs
    )


def _without_blank_end(segments: Sequence[Segment]) -> list[Segment]:
    kept = list(segments)
    while kept and kept[-1].text.isspace():
        kept.pop()
    return kept
