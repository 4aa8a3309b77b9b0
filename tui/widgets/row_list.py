"""A list of one-line rows, right for a million of them: only those that show are painted."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from tui.keys import key
from tui.widgets.moving_view import MovingView

BAR = "▌ "
NO_BAR = "  "


class RowList(MovingView):
    """Paints rows on demand and moves a highlight over them.

    A subclass says how a row looks (`row_segments`), and what it means that one is highlighted or opened.
    """

    DEFAULT_CSS = """
    RowList { height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--bar",
        "row--detail",
        "row--detail-highlighted",
        "row--highlighted",
        "row--title",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,l,right", "open", "go.open", "Open", "Open what is highlighted", show="Enter"),
    ]

    row_count: reactive[int] = reactive(0, init=False)
    """How many rows there are."""
    highlighted: reactive[int | None] = reactive(None, init=False, repaint=False)
    """The row that the highlight is on, from 0; None in an empty list."""

    def row_segments(self, row: int, width: int, *, highlighted: bool) -> Iterable[Segment]:
        """Paint one row in `width` cells."""
        raise NotImplementedError

    def row_highlighted(self) -> None:
        """Tell that the highlight stands on another row, or on another thing in the same one."""
        raise NotImplementedError

    def action_open(self) -> None:
        """Open the highlighted row."""
        raise NotImplementedError

    def set_rows(self, count: int, highlighted: int | None, offset: int = 0) -> None:
        """Show `count` rows with the highlight on one of them, `offset` rows under the top of the view."""
        self._rows_changed(count)
        self.set_reactive(RowList.highlighted, highlighted)
        if highlighted is not None:
            self.scroll_to_line(max(0, highlighted - offset))
            self._scroll_to_highlight()
        self.row_highlighted()

    def move_by(self, lines: int) -> None:
        """Move the highlight."""
        if self.row_count:
            self.highlighted = min(max(0, (self.highlighted or 0) + lines), self.row_count - 1)

    def move_to_top(self) -> None:
        """Highlight the first row."""
        self.move_by(-self.row_count)

    def move_to_bottom(self) -> None:
        """Highlight the last row."""
        self.move_by(self.row_count)

    def watch_highlighted(self, old: int | None, new: int | None) -> None:
        """Keep the highlight in sight and tell of it."""
        self._scroll_to_highlight()
        self._repaint(old, new)
        self.row_highlighted()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the view."""
        row = y + self.scroll_offset.y
        if row >= self.row_count:
            return self.paint(())
        highlighted = row == self.highlighted
        width = self.scrollable_content_region.width
        segments = self.row_segments(row, width, highlighted=highlighted)
        return self.paint(segments, self.style_of("row--highlighted") if highlighted else None)

    def style_of(self, name: str) -> Style:
        """Give the style of a part, to lie over what is under it."""
        return self.get_component_rich_style(name, partial=True)

    def detail_style(self, *, highlighted: bool) -> Style:
        """Give the style of what stands at the right of a row."""
        return self.style_of("row--detail-highlighted" if highlighted else "row--detail")

    def on_resize(self, event: events.Resize) -> None:
        """Keep the highlight in sight in a smaller view."""
        self._rows_changed(self.row_count)
        self._scroll_to_highlight()

    def on_click(self, event: events.Click) -> None:
        """Highlight the row under the mouse; open it when it is highlighted already."""
        row = event.y + self.scroll_offset.y
        if row >= self.row_count:
            return
        if row == self.highlighted:
            self.action_open()
        else:
            self.highlighted = row

    def _rows_changed(self, count: int) -> None:
        self.set_reactive(RowList.row_count, count)
        self.set_extent(count)

    def _scroll_to_highlight(self) -> None:
        if self.highlighted is None:
            return
        top = self.scroll_offset.y
        height = max(1, self.scrollable_content_region.height)
        if self.highlighted < top:
            self.scroll_to_line(self.highlighted)
        elif self.highlighted >= top + height:
            self.scroll_to_line(self.highlighted - height + 1)

    def _repaint(self, *rows: int | None) -> None:
        for row in rows:
            if row is not None:
                self.refresh_lines(row, 1)
