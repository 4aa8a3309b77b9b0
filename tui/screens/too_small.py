"""What a terminal shows that is too small for Carrel."""

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.keys import key

SMALLEST = Size(40, 10)
"""The cells that the screens need."""


class TooSmallScreen(Screen[None]):
    """Says how large the terminal must be; everything under it stays as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [key("q", "app.quit", "app.leave", "Quit", "Close Carrel")]

    def compose(self) -> ComposeResult:
        """Fill the screen with the one sentence."""
        yield _Sentence()


class _Sentence(Widget):
    """Painted by hand, since a terminal of one cell is more than a layout can bear."""

    DEFAULT_CSS = """
    _Sentence { width: 1fr; height: 1fr; }
    """

    def render_line(self, y: int) -> Strip:
        words = f"Carrel needs {SMALLEST.width} × {SMALLEST.height} cells."
        text = words if y == self.size.height // 2 else ""
        strip = Strip([Segment(text)]).adjust_cell_length(self.size.width)
        return strip.apply_style(self.rich_style)
