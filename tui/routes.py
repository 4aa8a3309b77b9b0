"""The ways to the reader and the search of the open library, and between the two."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from loaders import Article, Library, Progress
from tui.history import SearchPlace
from tui.layout import classes_for
from tui.messages import ArticleRequested, HitRequested, IndexProgressed
from tui.searching import Searching
from tui.state import StateFile

if TYPE_CHECKING:
    from textual.app import App

    from tui.rendering.finding import Sought
    from tui.screens.reader import ReaderScreen


class Routes:
    """Makes the reader when it is first needed, and leads there from the library, the search and anywhere else."""

    def __init__(
        self,
        app: "App[None]",
        library: Library,
        state: StateFile,
        leaving: threading.Event,
        beside: Callable[[str], Sequence[str]],
    ) -> None:
        """`leaving` ends the worker that feeds the search index; `beside` gives the next articles in the list."""
        self._app = app
        self._library = library
        self._state = state
        self._beside = beside
        self._reader: ReaderScreen | None = None
        self.search = Searching(app, library, state, leaving)

    @property
    def at_reader(self) -> bool:
        """True while the reader is on top."""
        return self._reader is not None and self._app.screen is self._reader

    @property
    def has_reader(self) -> bool:
        """True once the reader has been opened."""
        return self._reader is not None

    @property
    def article_key(self) -> str | None:
        """The key of the article that the reader shows."""
        return self._reader.article_key if self._reader else None

    def follow_library(self, progress: Progress) -> None:
        """Let the reader follow the library, and the index where somebody searches or it lags."""
        self.search.index.note(progress)
        if self._reader:
            self._reader.follow_library(finished=progress.finished)
        if self.search.is_open or (progress.finished and self._library.index_lags):
            self.search.feed()

    def follow_index(self, message: IndexProgressed) -> None:
        """Let search and reader follow the index."""
        self.search.follow(message)
        if self._reader and message.progress.finished and message.progress.searchable:
            self._reader.follow_index()

    def start(self, article_key: str, sought: "Sought | None") -> None:
        """Open an article that was chosen in the library."""
        reader = self._make_reader()
        self._app.push_screen(reader)
        reader.start(article_key, sought)

    def expect(self, article: Article) -> None:
        """Let the reader, once there is one, make a page ready that may be opened next."""
        if self._reader and not self.at_reader:
            self._reader.expect(article)

    def read(self, article_key: str) -> None:
        """Open an article from wherever the reader is."""
        if self.search.is_open:
            self._app.pop_screen()
        if not (self.at_reader and self.visit(article_key)):
            self._app.post_message(ArticleRequested(article_key))

    def visit(self, article_key: str) -> bool:
        """Go on to an article in the reader; False where nothing was read before."""
        if self._reader:
            self._reader.visit(article_key)
        return self._reader is not None

    def resume(self) -> None:
        """Go forward to what was left, if anything was."""
        if self._reader and self._reader.resume():
            self._app.push_screen(self._reader)

    async def open_search(self, place: SearchPlace) -> None:
        """Open the search over the screen; ends when the prompt has the focus."""
        await self.search.open(place, self._reader)

    async def jump(self) -> None:
        """Let the reader choose a title; ends when the prompt has the focus."""
        await self.search.jump(self.read)

    def open_hit(self, message: HitRequested) -> None:
        """Open a hit of the search."""
        self.search.open_hit(message, self._make_reader())

    def forget_screens(self) -> None:
        """Let go of the screens, which must not be shown any more."""
        if self._reader:
            self._app.uninstall_screen(self._reader)
            self._reader = None
        self.search.forget_screen()

    def _make_reader(self) -> "ReaderScreen":
        if self._reader is None:
            from tui.screens.reader import ReaderScreen  # noqa: PLC0415 - many ways lead here without one

            index, measure = self.search.index, self._state.measure
            self._reader = ReaderScreen(self._library, index, self._beside, classes_for(self._app.size), measure)
            self._app.install_screen(self._reader, "reader")
        return self._reader
