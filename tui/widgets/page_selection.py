"""What the mouse has selected of a page: which letters, and which cells to mark."""

from textual.geometry import Offset
from textual.selection import Selection

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


def selected_span(page: Page, selection: Selection, line: int) -> tuple[int, int]:
    """Give the first selected letter of a line and the one after the last, accents included."""
    text = page.text_of(line)
    span = selection.get_span(line)
    if span is None:
        return 0, 0
    start, end = span
    return min(start, len(text)), len(text) if end < 0 else index_at(text, width_of(text[:end]))


def _part(page: Page, selection: Selection, line: int) -> str:
    text = page.text_of(line)
    start, end = selected_span(page, selection, line)
    before_code = between_cells(text, 0, page.code_starts.get(line, 0))
    if not before_code.strip():
        start = max(start, len(before_code))
    return text[start:end].rstrip()
