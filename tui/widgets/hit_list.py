"""The hits of a search: a few lines each, and a highlight that moves over them while somebody types."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from loaders.quoting import Quoted
from loaders.snippets import Snippet
from tui.messages import ArticleHighlighted, ArticleRequested
from tui.rendering.hits import HitStyles, ShownHit, render_hit
from tui.widgets.moving_view import MovingView
from tui.widgets.row_list import BAR, NO_BAR

_PARTS = ("title", "title-mark", "snippet", "snippet-mark", "detail")


class HitList(MovingView, can_focus=False):
    """Shows hits under each other; the keys stay with the prompt, whose screen moves the highlight."""

    DEFAULT_CSS = """
    HitList { height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hit--bar",
        "hit--highlighted",
        *(f"hit--{part}" for part in _PARTS),
    }

    highlighted: reactive[int | None] = reactive(None, init=False, repaint=False)
    """The hit that the highlight is on, from 0; None where there is none."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hits: Sequence[Quoted] = ()
        self._mixed = False
        self._lines: list[tuple[int, list[Segment]]] = []
        """Each line with the hit that it belongs to, -1 for those between hits."""
        self._starts: list[int] = []
        """The first line of each hit, and the line after the last."""
        self._chosen = False
        """Whether somebody has put the highlight where it is: else it belongs to the first hit, whatever comes."""

    @property
    def hit(self) -> Quoted | None:
        """The highlighted hit."""
        return self._hits[self.highlighted] if self.highlighted is not None else None

    @property
    def chosen_key(self) -> str | None:
        """The key of the highlighted hit, if somebody has put the highlight there."""
        return self.hit.row.key if self.hit and self._chosen else None

    @property
    def at_end(self) -> bool:
        """Tell whether the highlight is on the last hit."""
        return self.highlighted is not None and self.highlighted == len(self._hits) - 1

    def show(self, hits: Sequence[Quoted], *, mixed: bool, key: str | None = None) -> None:
        """Show other hits, the highlight on that of `key`, else on the first; `mixed` ones name their subjects."""
        self._hits = hits
        self._mixed = mixed
        found_at = self._find(key)
        place = found_at or 0
        self._chosen = found_at is not None
        self._lay_out()
        self.set_reactive(HitList.highlighted, place if hits else None)
        if not place:
            self.scroll_to_line(0)
        self._scroll_to_highlight()

    @property
    def keys(self) -> Sequence[str]:
        """The articles of all hits, in their order."""
        return tuple(hit.row.key for hit in self._hits)

    def highlight(self, key: str | None) -> None:
        """Put the highlight on the hit of a key, if it is there."""
        if (place := self._find(key)) is not None:
            self.highlighted = place

    def _find(self, key: str | None) -> int | None:
        return next((place for place, hit in enumerate(self._hits) if hit.row.key == key), None)

    def move_by(self, lines: int) -> None:
        """Move the highlight by so many hits."""
        if self._hits:
            self.highlighted = min(max(0, (self.highlighted or 0) + lines), len(self._hits) - 1)

    def move_to_top(self) -> None:
        """Highlight the first hit."""
        self.move_by(-len(self._hits))

    def move_to_bottom(self) -> None:
        """Highlight the last hit."""
        self.move_by(len(self._hits))

    def move_by_page(self, pages: int) -> None:
        """Move the highlight by as many hits as there is room for."""
        if self._hits:
            height = max(1, self.scrollable_content_region.height)
            fitting = max(1, height * len(self._hits) // max(1, len(self._lines)) - 1)
            self.move_by(pages * fitting)

    def watch_highlighted(self, old: int | None, new: int | None) -> None:
        """Keep the highlight in sight and tell of it."""
        self._chosen = True
        self._scroll_to_highlight()
        self.refresh()
        if self.hit:
            self.post_message(ArticleHighlighted(self.hit.row.key))

    def open(self) -> None:
        """Ask for the highlighted article."""
        if self.hit:
            self.post_message(ArticleRequested(self.hit.row.key))

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.call_after_refresh(self._lay_out))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the hits anew."""
        self._lay_out()
        self._scroll_to_highlight()

    def on_click(self, event: events.Click) -> None:
        """Highlight the hit under the mouse; open it when it is highlighted already."""
        line = event.y + self.scroll_offset.y
        hit = self._lines[line][0] if line < len(self._lines) else -1
        if hit < 0:
            return
        if hit == self.highlighted:
            self.open()
        else:
            self.highlighted = hit

    def render_line(self, y: int) -> Strip:
        """Paint one line of the view."""
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return self.paint(())
        hit, segments = self._lines[number]
        highlighted = hit >= 0 and hit == self.highlighted
        bar = Segment(BAR if highlighted else NO_BAR, self.get_component_rich_style("hit--bar", partial=True))
        style = self.get_component_rich_style("hit--highlighted", partial=True) if highlighted else None
        return self.paint([bar, *segments], style)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - len(BAR) - 1
        self._lines, self._starts = [], []
        if width > 0:
            styles = HitStyles(*(self.get_component_rich_style(f"hit--{part}", partial=True) for part in _PARTS))
            for number, hit in enumerate(self._hits):
                if number:
                    self._lines.append((-1, []))
                self._starts.append(len(self._lines))
                lines = render_hit(_shown(hit, mixed=self._mixed), width, styles)
                self._lines += [(number, segments) for segments in lines]
        self._starts.append(len(self._lines))
        self.set_extent(len(self._lines))

    def _scroll_to_highlight(self) -> None:
        if self.highlighted is None or self.highlighted >= len(self._starts) - 1:
            return
        top = self.scroll_offset.y
        height = max(1, self.scrollable_content_region.height)
        first, after = self._starts[self.highlighted], self._starts[self.highlighted + 1]
        end = after if self.highlighted == len(self._hits) - 1 else after - 1
        if first < top:
            self.scroll_to_line(first)
        elif end > top + height:
            self.scroll_to_line(min(first, end - height))


def _shown(hit: Quoted, *, mixed: bool) -> ShownHit:
    question = Snippet(hit.row.title, hit.title_marks)
    return ShownHit(question, hit.snippet, hit.row.subject if mixed else "", len(hit.hit.similar))
