"""The screen when the library of last time is gone."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.keys import key
from tui.messages import SampleRequested
from tui.widgets.key_bar import KeyBar
from tui.widgets.notice import Notice


class MissingLibraryScreen(Screen[None]):
    """Says what is missing, and offers the sample library."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "enter", "open_sample", "go.sample", "Open the sample library", "Open the sample library", show="Enter"
        ),
        key("q,escape", "app.quit", "app.leave", "Quit", "Close Carrel", show="q"),
    ]

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def compose(self) -> ComposeResult:
        """Lay out the notice."""
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say what happened and what can be done."""
        self.query_one(Notice).say(
            "The library that you read last is not there",
            self._reason,
            "",
            "Enter opens the sample library; carrel LIBRARY opens another folder.",
        )

    def action_open_sample(self) -> None:
        """Ask for the sample library."""
        self.post_message(SampleRequested())
