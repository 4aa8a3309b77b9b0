"""A screen that lies over another one until it gives its result, once."""

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class PassingScreen(ModalScreen[ScreenResultType]):
    """Goes away once: a key too many finds that done, and takes no other screen away."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give the result and go away; nothing happens while another screen lies over this one."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
