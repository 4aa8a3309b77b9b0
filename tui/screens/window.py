"""A small window over a screen, closed without a trace by Esc."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widget import Widget
from textual.widgets import Static

from tui.keys import key
from tui.screens.passing import PassingScreen


class WindowScreen(PassingScreen[ScreenResultType]):
    """Shows a title, what a subclass puts under it, and which keys there are."""

    CSS_PATH = "window.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,backspace,left,h", "dismiss", "go.close", "Close", "Close this window"),
        key("Q", "app.quit", "app.quit", "Quit", "Close Carrel"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(id="window"):
            yield Static(self.heading(), id="window-title")
            yield from self.body()
            yield Static(Content(" · ".join(self.keys())), id="window-foot")

    def heading(self) -> Content:
        """Give the title."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """Give what stands under the title."""
        raise NotImplementedError

    def keys(self) -> Iterable[str]:
        """Give the keys and what they do, such as `Enter opens`."""
        raise NotImplementedError
