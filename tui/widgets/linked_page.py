"""A page on which things can be pointed at: links, headings, code, letters."""

from bisect import bisect_left
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from tui.messages import LinkRequested
from tui.rendering.anchors import find_heading
from tui.rendering.matches import marked
from tui.rendering.page import Heading, Page
from tui.rendering.page_links import Link, links_of
from tui.widgets.finding_view import FindingView
from tui.widgets.page_selection import letter_at, selected_span, selected_text


class LinkedPage(FindingView):
    """Knows where on the screen the parts of its page are; a subclass lays the page out and paints it."""

    ALLOW_SELECT = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page_shown: Page | None = None

    @property
    def links(self) -> list[Link]:
        """The links of the text, from its top."""
        return links_of(self._page_shown) if self._page_shown else []

    def place_of(self, link: Link) -> Offset | None:
        """Give where on the screen the first part of a link begins that is in sight; None when none is."""
        view = self.scrollable_content_region
        for part in link.parts:
            place = view.offset - self.scroll_offset + (self._margin + part.start, part.line)
            if view.contains_point(place):
                return place
        return None

    @property
    def headings(self) -> Sequence[Heading]:
        """The headings of the article, in order."""
        return self._page_shown.headings if self._page_shown else ()

    def heading_named(self, fragment: str) -> int | None:
        """Find the heading that a link names after `#`, counted from 0; None when there is none."""
        heading = find_heading(self.headings, fragment)
        return self.headings.index(heading) if heading else None

    @property
    def code_above(self) -> int:
        """How many blocks of code end above the first line in sight."""
        page, top = self._page_shown, self.scroll_offset.y
        if page is None:
            return 0
        reaches_in = top in page.code_starts and top not in page.code_firsts
        return bisect_left(page.code_firsts, top) - reaches_in

    def letter_at(self, x: int, y: int) -> Offset | None:
        """Give which letter of which line stands at a place of the screen, or nearest to it."""
        view = self.scrollable_content_region
        if self._page_shown is None or not self._page_shown.lines or not view:
            return None
        column = min(max(x, view.x), view.right - 1) - view.x
        line = min(max(y, view.y), view.bottom - 1) - view.y + self.scroll_offset.y
        cell = self._sideways.cell_at(self._page_shown, line, column - self._margin)
        return letter_at(self._page_shown, cell, line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the selected text."""
        return (selected_text(self._page_shown, selection), "\n") if self._page_shown else None

    def marked_line(self, line: int) -> list[Segment]:
        """Give a whole line of the page with its marks, what is selected over what is found."""
        segments = super().marked_line(line)
        selection = self.text_selection
        if selection is None or self._page_shown is None:
            return segments
        span = selected_span(self._page_shown, selection, line)
        color = self.screen.get_component_rich_style("screen--selection").bgcolor
        return marked(segments, [(*span, Style(bgcolor=color) if color else Style(reverse=True))])

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the mouse."""
        event.prevent_default()  # a double click would select the whole article
        if self.text_selection is None and (link := self._link_at(event.screen_offset)):
            self.post_message(LinkRequested(link))

    def _link_at(self, place: Offset) -> Link | None:
        column, line = place - self.scrollable_content_region.offset + self.scroll_offset
        cell = column - self._margin
        return next(
            (
                link
                for link in self.links
                for part in link.parts
                if part.line == line and part.start <= cell < part.end
            ),
            None,
        )
