"""The program: it owns the library and shows the screens."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, work
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.worker import get_current_worker

from loaders import Library
from tui.keys import key
from tui.messages import (
    ArticleRequested,
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

WIDTHS = [(0, "-narrow"), (60, "-normal"), (100, "-wide"), (160, "-huge")]
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
        key("question_mark,f1", "help", "show.help", "Help", "Show the keys of this screen", show="?"),
        key("colon,ctrl+p", "command_palette", "app.commands", "Commands", "Find an action by its name", show=":"),
        key("T", "change_theme", "app.theme", "Theme", "Choose the colours"),
        key("Q,ctrl+q", "quit", "app.quit", "Quit", "Close Carrel"),
    ]

    def __init__(self, library: Library | None, state: StateFile, *, reason: str = "") -> None:
        """`library` None shows a screen that tells the `reason` and offers the sample library."""
        super().__init__()
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
        """Pass on how far the import has come."""
        if message.progress:
            self._library_screen.progress = message.progress
        else:
            self.notify(message.error, severity="error", timeout=10, markup=False)

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
            self.notify("There is no further article in this direction.", markup=False)

    def on_sample_requested(self) -> None:
        """Open the sample library."""
        self.pop_screen()
        self._show_library(Library.open(sample_library()))

    def action_resume(self) -> None:
        """Go forward from the library to what was left."""
        if isinstance(self.screen, LibraryScreen) and self._reader.resume():
            self.push_screen("reader")

    def action_help(self) -> None:
        """Show the keys of the screen."""
        self.push_screen(HelpScreen(self.screen.active_bindings.values()))

    def _show_library(self, library: Library) -> None:
        self._library = library
        self._reader = ReaderScreen(library)
        self.install_screen(self._reader, "reader")
        self._library_screen = LibraryScreen(library, library_name(library))
        self.push_screen(self._library_screen)
        self._refresh_library(library)
        if library.folder != sample_library():
            self._keep(library=str(library.folder))

    @work(thread=True, exclusive=True, group="library", exit_on_error=False)
    def _refresh_library(self, library: Library) -> None:
        worker = get_current_worker()
        for progress in library.refresh():
            if worker.is_cancelled:
                return
            self.post_message(LibraryProgressed(progress))

    def _keep(self, **choices: str) -> None:
        if not self._state.update(**choices):
            self.notify("This choice could not be kept: the state file cannot be written.", markup=False)
