"""A page of definitions that lies over a screen until it is closed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keys import key
from tui.screens.passing import PassingScreen
from tui.widgets.definitions import Definitions, Section


class OverlayScreen(PassingScreen[None]):
    """Shows a title and sections under it; Esc, q, Backspace and the key that opened it close it."""

    CSS_PATH = "overlay.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,backspace,left,h", "dismiss", "go.close", "Close", "Close this page"),
        key("Q", "app.quit", "app.quit", "Quit", "Close Carrel"),
    ]

    def __init__(self, title: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self._title = title
        self._sections = sections

    def compose(self) -> ComposeResult:
        """Lay out the title over the sections."""
        with Vertical(id="overlay"):
            yield Static(Content(self._title), id="overlay-title")
            yield Definitions(self._sections)
            yield Static(Content("Esc closes"), id="overlay-foot")
