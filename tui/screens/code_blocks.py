"""The blocks of code of an article, to copy one of them."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui.keys import key
from tui.rendering.code_blocks import CodeBlock
from tui.screens.window import WindowScreen
from tui.widgets.code_list import CodeChosen, CodeList


class CodeBlocksScreen(WindowScreen[int | None]):
    """Lists blocks of code by their first lines; gives the number of the one that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("c", "dismiss", "go.copy-code", "Close", "Close this window"),
    ]

    def __init__(self, blocks: Sequence[CodeBlock], highlighted: int) -> None:
        super().__init__()
        self._list = CodeList(blocks, highlighted)

    def heading(self) -> Content:
        """Give the title."""
        return Content.styled("Copy which code?", "bold")

    def body(self) -> Iterable[Widget]:
        """Give the list."""
        yield self._list

    def keys(self) -> Iterable[str]:
        """Give the keys."""
        return "Enter copies", "Esc stays"

    def on_code_chosen(self, message: CodeChosen) -> None:
        """Give the block."""
        self.dismiss(message.number)
