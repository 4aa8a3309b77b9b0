"""The program: it owns the library and shows the screens."""

import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen

from loaders import Library, LibraryError
from tui.cover import Cover
from tui.garbage import collect_garbage
from tui.keys import key, pressable
from tui.layout import HEIGHTS, WIDTHS, classes_for
from tui.library_watch import LibraryWatch
from tui.messages import (
    ArticleExpected,
    ArticleRequested,
    ArticleShown,
    CacheFailed,
    HitRequested,
    IndexProgressed,
    LibraryProgressed,
    MeasureChosen,
    SearchRequested,
    StepRequested,
)
from tui.places import library_name, sample_library
from tui.safety import SafeFilter, leave_on_signals
from tui.screens.library import LibraryScreen
from tui.state import StateFile
from tui.themed_app import ThemedApp
from tui.warming import prepare_reader

if TYPE_CHECKING:
    from tui.routes import Routes


def _action_provider() -> type[Provider]:
    from tui.palette import ActionProvider  # noqa: PLC0415 - only a reader who opens the palette needs it

    return ActionProvider


class CarrelApp(ThemedApp):
    """Opens one library, reads it in a worker, and shows the library's screen or the reader's."""

    TITLE = "Carrel"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_action_provider}
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        key("L,alt+right", "resume", "go.forward", "Forward", "Go forward to the article that you left"),
        key("slash", "search", "go.search", "Search", "Search in your own words", show="/"),
        key("ctrl+o", "jump", "go.jump", "Jump", "Jump to a title by some of its letters"),
        key("R", "random", "go.random", "Random article", "Read any article of the library"),
        key("question_mark,f1", "help", "show.help", "Help", "Show the keys of this screen", show="?"),
        key("colon,ctrl+p", "command_palette", "app.commands", "Commands", "Find an action by its name", show=":"),
        key("T", "change_theme", "app.theme", "Theme", "Choose the colours"),
        key("Q", "quit", "app.quit", "Quit", "Close Carrel"),
        Binding(
            "ctrl+q",
            "quit",
            "Quit",
            id="app.quit-now",
            tooltip="Close Carrel from anywhere",
            show=False,
            priority=True,
        ),
    ]

    def __init__(
        self,
        library: Library | None,
        state: StateFile,
        *,
        reason: str = "",
        warning: str = "",
        watches: bool = True,
        desktop: Mapping[str, str] | None = None,
    ) -> None:
        """`library` None shows a screen that tells the `reason` and offers the sample library.

        A `warning`, why there is no cache, is said once. `watches` False reads the library once and no more.
        `desktop` is the environment whose clipboard takes what is copied, and whose terminal has so many colours;
        without one the terminal alone does, in all colours.
        """
        self._state = state
        self._safe_filter = SafeFilter()
        super().__init__(state.state.theme, desktop)
        self._warning = warning
        self._leaving = threading.Event()
        self._watch = LibraryWatch(self, self._leaving, watches=watches)
        self._cover = Cover(self)
        self._routes: Routes | None = None
        self._library = library
        self._reason = reason

    def on_mount(self) -> None:
        """Keep choices from now on, and follow what happens to the library."""
        self.call_after_refresh(collect_garbage)
        leave_on_signals(lambda code: self.exit(return_code=code))
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep(theme=theme.name))
        if self._library is not None:
            self._follow(self._library)
        if self._warning:
            from tui.cache_failure import say_without_cache  # noqa: PLC0415 - seldom needed

            say_without_cache(self, self._warning)

    def on_unmount(self) -> None:
        """Let the workers end, and keep what was read."""
        self._leaving.set()
        if self._routes:
            self._routes.search.close()

    def get_default_screen(self) -> Screen[Any]:
        """Begin with the library's screen: no empty one is laid out before it."""
        if self._library is not None:
            return self._make_library_screen(self._library)
        from tui.screens.missing_library import MissingLibraryScreen  # noqa: PLC0415 - seldom needed

        return MissingLibraryScreen(self._reason)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no control character of a text through to the terminal."""
        return [*super().get_line_filters(), self._safe_filter]

    def on_resize(self, event: events.Resize) -> None:
        """Cover the screens while the terminal is too small for them."""
        self._cover.fit(event.size)

    async def on_key(self, event: events.Key) -> None:
        """Give keys to the prompt that has opened while they were on their way."""
        focused = self.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            await focused.on_event(event)
            event.prevent_default()

    def on_library_progressed(self, message: LibraryProgressed) -> None:
        """Let the screens follow their library."""
        if message.library is self._library:
            self._library_screen.progress = message.progress
            if self._routes:
                self._routes.follow_library(message.progress)
            elif message.progress.finished and message.library.index_lags:
                self._routes_of(message.library).search.feed()

    def on_index_progressed(self, message: IndexProgressed) -> None:
        """Let the screens follow the index."""
        if self._routes:
            self._routes.follow_index(message)

    def on_index_wanted(self) -> None:
        """Make the index anew, or open it at last."""
        if self._routes:
            self._routes.search.feed()

    def on_cache_failed(self, message: CacheFailed) -> None:
        """Go on with a new cache, or in memory, when the cache fails."""
        if message.library is self._library:
            from tui.cache_failure import open_again  # noqa: PLC0415 - seldom needed

            library = open_again(self, message)
            if library is None:
                return
            while len(self.screen_stack) > 1:
                self.pop_screen()
            if self._routes:
                self._routes.forget_screens()
                self._routes = None
            self._show_library(library)

    def on_article_requested(self, message: ArticleRequested) -> None:
        """Open an article that was chosen in the library; a key too many meets the reader already."""
        if self._cover.lies or (self._routes and self._routes.at_reader):
            return
        if self._library is None or self._library.store.row_of(message.key) is None:
            self.notify("This article is not in the library any more.", severity="warning", markup=False)
            return
        self._routes_of(self._library).start(message.key, message.sought)

    def on_article_expected(self, message: ArticleExpected) -> None:
        """Make the page of an article ready that may be opened next; for the first one, what shows it."""
        if self._routes and self._routes.has_reader:
            self._routes.expect(message.article)
        else:
            self._prepare_reader()

    @work(exclusive=True, group="reader")
    async def _prepare_reader(self) -> None:
        await prepare_reader(self)

    async def on_search_requested(self, message: SearchRequested) -> None:
        """Open the search over the screen."""
        if self._library is not None and not self._cover.lies:
            await self._routes_of(self._library).open_search(message.place)

    def on_hit_requested(self, message: HitRequested) -> None:
        """Open a hit of the search."""
        if self._routes:
            self._routes.open_hit(message)

    def on_library_requested(self) -> None:
        """Go up from the reader to the library; a key too many finds that done."""
        if self._routes and self._routes.at_reader:
            self._library_screen.highlight(self._routes.article_key)
            self.pop_screen()

    def on_step_requested(self, message: StepRequested) -> None:
        """Read the article beside the current one in the library's list."""
        article_key = self._library_screen.step(message.key, message.step)
        if not (article_key and self._routes and self._routes.visit(article_key)):
            end = "last" if message.step > 0 else "first"
            self.notify(f"This is the {end} article of the list.", markup=False)

    def on_measure_chosen(self, message: MeasureChosen) -> None:
        """Keep how wide the reader wants lines to be."""
        self._keep(measure=message.measure)

    def on_sample_requested(self) -> None:
        """Open the sample library; a key too many finds it open."""
        if self._library is not None:
            return
        try:
            library = Library.open(sample_library())
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._show_library(library)

    async def action_search(self) -> None:
        """Search in the subject that the library shows, or in all articles."""
        from tui.history import SearchPlace  # noqa: PLC0415 - the first screen does without

        subject = self.screen.subject if isinstance(self.screen, LibraryScreen) else None
        await self.on_search_requested(SearchRequested(SearchPlace("", subject)))

    async def action_jump(self) -> None:
        """Choose an article by letters of its title."""
        if self._library is not None and not self._cover.lies:
            await self._routes_of(self._library).jump()

    def on_article_shown(self, message: ArticleShown) -> None:
        """Remember what was read last."""
        if self._library is not None:
            self._routes_of(self._library).search.note_read(message.key)

    def action_resume(self) -> None:
        """Go forward from the library to what was left."""
        if isinstance(self.screen, LibraryScreen) and self._routes:
            self._routes.resume()

    def action_random(self) -> None:
        """Open any article of the library."""
        library = self._library
        if library and (article_key := library.store.random_key()):
            self._routes_of(library).read(article_key)

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press Ctrl+C."""
        self.notify("Q closes Carrel.", markup=False)

    def action_help(self) -> None:
        """Show the keys of the screen."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415 - seldom needed

        self.push_screen(HelpScreen(pressable(self.screen)))

    def _routes_of(self, library: Library) -> "Routes":
        if self._routes is None:
            from tui.routes import Routes  # noqa: PLC0415 - the first screen does not wait for them

            screen = self._library_screen
            self._routes = Routes(self, library, self._state, self._leaving, screen.beside)
            self._routes.search.index.note(screen.progress)
        return self._routes

    def _make_library_screen(self, library: Library) -> LibraryScreen:
        self._library = library
        self._library_screen = LibraryScreen(library, library_name(library), classes_for(self.size))
        return self._library_screen

    def _show_library(self, library: Library) -> None:
        """Show a library over the screen with which the program began."""
        self.push_screen(self._make_library_screen(library))
        self._follow(library)

    def _follow(self, library: Library) -> None:
        if library.folder != sample_library():
            self._keep(library=str(library.folder))
        self._watch.follow(library)

    def _keep(self, **choices: str | int) -> None:
        if not self._state.update(**choices):
            self.notify("This choice could not be kept: the state file cannot be written.", markup=False)
