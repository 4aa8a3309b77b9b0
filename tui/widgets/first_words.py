"""The first sentences of an article, as many as there is room for."""

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from loaders import Article
from tui.rendering.opening import render_first_words
from tui.widgets.page_styles import page_styles

_MOST = 12
_AROUND = 4
"""The lines by which the text stays under half the terminal, for a window that stays a small one."""


class FirstWords(Widget):
    """Is as high as the beginning of the text, or as the terminal allows."""

    DEFAULT_CSS = """
    FirstWords { height: auto; }
    """
    ALLOW_SELECT = False

    def __init__(self, article: Article, fragment: str = "") -> None:
        """`fragment` names the heading from which to begin, if the text has it."""
        super().__init__()
        self._article = article
        self._fragment = fragment
        self._lines: list[list[Segment]] = []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lay the text out and count its lines."""
        height = max(1, min(_MOST, viewport.height // 2 - _AROUND))
        styles = page_styles(self.app)
        self._lines = render_first_words(self._article, max(1, width), height, styles, self._fragment)
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        segments = self._lines[y] if y < len(self._lines) else []
        return Strip(segments).adjust_cell_length(self.content_size.width).apply_style(self.rich_style)
