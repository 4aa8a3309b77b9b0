"""An article as a page: rendered once for its width, painted line by line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events, work
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip
from textual.worker import get_current_worker

from loaders import Article
from tui.keys import key
from tui.messages import BackRequested, PageShown, PagesLaidOut
from tui.rendering.finding import Sought
from tui.rendering.kept_pages import KeptPages, Wanted
from tui.rendering.page import Page
from tui.rendering.sideways import Sideways
from tui.state import MEASURES
from tui.widgets.linked_page import LinkedPage
from tui.widgets.page_styles import page_styles

_AIR = 1
"""The blank lines under a page."""
_NARROW = 40
"""Views that are not wider have small margins."""
_SIDEWAYS = 8
"""The cells that one key scrolls sideways."""
_AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what its page says of its place in the library."""

    article: Article
    subject: str
    """The library's spelling of its subject."""
    also_in: Sequence[str] = ()
    """The subjects under which its copies are filed."""


class ArticleView(LinkedPage):
    """Shows one article at a comfortable measure, centred where there is room.

    A position tells the first line in sight by the letters before it, which are the same at every width: twice
    their number, and one more unless the line is blank.
    """

    DEFAULT_CSS = """
    ArticleView { scrollbar-gutter: stable; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,l", "sideways(1)", "move.right", "Right", "Scroll code that is wider than the page"),
        key("left,h", "sideways(-1)", "move.left", "Left", "Scroll back; from the left edge, go back"),
        key("right_square_bracket", "heading(1)", "move.next-heading", "Next heading", "Move to the next heading"),
        key(
            "left_square_bracket", "heading(-1)", "move.heading-back", "Heading back", "Move to the heading before"
        ),
        key(
            "M",
            "toggle_source",
            "show.source",
            "TeX source",
            "Show formulas as they are drawn, or as their source",
        ),
    ]

    measure: reactive[int] = reactive(80, init=False)
    """The most cells that a line of text may have."""
    progress: reactive[float] = reactive(0.0)
    """How much of the page has been scrolled by, from 0 to 1; 1 where there is nothing to scroll."""
    as_source: reactive[bool] = reactive(False, init=False)
    """True while formulas show as their source."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._kept = KeptPages()
        self._position = 0
        self._top = 0
        self._at_match = False
        self._heading_gone_to: tuple[int, int] | None = None
        """Its number, and the line that came to the top: at the end of a page, another one."""

    @property
    def position(self) -> int:
        """The position of the first line in sight; it stays what it was until the page is scrolled."""
        page = self._page_shown
        if page is None or self.scroll_offset.y == self._top:
            return self._position
        line = min(self.scroll_offset.y, len(page.lines) - 1)
        return 2 * page.position_of(line) + bool(page.lines[line]) if line else 0

    @property
    def current_heading(self) -> int | None:
        """Which heading the reader has gone to, or else has last scrolled by; None above the first."""
        if self._heading_gone_to and self._heading_gone_to[1] == self.scroll_offset.y:
            return self._heading_gone_to[0]
        above = [n for n, heading in enumerate(self.headings) if heading.line <= self.scroll_offset.y]
        return above[-1] if above else None

    def go_to_heading(self, number: int) -> None:
        """Bring a heading to the top, as far as the page reaches; one that is gone meanwhile moves nothing."""
        if number < len(self.headings):
            self.scroll_to_line(self.headings[number].line)
            self._heading_gone_to = (number, self.scroll_offset.y)

    def action_sideways(self, step: int) -> None:
        """Scroll the code in sight that is wider than the page; from its left edge, go back."""
        top = self.scroll_offset.y
        in_sight = range(top, top + self.scrollable_content_region.height)
        if not self._scroll_sideways(in_sight, step) and step < 0:
            self.post_message(BackRequested())

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Scroll the code under the mouse."""
        self._scroll_under(event, 1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Scroll the code under the mouse back."""
        self._scroll_under(event, -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the code under the mouse, where the mouse has but one wheel."""
        if event.shift or event.ctrl:
            self._scroll_under(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the code under the mouse back, where the mouse has but one wheel."""
        if event.shift or event.ctrl:
            self._scroll_under(event, -1)

    def _scroll_under(self, event: events.MouseEvent, step: int) -> None:
        line = event.y + self.scroll_offset.y
        if self._scroll_sideways(range(line, line + 1), step):
            event.stop()

    def _scroll_sideways(self, lines: range, step: int) -> bool:
        page = self._page_shown
        moved = page is not None and self._sideways.scroll(page, lines, step * _SIDEWAYS)
        if moved:
            self.refresh()
        return moved

    def action_heading(self, step: int) -> None:
        """Bring the next heading, or the one before, to the top."""
        lines = [heading.line for heading in self.headings]
        ahead = [line for line in lines if (line - self.scroll_offset.y) * step > 0]
        if ahead:
            self.scroll_to_line(ahead[0] if step > 0 else ahead[-1])

    def action_toggle_source(self) -> None:
        """Show formulas as mathematics or as their source."""
        self.as_source = not self.as_source

    def watch_as_source(self) -> None:
        """Lay the page out anew; the line at the top stays."""
        self._lay_out(self.position)

    def watch_measure(self) -> None:
        """Lay the page out anew; the line at the top stays."""
        self._lay_out(self.position)

    def step_measure(self, step: int) -> int | None:
        """Give the next measure that shows shorter or longer lines than there are; None when there is none."""
        shown = self._width_of_page()
        if step < 0:
            return max((measure for measure in MEASURES if measure < shown), default=None)
        if self._width_of_page(MEASURES[-1]) == shown:
            return None
        return next(measure for measure in MEASURES if measure > self.measure)

    def show(self, reading: Reading, position: int = 0, *, at_match: bool = False) -> None:
        """Show an article, with the line at `position` at the top, or at the first match of what is sought."""
        self.stay_behind()
        self._at_match = at_match
        before = self._reading.article if self._reading else None
        # What has changed while it is read is the same opening.
        if before is None or before.key != reading.article.key or before == reading.article:
            self._sideways = Sideways()
        self._reading = reading
        self._lay_out(position)

    def return_to(self, position: int) -> None:
        """Bring the line at a position to the top."""
        if self._page_shown:
            self.scroll_to_line(_line_at(self._page_shown, position))

    def seek_at(self, sought: Sought, position: int) -> None:
        """Mark what is sought and go to the first match from a position on; to that when nothing is found."""
        self.seek_from(sought, _line_at(self._page_shown, position) if self._page_shown else 0)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out anew and keep the line that was at the top."""
        if self._page_shown is None or self._width_of_page() != self._page_shown.width:
            self._lay_out(self.position)
        else:
            self._place_page(self._page_shown)

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.call_after_refresh(self._repaint))

    def _repaint(self) -> None:
        self._lay_out(self.position)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell how far the page has been scrolled."""
        super().watch_scroll_y(old_value, new_value)
        self._measure_progress()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the view, or of the margins around the page."""
        line = y + self.scroll_offset.y
        page = self._page_shown
        if page is None or line >= len(page.lines):
            return self.paint(())
        return self.paint([Segment(" " * self._margin), *self.shown_line(line)])

    def _lay_out(self, position: int) -> None:
        reading = self._reading
        self._position = position
        if self.text_selection:
            self.screen.clear_selection()
        if reading is None or not self.size.width:
            return
        page = self._kept.page(self._wanted(reading))
        self._page_shown = page
        self._heading_gone_to = None
        self.search_page(page, reading.article.key)
        self._place_page(page)
        self.scroll_to_line(_line_at(page, position))
        self._top = self.scroll_offset.y
        if self._at_match and self.sought:
            self.seek_at(self.sought, position)
        self._at_match = False
        self._measure_progress()
        self.post_message(PageShown())

    def _wanted(self, reading: Reading) -> Wanted:
        return Wanted(
            reading.article,
            self._width_of_page(),
            page_styles(self.app),
            reading.subject,
            tuple(reading.also_in),
            self.as_source,
        )

    def lay_out_ahead(self, readings: Iterable[Reading]) -> None:
        """Lay out in the background what may be shown next, as it would show now."""
        if self.size.width and (pages := self._kept.to_lay_out(map(self._wanted, readings))):
            self._lay_out_pages(pages)

    def stay_behind(self) -> None:
        """Lay nothing more out ahead."""
        self.workers.cancel_group(self, _AHEAD)

    @work(thread=True, group=_AHEAD, exclusive=True)
    def _lay_out_pages(self, wanted: Sequence[Wanted]) -> None:
        worker = get_current_worker()
        pages = []
        for page in wanted:
            if worker.is_cancelled:
                return
            pages.append((page, page.lay_out()))
        self.post_message(PagesLaidOut(pages))

    def on_pages_laid_out(self, message: PagesLaidOut) -> None:
        """Keep what was laid out ahead."""
        message.stop()
        self._kept.keep_ahead(message.pages)

    def _place_page(self, page: Page) -> None:
        """Put a page into the middle of the view."""
        self._margin = max(0, (self.scrollable_content_region.width - page.width) // 2)
        self.set_extent(len(page.lines) + _AIR)

    def _measure_progress(self) -> None:
        end = self.max_scroll_y
        self.progress = min(1.0, self.scroll_offset.y / end) if end > 0 else 1.0

    def _width_of_page(self, measure: int = 0) -> int:
        width = self.scrollable_content_region.width
        return max(1, min(measure or self.measure, width - (6 if width > _NARROW else 2)))


def _line_at(page: Page, position: int) -> int:
    """Find the line of a position; for that of a blank line, the blank one before its letters, if any."""
    if not position:
        return 0
    letters, has_text = divmod(position, 2)
    line = page.line_at(letters)
    return line - 1 if line and not has_text and not page.lines[line - 1] else line
