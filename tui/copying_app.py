"""An app that copies texts, and says where they went."""

from collections.abc import Mapping

from textual import work

from tui.messages import CopyRequested
from tui.saying import SayingApp


class CopyingApp(SayingApp):
    """Gives what is copied to the clipboard of the desktop, of the terminal, or of both."""

    def __init__(self, desktop: Mapping[str, str] | None) -> None:
        """`desktop` is the environment whose clipboard takes what is copied; without one, the terminal does."""
        self._desktop = desktop
        super().__init__()

    @work(group="copying")
    async def on_copy_requested(self, message: CopyRequested) -> None:
        """Copy a text, and say where it went."""
        from tui.clipboard import NO_CLIPBOARD, Clipboard  # noqa: PLC0415 - only a reader who copies needs it

        clipboard = NO_CLIPBOARD if self._desktop is None else Clipboard(self._desktop)
        words = await clipboard.take(message.text, message.what, self.copy_to_clipboard)
        self.notify(words, markup=False)
