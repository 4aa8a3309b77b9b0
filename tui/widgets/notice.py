"""What a screen says when it has nothing to show."""

from textual.content import Content
from textual.widgets import Static


class Notice(Static):
    """A heading and a few quiet lines, in the middle of the room."""

    DEFAULT_CSS = """
    Notice { width: 1fr; height: 1fr; padding: 1 3; content-align: center middle; text-align: center; }
    """

    def say(self, heading: str, *lines: str) -> None:
        """Show a heading and lines under it."""
        self.update(
            Content.assemble(Content.styled(heading, "bold"), "\n", *(Content(f"\n{line}") for line in lines))
        )
