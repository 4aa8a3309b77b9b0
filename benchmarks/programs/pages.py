"""Textual's own Markdown widget, which shows the next text of a file at a key."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Markdown

READY = "Nothing is read yet"
"""What its screen says before the first key."""
NEXT = "n"


class PagesProgram(App[None]):
    """Shows one text at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [(NEXT, "next_page", "Next")]

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = iter(texts)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with VerticalScroll():
            yield Markdown(READY)

    async def action_next_page(self) -> None:
        """Show the next text."""
        await self.query_one(Markdown).update(next(self._texts))


if __name__ == "__main__":
    PagesProgram(json.loads(Path(sys.argv[1]).read_text("utf-8"))).run()
