"""A page of painted lines that scrolls."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from tui.widgets.moving_view import MovingView


class LineView(MovingView):
    """Shows lines of segments; the movement keys scroll it."""

    DEFAULT_CSS = """
    LineView { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Sequence[Segment]] = ()

    def set_lines(self, lines: Sequence[Sequence[Segment]], width: int = 0) -> None:
        """Show these lines, and scroll sideways over `width` cells where the view has fewer."""
        self._lines = lines
        self.virtual_size = Size(width, len(lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the view."""
        line = y + self.scroll_offset.y
        return self.paint(self._lines[line] if line < len(self._lines) else ())

    def move_by(self, lines: int) -> None:
        """Scroll down, or up by a negative number."""
        self.scroll_to_line(self.scroll_offset.y + lines)

    def move_to_top(self) -> None:
        """Scroll to the first line."""
        self.scroll_to_line(0)

    def move_to_bottom(self) -> None:
        """Scroll to the last line."""
        self.scroll_to_line(self.max_scroll_y)
