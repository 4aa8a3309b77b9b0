"""Blocks that are wider than the page, scrolled sideways while all around them stays."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style

from tui.rendering.cells import graphemes, is_narrow, width_of
from tui.rendering.page import Page, WideBlock

MORE_LEFT, MORE_RIGHT = "‹", "›"


class Sideways:
    """Tells how far each wide block of an article is scrolled; the same at every width of the page."""

    def __init__(self) -> None:
        self._offsets: dict[int, int] = {}
        """By the position of a block: the cells of it that are hidden at the left."""

    def scroll(self, page: Page, lines: range, cells: int) -> bool:
        """Scroll the wide blocks that show among some lines, to the left by a negative number.

        False when none of them can be scrolled any further.
        """
        moved = False
        for block in page.wide_blocks:
            if block.first < lines.stop and block.end > lines.start:
                offset = self._offset(page, block)
                moved |= self._set(page, block, offset + cells) != offset
        return moved

    def reveal(self, page: Page, line: int, start: int, end: int) -> None:
        """Scroll so that some cells of a line show, with what stands before them; not at all if they do."""
        block = page.wide_block_at(line)
        if block is None or end <= block.start:
            return
        offset = self._offset(page, block)
        start, end = start - block.start, end - block.start
        if start < offset or end > offset + block.room:
            self._set(page, block, 0 if end <= block.room else min(start, end - block.room + _AHEAD))

    def shown(self, page: Page, line: int, segments: Sequence[Segment], more: Style) -> Sequence[Segment]:
        """Give what shows of the segments of a line, with a sign in the style `more` where it goes on."""
        block = page.wide_block_at(line)
        return segments if block is None else scrolled(segments, block, self._offset(page, block), more)

    def cell_at(self, page: Page, line: int, cell: int) -> int:
        """Give the cell of a whole line that shows at a cell of the page."""
        block = page.wide_block_at(line)
        return cell if block is None or cell < block.start else cell + self._offset(page, block)

    def _offset(self, page: Page, block: WideBlock) -> int:
        return min(self._offsets.get(page.position_of(block.first), 0), block.cells - block.room)

    def _set(self, page: Page, block: WideBlock, offset: int) -> int:
        offset = max(0, min(offset, block.cells - block.room))
        self._offsets[page.position_of(block.first)] = offset
        return offset


_AHEAD = 8
"""The cells that show behind what is brought into sight."""


def scrolled(segments: Sequence[Segment], block: WideBlock, offset: int, more: Style) -> list[Segment]:
    """Give what shows of a line of a wide block: as wide as the page, with signs in its margins.

    A character of two cells that is cut by an edge shows as a blank.
    """
    code = "".join([segment.text for segment in segments])[block.start :].rstrip()
    cells, indent = width_of(code), width_of(code) - width_of(code.lstrip())
    before = _between(segments, 0, block.start)
    seen = _between(segments, block.start + offset, block.start + offset + block.room)
    ground = before[-1].style if before else None
    sign = ground + more if ground else more
    if before and indent < min(offset, cells):
        *before, margin = before
        before += [Segment(margin.text[:-1], ground), Segment(MORE_LEFT, sign)]
    after = [Segment(" " * (block.room - sum([segment.cell_length for segment in seen])), ground)]
    if before:
        after.append(Segment(MORE_RIGHT, sign) if cells > offset + block.room else Segment(" ", ground))
    return [segment for segment in (*before, *seen, *after) if segment.text]


def _between(segments: Sequence[Segment], first: int, end: int) -> list[Segment]:
    """Cut out of a line what stands from one cell up to another."""
    parts: list[Segment] = []
    cell = 0
    for text, style, _ in segments:
        if is_narrow(text):
            shown = text[max(0, first - cell) : max(0, end - cell)]
            cell += len(text)
        else:
            shown = ""
            for grapheme, size in graphemes(text):
                if first <= cell < end and cell + size <= end:
                    shown += grapheme
                else:
                    shown += " " * (min(cell + size, end) - max(cell, first))
                cell += size
        if shown:
            parts.append(Segment(shown, style))
    return parts
