"""Textual's own list with a thousand rows."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList

ROWS = 1_000
FIRST = "Row 1 of the list"
"""What its first row says."""


class OptionsProgram(App[None]):
    """Shows one OptionList."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield OptionList(*(f"Row {number} of the list" for number in range(1, ROWS + 1)))


if __name__ == "__main__":
    OptionsProgram().run()
