"""The outline of an article, over the article."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keys import key
from tui.messages import HeadingRequested
from tui.rendering.page import Heading
from tui.screens.passing import PassingScreen
from tui.widgets.heading_list import HeadingList


class OutlineScreen(PassingScreen[int | None]):
    """Lists the headings; gives the number of the chosen one, from 0, or None to those who stay."""

    CSS_PATH = "overlay.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,q,backspace,left,h,t", "stay", "go.close", "Stay", "Close the outline and stay"),
        key("Q", "app.quit", "app.quit", "Quit", "Close Carrel"),
    ]

    def __init__(self, headings: Sequence[Heading], current: int | None) -> None:
        super().__init__()
        self._headings = headings
        self._current = current

    def compose(self) -> ComposeResult:
        """Lay out the headings between a title and what can be pressed."""
        with Vertical(id="overlay"):
            yield Static(Content("Outline"), id="overlay-title")
            yield HeadingList(self._headings, self._current)
            yield Static(Content("Enter goes there · Esc stays"), id="overlay-foot")

    def on_heading_requested(self, message: HeadingRequested) -> None:
        """Give the chosen heading."""
        message.stop()
        self.dismiss(message.number)

    def action_stay(self) -> None:
        """Give none."""
        self.dismiss(None)
