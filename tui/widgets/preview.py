"""The beginning of the highlighted article."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from loaders import Article
from tui.messages import ArticleExpected
from tui.widgets.rest import Rest

_REST = 0.1
"""Seconds after which an article is likely to be opened: who moves through a list is faster."""


class Preview(Widget):
    """Shows the whole title of an article and as much of its text as there is room for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"preview--mark"}
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: Article | None = None
        self._finder: Callable[[str], Sequence[tuple[int, int]]] | None = None
        self._lines: list[list[Segment]] = []
        self._rest = Rest(self, self._expect, _REST)

    def show(
        self, article: Article | None, finder: Callable[[str], Sequence[tuple[int, int]]] | None = None
    ) -> None:
        """Show the opening of another article, or nothing; `finder` says what to mark in each line."""
        self._article = article
        self._finder = finder
        self._lay_out()
        self._rest.begin()

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

    def _expect(self) -> None:
        if self._article:
            self.post_message(ArticleExpected(self._article))

    def _lay_out(self) -> None:
        width, height = self.content_size
        self._lines = []
        if self._article and width and height:
            # The first screen need not wait for what renders Markdown.
            from tui.rendering.opening import render_opening  # noqa: PLC0415
            from tui.widgets.page_styles import page_styles  # noqa: PLC0415

            self._lines = render_opening(self._article, width, height, page_styles(self.app, quiet=True))
            if self._finder:
                from tui.rendering.matches import marked  # noqa: PLC0415 - only a search marks

                style = self.get_component_rich_style("preview--mark", partial=True)
                self._lines = [
                    marked(line, [(*place, style) for place in self._finder(_text_of(line))])
                    for line in self._lines
                ]
        self.refresh()


def _text_of(line: Sequence[Segment]) -> str:
    return "".join(segment.text for segment in line)
