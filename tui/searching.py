"""The search of the open library: its index, which follows the library in the background, and its screen."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from loaders import Library
from tui.history import SearchPlace
from tui.index_feeding import IndexFeeding
from tui.layout import classes_for
from tui.live_index import LiveIndex
from tui.messages import HitRequested, IndexProgressed
from tui.state import StateFile

if TYPE_CHECKING:
    from textual.app import App

    from tui.screens.jump import JumpScreen
    from tui.screens.reader import ReaderScreen
    from tui.screens.search import SearchScreen


class Searching:
    """Makes index and screen when they are first needed, and leads from the screen to articles and back."""

    def __init__(self, app: "App[None]", library: Library, state: StateFile, leaving: threading.Event) -> None:
        """`leaving` tells the worker that feeds the index to end."""
        self._app = app
        self._library = library
        self._state = state
        self.index = LiveIndex(library)
        self._feeding = IndexFeeding(app, self.index, leaving)
        self._screen: SearchScreen | None = None
        self._jump: JumpScreen | None = None
        self._read: list[str] = []

    @property
    def is_open(self) -> bool:
        """True while the search is on top."""
        return self._screen is not None and self._app.screen is self._screen

    def feed(self) -> None:
        """Let the index see what the library has now."""
        self._feeding.start()

    def follow(self, message: IndexProgressed) -> None:
        """Let the screen follow the index."""
        if message.index is not self.index:
            return
        self._feeding.follow(message)
        if message.progress.why:
            self._app.notify(message.progress.why, title="The search index is made anew", markup=False)
        if self._screen:
            self._screen.follow_index(message.progress)
        if self._jump and self._app.screen is self._jump:
            self._jump.follow_index()

    async def open(self, place: SearchPlace, reader: "ReaderScreen | None") -> None:
        """Open the search over the screen, or in the place of the reader where that has been left.

        Ends when the prompt has the focus: who waits for that before the next key loses no letter.
        """
        if self.is_open:
            return
        screen = self._make_screen()
        screen.open(place)
        if reader is not None and self._app.screen is reader and reader.is_left:
            await self._app.switch_screen(screen)
        else:
            await self._app.push_screen(screen)

    def open_hit(self, message: HitRequested, reader: "ReaderScreen") -> None:
        """Open a hit in the reader, which lies under the search or takes its place."""
        if not self.is_open:
            return  # a key too many finds that done
        if reader in self._app.screen_stack:
            self._app.pop_screen()
            reader.visit(message.key, message.place.sought, search=message.place)
        else:
            self._app.switch_screen(reader)
            reader.start(message.key, message.place.sought, message.place)

    def note_read(self, key: str) -> None:
        """Take an article as the one that was read last."""
        self._read = [key, *(other for other in self._read if other != key)]

    async def jump(self, open_article: Callable[[str], object]) -> None:
        """Let the reader choose a title; ends when the prompt has the focus."""
        from tui.screens.jump import JumpScreen  # noqa: PLC0415 - likewise

        self.feed()
        self._jump = JumpScreen(self.index, list(dict.fromkeys([*self._read, *self._state.state.read])))

        def follow(key: str | None) -> None:
            if key:
                open_article(key)

        await self._app.push_screen(self._jump, follow)

    def close(self) -> None:
        """Keep what was read for the next time, and feed the index no longer."""
        self.index.close()
        if self._read:
            self._state.remember_read(self._read)

    def forget_screen(self) -> None:
        """Let go of the screen, which must not be shown any more."""
        if self._screen:
            self._app.uninstall_screen(self._screen)
            self._screen = None

    def _make_screen(self) -> "SearchScreen":
        if self._screen is None:
            from tui.past import PastQueries  # noqa: PLC0415 - many sessions search for nothing
            from tui.screens.search import SearchScreen  # noqa: PLC0415

            self.feed()
            past = PastQueries(self._state.state.searches, self._state.remember_search)
            self._screen = SearchScreen(self._library, self.index, past, classes_for(self._app.size))
            self._app.install_screen(self._screen, "search")
        return self._screen
