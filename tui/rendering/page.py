"""One article as a page of lines: what the reader's screen and `carrel show` paint."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from rich.segment import Segment

from loaders.article import Article
from tui.rendering.cells import width_of
from tui.rendering.lines import Line, Piece, Run, blank_line
from tui.rendering.markdown import markdown_lines
from tui.rendering.styles import PageStyles
from tui.rendering.surroundings import keyword_lines, meta_lines, title_lines
from tui.rendering.wrapping import wrap

NO_TEXT = "This article has no text."


class Heading(NamedTuple):
    """A heading of the text, for the outline."""

    line: int
    """Where it begins, counted from 0."""
    level: int
    """1 … 6, as in the Markdown."""
    text: str


class PageLink(NamedTuple):
    """A link, or the part of a link that stands on one line."""

    line: int
    start: int
    """The first cell."""
    end: int
    """The cell after the last."""
    url: str


class StackedFormula(NamedTuple):
    """A formula that is drawn over several lines."""

    first: int
    """Its first line."""
    end: int
    """The line after its last."""
    text: str
    """How it reads in a sentence: `a/b`."""


class WideBlock(NamedTuple):
    """Lines of code of which some are wider than the page; they scroll sideways together."""

    first: int
    """Its first line."""
    end: int
    """The line after its last."""
    start: int
    """The cells before the code, which stay."""
    cells: int
    """How wide the widest line of the code is."""
    room: int
    """How many of them show at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """An article laid out for one width; lines are counted from 0."""

    lines: tuple[list[Segment], ...]
    """What each line shows; no segment holds a newline, and only wide blocks are wider than the page."""
    width: int
    headings: tuple[Heading, ...]
    links: tuple[PageLink, ...]
    wide_blocks: tuple[WideBlock, ...]
    """From the top; what stands between them is nowhere wider than the page."""
    stacked: tuple[StackedFormula, ...]
    """From the top."""
    code_starts: dict[int, int]
    """For each line of code, the cells before the code."""
    code_firsts: tuple[int, ...]
    """The first line of each block of code; another block may follow without a line between."""
    positions: "array[int]"
    """For each line, the characters of the article before it; blanks and what the page adds are not counted.

    The same words have the same position at every width.
    """
    runs: tuple[tuple[Run, ...], ...]
    """For each line, where its text stands and how it reads on from the lines above."""

    def wide_block_at(self, line: int) -> WideBlock | None:
        """Give the wide block that a line belongs to."""
        if not self.wide_blocks:
            return None
        block = self.wide_blocks[bisect_right(self.wide_blocks, line, key=_first_of) - 1]
        return block if block.first <= line < block.end else None

    def text_of(self, line: int) -> str:
        """Give what a line shows, without styles and without blanks at its end."""
        return "".join([segment.text for segment in self.lines[line]]).rstrip()

    def position_of(self, line: int) -> int:
        """Give the position of a line, to find its words again at another width; any number is allowed."""
        return self.positions[max(0, min(line, len(self.positions) - 1))] if self.positions else 0

    def line_at(self, position: int) -> int:
        """Find the line that holds the character at a position; beyond the end, the last line with text."""
        last = bisect_right(self.positions, max(0, position)) - 1
        while last > 0 and not self.lines[last]:
            last -= 1
        return max(last, 0)


def render_page(
    article: Article,
    width: int,
    styles: PageStyles,
    *,
    subject: str | None = None,
    also_in: Sequence[str] = (),
    formulas_as_source: bool = False,
) -> Page:
    """Lay out an article for a width: its title and origin, its text, its keywords.

    `subject` is the library's spelling, by default the article's own; `also_in` names the subjects of its
    copies. `formulas_as_source` shows TeX as it was written, with the same positions. Never raises, whatever
    the text; a width under 1 counts as 1.
    """
    width = max(width, 1)
    text = _text_lines(article, width, styles, formulas_as_source)
    minutes = article.minutes if text else None
    shown_subject = article.subject if subject is None else subject
    parts = [
        [
            *title_lines(article, width, styles),
            *meta_lines(article, width, styles, subject=shown_subject, also_in=also_in, minutes=minutes),
        ],
        text or wrap([Piece(NO_TEXT, styles.text + styles.notice)], width),
        keyword_lines(article, width, styles),
    ]
    return page_of(_joined(parts), width)


def _text_lines(article: Article, width: int, styles: PageStyles, formulas_as_source: bool) -> list[Line]:
    """Lay out the text; nothing when nothing of it can be read, as with `&nbsp;`."""
    lines = markdown_lines(article.text, width, styles, title=article.title, formulas_as_source=formulas_as_source)
    return lines if any(line.letters for line in lines) else []


def _joined(parts: Sequence[list[Line]]) -> list[Line]:
    lines: list[Line] = []
    for part in filter(None, parts):
        if lines:
            lines.append(blank_line())
        lines += part
    return lines


def page_of(lines: Sequence[Line], width: int) -> Page:
    """Make a page of lines that are laid out for a width."""
    letters = [line.letters for line in lines]
    return Page(
        lines=tuple([line.segments for line in lines]),
        width=width,
        headings=tuple(
            Heading(number, line.heading.level, line.heading.text)
            for number, line in enumerate(lines)
            if line.heading is not None
        ),
        links=tuple(PageLink(number, *link) for number, line in enumerate(lines) for link in line.links),
        wide_blocks=tuple(_wide_blocks(lines, width)),
        stacked=tuple(
            StackedFormula(number, number + line.stacked.lines, line.stacked.text)
            for number, line in enumerate(lines)
            if line.stacked is not None
        ),
        code_starts={number: line.code_start for number, line in enumerate(lines) if line.code_start is not None},
        code_firsts=tuple([number for number, line in enumerate(lines) if line.begins_code]),
        positions=array("I", list(accumulate(letters, initial=0))[:-1]),
        runs=tuple([line.runs for line in lines]),
    )


def _wide_blocks(lines: Sequence[Line], width: int) -> Iterator[WideBlock]:
    for first, line in enumerate(lines):
        if not line.begins_code:
            continue
        start = line.code_start or 0
        end = first + 1
        while end < len(lines) and lines[end].code_start is not None and not lines[end].begins_code:
            end += 1
        cells = max([_cells(line) for line in lines[first:end]]) - start
        # The margin at the right is as wide as the one before the code.
        room = max(1, width - start - 1) if start else width
        if cells > room:
            yield WideBlock(first, end, start, cells, room)


def _cells(line: Line) -> int:
    return width_of("".join([segment.text for segment in line.segments]).rstrip())


def _first_of(block: WideBlock) -> int:
    return block.first
