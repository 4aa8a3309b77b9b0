"""The reader's screen: an article, its neighbours, and the way back."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from loaders import Article, Library
from tui.history import Place, SearchPlace
from tui.keys import key
from tui.live_index import LiveIndex
from tui.messages import (
    ArticleRequested,
    ArticleShown,
    LibraryRequested,
    SearchRequested,
)
from tui.rendering.finding import Sought
from tui.screens.absence import Absence
from tui.screens.page_screen import PAGE_KEYS
from tui.screens.stepping import Stepping
from tui.widgets.article_view import ArticleView
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Pane
from tui.widgets.related_panel import RelatedPanel
from tui.widgets.split_line import SplitLine, meter


class ReaderScreen(Stepping):
    """Shows one article at a time and remembers the way through them."""

    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            key(
                str(n),
                f"open_related({n})",
                f"go.related-{n}",
                f"Related {n}",
                "Open the related article of this number",
            )
            for n in range(1, 6)
        ),
        key(
            "tab",
            "next_pane",
            "go.next-pane",
            "Other pane",
            "Move between the page and the related articles",
            show="Tab",
        ),
        key("shift+tab", "next_pane", "go.previous-pane", "Previous pane", "Move between the panes"),
        key(
            "backspace,H,alt+left,left,h", "back", "go.back", "Back", "Go back to where you were", show="Backspace"
        ),
        *PAGE_KEYS,
        key("escape,q", "leave", "go.up", "Leave", "Go up to the search or to the library", show="q"),
        key("L,alt+right", "forward", "go.forward", "Forward", "Go forward again"),
        key("J", "step(1)", "go.next-article", "Next article", "Read the next article or hit", show="J"),
        key("K", "step(-1)", "go.previous-article", "Previous article", "Read the previous article or hit"),
        key("r", "toggle_panel", "show.related", "Related panel", "Show or hide the related articles"),
        key("i", "show_fields", "show.fields", "All fields", "Show all fields of the article", show="i"),
    ]

    def __init__(
        self,
        library: Library,
        index: LiveIndex,
        beside: Callable[[str], Sequence[str]],
        classes: str,
        measure: int,
    ) -> None:
        """`beside` gives the keys next to one in the list; `measure` is the reader's own, kept from last time."""
        super().__init__(library, index, beside, classes)
        self._measure = measure
        self._crumbs = Content()
        self._composed = False
        self._sought: Sought | None = None
        self._is_new = False
        self._absence = Absence(self)

    def compose(self) -> ComposeResult:
        """Lay out the page and the panel."""
        yield SplitLine(id="place")
        with Pane(id="desk"):
            yield ArticleView(id="page")
            with Container(id="neighbours"):
                yield RelatedPanel(self._index.similar, id="related")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what was asked for before there was a screen."""
        self.follow_page()
        page = self.query_one(ArticleView)
        page.measure = self._measure
        self.watch(page, "progress", self._head, init=False)
        self.watch(page, "as_source", self._head, init=False)
        self._composed = True
        if self._history.here:
            self._show(self._history.here)

    @property
    def is_left(self) -> bool:
        """True when the way back has led out of the articles."""
        return self._history.here is None

    def start(self, article_key: str, sought: Sought | None = None, search: SearchPlace | None = None) -> None:
        """Show an article that was chosen in the library, or in a search over it, at the first match if any."""
        self._is_new, self._sought = True, sought
        self._show(self._history.start(article_key, search))

    def visit(
        self,
        article_key: str,
        sought: Sought | None = None,
        *,
        search: SearchPlace | None = None,
        fragment: str = "",
    ) -> None:
        """Go on to another article, at the first match of what is `sought`; the way back leads by a search here.

        Without anything new to seek, what was sought before is marked there too. `fragment` names the heading to
        go to, which may be one of the same article.
        """
        self._note()
        if sought is not None:
            self._is_new, self._sought = True, sought
        self._show(self._history.visit(article_key, search, elsewhere=bool(fragment)))
        if fragment:
            page = self.query_one(ArticleView)
            heading = page.heading_named(fragment)
            if heading is None:
                self.notify(f"The article has no heading “{fragment}”.", markup=False)
            else:
                page.go_to_heading(heading)

    def resume(self) -> bool:
        """Show again what was left, or what lies ahead; False when there is nothing."""
        place = self._history.here or self._history.forward()
        if place:
            self._show(place)
        return place is not None

    def follow_library(self, *, finished: bool = True) -> None:
        """Show the article anew if its file has changed, at the same line; say once that it is gone.

        Until the library has `finished` to follow its files, one that is gone may come back.
        """
        if self._article is None or not self.is_open:
            return
        article = self._library.store.article(self._article.key)
        if article is None:
            if finished:
                self._absence.tell_once()
            return
        self._absence.end()
        if article != self._article:
            self._note()
            focused = self.focused
            if place := self._history.here:
                self._show(place)
            self.set_focus(focused)

    def follow_index(self) -> None:
        """Look for similar articles where the index is only now complete."""
        if self._composed and self.is_open:
            self._rest.begin()

    def at_rest(self, article: Article) -> None:
        """Look for similar articles too."""
        super().at_rest(article)
        self.query_one(RelatedPanel).look_for_similar()

    def on_article_requested(self, message: ArticleRequested) -> None:
        """Follow a related article."""
        message.stop()
        self.visit(message.key, message.sought)

    def on_back_requested(self) -> None:
        """Go back from the left edge of the page."""
        self.action_back()

    def action_open_related(self, number: int) -> None:
        """Open the related article of this number."""
        neighbour = self.query_one(RelatedPanel).related(number)
        if neighbour is None:
            self.notify(f"This article has no related article {number}.", markup=False)
        elif not neighbour.found:
            self.notify(f"Related article {number} is not in this library.", markup=False)
        else:
            self.visit(neighbour.key)

    def action_next_pane(self) -> None:
        """Move between the page and the panel."""
        panel = self.query_one(RelatedPanel)
        if panel.has_focus:
            self.focus_page()
        else:
            self.remove_class("-without-panel")
            self.add_class("-in-panel")
            self.set_focus(panel)

    def action_back(self) -> None:
        """Go back to where the reader was, through the searches on the way, at last to the library."""
        self._note()
        left, place = self._history.here, self._history.back()
        if place:
            self._show(place)
        if left and left.opened_by:
            self.post_message(SearchRequested(left.opened_by))
        elif not place:
            self.post_message(LibraryRequested())

    def action_forward(self) -> None:
        """Go forward again."""
        self._note()
        if place := self._history.forward():
            self._show(place)

    def action_toggle_panel(self) -> None:
        """Show or hide the panel; where it has no room beside the page, go to it instead."""
        if self.has_class("-low"):
            self.action_next_pane()
            return
        self.toggle_class("-without-panel")
        if self.has_class("-without-panel"):
            self.focus_page()

    def action_show_fields(self) -> None:
        """Show all fields of the article."""
        if self._article:
            from tui.screens.fields import FieldsScreen  # noqa: PLC0415 - seldom needed

            self.app.push_screen(FieldsScreen(self._article))

    def action_leave(self) -> None:
        """Go up: to the search from which the reader came, or else to the library."""
        self._note()
        search = self._history.leave()
        if search is None:
            self.post_message(LibraryRequested())
            return
        if self._history.here:
            self._show(self._history.here)
        self.post_message(SearchRequested(search))

    def _note(self) -> None:
        """Keep in the history where in the article the reader is."""
        if self._article is None:
            return
        panel = self.query_one(RelatedPanel)
        self._history.note(
            Place(self._article.key, self.query_one(ArticleView).position, panel.highlighted, panel.has_focus)
        )

    def _show(self, place: Place) -> None:
        if not self._composed:
            return
        store = self._library.store
        article = store.article(place.key)
        if article is None:
            self._absence.tell(on_page=place.key == self.article_key)
            return
        self._absence.end()
        self._article = article
        page = self.query_one(ArticleView)
        panel = self.query_one(RelatedPanel)
        reading = self.reading(article)
        if self._is_new:
            page.seek(self._sought)
        at_match = self._is_new and self._sought is not None
        self._is_new = False
        page.show(reading, 0 if at_match else place.position, at_match=at_match)
        panel.show(article, store.related(article.key), store.backlinks(article.key), place.neighbour)
        if place.in_panel and not self.has_class("-without-panel"):
            self.add_class("-in-panel")
            self.set_focus(panel)
        else:
            self.focus_page()
        self.post_message(ArticleShown(article.key))
        self._crumbs = Content.assemble((reading.subject, "$ink-quiet"), (" › ", "$ink-faint"), article.title)
        self._head()

    def focus_page(self) -> None:
        """Let the page have the keys, and its room back where the panel has taken it."""
        self.remove_class("-in-panel")
        super().focus_page()

    def _head(self) -> None:
        place = self.query_one("#place", SplitLine)
        page = self.query_one(ArticleView)
        source = "TeX source  " if page.as_source else ""
        place.left = self._crumbs
        place.right = Content.assemble(
            (f"{source}{page.progress:4.0%}", "$ink-quiet"), "  ", *meter(page.progress)
        )
