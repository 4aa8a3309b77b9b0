"""Text selected with the mouse is copied."""

from textual import events
from textual.actions import SkipAction
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from tui.messages import CopyRequested
from tui.screens.whole import WholeScreen
from tui.widgets.linked_page import LinkedPage


class SelectingScreen(WholeScreen):
    """Copies what is selected of its page when the mouse lets go of it, and again by Ctrl+C."""

    def __init__(self, classes: str) -> None:
        super().__init__(classes)
        self._copied: Selection | None = None

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Find what is at a place of the screen, on the page also which letter.

        The page knows its letters by itself, so that no line has to be painted with marks for them. A selection
        that has begun on it stays on it, wherever the mouse goes.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        page = widget if isinstance(widget, LinkedPage) else self._selected_page
        return (page, page.letter_at(x, y)) if page else (widget, offset)

    def on_text_selected(self) -> None:
        """Copy what has been selected, once."""
        page = self._selected_page
        selection = page.text_selection if page else None
        if selection and selection != self._copied:
            self._copy_selection()
        self._copied = selection

    def key_escape(self, event: events.Key) -> None:
        """Take back what is selected; only without any, Esc does what it is bound to."""
        if self.selections:
            self.clear_selection()
            event.stop()

    def action_copy_text(self) -> None:
        """Copy what is selected; without any, Ctrl+C says how to leave."""
        if not self._copy_selection():
            raise SkipAction

    @property
    def _selected_page(self) -> LinkedPage | None:
        return next((widget for widget in self.selections if isinstance(widget, LinkedPage)), None)

    def _copy_selection(self) -> bool:
        text = self.get_selected_text()
        if text:
            self.post_message(CopyRequested(text, "The selection"))
        return bool(text)
