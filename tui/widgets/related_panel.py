"""The articles beside an article: those it names as related, those that name it, and those like it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.binding import BindingType
from textual.strip import Strip

from loaders import Article, Neighbour
from tui.keys import key
from tui.messages import ArticleRequested, IndexWanted, PeekRequested, SimilarFound
from tui.newest import Newest
from tui.rendering.paragraphs import wrap_plain
from tui.widgets.moving_view import MovingView

_BAR = "▌"
_MOST_BACKLINKS = 100
"""More of them are counted only: nobody reads through them, and each must be wrapped."""


@dataclass(frozen=True, slots=True)
class _PanelLine:
    """One painted line: its text in a style, and which of the neighbours it belongs to."""

    text: str
    part: str
    number: str = "  "
    neighbour: int | None = None


class RelatedPanel(MovingView):
    """Lists related articles under their own numbers, then backlinks, then similar ones as soon as they are found.

    A highlight moves over those that open.
    """

    FOCUS_ON_CLICK = False
    """A click opens what is under the mouse; with the focus, the panel would first scroll to its highlight."""
    DEFAULT_CSS = """
    RelatedPanel { overflow-x: hidden; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--heading",
        "panel--number",
        "panel--title",
        "panel--detail",
        "panel--missing",
        "panel--highlighted",
        "panel--bar",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,l,right", "open", "go.open", "Open", "Open the highlighted article", show="Enter"),
        key("p", "peek", "go.peek", "Peek", "See how the highlighted article begins, without leaving", show="p"),
    ]

    def __init__(
        self,
        find_similar: Callable[[Article, Sequence[Neighbour]], Sequence[Neighbour] | None],
        *,
        id: str | None = None,
    ) -> None:
        """`find_similar` gives articles like one without those listed; None until it can. A worker calls it."""
        super().__init__(id=id)
        self._find_similar = find_similar
        self._newest: Newest[tuple[Article, Sequence[Neighbour]]] = Newest()
        self._article: Article | None = None
        self._related: Sequence[Neighbour] = ()
        self._similar: Sequence[Neighbour] = ()
        self._wanted: int | None = None
        """The neighbour to highlight as soon as it is there."""
        self._backlinks: Sequence[Neighbour] = ()
        self._painted: list[_PanelLine] = []
        self.highlighted: int | None = None
        """Which neighbour the highlight is on, from 0, related ones first; None when none can be opened."""

    def show(
        self,
        article: Article,
        related: Sequence[Neighbour],
        backlinks: Sequence[Neighbour],
        highlighted: int | None,
    ) -> None:
        """Show the neighbours of an article; its subject is not repeated on them."""
        same = self._article is not None and self._article.key == article.key
        self._article = article
        self._related = related
        self._backlinks = backlinks
        self._similar = self._similar if same else ()
        self._wanted = highlighted
        self.highlighted = None
        self._highlight_wanted()
        self._lay_out()
        self.scroll_to_line(0)
        if self.has_focus:
            self._scroll_to_highlight()
        self._newest.forget()

    def look_for_similar(self) -> None:
        """Find similar articles in the background: they never keep the page waiting."""
        if self._article and (begin := self._newest.ask((self._article, self._listed))):
            self._look(*begin)

    def on_similar_found(self, message: SimilarFound) -> None:
        """Show similar articles, unless another article is shown by now."""
        message.stop()
        if following := self._newest.answered():
            self._look(*following)
        if message.neighbours is None:
            self.post_message(IndexWanted())
            return
        if not self._newest.wants(message.number) or message.neighbours == self._similar:
            return
        self._similar = message.neighbours
        self._highlight_wanted()
        self._lay_out()

    @work(thread=True, group="similar")
    def _look(self, number: int, question: tuple[Article, Sequence[Neighbour]]) -> None:
        self.post_message(SimilarFound(number, self._find_similar(*question)))

    def related(self, number: int) -> Neighbour | None:
        """Give the related article that has this number of its own."""
        return next((neighbour for neighbour in self._related if neighbour.number == number), None)

    def move_by(self, lines: int) -> None:
        """Move the highlight by so many of the articles that can be opened."""
        choices = self._choices
        if self.highlighted is None:
            self.scroll_to_line(self.scroll_offset.y + lines)
            return
        self._wanted = None
        place = choices.index(self.highlighted) + lines
        self.highlighted = choices[min(max(0, place), len(choices) - 1)]
        self._scroll_to_highlight()
        self.refresh()

    def move_to_top(self) -> None:
        """Highlight the first article."""
        self.move_by(-len(self._neighbours))

    def move_to_bottom(self) -> None:
        """Highlight the last article."""
        self.move_by(len(self._neighbours))

    def action_open(self) -> None:
        """Ask for the highlighted article."""
        if self.highlighted is not None:
            self.post_message(ArticleRequested(self._neighbours[self.highlighted].key))

    def action_peek(self) -> None:
        """Ask how the highlighted article begins."""
        if self.highlighted is not None:
            self.post_message(PeekRequested(self._neighbours[self.highlighted].key))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the titles anew."""
        self._lay_out()
        if self.has_focus:
            self._scroll_to_highlight()

    def on_focus(self) -> None:
        """Show the highlight."""
        self._scroll_to_highlight()
        self.refresh()

    def on_blur(self) -> None:
        """Hide the highlight."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Open the article under the mouse."""
        line = event.y + self.scroll_offset.y
        neighbour = self._painted[line].neighbour if line < len(self._painted) else None
        if neighbour is not None and self._neighbours[neighbour].found:
            self.highlighted = neighbour
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the view."""
        number = y + self.scroll_offset.y
        if number >= len(self._painted):
            return self.paint(())
        line = self._painted[number]
        highlighted = self.has_focus and line.neighbour is not None and line.neighbour == self.highlighted
        segments = [
            Segment(_BAR if highlighted else " ", self._style("bar")),
            Segment(line.number, self._style("number")),
            Segment(line.text, self._style(line.part)),
        ]
        return self.paint(segments, self._style("highlighted") if highlighted else None)

    @property
    def _listed(self) -> Sequence[Neighbour]:
        return [*self._related, *self._backlinks]

    @property
    def _neighbours(self) -> Sequence[Neighbour]:
        return [*self._related, *self._backlinks[:_MOST_BACKLINKS], *self._similar]

    @property
    def _choices(self) -> list[int]:
        return [number for number, neighbour in enumerate(self._neighbours) if neighbour.found]

    def _highlight_wanted(self) -> None:
        """Put the highlight where it is wanted, or on the first one where it is nowhere."""
        choices = self._choices
        if self._wanted in choices:
            self.highlighted, self._wanted = self._wanted, None
        elif self.highlighted not in choices:
            self.highlighted = next(iter(choices), None)

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"panel--{part}", partial=True)

    def _lay_out(self) -> None:
        self._painted = list(self._panel_lines(max(8, self.scrollable_content_region.width - 4)))
        self.set_extent(len(self._painted))

    def _panel_lines(self, width: int) -> Iterator[_PanelLine]:
        yield _PanelLine("Related", "heading", "")
        if not self._related:
            yield _PanelLine("This article names none.", "detail", "")
        yield from self._part_lines(0, self._related, width)
        backlinks = self._backlinks[:_MOST_BACKLINKS]
        if backlinks:
            yield _PanelLine("", "detail")
            yield _PanelLine(f"Linked from · {len(self._backlinks):,}", "heading", "")
            yield from self._part_lines(len(self._related), backlinks, width)
        if len(self._backlinks) > len(backlinks):
            yield _PanelLine(f"and {len(self._backlinks) - len(backlinks):,} more", "detail", "")
        if self._similar:
            yield _PanelLine("", "detail")
            yield _PanelLine("Similar", "heading", "")
            yield from self._part_lines(len(self._related) + len(backlinks), self._similar, width)

    def _part_lines(self, first: int, neighbours: Sequence[Neighbour], width: int) -> Iterator[_PanelLine]:
        for number, neighbour in enumerate(neighbours, first):
            yield from self._neighbour_lines(number, neighbour, width)

    def _neighbour_lines(self, number: int, neighbour: Neighbour, width: int) -> Iterator[_PanelLine]:
        own = f"{neighbour.number} " if neighbour.number else "· "
        for text in wrap_plain(neighbour.title, width):
            yield _PanelLine(text, "title" if neighbour.found else "missing", own, number)
            own = "  "
        if not neighbour.found:
            yield _PanelLine("not in this library", "missing", own, number)
        elif self._article and neighbour.subject_key != self._article.subject_key:
            yield _PanelLine(neighbour.subject, "detail", own, number)

    def _scroll_to_highlight(self) -> None:
        lines = [number for number, line in enumerate(self._painted) if line.neighbour == self.highlighted]
        if self.highlighted is None or not lines or not self.size.height:
            return
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if lines[0] < top:
            self.scroll_to_line(lines[0])
        elif lines[-1] >= top + height:
            self.scroll_to_line(min(lines[0], lines[-1] - height + 1))
