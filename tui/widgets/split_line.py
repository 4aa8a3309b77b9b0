"""One line with something at its left and something at its right."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class SplitLine(Widget):
    """Shows `left` and `right` on one line; the left gives way where both do not fit."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SplitLine { height: 1; }
    """

    left: reactive[Content] = reactive(Content)
    right: reactive[Content] = reactive(Content)

    def render(self) -> Content:
        """Lay both out in the width that there is."""
        width = self.content_size.width
        left, right = self.left, self.right
        room = width - right.cell_length - (2 if right else 0)
        if left.cell_length > room:
            left = left.truncate(max(0, room), ellipsis=True)
        return Content.assemble(left, " " * max(0, width - cell_len(left.plain) - right.cell_length), right)


def meter(part: float, cells: int = 8) -> tuple[Content, Content]:
    """Draw how much of something is done, from 0 to 1, as a thin line of so many cells."""
    done = round(min(max(part, 0.0), 1.0) * cells)
    return Content.styled("━" * done, "$accent"), Content.styled("━" * (cells - done), "$ink-faint 50%")
