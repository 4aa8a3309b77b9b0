"""What the mouse has selected of a page: which letters, and which cells to mark."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from tui.rendering.cells import between_cells, index_at, width_of
from tui.rendering.page import Page


def letter_at(page: Page, cell: int, line: int) -> Offset:
    """Give which letter of which line takes a cell of a page; outside of it, the nearest."""
    line = max(0, min(line, len(page.lines) - 1))
    return Offset(index_at(page.text_of(line), cell), line)


def selected_text(page: Page, selection: Selection) -> str:
    """Give what is selected, line by line as it shows, without what stands before code and blanks at the ends."""
    first = selection.start.y if selection.start else 0
    last = min(selection.end.y if selection.end else len(page.lines), len(page.lines) - 1)
    return "\n".join(_part(page, selection, line) for line in range(first, last + 1)).rstrip()


def marked(page: Page, line: int, selection: Selection, style: Style) -> Sequence[Segment]:
    """Give the segments of a line, with the style over what is selected of it."""
    text = page.text_of(line)
    span = _span(text, selection, line)
    if span is None or span[0] >= span[1]:
        return page.lines[line]
    start, end = (width_of(text[:index]) for index in span)
    strip = Strip(page.lines[line])
    over = [
        Segment(segment.text, segment.style + style if segment.style else style)
        for segment in strip.crop(start, end)
    ]
    return [*strip.crop(0, start), *over, *strip.crop(end)]


def _part(page: Page, selection: Selection, line: int) -> str:
    text = page.text_of(line)
    span = _span(text, selection, line)
    if span is None:
        return ""
    start, end = span
    before_code = between_cells(text, 0, page.code_starts.get(line, 0))
    if not before_code.strip():
        start = max(start, len(before_code))
    return text[start:end].rstrip()


def _span(text: str, selection: Selection, line: int) -> tuple[int, int] | None:
    """Give the first selected letter of a line and the one after the last, accents included."""
    span = selection.get_span(line)
    if span is None:
        return None
    start, end = span
    return min(start, len(text)), len(text) if end < 0 else index_at(text, width_of(text[:end]))
