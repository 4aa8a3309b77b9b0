"""The line in which a search is typed."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.keys import key
from tui.widgets.one_line import OneLine


class QueryPrompt(OneLine):
    """One quiet line without a frame; by the keys that move in lists its screen moves among what is found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "submit", "go.open", "Open", "Open what is highlighted", show="Enter"),
        key("down", "screen.move(1)", "move.line-down", "Next", "Move to the next one", show="↓"),
        key("up", "screen.move(-1)", "move.line-up", "Back", "Move to the one before"),
        key("pagedown", "screen.page(1)", "move.page-down", "Page down", "Move a page down"),
        key("pageup", "screen.page(-1)", "move.page-up", "Page up", "Move a page up"),
    ]

    DEFAULT_CSS = """
    QueryPrompt { width: 1fr; height: 1; border: none; padding: 0; background: transparent;
        &:focus { border: none; background-tint: transparent; } }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), init=False)
    """How long the text is: a letter more lays out the prompt, and not the whole screen."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, compact=True, id=id)
        self.cursor_blink = False

    def watch_virtual_size(self, _: Size, size: Size) -> None:
        """Let the text scroll sideways."""
        self._scroll_update(size)

    async def on_key(self, event: events.Key) -> None:
        """Take keys in the order in which they were pressed, however fast.

        A prompt takes letters at once, while other keys rise to the program first: a letter that comes after
        them would overtake them.
        """
        active = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if active is not None and active.node in (self, self.screen):
            event.stop()
            event.prevent_default()
            await self.app.run_action(active.binding.action, active.node)

    def fill(self, text: str) -> None:
        """Put words into the prompt as if they had been typed, without telling of them."""
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)
