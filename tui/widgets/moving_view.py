"""A view of painted lines that the movement keys move."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size, Spacing
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.keys import MOVEMENT
from tui.widgets.thin_scrollbar import ThinScrollBar


class MovingView(ScrollView, can_focus=True, inherit_bindings=False):
    """Moves by line, half page and page; what moves, the page or a highlighted row, its subclasses say."""

    ALLOW_SELECT = False  # the mouse selects of articles alone: rows and frames beside them stay out of it
    BINDINGS: ClassVar[list[BindingType]] = [*MOVEMENT]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    """How many cells and lines there are; a change moves nothing on the screen but the scrollbars."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ground = Style.null()
        """The style under every line, as it was when painting began; so are the two that follow."""
        self._room = 0
        """The cells of a line."""
        self._filters: Sequence[LineFilter] = ()
        self._background = Color(0, 0, 0)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = ThinScrollBar()
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def move_by(self, lines: int) -> None:
        """Move down, or up by a negative number, as far as there is room."""
        raise NotImplementedError

    def move_to_top(self) -> None:
        """Move to the first line."""
        raise NotImplementedError

    def move_to_bottom(self) -> None:
        """Move to the last line."""
        raise NotImplementedError

    def set_extent(self, lines: int, width: int = 0) -> None:
        """Say how many lines there are, and over how many cells to scroll sideways where the view has fewer."""
        self.virtual_size = Size(width, lines)
        self.refresh(layout=self.styles.auto_dimensions)

    def watch_virtual_size(self, _: Size, size: Size) -> None:
        """Fit the scrollbars; to lay out the whole screen, Textual's way to it, would cost as much as painting."""
        self._scroll_update(size)

    def scroll_to_line(self, line: int) -> None:
        """Bring a line to the top, at once, as far as the lines reach.

        Forced, because a view that has just got more lines does not know yet that it may scroll.
        """
        self.scroll_to(y=line, animate=False, force=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the lines of a part of the view.

        A view without border and padding paints each line once: Textual's own way makes several strips of it, to
        lay around it what such a view has not.
        """
        self._ground = self.rich_style
        if self.styles.gutter != Spacing():
            self._room = self.scrollable_content_region.width
            self._filters = ()
            return super().render_lines(crop)
        self._room = self.size.width
        self._filters = self.get_line_filters()
        _, self._background = self.background_colors
        strips = [self.render_line(y) for y in crop.line_range]
        if crop.column_span == (0, self._room):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def paint(self, segments: Iterable[Segment], style: Style | None = None) -> Strip:
        """Make a strip as wide as the view, of the cells that are scrolled into it, in one style of the line."""
        ground = self._ground + style if style else self._ground
        painted = [Segment(text, ground + own if own else ground) for text, own, _ in segments]
        cells = sum(cell_len(segment.text) for segment in painted)
        left = self.scroll_offset.x
        if left or cells > self._room:
            painted = list(Strip(painted, cells).crop_extend(left, left + self._room, ground))
        else:
            painted.append(Segment(" " * (self._room - cells), ground))
        for line_filter in self._filters:
            painted = line_filter.apply(painted, self._background)
        return Strip(painted, self._room)

    def action_line_down(self) -> None:
        """Move one line down."""
        self.move_by(1)

    def action_line_up(self) -> None:
        """Move one line up."""
        self.move_by(-1)

    def action_half_page_down(self) -> None:
        """Move half a page down."""
        self.move_by(self._page // 2)

    def action_half_page_up(self) -> None:
        """Move half a page up."""
        self.move_by(-(self._page // 2))

    def action_page_down(self) -> None:
        """Move a page down."""
        self.move_by(self._page)

    def action_page_up(self) -> None:
        """Move a page up."""
        self.move_by(-self._page)

    def action_top(self) -> None:
        """Move to the first line."""
        self.move_to_top()

    def action_bottom(self) -> None:
        """Move to the last line."""
        self.move_to_bottom()

    @property
    def _page(self) -> int:
        """The lines of a page, less the one that stays in sight."""
        return max(2, self.scrollable_content_region.height - 1)
