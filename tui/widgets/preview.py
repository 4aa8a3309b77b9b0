"""The beginning of the highlighted article."""

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from loaders import Article


class Preview(Widget):
    """Shows the whole title of an article and as much of its text as there is room for."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: Article | None = None
        self._lines: list[list[Segment]] = []

    def show(self, article: Article | None) -> None:
        """Show the opening of another article, or nothing."""
        self._article = article
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the opening out anew."""
        self._lay_out()

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.call_after_refresh(self._lay_out))

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.content_size.width
        segments = self._lines[y] if y < len(self._lines) else []
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def _lay_out(self) -> None:
        width, height = self.content_size
        self._lines = []
        if self._article and width and height:
            # The first screen need not wait for what renders Markdown.
            from tui.rendering.opening import render_opening  # noqa: PLC0415
            from tui.widgets.page_styles import page_styles  # noqa: PLC0415

            self._lines = render_opening(self._article, width, height, page_styles(self.app, quiet=True))
        self.refresh()
