"""A page in which words are found and marked."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from tui.rendering.cells import width_of
from tui.rendering.finding import Sought
from tui.rendering.matches import Matches, marked
from tui.rendering.page import Page
from tui.rendering.shown_text import ShownText
from tui.rendering.sideways import Sideways
from tui.widgets.line_view import LineView
from tui.widgets.page_styles import mark_styles, page_styles

_CONTEXT = 3
"""A match that was out of sight comes to a third of the height."""


class Tally(NamedTuple):
    """How many matches there are, and which one the reader is at."""

    total: int
    current: int | None = None
    """Counted from 1; None as long as the reader has not gone to one."""
    note: str = ""
    """What is worth a word about the last step."""


class FindingView(LineView):
    """Shows a page, marks what is found on it, and goes from match to match.

    What is sought stays so on every page that is shown next, until it is cleared.
    """

    tally: reactive[Tally | None] = reactive(None, init=False, repaint=False)
    """What was found; None when nothing is sought."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._margin = 0
        self._article_key = ""
        self._searched: Page | None = None
        self._text: ShownText | None = None
        self._sought: Sought | None = None
        self._matches: Matches | None = None
        self._current: int | None = None
        self._follows_current = False
        self._sideways = Sideways()

    @property
    def sought(self) -> Sought | None:
        """What is looked for."""
        return self._sought

    @property
    def current_match(self) -> int | None:
        """The match that the reader has gone to, counted from 0."""
        return self._current

    def seek(self, sought: Sought | None, current: int | None = None) -> None:
        """Mark what is sought, here and on all pages from now on; None clears the marks. Nothing moves.

        A `current` match beyond the last is the last.
        """
        self._sought = sought
        self._match()
        self._current = min(current, len(self._matches) - 1) if self._matches and current is not None else None
        self._tell()

    def seek_from(self, sought: Sought, line: int) -> None:
        """Mark what is sought and go to the first match from a line on; to the line when nothing is found."""
        self.seek(sought)
        matches = self._matches
        if matches:
            self._go_to(matches.first_from(line) % len(matches), line)
            self._tell()
        else:
            self.scroll_to_line(line)

    def step_match(self, step: int) -> None:
        """Go to the next match or the one before, round the ends of the page.

        Where the reader has left the current match, it is the next one from the line at the top.
        """
        matches = self._matches
        if not matches:
            return
        current = self._current
        if current is not None and (self._follows_current or self._is_in_sight(current)):
            wanted = current + step
        else:
            wanted = matches.first_from(self.scroll_offset.y) - (step < 0)
        number = wanted % len(matches)
        self._go_to(number, self.scroll_offset.y)
        if number == wanted:
            self._tell()
        elif len(matches) == 1:
            self._tell("the only one")
        else:
            self._tell("from the top again" if step > 0 else "from the end again")

    def search_page(self, page: Page, article_key: str) -> None:
        """Search the page that shows from now on; another one of the same article keeps the current match."""
        same, self._article_key = article_key == self._article_key, article_key
        before, matches, current = self._searched, self._matches, self._current
        self._searched, self._text, self._current = page, None, None
        self._follows_current = False
        in_sight = current is not None and self._is_in_sight(current)
        self._match()
        if same and before and matches and current is not None and self._matches:
            if len(self._matches) == len(matches):
                self._current = current
            else:
                line = page.line_at(before.position_of(matches.spans(current)[0].line))
                self._current = min(self._matches.first_from(line), len(self._matches) - 1)
            self._follows_current = in_sight
        self._tell()

    def shown_line(self, line: int) -> Sequence[Segment]:
        """Give a line of the page with its marks, as far as it shows at the width of the page."""
        page = self._searched
        if page is None:
            return []
        more = page_styles(self.app).more if page.wide_blocks else Style.null()
        return self._sideways.shown(page, line, self.marked_line(line), more)

    def marked_line(self, line: int) -> list[Segment]:
        """Give a whole line of the page with its marks."""
        if self._searched is None:
            return []
        segments = self._searched.lines[line]
        if not self._matches:
            return segments
        styles = mark_styles(self.app)
        marks = [
            (start, end, styles.current if number == self._current else styles.match)
            for number, (_, start, end) in self._matches.on_line(line)
        ]
        return marked(segments, marks) if marks else segments

    def _match(self) -> None:
        self._matches = None
        if self._sought is not None and self._searched is not None:
            self._text = self._text or ShownText(self._searched)
            self._matches = Matches(self._text, self._sought.finder)
        self.refresh()

    def _tell(self, note: str = "") -> None:
        matches, current = self._matches, self._current
        if matches is None:
            self.tally = None
        else:
            self.tally = Tally(len(matches), None if current is None else current + 1, note)

    def _is_in_sight(self, number: int, top: int | None = None) -> bool:
        spans = self._matches.spans(number) if self._matches else []
        top = self.scroll_offset.y if top is None else top
        return bool(spans) and top <= spans[0].line and spans[-1].line < top + self._height

    def _go_to(self, number: int, line: int) -> None:
        """Make a match the current one, with a line at the top if the match is in sight then."""
        if self._matches is None or self._searched is None:
            return
        self._current = number
        self._follows_current = False
        line = min(line, int(self.max_scroll_y))
        first = self._matches.spans(number)[0]
        if not self._is_in_sight(number, line):
            line = max(0, first.line - self._height // _CONTEXT)
        self.scroll_to_line(line)
        text = self._searched.text_of(first.line)
        start, end = (width_of(text[:place]) for place in (first.start, first.end))
        self._sideways.reveal(self._searched, first.line, start, end)
        self.refresh()

    @property
    def _height(self) -> int:
        return max(1, self.scrollable_content_region.height)
