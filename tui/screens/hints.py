"""Labels over a screen, one of which is chosen by typing it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.widgets import Static

from tui.hints import labels
from tui.keys import key
from tui.screens.passing import PassingScreen


class HintScreen(PassingScreen[int | None]):
    """Puts a label at each of some places of the screen under it; gives the number of the one that is typed.

    A label stands before its place, so that it covers no letter where there is room.
    """

    CSS_PATH = "window.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,backspace", "dismiss", "go.close", "Close", "Choose none of them"),
    ]

    def __init__(self, places: Sequence[Offset]) -> None:
        super().__init__()
        self._places = places
        self._labels = labels(len(places))
        self._typed = ""
        self._room: Size | None = None
        self._hints: list[Static] = []

    def compose(self) -> ComposeResult:
        """Lay out the labels."""
        for label, place in zip(self._labels, self._places, strict=True):
            hint = Static(Content(label), classes="hint")
            hint.styles.offset = (max(0, place.x - len(label)), place.y)
            self._hints.append(hint)
            yield hint
        yield Static(Content("A letter chooses · Esc stays"), id="hint-foot")

    def on_key(self, event: events.Key) -> None:
        """Take a letter; labels that do not begin so go away."""
        if not event.character or not event.character.isalpha():
            return
        event.stop()
        typed = self._typed + event.character.lower()
        if typed in self._labels:
            self.dismiss(self._labels.index(typed))
        elif any(label.startswith(typed) for label in self._labels):
            self._typed = typed
            for hint, label in zip(self._hints, self._labels, strict=True):
                hint.display = label.startswith(typed)

    def on_click(self) -> None:
        """Choose none: the labels were in the way."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Choose none when the places have moved."""
        self._room = self._room or event.size
        if event.size != self._room:
            self.dismiss(None)
