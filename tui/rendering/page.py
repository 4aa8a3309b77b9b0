"""One article as a page of lines: what the reader's screen and `carrel show` paint."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """An article laid out for one width; lines are counted from 0."""

    lines: tuple[list[Segment], ...]
    """What each line shows; no segment holds a newline, and only code is wider than the page."""
    width: int
    headings: tuple[Heading, ...]
    links: tuple[PageLink, ...]
    wide_lines: frozenset[int]
    """Lines of code that are wider than the page."""
    code_starts: dict[int, int]
    """For each line of code, the cells before the code; lines that follow each other are one block."""
    positions: "array[int]"
    """For each line, the characters of the article before it; blanks and what the page adds are not counted.

    The same words have the same position at every width.
    """
    runs: tuple[tuple[Run, ...], ...]
    """For each line, where its text stands and how it reads on from the lines above."""

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
    return _page(_joined(parts), width)


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


def _page(lines: Sequence[Line], width: int) -> Page:
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
        wide_lines=frozenset(number for number, line in enumerate(lines) if line.code and _cells(line) > width),
        code_starts={number: line.code_start for number, line in enumerate(lines) if line.code},
        positions=array("I", list(accumulate(letters, initial=0))[:-1]),
        runs=tuple([line.runs for line in lines]),
    )


def _cells(line: Line) -> int:
    return sum([width_of(segment.text) for segment in line.segments])
