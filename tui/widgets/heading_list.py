"""The headings of an article as a list."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size

from tui.messages import HeadingRequested
from tui.rendering.fitting import fit
from tui.rendering.page import Heading
from tui.widgets.row_list import BAR, NO_BAR, RowList

_AROUND = 9
"""The lines that a page over a screen leaves free, and that its title and foot take."""
_INDENT = 2
_HERE = "  here"
"""What the heading says under which the reader is."""


class HeadingList(RowList):
    """Lists headings, each indented by how many of the levels that the article uses lie above its own."""

    def __init__(self, headings: Sequence[Heading], current: int | None) -> None:
        """Take the headings; the `current` one, counted from 0, is marked, and highlighted at first."""
        super().__init__()
        self._headings = headings
        self._current = current
        self._levels = sorted({heading.level for heading in headings})

    def on_mount(self) -> None:
        """Begin with the heading under which the reader is, and show what stands around it."""
        current = self._current or 0
        height = self.get_content_height(self.app.size, self.app.size, 0)
        self.set_rows(len(self._headings), current, height // 2)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Be as high as the list, or as the terminal allows beside what is around it."""
        return max(1, min(len(self._headings), viewport.height - _AROUND))

    def row_segments(self, row: int, width: int, *, highlighted: bool) -> Iterable[Segment]:
        """Paint one heading."""
        heading = self._headings[row]
        depth = self._levels.index(heading.level)
        here = _HERE if row == self._current else ""
        lead = (BAR if highlighted else NO_BAR) + " " * _INDENT * depth
        text = fit(heading.text, max(1, width - len(lead) - len(here)))
        return (
            Segment(lead, self.style_of("row--bar")),
            Segment(text, self.detail_style(highlighted=True) if depth else self.style_of("row--title")),
            Segment(" " * (width - len(lead) - cell_len(text) - len(here))),
            Segment(here, self.detail_style(highlighted=highlighted)),
        )

    def row_highlighted(self) -> None:
        """Tell nobody: nothing else shows the highlighted heading."""

    def action_open(self) -> None:
        """Go to the highlighted heading."""
        if self.highlighted is not None:
            self.post_message(HeadingRequested(self.highlighted))
