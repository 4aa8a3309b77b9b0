"""Pieces of text become lines of a width, broken between words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from rich.segment import Segment

from tui.rendering.cells import graphemes, is_narrow, width_of
from tui.rendering.lines import Line, LinkCells, Piece, Run
from tui.rendering.tex.joint import JOINT

# A word may be broken after a dash or a stroke that has letters on both sides.
_AFTER_DASH = re.compile(r"(?<=\w\w\w)[-–—/](?=[^\W\d_]{3})")
_DASHES = frozenset("-–—/")
_NEVER_FIRST = frozenset("、。，．：；！？）］｝」』】〉》〕…ー々")
_NEVER_LAST = frozenset("（［｛「『【〈《〔")


def wrap(pieces: Sequence[Piece], width: int) -> list[Line]:
    """Break a paragraph without newlines into lines that are at most `width` cells wide.

    Blanks at a break go; all else stays, in order. A word that is wider than the width is broken; a
    character of two cells takes a line of its own when the width is one. A formula is one word when it
    fits, else it is broken before its relations.
    """
    pieces = [_fitted(piece, width) if piece.formula else piece for piece in pieces]
    text = "".join([piece.text for piece in pieces])
    stretches = _narrow_stretches(text, width) if is_narrow(text) else _Characters(pieces).stretches(width)
    return _cut(pieces, stretches)


def text_width(pieces: Sequence[Piece]) -> int:
    """Count the cells that the pieces take on one line."""
    return sum([width_of(piece.text) for piece in pieces])


def widest_word(pieces: Sequence[Piece]) -> int:
    """Count the cells of the widest word."""
    words = "".join([piece.text for piece in pieces]).split(" ")
    return max(map(width_of, words), default=0)


def _fitted(piece: Piece, width: int) -> Piece:
    text = piece.formula.fitted(width) if piece.formula else piece.text
    return piece if text == piece.text else piece._replace(text=text)


def _narrow_stretches(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Find the lines of a text in which each character takes one cell."""
    start = _skip_blanks(text, 0)
    end_of_text = len(text.rstrip(" "))
    while end_of_text - start > width:
        limit = start + width
        space = text.rfind(" ", start, limit + 1)
        following = _break_after_dash(text, max(space, start), limit)
        if following is None:
            following = space if space > start else limit
        yield start, len(text[start:following].rstrip(" ")) + start
        start = _skip_blanks(text, following)
    yield start, max(start, end_of_text)


def _break_after_dash(text: str, start: int, limit: int) -> int | None:
    last = None
    for match in _AFTER_DASH.finditer(text, start, limit + 3):
        if match.end() <= limit:
            last = match.end()
    return last


class _Characters:
    """A text as a reader sees it: accents belong to their letters, and some characters take two cells."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        parts = [part for piece in pieces for part in graphemes(piece.text)]
        self.texts = [text for text, _ in parts]
        self.sizes = [size for _, size in parts]
        self.cells_before = [0, *accumulate(self.sizes)]
        self.starts = [0, *accumulate(map(len, self.texts))]

    def stretches(self, width: int) -> Iterator[tuple[int, int]]:
        """Find the lines; a character wider than the width has a line of its own."""
        first = self._skip_blanks(0)
        opportunity = index = first
        while index < len(self.texts):
            if index > first and self._may_break(index):
                opportunity = index
            if index == first or self.cells_before[index + 1] - self.cells_before[first] <= width:
                index += 1
                continue
            end = opportunity if opportunity > first and self.texts[index] != " " else index
            yield self._stretch(first, end)
            first = opportunity = self._skip_blanks(end)
            index = max(index, first)
        if first < len(self.texts) or not first:
            yield self._stretch(first, len(self.texts))

    def _stretch(self, first: int, end: int) -> tuple[int, int]:
        while end > first and self.texts[end - 1] == " ":
            end -= 1
        return self.starts[first], self.starts[end]

    def _skip_blanks(self, index: int) -> int:
        while index < len(self.texts) and self.texts[index] == " ":
            index += 1
        return index

    def _may_break(self, index: int) -> bool:
        before, here = self.texts[index - 1], self.texts[index]
        if before == " " or here == " ":
            return here != " "
        if here in _NEVER_FIRST or before in _NEVER_LAST:
            return False
        if self.sizes[index] == 2 or self.sizes[index - 1] == 2:
            return True
        return before in _DASHES and self._is_compound(index)

    def _is_compound(self, index: int) -> bool:
        around = "".join(self.texts[max(0, index - 4) : index + 3])
        return _AFTER_DASH.search(around) is not None


def _skip_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start] == " ":
        start += 1
    return start


@cache
def _continued(blanks: int) -> tuple[Run, ...]:
    """Give the runs of a line that goes on after so many blanks, which do not show."""
    return (Run(joint=" " * blanks),)


def _cut(pieces: Sequence[Piece], stretches: Iterator[tuple[int, int]]) -> list[Line]:
    """Cut the pieces into lines at the stretches of their joined text."""
    lines: list[Line] = []
    index = 0
    offset = 0
    end_above: int | None = None
    for start, end in stretches:
        line = Line([])
        if end_above is not None:
            line.runs = _continued(start - end_above)
        end_above = end
        links: list[LinkCells] = []
        cells = 0
        position = start
        while position < end:
            piece = pieces[index]
            piece_end = offset + len(piece.text)
            if piece_end <= position:
                offset = piece_end
                index += 1
                continue
            text = piece.text[position - offset : end - offset]
            shown = text.replace(JOINT, " ") if piece.formula else text
            line.segments.append(Segment(shown, piece.style))
            line.letters += piece.letters_between(position - offset, position - offset + len(text))
            if piece.url:
                size = width_of(text)
                links.append(LinkCells(cells, cells + size, piece.url))
                cells += size
            elif index + 1 < len(pieces):
                cells += width_of(text)
            position += len(text)
        line.links = tuple(links)
        lines.append(line)
    return lines
