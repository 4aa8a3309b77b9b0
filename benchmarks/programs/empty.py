"""The least that a Textual program can be: one Static."""

from textual.app import App, ComposeResult
from textual.widgets import Static

WORDS = "An empty program"
"""What its screen says."""


class EmptyProgram(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Static(WORDS)


if __name__ == "__main__":
    EmptyProgram().run()
