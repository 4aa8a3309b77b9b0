"""What a terminal shows that is too small for Carrel."""

from rich.segment import Segment
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.layout import SMALLEST


class TooSmallScreen(ModalScreen[None]):
    """Says how large the terminal must be; everything under it stays as it was."""

    def compose(self) -> ComposeResult:
        """Fill the screen with the one sentence."""
        yield _Sentence()


class _Sentence(Widget):
    """Painted by hand, since a terminal of one cell is more than a layout can bear."""

    DEFAULT_CSS = """
    _Sentence { width: 1fr; height: 1fr; }
    """

    def render_line(self, y: int) -> Strip:
        words = [
            "",
            f"Carrel needs {SMALLEST.width} × {SMALLEST.height} cells;",
            f"here are {self.size.width} × {self.size.height}.",
        ]
        line = y - self.size.height // 2 + 2
        strip = Strip([Segment(words[line] if 0 <= line < len(words) else "")]).adjust_cell_length(self.size.width)
        return strip.apply_style(self.rich_style)
