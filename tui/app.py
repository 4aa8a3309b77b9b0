"""The program: it owns the library and shows the screens."""

import gc
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme

from loaders import CacheError, Library, LibraryError, Progress
from tui.clipboard import NO_CLIPBOARD, Clipboard
from tui.keys import key, pressable
from tui.layout import HEIGHTS, SMALLEST, WIDTHS, classes_for
from tui.messages import (
    ArticleRequested,
    ArticleShown,
    CacheFailed,
    CopyRequested,
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
from tui.themes import DEFAULT_THEME, THEMES, variables_of

_PATIENCE = 0.5
"""Seconds after which a library that is there already is compared with its files: first it is shown."""

_GENERATIONS = 700, 10, 3
"""When Python looks for garbage: the first two are its own, the third is 10 there."""
_COVER = "too-small"
"""The name of the screen that covers the others while there is no room for them."""

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen
    from tui.searching import Searching


def _action_provider() -> type[Provider]:
    from tui.palette import ActionProvider  # noqa: PLC0415 - only a reader who opens the palette needs it

    return ActionProvider


def _collect_garbage() -> None:
    """Look for garbage again after a start without; what was made until now stays, and is not looked at again.

    That makes it cheap to look through all the rest more often, which lines that were painted once are part of.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_GENERATIONS)
        gc.enable()


def _theme_at_start(app: "CarrelApp") -> str:
    return app.remembered_theme


class CarrelApp(App[None]):
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

    theme: Reactive[str] = Reactive(Initialize(_theme_at_start))
    """The theme's name: at the start the reader's choice, so that styles are worked out once."""

    def __init__(
        self,
        library: Library | None,
        state: StateFile,
        *,
        reason: str = "",
        warning: str = "",
        watches: bool = True,
        clipboard: Clipboard = NO_CLIPBOARD,
    ) -> None:
        """`library` None shows a screen that tells the `reason` and offers the sample library.

        A `warning`, why there is no cache, is said once. `watches` False reads the library once and no more.
        `clipboard` takes what is copied; by default the terminal alone does.
        """
        self._state = state
        self._safe_filter = SafeFilter()
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self._warning = warning
        self._watches = watches
        self._system_clipboard = clipboard
        self._leaving = threading.Event()
        self._reader: ReaderScreen | None = None
        self._searching: Searching | None = None
        self._library = library
        self._reason = reason

    def on_mount(self) -> None:
        """Keep choices from now on, and follow what happens to the library."""
        self.call_after_refresh(_collect_garbage)
        leave_on_signals(lambda code: self.exit(return_code=code))
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep(theme=theme.name))
        if self._library is not None:
            self._follow(self._library)
        if self._warning:
            self.say_without_cache(self._warning)

    def on_unmount(self) -> None:
        """Let the workers end, and keep what was read."""
        self._leaving.set()
        if self._searching:
            self._searching.close()

    def get_theme(self, theme_name: str) -> Theme | None:
        """Know our own themes from the first moment on: styles are worked out before they can be registered."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    @property
    def remembered_theme(self) -> str:
        """The theme that the reader chose last; ours where that is not known any more."""
        chosen = self._state.state.theme
        return chosen if self.get_theme(chosen) else DEFAULT_THEME

    def get_default_screen(self) -> Screen[Any]:
        """Begin with the library's screen: no empty one is laid out before it."""
        if self._library is not None:
            return self._make_library_screen(self._library)
        from tui.screens.missing_library import MissingLibraryScreen  # noqa: PLC0415 - seldom needed

        return MissingLibraryScreen(self._reason)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no control character of a text through to the terminal."""
        return [*super().get_line_filters(), self._safe_filter]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the variables of our own themes to all others."""
        return {} if self.current_theme.name in THEMES else variables_of(self.current_theme)

    def on_resize(self, event: events.Resize) -> None:
        """Cover the screens while the terminal is too small for them."""
        small = event.size.width < SMALLEST.width or event.size.height < SMALLEST.height
        covered = self._covered
        if small and not covered:
            from tui.screens.too_small import TooSmallScreen  # noqa: PLC0415 - seldom needed

            self.push_screen(TooSmallScreen(name=_COVER))
        elif covered and not small:
            self.pop_screen()

    @property
    def _covered(self) -> bool:
        return self.screen.name == _COVER

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
            if self._reader:
                self._reader.follow_library()
            if self._searching and self._searching.is_open:
                self._searching.feed()
            elif message.progress.finished and message.library.index_lags:
                self._search_of(message.library).feed()

    def on_index_progressed(self, message: IndexProgressed) -> None:
        """Let the screens follow the index."""
        if self._searching:
            self._searching.follow(message)
            if self._reader and message.progress.finished and message.progress.searchable:
                self._reader.follow_index()

    def on_index_wanted(self) -> None:
        """Make the index anew, or open it at last."""
        if self._searching:
            self._searching.feed()

    def on_cache_failed(self, message: CacheFailed) -> None:
        """Go on with a new cache, or in memory, when the cache fails."""
        if message.library is self._library:
            library = message.library.open_again()
            if library.cached:
                self.notify(f"{message.reason}. Carrel reads the library anew.", title="Cache", markup=False)
            else:
                self.say_without_cache(message.reason)
            while len(self.screen_stack) > 1:
                self.pop_screen()
            if self._reader:
                self.uninstall_screen(self._reader)
                self._reader = None
            if self._searching:
                self._searching.forget_screen()
                self._searching = None
            self._show_library(library)

    def say_without_cache(self, reason: str) -> None:
        """Say once that nothing is kept for the next time."""
        self.notify(
            f"{reason}. Carrel reads into memory instead.", title="No cache", severity="warning", markup=False
        )

    def on_article_requested(self, message: ArticleRequested) -> None:
        """Open an article that was chosen in the library; a key too many meets the reader already."""
        if self._covered or self.screen is self._reader:
            return
        if self._library is None or self._library.store.row_of(message.key) is None:
            self.notify("This article is not in the library any more.", severity="warning", markup=False)
            return
        self._open_reader().start(message.key, message.sought)

    async def on_search_requested(self, message: SearchRequested) -> None:
        """Open the search over the screen."""
        if self._library is not None and not self._covered:
            await self._search_of(self._library).open(message.place, self._reader)

    def on_hit_requested(self, message: HitRequested) -> None:
        """Open a hit of the search."""
        if self._library is not None and self._searching:
            self._searching.open_hit(message, self._make_reader(self._library))

    def on_library_requested(self) -> None:
        """Go up from the reader to the library; a key too many finds that done."""
        if self._reader and self.screen is self._reader:
            self._library_screen.highlight(self._reader.article_key)
            self.pop_screen()

    def on_step_requested(self, message: StepRequested) -> None:
        """Read the article beside the current one in the library's list."""
        article_key = self._library_screen.step(message.key, message.step)
        if article_key and self._reader:
            self._reader.visit(article_key)
        else:
            end = "last" if message.step > 0 else "first"
            self.notify(f"This is the {end} article of the list.", markup=False)

    def on_measure_chosen(self, message: MeasureChosen) -> None:
        """Keep how wide the reader wants lines to be."""
        self._keep(measure=message.measure)

    @work(group="copying")
    async def on_copy_requested(self, message: CopyRequested) -> None:
        """Copy a text, and say where it went."""
        words = await self._system_clipboard.take(message.text, message.what, self.copy_to_clipboard)
        self.notify(words, markup=False)

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
        from tui.history import SearchPlace  # noqa: PLC0415 - likewise

        subject = self.screen.subject if isinstance(self.screen, LibraryScreen) else None
        await self.on_search_requested(SearchRequested(SearchPlace("", subject)))

    async def action_jump(self) -> None:
        """Choose an article by letters of its title."""
        if self._library is not None and not self._covered:
            await self._search_of(self._library).jump(self._read)

    def _read(self, article_key: str) -> None:
        """Open an article from wherever the reader is."""
        if self._searching and self._searching.is_open:
            self.pop_screen()
        if self._reader and self.screen is self._reader:
            self._reader.visit(article_key)
        else:
            self.post_message(ArticleRequested(article_key))

    def on_article_shown(self, message: ArticleShown) -> None:
        """Remember what was read last."""
        if self._library is not None:
            self._search_of(self._library).note_read(message.key)

    def action_resume(self) -> None:
        """Go forward from the library to what was left."""
        if isinstance(self.screen, LibraryScreen) and self._reader and self._reader.resume():
            self._open_reader()

    def action_random(self) -> None:
        """Open any article of the library."""
        library = self._library
        if library and (article_key := library.store.random_key()):
            self._read(article_key)

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press Ctrl+C."""
        self.notify("Q closes Carrel.", markup=False)

    def action_help(self) -> None:
        """Show the keys of the screen."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415 - likewise

        self.push_screen(HelpScreen(pressable(self.screen)))

    def _open_reader(self) -> "ReaderScreen":
        if self._library is None:
            raise RuntimeError("a reader needs a library")
        reader = self._make_reader(self._library)
        self.push_screen(reader)
        return reader

    def _make_reader(self, library: Library) -> "ReaderScreen":
        if self._reader is None:
            from tui.screens.reader import ReaderScreen  # noqa: PLC0415 - the first screen does not wait for it

            index, measure = self._search_of(library).index, self._state.state.measure
            self._reader = ReaderScreen(library, index, classes_for(self.size), measure)
            self.install_screen(self._reader, "reader")
        return self._reader

    def _search_of(self, library: Library) -> "Searching":
        if self._searching is None:
            from tui.searching import Searching  # noqa: PLC0415 - likewise

            self._searching = Searching(self, library, self._state, self._leaving)
        return self._searching

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
        if library.store.counts().files:
            self.set_timer(_PATIENCE, lambda: self._follow_library(library))
        else:
            self._follow_library(library)

    @work(thread=True, exclusive=True, group="library")
    def _follow_library(self, library: Library) -> None:
        steps = library.watch(self._leaving) if self._watches else library.refresh()
        told = Progress(-1, 0)
        try:
            for progress in steps:
                if progress.finished or progress.changes != told.changes:
                    told = progress
                    self.post_message(LibraryProgressed(library, progress))
                if self._leaving.is_set():
                    break
        except CacheError as error:
            self.post_message(CacheFailed(library, str(error)))

    def _keep(self, **choices: str | int) -> None:
        if not self._state.update(**choices):
            self.notify("This choice could not be kept: the state file cannot be written.", markup=False)
