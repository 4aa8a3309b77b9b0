"""A view of painted lines that the movement keys move."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.keys import MOVEMENT


class MovingView(ScrollView, can_focus=True, inherit_bindings=False):
    """Moves by line, half page and page; what moves, the page or a highlighted row, its subclasses say."""

    ALLOW_SELECT = False  # the mouse selects of articles alone: rows and frames beside them stay out of it
    BINDINGS: ClassVar[list[BindingType]] = [*MOVEMENT]

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
        self.refresh()

    def scroll_to_line(self, line: int) -> None:
        """Bring a line to the top, at once, as far as the lines reach.

        Forced, because a view that has just got more lines does not know yet that it may scroll.
        """
        self.scroll_to(y=line, animate=False, force=True)

    def paint(self, segments: Iterable[Segment], style: Style | None = None) -> Strip:
        """Make a strip as wide as the view, of the cells that are scrolled into it, in one style of the line."""
        left = self.scroll_offset.x
        width = self.scrollable_content_region.width
        strip = Strip(segments).crop_extend(left, left + width, None)
        return strip.apply_style(self.rich_style + style if style else self.rich_style)

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
