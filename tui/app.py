"""The program: it owns the library and shows the screens."""

import threading
from collections.abc import Sequence
from typing import ClassVar

from textual import events, work
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import LineFilter

from loaders import CacheError, Library
from tui.keys import key
from tui.messages import (
    ArticleRequested,
    CacheFailed,
    LibraryProgressed,
    StepRequested,
)
from tui.places import library_name, sample_library
from tui.safety import SafeFilter, leave_on_signals
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.missing_library import MissingLibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.too_small import SMALLEST, TooSmallScreen
from tui.state import StateFile
from tui.themes import DEFAULT_THEME, THEMES, variables_of

WIDTHS = [(0, "-narrow"), (72, "-normal"), (100, "-wide"), (160, "-huge")]
"""The classes of a screen by the columns of the terminal, for the style sheet."""
HEIGHTS = [(0, "-low"), (20, "-high"), (36, "-tall")]
"""The classes of a screen by the lines of the terminal."""


def _action_provider() -> type[Provider]:
    from tui.palette import ActionProvider  # noqa: PLC0415 - only a reader who opens the palette needs it

    return ActionProvider


class CarrelApp(App[None]):
    """Opens one library, reads it in a worker, and shows the library's screen or the reader's."""

    TITLE = "Carrel"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_action_provider}
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        key("L,alt+right", "resume", "go.forward", "Forward", "Go forward to the article that you left"),
        key("R", "random", "go.random", "Random article", "Read any article of the library"),
        key("question_mark,f1", "help", "show.help", "Help", "Show the keys of this screen", show="?"),
        key("colon,ctrl+p", "command_palette", "app.commands", "Commands", "Find an action by its name", show=":"),
        key("T", "change_theme", "app.theme", "Theme", "Choose the colours"),
        key("Q,ctrl+q", "quit", "app.quit", "Quit", "Close Carrel"),
    ]

    def __init__(
        self,
        library: Library | None,
        state: StateFile,
        *,
        reason: str = "",
        warning: str = "",
        watches: bool = True,
    ) -> None:
        """`library` None shows a screen that tells the `reason` and offers the sample library.

        A `warning`, why there is no cache, is said once. `watches` False reads the library once and no more.
        """
        super().__init__()
        self._warning = warning
        self._watches = watches
        self._leaving = threading.Event()
        self._library = library
        self._state = state
        self._reason = reason
        for theme in THEMES:
            self.register_theme(theme)
        chosen = state.state.theme
        self.theme = chosen if chosen in self.available_themes else DEFAULT_THEME

    def on_mount(self) -> None:
        """Show the first screen, and keep choices from now on."""
        leave_on_signals(lambda code: self.exit(return_code=code))
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep(theme=theme.name))
        if self._library is None:
            self.push_screen(MissingLibraryScreen(self._reason))
        else:
            self._show_library(self._library)
        if self._warning:
            self.say_without_cache(self._warning)

    def on_unmount(self) -> None:
        """Let the worker end."""
        self._leaving.set()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no control character of a text through to the terminal."""
        return [*super().get_line_filters(), SafeFilter()]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the variables of our own themes to all others."""
        return variables_of(self.current_theme)

    def on_resize(self, event: events.Resize) -> None:
        """Cover the screens while the terminal is too small for them."""
        small = event.size.width < SMALLEST.width or event.size.height < SMALLEST.height
        covered = isinstance(self.screen, TooSmallScreen)
        if small and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not small:
            self.pop_screen()

    def on_library_progressed(self, message: LibraryProgressed) -> None:
        """Let the screens follow their library."""
        if message.library is self._library:
            self._library_screen.progress = message.progress
            self._reader.follow_library()

    def on_cache_failed(self, message: CacheFailed) -> None:
        """Go on in memory when the cache fails."""
        if message.library is self._library:
            self.say_without_cache(message.reason)
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.uninstall_screen(self._reader)
            self._show_library(Library.open(message.library.folder))

    def say_without_cache(self, reason: str) -> None:
        """Say once that nothing is kept for the next time."""
        self.notify(
            f"{reason}. Carrel reads into memory instead.", title="No cache", severity="warning", markup=False
        )

    def on_article_requested(self, message: ArticleRequested) -> None:
        """Open an article that was chosen in the library; a key too many meets the reader already."""
        if self.screen is not self._reader:
            self.push_screen("reader")
            self._reader.start(message.key)

    def on_library_requested(self) -> None:
        """Go up from the reader to the library; a key too many finds that done."""
        if self.screen is self._reader:
            self.pop_screen()

    def on_step_requested(self, message: StepRequested) -> None:
        """Read the article beside the current one in the library's list."""
        article_key = self._library_screen.step(message.step)
        if article_key:
            self._reader.visit(article_key)
        else:
            end = "last" if message.step > 0 else "first"
            self.notify(f"This is the {end} article of the list.", markup=False)

    def on_sample_requested(self) -> None:
        """Open the sample library."""
        self.pop_screen()
        self._show_library(Library.open(sample_library()))

    def action_resume(self) -> None:
        """Go forward from the library to what was left."""
        if isinstance(self.screen, LibraryScreen) and self._reader.resume():
            self.push_screen("reader")

    def action_random(self) -> None:
        """Open any article of the library."""
        library = self._library
        if library and (article_key := library.store.random_key()):
            if self.screen is self._reader:
                self._reader.visit(article_key)
            elif isinstance(self.screen, LibraryScreen):
                self.post_message(ArticleRequested(article_key))

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press Ctrl+C."""
        self.notify("Q closes Carrel.", markup=False)

    def action_help(self) -> None:
        """Show the keys of the screen."""
        self.push_screen(HelpScreen(self.screen.active_bindings.values()))

    def _show_library(self, library: Library) -> None:
        self._library = library
        self._reader = ReaderScreen(library)
        self.install_screen(self._reader, "reader")
        self._library_screen = LibraryScreen(library, library_name(library))
        self.push_screen(self._library_screen)
        self._follow_library(library)
        if library.folder != sample_library():
            self._keep(library=str(library.folder))

    @work(thread=True, exclusive=True, group="library")
    def _follow_library(self, library: Library) -> None:
        steps = library.watch(self._leaving) if self._watches else library.refresh()
        try:
            for progress in steps:
                self.post_message(LibraryProgressed(library, progress))
                if self._leaving.is_set():
                    break
        except CacheError as error:
            self.post_message(CacheFailed(library, str(error)))

    def _keep(self, **choices: str) -> None:
        if not self._state.update(**choices):
            self.notify("This choice could not be kept: the state file cannot be written.", markup=False)
